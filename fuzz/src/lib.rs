//! What must hold whatever the bytes are; each function panics where it does not.

mod acts;
mod command;
mod credit_code;
mod date;
mod ledger;
mod model;
mod money;

use paidan::{
    Act, Alliance, Application, Cause, Command, CreditCode, Date, EnterpriseId, Feedback, ItemId,
    LagFinding, MemberId, Money, Name, Order, OrderId, Price, Registered, Snapshot, StationId,
    Text,
};

pub use acts::acts;
pub use command::command;
pub use credit_code::credit_code;
pub use date::date;
pub use ledger::{ledger, ledger_is_read};
pub use money::money;

/// What is read prints back to the same text.
fn same_text<T: std::str::FromStr + ToString>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        assert_eq!(value.to_string(), text);
    }
}

/// No message says back more than a little of what was given.
fn is_told_shortly(fault: &serde_json::Error) {
    let told = fault.to_string();
    assert!(told.len() < 500, "{} bytes: {told:.900}", told.len());
}

/// A snapshot that is let in is sound, comes out as it went in, and goes on soundly.
pub fn snapshot(bytes: &[u8]) {
    let snapshot = match serde_json::from_slice::<Snapshot>(bytes) {
        Ok(snapshot) => snapshot,
        Err(fault) => return is_told_shortly(&fault),
    };
    let Ok(mut alliance) = Alliance::try_from(snapshot.clone()) else { return };
    sound(&alliance);
    assert_eq!(alliance.snapshot(), snapshot);
    let again = serde_json::to_string(&snapshot).expect("a snapshot has a JSON form");
    let again: Snapshot = serde_json::from_str(&again).expect("its JSON form is a snapshot");
    assert_eq!(again, snapshot);
    for act in next_acts(&alliance) {
        let date = alliance.date().or_else(|| Date::from_ymd(2025, 1, 2).ok());
        let date = date.expect("a date");
        let date = match act {
            Act::OpenMonth => first_of_next(date),
            _ => date,
        };
        // It may be refused; either way the state stays sound.
        let _ = alliance.step(&Command::new(date, act));
        sound(&alliance);
    }
}

fn sound(alliance: &Alliance) {
    assert_eq!(alliance.check_invariants(), Ok(()));
}

/// A few things that can happen next: an order for every item, then one for a member named, a
/// month, a firm, a member that is on leave for a while, one that goes; what the registers have is
/// renamed, closed and opened again.
fn next_acts(alliance: &Alliance) -> Vec<Act> {
    let (Ok(station), Ok(enterprise)) = (StationId::new(1), EnterpriseId::new(1)) else {
        return Vec::new();
    };
    let price = Price::new(Money::from_yuan(300)).expect("a price");
    let items = (0..alliance.items().len().min(4)).map_while(|index| ItemId::at(index).ok());
    let order = |item| Order::new(station, enterprise, item, price);
    let mut acts: Vec<Act> = items.clone().map(|item| Act::Accept(order(item))).collect();
    for (item, member) in items.zip((0..).map_while(|index| MemberId::at(index).ok())) {
        acts.push(Act::Accept(Order { designated: Some(member), ..order(item) }));
        acts.push(Act::OpenMonth);
        acts.push(Act::Admit(Application {
            name: name("新会员"),
            code: CreditCode::complete("91330282999999999").expect("17 digits"),
            category: alliance.items()[item.index()].category,
            volume: 5,
            offers: paidan::Set::one(item),
        }));
        acts.push(Act::GrantLeave { member });
        acts.push(Act::DelistItem { item });
        acts.push(Act::EndLeave { member });
        acts.push(Act::RelistItem { item });
        acts.push(Act::Withdraw { member });
    }
    let renamed = [Registered::Station(station), Registered::Enterprise(enterprise)];
    acts.extend(renamed.map(|of| Act::Rename { of, name: name("新名称") }));
    acts.extend([Act::CloseStation { station }, Act::ReopenStation { station }]);
    let orders = (0..8).filter_map(|index| OrderId::at(index).ok());
    acts.extend(orders.flat_map(|order| {
        let finding = LagFinding::COMPLETE;
        let (cause, feedback) = (Cause::Justified, Feedback::Satisfied);
        [
            Act::Reassign { order, finding, to: None },
            Act::Decline { order, cause },
            Act::RecordFeedback { order, feedback, text: Text::default() },
        ]
    }));
    acts
}

fn name(text: &str) -> Name {
    text.parse().expect("a name")
}

/// The first day of the month after; the same day where the calendar ends.
fn first_of_next(date: Date) -> Date {
    let next = date.month().next();
    next.and_then(|next| Date::from_ymd(next.year(), next.of_year(), 1).ok()).unwrap_or(date)
}
