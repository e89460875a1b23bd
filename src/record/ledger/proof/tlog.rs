//! An inclusion proof as a file that can be handed on.

use core::fmt;
use core::str::FromStr;

use crate::record::ledger::checkpoint::{Checkpoint, CheckpointError, decimal};
use crate::record::ledger::hash::{Hash, HashError};
use crate::record::ledger::proof::verify::InclusionProof;

/// The first line.
const FORM: &str = "c2sp.org/tlog-proof@v1\n";

/// The most hashes that a proof of inclusion can have.
const MOST: usize = 64;

/// 包含证明文件: an inclusion proof with the checkpoint that it is for, as a
/// [C2SP transparency log proof](https://c2sp.org/tlog-proof).
///
/// The checkpoint is kept to the byte, as a signed note or as its text alone. It comes from whoever
/// brings the proof: check the signatures of [`TlogProof::note`], or compare
/// [`TlogProof::claimed`] with a checkpoint that is known, before the proof is verified against it.
///
/// A line `extra` is not read, although the form allows one: nothing vouches for what it says, and
/// a line of the ledger needs nothing else to be hashed.
///
/// ```
/// use paidan::ledger::{Checkpoint, Hash, Nodes, TlogProof};
/// let lines: Vec<Hash> = (0..2_u8).map(|line| Hash::leaf(&[&[line]])).collect();
/// let nodes: Nodes = lines.iter().copied().collect();
/// let known = Checkpoint::new("dispatch.cixi.example/ledger".parse()?, &nodes.tree(2)?);
/// let proof = TlogProof::new(nodes.inclusion(1, 2)?, &known.to_string())?;
///
/// let text = "c2sp.org/tlog-proof@v1
/// index 1
/// lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=
///
/// dispatch.cixi.example/ledger
/// 2
/// ogv5p8wtyKCPX0FacbGfasQnurVNJO7IaLXTEDRJlTo=
/// ";
/// assert_eq!(proof.to_string(), text);
///
/// let read: TlogProof = text.parse()?;
/// assert_eq!(read.claimed(), &known);
/// read.proof().verify(&lines[1], &known)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "包含证明文件")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    proof: InclusionProof,
    claimed: Checkpoint,
    note: Box<str>,
}

/// Why a text is no exported proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TlogProofError {
    /// The first line says another form, or none.
    #[error("the first line is not `c2sp.org/tlog-proof@v1`")]
    Form,
    /// There is a line of extra data.
    #[error("there is a line `extra`, which is not read")]
    Extra,
    /// There is no line with the number of the leaf, or the number has another form.
    #[error("there is no line `index` with a decimal number below 2^64, without zeros before it")]
    Index,
    /// A line of the path is no hash.
    #[error(transparent)]
    Path(#[from] HashError),
    /// The path is longer than any can be.
    #[error("the path has more than 64 hashes")]
    Length,
    /// The path is not ended by a blank line.
    #[error("there is no blank line after the path")]
    Unended,
    /// What stands after the blank line is no checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The proof is for a tree of another size than the checkpoint's.
    #[error("the proof is for a tree of {found} leaves, the checkpoint for one of {right}")]
    Size {
        /// The size in the proof.
        found: u64,
        /// The size in the checkpoint.
        right: u64,
    },
}

impl TlogProof {
    /// A proof with the checkpoint that it is for, which is a signed note or its text alone.
    ///
    /// # Errors
    /// [`TlogProofError`] when it is neither, is for another size, or the path is too long.
    pub fn new(proof: InclusionProof, note: &str) -> Result<Self, TlogProofError> {
        let claimed = checkpoint(note)?;
        let (found, right) = (proof.size, claimed.size);
        if found != right {
            return Err(TlogProofError::Size { found, right });
        }
        if proof.path.len() > MOST {
            return Err(TlogProofError::Length);
        }
        Ok(Self { proof, claimed, note: note.into() })
    }

    /// The proof.
    pub fn proof(&self) -> &InclusionProof {
        &self.proof
    }

    /// The checkpoint, to the byte: a signed note, or its text alone.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// What the checkpoint says, by the word of who brings it.
    pub fn claimed(&self) -> &Checkpoint {
        &self.claimed
    }
}

/// The checkpoint in a signed note, or in its text alone, which has no blank line.
fn checkpoint(note: &str) -> Result<Checkpoint, CheckpointError> {
    if note.contains("\n\n") { Checkpoint::from_note_unverified(note) } else { note.parse() }
}

impl FromStr for TlogProof {
    type Err = TlogProofError;

    fn from_str(text: &str) -> Result<Self, TlogProofError> {
        let rest = text.strip_prefix(FORM).ok_or(TlogProofError::Form)?;
        let (line, mut rest) = rest.split_once('\n').ok_or(TlogProofError::Index)?;
        let index = line.strip_prefix("index ").and_then(decimal).ok_or_else(|| {
            let has_extra = line.starts_with("extra ");
            if has_extra { TlogProofError::Extra } else { TlogProofError::Index }
        })?;
        let mut path = Vec::new();
        loop {
            let (line, after) = rest.split_once('\n').ok_or(TlogProofError::Unended)?;
            rest = after;
            if line.is_empty() {
                break;
            }
            if path.len() == MOST {
                return Err(TlogProofError::Length);
            }
            path.push(Hash::from_base64(line)?);
        }
        let size = checkpoint(rest)?.size;
        Self::new(InclusionProof { index, size, path }, rest)
    }
}

impl fmt::Display for TlogProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let InclusionProof { index, path, .. } = &self.proof;
        writeln!(f, "{FORM}index {index}")?;
        for hash in path {
            writeln!(f, "{}", hash.to_base64())?;
        }
        write!(f, "\n{}", self.note)
    }
}
