//! Refusals: why a command changes nothing, in the order of precedence (rules 1.4 and 14).

use crate::facts::finding::{Ground, LagFinding};
use crate::facts::member::Category;
use crate::facts::standing::{Bar, Standing};
use crate::words::date::{Date, DueDate, Month};
use crate::words::id::{EnterpriseId, IdKind, ItemId, MemberId, OrderId, StationId};
use crate::words::label::Condition;
use crate::words::money::Price;

mod article;
mod code;
pub(crate) mod kind;

/// 不予受理: the first reason that applies for which a command is refused
/// ([rules 1.4](crate::rules#1.4)).
///
/// A refused command changes nothing. The variants stand in the order of precedence, as far as
/// there is one across acts: time, position, unknown ids, the rules of the act, ids exhausted.
/// `Display` is the English sentence; [`in_language`](Self::in_language) has the Chinese one too.
/// The enum is exhaustive, so that a new reason is noticed where it is handled.
#[doc(alias = "不予受理")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The date is before that of the last accepted command ([rules 1.2](crate::rules#1.2)).
    DateBeforeLast {
        /// The date of the command.
        date: Date,
        /// The date of the last accepted command.
        last: Date,
    },
    /// The date lies in a later month, which nobody opened ([rules 1.3](crate::rules#1.3)).
    MonthNotOpen {
        /// The month of the date.
        month: Month,
        /// The month that is open.
        open: Month,
    },
    /// `OpenMonth` is dated in another month than the next one ([rules 1.3](crate::rules#1.3)).
    MonthNotNext {
        /// The month of the date.
        month: Month,
        /// The month that is open.
        open: Month,
    },
    /// The ledger stands elsewhere than the command expects ([rules 1.7](crate::rules#1.7)).
    PositionNotExpected {
        /// The position the command expects to write.
        expected: u64,
        /// The position it would write.
        next: u64,
    },
    /// What it says to have happened happened after its own date ([rules 1.4](crate::rules#1.4)).
    OccurredAfterDate {
        /// When it is said to have happened.
        occurred: Date,
        /// The date of the command.
        date: Date,
    },
    /// There is no such station.
    UnknownStation {
        /// The station named.
        station: StationId,
    },
    /// There is no such enterprise.
    UnknownEnterprise {
        /// The enterprise named.
        enterprise: EnterpriseId,
    },
    /// There is no such item.
    UnknownItem {
        /// The item named.
        item: ItemId,
    },
    /// There never was such a member.
    UnknownMember {
        /// The member named.
        member: MemberId,
    },
    /// There never was such an order.
    UnknownOrder {
        /// The order named.
        order: OrderId,
    },
    /// The station is closed ([rules 1.10](crate::rules#1.10)).
    StationClosed {
        /// The station.
        station: StationId,
    },
    /// The station is not closed ([rules 1.10](crate::rules#1.10)).
    StationNotClosed {
        /// The station.
        station: StationId,
    },
    /// The item is off the menu ([rules 1.10](crate::rules#1.10)).
    ItemOffMenu {
        /// The item.
        item: ItemId,
    },
    /// The item is on the menu ([rules 1.10](crate::rules#1.10)).
    ItemOnMenu {
        /// The item.
        item: ItemId,
    },
    /// An enterprise is registered with this code.
    EnterpriseRegistered {
        /// That enterprise.
        enterprise: EnterpriseId,
    },
    /// A current member has this code ([rules 2.1](crate::rules#2.1)).
    CodeOfCurrentMember {
        /// That member.
        member: MemberId,
    },
    /// A member with this code was expelled, for good (article 22).
    CodeOfExpelledMember {
        /// That member.
        member: MemberId,
    },
    /// A member with this code withdrew in this month or the one before
    /// ([rules 2.1](crate::rules#2.1)).
    CodeWithdrewLately {
        /// That member.
        member: MemberId,
        /// When it withdrew.
        on: Date,
        /// The month from which it may come back; none: not before the last month there is.
        from: Option<Month>,
    },
    /// The firm served too few local high-tech orders (article 5).
    VolumeBelowMinimum {
        /// How many it served in the last two years.
        volume: u32,
        /// How many are needed.
        minimum: u32,
    },
    /// No item is offered ([rules 2.1](crate::rules#2.1), [2.3](crate::rules#2.3)).
    NoOffer,
    /// An item is outside what a member of this class may offer ([rules 2.2](crate::rules#2.2)).
    OfferOutOfReach {
        /// The item.
        item: ItemId,
        /// The member's class.
        category: Category,
    },
    /// The member has left the alliance.
    MemberNotCurrent {
        /// The member.
        member: MemberId,
    },
    /// The member has open orders and may not withdraw ([rules 2.4](crate::rules#2.4)).
    MemberHasOpenOrders {
        /// The member.
        member: MemberId,
        /// How many.
        open: u32,
    },
    /// The member is on leave ([rules 2.5](crate::rules#2.5)).
    MemberOnLeave {
        /// The member.
        member: MemberId,
    },
    /// The member is not on leave ([rules 2.5](crate::rules#2.5)).
    MemberNotOnLeave {
        /// The member.
        member: MemberId,
    },
    /// The ranking is of another year than the date ([rules 3.2](crate::rules#3.2)).
    RankingOfOtherYear {
        /// The year of the ranking.
        year: i32,
        /// The date.
        date: Date,
    },
    /// The ranking names a member twice ([rules 3.2](crate::rules#3.2)).
    MemberRankedTwice {
        /// The member.
        member: MemberId,
    },
    /// The enterprise is on the blacklist (article 21).
    EnterpriseBlacklisted {
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// An acceptance condition of the council is not met (article 15).
    ConditionNotMet {
        /// The condition.
        condition: Condition,
    },
    /// The price is zero.
    PriceZero,
    /// The price is above the menu's (article 14).
    PriceAboveMenu {
        /// The item.
        item: ItemId,
        /// The price asked.
        price: Price,
        /// The price of the menu.
        menu: Price,
    },
    /// A deposit is asked for without ground (article 20).
    DepositWithoutGround,
    /// The member named for the order has left the alliance (article 16).
    DesignatedHasLeft {
        /// The member.
        member: MemberId,
    },
    /// The member named for the order does not offer its item (article 16).
    DesignatedDoesNotOffer {
        /// The member.
        member: MemberId,
        /// The item.
        item: ItemId,
    },
    /// The member named for the order is barred from it ([rules 5.2](crate::rules#5.2) d).
    DesignatedBarred {
        /// The member.
        member: MemberId,
        /// By what.
        bar: Bar,
    },
    /// The order is not waiting ([rules 5.3](crate::rules#5.3)).
    OrderNotHeld {
        /// The order.
        order: OrderId,
    },
    /// The order is not with a member, as this act needs it to be ([rules 7.1](crate::rules#7.1)).
    OrderNotAssigned {
        /// The order.
        order: OrderId,
    },
    /// The order was not declined ([rules 7.2](crate::rules#7.2)).
    OrderNotDeclined {
        /// The order.
        order: OrderId,
    },
    /// The order has ended ([rules 7.1](crate::rules#7.1)).
    OrderEnded {
        /// The order.
        order: OrderId,
    },
    /// The member is not barred from the order because it declined it
    /// ([rules 7.8](crate::rules#7.8)).
    NotBarredByDeclining {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
    },
    /// The order is not completed ([rules 7.4](crate::rules#7.4)).
    OrderNotCompleted {
        /// The order.
        order: OrderId,
    },
    /// The order is neither assigned nor declined ([rules 7.1](crate::rules#7.1)).
    OrderNotOpen {
        /// The order.
        order: OrderId,
    },
    /// The completion is before the order was submitted, or after the command
    /// ([rules 7.3](crate::rules#7.3)).
    CompletionOutOfTime {
        /// The date of the completion.
        on: Date,
        /// The date on which the order was submitted.
        submitted: Date,
        /// The date of the command.
        date: Date,
    },
    /// The fee can still be paid in time (article 19).
    NotOverdue {
        /// The order.
        order: OrderId,
        /// The last day on which it can be paid in time: the first working day on or after the one
        /// on which it fell due, by the calendar in force.
        due: DueDate,
        /// The date on which the completion was recorded.
        recorded: Date,
    },
    /// Work on the order has begun ([rules 7.6](crate::rules#7.6)).
    WorkHasBegun {
        /// The order.
        order: OrderId,
    },
    /// The finding does not say all three that it has to (article 24).
    FindingIncomplete {
        /// What it says.
        finding: LagFinding,
    },
    /// The member that the platform names cannot have the order (article 24).
    NamedNotEligible {
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// Why not.
        standing: Standing,
    },
    /// Nobody else can have the order (article 24).
    NobodyEligible {
        /// The order.
        order: OrderId,
    },
    /// The precondition of the ground to expel the member is not met (article 22).
    GroundNotMet {
        /// The member.
        member: MemberId,
        /// The ground.
        ground: Ground,
    },
    /// The enterprise is not on the blacklist ([rules 7.5](crate::rules#7.5)).
    EnterpriseNotBlacklisted {
        /// The enterprise.
        enterprise: EnterpriseId,
    },
    /// The member is of another class than the seat ([rules 11](crate::rules#11)).
    NotOfTheClass {
        /// The member.
        member: MemberId,
        /// The class of the seat.
        category: Category,
    },
    /// The member holds a seat already ([rules 11](crate::rules#11)).
    HoldsSeat {
        /// The member.
        member: MemberId,
    },
    /// The member lost a seat for a breach in this calendar year (article 23).
    LostSeatThisYear {
        /// The member.
        member: MemberId,
        /// The year.
        year: i32,
    },
    /// No seat of the class is vacant (article 5).
    NoVacantSeat {
        /// The class.
        category: Category,
    },
    /// The member holds no seat; for a breach, it gave none up in this calendar year either
    /// ([rules 11](crate::rules#11)).
    HoldsNoSeat {
        /// The member.
        member: MemberId,
    },
    /// The period ends before it begins, or has more than 366 days ([rules 14](crate::rules#14)).
    DutyPeriod {
        /// Its first day.
        from: Date,
        /// Its last day.
        to: Date,
    },
    /// A duty day lies outside the period ([rules 14](crate::rules#14)).
    DutyDayOutside {
        /// The day.
        day: Date,
        /// The first day of the period.
        from: Date,
        /// The last day of the period.
        to: Date,
    },
    /// A duty day is no working day ([rules 14](crate::rules#14)).
    DutyDayOff {
        /// The day.
        day: Date,
    },
    /// The order is held, so that there is nothing to say of how it is served
    /// ([rules 12.5](crate::rules#12.5)).
    OrderHeld {
        /// The order.
        order: OrderId,
    },
    /// A complaint without a text ([rules 12.5](crate::rules#12.5)).
    ComplaintWithoutText,
    /// No reason is given for not accepting an order ([rules 12.4](crate::rules#12.4)).
    NoReason,
    /// A day is both a holiday and a make-up day ([rules 1.9](crate::rules#1.9)).
    HolidayAndMakeUpDay {
        /// The day.
        day: Date,
    },
    /// A make-up day from Monday to Friday, which is a working day already
    /// ([rules 1.9](crate::rules#1.9)).
    MakeUpDayInWeek {
        /// The day.
        day: Date,
    },
    /// A policy holds from a month after that of the date at the earliest
    /// ([rules 13](crate::rules#13)).
    PolicyMonthNotLater {
        /// The month of the policy.
        month: Month,
        /// The date of the command.
        date: Date,
    },
    /// The last id of this kind was given out ([rules 1.5](crate::rules#1.5)).
    IdsExhausted {
        /// The kind.
        kind: IdKind,
    },
}
