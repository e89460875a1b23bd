//! What changes of what is registered: names, stations, the menu, leaves, and bars.

use paidan::{
    Act, Barred, Category, Command, EnterpriseId, Loss, Member, MemberId, Order, OrderId,
    OrderRecord, Outcome, Registered, StationId,
};

use super::demand;
use super::lives::Next;
use super::story::Story;
use super::world;

/// Of so many declines with cause the last is a slip.
const SLIP: usize = 20;

impl Story {
    /// Something is called something else from today on.
    pub fn rename(&mut self, of: Registered, name: &str) {
        self.book.act(Act::Rename { of, name: world::name(name) });
    }

    /// A member becomes a limited company, or a group of them.
    pub fn rename_member(&mut self, place: usize) {
        let of = MemberId::at(place).expect("an id");
        let name = self.book.alliance.members()[place].name.as_str();
        let (name, end) = match name.strip_suffix("有限公司") {
            Some(short) => (short, "集团有限公司"),
            None => (name, "有限公司"),
        };
        let name = format!("{name}{end}");
        self.rename(Registered::Member(of), &name);
    }

    /// An enterprise becomes a joint-stock company.
    pub fn rename_enterprise(&mut self, place: usize) {
        let of = EnterpriseId::at(place).expect("an id");
        let name = &self.book.alliance.enterprises()[place].name;
        let name = name.as_str().replace("有限公司", "股份有限公司");
        self.rename(Registered::Enterprise(of), &name);
    }

    /// A station is closed; an order that comes to it all the same is refused.
    pub fn close_station(&mut self, place: usize) {
        let station = StationId::at(place).expect("an id");
        self.book.act(Act::CloseStation { station });
        let order = Order { station, ..self.plain_order() };
        self.refused("station_closed", Act::Accept(order));
    }

    /// It is opened again, and that is sent twice.
    pub fn reopen_station(&mut self, place: usize) {
        let reopened = Act::ReopenStation { station: StationId::at(place).expect("an id") };
        self.book.act(reopened.clone());
        self.refused("station_not_closed", reopened);
    }

    /// An item is taken off the menu; an order for it is refused.
    pub fn delist(&mut self, name: &str) {
        let item = world::item_id(name);
        self.book.act(Act::DelistItem { item });
        let order = Order { item, designated: None, ..self.plain_order() };
        self.refused("item_off_menu", Act::Accept(order));
    }

    /// It is put back, and that is sent twice.
    pub fn relist(&mut self, name: &str) {
        let relisted = Act::RelistItem { item: world::item_id(name) };
        self.book.act(relisted.clone());
        self.refused("item_on_menu", relisted);
    }

    /// An order that would be accepted as it is.
    fn plain_order(&mut self) -> Order {
        let enterprise = self.welcome_enterprise();
        demand::order(&self.book.alliance, &mut self.dice, enterprise)
    }

    /// The council grants a member leave, and is asked for it twice.
    pub fn grant_leave(&mut self, category: Category) {
        let member = self.middling(category);
        self.leaves.push(member);
        self.book.act(Act::GrantLeave { member });
        self.refused("member_on_leave", Act::GrantLeave { member });
    }

    /// The leave ends, and that is sent twice.
    pub fn end_leave(&mut self, nth: usize) {
        let member = self.leaves[nth];
        if self.book.alliance.member(member).is_some_and(Member::is_current) {
            self.book.act(Act::EndLeave { member });
            self.refused("member_not_on_leave", Act::EndLeave { member });
        }
    }

    /// Once in a while a decline was recorded of the wrong order, which is seen some days later.
    pub fn may_be_a_slip(&mut self, order: OrderId, declined: &Outcome) {
        let barred = declined.events.iter().find_map(|event| match *event {
            paidan::Event::Barred { member, .. } => Some(member),
            _ => None,
        });
        self.declines += 1;
        if let (Some(member), 0) = (barred, self.declines % SLIP) {
            self.later(order, 2, Next::LiftBar(member));
        }
    }

    /// The member may have the order again; sent twice, that is refused.
    pub fn lift_bar(&mut self, order: OrderId, record: &OrderRecord, member: MemberId) {
        if record.barred.as_slice().contains(&Barred { member, by: Loss::Declined }) {
            self.book.act(Act::LiftBar { order, member });
            self.refused("not_barred_by_declining", Act::LiftBar { order, member });
        }
    }

    fn refused(&mut self, code: &str, act: Act) {
        self.book.refused(code, Command::new(self.book.date, act));
    }
}
