//! What becomes of orders, rate by rate.

use std::collections::BTreeMap;

use paidan::simulation::{Conduct, Rate, Span, Workload, run};
use paidan::{Act, Command, Event, OrderId, Policy, Stage};

use crate::tools::{calm, history};

/// How often each kind of act came in a year, by its name.
fn acts(workload: &Workload, seed: u64) -> BTreeMap<String, u32> {
    let mut acts = BTreeMap::new();
    for (command, _) in history(&Policy::recommended(), workload, seed) {
        let told = format!("{:?}", command.act);
        let name = told.split([' ', '(']).next().unwrap_or_default().to_string();
        *acts.entry(name).or_default() += 1;
    }
    acts
}

#[test]
fn without_trouble_every_order_is_completed_and_paid() {
    let workload = calm(Workload::small());
    let alliance = run(&Policy::recommended(), &workload, 1, |_, _| ()).expect("a year");
    let stages = |stage| alliance.orders_at(stage).count();
    assert_eq!(
        (stages(Stage::Declined), alliance.members().iter().any(|of| !of.is_current())),
        (0, false)
    );
    let acts = acts(&workload, 1);
    for act in ["Decline", "Mediate", "Reassign", "CallOff", "Fail", "Abandon", "RecordDefault"] {
        assert_eq!(acts.get(act), None, "{act}");
    }
    let (accepted, settled) = (acts["Accept"], acts["Settle"]);
    assert!(settled + 180 > accepted && acts["Complete"] >= settled, "{settled} of {accepted}");
}

#[test]
fn whatever_always_happens_happens() {
    let with = |change: fn(&mut Conduct)| {
        let mut workload = calm(Workload::small());
        change(&mut workload.conduct);
        acts(&workload, 2)
    };
    let always = Rate::ALWAYS;
    let all_of = |acts: &BTreeMap<String, u32>, act: &str| {
        acts.get(act).copied().unwrap_or(0) * 10 > acts["Accept"] * 8
    };
    let declined = with(|of| of.declined = Rate::ALWAYS);
    assert!(all_of(&declined, "Decline") && !declined.contains_key("Complete"));
    assert!(declined["Cancel"] > 0, "nobody is left for it");
    let called_off = with(|of| of.called_off = Rate::ALWAYS);
    assert!(all_of(&called_off, "CallOff") && !called_off.contains_key("Settle"));
    let abandoned = with(|of| of.abandoned = Rate::ALWAYS);
    assert!(abandoned["Abandon"] >= 30 && abandoned["RecordTurnedAway"] > 300, "{abandoned:?}");
    let failed = with(|of| of.failed = Rate::ALWAYS);
    assert!(failed["Fail"] > 400 && !failed.contains_key("Complete"));
    let unpaid = with(|of| (of.unpaid, of.work) = (Rate::ALWAYS, Span::just(5)));
    assert!(unpaid["RecordDefault"] > 30 && !unpaid.contains_key("Settle"));
    let lags = with(|of| of.lags = Rate::ALWAYS);
    assert!(lags["Reassign"] > 10, "{lags:?}");
    let complied = with(|of| (of.refused, of.complied) = (Rate::ALWAYS, Rate::ALWAYS));
    assert!(all_of(&complied, "Mediate") && complied["Settle"] > 300);
    let found = with(|of| {
        (of.refused, of.complied, of.cause_found) = (Rate::ALWAYS, Rate::NEVER, Rate::ALWAYS);
    });
    assert!(all_of(&found, "Mediate") && !found.contains_key("Complete"));
    let stubborn = with(|of| {
        (of.refused, of.complied, of.cause_found) = (Rate::ALWAYS, Rate::NEVER, Rate::NEVER);
    });
    assert_eq!(stubborn["Mediate"], 12, "each member is expelled for its first");
    assert_eq!(always.get(), 10_000);
}

/// The enterprise cancels on the first working day on which it waited long enough.
#[test]
fn patience_has_an_end() {
    let mut workload = Workload::small();
    workload.patience = Span::just(20);
    let (mut since, mut ended) = (BTreeMap::<OrderId, Command>::new(), 0);
    for seed in 0..10 {
        since.clear();
        for (command, outcome) in history(&Policy::cixi_2021(), &workload, seed) {
            for event in &outcome.events {
                match *event {
                    Event::Held { order } => drop(since.insert(order, command.clone())),
                    Event::Dispatched { order, .. } => drop(since.remove(&order)),
                    Event::Cancelled { order } => {
                        let held = since.remove(&order).expect("it was held").date;
                        let days = (command.date.naive() - held.naive()).num_days();
                        assert!((20..23).contains(&days), "seed {seed}: {days} days");
                        ended += 1;
                    }
                    _ => {}
                }
            }
        }
        for (order, held) in &since {
            let days = (paidan::Date::from_ymd(2025, 12, 31).unwrap().naive() - held.date.naive())
                .num_days();
            assert!(days < 23, "seed {seed}: order {order} waits for {days} days");
        }
    }
    assert!(ended > 20, "{ended} were cancelled");
}

#[test]
fn members_come_and_go() {
    let mut workload = calm(Workload::cixi());
    (workload.newcomers, workload.withdrawals) = (10, 5);
    (workload.leaves, workload.misconducts) = (8, 4);
    let acts = acts(&workload, 9);
    assert!((105..=111).contains(&acts["Admit"]), "{acts:?}");
    assert!(acts["Expel"] >= 2 && acts["GrantLeave"] >= 8 && acts["EndLeave"] >= 3, "{acts:?}");
    assert!(acts["Withdraw"] >= 1, "{acts:?}");
}

/// Nothing is done on a Saturday or Sunday, but that the first of a month opens it.
#[test]
fn work_is_done_on_working_days() {
    use paidan::Act::OpenMonth;
    for (command, _) in history(&Policy::cixi_2021(), &Workload::cixi(), 10) {
        let day = paidan::Calendar::default().is_working_day(command.date);
        let is_set_up = command.date.to_string() == "2025-01-01";
        assert!(day || is_set_up || matches!(command.act, OpenMonth), "{command:?}");
    }
    let deposits = history(&Policy::cixi_2021(), &Workload::cixi(), 10).into_iter();
    let asked =
        deposits.filter(|(command, _)| matches!(&command.act, Act::Accept(of) if of.ask_deposit));
    assert!(asked.count() > 200);
}
