//! A test a clause, each named after it, in the order of the articles.

#[path = "../common/mod.rs"]
mod common;

mod art13;
mod art16;
