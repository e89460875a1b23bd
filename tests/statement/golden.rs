//! Statements compared whole.

use paidan::{Command, Date, Language, Policy, Registered, Statement, StatementFold};
use serde_json::Value;

use crate::common::{enterprise, month};
use crate::statement::history;

const EVENTFUL: [&str; 2] = [include_str!("march.en.txt"), include_str!("march.zh.txt")];
const QUIET: [&str; 2] = [include_str!("february.en.txt"), include_str!("february.zh.txt")];
const PUBLIC: [&str; 2] = [include_str!("public.en.txt"), include_str!("public.zh.txt")];

fn statement(of: &str) -> Statement {
    let city = history::city();
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    Statement::of(month(of), &Policy::cixi_2021(), pairs).expect("the month was opened")
}

/// The same of a history of which each command happened the day before it was recorded.
fn late(of: &str) -> Statement {
    let mut city = history::city();
    for (command, _) in &mut city.history {
        command.occurred = day_before(command.date);
    }
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    Statement::of(month(of), &Policy::cixi_2021(), pairs).expect("the month was opened")
}

fn day_before(date: Date) -> Option<Date> {
    date.naive().pred_opt().and_then(|day| Date::try_from(day).ok())
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

/// For the public an enterprise is one of a station, and what it is renamed is left out.
#[test]
fn the_statement_for_the_public_names_no_enterprise() {
    let public = statement("2025-03").for_public();
    assert_eq!(texts(&public), PUBLIC);
    let is_enterprise = |of: &Registered| matches!(of, Registered::Enterprise(_));
    assert!(public.renamings.iter().all(|of| !is_enterprise(&of.of)));
    let all = statement("2025-03").renamings;
    assert!(all.iter().any(|of| of.of == Registered::Enterprise(enterprise(4))));
    let json = serde_json::to_string(&public).expect("JSON");
    for name in ["海盛轴承", "Acme"] {
        assert!(EVENTFUL[0].contains(name), "the city's own names it");
        assert!(!json.contains(name) && PUBLIC.iter().all(|text| !text.contains(name)));
    }
}

/// Everything is called what it is called at the end of the month, enterprises in the entries, too;
/// what it was called before stands among the renamings (rules 1.10).
#[test]
fn the_names_are_those_in_force_at_the_end_of_the_month() {
    let march = statement("2025-03");
    let named = march.dispatches.iter().filter_map(|of| of.customer.named.as_ref());
    assert!(named.clone().any(|of| of.name.as_str() == "Acme Group"));
    assert!(named.clone().all(|of| of.name.as_str() != "Acme Ltd"));
    for text in EVENTFUL {
        let (entries, renamings) = text.rsplit_once("\n\n").expect("sections");
        for (old, new) in
            [("Acme Ltd", "Acme Group"), ("丁所", "丁甲事务所"), ("宗汉 (2)", "宗汉街道 (2)")]
        {
            assert!(!entries.contains(old) && entries.contains(new), "{old}");
        }
        assert!(renamings.contains("丁事务所") && !text.contains("四月所"));
    }
    // What was renamed in March is in February what it was.
    assert_eq!(statement("2025-02").names.members[3].as_str(), "丁所");
    assert_eq!(statement("2025-04").names.members[0].as_str(), "四月所");
}

/// Every entry with a date says when it happened, where its command does (rules 1.2).
#[test]
fn every_entry_says_when_it_happened() {
    fn look(value: &Value, path: &str, found: &mut Vec<String>) {
        if let Some(on) = value.get("on").or_else(|| value.get("since")).and_then(Value::as_str) {
            let on: Date = on.parse().expect("a date");
            let occurred = day_before(on).map(|day| day.to_string());
            assert_eq!(value["occurred"].as_str(), occurred.as_deref(), "{path}");
            found.push(path.to_owned());
        }
        match value {
            Value::Array(list) => list.iter().for_each(|of| look(of, path, found)),
            Value::Object(map) => map.iter().for_each(|(name, of)| look(of, name, found)),
            _ => {}
        }
    }
    let (mut found, march) = (Vec::new(), late("2025-03"));
    look(&serde_json::to_value(&march).expect("JSON"), "", &mut found);
    found.sort_unstable();
    found.dedup();
    let lists = [
        "admissions",
        "blacklist",
        "council",
        "declines",
        "dispatches",
        "duty_short",
        "exits",
        "held",
        "leaves",
        "losses",
        "rankings",
        "reassignments",
        "registers",
        "renamings",
    ];
    assert_eq!(found, lists);
    for (text, late) in texts(&march).iter().zip([" (happened 2025-03-", "发生）"]) {
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("  2025-")).collect();
        assert!(rows.len() > 40);
        let bare = rows.iter().find(|row| !row.contains(late));
        assert_eq!(bare, None);
    }
}

/// What happened on the day of its record is told with one date (rules 1.2).
#[test]
fn one_date_is_enough_on_the_day() {
    let mut city = history::city();
    for (command, _) in &mut city.history {
        *command = Command { occurred: Some(command.date), ..command.clone() };
    }
    let pairs = city.history.iter().map(|(command, outcome)| (command, outcome));
    let march = Statement::of(month("2025-03"), &Policy::cixi_2021(), pairs);
    let march = march.expect("the month was opened");
    assert!(march.dispatches.iter().all(|of| of.occurred == Some(of.on)));
    assert!(texts(&march).iter().all(|text| !text.contains("happened") && !text.contains("发生")));
}

/// No free text of a command is in a statement, in words or as data (rules 14).
#[test]
fn no_free_text_is_in_a_statement() {
    let march = statement("2025-03");
    let json = serde_json::to_string(&march).expect("JSON");
    for text in texts(&march).iter().chain([&json]) {
        assert!(!text.contains("原话") && !text.contains('\u{202e}'));
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
