//! What is taken back at once is as if it had never been (rules 3.5, 7.2 and 7.6).

use paidan::{
    Act, Alliance, Category, Cause, Command, End, Event, MemberId, OrderId, OrderRow, Place,
    Snapshot, Work,
};
use proptest::prelude::*;

use crate::laws::model::givings;
use crate::laws::plan::plans;
use crate::laws::world::{Entry, items};

/// The order that an entry accepted and gave.
fn given(entry: &Entry) -> Option<(OrderId, MemberId)> {
    let outcome = entry.result.as_ref().ok()?;
    let is_order = matches!(entry.command.act, Act::Accept(_));
    givings(outcome).first().filter(|_| is_order).map(|of| (of.0, of.1))
}

/// The state after one more act of the same day.
fn then(entry: &Entry, act: Act) -> (Alliance, Vec<Event>) {
    let mut alliance = entry.after.clone();
    let outcome = alliance.step(&Command::new(entry.command.date, act)).expect("it is accepted");
    (alliance, outcome.events)
}

/// Without what a called off order leaves: its id and end, the numbers of the record and of the
/// next place, and where the cursors are.
fn without_traces(mut snapshot: Snapshot) -> Snapshot {
    (snapshot.position, snapshot.date) = (0, None);
    for category in Category::ALL {
        let line = snapshot.lines.of_mut(category);
        (line.next_place, line.cursor) = (Place::MIN, None);
    }
    snapshot
}

/// Where a member stands in each line, and what it has in the tallies.
fn stands(alliance: &Alliance, member: MemberId) -> (Vec<Option<Place>>, Vec<u32>, paidan::Money) {
    let lines = alliance.snapshot().lines;
    let place = |category| {
        let mut places = lines.of(category).places.iter();
        places.find(|place| place.member == member).map(|place| place.number)
    };
    let orders = items(alliance).into_iter().map(|item| alliance.tallied_orders(member, item));
    (Category::ALL.map(place).to_vec(), orders.collect(), alliance.tallied_amount(member))
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 3.5 and 7.6: calling an order off at once is as if it had never been: every line with
    /// the numbers of its places, tallies, suspensions, members, enterprises and all other orders
    /// are as before. Under `Cursor` the places are, too, and only the cursor stays where the
    /// order sent it, since giving by turn moves it and nothing moves it back.
    #[test]
    fn calling_off_at_once_is_as_if_the_order_had_never_been(plan in plans()) {
        for entry in plan.play() {
            let Some((order, _)) = given(&entry) else { continue };
            let (undone, _) = then(&entry, Act::CallOff { order, work: Work::NotBegun });
            for category in Category::ALL {
                prop_assert_eq!(undone.cursor(category), entry.after.cursor(category));
            }
            let mut snapshot = undone.snapshot();
            prop_assert_eq!(snapshot.orders.pop(), Some(OrderRow::Ended(End::Cancelled)));
            prop_assert_eq!(
                without_traces(snapshot),
                without_traces(entry.before.snapshot()),
            );
        }
    }

    /// rules 3.5 and 7.2: whoever declines with cause at once stands where it stood, and has in the
    /// tallies what it had; so under every reading of 依次.
    #[test]
    fn declining_with_cause_at_once_takes_nobodys_turn(plan in plans()) {
        for entry in plan.play() {
            let Some((order, member)) = given(&entry) else { continue };
            let (undone, events) = then(&entry, Act::Decline { order, cause: Cause::Justified });
            prop_assert_eq!(stands(&undone, member), stands(&entry.before, member));
            let holder = undone.order(order).and_then(|record| record.state.open());
            prop_assert_ne!(holder.map(|giving| giving.member), Some(member));
            // It is given on, or held, and all others but the next holder stand where they stood.
            let next = holder.map(|giving| giving.member);
            for category in Category::ALL {
                let others = |alliance: &Alliance| -> Vec<MemberId> {
                    alliance.line(category).filter(|of| Some(*of) != next).collect()
                };
                prop_assert_eq!(others(&undone), others(&entry.before));
            }
            let is_held = events.contains(&Event::Held { order });
            prop_assert_eq!(is_held, next.is_none());
        }
    }

    /// rules 7.2: declining without cause and complying after mediation is as if nothing had been.
    #[test]
    fn complying_is_as_if_nothing_had_been_declined(plan in plans()) {
        for entry in plan.play() {
            let Some((order, member)) = given(&entry) else { continue };
            let act = Act::Decline { order, cause: Cause::None };
            let (declined, events) = then(&entry, act);
            prop_assert_eq!(events, vec![Event::Declined { order, member, cause: Cause::None }]);
            let mut resumed = declined;
            let result = paidan::Mediation::Complied;
            let act = Act::Mediate { order, result };
            resumed.step(&Command::new(entry.command.date, act)).expect("it is accepted");
            let mut snapshot = resumed.snapshot();
            snapshot.position -= 2;
            prop_assert_eq!(snapshot, entry.after.snapshot());
        }
    }
}
