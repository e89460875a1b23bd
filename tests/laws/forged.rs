//! Outcomes and snapshots that nobody's rules made: they are refused, or do no harm.

use paidan::{
    Alliance, Broken, Category, Command, Event, MemberTally, Mismatch, OrderFault, OrderRow,
    OrderState, Outcome, Place, Snapshot, TallyFault,
};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use crate::common::{City, money, order};
use crate::laws::plan::plans;
use crate::laws::world::Entry;

/// The fields of a snapshot.
const SNAPSHOT_FIELDS: usize = 15;

/// The numbers behind one forgery.
type Forgery = [usize; 4];

fn forgeries(count: usize) -> impl Strategy<Value = Vec<Forgery>> {
    vec(any::<[u16; 4]>().prop_map(|of| of.map(usize::from)), count)
}

/// All the places in a value that can be changed: figures, texts, and lists of these.
fn places(value: &mut Value) -> Vec<&mut Value> {
    let is_plain_list = value.as_array().is_some_and(|list| !list.iter().any(Value::is_object));
    if is_plain_list {
        return vec![value];
    }
    match value {
        Value::Object(fields) => fields.iter_mut().flat_map(|(_, of)| places(of)).collect(),
        Value::Array(list) => list.iter_mut().flat_map(places).collect(),
        leaf => vec![leaf],
    }
}

/// Changes one number or text of a value.
fn change_leaf(value: &mut Value, [place, how, ..]: Forgery) {
    let mut places = places(value);
    if places.is_empty() {
        return;
    }
    let place = place % places.len();
    let leaf = &mut *places[place];
    *leaf = match leaf {
        Value::Number(number) => {
            let number = number.as_u64().unwrap_or(0);
            let next = number.saturating_add(1);
            let others = [0, 1, next, number.saturating_sub(1), 1_000_000_000, u64::MAX];
            others[how % others.len()].into()
        }
        Value::String(_) if how % 9 == 8 => Value::Null,
        Value::String(text) if text.contains('-') => {
            ["2000-01-01", "2024-12-31", "9900-12-31", "2025-01"][how % 4].into()
        }
        Value::String(_) => {
            ["0.00", "0.01", "99999999.99", "184467440737095516.15"][how % 4].into()
        }
        Value::Bool(is) => Value::Bool(!*is),
        Value::Null => 1.into(),
        Value::Array(list) => shaken(list, how).into(),
        Value::Object(_) => Value::Null,
    };
}

/// A list with an entry doubled, lost or moved.
fn shaken(list: &[Value], how: usize) -> Vec<Value> {
    let mut list = list.to_vec();
    if list.is_empty() {
        return vec![1.into()];
    }
    let place = how / 4 % list.len();
    match how % 4 {
        0 => list.push(list[place].clone()),
        1 => drop(list.remove(place)),
        2 => list.rotate_left(place.max(1)),
        _ => list.clear(),
    }
    list
}

/// The same, if it is a list.
fn shake(value: &mut Value, how: usize) {
    if let Value::Array(list) = value {
        *list = shaken(list, how);
    }
}

/// An event of which one figure is another.
fn changed(event: &Event, forgery: Forgery) -> Event {
    let mut value = serde_json::to_value(event).expect("it can be written");
    change_leaf(&mut value, forgery);
    serde_json::from_value(value).unwrap_or(*event)
}

/// An outcome with an event dropped, doubled, swapped with another, changed, or taken from
/// elsewhere.
fn forged(outcome: &Outcome, entries: &[Entry], forgery: Forgery) -> Outcome {
    let [what, place, other, how] = forgery;
    let mut events = outcome.events.clone();
    let (place, other) = (place % events.len(), other % events.len());
    match what % 5 {
        0 => drop(events.remove(place)),
        1 => events.insert(place, events[other]),
        2 => events.swap(place, other),
        3 => events[place] = changed(&events[place], [how, forgery[1], 0, 0]),
        _ => {
            let elsewhere = &entries[how % entries.len()].result;
            let found = elsewhere.iter().flat_map(|outcome| &outcome.events).next();
            events[place] = found.copied().unwrap_or(events[place]);
        }
    }
    Outcome { events, ..outcome.clone() }
}

/// A forged outcome is refused and nothing has changed, or it leaves a state that is sound but for
/// orders that wait.
fn does_no_harm(
    before: &Alliance,
    command: &Command,
    forged: &Outcome,
) -> Result<bool, TestCaseError> {
    let mut replica = before.clone();
    match replica.apply(command, forged) {
        Ok(()) => {
            let checked = replica.check_invariants();
            prop_assert!(
                matches!(checked, Ok(()) | Err(Broken::Waits(..))),
                "{checked:?} after {forged:?} of {command:?}"
            );
            Ok(true)
        }
        Err(Mismatch::Refused) => Err(TestCaseError::fail("the command itself was accepted")),
        Err(_) => {
            prop_assert_eq!(replica.snapshot(), before.snapshot());
            Ok(false)
        }
    }
}

/// The snapshot with one place changed; nothing where it cannot even be read.
fn broken(snapshot: &Snapshot, forgery: Forgery) -> Option<Snapshot> {
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

/// Tallies and suspensions may come in any order, and go out from the lowest member.
fn put_in_order(snapshot: &mut Snapshot) {
    snapshot.suspensions.sort_by_key(|of| (of.member, of.item));
    snapshot.tallies.sort_by_key(|of| of.member);
    for row in &mut snapshot.tallies {
        row.items.sort_by_key(|of| of.item);
    }
}

/// rules 6.2: an order of the month that counts is in the tallies of the member that has it, or
/// the snapshot is refused: it could come off it with nothing to come off.
#[test]
fn a_snapshot_whose_tallies_lack_an_open_order_is_refused() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let member = city.member(Category::Finance, &[item]);
    city.turn(item);
    city.turn(item);
    let sound = city.alliance.snapshot();
    let spoilt = |spoil: fn(&mut Vec<MemberTally>)| {
        let mut snapshot = sound.clone();
        spoil(&mut snapshot.tallies);
        Alliance::try_from(snapshot).map(|alliance| alliance.snapshot())
    };
    assert_eq!(spoilt(|_| ()), Ok(sound.clone()));
    let broken = |fault| Err(Broken::Tally(member, fault));
    let lacks = broken(TallyFault::LacksOpen(item));
    assert_eq!(spoilt(Vec::clear), lacks);
    assert_eq!(spoilt(|rows| rows[0].items[0].orders = 1), lacks);
    let amount = broken(TallyFault::LacksAmount);
    assert_eq!(spoilt(|rows| rows[0].items[0].orders = 3), amount, "the third cost nothing");
    assert_eq!(spoilt(|rows| rows[0].amount = money("199.99")), amount);
    assert_eq!(spoilt(|rows| rows[0].amount = money("200.01")), amount, "two cost 200.00");
}

/// rules 3.5: no place gets a number twice, so a snapshot in which a member can go back to where
/// another one stands, or two can go back to one place, is refused.
#[test]
fn a_snapshot_in_which_two_can_stand_in_one_place_is_refused() {
    let mut city = City::literal();
    let item = city.item(Category::Finance);
    let _: [paidan::MemberId; 3] = city.members(Category::Finance, &[item]);
    city.turn(item);
    city.turn(item);
    let sound = city.alliance.snapshot();
    // The first went from 1 to 4, the second from 2 to 5; the third stands at 3.
    let second_left = |number| {
        let mut snapshot = sound.clone();
        let OrderRow::Kept(record) = &mut snapshot.orders[1] else { panic!("it has not ended") };
        let OrderState::Assigned(giving) = &mut record.state else { panic!("it is assigned") };
        giving.moved.as_mut().expect("it moved").from = Place::new(number).expect("not zero");
        Alliance::try_from(snapshot).map(|alliance| alliance.snapshot())
    };
    assert_eq!(second_left(2), Ok(sound.clone()));
    let broken = Err(Broken::Order(order(2), OrderFault::RememberedPlace));
    assert_eq!(second_left(1), broken, "the first left it, too");
    assert_eq!(second_left(3), broken, "the third stands there");
    assert_eq!(second_left(4), broken, "the first stands there");
    let backward = Err(Broken::Order(order(2), OrderFault::Moved));
    assert_eq!(second_left(5), backward, "nobody goes to the end from the end itself");
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// A forged outcome is refused with the state as it was, or leaves a sound state in which at
    /// most an order waits that need not.
    #[test]
    fn a_forged_outcome_does_no_harm(plan in plans(), forgeries in forgeries(400)) {
        let entries = plan.play();
        let accepted = entries.iter().filter_map(|of| Some((of, of.result.as_ref().ok()?)));
        for ((entry, outcome), forgeries) in accepted.zip(forgeries.chunks(4)) {
            for forgery in forgeries {
                let forged = forged(outcome, &entries, *forgery);
                does_no_harm(&entry.before, &entry.command, &forged)?;
            }
        }
    }

    /// A snapshot with something broken in it is refused without a panic, or it was not broken:
    /// then it is sound, and stays so whatever comes.
    #[test]
    fn a_broken_snapshot_is_refused_or_sound(plan in plans(), forgeries in forgeries(40)) {
        let entries = plan.play();
        for (forgery, entry) in forgeries.into_iter().zip(entries.iter().rev().cycle().step_by(3)) {
            let Some(mut snapshot) = broken(&entry.before.snapshot(), forgery) else { continue };
            let Ok(mut alliance) = Alliance::try_from(snapshot.clone()) else { continue };
            prop_assert_eq!(alliance.check_invariants(), Ok(()));
            put_in_order(&mut snapshot);
            prop_assert_eq!(alliance.snapshot(), snapshot, "a snapshot says all of a state");
            // Whatever follows is decided or refused, and leaves it sound.
            let place = entries.iter().position(|of| std::ptr::eq(of, entry)).unwrap_or(0);
            for next in entries[place..].iter().take(6) {
                let _ = alliance.step(&next.command);
                prop_assert_eq!(alliance.check_invariants(), Ok(()));
            }
        }
    }
}
