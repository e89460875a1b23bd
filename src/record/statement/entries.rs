//! What a statement lists: one type for each kind of entry.

use crate::facts::cap::{CapFigures, Reach, TallyEffect};
use crate::facts::council::{Breach, Seat, Vacancy};
use crate::facts::event::Publication;
use crate::facts::finding::Ground;
use crate::facts::member::Category;
use crate::facts::order::{Basis, Counted};
use crate::facts::policy::CapScope;
use crate::facts::register::Registered;
use crate::words::date::Date;
use crate::words::id::{EnterpriseId, ItemId, MemberId, OrderId, StationId};
use crate::words::label::Name;
use crate::words::money::Money;

#[cfg(feature = "serde")]
mod form;

macro_rules! entries {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $of:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $of,)*
        }
    )*};
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $(($of:ty))?,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant $(($of))?,)*
        }
    )*};
}

entries! {
    /// 企业: a customer, by name, or for the public just as an enterprise of a station.
    #[doc(alias = "企业")]
    Customer {
        /// The station through which its order came in; none if it came before the state from which
        /// the record starts.
        station: Option<StationId>,
        /// Who it is; none in a statement for the public.
        named: Option<EnterpriseName>,
    }
    /// Who an enterprise is.
    EnterpriseName {
        /// Its id.
        enterprise: EnterpriseId,
        /// Its name.
        name: Name,
    }
    /// 排位: a line as it stands at the end of the month (article 16).
    #[doc(alias = "排位")]
    LineEntry {
        /// Whose line.
        category: Category,
        /// From front to end.
        places: Vec<PlaceEntry>,
        /// Whose turn the search starts with, where the line has a cursor.
        cursor: Option<MemberId>,
    }
    /// Who stands at a place of a line.
    PlaceEntry {
        /// The member.
        member: MemberId,
        /// Its figure in the ranking in force; 0 for one not named, or where none was published.
        volume: u32,
    }
    /// A ranking that was published in the month, or corrected (article 16).
    RankingEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// Its year.
        year: i32,
        /// The first of its year, or a correction.
        publication: Publication,
        /// The lines that it moved.
        sorted: Vec<Category>,
    }
    /// 派单: one giving of an order (article 16).
    #[doc(alias = "派单")]
    DispatchEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The order.
        order: OrderId,
        /// What was asked for.
        item: ItemId,
        /// Who asked.
        customer: Customer,
        /// Its price.
        price: Money,
        /// To whom it was given.
        member: MemberId,
        /// On what ground.
        basis: Basis,
        /// Whether it counts in the tallies.
        counted: Counted,
    }
    /// An order that came off the member that had it (rules 6.2).
    LossEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The order.
        order: OrderId,
        /// The member that lost it.
        member: MemberId,
        /// By what.
        by: LossKind,
        /// Whether it came off the tallies, too.
        tally: TallyEffect,
        /// Whether the member went back to its place in the line.
        went_back: bool,
    }
    /// 占比: what a member was given of a whole that a cap measures (article 17).
    #[doc(alias = "占比")]
    ShareEntry {
        /// The member.
        member: MemberId,
        /// Its own figure and the whole.
        figures: CapFigures,
    }
    /// A member that reached a cap; above the share it was in breach (article 17).
    ReachedEntry {
        /// The member.
        member: MemberId,
        /// Which cap, with the figures.
        cap: CapFigures,
        /// Exactly at the share, or above it.
        reach: Reach,
    }
    /// 暂停派单: a suspension that begins with the month after (article 17).
    #[doc(alias = "暂停派单")]
    SuspensionEntry {
        /// The member.
        member: MemberId,
        /// From every item, or from the item of the cap.
        scope: CapScope,
        /// The cap that began it.
        cap: CapFigures,
    }
    /// An order that waits at the end of the month (rules 5.3).
    HeldEntry {
        /// The order.
        order: OrderId,
        /// What was asked for.
        item: ItemId,
        /// Who asked.
        customer: Customer,
        /// Its price.
        price: Money,
        /// Since when it waits; none if that was before the state from which the record starts, and a
        /// member had it before.
        since: Option<Date>,
        /// When that happened by which it came to wait, where it was recorded late.
        occurred: Option<Date>,
    }
    /// 点单: how often a member was named at a station (article 16).
    #[doc(alias = "点单")]
    DesignationEntry {
        /// The station.
        station: StationId,
        /// The member.
        member: MemberId,
        /// How many orders.
        orders: u32,
    }
    /// 调单: an order taken from a lagging member (article 24).
    #[doc(alias = "调单")]
    ReassignmentEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The order.
        order: OrderId,
        /// From whom it was taken.
        from: MemberId,
        /// To whom it was given.
        to: MemberId,
        /// On what ground.
        basis: Basis,
        /// The run of the first in the year.
        run: u32,
    }
    /// 拒接: an order declined, or what came of one declined without cause (articles 7, 22).
    #[doc(alias = "拒接")]
    DeclineEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The order.
        order: OrderId,
        /// The member.
        member: MemberId,
        /// What happened.
        what: DeclineKind,
    }
    /// 退出: a member that left, with what became of its orders (article 22).
    #[doc(alias = "退出")]
    ExitEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The member.
        member: MemberId,
        /// How.
        how: ExitKind,
        /// Its open orders, in the order of submission.
        orders: Vec<ExitOrder>,
    }
    /// What became of an open order of a member that left.
    ExitOrder {
        /// The order.
        order: OrderId,
        /// To whom it went; none: it is held.
        to: Option<MemberId>,
    }
    /// 入盟: an admission, to be filed with the bureau (article 8).
    #[doc(alias = "入盟")]
    AdmissionEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The member.
        member: MemberId,
        /// Its class.
        category: Category,
    }
    /// 经同意暂不派单: a leave that was granted or ended (rules 2.5).
    #[doc(alias = "经同意暂不派单")]
    LeaveEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The member.
        member: MemberId,
        /// What happened.
        what: LeaveKind,
    }
    /// 黑名单: an enterprise that came on the blacklist, to be filed with the bureau, or went off
    /// it (article 21).
    #[doc(alias = "黑名单")]
    BlacklistEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The enterprise.
        customer: Customer,
        /// What happened.
        what: BlacklistKind,
    }
    /// 理事会: a change in the council, or a breach of the staff (articles 5, 23).
    #[doc(alias = "理事会")]
    CouncilEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The member.
        member: MemberId,
        /// What happened.
        what: CouncilKind,
    }
    /// 驻点不足: a run of working days of a duty plan with too few duty days (article 11).
    #[doc(alias = "驻点不足")]
    DutyEntry {
        /// When the plan was published.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// The station.
        station: StationId,
        /// The first working day of the run.
        from: Date,
        /// How many duty days it has.
        found: u8,
        /// How many it needs.
        needed: u8,
    }
    /// A station or an item that was registered, closed or taken off, or opened or put back
    /// (rules 1.10).
    RegisterEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// What happened to which.
        what: RegisterKind,
    }
    /// 更名: something registered that was given another name (rules 1.10).
    #[doc(alias = "更名")]
    RenameEntry {
        /// When it was recorded.
        on: Date,
        /// When it happened, where it was recorded late.
        occurred: Option<Date>,
        /// What was renamed.
        of: Registered,
        /// What it was called before.
        from: Name,
        /// What it is called from then on.
        to: Name,
    }
}

kinds! {
    /// By what a member lost an order.
    LossKind {
        /// It declined it with cause.
        Declined,
        /// It was taken from it.
        Reassigned,
        /// It left the alliance.
        Exit,
        /// It was called off.
        CalledOff,
    }
    /// What happened to an order that a member would not take.
    DeclineKind {
        /// It was declined with cause.
        WithCause,
        /// It was declined without cause.
        WithoutCause,
        /// After mediation the member took it.
        Complied,
        /// Mediation found a cause after all.
        CauseFound,
        /// The member did not comply, and left.
        DidNotComply,
        /// The enterprise walked away while it was mediated.
        WalkedAway,
        /// Whoever declined it may have it again: the bar was lifted (rules 7.8).
        BarLifted,
    }
    /// What happened to a leave.
    LeaveKind {
        /// It was granted.
        Granted,
        /// It ended.
        Ended,
    }
    /// What happened to a station or an item.
    RegisterKind {
        /// A station was opened.
        StationOpened(StationId),
        /// A station was closed.
        StationClosed(StationId),
        /// A closed station was opened again.
        StationReopened(StationId),
        /// An item was put on the menu.
        ItemListed(ItemId),
        /// An item was taken off the menu.
        ItemDelisted(ItemId),
        /// An item was put back on the menu.
        ItemRelisted(ItemId),
    }
    /// How a member left.
    ExitKind {
        /// Of its own will.
        Withdrew,
        /// It had to.
        Expelled(Ground),
    }
    /// What happened on the blacklist.
    BlacklistKind {
        /// The enterprise came on it: it abandoned this order.
        Abandoned(OrderId),
        /// The enterprise came on it: it did not pay for this order.
        Unpaid(OrderId),
        /// It was taken off.
        Lifted,
    }
    /// What happened in the council.
    CouncilKind {
        /// A member took a seat.
        Seated(Seat),
        /// A seat became vacant.
        Vacated(Vacancy),
        /// A breach of its staff is on record.
        Breach(Breach),
    }
}
