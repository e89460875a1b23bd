//! 台账: the record of a city, written once, found out if touched, and decided again by whoever doubts
//! it (article 13, rules 12.4; feature `ledger`).
//!
//! A ledger is a text of lines. The first one, the header, says whose ledger it is, by which rules,
//! and from which state it starts; each further one is an accepted command with its outcome. Each
//! line gives the hash of its own bytes and the hash of the line before. The hash of a line is at the
//! same time that of a leaf of a Merkle tree (RFC 9162) over all lines, so that whoever published the
//! root of the tree, a [`Checkpoint`], can prove that one line is in it, and that a later ledger goes on
//! from an earlier one, without showing anybody else's lines. `docs/format.md` of the repository has
//! the forms.
//!
//! # Writing
//!
//! **Step, seal, store, adopt, publish**, in this order. The ledger never owns the state, and never
//! moves before the bytes are safe:
//!
//! ```
//! use std::io::Write;
//! use paidan::{Act, Alliance, Command, Policy, ledger::{Head, recover}};
//!
//! let mut city = Alliance::new(Policy::cixi_2021());
//! let first = Head::begin("dispatch.cixi.example/ledger".parse()?, &city)?;
//! let mut file: Vec<u8> = first.line; // A city has a file, or rows of a database.
//! let mut head = first.head;
//!
//! let command = Command::new("2025-01-02".parse()?, Act::OpenStation { name: "浒山".parse()? });
//! let outcome = city.step(&command)?; // Refused: nothing happened, and nothing is stored.
//! let sealed = head.seal(&command, &outcome)?; // The bytes, and the head there will be.
//! file.write_all(&sealed.line)?; // Stored, and synced: several at once if several wait.
//! head = sealed.head; // Adopted. Now the caller may be answered.
//! println!("{}", head.checkpoint()); // Published, once a month, where nobody can take it back.
//!
//! let again = recover(&file[..])?;
//! assert_eq!((again.alliance, again.head), (city, head));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A store that failed is answered by dropping state and head, and [`recover()`]ing both from what is
//! stored. What is stored is never changed; an end that is torn is cut off.
//!
//! # Reading
//!
//! | to know | ask |
//! | --- | --- |
//! | the state, to go on | [`recover()`], or [`recover_after()`] from a [`Savepoint`] |
//! | whether the file is whole | [`verify()`]: the hashes |
//! | whether it is the one that was published | [`verify_against()`] checkpoints, [`verify_against_copy()`] |
//! | whether its outcomes fit their commands | [`replay()`] |
//! | whether they are what the rules give | [`audit()`] |
//! | what it says | [`Reader`], entry by entry |
//! | that one line is in what was published | an [`InclusionProof`], handed on as a [`TlogProof`] |
//! | that one month's checkpoint goes on from another's | a [`ConsistencyProof`] |
//!
//! All of them read once, line by line, and take memory for one line and the state. A line may have
//! [`LINE_MOST`] bytes. The first thing that is wrong is a [`LedgerError`] with its line and byte.
//!
//! Proofs are made from the nodes of the tree, which [`Nodes`] keeps in memory and a service in its
//! tables. Nothing here signs, or checks a signature.
//!
//! **What a chain shows, and what not.** Whoever may write the file can change it and hash all of it
//! anew, or leave out its end. Against something outside, a checkpoint or a copy, that is found.
//! [`replay()`] finds outcomes that cannot be; one that went past somebody but could be is found by
//! [`audit()`] alone.

mod audit;
mod chain;
pub(crate) mod checkpoint;
pub(crate) mod fault;
mod form;
mod hash;
mod head;
mod header;
mod lines;
mod proof;
mod recover;
mod references;
mod savepoint;
#[cfg(feature = "schema")]
mod schema;
mod tree;
mod verify;

pub use audit::{Audited, audit};
pub use chain::{Entry, Reader};
pub use checkpoint::{Checkpoint, CheckpointError, Origin, OriginError};
pub use fault::{Difference, LedgerError, LedgerFault, Parting, SealError};
pub use hash::{Hash, HashError, LeafHasher};
pub use head::{Head, Sealed};
pub use header::{Header, RULES};
pub use lines::LINE_MOST;
pub use proof::{
    ConsistencyProof, InclusionProof, MissingNode, Nodes, ProofError, ProveError, TlogProof,
    TlogProofError,
};
pub use recover::{Recovered, recover, recover_after, replay};
pub use references::{Recorded, References};
pub use savepoint::{Savepoint, SavepointError};
pub use tree::{NodeId, Tree, TreeError};
pub use verify::{verify, verify_against, verify_against_copy};
