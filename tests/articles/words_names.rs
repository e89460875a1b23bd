//! Names, conditions, references and texts, each with its own limits (rules 14).

use paidan::{Condition, Name, Reference, Text, TextError};

/// A text of so many bytes.
fn of_bytes(bytes: usize) -> String {
    "a".repeat(bytes)
}

/// What becomes of texts of these lengths.
fn lengths<T: std::str::FromStr<Err = TextError>, const N: usize>(
    bytes: [usize; N],
) -> [Result<(), TextError>; N] {
    bytes.map(|bytes| of_bytes(bytes).parse::<T>().map(drop))
}

fn too_long(bytes: usize, most: usize) -> Result<(), TextError> {
    Err(TextError::TooLong { bytes, most })
}

/// rules 14: names and conditions are at most 256 bytes, references 64, texts 4 096: at, one below and
/// one above.
#[test]
fn each_has_its_length() {
    assert_eq!(lengths::<Name, 3>([255, 256, 257]), [Ok(()), Ok(()), too_long(257, 256)]);
    assert_eq!(lengths::<Condition, 3>([255, 256, 257]), [Ok(()), Ok(()), too_long(257, 256)]);
    assert_eq!(lengths::<Reference, 3>([63, 64, 65]), [Ok(()), Ok(()), too_long(65, 64)]);
    assert_eq!(lengths::<Text, 3>([4095, 4096, 4097]), [Ok(()), Ok(()), too_long(4097, 4096)]);
}

/// rules 14: the bytes count, of which a Chinese character has three.
#[test]
fn bytes_count_and_not_characters() {
    let name = [85, 86].map(|count| "站".repeat(count).parse::<Name>().map(drop));
    assert_eq!(name, [Ok(()), too_long(258, 256)]);
    let reference = [21, 22].map(|count| "站".repeat(count).parse::<Reference>().map(drop));
    assert_eq!(reference, [Ok(()), too_long(66, 64)]);
    let text = [1365, 1366].map(|count| "站".repeat(count).parse::<Text>().map(drop));
    assert_eq!(text, [Ok(()), too_long(4098, 4096)]);
}

/// rules 14: a name is not empty nor of blanks only; a condition, a reference and a text may be.
#[test]
fn a_name_is_not_blank() {
    for blank in ["", " ", "  ", "\u{3000}", "\u{a0}\u{2003}", "\n", "\t \r"] {
        assert_eq!(blank.parse::<Name>(), Err(TextError::Blank), "{blank:?}");
    }
    // Of width none, but no White_Space.
    for name in [" a", "a ", "甲 乙", "\u{200b}", "\u{2060}", "\u{feff}"] {
        assert_eq!(name.parse::<Name>().map(|name| name.to_string()), Ok(name.into()));
    }
    for blank in ["", " ", "\u{3000}"] {
        assert!(blank.parse::<Condition>().is_ok() && blank.parse::<Reference>().is_ok());
        assert!(blank.parse::<Text>().is_ok());
    }
}

/// Every character that no name, condition or reference has.
fn forbidden() -> Vec<char> {
    let control = ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}');
    let separators = ['\u{2028}', '\u{2029}'];
    let marks = ['\u{61c}', '\u{200e}', '\u{200f}'];
    let embeddings = ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
    control.chain(separators).chain(marks).chain(embeddings).collect()
}

/// rules 14: no control character, no line or paragraph separator, no bidirectional control, wherever
/// it stands.
#[test]
fn what_breaks_a_line_or_turns_the_writing_is_refused() {
    for of in forbidden() {
        let error = TextError::Character(of);
        for text in [format!("甲{of}乙"), format!("{of}甲"), format!("甲{of}")] {
            assert_eq!(text.parse::<Name>(), Err(error), "{text:?}");
            assert_eq!(text.parse::<Condition>(), Err(error), "{text:?}");
            assert_eq!(text.parse::<Reference>(), Err(error), "{text:?}");
        }
        assert_eq!(of.to_string().parse::<Condition>(), Err(error));
    }
    assert_eq!(forbidden().len(), 32 + 33 + 2 + 3 + 5 + 4);
}

/// rules 14: their neighbours are allowed, and so is everything else.
#[test]
fn their_neighbours_are_allowed() {
    let neighbours = [
        '\u{20}',
        '\u{7e}',
        '\u{a0}',
        '\u{61b}',
        '\u{61d}',
        '\u{200d}',
        '\u{2010}',
        '\u{2027}',
        '\u{202f}',
        '\u{2065}',
        '\u{206a}',
        '\u{fffd}',
        '\u{10ffff}',
        '（',
        '-',
        '"',
    ];
    for of in neighbours {
        let text = format!("甲{of}乙");
        assert!(text.parse::<Name>().is_ok(), "{of:?}");
        assert!(text.parse::<Condition>().is_ok(), "{of:?}");
        assert!(text.parse::<Reference>().is_ok(), "{of:?}");
    }
    // Of all characters there are just those above.
    let refused = ('\0'..=char::MAX).filter(|of| format!("甲{of}").parse::<Name>().is_err());
    let mut expected = forbidden();
    expected.sort_unstable();
    assert_eq!(refused.collect::<Vec<_>>(), expected);
}

/// rules 14: in a text such a character is kept.
#[test]
fn a_text_keeps_every_character() {
    for of in forbidden() {
        let text = format!("甲{of}\n乙");
        assert_eq!(text.parse::<Text>().map(|text| text.as_str().to_string()), Ok(text));
    }
}

/// rules 14: the length is said first, then that it is blank, then the first such character.
#[test]
fn the_first_thing_wrong_is_said() {
    let long = "\n".repeat(257);
    assert_eq!(long.parse::<Name>(), Err(TextError::TooLong { bytes: 257, most: 256 }));
    assert_eq!("\n".repeat(256).parse::<Name>(), Err(TextError::Blank));
    assert_eq!("甲\u{202e}\n".parse::<Name>(), Err(TextError::Character('\u{202e}')));
    let errors = [
        (TextError::TooLong { bytes: 257, most: 256 }, "257 bytes, where at most 256 are allowed"),
        (TextError::Blank, "a name is neither empty nor of blanks only"),
        (TextError::Character('\u{202e}'), "the character U+202E is not allowed here"),
        (TextError::Character('\n'), "the character U+000A is not allowed here"),
    ];
    for (error, words) in errors {
        assert_eq!(error.to_string(), words);
    }
}

/// rules 14: a text that says nothing is empty; one of a blank says something.
#[test]
fn a_text_is_empty_or_not() {
    let is_empty = ["", " ", "x"].map(|text| text.parse::<Text>().unwrap().is_empty());
    assert_eq!(is_empty, [true, false, false]);
    assert!(Text::default().is_empty());
}

/// rules 14: in JSON the same limits hold, in a command too.
#[cfg(feature = "serde")]
#[test]
fn json_has_the_same_limits() {
    let read = |name: &str| {
        let act = serde_json::json!({ "open_station": { "name": name } });
        let command = serde_json::json!({ "date": "2025-01-02", "act": act });
        serde_json::from_value::<paidan::Command>(command).is_ok()
    };
    let names = ["浒山", "", " ", "甲\u{2028}", &of_bytes(256), &of_bytes(257)];
    assert_eq!(names.map(read), [true, false, false, false, true, false]);
}
