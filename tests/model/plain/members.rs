//! Members come, change, leave, and are ranked (rules 2, 3.2, 10.1).

use paidan::{
    Application, Category, ComprehensiveReach, CreditCode, Date, Event, IdKind, ItemId, MemberId,
    Membership, Misconduct, Month, Publication, Refusal, Volume,
};

use super::days::days_between;
use super::state::Firm;
use super::{Done, Plain};
use crate::model::view::MemberView;

impl Plain {
    /// Admits a firm (rules 2.1).
    pub(super) fn admit(&mut self, date: Date, application: &Application) -> Done {
        let Application { name, code, category, volume, offers } = application;
        let offers = offers.as_slice();
        for item in offers {
            self.find_item(*item)?;
        }
        self.refuse_code(date, *code)?;
        let minimum = self.policy.admission.min_orders;
        if *volume < minimum {
            return Err(Refusal::VolumeBelowMinimum { volume: *volume, minimum });
        }
        self.refuse_offers(*category, offers)?;
        let exhausted = Refusal::IdsExhausted { kind: IdKind::Member };
        let member = MemberId::at(self.members.len()).map_err(|_| exhausted)?;
        self.members.push(MemberView {
            name: name.clone(),
            code: *code,
            category: *category,
            offers: offers.to_vec(),
            standing: Membership::Current,
            on_leave: false,
        });
        if self.firm(member).is_none() {
            self.firms.push(Firm {
                code: *code,
                run: 0,
                notice: None,
                seat_lost: None,
                seat_given_up: None,
            });
        }
        self.say(Event::Admitted { member });
        self.join_lines(member);
        self.try_held();
        Ok(())
    }

    /// The code of a current member, of an expelled one, of one that withdrew lately (rules 2.1).
    fn refuse_code(&self, date: Date, code: CreditCode) -> Done {
        let with_code: Vec<(MemberId, Membership)> = (0..self.members.len())
            .filter_map(|at| MemberId::at(at).ok())
            .filter_map(|id| self.find_member(id).ok().map(|found| (id, found)))
            .filter(|(_, found)| found.code == code)
            .map(|(id, found)| (id, found.standing))
            .collect();
        let lately = |on: Date| {
            let month: Month = date.month();
            on.month() == month || on.month().next() == Some(month)
        };
        for (member, standing) in &with_code {
            if *standing == Membership::Current {
                return Err(Refusal::CodeOfCurrentMember { member: *member });
            }
        }
        for (member, standing) in &with_code {
            if matches!(standing, Membership::Expelled { .. }) {
                return Err(Refusal::CodeOfExpelledMember { member: *member });
            }
        }
        for (member, standing) in with_code.iter().rev() {
            if let Membership::Withdrawn { on } = *standing
                && lately(on)
            {
                let from = on.month().next().and_then(Month::next);
                return Err(Refusal::CodeWithdrewLately { member: *member, on, from });
            }
        }
        Ok(())
    }

    /// No offer, or one out of reach (rules 2.2).
    fn refuse_offers(&self, category: Category, offers: &[ItemId]) -> Done {
        if offers.is_empty() {
            return Err(Refusal::NoOffer);
        }
        let every = self.policy.comprehensive_reach == ComprehensiveReach::EveryCategory;
        for item in offers {
            let of = self.find_item(*item)?.category;
            let in_reach = of == category || (every && category == Category::Comprehensive);
            if !in_reach {
                return Err(Refusal::OfferOutOfReach { item: *item, category });
            }
        }
        Ok(())
    }

    /// Replaces what a member offers (rules 2.3).
    pub(super) fn change_offers(&mut self, member: MemberId, offers: &[ItemId]) -> Done {
        self.find_member(member)?;
        for item in offers {
            self.find_item(*item)?;
        }
        let found = self.find_current(member)?;
        self.refuse_offers(found.category, offers)?;
        let widened = offers.iter().any(|item| !found.offers.contains(item));
        if let Some(found) = self.members.get_mut(member.index()) {
            found.offers = offers.to_vec();
        }
        self.say(Event::OffersChanged { member });
        self.leave_lines(member, |plain, category| !plain.belongs(member, category));
        self.join_lines(member);
        if widened {
            self.try_held();
        }
        Ok(())
    }

    /// A member leaves of its own will (rules 2.4).
    pub(super) fn withdraw(&mut self, date: Date, member: MemberId) -> Done {
        self.find_current(member)?;
        let open = u32::try_from(self.open_orders(member).len()).unwrap_or(u32::MAX);
        if open > 0 {
            return Err(Refusal::MemberHasOpenOrders { member, open });
        }
        self.set_standing(member, Membership::Withdrawn { on: date });
        self.say(Event::Withdrawn { member });
        self.leave_all(member);
        Ok(())
    }

    /// The council grants a member leave (rules 2.5).
    pub(super) fn grant_leave(&mut self, member: MemberId) -> Done {
        if self.find_current(member)?.on_leave {
            return Err(Refusal::MemberOnLeave { member });
        }
        self.set_leave(member, true);
        self.say(Event::LeaveGranted { member });
        Ok(())
    }

    /// Its leave ends, and held orders are tried (rules 2.5, 5.3).
    pub(super) fn end_leave(&mut self, member: MemberId) -> Done {
        if !self.find_current(member)?.on_leave {
            return Err(Refusal::MemberNotOnLeave { member });
        }
        self.set_leave(member, false);
        self.say(Event::LeaveEnded { member });
        self.try_held();
        Ok(())
    }

    fn set_leave(&mut self, member: MemberId, on_leave: bool) {
        if let Some(found) = self.members.get_mut(member.index()) {
            found.on_leave = on_leave;
        }
    }

    /// Publishes the ranking of a year, or corrects it (rules 3.2).
    pub(super) fn publish_ranking(&mut self, date: Date, year: i32, volumes: &[Volume]) -> Done {
        for volume in volumes {
            self.find_member(volume.member)?;
        }
        if year != date.year() {
            return Err(Refusal::RankingOfOtherYear { year, date });
        }
        for volume in volumes {
            self.find_current(volume.member)?;
        }
        for (at, volume) in volumes.iter().enumerate() {
            let member = volume.member;
            if volumes.iter().take(at).any(|other| other.member == member) {
                return Err(Refusal::MemberRankedTwice { member });
            }
        }
        let old = self.ranking.replace((year, volumes.to_vec()));
        let publication = match old {
            Some((of, _)) if of == year => Publication::Correction,
            _ => Publication::First,
        };
        self.say(Event::RankingPublished { year, publication });
        match publication {
            Publication::First => self.sort_lines(),
            Publication::Correction => self.correct_lines(),
        }
        Ok(())
    }

    /// Grounds 2 to 5 (rules 10.1).
    pub(super) fn expel(&mut self, date: Date, member: MemberId, what: &Misconduct) -> Done {
        let found = self.find_member(member)?;
        let again = self.members.iter().skip(member.index() + 1).any(|to| to.code == found.code);
        let may_be = match found.standing {
            Membership::Current => true,
            Membership::Withdrawn { .. } => !again,
            Membership::Expelled { .. } => false,
        };
        if !may_be {
            return Err(Refusal::MemberNotCurrent { member });
        }
        let met = match what {
            Misconduct::DisorderlyCompetition { verified, .. } => *verified,
            Misconduct::NoImprovement => self.was_told(date, member),
            Misconduct::Infringement { pursued } => *pursued,
            Misconduct::OtherAct { description, consequence } => {
                !description.as_str().is_empty() && !consequence.as_str().is_empty()
            }
        };
        if !met {
            return Err(Refusal::GroundNotMet { member, ground: what.ground() });
        }
        self.exit(member, what.ground());
        Ok(())
    }

    /// Whether the last notice is of an earlier date and at most 366 days ago (rules 10.1).
    fn was_told(&self, date: Date, member: MemberId) -> bool {
        let notice = self.firm(member).and_then(|firm| firm.notice);
        notice.is_some_and(|notice| (1..=366).contains(&days_between(notice, date)))
    }

    /// A rectification notice (rules 10.1).
    pub(super) fn notify(&mut self, date: Date, member: MemberId) -> Done {
        self.find_current(member)?;
        self.change_firm(member, |firm| firm.notice = Some(date));
        self.say(Event::Notified { member });
        Ok(())
    }
}
