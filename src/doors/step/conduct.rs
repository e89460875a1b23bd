//! `Reassign`, `Expel`, `Notify`, `LiftBlacklisting` and `AdoptCalendar`: how members and
//! enterprises are held to their word (articles 21, 22, 24 and rules 1.9, 8, 10).

use crate::doors::check;
use crate::doors::reassign::reassign;
use crate::doors::step::{Course, Step};
use crate::facts::calendar::Calendar;
use crate::facts::event::Event;
use crate::facts::finding::{Ground, LagFinding, Misconduct};
use crate::facts::order::Loss;
use crate::words::id::{EnterpriseId, MemberId, OrderId};

impl<C: Course> Step<'_, C> {
    /// 调单: a lagging order goes to another member; at the limit the first one exits.
    pub(crate) fn reassign(
        &mut self,
        order: OrderId,
        finding: LagFinding,
        to: Option<MemberId>,
    ) -> Result<(), C::Stop> {
        let decided = reassign(self.alliance(), order, &finding, to)?;
        let (_, giving) = check::work::assigned(self.alliance(), order)?;
        let member = decided.from;
        self.emit(Event::Reassigned { order, from: member, to: decided.to })?;
        self.come_off(order, giving)?;
        self.emit(Event::Barred { order, member, by: Loss::Reassigned })?;
        self.give(order, decided.to, decided.basis)?;
        self.emit(Event::RunRaised { order, member, run: decided.run })?;
        if decided.exits {
            let mut others = self.alliance().open_orders(member);
            others.retain(|other| *other != order);
            self.exit(member, Ground::ReassignedInARow, others)?;
        }
        Ok(())
    }

    /// A member has to leave; one that withdrew counts as expelled from now on.
    pub(crate) fn expel(
        &mut self,
        member: MemberId,
        misconduct: &Misconduct,
    ) -> Result<(), C::Stop> {
        check::conduct::expel(self.alliance(), member, misconduct, self.command.date)?;
        let orders = self.alliance().open_orders(member);
        self.exit(member, misconduct.ground(), orders)
    }

    /// A member gets a rectification notice.
    pub(crate) fn notify(&mut self, member: MemberId) -> Result<(), C::Stop> {
        check::conduct::notify(self.alliance(), member)?;
        self.emit(Event::Notified { member })
    }

    /// An enterprise comes off the blacklist.
    pub(crate) fn lift_blacklisting(&mut self, enterprise: EnterpriseId) -> Result<(), C::Stop> {
        check::conduct::lift_blacklisting(self.alliance(), enterprise)?;
        self.emit(Event::BlacklistingLifted { enterprise })
    }

    /// A calendar replaces the one before; due dates already fixed stay.
    pub(crate) fn adopt_calendar(&mut self, calendar: &Calendar) -> Result<(), C::Stop> {
        check::conduct::adopt_calendar(calendar)?;
        self.emit(Event::CalendarAdopted)
    }
}
