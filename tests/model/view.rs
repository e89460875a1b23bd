//! What both engines are compared by: the whole state in plain words, without how it is stored.

use paidan::{
    Basis, Category, Counted, CreditCode, Date, DueDate, End, ItemId, Loss, MemberId, Money, Month,
    Name, Policy, Price, Suspension,
};

/// The state as anybody may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub position: u64,
    pub date: Option<Date>,
    pub policy: Policy,
    /// From the earliest month.
    pub pending: Vec<(Month, Policy)>,
    /// The year last published, and the members with figures above zero, by id.
    pub ranking: Option<(i32, Vec<(MemberId, u32)>)>,
    pub stations: Vec<StationView>,
    pub items: Vec<ItemView>,
    pub enterprises: Vec<EnterpriseView>,
    pub members: Vec<MemberView>,
    /// What goes with a firm's code, by the code's last id.
    pub firms: Vec<FirmView>,
    /// In the order of the categories; each from front to end, and under `Cursor` the member the
    /// cursor is on.
    pub lines: Vec<(Vec<MemberId>, Option<MemberId>)>,
    /// In the order of the categories: from front to end those who stand at a place that the last
    /// sorting of the whole line gave, whom a correction would sort (rules 3.2).
    pub ranked: Vec<Vec<MemberId>>,
    pub tallies: Vec<TallyView>,
    /// By member, from all items before from one, then by item.
    pub suspensions: Vec<Suspension>,
    pub orders: Vec<OrderView>,
    pub holidays: Vec<Date>,
    pub make_up_days: Vec<Date>,
    /// The holders of the five seats: finance, research, patent, comprehensive twice.
    pub seats: [Option<MemberId>; 5],
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationView {
    pub name: Name,
    pub closed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemView {
    pub name: Name,
    pub category: Category,
    pub menu_price: Option<Price>,
    /// Off the menu.
    pub delisted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnterpriseView {
    pub name: Name,
    pub code: CreditCode,
    pub blacklisted: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberView {
    pub name: Name,
    pub code: CreditCode,
    pub category: Category,
    /// From the lowest id.
    pub offers: Vec<ItemId>,
    /// In the alliance, withdrawn on a date, or expelled.
    pub standing: paidan::Membership,
    /// Never of one that left.
    pub on_leave: bool,
}

/// One a code, in the order of the codes' last ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirmView {
    pub last_id: MemberId,
    pub run: u32,
    pub notice: Option<Date>,
    /// Whether a seat was lost for a breach in the year of the state's date.
    pub lost_a_seat_this_year: bool,
    /// Whether a seat was given up in the year of the state's date.
    pub gave_a_seat_up_this_year: bool,
}

/// Only members with something in the open month, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyView {
    pub member: MemberId,
    pub amount: Money,
    /// From the lowest item, all above zero.
    pub items: Vec<(ItemId, u32)>,
}

/// An order, or only how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderView {
    Ended(End),
    Kept(Box<KeptView>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptView {
    pub terms: paidan::Order,
    pub submitted: Date,
    pub deposit: Money,
    /// Nothing before its first giving (rules 6.1).
    pub counted: Option<Counted>,
    /// By member.
    pub barred: Vec<(MemberId, Loss)>,
    pub state: StateView,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateView {
    Held,
    Assigned(GivenView),
    Declined(GivenView),
    Completed { member: MemberId, due: DueDate, recorded: Date },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenView {
    pub member: MemberId,
    pub on: Date,
    pub basis: Basis,
    /// How many of the others in the line would stand before the member, if it lost the order
    /// now and went back to its place (rules 3.5); nothing: it would stay where it stands.
    pub back_behind: Option<u32>,
    /// Whether a correction would sort it there: the last sorting of the whole line gave that place.
    pub back_in_ranking: bool,
}
