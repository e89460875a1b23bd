//! What the tests of simulated years share.

use paidan::simulation::{Conduct, Rate, Workload, run};
use paidan::{
    CapScope, Command, CountDesignated, DesignationUsesTurn, Guard, Outcome, Policy, Turn,
};

/// A policy of each kind that a simulation is to tell from the others.
pub fn policies() -> Vec<(&'static str, Policy)> {
    let change = |change: fn(&mut Policy)| {
        let mut policy = Policy::cixi_2021();
        change(&mut policy);
        policy
    };
    vec![
        ("the literal text", Policy::cixi_2021()),
        ("the recommended reading", Policy::recommended()),
        ("scope item", change(|of| of.caps.scope = CapScope::Item)),
        ("a cursor", change(|of| of.turn = Turn::Cursor)),
        ("the top rank", change(|of| of.turn = Turn::TopRank)),
        ("the guard", change(|of| of.caps.guard = Guard::On { min_orders: 5.try_into().unwrap() })),
        ("designations not counted", change(|of| of.count_designated = CountDesignated::No)),
        (
            "designations use turns",
            change(|of| of.designation_uses_turn = DesignationUsesTurn::Yes),
        ),
        (
            "conditions",
            change(|of| of.conditions = vec!["已备案".parse().unwrap()].try_into().unwrap()),
        ),
    ]
}

/// A workload in which nothing becomes of an order but that it is completed and paid.
pub fn calm(mut workload: Workload) -> Workload {
    workload.conduct = Conduct {
        declined: Rate::NEVER,
        refused: Rate::NEVER,
        lags: Rate::NEVER,
        called_off: Rate::NEVER,
        abandoned: Rate::NEVER,
        failed: Rate::NEVER,
        unpaid: Rate::NEVER,
        ..workload.conduct
    };
    (workload.newcomers, workload.withdrawals) = (0, 0);
    (workload.leaves, workload.misconducts) = (0, 0);
    workload
}

/// All commands of a year, each with its outcome.
pub fn history(policy: &Policy, workload: &Workload, seed: u64) -> Vec<(Command, Outcome)> {
    let mut all = Vec::new();
    run(policy, workload, seed, |command, outcome| all.push((command.clone(), outcome.clone())))
        .expect("no command of a preset is refused");
    all
}
