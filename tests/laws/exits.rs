//! Members that had to leave (articles 7 and 22, rules 2.1 and 10).

use std::collections::{BTreeMap, BTreeSet};

use paidan::{
    Act, Alliance, Application, Category, Command, CreditCode, Date, Event, Ground, LagFinding,
    Mediation, MemberId, Membership, Misconduct, Order, Refusal, Set, Vacancy,
};
use proptest::prelude::*;

use crate::common::{item, name, plain};
use crate::laws::model::{all_orders, everybody};
use crate::laws::plan::plans;

/// Whether one was made to leave.
fn is_out(standing: Membership) -> bool {
    matches!(standing, Membership::Expelled { .. })
}

/// Whether a firm was expelled under any of its ids.
fn is_expelled(alliance: &Alliance, code: &CreditCode) -> bool {
    let mut members = alliance.members().iter();
    members.any(|member| member.code == *code && is_out(member.standing))
}

/// What somebody may try to bring an expelled member back, or an order to it.
fn attempts(alliance: &Alliance, member: MemberId, code: CreditCode) -> Vec<Act> {
    let (name, category) = (name("back again"), Category::Finance);
    let offers = Set::one(item(1));
    let mut acts = vec![
        Act::Admit(Application { name, code, category, volume: 99, offers: offers.clone() }),
        Act::ChangeOffers { member, offers },
        Act::Accept(Order {
            designated: Some(member),
            conditions: alliance.policy().conditions.clone(),
            ..plain(item(1))
        }),
    ];
    for order in all_orders(alliance) {
        let finding = LagFinding::COMPLETE;
        acts.push(Act::Designate { order, member });
        acts.push(Act::Reassign { order, finding, to: Some(member) });
    }
    acts
}

/// Whether what the ground needs is on record; `notices` has the last notice of every firm.
fn is_met(
    misconduct: &Misconduct,
    date: Date,
    notices: &BTreeMap<CreditCode, Date>,
    code: &CreditCode,
) -> bool {
    match misconduct {
        Misconduct::DisorderlyCompetition { verified, .. } => *verified,
        Misconduct::Infringement { pursued } => *pursued,
        Misconduct::OtherAct { description, consequence } => {
            ![description, consequence].iter().any(|text| text.as_str().is_empty())
        }
        Misconduct::NoImprovement => notices.get(code).is_some_and(|notice| {
            let last = notice.naive() + chrono::Duration::days(366);
            *notice < date && date.naive() <= last
        }),
    }
}

/// On what ground a command that was accepted can have made one leave.
fn ground_of(act: &Act) -> Option<Ground> {
    match act {
        Act::Expel { misconduct, .. } => Some(misconduct.ground()),
        Act::Mediate { result: Mediation::DidNotComply, .. } => Some(Ground::DeclinedWithoutCause),
        Act::Reassign { .. } => Some(Ground::ReassignedInARow),
        _ => None,
    }
}

proptest! {
    #![proptest_config(crate::laws::cases())]

    /// rules 2.1 and 10.1: nobody is expelled without a ground whose precondition is on record,
    /// and a precondition that is there is not said to be missing; a notice goes with the code.
    #[test]
    fn nobody_is_expelled_without_a_ground(plan in plans()) {
        let mut notices = BTreeMap::new();
        for entry in plan.play() {
            let (act, date) = (&entry.command.act, entry.command.date);
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                let Event::Expelled { ground, .. } = *event else { continue };
                prop_assert_eq!(Some(ground), ground_of(act));
            }
            if let Act::Expel { member, misconduct, .. } = act
                && let Some(firm) = entry.before.member(*member)
            {
                let is_met = is_met(misconduct, date, &notices, &firm.code);
                prop_assert!(entry.result.is_err() || is_met);
                let is_missing = matches!(entry.result, Err(Refusal::GroundNotMet { .. }));
                prop_assert!(!is_missing || !is_met);
            }
            if let (Act::Notify { member }, Ok(_)) = (act, &entry.result) {
                notices.insert(entry.after.member(*member).expect("a member").code, date);
            }
        }
    }

    /// rules 2.1 and 10.2: an exit is final: no order is ever given to a firm that was expelled,
    /// under any id of its code, and its code is never admitted again.
    #[test]
    fn an_exit_is_final(plan in plans()) {
        let mut expelled: BTreeSet<CreditCode> = BTreeSet::new();
        for entry in plan.play() {
            let code = |member| entry.after.member(member).expect("a member").code;
            for event in entry.result.iter().flat_map(|outcome| &outcome.events) {
                match *event {
                    Event::Expelled { member, .. } => {
                        prop_assert!(expelled.insert(code(member)), "nobody is expelled twice");
                    }
                    Event::Dispatched { member, .. }
                    | Event::Admitted { member }
                    | Event::JoinedLine { member, .. } => {
                        prop_assert!(!expelled.contains(&code(member)), "{event:?}");
                    }
                    _ => {}
                }
            }
            for code in &expelled {
                prop_assert!(is_expelled(&entry.after, code));
                let members = entry.after.members().iter();
                let mut own = members.filter(|member| member.code == *code);
                prop_assert!(own.all(|member| !member.is_current()));
            }
        }
    }

    /// rules 10.2 and 14: whatever is tried, an expelled member does not come back.
    #[test]
    fn no_expelled_member_is_brought_back(plan in plans()) {
        let Some(last) = plan.play().pop() else { return Ok(()) };
        let mut alliance = last.after;
        let Some(date) = alliance.date() else { return Ok(()) };
        let snapshot = alliance.snapshot();
        for member in everybody(&alliance) {
            let firm = alliance.member(member).expect("a member").clone();
            if !is_out(firm.standing) {
                continue;
            }
            for act in attempts(&alliance, member, firm.code) {
                let result = alliance.step(&Command::new(date, act.clone()));
                prop_assert!(result.is_err(), "{act:?}");
                if matches!(act, Act::Admit(_)) {
                    prop_assert_eq!(result, Err(Refusal::CodeOfExpelledMember { member }));
                }
            }
        }
        prop_assert_eq!(alliance.snapshot(), snapshot);
    }

    /// rules 2.4 and 10.2: no open order is with one that left, and whoever left stands in no line.
    #[test]
    fn no_open_order_is_with_one_that_left(plan in plans()) {
        for entry in plan.play() {
            let after = &entry.after;
            for order in all_orders(after) {
                let state = after.order(order).map(|record| record.state);
                let Some(giving) = state.and_then(|state| state.open()) else { continue };
                let holder = after.member(giving.member).expect("a member");
                prop_assert!(holder.is_current(), "order {order} is with member {}", giving.member);
            }
            for member in everybody(after) {
                let is_current = after.member(member).is_some_and(paidan::Member::is_current);
                let mut lines = Category::ALL.into_iter();
                let stands = lines.any(|category| after.line(category).any(|of| of == member));
                prop_assert_eq!(stands, is_current);
            }
        }
    }

    /// rules 10.2: at an exit the open orders come off one by one in order of submission, each
    /// given on or held before the next.
    #[test]
    fn an_exit_gives_its_orders_on_one_by_one(plan in plans()) {
        for entry in plan.play() {
            let Ok(outcome) = &entry.result else { continue };
            let is_exit = |event: &Event| matches!(event, Event::Expelled { .. });
            let Some(at) = outcome.events.iter().position(is_exit) else { continue };
            let Event::Expelled { member, .. } = outcome.events[at] else { continue };
            let mut own = entry.before.open_orders(member);
            if let Act::Reassign { order, .. } = entry.command.act {
                own.retain(|of| *of != order);
            }
            let rest = outcome.events[at + 1..].iter();
            let mut rest: Vec<&Event> =
                rest.skip_while(|event| matches!(event, Event::LeftLine { .. })).collect();
            if let Some(seat) = entry.before.council().seat_of(member) {
                let vacated = Event::SeatVacated { member, seat, vacancy: Vacancy::Left };
                prop_assert_eq!(rest.remove(0), &vacated);
            }
            prop_assert_eq!(rest.len(), 2 * own.len());
            for (pair, order) in rest.chunks(2).zip(own) {
                let comes_off = matches!(*pair[0],
                    Event::CameOff { order: of, member: from, .. } if of == order && from == member);
                let goes_on = matches!(*pair[1],
                    Event::Dispatched { order: of, .. } | Event::Held { order: of } if of == order);
                prop_assert!(comes_off && goes_on, "{pair:?}");
            }
        }
    }
}
