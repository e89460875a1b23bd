//! SHA-256 as RFC 9162 uses it: hashes of leaves and of nodes, and the two ways to write one.

use core::fmt;
use core::str::FromStr;

use sha2::{Digest, Sha256};

use crate::words::wire::words::as_text;

/// What a leaf's hash begins with, so that no node can be taken for a leaf (RFC 9162, 2.1.1).
const LEAF: [u8; 1] = [0];

/// What a node's hash begins with.
const NODE: [u8; 1] = [1];

const HEX: &[u8; 16] = b"0123456789abcdef";

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// 哈希值: a SHA-256 hash of a leaf, of a node or of a whole tree.
///
/// Its text, in JSON too, is 64 lower-case hexadecimal digits. Checkpoints and exported proofs
/// write it in base64.
///
/// ```
/// use paidan::ledger::Hash;
/// let leaf = Hash::leaf(&[b"one ", b"line"]);
/// assert_eq!(leaf, Hash::leaf(&[b"one line"]));
/// assert_eq!(leaf.to_string().parse::<Hash>()?, leaf);
/// assert_eq!(Hash::from_base64(&leaf.to_base64())?, leaf);
/// # Ok::<(), paidan::ledger::HashError>(())
/// ```
#[doc(alias = "哈希值")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

/// Why a text is no hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HashError {
    /// It is not 64 digits, or one is none of `0` to `9` and `a` to `f`.
    #[error("a hash is 64 hexadecimal digits in lower case")]
    Hex,
    /// It is not what the base64 of RFC 4648, section 4, makes of 32 bytes.
    #[error("a hash in base64 is 44 characters, the last `=`, as RFC 4648 writes 32 bytes")]
    Base64,
}

impl Hash {
    /// The hash of a leaf whose data are these parts, one after the other.
    pub fn leaf(parts: &[&[u8]]) -> Self {
        let mut hasher = LeafHasher::new();
        for part in parts {
            hasher.update(part);
        }
        hasher.finish()
    }

    /// The hash of the node above two others.
    pub fn node(left: &Self, right: &Self) -> Self {
        let hasher = Sha256::new().chain_update(NODE).chain_update(left.0).chain_update(right.0);
        Self(hasher.finalize().into())
    }

    /// The root of a tree without leaves: the hash of nothing.
    pub(crate) fn of_nothing() -> Self {
        Self(Sha256::digest([]).into())
    }

    /// The hash with these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The 44 characters of base64, with its padding (RFC 4648, section 4).
    pub fn to_base64(&self) -> String {
        let mut text = String::with_capacity(44);
        for group in self.0.chunks(3) {
            let mut word = [0; 4];
            word.iter_mut().skip(1).zip(group).for_each(|(place, byte)| *place = *byte);
            let word = u32::from_be_bytes(word);
            let values = [word >> 18, word >> 12, word >> 6, word];
            let letters = values.into_iter().map(|value| letter(value & 63));
            // So many bytes make a letter more, and what is missing to four is filled up.
            text.extend(letters.take(group.len().saturating_add(1)).chain("==".chars()).take(4));
        }
        text
    }

    /// The hash that base64 writes in this way, and in no other.
    ///
    /// # Errors
    /// [`HashError::Base64`], also where a reader of more than one form would see a hash: without
    /// padding, with bits that count for nothing, with blanks.
    pub fn from_base64(text: &str) -> Result<Self, HashError> {
        let letters = text.strip_suffix('=').filter(|letters| letters.len() == 43);
        let mut hash = Self([0; 32]);
        let groups = letters.ok_or(HashError::Base64)?.as_bytes().chunks(4);
        for (bytes, group) in hash.0.chunks_mut(3).zip(groups) {
            let mut word = 0_u32;
            for place in 0..4 {
                let value =
                    group.get(place).map_or(Some(0), |of| value(*of)).ok_or(HashError::Base64)?;
                word = (word << 6) | value;
            }
            let decoded = word.to_be_bytes().into_iter().skip(1);
            bytes.iter_mut().zip(decoded).for_each(|(place, byte)| *place = byte);
        }
        // Two bits of the last letter say nothing; only what we would write ourselves is read.
        Some(hash).filter(|hash| hash.to_base64() == text).ok_or(HashError::Base64)
    }

    /// The 64 hexadecimal digits.
    pub(crate) fn to_hex(self) -> [u8; 64] {
        let mut digits = [b'0'; 64];
        for (pair, byte) in digits.chunks_mut(2).zip(self.0) {
            let values = [byte >> 4, byte & 15];
            let places = pair.iter_mut().zip(values);
            places.for_each(|(place, value)| *place = digit(value));
        }
        digits
    }

    /// The hash of 64 hexadecimal digits.
    pub(crate) fn from_hex(digits: &[u8; 64]) -> Result<Self, HashError> {
        let mut hash = Self([0; 32]);
        for (byte, pair) in hash.0.iter_mut().zip(digits.chunks(2)) {
            for digit in pair {
                let value = match digit {
                    b'0'..=b'9' => digit.wrapping_sub(b'0'),
                    b'a'..=b'f' => digit.wrapping_sub(b'a').wrapping_add(10),
                    _ => return Err(HashError::Hex),
                };
                *byte = (*byte << 4) | value;
            }
        }
        Ok(hash)
    }
}

/// The digit of a value below 16.
fn digit(value: u8) -> u8 {
    HEX.get(usize::from(value)).copied().unwrap_or_default()
}

/// The letter of a value below 64.
fn letter(value: u32) -> char {
    let letter = usize::try_from(value).ok().and_then(|value| BASE64.get(value));
    char::from(letter.copied().unwrap_or_default())
}

/// The value of a letter of base64.
fn value(letter: u8) -> Option<u32> {
    let (first, from) = match letter {
        b'A'..=b'Z' => (b'A', 0),
        b'a'..=b'z' => (b'a', 26),
        b'0'..=b'9' => (b'0', 52),
        b'+' => (b'+', 62),
        b'/' => (b'/', 63),
        _ => return None,
    };
    Some(u32::from(letter.wrapping_sub(first)).wrapping_add(from))
}

/// Takes the data of a leaf piece by piece.
///
/// ```
/// use paidan::ledger::{Hash, LeafHasher};
/// let mut hasher = LeafHasher::new();
/// hasher.update(b"one ");
/// hasher.update(b"line");
/// assert_eq!(hasher.finish(), Hash::leaf(&[b"one line"]));
/// ```
#[derive(Clone, Debug)]
pub struct LeafHasher(Sha256);

impl LeafHasher {
    /// A leaf without data so far.
    pub fn new() -> Self {
        Self(Sha256::new_with_prefix(LEAF))
    }

    /// Adds the next piece.
    pub fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    /// The hash of all pieces.
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

impl Default for LeafHasher {
    fn default() -> Self {
        Self::new()
    }
}

impl FromStr for Hash {
    type Err = HashError;

    fn from_str(text: &str) -> Result<Self, HashError> {
        let digits = text.as_bytes().try_into().map_err(|_| HashError::Hex)?;
        Self::from_hex(digits)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Hexadecimal digits are ASCII.
        f.write_str(core::str::from_utf8(&self.to_hex()).unwrap_or_default())
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl From<[u8; 32]> for Hash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl From<Hash> for [u8; 32] {
    fn from(hash: Hash) -> Self {
        hash.0
    }
}

as_text!(Hash);
