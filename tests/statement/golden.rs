//! Statements compared whole.

use paidan::{Language, Policy, Statement, StatementFold};

use crate::common::month;
use crate::statement::history;

const EVENTFUL: [&str; 2] = [include_str!("march.en.txt"), include_str!("march.zh.txt")];
const QUIET: [&str; 2] = [include_str!("february.en.txt"), include_str!("february.zh.txt")];
const PUBLIC: [&str; 2] = [include_str!("public.en.txt"), include_str!("public.zh.txt")];

fn statement(of: &str) -> Statement {
    let city = history::city();
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    Statement::of(month(of), &Policy::cixi_2021(), pairs).expect("the month was opened")
}

fn texts(statement: &Statement) -> [String; 2] {
    [Language::English, Language::Chinese].map(|language| statement.in_language(language))
}

/// A month in which everything happens that a statement lists.
#[test]
fn a_month_in_which_much_happened() {
    assert_eq!(texts(&statement("2025-03")), EVENTFUL);
    assert_eq!(statement("2025-03").to_string(), EVENTFUL[0]);
}

/// A month in which something did not happen says so. (In February the members were admitted.)
#[test]
fn a_month_in_which_little_happened() {
    assert_eq!(texts(&statement("2025-02")), QUIET);
}

/// For the public an enterprise is one of a station, and nothing else changes.
#[test]
fn the_statement_for_the_public_names_no_enterprise() {
    let public = statement("2025-03").for_public();
    assert_eq!(texts(&public), PUBLIC);
    let json = serde_json::to_string(&public).expect("JSON");
    for name in ["海盛轴承", "Acme"] {
        assert!(EVENTFUL[0].contains(name), "the city's own names it");
        assert!(!json.contains(name) && PUBLIC.iter().all(|text| !text.contains(name)));
    }
}

/// The data can be stored and read again.
#[test]
fn json_and_back() {
    for statement in [statement("2025-03"), statement("2025-03").for_public()] {
        let json = serde_json::to_string(&statement).expect("JSON");
        assert_eq!(serde_json::from_str::<Statement>(&json).expect("a statement"), statement);
    }
}

/// A month that is not closed goes as far as the record, and one that never came has none.
#[test]
fn a_month_that_is_open_and_one_that_never_came() {
    let open = statement("2025-04");
    assert!(!open.is_closed && open.suspensions.is_empty());
    assert_eq!(open.dispatches.len(), 1);
    assert!(open.to_string().starts_with("Statement of 2025-04, which is not closed"));
    let city = history::city();
    let mut fold = StatementFold::new(month("2025-05"), &Policy::cixi_2021());
    city.history.iter().for_each(|(command, outcome)| fold.add(command, outcome));
    assert_eq!(fold.finish(), None);
}
