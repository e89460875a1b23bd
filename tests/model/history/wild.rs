//! Acts on whatever there is, whether or not it stands where the act needs it.

use paidan::{
    Act, Actor, Category, Cause, EnterpriseId, Feedback, LagFinding, Loss, Mediation, MemberId,
    OrderState, Work,
};

use super::scene::{Scene, after};
use super::world::text;

impl Scene<'_> {
    pub fn any_act_on_any_order(&mut self) -> Option<Act> {
        let all = self.orders();
        let order = self.pick(&all)?;
        let assigned = self.assigned();
        let member = self.anybody()?;
        let lag = self.draws.below(8);
        let finding = LagFinding {
            progress_lags: lag & 1 == 0,
            target_at_risk: lag & 2 == 0,
            enterprise_complained: lag & 4 == 0,
        };
        Some(match self.draws.below(25) {
            0 => Act::Cancel { order },
            1 => Act::Decline { order, cause: self.any([Cause::Justified, Cause::None]) },
            2 => Act::Mediate { order, result: Mediation::Complied },
            3 => Act::Complete { order, on: self.now },
            4 => Act::Complete { order: assigned?, on: after(self.now, 1) },
            5 => {
                let submitted = self.record(assigned?).submitted;
                Act::Complete { order: assigned?, on: after(submitted, -1) }
            }
            6 => Act::Settle { order },
            7 => Act::RecordDefault { order },
            8 | 24 => Act::Abandon { order },
            9 => Act::CallOff { order, work: Work::Begun },
            10 => Act::CallOff { order: assigned?, work: Work::Begun },
            11 => Act::Fail { order },
            12 => Act::Reassign { order: assigned?, finding, to: None },
            13 => {
                let gone = self.members(|of| !of.is_current());
                let to = self.pick(&gone).or(Some(member));
                Act::Reassign { order: assigned?, finding: LagFinding::COMPLETE, to }
            }
            14 | 17 | 18 => self.back_to_who_lost_it()?,
            15 => Act::Reassign { order, finding, to: Some(member) },
            19 => {
                let mut ended = all;
                ended.retain(|of| self.alliance.end_of(*of).is_some());
                Act::LiftBar { order: self.pick(&ended).unwrap_or(order), member }
            }
            20 => self.wrong_bar()?,
            21 => {
                let held: Vec<_> = self.alliance.held_orders().collect();
                let (order, text) = (self.pick(&held).unwrap_or(order), text("in time"));
                Act::RecordFeedback { order, feedback: Feedback::Satisfied, text }
            }
            22 => {
                let (feedback, text) = (Feedback::Complaint, text(""));
                Act::RecordFeedback { order, feedback, text }
            }
            23 => self.one_on_leave_is_named()?,
            _ => {
                let held: Vec<_> = self.alliance.held_orders().collect();
                let order = self.pick(&held).unwrap_or(order);
                Act::Designate { order, member }
            }
        })
    }

    /// The bar of a member that an order was taken from, which stays.
    fn wrong_bar(&mut self) -> Option<Act> {
        let taken = |of: &Loss| *of == Loss::Reassigned;
        let order =
            self.order_with(|of| of.barred.as_slice().iter().any(|barred| taken(&barred.by)))?;
        let member = self.who_lost(order, Loss::Reassigned)?;
        Some(Act::LiftBar { order, member })
    }

    /// An order that lags is to go to one that is on leave.
    fn one_on_leave_is_named(&mut self) -> Option<Act> {
        let away = self.members(|of| of.on_leave);
        let member = self.pick(&away)?;
        let offers = self.firm(member).offers.clone();
        let order = self.order_with(|of| {
            matches!(of.state, OrderState::Assigned(giving) if giving.member != member)
                && offers.contains(&of.terms.item)
        })?;
        Some(Act::Reassign { order, finding: LagFinding::COMPLETE, to: Some(member) })
    }

    /// An order is to go to a member that lost it before.
    fn back_to_who_lost_it(&mut self) -> Option<Act> {
        let order = self.order_with(|of| {
            !of.barred.is_empty() && !matches!(of.state, OrderState::Completed(_))
        })?;
        let lost: Vec<MemberId> =
            self.record(order).barred.as_slice().iter().map(|of| of.member).collect();
        let member = self.pick(&lost)?;
        Some(if self.record(order).state == OrderState::Held {
            Act::Designate { order, member }
        } else {
            Act::Reassign { order, finding: LagFinding::COMPLETE, to: Some(member) }
        })
    }

    /// A measure against a member or an enterprise, a seat, or a record, of anybody.
    pub fn wrong_target(&mut self) -> Option<Act> {
        let member = self.anybody()?;
        let (seated, year) = (self.seated(), self.now.year());
        let lost = self.members(|of| of.is_current() && of.seat_lost == Some(year));
        let enterprises = self.alliance.enterprises().len();
        let enterprise = EnterpriseId::at(self.draws.below(enterprises)).ok()?;
        Some(match self.draws.below(13) {
            0 => Act::LiftBlacklisting { enterprise },
            1 | 2 => {
                let (misconduct, by) = (self.unfounded(), Actor::Platform);
                Act::Expel { member, misconduct, by }
            }
            3 => Act::TakeSeat { category: self.any(Category::ALL), member },
            4 | 12 => {
                let member = self.pick(&seated)?;
                Act::TakeSeat { category: self.firm(member).category, member }
            }
            5 => {
                let member = self.pick(&lost)?;
                Act::TakeSeat { category: self.firm(member).category, member }
            }
            6 | 10 | 11 => {
                let mut late = self.current();
                late.retain(|of| {
                    let firm = self.firm(*of);
                    !seated.contains(of) && self.alliance.council().vacant(firm.category).is_none()
                });
                let member = self.pick(&late).unwrap_or(member);
                Act::TakeSeat { category: self.firm(member).category, member }
            }
            7 => Act::LeaveSeat { member },
            8 => Act::RecordBreach { member, kind: self.breach_kind() },
            _ => {
                let (station, items) = (self.a_station()?, self.items());
                let (item, reason) = (self.pick(&items)?, text(""));
                Act::RecordTurnedAway { station, enterprise, item, reason }
            }
        })
    }
}
