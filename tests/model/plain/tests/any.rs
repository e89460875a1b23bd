//! Random histories: the second engine never panics, and holds what the rules say of every state.

use std::num::NonZeroU32;

use paidan::{
    Act, Actor, Breach, CapScope, Category, Cause, Command, ComprehensiveReach, CountDesignated,
    DesignationUsesTurn, Event, Feedback, Guard, LagFinding, Mediation, MemberId, Membership,
    Misconduct, Money, OrderId, Policy, Publication, Registered, Set, Sorting, StationId, Turn,
    Volume, Work,
};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, RngExt, SeedableRng};

use super::super::Plain;
use super::super::state::{Line, State};
use super::{City, day, firm, item, member, order, reassign, wish};

fn policy(dice: &mut impl Rng) -> Policy {
    let mut policy = Policy::cixi_2021();
    let turns = [Turn::KeepPlace, Turn::Cursor, Turn::TopRank];
    policy.turn = turns[dice.random_range(0..3)];
    if dice.random() {
        policy.caps.scope = CapScope::Item;
    }
    if dice.random() {
        policy.caps.guard = Guard::On { min_orders: policy.caps.item_min_orders };
    }
    policy.caps.item_min_members = NonZeroU32::MIN.saturating_add(dice.random_range(0..4));
    policy.caps.amount_min_members = NonZeroU32::MIN.saturating_add(dice.random_range(0..5));
    if dice.random() {
        policy.designation_uses_turn = DesignationUsesTurn::Yes;
        policy.count_designated = CountDesignated::No;
        policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    }
    policy
}

fn any_order(dice: &mut impl Rng) -> super::Order {
    let mut wish = wish(dice.random_range(1..20));
    wish.item = item(dice.random_range(1..=2));
    wish.covered = Money::from_yuan(dice.random_range(0..20));
    wish.months = dice.random_range(10..15);
    wish.ask_deposit = dice.random();
    if dice.random_bool(0.2) {
        wish.excluded = Set::one(member(dice.random_range(1..=5)));
    }
    if dice.random_bool(0.2) {
        wish.designated = Some(member(dice.random_range(1..=5)));
    }
    wish
}

fn any_of_member(dice: &mut impl Rng) -> Act {
    let who = member(dice.random_range(1..=6));
    let category = Category::Finance;
    match dice.random_range(0..12) {
        0 | 1 => firm(dice.random_range(1..=6), &[dice.random_range(1..=2)]),
        2 => Act::Withdraw { member: who },
        3 => {
            let some: Vec<u32> = (1..=2).filter(|_| dice.random()).collect();
            Act::ChangeOffers { member: who, offers: super::offers(&some) }
        }
        4 => {
            let named = |id| Volume { member: member(id), orders: dice.random_range(0..4) };
            let volumes: Vec<Volume> = (1..=3).map(named).collect();
            Act::PublishRanking { year: 2025, volumes: volumes.try_into().expect("a list") }
        }
        5 => Act::TakeSeat { category, member: who },
        6 => Act::LeaveSeat { member: who },
        8 => Act::GrantLeave { member: who },
        9 => Act::EndLeave { member: who },
        7 => Act::RecordBreach { member: who, kind: Breach::Process },
        _ => Act::Expel {
            member: who,
            misconduct: Misconduct::Infringement { pursued: dice.random() },
            by: Actor::Platform,
        },
    }
}

fn any_of_order(dice: &mut impl Rng, today: super::Date) -> Act {
    let order = order(dice.random_range(1..=12));
    match dice.random_range(0..15) {
        0 => Act::Designate { order, member: member(dice.random_range(1..=5)) },
        1 => Act::Cancel { order },
        2 => Act::Decline { order, cause: Cause::Justified },
        3 => Act::Decline { order, cause: Cause::None },
        4 => Act::Mediate { order, result: Mediation::CauseFound },
        5 => Act::Mediate { order, result: Mediation::DidNotComply },
        6 => Act::Complete { order, on: today },
        7 => Act::Abandon { order },
        8 => Act::CallOff { order, work: Work::NotBegun },
        9 => Act::Fail { order },
        10 | 11 => Act::LiftBar { order, member: member(dice.random_range(1..=5)) },
        12 => {
            let text = if dice.random() { "late" } else { "" };
            let text = text.parse().expect("a text");
            Act::RecordFeedback { order, feedback: Feedback::Complaint, text }
        }
        13 => reassign(order.get(), None),
        _ => reassign(order.get(), Some(dice.random_range(1..=5))),
    }
}

fn any_of_register(dice: &mut impl Rng) -> Act {
    let station = StationId::new(dice.random_range(1..=2)).expect("an id");
    let item = item(dice.random_range(1..=4));
    match dice.random_range(0..6) {
        0 => Act::CloseStation { station },
        1 | 2 => Act::ReopenStation { station },
        3 => Act::DelistItem { item },
        4 => Act::RelistItem { item },
        _ => {
            let name = format!("name {}", dice.random_range(0..9)).parse().expect("a name");
            Act::Rename { of: Registered::Member(member(dice.random_range(1..=6))), name }
        }
    }
}

/// Rules 2.5, 3.1, 3.5, 5.3 and 6.1 of every state.
fn holds(plain: &Plain) {
    for (at, found) in plain.members.iter().enumerate() {
        let id = MemberId::at(at).expect("an id");
        assert!(found.standing == Membership::Current || !found.on_leave);
        for category in Category::ALL {
            let stands = found.standing == Membership::Current && plain.belongs(id, category);
            assert_eq!(plain.line(category).has(id), stands);
        }
    }
    for line in &plain.lines {
        assert!(line.places.is_sorted_by(|one, other| one.0 < other.0));
        assert_eq!(line.cursor.is_some(), !line.places.is_empty());
        assert!(line.cursor.is_none_or(|on| line.has(on)));
    }
    for found in &plain.orders {
        match found.state {
            State::Held => assert_eq!(plain.by_turn(found), None),
            State::Assigned(holding) | State::Declined(holding) => {
                let holder = plain.find_current(holding.member);
                assert!(holder.is_ok() && found.counted.is_some());
                assert_eq!(plain.bar(found, holding.member), None);
            }
            _ => {}
        }
    }
}

#[test]
fn random_histories_never_panic_and_keep_what_the_rules_say() {
    let mut dice = ChaCha8Rng::seed_from_u64(25);
    for _ in 0..400 {
        let mut city = City::new(policy(&mut dice), 3);
        for _ in 0..80 {
            let act = match dice.random_range(0..10) {
                0..4 => Act::Accept(any_order(&mut dice)),
                4..7 => any_of_order(&mut dice, city.today),
                7 => any_of_member(&mut dice),
                8 if dice.random() => any_of_member(&mut dice),
                8 => any_of_register(&mut dice),
                _ if dice.random() => {
                    let month = city.today.month().next().expect("a month");
                    Act::AdoptPolicy { month, policy: Box::new(policy(&mut dice)) }
                }
                _ => {
                    let month = city.today.month().next().expect("a month");
                    city.today = day(&format!("{month}-01"));
                    Act::OpenMonth
                }
            };
            try_out(&mut city, &act);
        }
    }
}

/// Carries an act out if it can be, with the answers that say beforehand what will happen.
fn try_out(city: &mut City, act: &Act) {
    let answer = match act {
        Act::Accept(order) => Some(city.plain.explain(order)),
        _ => None,
    };
    let stepped = city.plain.step(&Command::new(city.today, act.clone()));
    let Ok((next, events)) = stepped else {
        assert!(answer.is_none_or(|answer| answer.is_err()));
        return;
    };
    if let Some(answer) = answer {
        let id = OrderId::at(city.plain.orders.len()).expect("an id");
        let given = events.iter().find_map(|event| match *event {
            Event::Dispatched { order, member, .. } if order == id => Some(member),
            _ => None,
        });
        assert_eq!(answer.map(|answer| answer.dispatch.member()), Ok(given));
    }
    if let Act::Reassign { order, to, .. } = act {
        let before = city.plain.reassign(*order, &LagFinding::COMPLETE, *to);
        let exits = events.iter().any(|event| matches!(event, Event::Expelled { .. }));
        assert_eq!(before.is_ok_and(|before| before.exits), exits);
    }
    holds(&next);
    let publication = Publication::Correction;
    if events.contains(&Event::RankingPublished { year: 2025, publication }) {
        for category in Category::ALL {
            is_corrected(&city.plain, &next, category, &events);
        }
    }
    assert_eq!(next.view().orders.len(), next.orders.len());
    city.plain = next;
}

/// Rules 3.2 of a line after a correction.
fn is_corrected(before: &Plain, after: &Plain, category: Category, events: &[Event]) {
    let (old, new) = (before.line(category), after.line(category));
    let volume = |id: MemberId| {
        let (_, volumes) = after.ranking.as_ref().expect("a ranking");
        volumes.iter().find(|of| of.member == id).map_or(0, |of| of.orders)
    };
    assert_eq!(old.places.len(), new.places.len());
    let cursor = |line: &Line| line.members().iter().position(|id| Some(*id) == line.cursor);
    let is_cursor = before.policy.turn == Turn::Cursor;
    assert!(!is_cursor || cursor(old) == cursor(new));
    let middle = cursor(new).filter(|_| is_cursor).unwrap_or(0);
    let (mut parts, mut changed) = ([Vec::new(), Vec::new()], false);
    for (at, (was, is)) in old.places.iter().zip(&new.places).enumerate() {
        assert_eq!(was.0, is.0, "places keep their numbers");
        changed |= was != is;
        if old.is_ranked(was.0) {
            parts[usize::from(at >= middle)].push(is.1);
        } else {
            assert_eq!(was, is, "the others stay as they are");
        }
    }
    for part in parts {
        let key = |id: &MemberId| (std::cmp::Reverse(volume(*id)), *id);
        assert!(part.is_sorted_by_key(key));
    }
    let sorting = Sorting::Correction;
    assert_eq!(events.contains(&Event::LineSorted { category, sorting }), changed);
}
