//! Years of every preset under every kind of policy.

use paidan::simulation::{SimulationError, Span, Workload, journal, run};
use paidan::{Act, Alliance, Category, Policy, Refusal};

use crate::tools::{history, policies};

/// Over many seeds; and what the engine kept holds together at the end.
#[test]
fn no_command_is_refused() {
    for (name, policy) in policies() {
        for (workload, seeds) in [(Workload::small(), 40), (Workload::cixi(), 6)] {
            for seed in 0..seeds {
                let alliance = run(&policy, &workload, seed, |_, _| ());
                let alliance = alliance.unwrap_or_else(|error| panic!("{name}, {seed}: {error}"));
                assert_eq!(alliance.check_invariants(), Ok(()), "{name}, seed {seed}");
            }
        }
    }
}

#[test]
fn the_presets_have_the_sizes_they_say() {
    let sizes = |workload: &Workload| {
        let alliance = run(&Policy::recommended(), workload, 3, |_, _| ()).expect("a year");
        (alliance.stations().len(), alliance.items().len(), alliance.enterprises().len())
    };
    let founders = |workload: &Workload, of: &[Category]| -> u32 {
        workload
            .members
            .iter()
            .filter(|class| of.contains(&class.category))
            .map(|of| of.count)
            .sum()
    };
    let (small, cixi, province) = (Workload::small(), Workload::cixi(), Workload::province());
    assert_eq!((sizes(&small), founders(&small, &Category::ALL)), ((2, 10, 60), 12));
    assert_eq!((sizes(&cixi), founders(&cixi, &Category::ALL)), ((14, 11, 480), 101));
    assert_eq!(founders(&cixi, &[Category::Comprehensive]), 3);
    assert_eq!((province.stations, province.orders), (1_260, 360_000));
    assert_eq!(founders(&province, &Category::ALL), 9_090);
    let whole = run(&Policy::cixi_2021(), &province, 1, |_, _| ()).expect("a year");
    assert!((330_000..370_000).contains(&whole.accepted_orders()), "{}", whole.accepted_orders());
    for seed in 0..4 {
        let asked = |workload| orders(&history(&Policy::cixi_2021(), workload, seed), true);
        let small = asked(&small);
        assert_eq!(small, [60; 12], "seed {seed}");
        let cixi: usize = asked(&cixi).iter().sum();
        assert!((3_800..4_200).contains(&cixi), "seed {seed}: {cixi}");
    }
}

/// Orders asked for in each month; with those turned away or without.
fn orders(history: &[(paidan::Command, paidan::Outcome)], with_turned_away: bool) -> [usize; 12] {
    let mut months = [0; 12];
    for (command, _) in history {
        let is_one = match command.act {
            Act::Accept(_) => true,
            Act::RecordTurnedAway { .. } => with_turned_away,
            _ => false,
        };
        months[command.date.month_of_year() as usize - 1] += usize::from(is_one);
    }
    months
}

#[test]
fn the_orders_of_a_year_follow_the_seasons() {
    let mut workload = Workload::small();
    workload.orders = 1_000;
    workload.seasons = [0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 4];
    let all = history(&Policy::recommended(), &workload, 5);
    assert_eq!(orders(&all, true), [0, 142, 286, 0, 0, 0, 0, 0, 0, 0, 0, 572]);
    workload.seasons = [0; 12];
    assert_eq!(orders(&history(&Policy::recommended(), &workload, 5), true), [0; 12]);
}

/// The same on every machine: a digest of the JSON of the commands of one seed stands here.
#[test]
fn the_same_seed_gives_the_same_bytes() {
    let digest = |workload: &Workload, seed| {
        let commands = journal(&Policy::cixi_2021(), workload, seed).expect("a year");
        commands.iter().fold(0xCBF2_9CE4_8422_2325_u64, |sum, command| {
            let json = serde_json::to_vec(command).expect("JSON");
            json.iter()
                .fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3))
        })
    };
    for workload in [Workload::small(), Workload::cixi()] {
        assert_eq!(digest(&workload, 7), digest(&workload, 7));
        assert_ne!(digest(&workload, 7), digest(&workload, 8));
        let other = Workload { world: 99, ..workload.clone() };
        assert_ne!(digest(&workload, 7), digest(&other, 7));
    }
    let found = [digest(&Workload::small(), 7), digest(&Workload::cixi(), 7)];
    assert_eq!(found, [0xA3F3_4996_74E5_6E38, 0xCBC9_4DFD_5F56_5B77], "{found:#x?}");
}

/// Stepped through again, the commands of a seed give the same alliance.
#[test]
fn a_seed_can_be_replayed() {
    let (policy, workload) = (Policy::cixi_2021(), Workload::small());
    let end = run(&policy, &workload, 11, |_, _| ()).expect("a year");
    let mut again = Alliance::new(policy.clone());
    for command in journal(&policy, &workload, 11).expect("a year") {
        again.step(&command).expect("no refusal");
    }
    assert_eq!(again, end);
}

/// Whatever a workload says, there is a year or a word why there is none.
#[test]
fn odd_workloads_have_a_year_too() {
    let policy = Policy::recommended();
    let small = Workload::small;
    let nothing_of = |change: fn(&mut Workload)| {
        let mut workload = small();
        change(&mut workload);
        let alliance = run(&policy, &workload, 1, |_, _| ()).expect("a year");
        assert_eq!(alliance.check_invariants(), Ok(()));
        alliance.accepted_orders()
    };
    assert_eq!(nothing_of(|of| of.stations = 0), 0);
    assert_eq!(nothing_of(|of| of.enterprises = 0), 0);
    assert_eq!(nothing_of(|of| of.items.clear()), 0);
    assert_eq!(nothing_of(|of| of.orders = 0), 0);
    assert_eq!(nothing_of(|of| of.items.iter_mut().for_each(|item| item.weight = 0)), 0);
    assert!(nothing_of(|of| of.members.clear()) > 0, "held, all of them");
    assert!(nothing_of(|of| of.volumes = Span::just(0)) > 0);
    assert!(nothing_of(|of| of.patience = Span::new(0, u16::MAX)) > 0);
    assert!(nothing_of(|of| of.conduct.work = Span::just(0)) > 0);
    assert!(nothing_of(|of| of.discounted = Span::new(0, u16::MAX)) > 0);
    assert!(nothing_of(|of| of.year = 9_900) > 0);
    let year = Workload { year: 1_999, ..small() };
    assert!(matches!(run(&policy, &year, 1, |_, _| ()), Err(SimulationError::Year(_))));
}

/// More firms than credit codes, or than a list holds, are no reason to panic.
#[test]
fn a_refusal_ends_the_year() {
    let mut workload = Workload::small();
    let year = |workload: &Workload| run(&Policy::recommended(), workload, 1, |_, _| ());
    workload.items[0].menu_price = paidan::Price::new(paidan::Money::ZERO).expect("a price");
    match year(&workload) {
        Err(SimulationError::Refused { refusal, .. }) => assert_eq!(*refusal, Refusal::PriceZero),
        other => panic!("{other:?}"),
    }
}
