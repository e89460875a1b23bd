//! What `apply` refuses that no random forgery is sure to find.

use crate::common::{self, City};
use paidan::{Act, CapFigures, Category, Command, Event, Mismatch};

/// A replayed closing does not fit that suspends a member from an item that is not there.
#[test]
fn a_suspension_from_an_unknown_item_does_not_fit() {
    let mut city = City::literal();
    let audit = city.item(Category::Finance);
    city.member(Category::Finance, &[audit]);
    city.turn(audit);
    let command = Command::new(common::date("2025-02-01"), Act::OpenMonth);
    let mut outcome = city.alliance.clone().step(&command).expect("a month is opened");
    let suspended = outcome.events.iter_mut().enumerate().find_map(|(nth, event)| match event {
        Event::Suspended { cap, .. } => Some((nth, cap)),
        _ => None,
    });
    let (nth, cap) = suspended.expect("one that got everything is suspended");
    *cap = CapFigures::Item { item: common::item(99), own: 1, whole: 1 };
    let before = city.alliance.snapshot();
    assert_eq!(city.alliance.apply(&command, &outcome), Err(Mismatch::Event(nth)));
    assert_eq!(city.alliance.snapshot(), before);
}
