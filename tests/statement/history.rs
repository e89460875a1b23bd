//! A small history in which everything happens that a statement lists.

use paidan::{
    Act, Breach, Category, Command, EnterpriseId, Feedback, ItemId, Mediation, MemberId, Order,
    OrderId, Policy, Registered, Set,
};

use crate::common::acts::{call_off, complete, mediate, reassign, with_cause, without_cause};
use crate::common::{
    City, date, enterprise, item, member, name, order, priced, set, station, text,
};

/// What enterprises and stations say; no statement shows any of it.
pub const SAID: &str = "原话\u{202e}\n";

/// A quiet February, and a March that is closed.
pub fn city() -> City {
    let mut city = City::on("2025-02-03", Policy::cixi_2021());
    found(&mut city);
    city.open("2025-03-03");
    conduct(&mut city);
    city.go("2025-03-10");
    work(&mut city);
    city.go("2025-03-20");
    ends(&mut city);
    city.go("2025-03-31");
    last_day(&mut city);
    city.open("2025-04-01");
    // Nothing of April is in the statement of March.
    accept(&mut city, 1, 1, item(1), "1.00", None);
    rename(&mut city, Registered::Member(member(1)), "四月所");
    say(&mut city, 1, Feedback::Satisfied);
    city
}

/// An act that is recorded late.
fn late(city: &mut City, occurred: &str, act: Act) {
    let command = Command { occurred: Some(date(occurred)), ..Command::new(city.date, act) };
    let outcome = city.alliance.step(&command).expect("the act is accepted");
    city.history.push((command, outcome));
}

fn rename(city: &mut City, of: Registered, to: &str) {
    city.act(Act::Rename { of, name: name(to) });
}

fn say(city: &mut City, of: u32, feedback: Feedback) {
    city.act(Act::RecordFeedback { order: order(of), feedback, text: text(SAID) });
}

/// Two stations, two items, an enterprise each, and five members with names of their own.
fn found(city: &mut City) {
    city.act(Act::OpenStation { name: name("宗汉") });
    for (called, category) in
        [("审计", Category::Finance), ("专利申请", Category::Patent), ("立项", Category::Research)]
    {
        city.act(Act::ListItem { name: name(called), category, menu_price: None });
    }
    for called in ["海盛轴承", "Acme Ltd"] {
        let code = city.code();
        city.act(Act::RegisterEnterprise { name: name(called), code });
    }
    for called in ["甲所", "乙所", "丙所", "丁所"] {
        admit(city, called, Category::Finance, item(1));
    }
    admit(city, "戊所", Category::Patent, item(2));
}

fn admit(city: &mut City, called: &str, category: Category, of: ItemId) {
    let firm = city.application(category, &[of]);
    city.act(Act::Admit(paidan::Application { name: name(called), ..firm }));
}

/// The ranking with a correction, the council, duty days, and a member that comes.
fn conduct(city: &mut City) {
    city.publish(&[(member(1), 40), (member(2), 30), (member(3), 20), (member(5), 7)]);
    city.publish(&[(member(1), 10), (member(2), 30), (member(3), 20), (member(5), 8)]);
    city.act(Act::TakeSeat { category: Category::Finance, member: member(1) });
    city.act(Act::TakeSeat { category: Category::Patent, member: member(5) });
    city.act(Act::RecordBreach { member: member(5), kind: Breach::Inducement });
    city.act(Act::LeaveSeat { member: member(1) });
    let days: Set<_> = set(&[date("2025-03-10")]);
    let (from, to) = (date("2025-03-10"), date("2025-03-14"));
    city.act(Act::PublishDuty { station: station(2), from, to, days });
    let firm = city.application(Category::Research, &[item(3)]);
    let firm = paidan::Application { name: name("己所"), ..firm };
    late(city, "2025-02-28", Act::Admit(firm));
    city.act(Act::CloseStation { station: station(2) });
    city.act(Act::DelistItem { item: item(3) });
    city.act(Act::RecordTraining { station: station(1), text: text(SAID) });
}

/// Accepts an order of an enterprise at a station, which the staff of member 1 took.
fn accept(
    city: &mut City,
    at: u32,
    of: u32,
    item: ItemId,
    price: &str,
    named: Option<MemberId>,
) -> (OrderId, Option<MemberId>) {
    let enterprise: EnterpriseId = enterprise(of + 2);
    let (station, taken_by) = (station(at), Some(member(1)));
    let order = Order { station, enterprise, taken_by, designated: named, ..priced(item, price) };
    city.accept(order)
}

/// Orders by turn and designated; one declined with cause, one called off, one reassigned.
fn work(city: &mut City) {
    city.act(Act::ReopenStation { station: station(2) });
    city.act(Act::RelistItem { item: item(3) });
    accept(city, 1, 1, item(1), "100.00", None);
    accept(city, 1, 2, item(1), "200.50", Some(member(1)));
    accept(city, 2, 2, item(1), "300.00", Some(member(2)));
    accept(city, 2, 1, item(2), "50.00", None);
    accept(city, 2, 1, item(1), "400.00", None);
    city.act(with_cause(order(5)));
    accept(city, 1, 1, item(1), "10.00", None);
    late(city, "2025-03-07", call_off(order(6)));
    city.act(reassign(order(1), Some(member(4))));
    say(city, 1, Feedback::Complaint);
    say(city, 3, Feedback::Dissatisfied);
}

/// A member that does not comply leaves; enterprises abandon, do not pay, and are forgiven.
fn ends(city: &mut City) {
    city.act(without_cause(order(3)));
    city.act(mediate(order(3), Mediation::Complied));
    city.act(without_cause(order(3)));
    city.act(mediate(order(3), Mediation::DidNotComply));
    city.act(complete(order(2), "2025-03-20"));
    city.act(Act::LiftBar { order: order(5), member: member(3) });
    late(city, "2025-03-19", Act::Abandon { order: order(5) });
    city.act(Act::LiftBlacklisting { enterprise: enterprise(3) });
    city.go("2025-03-28");
    city.act(Act::RecordDefault { order: order(2) });
    city.act(Act::GrantLeave { member: member(3) });
    for feedback in [Feedback::Satisfied, Feedback::Satisfied, Feedback::Dissatisfied] {
        say(city, 2, feedback);
    }
}

/// A member leaves of its own will; an order waits, since nobody else offers its item.
fn last_day(city: &mut City) {
    city.act(Act::Withdraw { member: member(6) });
    late(city, "2025-03-28", Act::EndLeave { member: member(3) });
    for (of, to) in [
        (Registered::Station(station(2)), "宗汉街道"),
        (Registered::Item(item(2)), "发明专利申请"),
        (Registered::Enterprise(enterprise(4)), "Acme Group"),
        (Registered::Member(member(4)), "丁事务所"),
        (Registered::Member(member(4)), "丁甲事务所"),
    ] {
        rename(city, of, to);
    }
    accept(city, 2, 1, item(3), "70.00", None);
    accept(city, 1, 1, item(1), "80.00", Some(member(3)));
    city.act(without_cause(order(8)));
    city.act(Act::Abandon { order: order(8) });
}
