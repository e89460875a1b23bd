//! The ledger: its hashes and its tree, beside trees and readers that nobody here wrote.

#[path = "ledger/tree.rs"]
mod tree;
