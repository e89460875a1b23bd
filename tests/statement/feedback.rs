//! What enterprises say of orders: the indicator for article 22, ground 3.

use paidan::{
    Act, Category, Command, Event, Feedback, FeedbackFigures, FeedbackFold, FeedbackIndicator,
    Language, Mediation, OrderId, Outcome, Policy,
};

use crate::common::acts::{call_off, complete, mediate, reassign, without_cause};
use crate::common::{City, date, item, member, order, plain, text};

/// Three members of finance on 3 March that all offer one item; orders go to them in turn.
fn city(orders: u32) -> City {
    let mut city = City::on("2025-03-03", Policy::cixi_2021());
    let item = city.item(Category::Finance);
    city.members::<3>(Category::Finance, &[item]);
    for _ in 0..orders {
        city.turn(item);
    }
    city
}

fn say(city: &mut City, of: OrderId, feedback: Feedback) {
    city.act(Act::RecordFeedback { order: of, feedback, text: text("…") });
}

/// The indicator of a period.
fn over(city: &City, from: &str, to: &str) -> FeedbackIndicator {
    let mut fold = FeedbackFold::new(date(from), date(to));
    city.history.iter().for_each(|(command, outcome)| fold.add(command, outcome));
    fold.finish()
}

fn march(city: &City) -> FeedbackIndicator {
    over(city, "2025-03-01", "2025-03-31")
}

fn figures([completed, satisfied, dissatisfied, complaints]: [u32; 4]) -> FeedbackFigures {
    FeedbackFigures { completed, satisfied, dissatisfied, complaints }
}

/// What there is of each member and of the city.
fn table(indicator: &FeedbackIndicator) -> (Vec<FeedbackFigures>, FeedbackFigures) {
    let ids = indicator.members.iter().map(|of| of.member.get());
    assert!(ids.eq((1..).take(indicator.members.len())), "every member, by id");
    (indicator.members.iter().map(|of| of.figures).collect(), indicator.city)
}

/// For each member the orders it completed and the feedback by kind, beside the city's (rules 12.5).
#[test]
fn orders_completed_and_feedback_by_kind() {
    let mut city = city(3);
    for number in [1, 2] {
        city.act(complete(order(number), "2025-03-03"));
    }
    for (of, feedback) in [
        (1, Feedback::Satisfied),
        (1, Feedback::Satisfied),
        (1, Feedback::Complaint),
        (2, Feedback::Dissatisfied),
        (3, Feedback::Satisfied),
    ] {
        say(&mut city, order(of), feedback);
    }
    let members = [[1, 2, 0, 1], [1, 0, 1, 0], [0, 1, 0, 0]].map(figures);
    assert_eq!(table(&march(&city)), (members.to_vec(), figures([2, 3, 1, 1])));
    assert_eq!((members[0].on_record(), members[1].on_record()), (3, 1));
    assert_eq!(members[0].of(Feedback::Complaint), 1);
}

/// It counts by the date of the record; the first and the last day are of the period (rules 12.5).
#[test]
fn the_days_of_the_period() {
    let mut city = city(1);
    city.go("2025-03-20");
    city.act(complete(order(1), "2025-03-03"));
    say(&mut city, order(1), Feedback::Satisfied);
    for (from, to, counted) in [
        ("2025-03-20", "2025-03-31", 1),
        ("2025-03-01", "2025-03-20", 1),
        ("2025-03-21", "2025-03-31", 0),
        ("2025-03-01", "2025-03-19", 0),
    ] {
        assert_eq!(over(&city, from, to).city, figures([counted, counted, 0, 0]), "{from} to {to}");
    }
}

/// Feedback is of the member that has the order when it is recorded, not of one that had it before
/// (rules 12.5).
#[test]
fn an_order_that_moved_speaks_of_who_has_it() {
    let mut city = city(1);
    say(&mut city, order(1), Feedback::Complaint);
    city.act(reassign(order(1), Some(member(3))));
    say(&mut city, order(1), Feedback::Satisfied);
    let members = [[0, 0, 0, 1], [0, 0, 0, 0], [0, 1, 0, 0]].map(figures);
    assert_eq!(table(&march(&city)).0, members);
}

/// After the order ended, in whatever way, and after its member left, it is of the one that had it
/// last (rules 12.5).
#[test]
fn an_order_that_ended_speaks_of_who_had_it_last() {
    let mut city = city(3);
    city.act(complete(order(1), "2025-03-03"));
    city.act(Act::Settle { order: order(1) });
    city.act(Act::Withdraw { member: member(1) });
    city.act(call_off(order(2)));
    city.act(Act::Fail { order: order(3) });
    for number in 1..=3 {
        say(&mut city, order(number), Feedback::Dissatisfied);
    }
    let members = [[1, 0, 1, 0], [0, 0, 1, 0], [0, 0, 1, 0]].map(figures);
    assert_eq!(table(&march(&city)).0, members);
}

/// Of a declined order it is of the member that declines it, and of one given on by an exit of the
/// member that got it (rules 12.5).
#[test]
fn an_order_in_mediation_and_after_it() {
    let mut city = city(1);
    city.act(without_cause(order(1)));
    say(&mut city, order(1), Feedback::Complaint);
    let outcome = city.act(mediate(order(1), Mediation::DidNotComply));
    assert_eq!(outcome.holder_of(order(1)), Some(member(2)));
    say(&mut city, order(1), Feedback::Satisfied);
    let members = [[0, 0, 0, 1], [0, 1, 0, 0], [0, 0, 0, 0]].map(figures);
    assert_eq!(table(&march(&city)).0, members);
}

/// What is said of an order that nobody ever had is the city's alone (rules 12.5).
#[test]
fn an_order_that_nobody_had() {
    let mut city = city(0);
    city.suspend(&[1, 2, 3].map(member));
    city.accept(plain(item(1)));
    city.act(Act::Cancel { order: order(1) });
    say(&mut city, order(1), Feedback::Complaint);
    let indicator = march(&city);
    assert_eq!(table(&indicator), (vec![figures([0; 4]); 3], figures([0, 0, 0, 1])));
}

/// A pair with ids that were never given takes no room by their numbers.
#[test]
fn ids_that_were_never_given() {
    let (last, day) = (1_000_000_000, date("2025-03-03"));
    let command = Command::new(day, Act::OpenMonth);
    let (of, by) = (order(last), member(last));
    let due = city(1).act(complete(order(1), "2025-03-03")).events;
    let due = due.iter().find_map(|event| match *event {
        Event::Completed { due, .. } => Some(due),
        _ => None,
    });
    let events = vec![
        crate::common::by_turn(of, by),
        Event::Completed { order: of, member: by, due: due.expect("completed") },
        Event::FeedbackRecorded { order: of, feedback: Feedback::Satisfied },
    ];
    let mut fold = FeedbackFold::new(day, day);
    fold.add(&command, &Outcome { events, ..Outcome::new(day) });
    assert_eq!(table(&fold.finish()), (Vec::new(), figures([1, 1, 0, 0])));
}

/// Shares are rounded down, and not applicable where nothing is on record; who has nothing at all
/// is left out (rules 12.5).
#[test]
fn the_indicator_in_words() {
    let mut city = city(2);
    for number in [1, 2] {
        city.act(complete(order(number), "2025-03-03"));
    }
    for feedback in [Feedback::Satisfied, Feedback::Satisfied, Feedback::Complaint] {
        say(&mut city, order(2), feedback);
    }
    let indicator = march(&city);
    let english = "\
Feedback of enterprises on orders (article 22; shares are rounded down, members without any figure are left out), 2025-03-01 to 2025-03-31
  member    orders completed  feedback  satisfied  per cent        dissatisfied  per cent        complaints  per cent
  member 1                 1         0          0  not applicable             0  not applicable           0  not applicable
  member 2                 1         3          2  66.66                      0  0.00                     1  33.33
  the city                 2         3          2  66.66                      0  0.00                     1  33.33
";
    assert_eq!(indicator.to_string(), english);
    let chinese = "\
企业对订单的评价（《办法》第二十二条；占比截至两位小数，各项均为零的会员单位不列），2025年3月1日至2025年3月31日
  会员单位   完成订单  评价总数  满意  占比（%）  不满意  占比（%）  投诉  占比（%）
  会员单位1         1         0     0  不适用          0  不适用        0  不适用
  会员单位2         1         3     2  66.66           0  0.00          1  33.33
  全市              2         3     2  66.66           0  0.00          1  33.33
";
    assert_eq!(indicator.in_language(Language::Chinese), chinese);
}
