//! Draws keyed by event: what is drawn of an event hangs on nothing but the seed and the event.
//!
//! One generator, `ChaCha8`, whose words are found by their place. The stream is the kind of the event,
//! the block its number, the word within the block its attribute. Nothing is ever drawn *next*: the
//! price of an order is the same whether the one before it was accepted, refused, or never asked for.
//! A block has sixteen words, so an attribute that comes later takes a free one, and no draw that was
//! there before moves.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

use crate::simulation::workload::{Rate, Span};

#[cfg(test)]
mod tests;

/// What a seed begins with: another scheme gets the next number.
const TAG: &[u8; 12] = b"paidan.sim/1";

/// Words of a block.
const WORDS: usize = 16;

/// After so many words in a row that were not taken, one is taken as it is. That comes once in more
/// than 2^64 draws.
const MOST_ROUNDS: u64 = 64;

/// A kind of event, by the number of its stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A month of the year, from 0.
    Month = 1,
    /// An order, by [`order_number`].
    Order = 2,
    /// How an offer is answered, by [`offer_number`]. The attempt is 0 when the order is given, and 1
    /// when the member has it again after mediation.
    Offer = 3,
    /// A firm that is, or will be, a member, by its number in the world.
    Firm = 4,
    /// Sixteen items of the menu, and which of them a firm offers; by its number and theirs.
    Range = 5,
    /// A firm that applies in the course of the year, by its number among those.
    Newcomer = 6,
    /// A member that wants to leave, by its number in the year.
    Withdrawal = 7,
    /// A leave, by its number in the year.
    Leave = 8,
    /// Misconduct for which a member is expelled, by its number in the year.
    Misconduct = 9,
}

macro_rules! attributes {
    ($($(#[$doc:meta])* $name:ident: $kind:ident $word:literal;)*) => {
        /// What is drawn of an event, by its kind and the word of the block.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Attribute {
            $($(#[$doc])* $name,)*
        }

        impl Attribute {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name),*];

            const fn kind(self) -> Kind {
                match self {
                    $(Self::$name => Kind::$kind,)*
                }
            }

            const fn word(self) -> usize {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

attributes! {
    /// How far the orders of the month are above or below the season's.
    MonthVolume: Month 0;
    /// On which working day of the month it comes in.
    OrderDay: Order 0;
    /// What is asked for.
    OrderItem: Order 1;
    /// Who asks.
    OrderEnterprise: Order 2;
    /// Through which station.
    OrderStation: Order 3;
    /// Whether its price is that of the menu.
    OrderFullPrice: Order 4;
    /// What part of the menu price it is otherwise.
    OrderPrice: Order 5;
    /// Whether a member is named.
    OrderDesignates: Order 6;
    /// Which.
    OrderFavourite: Order 7;
    /// How it comes in.
    OrderChannel: Order 8;
    /// Months to settlement.
    OrderMonths: Order 9;
    /// What policy funds cover.
    OrderCovered: Order 10;
    /// Whether a deposit is asked for where there is ground.
    OrderDeposit: Order 11;
    /// Whether a member has a conflict of interest.
    OrderConflict: Order 12;
    /// Which.
    OrderExcluded: Order 13;
    /// For how long the enterprise waits while it is held.
    OrderPatience: Order 14;
    /// Whether the member declines with cause.
    OfferDeclines: Offer 0;
    /// Whether it declines without.
    OfferRefuses: Offer 1;
    /// Days until it says so.
    OfferAnswer: Offer 2;
    /// What mediation comes to.
    OfferMediation: Offer 3;
    /// Days of mediation.
    OfferMediated: Offer 4;
    /// Whether work lags and the enterprise complains.
    OfferLags: Offer 5;
    /// Whether it is called off.
    OfferCalledOff: Offer 6;
    /// Whether its goal is not reached.
    OfferFails: Offer 7;
    /// Whether the enterprise abandons it.
    OfferAbandoned: Offer 8;
    /// Days of work.
    OfferWork: Offer 9;
    /// Days until it is called off, lags, or is abandoned.
    OfferTrouble: Offer 10;
    /// Whether the fee is not paid.
    OfferDefault: Offer 11;
    /// Days from completion until it is paid.
    OfferPays: Offer 12;
    /// Its class, if it comes in the course of the year.
    FirmCategory: Firm 0;
    /// Its orders of the last two years.
    FirmVolume: Firm 1;
    /// Its place among those that are named.
    FirmFame: Firm 2;
    /// Whether it offers the first.
    Range0: Range 0;
    /// Whether it offers the second.
    Range1: Range 1;
    /// Whether it offers the third.
    Range2: Range 2;
    /// Whether it offers the 4th.
    Range3: Range 3;
    /// Whether it offers the 5th.
    Range4: Range 4;
    /// Whether it offers the 6th.
    Range5: Range 5;
    /// Whether it offers the 7th.
    Range6: Range 6;
    /// Whether it offers the 8th.
    Range7: Range 7;
    /// Whether it offers the 9th.
    Range8: Range 8;
    /// Whether it offers the 10th.
    Range9: Range 9;
    /// Whether it offers the 11th.
    Range10: Range 10;
    /// Whether it offers the 12th.
    Range11: Range 11;
    /// Whether it offers the 13th.
    Range12: Range 12;
    /// Whether it offers the 14th.
    Range13: Range 13;
    /// Whether it offers the 15th.
    Range14: Range 14;
    /// Whether it offers the 16th.
    Range15: Range 15;
    /// The day on which it applies.
    NewcomerDay: Newcomer 0;
    /// Who.
    WithdrawalMember: Withdrawal 0;
    /// When.
    WithdrawalDay: Withdrawal 1;
    /// Who.
    LeaveMember: Leave 0;
    /// When it begins.
    LeaveDay: Leave 1;
    /// For how many days.
    LeaveDays: Leave 2;
    /// Whose.
    MisconductMember: Misconduct 0;
    /// When.
    MisconductDay: Misconduct 1;
}

impl Attribute {
    /// Of sixteen items of the menu, whether a firm offers each.
    pub(super) const RANGE: [Self; WORDS] = [
        Self::Range0,
        Self::Range1,
        Self::Range2,
        Self::Range3,
        Self::Range4,
        Self::Range5,
        Self::Range6,
        Self::Range7,
        Self::Range8,
        Self::Range9,
        Self::Range10,
        Self::Range11,
        Self::Range12,
        Self::Range13,
        Self::Range14,
        Self::Range15,
    ];
}

/// The number of an order in the world: its month, from 0, and its number in the month.
pub(super) const fn order_number(month: u32, of_month: u32) -> u32 {
    (month << 24) | (of_month & 0x00FF_FFFF)
}

/// The number of an offer: the order and the firm, each by its number in the world.
pub(super) fn offer_number(order: u32, firm: u32) -> u64 {
    (u64::from(order) << 32) | u64::from(firm)
}

/// All that is drawn of a world with a seed.
#[derive(Debug)]
pub(super) struct Draws {
    seed: [u8; 32],
    random: ChaCha8Rng,
    /// The stream and the block at which the generator stands.
    at: (u64, u64),
}

/// What is drawn of one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draw {
    words: [u32; WORDS],
    seed: [u8; 32],
    stream: u64,
    block: u64,
}

impl Draws {
    /// The draws of a world with a seed: other worlds and other seeds have nothing in common with it.
    pub(super) fn new(world: u64, seed: u64) -> Self {
        let mut bytes = [0; 32];
        let parts: [&[u8]; 4] = [TAG, &[0; 4], &world.to_le_bytes(), &seed.to_le_bytes()];
        for (to, from) in bytes.iter_mut().zip(parts.concat()) {
            *to = from;
        }
        Self { seed: bytes, random: ChaCha8Rng::from_seed(bytes), at: (0, 0) }
    }

    /// What is drawn of the event of a kind with a number.
    pub(super) fn of(&mut self, kind: Kind, number: u64) -> Draw {
        self.at_attempt(kind, number, 0)
    }

    /// The same, of an attempt at it, from 0.
    pub(super) fn at_attempt(&mut self, kind: Kind, number: u64, attempt: u32) -> Draw {
        let stream = (u64::from(attempt) << 32) | kind as u64;
        if self.at != (stream, number) {
            // Setting the stream goes back to block 0, so it comes first.
            self.random.set_stream(stream);
            self.random.set_block_pos(number);
        }
        let mut bytes = [[0; 4]; WORDS];
        self.random.fill_bytes(bytes.as_flattened_mut());
        self.at = (stream, number.wrapping_add(1));
        let words = bytes.map(u32::from_le_bytes);
        Draw { words, seed: self.seed, stream, block: number }
    }
}

impl Draw {
    /// A number below a limit, each as likely as any other; 0 where the limit is 0.
    ///
    /// A word times the limit has the number in its upper half. The few words that would favour some
    /// numbers are not taken (Lemire 2019): the word at the same place of the next round's stream is,
    /// so that what comes of them stays with the event and its attribute, too.
    #[inline]
    pub(super) fn below(&self, of: Attribute, limit: u32) -> u32 {
        debug_assert_eq!(of.kind() as u64, self.stream & 0xFF, "{of:?} of another kind");
        let mut word = self.words.get(of.word()).copied().unwrap_or(0);
        for round in 1..=MOST_ROUNDS {
            let wide = u64::from(word).wrapping_mul(limit.into());
            let (number, low) = halves(wide);
            if low >= limit || low >= limit.wrapping_neg().checked_rem(limit).unwrap_or(0) {
                return number;
            }
            word = self.again(of, round);
        }
        halves(u64::from(word).wrapping_mul(limit.into())).0
    }

    /// Whether something happens that happens at a rate.
    #[inline]
    pub(super) fn happens(&self, of: Attribute, rate: Rate) -> bool {
        self.below(of, Rate::ALWAYS.get().into()) < rate.get().into()
    }

    /// A number of a span.
    #[inline]
    pub(super) fn within(&self, of: Attribute, span: Span) -> u16 {
        let (least, most) = (u32::from(span.least()), u32::from(span.most()));
        let above = self.below(of, most.saturating_sub(least).saturating_add(1));
        u16::try_from(least.saturating_add(above)).unwrap_or(span.most())
    }

    /// The word of an attribute in a later round.
    #[cold]
    fn again(&self, of: Attribute, round: u64) -> u32 {
        let mut random = ChaCha8Rng::from_seed(self.seed);
        random.set_stream(self.stream | (round << 8));
        random.set_block_pos(self.block);
        let mut words = core::iter::repeat_with(|| random.next_u32());
        words.nth(of.word()).unwrap_or(0)
    }
}

/// The upper and the lower half of a number.
fn halves(wide: u64) -> (u32, u32) {
    let half = |of: u64| u32::try_from(of & u64::from(u32::MAX)).unwrap_or(u32::MAX);
    (half(wide >> 32), half(wide))
}
