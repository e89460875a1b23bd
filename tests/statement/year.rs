//! The statements of the synthetic year agree with the engine, and with what is counted by hand.

use std::collections::BTreeMap;

use paidan::{
    Act, Alliance, CapFigures, CapScope, Category, Command, CountDesignated, DeclineEntry,
    DeclineKind, Event, FeedbackFigures, Guard, Language, Month, Outcome, Policy, Registered,
    Statement, StatementFold, Suspension, Turn,
};

const YEAR: &str = include_str!("../../examples/data/cixi-2025.jsonl");

/// A year as one policy decides it: each accepted command, and the alliance at the end of each
/// month with the outcome that closed it.
pub struct Year {
    pub history: Vec<(Command, Outcome)>,
    pub ends: Vec<(Month, Alliance, Outcome)>,
}

pub fn decided(policy: &Policy) -> Year {
    let mut alliance = Alliance::new(policy.clone());
    let mut year = Year { history: Vec::new(), ends: Vec::new() };
    for line in YEAR.lines() {
        let command: Command = serde_json::from_str(line).expect("a command");
        let before = (command.act == Act::OpenMonth).then(|| alliance.clone());
        let Ok(outcome) = alliance.step(&command) else { continue };
        if let Some((before, month)) = before.and_then(|of| of.month().map(|month| (of, month))) {
            year.ends.push((month, before, outcome.clone()));
        }
        year.history.push((command, outcome));
    }
    year
}

impl Year {
    pub fn statement(&self, month: Month, policy: &Policy) -> Statement {
        let pairs = self.history.iter().map(|(command, outcome)| (command, outcome));
        Statement::of(month, policy, pairs).expect("the month was opened")
    }
}

/// Two cities that differ in every option a statement reads.
pub fn policies() -> [Policy; 2] {
    let mut other = Policy::recommended();
    other.turn = Turn::Cursor;
    other.count_designated = CountDesignated::No;
    other.caps.guard = Guard::On { min_orders: std::num::NonZeroU32::MIN.saturating_add(3) };
    [Policy::cixi_2021(), other]
}

/// At each month's end the fold, which asks no alliance, has what the alliance has: names, lines,
/// cursors, ranking, held orders, tallies, caps reached, and the suspensions that begin (rules 1.10, 3, 5.3, 6).
#[test]
fn every_month_agrees_with_the_engine() {
    for policy in policies() {
        let year = decided(&policy);
        assert!(year.ends.len() >= 12);
        for (month, alliance, closing) in &year.ends {
            let statement = year.statement(*month, &policy);
            assert!(statement.is_closed);
            lines_agree(&statement, alliance);
            names_agree(&statement, alliance);
            tallies_agree(&statement, alliance);
            held_agree(&statement, alliance, &year);
            closing_agrees(&statement, alliance, closing);
        }
    }
}

fn lines_agree(statement: &Statement, alliance: &Alliance) {
    assert_eq!(statement.ranked, alliance.ranking_year());
    for (category, line) in Category::ALL.into_iter().zip(&statement.lines) {
        let places: Vec<_> = line.places.iter().map(|of| (of.member, of.volume)).collect();
        let expected = alliance.line(category);
        let expected: Vec<_> = expected.map(|of| (of, alliance.ranking_volume(of))).collect();
        assert_eq!((line.category, places), (category, expected), "{}", statement.month);
        assert_eq!(line.cursor, alliance.cursor(category), "{}", statement.month);
    }
}

/// Everything is called what it is called at the end, the enterprises in the entries, too.
fn names_agree(statement: &Statement, alliance: &Alliance) {
    let stations = alliance.stations().iter().map(|of| &of.name);
    assert!(statement.names.stations.iter().eq(stations), "{}", statement.month);
    assert!(statement.names.items.iter().eq(alliance.items().iter().map(|of| &of.name)));
    assert!(statement.names.members.iter().eq(alliance.members().iter().map(|of| &of.name)));
    let customers = statement.dispatches.iter().map(|of| &of.customer);
    let customers = customers.chain(statement.blacklist.iter().map(|of| &of.customer));
    for named in customers.filter_map(|of| of.named.as_ref()) {
        let known = alliance.enterprise(named.enterprise).expect("an enterprise");
        assert_eq!(named.name, known.name, "{}", statement.month);
    }
}

fn tallies_agree(statement: &Statement, alliance: &Alliance) {
    let snapshot = alliance.snapshot();
    let mut expected: Vec<(paidan::MemberId, CapFigures)> = Vec::new();
    for tally in &snapshot.tallies {
        let member = tally.member;
        for of in tally.items.iter().filter(|of| of.orders > 0) {
            let (own, whole) = (of.orders, alliance.tallied_item_orders(of.item));
            expected.push((member, CapFigures::Item { item: of.item, own, whole }));
        }
        let (own, whole) = (alliance.tallied_amount(member), alliance.tallied_total().1);
        expected.push((member, CapFigures::Amount { own, whole }));
    }
    expected.sort_by_key(|(member, cap)| (cap.item().is_none(), cap.item(), *member));
    let shares: Vec<_> = statement.shares.iter().map(|of| (of.member, of.figures)).collect();
    assert_eq!(shares, expected, "{}", statement.month);
    assert_eq!(statement.caps, alliance.policy().caps);
}

fn held_agree(statement: &Statement, alliance: &Alliance, year: &Year) {
    let held: Vec<_> = statement.held.iter().map(|of| of.order).collect();
    assert_eq!(held, alliance.held_orders().collect::<Vec<_>>(), "{}", statement.month);
    for of in &statement.held {
        let says = |event: &Event| *event == Event::Held { order: of.order };
        let recorded = of.since.expect("it is known");
        let before = year.history.iter().filter(|(_, outcome)| outcome.date <= recorded);
        let since = before.rev().find(|(_, outcome)| outcome.events.iter().any(says));
        assert_eq!(since.map(|(_, outcome)| outcome.date), of.since);
        let terms = &alliance.order(of.order).expect("a record").terms;
        assert_eq!((terms.item, terms.price.amount()), (of.item, of.price));
        let name = &alliance.enterprise(terms.enterprise).expect("an enterprise").name;
        assert_eq!(of.customer.named.as_ref().map(|of| &of.name), Some(name));
        assert_eq!(of.customer.station, Some(terms.station));
    }
}

fn closing_agrees(statement: &Statement, alliance: &Alliance, closing: &Outcome) {
    let reached: Vec<_> =
        statement.reached.iter().map(|of| (of.member, of.cap, of.reach)).collect();
    let told = closing.events.iter().filter_map(|event| match *event {
        Event::CapReached { member, cap, reach } => Some((member, cap, reach)),
        _ => None,
    });
    assert_eq!(reached, told.collect::<Vec<_>>(), "{}", statement.month);
    let mut after = alliance.clone();
    let open = Command::new(closing.date, Act::OpenMonth);
    after.step(&open).expect("the month opens");
    let mut begun: Vec<Suspension> = statement
        .suspensions
        .iter()
        .map(|of| {
            let item = if of.scope == CapScope::Item { of.cap.item() } else { None };
            Suspension { member: of.member, item, cap: Some(of.cap) }
        })
        .collect();
    let key = |of: &Suspension| (of.member, of.item);
    begun.sort_by_key(key);
    let mut expected = after.suspensions().to_vec();
    expected.sort_by_key(key);
    assert_eq!(begun, expected, "{}", statement.month);
}

/// What a month's statement lists is as often as the outcomes of its days say.
#[test]
fn every_list_is_as_long_as_the_outcomes_say() {
    let policy = Policy::cixi_2021();
    let year = decided(&policy);
    let mut counts = BTreeMap::<(Month, &str), usize>::new();
    for (command, outcome) in &year.history {
        for event in &outcome.events {
            for what in kinds(event) {
                *counts.entry((command.date.month(), what)).or_default() += 1;
            }
        }
    }
    let mut seen = BTreeMap::<&str, usize>::new();
    for (month, ..) in &year.ends {
        let of = year.statement(*month, &policy);
        let orders_after_exits: usize = of.exits.iter().map(|exit| exit.orders.len()).sum();
        let lost_by_exits =
            of.losses.iter().filter(|loss| loss.by == paidan::LossKind::Exit).count();
        assert_eq!(orders_after_exits, lost_by_exits, "{month}");
        let designated: u32 = of.designations.iter().map(|of| of.orders).sum();
        let went_back = of.losses.iter().filter(|of| of.went_back).count();
        let figures = [
            ("given", of.dispatches.len()),
            ("designated", designated as usize),
            ("off", of.losses.len()),
            ("back", went_back),
            ("rankings", of.rankings.len()),
            ("reassigned", of.reassignments.len()),
            ("exits", of.exits.len()),
            ("admitted", of.admissions.len()),
            ("blacklist", of.blacklist.len()),
            ("council", of.council.len()),
            ("short", of.duty_short.len()),
            ("declines", of.declines.iter().filter(|of| !is_walking_away(of)).count()),
            ("leaves", of.leaves.len()),
            ("registers", of.registers.len()),
            ("renamed", of.renamings.len()),
            ("completed", of.feedback.city.completed as usize),
            ("said", of.feedback.city.on_record() as usize),
        ];
        for (what, length) in figures {
            assert_eq!(length, counts.get(&(*month, what)).copied().unwrap_or(0), "{month} {what}");
            *seen.entry(what).or_default() += length;
        }
        let orders = of.dispatches.iter().filter(|of| of.counted == paidan::Counted::Yes).count();
        let off = of.losses.iter().filter(|of| of.tally == paidan::TallyEffect::ComesOff).count();
        let tallied = of.shares.iter().filter_map(|of| match of.figures {
            CapFigures::Item { own, .. } => Some(own as usize),
            CapFigures::Amount { .. } => None,
        });
        assert_eq!(tallied.sum::<usize>(), orders - off, "{month}");
    }
    assert!(seen.values().all(|length| *length > 0), "the year has everything: {seen:?}");
}

/// What the enterprise does, and what makes a member leave, has a conclusion of another kind.
fn is_walking_away(of: &DeclineEntry) -> bool {
    [DeclineKind::WalkedAway, DeclineKind::DidNotComply].contains(&of.what)
}

/// The members' figures and the feedback on orders that nobody had make the city's (rules 12.5).
#[test]
fn the_feedback_of_the_members_is_that_of_the_city() {
    let policy = Policy::cixi_2021();
    let year = decided(&policy);
    for (month, ..) in &year.ends {
        let feedback = year.statement(*month, &policy).feedback;
        assert_eq!((feedback.from.month(), feedback.to.month()), (*month, *month));
        let sum = |figure: fn(&FeedbackFigures) -> u32| {
            feedback.members.iter().map(|of| figure(&of.figures)).sum::<u32>()
        };
        let figures = [sum(|of| of.completed), sum(|of| of.satisfied), sum(|of| of.dissatisfied)];
        let city = feedback.city;
        assert_eq!(figures, [city.completed, city.satisfied, city.dissatisfied], "{month}");
        assert_eq!(sum(|of| of.complaints), city.complaints, "{month}");
    }
}

/// Which lists an event adds to.
fn kinds(event: &Event) -> Vec<&'static str> {
    match event {
        Event::Dispatched { basis: paidan::Basis::Designation, .. } => vec!["given", "designated"],
        Event::Dispatched { .. } => vec!["given"],
        Event::CameOff { .. } => vec!["off"],
        Event::WentBack { .. } => vec!["back"],
        Event::RankingPublished { .. } => vec!["rankings"],
        Event::Reassigned { .. } => vec!["reassigned"],
        Event::Expelled { .. } | Event::Withdrawn { .. } => vec!["exits"],
        Event::Admitted { .. } => vec!["admitted"],
        Event::Blacklisted { .. } | Event::BlacklistingLifted { .. } => vec!["blacklist"],
        Event::SeatTaken { .. } | Event::SeatVacated { .. } | Event::BreachRecorded { .. } => {
            vec!["council"]
        }
        Event::DutyShort { .. } => vec!["short"],
        Event::Declined { .. }
        | Event::CauseFound { .. }
        | Event::Resumed { .. }
        | Event::BarLifted { .. } => vec!["declines"],
        Event::LeaveGranted { .. } | Event::LeaveEnded { .. } => vec!["leaves"],
        Event::StationOpened { .. }
        | Event::StationClosed { .. }
        | Event::StationReopened { .. }
        | Event::ItemListed { .. }
        | Event::ItemDelisted { .. }
        | Event::ItemRelisted { .. } => vec!["registers"],
        Event::Renamed { .. } => vec!["renamed"],
        Event::Completed { .. } => vec!["completed"],
        Event::FeedbackRecorded { .. } => vec!["said"],
        _ => Vec::new(),
    }
}

/// No statement for the public has the name of an enterprise in it, in words or as data. (A firm
/// that is a member, too, is named as a member.)
#[test]
fn the_public_reads_no_name_of_an_enterprise() {
    let policy = Policy::cixi_2021();
    let year = decided(&policy);
    let (_, last, _) = year.ends.last().expect("months");
    // Names that an enterprise had before, too.
    let given = year.history.iter().filter_map(|(command, _)| match &command.act {
        Act::RegisterEnterprise { name, .. }
        | Act::Rename { of: Registered::Enterprise(_), name } => Some(name.as_str()),
        _ => None,
    });
    let names: Vec<&str> = given.collect();
    assert!(names.len() > last.enterprises().len());
    let members: Vec<&str> = last.members().iter().map(|of| of.name.as_str()).collect();
    let is_named =
        |text: &str| names.iter().any(|name| !members.contains(name) && text.contains(name));
    for (month, ..) in &year.ends {
        let statement = year.statement(*month, &policy);
        assert!(is_named(&statement.to_string()), "{month}");
        let public = statement.for_public();
        let json = serde_json::to_string(&public).expect("JSON");
        let texts = [Language::English, Language::Chinese].map(|of| public.in_language(of));
        for text in texts.iter().chain([&json]) {
            assert!(!is_named(text), "{month}");
        }
    }
}

/// Read to its end or cut off after the month, the statement of a month is the same.
#[test]
fn what_comes_after_the_month_changes_nothing() {
    let policy = Policy::cixi_2021();
    let year = decided(&policy);
    let (month, _, closing) = &year.ends[5];
    let mut fold = StatementFold::new(*month, &policy);
    let until = year.history.iter().filter(|(_, outcome)| outcome.position <= closing.position);
    until.for_each(|(command, outcome)| fold.add(command, outcome));
    assert_eq!(fold.finish(), Some(year.statement(*month, &policy)));
}
