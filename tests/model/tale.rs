//! A history told as a journey: its commands in the words of `tests/journeys`, and what the model
//! says they come to.

use std::fmt::Write as _;

use paidan::{
    Act, Actor, Breach, Calendar, Category, Cause, Channel, Command, Date, Disorder, EnterpriseId,
    Feedback, ItemId, LagFinding, Mediation, MemberId, Misconduct, Name, Order, Registered,
    StationId, Work,
};

use crate::journeys::names::Register;
use crate::journeys::play::answer_in_words;
use crate::model::shrink::History;
use crate::model::tale_policy::policy_in_words;
use crate::model::twin::Model;

/// The story of a history, to be kept as a file.
pub fn told<M: Model>(history: &History, title: &str) -> String {
    let mut register = Register::new(history.policy.clone());
    let mut model = M::start(history.policy.clone());
    let policy = policy_in_words(&history.policy);
    let mut story = format!("# {title}\n\npolicy: {policy}\n\n");
    story.push_str("| date | command | outcome |\n| --- | --- | --- |\n");
    for command in &history.commands {
        let words = command_in_words(&register, command);
        let answer = model.step(command);
        // Only for the names in the sentences; what it answers is not told.
        let _engine = register.alliance.step(command);
        let outcome = answer_in_words(&register, &answer);
        let row = writeln!(story, "| {} | {words} | {outcome} |", command.date);
        row.expect("a text takes what is written");
    }
    story
}

/// A command in words, where the state before it is that of the register.
pub fn command_in_words(register: &Register, command: &Command) -> String {
    let station = station(&command.act).filter(|station| station.get() != 1);
    let station = station.map(|station| format!("at station {station}, ")).unwrap_or_default();
    let reference = command.reference.as_ref().map(|of| format!(" [reference {of}]"));
    let position = command.expect.map(|of| format!(" [position {of}]"));
    let occurred = command.occurred.map(|of| format!(" [occurred {of}]"));
    let notes: String = [reference, position, occurred].into_iter().flatten().collect();
    let act = act(register, &command.act, command.date);
    format!("{station}{act}{notes}")
}

/// The station where an act happens, if it happens at one.
fn station(act: &Act) -> Option<StationId> {
    match *act {
        Act::Accept(Order { station, .. })
        | Act::PublishDuty { station, .. }
        | Act::RecordTraining { station, .. }
        | Act::RecordConsultation { station, .. }
        | Act::RecordTurnedAway { station, .. } => Some(station),
        _ => None,
    }
}

fn act(register: &Register, act: &Act, date: Date) -> String {
    match act {
        Act::OpenMonth => "open month".into(),
        Act::OpenStation { name } => format!("open station {name}"),
        Act::ListItem { name, category, menu_price } => {
            let price = menu_price.map(|price| format!(", {price}")).unwrap_or_default();
            format!("list item {name}, {}{price}", class(*category))
        }
        Act::SetMenuPrice { item, menu_price } => {
            let price = menu_price.map_or("none".into(), |price| price.to_string());
            format!("menu price {} {price}", item_name(register, *item))
        }
        Act::RegisterEnterprise { name, .. } => format!("register enterprise {name}"),
        Act::Admit(of) => {
            let (class, offers) = (class(of.category), items(register, of.offers.as_slice()));
            format!("admit {}, {class}, {offers}, {} orders", of.name, of.volume)
        }
        Act::ChangeOffers { member, offers } => {
            format!("offers {}: {}", who(register, *member), items(register, offers.as_slice()))
        }
        Act::Withdraw { member } => format!("withdraw {}", who(register, *member)),
        Act::PublishRanking { year, volumes } => {
            let of_year = if *year == date.year() { String::new() } else { format!("of {year}: ") };
            let named = volumes.as_slice().iter();
            let named = named.map(|of| format!("{} {}", who(register, of.member), of.orders));
            format!(
                "publish ranking {of_year}{}",
                joined(&named.collect::<Vec<_>>(), ", ", "nobody")
            )
        }
        Act::Accept(order) => order_in_words(register, order),
        Act::AdoptPolicy { month, policy } => {
            format!("adopt policy {} for {month}", policy_in_words(policy))
        }
        _ => menu(register, act)
            .or_else(|| life(register, act))
            .unwrap_or_else(|| house(register, act)),
    }
}

/// Stations, items and members that come and go, and other names.
fn menu(register: &Register, act: &Act) -> Option<String> {
    Some(match act {
        Act::CloseStation { station } => format!("close station {}", place(register, *station)),
        Act::ReopenStation { station } => format!("reopen station {}", place(register, *station)),
        Act::DelistItem { item } => {
            format!("take item {} off the menu", item_name(register, *item))
        }
        Act::RelistItem { item } => format!("put item {} on the menu", item_name(register, *item)),
        Act::Rename { of, name } => {
            let renamed = match *of {
                Registered::Station(of) => format!("station {}", place(register, of)),
                Registered::Item(of) => format!("item {}", item_name(register, of)),
                Registered::Enterprise(of) => format!("enterprise {}", firm(register, of)),
                Registered::Member(of) => format!("member {}", who(register, of)),
            };
            format!("rename {renamed} to {name}")
        }
        Act::GrantLeave { member } => format!("grant leave to {}", who(register, *member)),
        Act::EndLeave { member } => format!("end leave of {}", who(register, *member)),
        _ => return None,
    })
}

/// What happens to orders after they were accepted, to members, and to enterprises.
fn life(register: &Register, act: &Act) -> Option<String> {
    Some(match act {
        Act::Designate { order, member } => {
            format!("designate order {order} to {}", who(register, *member))
        }
        Act::Cancel { order } => format!("cancel order {order}"),
        Act::Decline { order, cause: Cause::Justified } => {
            format!("decline order {order} with cause")
        }
        Act::Decline { order, cause: Cause::None } => format!("decline order {order}"),
        Act::Mediate { order, result } => {
            let result = match result {
                Mediation::Complied => "complied",
                Mediation::CauseFound => "cause found",
                Mediation::DidNotComply => "did not comply",
            };
            format!("mediate order {order}: {result}")
        }
        Act::LiftBar { order, member } => {
            format!("lift bar of {} from order {order}", who(register, *member))
        }
        Act::Complete { order, on } => format!("complete order {order} on {on}"),
        Act::Settle { order } => format!("settle order {order}"),
        Act::RecordDefault { order } => format!("default on order {order}"),
        Act::Abandon { order } => format!("abandon order {order}"),
        Act::CallOff { order, work: Work::NotBegun } => format!("call off order {order}"),
        Act::CallOff { order, work: Work::Begun } => format!("call off order {order}, work begun"),
        Act::Fail { order } => format!("order {order} fails"),
        Act::Reassign { order, finding, to } => {
            let to = to.map(|to| format!(" to {}", who(register, to))).unwrap_or_default();
            format!("reassign order {order}{to}{}", missing(*finding))
        }
        Act::Expel { member, misconduct, by } => {
            let by = if *by == Actor::Platform { ", by the platform" } else { "" };
            format!("expel {} for {}{by}", who(register, *member), ground(misconduct))
        }
        Act::Notify { member } => format!("notify {}", who(register, *member)),
        Act::LiftBlacklisting { enterprise } => format!("lift {}", firm(register, *enterprise)),
        _ => return None,
    })
}

/// The council, the calendar, and what stations put on record.
fn house(register: &Register, act: &Act) -> String {
    match act {
        Act::AdoptCalendar(calendar) => calendar_in_words(calendar),
        Act::TakeSeat { category, member } => {
            format!("seat {}, {}", who(register, *member), class(*category))
        }
        Act::LeaveSeat { member } => format!("leave seat {}", who(register, *member)),
        Act::RecordBreach { member, kind } => {
            let kind = match kind {
                Breach::Direction => "direction",
                Breach::Absence => "absence",
                Breach::Process => "process",
                Breach::Inducement => "inducement",
            };
            format!("breach by {}: {kind}", who(register, *member))
        }
        Act::PublishDuty { from, to, days, .. } => {
            let days: Vec<_> = days.as_slice().iter().map(ToString::to_string).collect();
            format!("duty {from} to {to}: {}", joined(&days, ", ", "none"))
        }
        Act::RecordTraining { text, .. } => format!("training {text}"),
        Act::RecordConsultation { enterprise, text, .. } => {
            format!("consultation with {}: {text}", firm(register, *enterprise))
        }
        Act::RecordTurnedAway { enterprise, item, reason, .. } => {
            let (firm, item) = (firm(register, *enterprise), item_name(register, *item));
            format!("turned away {firm}, {item}: {reason}").trim_end().into()
        }
        Act::RecordFeedback { order, feedback, text } => {
            let kind = match feedback {
                Feedback::Satisfied => "satisfied",
                Feedback::Dissatisfied => "dissatisfied",
                Feedback::Complaint => "complaint",
            };
            let words = if text.is_empty() { String::new() } else { format!(": {text}") };
            format!("feedback on order {order}: {kind}{words}")
        }
        other => format!("{other:?}"),
    }
}

fn order_in_words(register: &Register, order: &Order) -> String {
    let (item, enterprise) = (item_name(register, order.item), firm(register, order.enterprise));
    let mut parts = vec![format!("order {item} {} for {enterprise}", order.price)];
    if let Some(member) = order.designated {
        parts.push(format!("names {}", who(register, member)));
    }
    if !order.excluded.is_empty() {
        let names = order.excluded.as_slice().iter().map(|of| who(register, *of));
        parts.push(format!("excludes {}", names.collect::<Vec<_>>().join(" + ")));
    }
    if order.ask_deposit {
        parts.push("asks a deposit".into());
    }
    if order.months > 0 {
        parts.push(format!("{} months", order.months));
    }
    if !order.covered.is_zero() {
        parts.push(format!("covered {}", order.covered));
    }
    if order.channel == Channel::Telephone {
        parts.push("by telephone".into());
    }
    if let Some(member) = order.taken_by {
        parts.push(format!("taken by {}", who(register, member)));
    }
    if !order.conditions.is_empty() {
        let names = order.conditions.as_slice().iter().map(ToString::to_string);
        parts.push(format!("meets {}", names.collect::<Vec<_>>().join(" + ")));
    }
    parts.join(", ")
}

fn calendar_in_words(calendar: &Calendar) -> String {
    let days = |days: &[Date]| days.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let (holidays, make_up) = (calendar.holidays.as_slice(), calendar.make_up_days.as_slice());
    let mut parts = Vec::new();
    if !holidays.is_empty() {
        parts.push(format!("holidays {}", days(holidays)));
    }
    if !make_up.is_empty() {
        parts.push(format!("make-up days {}", days(make_up)));
    }
    format!("calendar {}", joined(&parts, "; ", "none"))
}

/// What a finding does not say.
fn missing(finding: LagFinding) -> String {
    let parts = [
        (finding.progress_lags, ", no lag"),
        (finding.target_at_risk, ", no risk"),
        (finding.enterprise_complained, ", no complaint"),
    ];
    parts.into_iter().filter(|(is_said, _)| !is_said).map(|(_, words)| words).collect()
}

fn ground(misconduct: &Misconduct) -> String {
    match misconduct {
        Misconduct::DisorderlyCompetition { kind, verified } => {
            let kind = match kind {
                Disorder::Undercutting => "disorderly competition",
                Disorder::ExtraCharges => "extra charges",
                Disorder::Disparagement => "disparagement",
            };
            format!("{kind}{}", if *verified { "" } else { ", unverified" })
        }
        Misconduct::NoImprovement => "no improvement".into(),
        Misconduct::Infringement { pursued: true } => "infringement".into(),
        Misconduct::Infringement { pursued: false } => "infringement, not pursued".into(),
        Misconduct::OtherAct { description, .. } if description.as_str().is_empty() => {
            "another act, not described".into()
        }
        Misconduct::OtherAct { consequence, .. } if consequence.as_str().is_empty() => {
            "another act, without consequence".into()
        }
        Misconduct::OtherAct { .. } => "another act".into(),
    }
}

fn joined(parts: &[String], by: &str, none: &str) -> String {
    if parts.is_empty() { none.into() } else { parts.join(by) }
}

fn class(category: Category) -> &'static str {
    match category {
        Category::Finance => "finance",
        Category::Research => "research",
        Category::Patent => "patent",
        Category::Comprehensive => "comprehensive",
    }
}

fn items(register: &Register, items: &[ItemId]) -> String {
    let names: Vec<_> = items.iter().map(|item| item_name(register, *item)).collect();
    joined(&names, " + ", "nothing")
}

fn item_name(register: &Register, item: ItemId) -> String {
    let names = register.alliance.items().iter().map(|of| &of.name);
    called(&names.collect::<Vec<_>>(), item.index())
}

fn place(register: &Register, station: StationId) -> String {
    let names = register.alliance.stations().iter().map(|of| &of.name);
    called(&names.collect::<Vec<_>>(), station.index())
}

fn firm(register: &Register, enterprise: EnterpriseId) -> String {
    let names = register.alliance.enterprises().iter().map(|of| &of.name);
    called(&names.collect::<Vec<_>>(), enterprise.index())
}

fn who(register: &Register, member: MemberId) -> String {
    let names = register.alliance.members().iter().map(|of| &of.name);
    called(&names.collect::<Vec<_>>(), member.index())
}

/// A name by its place; where a later one is the same, with its number among them, as the first
/// membership of a firm that was admitted again. What is unknown is a number.
fn called(names: &[&Name], place: usize) -> String {
    let Some(name) = names.get(place) else { return format!("#{}", place + 1) };
    if names[place + 1..].contains(name) {
        let nth = names[..=place].iter().filter(|of| of == &name).count();
        return format!("{name} ({nth})");
    }
    name.to_string()
}
