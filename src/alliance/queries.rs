//! What a service asks of an alliance beside a decision: orders by state, by member, by enterprise,
//! by date; members by class; the firm behind a code. Each says what it costs.

use crate::alliance::Alliance;
use crate::facts::member::{Category, Member};
use crate::facts::order::{OrderRecord, OrderState, Place, Stage};
use crate::rules::settlement;
use crate::words::credit_code::CreditCode;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, MemberId, OrderId};

impl Alliance {
    /// The orders that have not ended, in the order of submission, each with its record.
    ///
    /// Costs as many steps as the most orders that were kept at once, and sorting those that are.
    ///
    /// ```
    /// use paidan::{Alliance, Policy};
    /// let alliance = Alliance::new(Policy::cixi_2021());
    /// assert_eq!(alliance.orders().count(), 0);
    /// ```
    pub fn orders(&self) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        self.docket.kept().into_iter()
    }

    /// The orders that have not ended and are at a stage, in the order of submission. Costs as
    /// [`orders`](Self::orders).
    pub fn orders_at(&self, stage: Stage) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        self.orders().filter(move |(_, record)| record.state.stage() == stage)
    }

    /// The orders that a member has, or served and that are not paid for, in the order of
    /// submission. Costs as [`orders`](Self::orders); [`open_orders`](Self::open_orders) costs less.
    pub fn orders_of(&self, member: MemberId) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        self.orders().filter(move |(_, record)| record.state.member() == Some(member))
    }

    /// The orders of an enterprise that have not ended, in the order of submission. Costs as
    /// [`orders`](Self::orders).
    pub fn orders_of_enterprise(
        &self,
        enterprise: EnterpriseId,
    ) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        self.orders().filter(move |(_, record)| record.terms.enterprise == enterprise)
    }

    /// 逾期: the completed orders whose fee is overdue on a date, by the calendar in force, in the
    /// order of submission: of these a default could be recorded on it
    /// ([rules 7.4](crate::rules#7.4)). Costs as [`orders`](Self::orders).
    #[doc(alias = "逾期")]
    pub fn overdue(&self, date: Date) -> impl Iterator<Item = (OrderId, &OrderRecord)> {
        self.orders().filter(move |(_, record)| match record.state {
            OrderState::Completed(of) => settlement::is_overdue(&self.calendar, &of, date),
            _ => false,
        })
    }

    /// How many orders were ever accepted: their ids go from 1 to this. Costs nothing.
    pub fn accepted_orders(&self) -> usize {
        self.docket.count()
    }

    /// The current members of a class, in the order of their ids. Costs a step for every member
    /// there ever was.
    pub fn members_of(&self, category: Category) -> impl Iterator<Item = (MemberId, &Member)> {
        let ids = (0..).map_while(MemberId::nth);
        let members = ids.zip(self.members());
        members.filter(move |(_, firm)| firm.is_current() && firm.category == category)
    }

    /// The member that was admitted last with a code, current or gone. Costs a search among the
    /// codes.
    pub fn member_with(&self, code: &CreditCode) -> Option<MemberId> {
        self.roster.last_with(code).map(|(member, _)| member)
    }

    /// The enterprise that is registered with a code. Costs a search among the codes.
    pub fn enterprise_with(&self, code: &CreditCode) -> Option<EnterpriseId> {
        self.registry.enterprise_with(code)
    }

    /// The number of the place where a member stands in a line, if it does: it grows from front to
    /// end ([rules 3.5](crate::rules#3.5)). Costs the same wherever it stands.
    pub fn place_of(&self, category: Category, member: MemberId) -> Option<Place> {
        self.lines.of(category).place_of(member)
    }
}
