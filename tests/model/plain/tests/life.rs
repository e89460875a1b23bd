//! Orders after they were given, reassignment, exits (rules 7, 8, 9, 10).

use paidan::{
    Act, Actor, Bar, Basis, Calendar, Cause, Counted, Event, Ground, LagFinding, Loss, Mediation,
    Misconduct, Money, Motion, Policy, Refusal, Set, Standing, TallyEffect,
};

use super::{City, day, firm, member, month, order, reassign, wish};

#[test]
fn rules_8_2_the_giving_then_the_run_then_the_exit_and_what_follows() {
    let mut city = City::new(Policy::cixi_2021(), 3);
    for _ in 0..4 {
        city.accepts(wish(100));
    }
    // Member 1 has orders 1 and 4; the line is 2, 3, 1.
    let (first, second, third) = (member(1), member(2), member(3));
    let (basis, motion, counted) = (Basis::Turn, Motion::ToEnd, Counted::Yes);
    let tally = TallyEffect::ComesOff;
    let by = Loss::Reassigned;
    assert_eq!(
        city.does(reassign(1, None)),
        [
            Event::Reassigned { order: order(1), from: first, to: second },
            Event::CameOff { order: order(1), member: first, tally },
            Event::Barred { order: order(1), member: first, by },
            Event::Dispatched { order: order(1), member: second, basis, motion, counted },
            Event::RunRaised { order: order(1), member: first, run: 1 },
        ]
    );
    // A fifth goes to member 3, a sixth to member 1.
    city.accepts(wish(100));
    assert_eq!(city.accepts(wish(100)), Some((1, Basis::Turn)));
    assert_eq!(city.line().0, [2, 3, 1]);
    let preview = city.plain.reassign(order(4), &LagFinding::COMPLETE, Some(third));
    let preview = preview.expect("possible");
    assert_eq!((preview.from, preview.to, preview.basis), (first, third, Basis::Named));
    assert_eq!((preview.run, preview.exits), (2, true));
    assert_eq!((preview.motion, preview.counted, preview.tally), (motion, counted, tally));
    let (ground, category) = (Ground::ReassignedInARow, paidan::Category::Finance);
    let named = Basis::Named;
    assert_eq!(
        city.does(reassign(4, Some(3))),
        [
            Event::Reassigned { order: order(4), from: first, to: third },
            Event::CameOff { order: order(4), member: first, tally },
            Event::Barred { order: order(4), member: first, by },
            Event::Dispatched { order: order(4), member: third, basis: named, motion, counted },
            Event::RunRaised { order: order(4), member: first, run: 2 },
            Event::Expelled { member: first, ground },
            Event::LeftLine { member: first, category },
            Event::CameOff { order: order(6), member: first, tally },
            Event::Dispatched { order: order(6), member: second, basis, motion, counted },
        ]
    );
    assert_eq!(city.line().0, [3, 2]);
    let refusal = city.refuses(firm(1, &[1]));
    assert_eq!(refusal, Refusal::CodeOfExpelledMember { member: first });
}

#[test]
fn rules_8_2_nobody_eligible_changes_nothing() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    city.accepts(wish(100));
    let before = city.plain.view();
    assert_eq!(city.refuses(reassign(1, None)), Refusal::NobodyEligible { order: order(1) });
    let standing = Standing::Barred { bar: Bar::Reassigned };
    let refusal = Refusal::NamedNotEligible { order: order(1), member: member(1), standing };
    assert_eq!(city.refuses(reassign(1, Some(1))), refusal);
    assert_eq!(city.refuses(reassign(1, Some(2))), Refusal::UnknownMember { member: member(2) });
    assert_eq!(city.plain.view(), before);
}

#[test]
fn rules_7_2_no_compliance_after_mediation_is_an_exit() {
    let mut city = City::new(Policy::cixi_2021(), 2);
    city.accepts(wish(100));
    let (order, first) = (order(1), member(1));
    let events = city.does(Act::Decline { order, cause: Cause::None });
    assert_eq!(events, [Event::Declined { order, member: first, cause: Cause::None }]);
    let refusal = city.refuses(Act::Withdraw { member: first });
    assert_eq!(refusal, Refusal::MemberHasOpenOrders { member: first, open: 1 });
    let events = city.does(Act::Mediate { order, result: Mediation::Complied });
    assert_eq!(events, [Event::Resumed { order, member: first }]);
    city.does(Act::Decline { order, cause: Cause::None });
    let events = city.does(Act::Mediate { order, result: Mediation::DidNotComply });
    let ground = Ground::DeclinedWithoutCause;
    assert_eq!(events.first(), Some(&Event::Expelled { member: first, ground }));
    assert_eq!(events.len(), 4);
    assert_eq!(city.line().0, [2]);
}

#[test]
fn rules_7_3_and_7_4_the_fee_is_due_on_a_working_day_and_then_overdue() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    for date in ["2025-04-01", "2025-05-01", "2025-06-01", "2025-07-01", "2025-08-01"] {
        city.opens(date);
    }
    city.opens("2025-09-01");
    city.accepts(wish(9000));
    let national: Vec<_> = (1..=8).map(|number| day(&format!("2025-10-{number:02}"))).collect();
    let holidays = national.try_into().expect("a set");
    city.does(Act::AdoptCalendar(Calendar { holidays, make_up_days: Set::default() }));
    city.today = day("2025-09-26");
    let (order, on) = (order(1), day("2025-09-25"));
    let events = city.does(Act::Complete { order, on });
    let due = "2025-10-09".parse().expect("a date");
    assert_eq!(events, [Event::Completed { order, member: member(1), due }]);
    city.opens("2025-10-09");
    let recorded = day("2025-09-26");
    let refusal = city.refuses(Act::RecordDefault { order });
    assert_eq!(refusal, Refusal::NotOverdue { order, due, recorded });
    city.today = day("2025-10-10");
    let events = city.does(Act::RecordDefault { order });
    let enterprise = wish(1).enterprise;
    assert_eq!(events, [Event::Defaulted { order }, Event::Blacklisted { enterprise }]);
    let refusal = city.refuses(Act::Accept(wish(1)));
    assert_eq!(refusal, Refusal::EnterpriseBlacklisted { enterprise });
}

#[test]
fn rules_9_the_larger_ground_up_to_the_ceiling() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    let covered = |yuan: u64| Money::from_yuan(yuan);
    let asks = |wish| super::Order { ask_deposit: true, ..wish };
    // Twelve months are not more than twelve, and the price is no more than what is covered.
    let none = asks(super::Order { months: 12, covered: covered(800), ..wish(800) });
    assert_eq!(city.refuses(Act::Accept(none)), Refusal::DepositWithoutGround);
    let held = |city: &mut City, wish| match city.does(Act::Accept(wish)).first() {
        Some(Event::Accepted { deposit, .. }) => deposit.fen(),
        _ => 0,
    };
    let term = asks(super::Order { months: 13, covered: covered(800), ..wish(800) });
    assert_eq!(held(&mut city, term), 26_667);
    let both = asks(super::Order { months: 13, covered: covered(400), ..wish(800) });
    assert_eq!(held(&mut city, both), 40_000);
    assert_eq!(held(&mut city, asks(wish(80_000))), 500_000);
    // The whole price is held: completed, then settled in one step.
    assert_eq!(held(&mut city, asks(wish(700))), 70_000);
    let (order, on) = (order(4), city.today);
    let events = city.does(Act::Complete { order, on });
    let amount = covered(700);
    assert_eq!(events[1..], [Event::DepositCounted { order, amount }, Event::Settled { order }]);
}

#[test]
fn rules_2_1_what_bars_a_firm_goes_with_its_code() {
    let mut city = City::new(Policy::cixi_2021(), 1);
    city.accepts(wish(100));
    city.does(Act::Decline { order: order(1), cause: Cause::Justified });
    city.does(Act::Notify { member: member(1) });
    city.does(Act::Withdraw { member: member(1) });
    city.opens("2025-04-30");
    let (left, on, from) = (member(1), day("2025-03-03"), Some(month("2025-05")));
    let refusal = city.refuses(firm(1, &[1]));
    assert_eq!(refusal, Refusal::CodeWithdrewLately { member: left, on, from });
    city.opens("2025-05-01");
    // It is member 2 now, and the order that waits since March still passes it by.
    let events = city.does(firm(1, &[1]));
    assert_eq!(events.first(), Some(&Event::Admitted { member: member(2) }));
    assert_eq!(events.len(), 2);
    let expel = |id: u32| Act::Expel {
        member: member(id),
        misconduct: Misconduct::NoImprovement,
        by: Actor::Council,
    };
    assert_eq!(city.refuses(expel(1)), Refusal::MemberNotCurrent { member: left });
    let ground = Ground::NoImprovement;
    assert_eq!(city.does(expel(2)).first(), Some(&Event::Expelled { member: member(2), ground }));
    assert_eq!(city.plain.month(), Some(month("2025-05")));
}
