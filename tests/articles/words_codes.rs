//! Rules 14: the short names of conclusions, standings and grounds of a giving, which are also the
//! tags of their JSON forms.

use std::collections::BTreeSet;

use paidan::{Bar, Basis, CapFigures, Category, Event, Membership, Share, Standing};

use crate::common::{item, month};

/// Every conclusion that has words.
fn events() -> impl Iterator<Item = Event> {
    let rows = crate::articles::words_registers::rows()
        .chain(crate::articles::words_life::rows())
        .chain(crate::articles::words_house::rows());
    rows.map(|(event, ..)| event)
}

/// Every standing, each once, with its code.
fn standings() -> [(Standing, &'static str); 10] {
    let figures = CapFigures::Item { item: item(1), own: 1, whole: 1 };
    let share = Share::new(5000).unwrap();
    [
        (Standing::Taken { basis: Basis::Turn }, "taken"),
        (Standing::NotReached, "not_reached"),
        (Standing::DoesNotOffer { item: item(1) }, "does_not_offer"),
        (Standing::OnLeave, "on_leave"),
        (Standing::Suspended { month: month("2025-01"), item: None, cap: None }, "suspended"),
        (Standing::Barred { bar: Bar::Declined }, "barred"),
        (Standing::Guarded { share, figures }, "guarded"),
        (Standing::Left { how: Membership::Current }, "left"),
        (Standing::OtherLine { category: Category::Patent }, "other_line"),
        (Standing::Unknown, "unknown"),
    ]
}

const BASES: [(Basis, &str); 4] = [
    (Basis::Designation, "designation"),
    (Basis::Turn, "turn"),
    (Basis::TurnGuardLifted, "turn_guard_lifted"),
    (Basis::Named, "named"),
];

/// The name of a conclusion as it stands in the source.
fn name(event: Event) -> String {
    let told = format!("{event:?}");
    told.split(|of: char| !of.is_alphanumeric()).next().unwrap_or_default().to_string()
}

/// rules 14: every conclusion has words, and a code of its own.
#[test]
fn every_conclusion_has_words_and_a_code() {
    let codes: BTreeSet<&str> = events().map(|event| event.code()).collect();
    let names: BTreeSet<String> = events().map(name).collect();
    assert_eq!((codes.len(), names.len()), (62, 62));
}

/// rules 14: the code is the name, in small letters.
#[test]
fn the_code_is_the_name_in_small_letters() {
    for event in events() {
        let mut code = String::new();
        for of in name(event).chars() {
            if of.is_uppercase() && !code.is_empty() {
                code.push('_');
            }
            code.extend(of.to_lowercase());
        }
        assert_eq!(event.code(), code);
    }
}

/// rules 5.4: every standing and every ground of a giving has a code.
#[test]
fn standings_and_grounds_have_codes() {
    for (standing, code) in standings() {
        assert_eq!(standing.code(), code);
    }
    for (basis, code) in BASES {
        assert_eq!(basis.code(), code);
    }
}

/// The tag of a JSON form: its text, or the name of its only field.
#[cfg(feature = "serde")]
fn tag(of: impl serde::Serialize) -> String {
    let json = serde_json::to_value(of).unwrap();
    let field = || json.as_object()?.keys().next().map(String::as_str);
    json.as_str().or_else(field).expect("a tag").to_string()
}

/// rules 14: the code is the tag of the JSON form.
#[cfg(feature = "serde")]
#[test]
fn codes_are_the_tags_in_json() {
    for event in events() {
        assert_eq!(tag(event), event.code());
    }
    for (standing, code) in standings() {
        assert_eq!(tag(standing), code);
    }
    for (basis, code) in BASES {
        assert_eq!(tag(basis), code);
    }
}
