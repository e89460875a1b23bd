//! The state in the plain words by which both engines are compared.

use paidan::{CreditCode, Date, ItemId, MemberId, Money, Turn};

use super::Plain;
use super::state::{Commission, Firm, Holding, Line, State};
use crate::model::view::{FirmView, GivenView, KeptView, OrderView, StateView, TallyView, View};

impl Plain {
    /// The whole state, with the tallies counted anew.
    pub fn view(&self) -> View {
        View {
            position: self.position,
            date: self.date,
            policy: self.policy.clone(),
            pending: self.pending.clone(),
            ranking: self.ranking_seen(),
            stations: self.stations.clone(),
            items: self.items.clone(),
            enterprises: self.enterprises.clone(),
            members: self.members.clone(),
            firms: self.firms_seen(),
            lines: self.lines.iter().map(|line| (line.members(), self.cursor_seen(line))).collect(),
            ranked: self.lines.iter().map(Line::ranked).collect(),
            tallies: self.tallies_seen(),
            suspensions: self.suspensions.clone(),
            orders: self.orders.iter().map(|order| self.order_seen(order)).collect(),
            holidays: self.calendar.holidays.as_slice().to_vec(),
            make_up_days: self.calendar.make_up_days.as_slice().to_vec(),
            seats: self.seats,
        }
    }

    /// Only under `Cursor` does anything depend on where it is, and sorting puts it on the top.
    fn cursor_seen(&self, line: &Line) -> Option<MemberId> {
        line.cursor.filter(|_| self.policy.turn == Turn::Cursor)
    }

    fn ranking_seen(&self) -> Option<(i32, Vec<(MemberId, u32)>)> {
        let (year, volumes) = self.ranking.as_ref()?;
        let mut seen: Vec<_> = volumes.iter().map(|each| (each.member, each.orders)).collect();
        seen.retain(|(_, orders)| *orders > 0);
        seen.sort_unstable();
        Some((*year, seen))
    }

    fn firms_seen(&self) -> Vec<FirmView> {
        let mut seen: Vec<FirmView> =
            self.firms.iter().filter_map(|firm| self.firm_seen(firm)).collect();
        seen.sort_by_key(|firm| firm.last_id);
        seen
    }

    fn firm_seen(&self, firm: &Firm) -> Option<FirmView> {
        let year = self.date.map(Date::year);
        Some(FirmView {
            last_id: self.last_id(firm.code)?,
            run: firm.run,
            notice: firm.notice,
            lost_a_seat_this_year: firm.seat_lost.is_some() && firm.seat_lost == year,
            gave_a_seat_up_this_year: firm.seat_given_up.is_some() && firm.seat_given_up == year,
        })
    }

    fn last_id(&self, code: CreditCode) -> Option<MemberId> {
        let at = self.members.iter().rposition(|member| member.code == code)?;
        MemberId::at(at).ok()
    }

    fn tallies_seen(&self) -> Vec<TallyView> {
        let members = (0..self.members.len()).filter_map(|at| MemberId::at(at).ok());
        members.filter_map(|member| self.tally_seen(member)).collect()
    }

    /// What a member has in the open month; nothing if nothing.
    fn tally_seen(&self, member: MemberId) -> Option<TallyView> {
        let mut amount = 0;
        let mut items: Vec<(ItemId, u32)> = Vec::new();
        for given in self.tallied().filter(|given| given.member == member) {
            amount += given.price.amount().fen();
            match items.iter_mut().find(|(item, _)| *item == given.item) {
                Some((_, orders)) => *orders += 1,
                None => items.push((given.item, 1)),
            }
        }
        items.sort_unstable();
        let amount = Money::from_fen(amount);
        (!items.is_empty()).then_some(TallyView { member, amount, items })
    }

    fn order_seen(&self, order: &Commission) -> OrderView {
        let state = match order.state {
            State::Ended(end) => return OrderView::Ended(end),
            State::Held => StateView::Held,
            State::Assigned(holding) => StateView::Assigned(self.given_seen(order, holding)),
            State::Declined(holding) => StateView::Declined(self.given_seen(order, holding)),
            State::Completed { member, due, recorded } => {
                StateView::Completed { member, due, recorded }
            }
        };
        let mut barred = order.barred.clone();
        barred.sort_by_key(|(member, _)| *member);
        OrderView::Kept(Box::new(KeptView {
            terms: order.terms.clone(),
            submitted: order.submitted,
            deposit: order.deposit,
            counted: order.counted,
            barred,
            state,
        }))
    }

    fn given_seen(&self, order: &Commission, holding: Holding) -> GivenView {
        let Holding { member, on, basis, .. } = holding;
        let back = self.back(order, holding);
        let back_behind = back.map(|(behind, _)| behind);
        let back_in_ranking = back.is_some_and(|(_, in_ranking)| in_ranking);
        GivenView { member, on, basis, back_behind, back_in_ranking }
    }

    /// How many of the others stand before the place it would go back to, and whether that is one
    /// that a correction sorts (rules 3.2, 3.5).
    fn back(&self, order: &Commission, holding: Holding) -> Option<(u32, bool)> {
        let (from, to) = holding.moved?;
        let line = self.line(self.class_of(order)?);
        if line.number_of(holding.member) != Some(to) {
            return None;
        }
        let before = |place: &&(u64, MemberId)| place.0 < from && place.1 != holding.member;
        let behind = u32::try_from(line.places.iter().filter(before).count()).ok()?;
        Some((behind, line.is_ranked(from)))
    }
}
