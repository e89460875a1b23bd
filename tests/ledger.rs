//! The ledger: its hashes, its tree and its proofs, beside programs that nobody here wrote.

// The name of the folder is that of the program, so its place must be said.
#[path = "ledger/mod.rs"]
mod ledger;
