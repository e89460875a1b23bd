//! What the lists of the second engine hold, and how things are found in them.

use paidan::{
    Basis, Counted, CreditCode, Date, DueDate, End, EnterpriseId, ItemId, Loss, MemberId,
    Membership, Money, Month, Order, OrderId, Price, Refusal, StationId,
};

use super::Plain;
use crate::model::view::{EnterpriseView, ItemView, MemberView, StationView};

/// A line: places with growing numbers, from front to end (rules 3.5).
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) places: Vec<(u64, MemberId)>,
    /// The last number given out in this line.
    pub(super) last: u64,
    pub(super) cursor: Option<MemberId>,
    /// The numbers that the last sorting of the whole line gave (rules 3.2).
    pub(super) sorted: Vec<u64>,
}

/// What goes with a code and not with an id (rules 2.1).
#[derive(Clone, Debug)]
pub(super) struct Firm {
    pub(super) code: CreditCode,
    pub(super) run: u32,
    pub(super) notice: Option<Date>,
    /// The last year in which a seat was lost for a breach.
    pub(super) seat_lost: Option<i32>,
    /// The last year in which a seat was given up.
    pub(super) seat_given_up: Option<i32>,
}

/// One order given to one member on one date, once and for all on this list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given {
    pub(super) order: OrderId,
    pub(super) member: MemberId,
    pub(super) item: ItemId,
    pub(super) price: Price,
    pub(super) on: Date,
    pub(super) counted: Counted,
    /// It came off within its month (rules 6.2).
    pub(super) off: bool,
}

/// An order once accepted.
#[derive(Clone, Debug)]
pub(super) struct Commission {
    pub(super) terms: Order,
    pub(super) submitted: Date,
    pub(super) deposit: Money,
    pub(super) counted: Option<Counted>,
    pub(super) barred: Vec<(MemberId, Loss)>,
    pub(super) state: State,
}

/// Where an order stands (rules 7.1).
#[derive(Clone, Copy, Debug)]
pub(super) enum State {
    Held,
    Assigned(Holding),
    Declined(Holding),
    Completed { member: MemberId, due: DueDate, recorded: Date },
    Ended(End),
}

/// The giving an open order is with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Holding {
    pub(super) member: MemberId,
    pub(super) on: Date,
    pub(super) basis: Basis,
    /// The number of the place it left and of the one it got, when it was sent to the end.
    pub(super) moved: Option<(u64, u64)>,
}

impl State {
    /// The giving of an open order: assigned or declined (rules 7.1).
    pub(super) fn open(self) -> Option<Holding> {
        match self {
            Self::Assigned(holding) | Self::Declined(holding) => Some(holding),
            _ => None,
        }
    }
}

impl Plain {
    /// The month of the last accepted command.
    pub(super) fn month(&self) -> Option<Month> {
        self.date.map(Date::month)
    }

    pub(super) fn find_station(&self, station: StationId) -> Result<&StationView, Refusal> {
        self.stations.get(station.index()).ok_or(Refusal::UnknownStation { station })
    }

    pub(super) fn find_enterprise(
        &self,
        enterprise: EnterpriseId,
    ) -> Result<&EnterpriseView, Refusal> {
        let found = self.enterprises.get(enterprise.index());
        found.ok_or(Refusal::UnknownEnterprise { enterprise })
    }

    pub(super) fn find_item(&self, item: ItemId) -> Result<&ItemView, Refusal> {
        self.items.get(item.index()).ok_or(Refusal::UnknownItem { item })
    }

    pub(super) fn find_member(&self, member: MemberId) -> Result<&MemberView, Refusal> {
        self.members.get(member.index()).ok_or(Refusal::UnknownMember { member })
    }

    /// The same, of a member that is current (rules 14).
    pub(super) fn find_current(&self, member: MemberId) -> Result<&MemberView, Refusal> {
        let found = self.find_member(member)?;
        match found.standing {
            Membership::Current => Ok(found),
            _ => Err(Refusal::MemberNotCurrent { member }),
        }
    }

    pub(super) fn find_order(&self, order: OrderId) -> Result<&Commission, Refusal> {
        self.orders.get(order.index()).ok_or(Refusal::UnknownOrder { order })
    }

    /// The giving of an order that is assigned.
    pub(super) fn find_assigned(&self, order: OrderId) -> Result<Holding, Refusal> {
        match self.find_order(order)?.state {
            State::Assigned(holding) => Ok(holding),
            _ => Err(Refusal::OrderNotAssigned { order }),
        }
    }

    pub(super) fn code(&self, member: MemberId) -> Option<CreditCode> {
        self.members.get(member.index()).map(|found| found.code)
    }

    /// Whether two ids are of one firm, whatever became of it in between (rules 2.1).
    pub(super) fn same_firm(&self, one: MemberId, other: MemberId) -> bool {
        self.code(one).is_some() && self.code(one) == self.code(other)
    }

    pub(super) fn firm(&self, member: MemberId) -> Option<&Firm> {
        let code = self.code(member)?;
        self.firms.iter().find(|firm| firm.code == code)
    }

    /// Changes what goes with the code of a member.
    pub(super) fn change_firm(&mut self, member: MemberId, change: impl FnOnce(&mut Firm)) {
        let code = self.code(member);
        if let Some(firm) = self.firms.iter_mut().find(|firm| Some(firm.code) == code) {
            change(firm);
        }
    }

    /// How a member left; leaving ends its leave, with no conclusion of its own (rules 2.5).
    pub(super) fn set_standing(&mut self, member: MemberId, standing: Membership) {
        if let Some(found) = self.members.get_mut(member.index()) {
            found.standing = standing;
            found.on_leave = false;
        }
    }

    pub(super) fn set_state(&mut self, order: OrderId, state: State) {
        if let Some(found) = self.orders.get_mut(order.index()) {
            found.state = state;
        }
    }

    /// The orders of which something holds, in order of submission.
    pub(super) fn orders_where(&self, holds: impl Fn(&Commission) -> bool) -> Vec<OrderId> {
        let numbered = self.orders.iter().enumerate();
        numbered
            .filter(|(_, order)| holds(order))
            .filter_map(|(at, _)| OrderId::at(at).ok())
            .collect()
    }

    /// The open orders of a member, in order of submission.
    pub(super) fn open_orders(&self, member: MemberId) -> Vec<OrderId> {
        self.orders_where(|order| order.state.open().is_some_and(|open| open.member == member))
    }
}
