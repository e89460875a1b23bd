//! The ledger: its hashes, its tree and its proofs, beside programs that nobody here wrote; and what
//! its readers find in a file that somebody touched.

mod common;
// The name of the folder is that of the program, so the places must be said.
#[path = "ledger/mod.rs"]
mod ledger;
#[path = "ledger/model.rs"]
mod model;

#[path = "ledger/book.rs"]
mod book;
#[path = "ledger/canonical.rs"]
mod canonical;
#[path = "ledger/endless.rs"]
mod endless;
#[path = "ledger/forged.rs"]
mod forged;
#[path = "ledger/format.rs"]
mod format;
#[path = "ledger/golden.rs"]
mod golden;
#[path = "ledger/histories.rs"]
mod histories;
#[path = "ledger/limits.rs"]
mod limits;
#[path = "ledger/published.rs"]
mod published;
#[path = "ledger/savepoints.rs"]
mod savepoints;
#[path = "ledger/tamper.rs"]
mod tamper;
