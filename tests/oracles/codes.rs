//! Credit codes, beside python-stdnum.
//!
//! The two differ on purpose in two things. stdnum passes over spaces and dashes and raises small
//! letters; here a text is what it is. And stdnum wants the first eight characters (authority, kind
//! of firm, region) to be digits; rules 1.8 verify alphabet, length and check character only.

use paidan::{CreditCode, CreditCodeError};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::oracles::python::{ask, table};

const LETTERS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Not of the alphabet: the letters that were left out, small ones, and what looks like digits.
const STRANGE: [char; 10] = ['I', 'O', 'S', 'V', 'Z', 'i', 'k', '.', '３', '码'];

/// How many texts of each kind.
const EACH: usize = 4_000;

type Make = fn(&mut ChaCha8Rng) -> String;

/// The kinds of text that are tried.
const KINDS: [(&str, Make); 11] = [
    ("completed, any letters", |dice| completed(dice, 0)),
    ("completed, eight digits first", |dice| completed(dice, 8)),
    ("any 18 letters", |dice| letters(dice, 0, 18)),
    ("eight digits and any ten letters", |dice| letters(dice, 8, 18)),
    ("one character changed", |dice| {
        let (code, place) = (completed(dice, 8), dice.random_range(0..18));
        let other = letters(dice, 0, 1);
        format!("{}{other}{}", &code[..place], &code[place + 1..])
    }),
    ("two neighbours swapped", |dice| {
        let (code, place) = (completed(dice, 8), dice.random_range(0..17));
        let (one, other) = (&code[place..=place], &code[place + 1..place + 2]);
        format!("{}{other}{one}{}", &code[..place], &code[place + 2..])
    }),
    ("a character outside of the alphabet", |dice| {
        let (code, place) = (completed(dice, 8), dice.random_range(0..18));
        let strange = STRANGE[dice.random_range(0..STRANGE.len())];
        format!("{}{strange}{}", &code[..place], &code[place + 1..])
    }),
    ("in small letters", |dice| completed(dice, 8).to_lowercase()),
    ("too short", |dice| {
        let (code, length) = (completed(dice, 8), dice.random_range(0..18));
        code[..length].into()
    }),
    ("too long", |dice| {
        let (code, more) = (completed(dice, 8), dice.random_range(1..4));
        code + &letters(dice, 0, more)
    }),
    ("with a space or a dash", |dice| {
        let (code, place) = (completed(dice, 8), dice.random_range(0..=18));
        let between = [" ", "-", "  "][dice.random_range(0..3)];
        format!("{}{between}{}", &code[..place], &code[place..])
    }),
];

/// Letters of the alphabet, of which so many at the front are digits.
fn letters(dice: &mut ChaCha8Rng, digits: usize, length: usize) -> String {
    let mut letter = |place| {
        let of = if place < digits { 10 } else { LETTERS.len() };
        char::from(LETTERS[dice.random_range(0..of)])
    };
    (0..length).map(&mut letter).collect()
}

/// Seventeen letters with the check character that we give them.
fn completed(dice: &mut ChaCha8Rng, digits: usize) -> String {
    CreditCode::complete(&letters(dice, digits, 17)).expect("17 letters").to_string()
}

/// What stdnum says of a text.
struct Verdict<'a> {
    compact: &'a str,
    is_valid: bool,
    fits: bool,
    check: &'a str,
}

fn verdict(answer: &str) -> Verdict<'_> {
    let fields: Vec<&str> = answer.split('\t').collect();
    let [compact, is_valid, fits, check] = fields[..] else { panic!("{answer:?} is no answer") };
    Verdict { compact, is_valid: is_valid == "True", fits: fits == "True", check }
}

/// rules 1.8: what is completed is valid, and what is not is not, as another program has it.
#[test]
fn codes_are_those_of_stdnum() {
    let mut dice = ChaCha8Rng::seed_from_u64(32_100);
    let texts: Vec<String> = KINDS
        .iter()
        .flat_map(|(_, make)| (0..EACH).map(|_| make(&mut dice)).collect::<Vec<_>>())
        .collect();
    let Some(answers) = ask("credit_codes.py", &texts) else { return };
    assert_eq!(answers.len(), texts.len());
    let mut rows = Vec::new();
    let kinds = KINDS.iter().zip(texts.chunks(EACH).zip(answers.chunks(EACH)));
    for ((kind, _), (texts, answers)) in kinds {
        let mut seen = Seen::default();
        texts.iter().zip(answers).for_each(|(text, answer)| seen.compare(text, &verdict(answer)));
        if kind.starts_with("completed") {
            assert_eq!(seen.read, EACH, "{kind}: every one of them is a code");
        }
        rows.push((*kind, EACH));
        let ways = [
            ("  codes to both", seen.read - seen.digits_differ),
            ("  not to stdnum: no eight digits first", seen.digits_differ),
            ("  not here: stdnum passes over something", seen.form_differs),
        ];
        rows.extend(ways.into_iter().filter(|(_, count)| *count > 0));
    }
    table("credit codes, beside stdnum.cn.uscc", &rows);
}

/// How texts of a kind fared.
#[derive(Default)]
struct Seen {
    read: usize,
    digits_differ: usize,
    form_differs: usize,
}

impl Seen {
    fn compare(&mut self, text: &str, other: &Verdict<'_>) {
        let is_read = |text: &str| text.parse::<CreditCode>().is_ok();
        // Of what stdnum makes of the text, both say the same, but for the eight digits.
        let compact = other.compact;
        assert_eq!(is_read(compact), other.fits, "{compact:?}");
        let has_digits = compact.bytes().take(8).all(|byte| byte.is_ascii_digit());
        assert_eq!(is_read(compact) && has_digits, other.is_valid, "{compact:?}");
        assert_eq!(is_read(text), text == compact && other.fits, "{text:?}");
        self.read += usize::from(is_read(text));
        self.digits_differ += usize::from(is_read(text) && !other.is_valid);
        self.form_differs += usize::from(!is_read(text) && other.is_valid);
        check_character(compact, other.check);
    }
}

/// The check character is the same, and what an error calls the right one.
fn check_character(compact: &str, check: &str) {
    let first: String = compact.chars().take(17).collect();
    if let Ok(code) = CreditCode::complete(&first) {
        assert!(code.as_str().ends_with(check), "{first:?} is completed by {check}");
    }
    if let Err(CreditCodeError::Check { right, .. }) = compact.parse::<CreditCode>() {
        assert_eq!(right.to_string(), check, "{compact:?}");
    }
}
