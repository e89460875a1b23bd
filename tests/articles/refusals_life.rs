//! Section 14 for the life of an order: the refusals of each act in their order. Each test asks
//! for something that is wrong in every way there is, and mends it one by one.

use paidan::Category::Finance;
use paidan::{
    Act, Bar, End, EnterpriseId, Feedback, LagFinding, Mediation, MemberId, Misconduct, OrderId,
    OrderState, Policy, Refusal, Standing, Text, Work, reassign as preview,
};

use crate::common::acts::{
    call_off, complete, expel, mediate, other_act, reassign, undercutting, with_cause,
    without_cause,
};
use crate::common::{City, date, enterprise, member, naming, order, plain};

/// A city on 20 January with one order a state: held (1), assigned (2), declined (3) and completed
/// (4); and one an end: cancelled (5), settled (6), defaulted (7), abandoned (8), failed (9).
/// Enterprise 1 is off the blacklist again.
fn city() -> City {
    let mut city = City::new(Policy::recommended());
    let [tax, nobodys] = [Finance; 2].map(|category| city.item(category));
    let [a, _] = city.members(Finance, &[tax]);
    city.accept(plain(nobodys));
    for _ in 2..=9 {
        city.accept(naming(tax, a));
    }
    for number in [4, 6, 7] {
        city.act(complete(order(number), "2025-01-02"));
    }
    city.go("2025-01-20");
    city.act(without_cause(order(3)));
    city.act(call_off(order(5)));
    city.act(Act::Settle { order: order(6) });
    city.act(Act::Fail { order: order(9) });
    city.act(Act::RecordDefault { order: order(7) });
    city.act(Act::Abandon { order: order(8) });
    city.act(Act::LiftBlacklisting { enterprise: enterprise(1) });
    city
}

/// Every act on an order, with the states by number in which it is accepted, and the refusal of
/// the others. Each is such that only the state of the order can be wrong.
type Row = (fn(OrderId) -> Act, &'static [u32], fn(OrderId) -> Refusal);

fn satisfied(order: OrderId) -> Act {
    Act::RecordFeedback { order, feedback: Feedback::Satisfied, text: Text::default() }
}

fn rows() -> [Row; 15] {
    let not_held: fn(OrderId) -> Refusal = |order| Refusal::OrderNotHeld { order };
    let not_assigned: fn(OrderId) -> Refusal = |order| Refusal::OrderNotAssigned { order };
    let not_declined: fn(OrderId) -> Refusal = |order| Refusal::OrderNotDeclined { order };
    let not_completed: fn(OrderId) -> Refusal = |order| Refusal::OrderNotCompleted { order };
    let not_open: fn(OrderId) -> Refusal = |order| Refusal::OrderNotOpen { order };
    [
        (|order| Act::Cancel { order }, &[1], not_held),
        (with_cause, &[2], not_assigned),
        (without_cause, &[2], not_assigned),
        (|order| mediate(order, Mediation::Complied), &[3], not_declined),
        (|order| mediate(order, Mediation::CauseFound), &[3], not_declined),
        (|order| mediate(order, Mediation::DidNotComply), &[3], not_declined),
        (|order| complete(order, "2025-01-10"), &[2], not_assigned),
        (|order| Act::Settle { order }, &[4], not_completed),
        (|order| Act::RecordDefault { order }, &[4], not_completed),
        (|order| Act::Abandon { order }, &[2, 3], not_open),
        (call_off, &[2], not_assigned),
        (|order| Act::Fail { order }, &[2], not_assigned),
        (|order| reassign(order, None), &[2], not_assigned),
        (|order| reassign(order, Some(member(2))), &[2], not_assigned),
        (satisfied, &[2, 3, 4, 5, 6, 7, 8, 9], |order| Refusal::OrderHeld { order }),
    ]
}

/// rules 14 and 7.1: each act is for orders of its state; ended orders refuse every act but that the
/// enterprise says something of them.
#[test]
fn each_act_is_for_orders_of_its_state() {
    let city = city();
    for (nth, (act, accepted, refusal)) in rows().into_iter().enumerate() {
        for number in 1..=10 {
            let expected = match number {
                10 => Err(Refusal::UnknownOrder { order: order(10) }),
                _ if accepted.contains(&number) => Ok(()),
                _ => Err(refusal(order(number))),
            };
            let found = city.clone().try_act(act(order(number))).map(drop);
            assert_eq!(found, expected, "row {nth}, order {number}");
        }
    }
}

/// rules 14: `Designate` is for held orders only.
#[test]
fn designate_is_for_held_orders() {
    let mut city = city();
    for number in 2..=9 {
        let order = order(number);
        let refused = city.refused(Act::Designate { order, member: member(2) });
        assert_eq!(refused, Refusal::OrderNotHeld { order });
    }
}

/// rules 7.1: of an order that ended only the end is kept; of the others the record.
#[test]
fn of_an_ended_order_only_the_end_is_kept() {
    let city = city();
    let ends = [End::Cancelled, End::Settled, End::Defaulted, End::Abandoned, End::Failed];
    for (number, end) in (5..).zip(ends) {
        assert_eq!(city.alliance.end_of(order(number)), Some(end));
        assert_eq!(city.alliance.order(order(number)), None);
    }
    let states = [1, 2, 3, 4].map(|number| city.state(order(number)));
    assert!(matches!(
        states,
        [
            OrderState::Held,
            OrderState::Assigned(_),
            OrderState::Declined(_),
            OrderState::Completed(_)
        ]
    ));
    for number in [1, 2, 3, 4, 10] {
        assert_eq!(city.alliance.end_of(order(number)), None);
    }
    let open = states.map(|state| state.open().is_some());
    assert_eq!((open, city.alliance.open_orders_of(member(1))), ([false, true, true, false], 2));
}

/// What several acts are refused for, one after the other.
fn refusals<const N: usize>(city: &mut City, acts: [Act; N]) -> [Refusal; N] {
    acts.map(|act| city.refused(act))
}

/// rules 14: `Complete`: unknown; not assigned; the date before submission or after the command.
#[test]
fn completing() {
    let mut city = city();
    let early = |number| complete(order(number), "2025-01-01");
    let late = |number| complete(order(number), "2025-01-21");
    let found = refusals(&mut city, [early(10), late(10), early(4), late(3), early(2), late(2)]);
    let (submitted, date_of) = (date("2025-01-02"), date("2025-01-20"));
    let out_of_time = |on| Refusal::CompletionOutOfTime { on: date(on), submitted, date: date_of };
    let expected = [
        Refusal::UnknownOrder { order: order(10) },
        Refusal::UnknownOrder { order: order(10) },
        Refusal::OrderNotAssigned { order: order(4) },
        Refusal::OrderNotAssigned { order: order(3) },
        out_of_time("2025-01-01"),
        out_of_time("2025-01-21"),
    ];
    assert_eq!(found, expected);
    city.act(complete(order(2), "2025-01-20"));
}

/// rules 14: `RecordDefault`: unknown; not completed; not overdue.
#[test]
fn recording_a_default() {
    let mut city = city();
    city.act(complete(order(2), "2025-01-20"));
    let act = |number| Act::RecordDefault { order: order(number) };
    let found = refusals(&mut city, [act(10), act(3), act(2)]);
    let (due, recorded) = ("2025-01-27".parse().unwrap(), date("2025-01-20"));
    let expected = [
        Refusal::UnknownOrder { order: order(10) },
        Refusal::OrderNotCompleted { order: order(3) },
        Refusal::NotOverdue { order: order(2), due, recorded },
    ];
    assert_eq!(found, expected);
    city.act(act(4));
}

/// rules 14: `CallOff`: unknown; not assigned; work has begun.
#[test]
fn calling_off() {
    let mut city = city();
    let begun = |number| Act::CallOff { order: order(number), work: Work::Begun };
    let found = refusals(&mut city, [begun(10), begun(3), begun(2)]);
    let expected = [
        Refusal::UnknownOrder { order: order(10) },
        Refusal::OrderNotAssigned { order: order(3) },
        Refusal::WorkHasBegun { order: order(2) },
    ];
    assert_eq!(found, expected);
    city.act(call_off(order(2)));
}

/// rules 14: `Reassign`: unknown; not assigned; finding incomplete; the one named not eligible, or
/// nobody eligible. `reassign` says the same.
#[test]
fn reassigning() {
    let mut city = city();
    let lacking = LagFinding { target_at_risk: false, ..LagFinding::COMPLETE };
    let full = LagFinding::COMPLETE;
    let [holder, other, unknown] = [1, 2, 9].map(member);
    let asked: [(u32, LagFinding, Option<MemberId>); 8] = [
        (10, lacking, Some(unknown)),
        (3, lacking, Some(unknown)),
        (3, lacking, Some(holder)),
        (3, lacking, None),
        (2, lacking, Some(holder)),
        (2, lacking, None),
        (2, full, Some(holder)),
        (2, full, None),
    ];
    city.suspend(&[other]);
    let standing = Standing::Barred { bar: Bar::Reassigned };
    let (assigned, declined) = (order(2), order(3));
    let expected = [
        Refusal::UnknownOrder { order: order(10) },
        Refusal::UnknownMember { member: unknown },
        Refusal::OrderNotAssigned { order: declined },
        Refusal::OrderNotAssigned { order: declined },
        Refusal::FindingIncomplete { finding: lacking },
        Refusal::FindingIncomplete { finding: lacking },
        Refusal::NamedNotEligible { order: assigned, member: holder, standing },
        Refusal::NobodyEligible { order: assigned },
    ];
    for ((number, finding, to), refusal) in asked.into_iter().zip(expected) {
        let order = order(number);
        assert_eq!(preview(&city.alliance, order, &finding, to), Err(refusal.clone()));
        assert_eq!(city.refused(Act::Reassign { order, finding, to }), refusal);
    }
    city.suspend(&[]);
    city.act(reassign(assigned, Some(other)));
}

/// rules 14: `Expel`: unknown; not current, unless it withdrew and its code was not admitted again
/// since; the ground's precondition not met.
#[test]
fn expelling() {
    let mut city = city();
    city.act(Act::Withdraw { member: member(2) });
    city.open("2025-03-01");
    let again = city.come_back(member(2));
    city.act(Act::Withdraw { member: again });
    let groundless = |member| expel(member, Misconduct::NoImprovement);
    let found = refusals(
        &mut city,
        [groundless(member(9)), groundless(member(2)), groundless(again), groundless(member(1))],
    );
    let ground = Misconduct::NoImprovement.ground();
    let expected = [
        Refusal::UnknownMember { member: member(9) },
        Refusal::MemberNotCurrent { member: member(2) },
        Refusal::GroundNotMet { member: again, ground },
        Refusal::GroundNotMet { member: member(1), ground },
    ];
    assert_eq!(found, expected);
    city.act(expel(again, undercutting(true)));
    let expelled = expel(again, undercutting(false));
    assert_eq!(city.refused(expelled), Refusal::MemberNotCurrent { member: again });
    city.act(expel(member(1), other_act("泄露", "损失")));
}

/// rules 14: `Notify`: unknown; current.
#[test]
fn notifying() {
    let mut city = city();
    city.act(Act::Withdraw { member: member(2) });
    let found = refusals(&mut city, [9, 2].map(|number| Act::Notify { member: member(number) }));
    let expected = [
        Refusal::UnknownMember { member: member(9) },
        Refusal::MemberNotCurrent { member: member(2) },
    ];
    assert_eq!(found, expected);
    city.act(Act::Notify { member: member(1) });
}

/// rules 14: `LiftBlacklisting`: unknown; not on the list.
#[test]
fn lifting_a_blacklisting() {
    let mut city = city();
    let lift = |enterprise: EnterpriseId| Act::LiftBlacklisting { enterprise };
    let found = refusals(&mut city, [9, 1, 2].map(|number| lift(enterprise(number))));
    let expected = [
        Refusal::UnknownEnterprise { enterprise: enterprise(9) },
        Refusal::EnterpriseNotBlacklisted { enterprise: enterprise(1) },
        Refusal::EnterpriseNotBlacklisted { enterprise: enterprise(2) },
    ];
    assert_eq!(found, expected);
    city.act(Act::Abandon { order: order(2) });
    city.act(lift(enterprise(1)));
}

/// rules 14: `AdoptCalendar`: a day that is both; a make-up day from Monday to Friday.
#[test]
fn adopting_a_calendar() {
    let mut city = city();
    let act =
        |make_up: &[&str]| crate::common::acts::calendar(&["2025-01-27", "2025-01-28"], make_up);
    let refused = city.refused(act(&["2025-02-08", "2025-01-28", "2025-01-24"]));
    assert_eq!(refused, Refusal::HolidayAndMakeUpDay { day: date("2025-01-28") });
    let refused = city.refused(act(&["2025-02-08", "2025-01-24"]));
    assert_eq!(refused, Refusal::MakeUpDayInWeek { day: date("2025-01-24") });
    city.act(act(&["2025-02-08"]));
}
