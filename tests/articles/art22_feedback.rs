//! Article 22: what an enterprise says of an order is put on record (rules 12.5).

use paidan::Category::Finance;
use paidan::{Act, Event, Feedback, OrderId, OrderState, Policy, Refusal};

use crate::common::acts::{call_off, complete, with_cause, without_cause};
use crate::common::{City, naming, order, plain, text};

const KINDS: [Feedback; 3] = [Feedback::Satisfied, Feedback::Dissatisfied, Feedback::Complaint];

fn says(order: OrderId, feedback: Feedback, words: &str) -> Act {
    Act::RecordFeedback { order, feedback, text: text(words) }
}

/// A city with one member, which has order 1.
fn city() -> (City, OrderId) {
    let mut city = City::new(Policy::recommended());
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    let (order, _) = city.accept(plain(tax));
    (city, order)
}

/// rules 12.5: satisfied, dissatisfied, or a complaint with its text: an entry that changes nothing.
#[test]
fn each_kind_is_an_entry_and_changes_nothing() {
    let (mut city, order) = city();
    for feedback in KINDS {
        let before = city.alliance.snapshot();
        let outcome = city.act(says(order, feedback, "服务质量"));
        assert_eq!(outcome.events, [Event::FeedbackRecorded { order, feedback }]);
        assert_eq!(outcome.position, before.position + 1);
        let mut after = city.alliance.snapshot();
        after.position = before.position;
        assert_eq!(after, before);
    }
}

/// rules 12.5: a complaint needs a text, be it one letter; the others may have one.
#[test]
fn a_complaint_needs_a_text() {
    let (mut city, order) = city();
    for (feedback, words, is_accepted) in [
        (Feedback::Satisfied, "", true),
        (Feedback::Dissatisfied, "", true),
        (Feedback::Complaint, "", false),
        (Feedback::Satisfied, "x", true),
        (Feedback::Dissatisfied, "x", true),
        (Feedback::Complaint, "x", true),
    ] {
        let expected = if is_accepted { Ok(()) } else { Err(Refusal::ComplaintWithoutText) };
        let found = city.try_act(says(order, feedback, words)).map(drop);
        assert_eq!(found, expected, "{feedback:?} {words:?}");
    }
}

/// rules 12.5: as often as the enterprise says something, one way and the other.
#[test]
fn an_enterprise_may_say_more_than_one_thing() {
    let (mut city, order) = city();
    for feedback in [KINDS, KINDS].concat() {
        city.act(says(order, feedback, "又"));
    }
}

/// rules 14: a held order was served by nobody, so nothing is said of it, before it was given or
/// after it was lost.
#[test]
fn of_a_held_order_nothing_is_said() {
    let (mut city, lost) = city();
    city.act(with_cause(lost));
    let nobodys = city.item(Finance);
    let (waits, _) = city.accept(plain(nobodys));
    for order in [lost, waits] {
        assert_eq!(city.state(order), OrderState::Held);
        for feedback in KINDS {
            assert_eq!(city.refused(says(order, feedback, "x")), Refusal::OrderHeld { order });
        }
    }
}

/// rules 12.5: of one in every other state: assigned, declined, completed, and of each end.
#[test]
fn of_every_order_that_is_not_held() {
    let (mut city, assigned) = city();
    let a = crate::common::member(1);
    let item = crate::common::item(1);
    let mut more = || city.accept(naming(item, a)).0;
    let [declined, completed, settled, defaulted, abandoned, failed, called_off] =
        [(); 7].map(|()| more());
    city.act(without_cause(declined));
    for order in [completed, settled, defaulted] {
        city.act(complete(order, "2025-01-02"));
    }
    city.go("2025-01-20");
    city.act(Act::Settle { order: settled });
    city.act(Act::Fail { order: failed });
    city.act(call_off(called_off));
    city.act(Act::RecordDefault { order: defaulted });
    city.act(Act::Abandon { order: abandoned });
    for number in assigned.get()..=called_off.get() {
        let order = order(number);
        city.act(says(order, Feedback::Complaint, "x"));
    }
    let nobodys = city.item(Finance);
    city.act(Act::LiftBlacklisting { enterprise: crate::common::enterprise(1) });
    let (cancelled, _) = city.accept(plain(nobodys));
    city.act(Act::Cancel { order: cancelled });
    city.act(says(cancelled, Feedback::Satisfied, ""));
}

/// rules 14: `RecordFeedback`: unknown; held; a complaint without text.
#[test]
fn record_feedback_in_its_order() {
    let (mut city, lost) = city();
    let tax = crate::common::item(1);
    let assigned = city.accept(plain(tax)).0;
    city.act(with_cause(lost));
    let complaint = |order| says(order, Feedback::Complaint, "");
    let expected = [
        Refusal::UnknownOrder { order: order(9) },
        Refusal::OrderHeld { order: lost },
        Refusal::ComplaintWithoutText,
    ];
    let asked = [order(9), lost, assigned];
    assert_eq!(asked.map(|order| city.refused(complaint(order))), expected);
}
