//! What docs/study.md and sections 6.6 and 15 of docs/rules.md say, each held by cells of a study.

use std::path::{Path, PathBuf};

use simulate::cells::{Cell, Row};
use simulate::grid::{Job, Part, read};
use simulate::measures::MEASURES;
use simulate::output;
use simulate::study::Study;
use simulate::summary::summarize;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn study(name: &str) -> Study {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("studies/{name}.toml"));
    Study::read(&path).unwrap_or_else(|why| panic!("{why}"))
}

/// The years of a policy in a world, of the first seeds of a study.
fn years(study: &Study, world: &str, policy: &str) -> Vec<Row> {
    let world = study.worlds.iter().position(|of| of.id == world).expect("the world");
    let policy = study.policies.iter().position(|of| of.id == policy).expect("the policy");
    let seeds = study.seeds.start..study.seeds.start + 16;
    Cell { world, policy, seeds }.run(study).expect("it runs")
}

/// The sum over the years of a measure that is a whole number or a fraction, in millionths.
fn sum(rows: &[Row], id: &str) -> u64 {
    let place = MEASURES.iter().position(|of| of.id == id).expect("the measure");
    let values = rows.iter().filter_map(|row| row.values[place].as_ref());
    values.map(|of| format!("{of:.6}").replace('.', "").parse::<u64>().expect("a number")).sum()
}

/// rules 6.6: with few members a class, the literal rule suspends half the alliance every month.
#[test]
fn the_literal_rule_suspends_half_of_a_small_alliance() {
    let rows = years(&study("claims"), "small", "literal");
    assert!(sum(&rows, "suspended") > 16 * 6_000_000, "of 12 members");
    let rows = years(&study("claims"), "small", "recommended");
    assert!(sum(&rows, "suspended") < 16 * 3_000_000);
}

/// rules 6.6: and three equal members all of them every second one.
#[test]
fn three_equal_members_are_all_suspended_every_second_month() {
    let study = study("claims");
    for row in years(&study, "three-equal", "literal") {
        assert_eq!(row.suspended, [0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3], "seed {}", row.seed);
        assert_eq!(row.held, [0, 60, 0, 60, 0, 60, 0, 60, 0, 60, 0, 60], "seed {}", row.seed);
    }
    let rows = years(&study, "three-equal", "recommended");
    assert!(rows.iter().all(|row| !row.caps && !row.waits), "three are too few to be judged");
}

/// rules 15: where one member alone offers an item, nothing can be reassigned.
#[test]
fn one_provider_is_never_relieved() {
    let study = study("claims");
    for policy in ["literal", "recommended"] {
        let rows = years(&study, "one-provider", policy);
        assert_eq!(sum(&rows, "reassigned"), 0, "{policy}");
    }
    assert!(sum(&years(&study, "small", "literal"), "reassigned") > 0, "others are");
}

/// rules 15: under `Cursor` a member that offers little can starve, as under `TopRank`.
#[test]
fn who_offers_little_starves_under_a_cursor() {
    let study = study("claims");
    let starved = |policy| sum(&years(&study, "few-offers", policy), "without-turn");
    assert_eq!(starved("recommended"), 0, "who was passed over keeps the place");
    assert!(starved("cursor") > 0);
    assert!(starved("top-rank") > starved("cursor"));
}

/// rules 15: the guard allows exactly the cap, which then suspends; and among few it is lifted.
#[test]
fn the_guard_hardly_spares_anybody() {
    let study = study("claims");
    let suspended = |policy| sum(&years(&study, "small", policy), "suspended");
    assert!(suspended("guard") * 10 > suspended("literal") * 9);
}

/// Where each item has three providers and nothing goes wrong, an order can wait only if members
/// are suspended from more than the item.
#[test]
fn orders_are_stuck_where_an_item_has_few_providers() {
    let study = study("scope");
    let item = years(&study, "threes-smooth", "item");
    assert!(item.iter().all(|row| row.caps && !row.waits), "two of three can reach a half");
    let member = years(&study, "threes-smooth", "member");
    assert!(member.iter().any(|row| row.waits));
    assert!(sum(&item, "suspended") > sum(&member, "suspended"));
    let small = years(&study, "small", "item");
    assert!(
        sum(&small, "never-given") > 20 * sum(&years(&study, "one-class", "item"), "never-given")
    );
    assert!(
        sum(&small, "never-given") > 5 * sum(&years(&study, "all-offered", "item"), "never-given")
    );
}

/// Leaving designations out makes what shares are measured against smaller, too.
#[test]
fn leaving_designations_out_can_suspend_more() {
    let study = study("cixi");
    let suspended = |policy| sum(&years(&study, "classes-of-6", policy), "suspended");
    assert!(suspended("undesignated") > suspended("literal"));
    assert!(suspended("recommended-undesignated") < suspended("recommended"));
}

/// The tables in docs/study are those that the studies give; that of cixi.toml takes longer, and is
/// held by .ci/run.
#[test]
fn the_tables_of_the_documentation_are_those_of_the_studies() {
    for name in ["claims", "exits", "scope"] {
        let study = study(name);
        let folder = tempfile::tempdir().expect("a folder");
        let job = Job { folder: folder.path().join("cells"), threads: 0, part: Part::ALL };
        job.run(&study).expect("it runs");
        let results = read(&study, &job.folder).expect("all cells");
        let found = output::results(&study, &summarize(&study, &results).expect("a summary"));
        let kept = root().join(format!("docs/study/{name}.csv"));
        let kept = std::fs::read_to_string(kept).expect("the table");
        let found = String::from_utf8(found.expect("a table")).expect("a text");
        assert!(found == kept, "docs/study/{name}.csv is not what the study gives");
    }
}
