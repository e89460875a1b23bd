//! The scheme of the draws: where each stands, and what it is. It is a promise: a seed that broke a rule
//! once must break it again, so what is written here does not change.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

use super::{Attribute, Draws, Kind, WORDS, offer_number, order_number};
use crate::simulation::workload::{Rate, Span};

const KINDS: [Kind; 9] = [
    Kind::Month,
    Kind::Order,
    Kind::Offer,
    Kind::Firm,
    Kind::Range,
    Kind::Newcomer,
    Kind::Withdrawal,
    Kind::Leave,
    Kind::Misconduct,
];

/// The words of the first four events of each kind in world 1 with seed 1, a line an event.
const GOLDEN: &str = include_str!("golden.txt");

fn draws() -> Draws {
    Draws::new(1, 1)
}

fn line(kind: Kind, number: u64, words: &[u32]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("{word:08x}")).collect();
    format!("{kind:?} {number}: {}\n", words.join(" "))
}

#[test]
fn the_first_draws_of_every_kind_stand() {
    let mut found = String::new();
    for kind in KINDS {
        for number in 0..4 {
            found.push_str(&line(kind, number, &draws().of(kind, number).words));
        }
    }
    assert_eq!(found, GOLDEN);
}

/// What the generator gives to somebody who only knows the scheme as it is written down.
#[test]
fn a_draw_stands_at_its_stream_block_and_word() {
    let seed = *b"paidan.sim/1\0\0\0\0\x07\0\0\0\0\0\0\0\x09\0\0\0\0\0\0\0";
    let mut random = ChaCha8Rng::from_seed(seed);
    let number = offer_number(order_number(11, 399), 100);
    for attempt in [0, 1] {
        random.set_stream((attempt << 32) | 3);
        random.set_word_pos(u128::from(number) * 16 + 9);
        let draw =
            Draws::new(7, 9).at_attempt(Kind::Offer, number, u32::try_from(attempt).unwrap());
        assert_eq!(draw.words[Attribute::OfferWork.word()], random.next_u32());
    }
}

#[test]
fn what_is_drawn_hangs_on_nothing_but_the_event() {
    let events: Vec<(Kind, u64)> =
        KINDS.iter().flat_map(|kind| (0..40).map(|at| (*kind, at))).collect();
    let mut draws = draws();
    let mut there: Vec<_> = events.iter().map(|(kind, at)| draws.of(*kind, *at).words).collect();
    let back = events.iter().rev().map(|(kind, at)| draws.of(*kind, *at).words);
    there.reverse();
    assert_eq!(back.collect::<Vec<_>>(), there);
}

#[test]
fn no_two_attributes_share_a_word() {
    let mut places: Vec<(u64, usize)> =
        Attribute::ALL.iter().map(|of| (of.kind() as u64, of.word())).collect();
    assert!(places.iter().all(|(kind, word)| *kind < 256 && *word < WORDS));
    let count = places.len();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), count);
}

/// In a grid of kinds, numbers, attempts, worlds and seeds.
#[test]
fn no_two_events_share_their_words() {
    let mut blocks = Vec::new();
    for (world, seed) in [(1, 1), (1, 2), (2, 1)] {
        let mut draws = Draws::new(world, seed);
        for kind in KINDS {
            for number in [0, 1, 2, 3, 16, offer_number(1, 0), offer_number(0, 1 << 24), u64::MAX] {
                blocks
                    .extend([0, 1, 2].map(|attempt| draws.at_attempt(kind, number, attempt).words));
            }
        }
    }
    let count = blocks.len();
    blocks.sort_unstable();
    blocks.dedup();
    assert_eq!(blocks.len(), count);
    let numbers = [order_number(0, 0), order_number(0, 1), order_number(1, 0), order_number(11, 1)];
    assert!(numbers.is_sorted_by(|one, next| one < next));
}

#[test]
fn a_number_is_below_its_limit_and_each_as_likely() {
    let mut draws = draws();
    for limit in [1, 2, 3, 7, 10_000] {
        let mut cases = vec![0_u32; 7];
        for number in 0..7_000 {
            let below = draws.of(Kind::Order, number).below(Attribute::OrderItem, limit);
            assert!(below < limit);
            cases[below as usize % 7] += 1;
        }
        let even = 7_000 / limit.min(7);
        let far = cases.iter().filter(|of| **of > 0).any(|of| of.abs_diff(even) > even / 8);
        assert!(!far, "of {limit}: {cases:?}");
    }
    let none = draws.of(Kind::Order, 0);
    assert_eq!(none.below(Attribute::OrderItem, 0), 0);
}

/// With a limit of 2^31 + 1 nearly half of all words are not taken.
#[test]
fn words_that_would_favour_a_number_are_not_taken() {
    let limit = (1 << 31) + 1;
    let mut draws = draws();
    let mut rounds = 0;
    for number in 0..200 {
        let draw = draws.of(Kind::Order, number);
        let again = draws.of(Kind::Order, number);
        let (one, other) = (Attribute::OrderItem, Attribute::OrderPrice);
        assert_eq!(draw.below(one, limit), again.below(one, limit));
        assert_ne!(draw.below(one, limit), draw.below(other, limit));
        let plain = (u64::from(draw.words[1]) * u64::from(limit)) >> 32;
        rounds += u32::from(plain != u64::from(draw.below(one, limit)));
    }
    assert!((60..140).contains(&rounds), "{rounds} of 200");
}

#[test]
fn rates_and_spans_have_their_ends() {
    let mut draws = draws();
    for number in 0..500 {
        let draw = draws.of(Kind::Offer, number);
        assert!(draw.happens(Attribute::OfferLags, Rate::ALWAYS));
        assert!(!draw.happens(Attribute::OfferLags, Rate::NEVER));
        assert_eq!(draw.within(Attribute::OfferWork, Span::just(9)), 9);
        assert!((3..=5).contains(&draw.within(Attribute::OfferWork, Span::new(5, 3))));
        draw.within(Attribute::OfferWork, Span::new(0, u16::MAX));
    }
    let ends = |of: fn(u16) -> bool| {
        (0..500).any(|number| {
            of(Draws::new(1, 1)
                .of(Kind::Offer, number)
                .within(Attribute::OfferWork, Span::new(3, 5)))
        })
    };
    assert!(ends(|of| of == 3) && ends(|of| of == 5));
}
