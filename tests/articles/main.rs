//! A test a clause, each named after it, in the order of the articles.

#[path = "../common/mod.rs"]
mod common;

mod art05;
mod art07;
mod art13;
mod art14;
mod art15;
mod art16;
mod art16_cursor;
mod art16_dispatch;
mod art16_explain;
mod art16_held;
mod art16_ranking;
mod art17_caps;
mod art17_guard;
mod art17_suspension;
mod art17_tallies;
mod art20;
mod art21;
mod art26;
mod refusals;
mod refusals_words;
mod words;
