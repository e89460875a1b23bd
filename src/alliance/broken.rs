//! What does not hold of a snapshot, or of an alliance: of what, and which of its faults.

use crate::facts::council::Seat;
use crate::facts::member::Category;
use crate::words::date::{Date, Month};
use crate::words::id::{EnterpriseId, IdKind, ItemId, MemberId, OrderId, StationId};

/// What does not hold of a snapshot, or of an alliance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Broken {
    /// There is a position, but no date.
    #[error("the position is {0}, but there is no date")]
    PositionWithoutDate(u64),
    /// The position is past all counting.
    #[error("the position {0} is past all counting")]
    PositionTooHigh(u64),
    /// There are more orders than commands: each was accepted by one of its own.
    #[error("the position is {0}, but there are more orders than that")]
    PositionTooLow(u64),
    /// Something has a date, but the snapshot has none.
    #[error("there is no date, but {0}")]
    NoDate(Dated),
    /// A pending policy is for the month that is open, or an earlier one.
    #[error("the policy pending for {0} is not for a later month than that of the date")]
    PendingNotLater(Month),
    /// Two policies are pending for one month, or they are not in order.
    #[error("the policy pending for {0} is not for a later month than the one before it")]
    PendingOrder(Month),
    /// A day is both a holiday and a make-up day.
    #[error("{0} is both a holiday and a make-up day")]
    HolidayAndMakeUpDay(Date),
    /// A make-up day is one from Monday to Friday.
    #[error("the make-up day {0} is one from Monday to Friday")]
    MakeUpDayInWeek(Date),
    /// The ranking is of a later year than the date, or one that is no year.
    #[error("the ranking is of the year {0}, which is not that of the date or before")]
    RankingYear(i32),
    /// A figure of the ranking.
    #[error("the figure of member {0} in the ranking {1}")]
    Volume(MemberId, VolumeFault),
    /// Two enterprises have one code.
    #[error("enterprise {0} has the code of enterprise {1}")]
    EnterpriseCode(EnterpriseId, EnterpriseId),
    /// A member.
    #[error("member {0} {1}")]
    Member(MemberId, MemberFault),
    /// A seat of the council.
    #[error("the holder of the council's seat {0:?}, member {1}, {2}")]
    Seat(Seat, MemberId, SeatFault),
    /// A member in a line.
    #[error("member {1} {2} the line {0:?}")]
    Line(Category, MemberId, LineFault),
    /// The numbers of a line's places.
    #[error("in the line {0:?} {1}")]
    Places(Category, PlacesFault),
    /// The cursor of a line.
    #[error("the cursor of the line {0:?} {1}")]
    Cursor(Category, CursorFault),
    /// The tally of a member.
    #[error("the tally of member {0} {1}")]
    Tally(MemberId, TallyFault),
    /// A suspension of a member.
    #[error("a suspension of member {0} {1}")]
    Suspension(MemberId, SuspensionFault),
    /// An order that has not ended.
    #[error("order {0} {1}")]
    Order(OrderId, OrderFault),
    /// An order waits, though a member is eligible for it.
    #[error("order {0} waits, though member {1} is eligible for it")]
    Waits(OrderId, MemberId),
    /// More of one kind than there are ids.
    #[error("there are more of the kind {0:?} than there are ids")]
    TooMany(IdKind),
    /// What is kept to find things quickly does not agree with the rest; a fault of this crate.
    #[error("an index does not agree with the state; please report it")]
    Index,
}

/// Something that has a date of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Dated {
    /// A tally of the open month.
    #[error("member {0} has a tally")]
    Tally(MemberId),
    /// A suspension in force.
    #[error("member {0} is suspended")]
    Suspension(MemberId),
    /// An order.
    #[error("there are orders")]
    Order,
    /// A policy adopted for a month.
    #[error("a policy is pending for {0}")]
    Pending(Month),
    /// A ranking.
    #[error("there is a ranking of {0}")]
    Ranking(i32),
    /// A member that left, or got a notice.
    #[error("member {0} left, or got a notice")]
    Member(MemberId),
}

macro_rules! faults {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $(($($of:ty),*))? = $words:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* #[error($words)] $variant $(($($of),*))?,)*
        }
    )*};
}

faults! {
    /// What is wrong with a figure of the ranking.
    VolumeFault {
        /// There is no such member.
        Nobody = "is of no known member",
        /// There is an earlier figure of the member, or of one after it.
        Order = "does not stand in the order of the ids, each once",
        /// Members with none are left out.
        Zero = "is zero, and to be left out",
    }
    /// What is wrong with a member.
    MemberFault {
        /// An earlier member that is current has its code.
        CodeOfCurrent(MemberId) = "has the code of member {0}, which is current",
        /// An earlier member that was expelled has its code.
        CodeOfExpelled(MemberId) = "has the code of member {0}, which was expelled for good",
        /// An earlier member with its code withdrew less than a whole month before it.
        BackTooSoon(MemberId) = "came back before a whole month had passed since member {0} withdrew",
        /// It offers an item that there is not.
        UnknownItem(ItemId) = "offers item {0}, which is unknown",
        /// It offers an item of another class than its own, which only a comprehensive member may
        /// under a policy of the city, this one or an earlier.
        OutOfReach(ItemId) = "offers item {0} of another class, and is not comprehensive",
        /// It is current, and offers nothing.
        NoOffer = "is current and offers nothing",
        /// It withdrew after the date.
        WithdrewLater(Date) = "withdrew on {0}, after the date",
        /// It was expelled after the date.
        ExpelledLater(Date) = "was expelled on {0}, after the date",
        /// It left, and is on leave all the same.
        OnLeave = "has left, and is on leave all the same",
        /// It got its last notice after the date.
        NoticeLater(Date) = "got its last notice on {0}, after the date",
        /// The year in which it lost or gave up a seat is after that of the date, or none at all.
        SeatYear(i32) = "lost or gave up a seat in {0}, which is not the year of the date or one before",
    }
    /// What is wrong with the holder of a seat.
    SeatFault {
        /// There is no such member.
        Nobody = "is unknown",
        /// It has left the alliance.
        Left = "has left the alliance",
        /// It is of another class.
        Class = "is of another class",
        /// It lost a seat for a breach in the year of the date, and not as one that gave a seat up under
        /// an earlier id.
        LostThisYear = "lost a seat for a breach in the year of the date",
        /// It holds another seat, too.
        Twice = "holds another seat, too",
    }
    /// What is wrong with a member and a line.
    LineFault {
        /// It is current and offers an item of the category, but does not stand in it.
        Missing = "is current and offers an item of the category, but does not stand in",
        /// It is unknown, has left, or offers no item of the category.
        Stray = "is unknown, has left, or offers no item of the category, but stands in",
        /// It stands in it twice.
        Twice = "stands twice in",
    }
    /// What is wrong with the numbers of a line's places.
    PlacesFault {
        /// A member's place has no higher number than the one before it.
        Order(MemberId) = "the number of the place of member {0} is not higher than the one before it",
        /// The next place would have a number that is not higher than all others.
        Next = "the number of the next place is not higher than all others",
        /// The next place would have a number past all counting.
        TooHigh = "the number of the next place is past all counting",
        /// The places that the last sorting gave do not lie before the next one.
        Sorted = "the places that the last sorting gave do not lie in order before the next one",
    }
    /// What is wrong with the cursor of a line.
    CursorFault {
        /// The policy has a cursor, the line has members, and none of them has it.
        Missing = "is missing",
        /// It is on one that does not stand in the line.
        Stray(MemberId) = "is on member {0}, which does not stand in it",
        /// The policy has no cursor.
        NotAsked = "is there, though the policy in force has none",
    }
    /// What is wrong with the tally of a member.
    TallyFault {
        /// There is no such member.
        Nobody = "is of no known member",
        /// The member has another one.
        Twice = "stands twice",
        /// It has no order.
        Empty = "has no order, and is to be left out",
        /// There is no such item.
        UnknownItem(ItemId) = "has orders of item {0}, which is unknown",
        /// An item has no order.
        NoOrders(ItemId) = "has no order of item {0}, which is to be left out",
        /// An item stands twice.
        ItemTwice(ItemId) = "has item {0} twice",
        /// So many orders cannot have this amount.
        Amount = "has an amount that its orders cannot have",
        /// There are more orders in all tallies than an alliance can count.
        TooMany = "brings the orders of the month past all counting",
        /// It has fewer orders of an item than are open and were given to the member this month.
        LacksOpen(ItemId) = "lacks orders of item {0} that are open and were given this month",
        /// The amount of what is open and was given this month does not fit in.
        LacksAmount = "has an amount that those open and given this month do not fit in",
    }
    /// What is wrong with a suspension.
    SuspensionFault {
        /// There is no such member.
        Nobody = "is of no known member",
        /// There is no such item.
        UnknownItem(ItemId) = "is from item {0}, or for a cap of it, which is unknown",
        /// An amount cap suspends from all items.
        ItemByAmount = "is from one item by the amount cap, which suspends from all",
        /// The same suspension stands twice.
        Twice = "stands twice",
        /// It is from another item than the one of its cap.
        OtherItem(ItemId) = "is from another item than {0}, the one of its cap",
    }
    /// What is wrong with an order that has not ended.
    OrderFault {
        /// There is no such station.
        UnknownStation(StationId) = "came in through station {0}, which is unknown",
        /// There is no such enterprise.
        UnknownEnterprise(EnterpriseId) = "is of enterprise {0}, which is unknown",
        /// There is no such item.
        UnknownItem(ItemId) = "is for item {0}, which is unknown",
        /// There is no such member.
        UnknownMember(MemberId) = "names member {0}, which is unknown",
        /// Its price is zero.
        PriceZero = "has no price",
        /// Its deposit is above its price.
        Deposit = "has a deposit above its price",
        /// A deposit is held that was not asked for.
        DepositNotAsked = "has a deposit that was not asked for",
        /// Its fee is due before it was submitted.
        DueTooEarly = "has a fee that was due before it was submitted",
        /// It was submitted after the date.
        SubmittedLater(Date) = "was submitted on {0}, after the date",
        /// A member is barred from it twice, itself or under another id, or they are not in order.
        Barred(MemberId) = "bars member {0} twice, or under two ids, or out of order",
        /// It was given to a member, but not settled whether it counts.
        Uncounted = "was given, but it is not settled whether it counts",
        /// It was given before it was submitted, or after the date.
        Given(Date) = "was given on {0}, before it was submitted or after the date",
        /// Its completion was recorded before it was submitted, or after the date.
        Completed(Date) = "was recorded as completed on {0}, before it was submitted or after the date",
        /// The places that it remembers are not two of the line, the first before the other.
        Moved = "remembers places that its member cannot have left and got",
        /// The place that its member left is taken, or another order remembers it, too.
        RememberedPlace = "remembers a place that is taken, or that another order remembers, too",
        /// It is with one that is barred from it.
        HolderBarred(MemberId) = "is with member {0}, which is barred from it",
        /// It was given to a member that the platform named, but never taken from another.
        NamedWithoutReassignment = "was given to one that the platform named, but never taken from another",
        /// It is with one that is not a current member.
        Holder(MemberId) = "is with member {0}, which is not a current one",
    }
}
