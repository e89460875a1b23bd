//! What is said of a ledger to others: whose it is, how many lines it has, and their root.

use core::fmt;
use core::str::FromStr;

use crate::record::ledger::hash::{Hash, HashError};
use crate::record::ledger::tree::Tree;
use crate::words::wire::words::as_text;

/// 来源: whose ledger it is: 1 to 255 visible ASCII characters, none of them `+`.
///
/// By custom it is a URL without its scheme. It need not lead anywhere, but must be of nobody else.
///
/// ```
/// use paidan::ledger::Origin;
/// let origin: Origin = "dispatch.cixi.example/ledger".parse()?;
/// assert_eq!(origin.as_str(), "dispatch.cixi.example/ledger");
/// assert!("慈溪".parse::<Origin>().is_err());
/// # Ok::<(), paidan::ledger::OriginError>(())
/// ```
#[doc(alias = "来源")]
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(Box<str>);

/// Why a text is no origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum OriginError {
    /// It is empty or too long.
    #[error("an origin has 1 to 255 bytes, not {bytes}")]
    Length {
        /// How long it is, in bytes.
        bytes: usize,
    },
    /// A character in it is not visible, not ASCII, or a plus sign.
    #[error("an origin has visible ASCII characters without `+`, not {0:?}")]
    Character(char),
}

impl Origin {
    /// How long it may be, in bytes.
    pub const MAX_BYTES: usize = 255;

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Origin {
    type Err = OriginError;

    fn from_str(text: &str) -> Result<Self, OriginError> {
        if text.is_empty() || text.len() > Self::MAX_BYTES {
            return Err(OriginError::Length { bytes: text.len() });
        }
        match text.chars().find(|of| !of.is_ascii_graphic() || *of == '+') {
            Some(of) => Err(OriginError::Character(of)),
            None => Ok(Self(text.into())),
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

as_text!(Origin);

/// 检查点: a ledger at one moment, in three lines: what is published, signed and kept elsewhere.
///
/// The text is the body of a [C2SP checkpoint](https://c2sp.org/tlog-checkpoint): origin, number of
/// lines and root in base64, each ended by a newline. Nothing else is read: no zero before a number,
/// no second form of base64, no carriage return, and no extension lines, which that document allows
/// but advises against: nobody could audit what they say.
///
/// ```
/// use paidan::ledger::{Checkpoint, Hash, Tree};
/// let mut tree = Tree::new();
/// tree.push(Hash::leaf(&[b"a line"]))?;
/// let checkpoint = Checkpoint::new("dispatch.cixi.example/ledger".parse()?, &tree);
/// let text = checkpoint.to_string();
/// assert_eq!(
///     text,
///     "dispatch.cixi.example/ledger\n1\n6cW4MQHBWkueZXT4L5Xw8FXqy5Yp5MOQz7ZwcttMgu4=\n",
/// );
/// assert_eq!(text.parse::<Checkpoint>()?, checkpoint);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "检查点")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Whose ledger it is.
    pub origin: Origin,
    /// How many lines it has, the header among them.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

/// Why a text is no checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CheckpointError {
    /// It is not three lines.
    #[error("a checkpoint is three lines, each ended by a newline, and no more")]
    Lines,
    /// The first line is no origin.
    #[error(transparent)]
    Origin(#[from] OriginError),
    /// The second line is no size.
    #[error("a size is a decimal number below 2^64, without zeros before it")]
    Size,
    /// The third line is no root.
    #[error(transparent)]
    Root(#[from] HashError),
    /// The root is not that of a tree without leaves, where there are none.
    #[error("a tree without leaves has another root")]
    Empty,
    /// It is no signed note: a text, a blank line, and signatures, a line each.
    #[error("a signed note is a text, a blank line, and lines that begin with `— `")]
    Note,
}

impl Checkpoint {
    /// Of a tree as it stands.
    pub fn new(origin: Origin, tree: &Tree) -> Self {
        Self { origin, size: tree.size(), root: tree.root() }
    }

    /// The checkpoint in a [signed note](https://c2sp.org/signed-note), which anybody may have
    /// written: no signature is checked.
    ///
    /// The text of a note is what stands before the last blank line, with the newline at its end.
    /// That is what is signed. Whether it is, by whom, and whether that counts, is for the caller to
    /// find out before anything is believed.
    ///
    /// # Errors
    /// [`CheckpointError::Note`] where it is no note, and what a checkpoint alone would give.
    pub fn from_note_unverified(note: &str) -> Result<Self, CheckpointError> {
        text_of_note(note).ok_or(CheckpointError::Note)?.parse()
    }
}

/// The text of a signed note. Of the signatures only the form of the lines is looked at.
fn text_of_note(note: &str) -> Option<&str> {
    let (text, signatures) = note.rsplit_once("\n\n")?;
    let is_signed = signatures.strip_suffix('\n')?.split('\n').all(|line| line.starts_with("— "));
    let is_plain = !signatures.bytes().any(|of| of.is_ascii_control() && of != b'\n');
    let text = note.get(..text.len().checked_add(1)?)?;
    Some(text).filter(|_| is_signed && is_plain)
}

/// The number that a text is, in its only form.
pub(crate) fn decimal(text: &str) -> Option<u64> {
    let is_short = text.len() <= 20 && text.bytes().all(|of| of.is_ascii_digit());
    let has_zeros = text.len() > 1 && text.starts_with('0');
    if is_short && !has_zeros { text.parse().ok() } else { None }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.split('\n');
        let mut line = || lines.next().ok_or(CheckpointError::Lines);
        let (origin, size, root, rest) = (line()?, line()?, line()?, line()?);
        if !rest.is_empty() || lines.next().is_some() {
            return Err(CheckpointError::Lines);
        }
        let origin = origin.parse()?;
        let size = decimal(size).ok_or(CheckpointError::Size)?;
        let root = Hash::from_base64(root)?;
        if size == 0 && root != Hash::of_nothing() {
            return Err(CheckpointError::Empty);
        }
        Ok(Self { origin, size, root })
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin, size, root } = self;
        writeln!(f, "{origin}\n{size}\n{}", root.to_base64())
    }
}
