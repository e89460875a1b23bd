//! The ledger.

mod altered;
mod checker;
mod checkpoints;
mod foreign;
mod hostile;
mod other;
mod proofs;
mod python;
mod tree;
mod vectors;
