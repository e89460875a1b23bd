//! What the engine does: every test that needs nothing but the crate, and dice.
//!
//! One program for all of them, since it is the building of programs that takes time. The name of a
//! folder chooses among them: `cargo test --test engine laws::`.

mod articles;
mod common;
mod journeys;
mod laws;
mod model;
mod oracles;
mod proofs;
mod replay;
mod small;
mod witness;
