//! Article 13: trainings, consultations and orders that were not accepted are recorded (rules
//! 12.4).

use paidan::Category::Finance;
use paidan::{Act, Event, Order, Refusal};

use crate::common::acts::{complete, without_cause};
use crate::common::{City, enterprise, item, member, naming, order, station, text};

fn training() -> Act {
    Act::RecordTraining { station: station(1), text: text("研发费用加计扣除") }
}

fn consultation() -> Act {
    Act::RecordConsultation { station: station(1), enterprise: enterprise(2), text: text("咨询") }
}

fn turned_away(reason: &str) -> Act {
    let (station, enterprise, item) = (station(1), enterprise(2), item(1));
    Act::RecordTurnedAway { station, enterprise, item, reason: text(reason) }
}

/// A city with one item and one member.
fn city() -> City {
    let mut city = City::literal();
    let tax = city.item(Finance);
    city.member(Finance, &[tax]);
    city
}

/// rules 12.4: each is an entry of the one sequence, and changes nothing else.
#[test]
fn records_are_entries_and_change_nothing_else() {
    let mut city = city();
    let (station, enterprise, item) = (station(1), enterprise(2), item(1));
    for (act, event) in [
        (training(), Event::TrainingRecorded { station }),
        (consultation(), Event::ConsultationRecorded { station, enterprise }),
        (turned_away("不在服务范围"), Event::TurnedAway { station, enterprise, item }),
    ] {
        let before = city.alliance.snapshot();
        let outcome = city.act(act);
        assert_eq!(outcome.events, [event]);
        assert_eq!(outcome.position, before.position + 1);
        let mut after = city.alliance.snapshot();
        after.position = before.position;
        assert_eq!(after, before);
    }
}

/// rules 12.4: a record has a date as every act; the next may not be before it.
#[test]
fn a_record_dates_the_sequence() {
    let mut city = city();
    city.go("2025-01-10");
    city.act(training());
    city.go("2025-01-09");
    assert!(matches!(city.refused(consultation()), Refusal::DateBeforeLast { .. }));
}

/// rules 12.4: the same may be recorded twice; a text of a training or a consultation may be empty.
#[test]
fn records_repeat_and_may_say_little() {
    let mut city = city();
    let (station, enterprise) = (station(1), enterprise(1));
    for _ in 0..2 {
        city.act(Act::RecordTraining { station, text: text("") });
        city.act(Act::RecordConsultation { station, enterprise, text: text("") });
        city.act(turned_away("材料不全"));
    }
}

/// rules 12.4 and 14: an order that is not accepted needs a reason.
#[test]
fn turning_away_needs_a_reason() {
    let mut city = city();
    assert_eq!(city.refused(turned_away("")), Refusal::NoReason);
    city.act(turned_away("x"));
}

/// rules 7.5 and 12.4: an enterprise on the blacklist may still be advised, and turned away.
#[test]
fn one_on_the_blacklist_is_advised_and_turned_away() {
    let mut city = city();
    city.accept(Order { enterprise: enterprise(2), ..naming(item(1), member(1)) });
    city.act(complete(order(1), "2025-01-02"));
    city.go("2025-01-31");
    city.act(Act::RecordDefault { order: order(1) });
    assert!(city.alliance.enterprise(enterprise(2)).is_some_and(|firm| firm.blacklisted));
    city.act(consultation());
    city.act(turned_away("黑名单"));
}

/// rules 12.4: a record of turning away is no order: it uses no id, and bars nobody from asking.
#[test]
fn turning_away_is_no_order() {
    let mut city = city();
    city.act(turned_away("材料不全"));
    assert_eq!(city.accept(naming(item(1), member(1))).0, order(1));
    city.act(without_cause(order(1)));
}
