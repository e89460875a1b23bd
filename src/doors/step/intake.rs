//! `Accept`, `Designate` and `Cancel`: an order comes in, and goes to a member or waits
//! (articles 15, 16 and rules 4, 5).

use crate::doors::check;
use crate::doors::dispatch::{Found, booking, decide};
use crate::doors::step::{Course, Step};
use crate::facts::event::Event;
use crate::facts::order::{Basis, Counted, Order};
use crate::words::id::{MemberId, OrderId};

impl<C: Course> Step<'_, C> {
    /// Accepts an order, and gives it to a member or lets it wait.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `Step::run`")]
    pub(crate) fn accept(&mut self, order: &Order) -> Result<(), C::Stop> {
        let intake = check::intake::accept(self.alliance(), order)?;
        self.emit(Event::Accepted { order: intake.order, deposit: intake.deposit })?;
        let decided = decide(order, || {
            let search = self.alliance().search_for(order, intake.category);
            self.course.choose(intake.order, &search)
        });
        self.place(intake.order, decided, None)
    }

    /// Gives an order to the member that was found, or lets it wait.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    pub(crate) fn place(
        &mut self,
        order: OrderId,
        decided: Option<Found>,
        settled: Option<Counted>,
    ) -> Result<(), C::Stop> {
        match decided {
            Some(Found { member, basis }) => self.give_as(order, member, basis, settled),
            None => self.emit(Event::Held { order }),
        }
    }

    /// Gives an order that came in before.
    pub(crate) fn give(
        &mut self,
        order: OrderId,
        member: MemberId,
        basis: Basis,
    ) -> Result<(), C::Stop> {
        let settled = self.alliance().docket.record(order).and_then(|record| record.counted);
        self.give_as(order, member, basis, settled)
    }

    /// Gives an order; the first time settles whether it counts.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "see `apply_event`")]
    fn give_as(
        &mut self,
        order: OrderId,
        member: MemberId,
        basis: Basis,
        settled: Option<Counted>,
    ) -> Result<(), C::Stop> {
        let (motion, counted) = booking(self.course.policy(), basis, settled);
        self.emit(Event::Dispatched { order, member, basis, motion, counted })
    }

    /// Gives a held order to the member that the enterprise names.
    pub(crate) fn designate(&mut self, order: OrderId, member: MemberId) -> Result<(), C::Stop> {
        check::intake::designate(self.alliance(), order, member)?;
        self.give(order, member, Basis::Designation)
    }

    /// Ends a held order without consequence; a deposit goes back.
    pub(crate) fn cancel(&mut self, order: OrderId) -> Result<(), C::Stop> {
        let amount = check::intake::cancel(self.alliance(), order)?.deposit;
        self.emit(Event::Cancelled { order })?;
        self.return_deposit(order, amount)
    }
}
