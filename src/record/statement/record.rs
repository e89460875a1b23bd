//! What each event of the month adds to the statement.

use crate::facts::cap::{CapFigures, TallyEffect};
use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::facts::finding::Cause;
use crate::facts::order::{Basis, Counted};
use crate::record::statement::entries::{
    AdmissionEntry, BlacklistEntry, BlacklistKind, CouncilEntry, CouncilKind, DeclineEntry,
    DeclineKind, DesignationEntry, DispatchEntry, DutyEntry, ExitEntry, ExitKind, ExitOrder,
    LossEntry, LossKind, RankingEntry, ReachedEntry, ReassignmentEntry, ShareEntry,
    SuspensionEntry,
};
use crate::record::statement::known::order_of;
use crate::record::statement::{Stage, StatementFold};
use crate::words::date::Date;
use crate::words::id::{ItemId, MemberId, OrderId, StationId};

impl StatementFold {
    /// The month begins or ends with some events.
    pub(crate) fn turn(&mut self, event: &Event) {
        let wanted = self.statement.month;
        match (*event, self.stage) {
            (Event::MonthOpened { month }, Stage::Before) if month == wanted => {
                self.stage = Stage::During;
            }
            (Event::MonthClosed { .. }, Stage::During) => {
                self.take_stock();
                self.statement.is_closed = true;
                self.stage = Stage::Closed;
            }
            (Event::MonthOpened { .. }, Stage::Closed) => self.stage = Stage::After,
            _ => {}
        }
    }

    /// How things stand at the end of the month.
    pub(crate) fn take_stock(&mut self) {
        self.statement.names = self.known.names.clone();
        self.statement.caps = self.known.policy.caps;
        self.statement.ranked = self.known.ranked;
        self.statement.lines = self.known.lines();
        self.statement.held = self.known.held();
        self.statement.shares = self.shares();
        self.statement.indicator = self.indicator.clone().finish();
    }

    /// Every share, by item, then member, the amounts last.
    fn shares(&self) -> Vec<ShareEntry> {
        let (mut items, mut amounts) = (Vec::<(ItemId, ShareEntry)>::new(), Vec::new());
        for member in self.tally.members() {
            for (item, own) in self.tally.items_of(member) {
                let whole = self.tally.orders_for(item);
                let figures = CapFigures::Item { item, own, whole };
                items.push((item, ShareEntry { member, figures }));
            }
            let (own, whole) = (self.tally.amount_of(member), self.tally.amount());
            amounts.push(ShareEntry { member, figures: CapFigures::Amount { own, whole } });
        }
        items.sort_by_key(|(item, share)| (*item, share.member));
        items.into_iter().map(|(_, share)| share).chain(amounts).collect()
    }

    /// Adds what an event says to its list.
    pub(crate) fn record(&mut self, command: &Command, event: &Event) {
        let on = command.date;
        match *event {
            Event::Dispatched { order, member, basis, counted, .. } => {
                self.record_giving(on, order, member, basis, counted);
            }
            Event::Held { order } => self.record_after_exit(order, None),
            Event::CameOff { order, member, tally } => {
                self.record_loss(command, order, member, tally);
            }
            Event::WentBack { .. } => {
                if let Some(loss) = self.statement.losses.last_mut() {
                    loss.went_back = true;
                }
            }
            Event::RunRaised { order, member, run } => {
                self.record_reassignment(on, order, member, run);
            }
            Event::Declined { order, member, cause } => {
                let what = match cause {
                    Cause::Justified => DeclineKind::WithCause,
                    Cause::None => DeclineKind::WithoutCause,
                };
                self.record_decline(on, order, member, what);
            }
            Event::CauseFound { order, member } => {
                self.record_decline(on, order, member, DeclineKind::CauseFound);
            }
            Event::Resumed { order, member } => {
                self.record_decline(on, order, member, DeclineKind::Complied);
            }
            Event::Abandoned { order } => self.record_walking_away(on, order),
            _ => {
                self.record_of_month(event);
                self.record_of_members(command, event);
                self.record_of_house(command, event);
            }
        }
    }

    /// Caps, suspensions, and the ranking.
    fn record_of_month(&mut self, event: &Event) {
        match *event {
            Event::CapReached { member, cap, reach } => {
                self.statement.reached.push(ReachedEntry { member, cap, reach });
            }
            Event::Suspended { member, scope, cap } => {
                self.statement.suspensions.push(SuspensionEntry { member, scope, cap });
            }
            _ => {}
        }
    }

    /// Who came and left, the ranking, and the blacklist.
    fn record_of_members(&mut self, command: &Command, event: &Event) {
        let on = command.date;
        match (*event, &command.act) {
            (Event::Admitted { member }, Act::Admit(firm)) => {
                let category = firm.category;
                self.statement.admissions.push(AdmissionEntry { on, member, category });
            }
            (Event::Withdrawn { member }, _) => self.record_exit(on, member, ExitKind::Withdrew),
            (Event::Expelled { member, ground }, act) => {
                if let Act::Mediate { order, .. } = *act {
                    self.record_decline(on, order, member, DeclineKind::DidNotComply);
                }
                self.is_exit = true;
                self.record_exit(on, member, ExitKind::Expelled(ground));
            }
            (Event::RankingPublished { year, publication }, _) => {
                let sorted = Vec::new();
                self.statement.rankings.push(RankingEntry { on, year, publication, sorted });
            }
            (Event::LineSorted { category, .. }, Act::PublishRanking { .. }) => {
                if let Some(ranking) = self.statement.rankings.last_mut() {
                    ranking.sorted.push(category);
                }
            }
            (Event::Blacklisted { enterprise }, act) => {
                let Some((order, of)) =
                    order_of(act).and_then(|order| Some((order, self.known.order(order)?.station)))
                else {
                    return;
                };
                let what = match act {
                    Act::Abandon { .. } => BlacklistKind::Abandoned(order),
                    _ => BlacklistKind::Unpaid(order),
                };
                let customer = self.known.customer(of, enterprise);
                self.statement.blacklist.push(BlacklistEntry { on, customer, what });
            }
            (Event::BlacklistingLifted { enterprise }, _) => {
                let lifted = self.known.blacklisted(enterprise);
                let what = BlacklistKind::Lifted;
                let lifted = lifted.map(|customer| BlacklistEntry { on, customer, what });
                self.statement.blacklist.extend(lifted);
            }
            _ => {}
        }
    }

    /// The council and the duty plans.
    fn record_of_house(&mut self, command: &Command, event: &Event) {
        let on = command.date;
        let (member, what) = match (*event, &command.act) {
            (Event::SeatTaken { member, seat }, _) => (member, CouncilKind::Seated(seat)),
            (Event::SeatVacated { member, vacancy, .. }, _) => {
                (member, CouncilKind::Vacated(vacancy))
            }
            (Event::BreachRecorded { member, kind }, _) => (member, CouncilKind::Breach(kind)),
            (Event::DutyShort { station, from, found, needed }, _) => {
                self.statement.duty_short.push(DutyEntry { on, station, from, found, needed });
                return;
            }
            _ => return,
        };
        self.statement.council.push(CouncilEntry { on, member, what });
    }

    /// An order is given.
    fn record_giving(
        &mut self,
        on: Date,
        order: OrderId,
        member: MemberId,
        basis: Basis,
        counted: Counted,
    ) {
        self.record_after_exit(order, Some(member));
        let Some(open) = self.known.order(order) else { return };
        let (station, item, price) = (open.station, open.item, open.price);
        let customer = self.known.customer(station, open.enterprise);
        let entry = DispatchEntry { on, order, item, customer, price, member, basis, counted };
        self.statement.dispatches.push(entry);
        if counted == Counted::Yes {
            self.tally.add(member, item, 1, price);
        }
        if basis == Basis::Designation {
            self.record_designation(station, member);
        }
    }

    fn record_designation(&mut self, station: StationId, member: MemberId) {
        let list = &mut self.statement.designations;
        match list.binary_search_by_key(&(station, member), |of| (of.station, of.member)) {
            Ok(at) => {
                if let Some(of) = list.get_mut(at) {
                    of.orders = of.orders.saturating_add(1);
                }
            }
            Err(at) => list.insert(at, DesignationEntry { station, member, orders: 1 }),
        }
    }

    /// An order comes off a member.
    fn record_loss(
        &mut self,
        command: &Command,
        order: OrderId,
        member: MemberId,
        tally: TallyEffect,
    ) {
        let on = command.date;
        let by = match command.act {
            _ if self.is_exit => LossKind::Exit,
            Act::Reassign { .. } => LossKind::Reassigned,
            Act::CallOff { .. } => LossKind::CalledOff,
            _ => LossKind::Declined,
        };
        if tally == TallyEffect::ComesOff
            && let Some(open) = self.known.order(order)
        {
            self.tally.remove(member, open.item, open.price);
        }
        let went_back = false;
        self.statement.losses.push(LossEntry { on, order, member, by, tally, went_back });
    }

    fn record_decline(&mut self, on: Date, order: OrderId, member: MemberId, what: DeclineKind) {
        self.statement.declines.push(DeclineEntry { on, order, member, what });
    }

    /// The enterprise abandons an order, which may be in mediation.
    fn record_walking_away(&mut self, on: Date, order: OrderId) {
        let declined = self.known.order(order).filter(|open| open.is_declined);
        if let Some((member, _)) = declined.and_then(|open| open.given) {
            self.record_decline(on, order, member, DeclineKind::WalkedAway);
        }
    }

    /// The run of a member goes up: the order that was taken from it has been given.
    fn record_reassignment(&mut self, on: Date, order: OrderId, from: MemberId, run: u32) {
        let Some((to, basis)) = self.known.order(order).and_then(|open| open.given) else {
            return;
        };
        let entry = ReassignmentEntry { on, order, from, to, basis, run };
        self.statement.reassignments.push(entry);
    }

    fn record_exit(&mut self, on: Date, member: MemberId, how: ExitKind) {
        self.statement.exits.push(ExitEntry { on, member, how, orders: Vec::new() });
    }

    /// An order of a member that had to leave goes on, or waits.
    fn record_after_exit(&mut self, order: OrderId, to: Option<MemberId>) {
        if let Some(exit) = self.statement.exits.last_mut()
            && self.is_exit
        {
            exit.orders.push(ExitOrder { order, to });
        }
    }
}
