//! Snapshots with something in them forged: they are refused, or of a state like any other.

use std::cell::RefCell;

use paidan::{Act, Alliance, Command, Snapshot};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};

use crate::common::{item, name, plain};
use crate::laws::forged::{Count, Forgery, change_leaf, goes_on, shake, what_follows};
use crate::laws::forged_fields::{Dice, FIELDS, Field};
use crate::laws::plan::{Draw, Plan, plans};

/// How many snapshots of a history are forged.
const EACH: usize = 60;

/// So many of those that are let in go on by themselves.
const FOLLOWED: usize = 6;

/// The fields of a snapshot.
const SNAPSHOT_FIELDS: usize = 15;

/// The snapshot with one place changed; nothing where it cannot even be read.
fn changed_somewhere(snapshot: &Snapshot, forgery: Forgery) -> Option<Snapshot> {
    let mut value = serde_json::to_value(snapshot).expect("it can be written");
    let fields = value.as_object_mut().expect("a snapshot has fields");
    // Every field is as likely as every other, however much is in it.
    let field = fields.values_mut().nth(forgery[2] % SNAPSHOT_FIELDS).expect("a field");
    if field.is_array() && forgery[3].is_multiple_of(2) {
        shake(field, forgery[1]);
    } else {
        change_leaf(field, forgery);
    }
    serde_json::from_value(value).ok()
}

/// The snapshot with a few of its fields forged; and which, if it was one.
fn forged(snapshot: &Snapshot, plan: &Plan, seed: u64) -> (Snapshot, &'static str) {
    let mut dice = Dice(seed);
    let mut forged = snapshot.clone();
    let several = [1, 1, 1, 2, 3][dice.below(5)];
    let mut what = "several fields";
    for _ in 0..several {
        if dice.below(4) == 0 {
            let forgery = [(); 4].map(|()| dice.below(1 << 16));
            forged = changed_somewhere(&forged, forgery).unwrap_or(forged);
            what = if several == 1 { "any place" } else { what };
        } else {
            let Field { name, forge } = &FIELDS[dice.below(FIELDS.len())];
            // A field of which there is none yet stays as it is.
            let _ = forge(&mut forged, plan, &mut dice);
            what = if several == 1 { name } else { what };
        }
    }
    (forged, what)
}

/// Whether the commands of random histories can be drawn for a state: they need something of each
/// kind, and some years before and after.
fn has_commands(alliance: &Alliance) -> bool {
    let year = alliance.date().map_or(2024, paidan::Date::year);
    (2002..9800).contains(&year)
        && !alliance.stations().is_empty()
        && !alliance.items().is_empty()
        && !alliance.enterprises().is_empty()
}

/// A few plain commands, for a state for which no others can be drawn.
fn goes_on_plainly(mut alliance: Alliance) -> Result<(), TestCaseError> {
    let now = alliance.date().unwrap_or("2024-11-05".parse().expect("a date"));
    let next = alliance.month().and_then(paidan::Month::next);
    let first = next.and_then(|of| paidan::Date::from_ymd(of.year(), of.of_year(), 1).ok());
    let open = || Act::OpenStation { name: name("one more") };
    let commands = [(now, open()), (now, Act::Accept(plain(item(1))))];
    let opens = [(first.unwrap_or(now), Act::OpenMonth), (first.unwrap_or(now), open())];
    for (date, act) in commands.into_iter().chain(opens) {
        let _ = alliance.step(&Command::new(date, act));
        prop_assert_eq!(alliance.check_invariants(), Ok(()));
        let restored = Alliance::try_from(alliance.snapshot());
        prop_assert_eq!(restored.as_ref(), Ok(&alliance));
    }
    Ok(())
}

/// Tallies and suspensions may come in any order, and go out from the lowest member.
fn put_in_order(snapshot: &mut Snapshot) {
    snapshot.suspensions.sort_by_key(|of| (of.member, of.item));
    snapshot.tallies.sort_by_key(|of| of.member);
    for row in &mut snapshot.tallies {
        row.items.sort_by_key(|of| of.item);
    }
}

/// A forged snapshot is refused, or says all of a state that is one like any other.
fn does_no_harm(
    mut forged: Snapshot,
    plan: &Plan,
    rest: &[Draw],
) -> Result<Result<(), paidan::Broken>, TestCaseError> {
    let alliance = match Alliance::try_from(forged.clone()) {
        Ok(alliance) => alliance,
        Err(broken) => return Ok(Err(broken)),
    };
    put_in_order(&mut forged);
    prop_assert_eq!(alliance.snapshot(), forged, "a snapshot says all of a state");
    if has_commands(&alliance) {
        goes_on(&alliance, plan, rest)?;
    } else {
        goes_on(&alliance, plan, &[])?;
        goes_on_plainly(alliance)?;
    }
    Ok(Ok(()))
}

/// A snapshot with anything forged in it is refused without a panic, or it could be: then it is
/// sound, says all of the state, and stays sound whatever comes.
#[test]
fn a_forged_snapshot_is_refused_or_sound() {
    let count = RefCell::new(Count::default());
    let drawn = (plans(), vec(any::<u64>(), EACH), what_follows());
    let mut runner = TestRunner::new(crate::laws::cases());
    let found = runner.run(&drawn, |(plan, seeds, mut rest)| {
        let entries = plan.play();
        let mut followed = 0;
        for (seed, entry) in seeds.into_iter().zip(entries.iter().rev().cycle().step_by(7)) {
            let snapshot = entry.after.snapshot();
            let (forged, what) = forged(&snapshot, &plan, seed);
            if forged == snapshot {
                count.borrow_mut().note(&what, "the same");
                continue;
            }
            let wanted = if followed < FOLLOWED { &rest[..] } else { &[] };
            match does_no_harm(forged, &plan, wanted)? {
                Ok(()) => {
                    count.borrow_mut().note(&what, "accepted");
                    followed += 1;
                    rest.rotate_left(7);
                }
                Err(_) => count.borrow_mut().note(&what, "refused"),
            }
        }
        Ok(())
    });
    let count = count.into_inner();
    let [accepted, refused] = ["accepted", "refused"].map(|what| count.all(what));
    println!("{accepted} accepted, {refused} refused\n{}", count.table());
    if let Err(TestError::Fail(why, (plan, seeds, _))) = &found {
        panic!("{why}\nof {plan:?} with {seeds:?}");
    }
    found.expect("a history can be drawn");
    assert!(accepted > 0 && refused > 0);
}
