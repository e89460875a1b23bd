//! A test a clause, each named after it, in the order of the articles.

#[path = "../common/mod.rs"]
mod common;

mod art05;
mod art07;
mod art07_decline;
mod art12;
mod art13;
mod art13_calendar;
mod art14;
mod art15;
mod art16;
mod art16_back;
mod art16_cursor;
mod art16_dispatch;
mod art16_explain;
mod art16_held;
mod art16_ranking;
mod art17_caps;
mod art17_guard;
mod art17_loss;
mod art17_suspension;
mod art17_tallies;
mod art18_calloff;
mod art19_settlement;
mod art20;
mod art20_deposit_life;
mod art21;
mod art21_blacklist;
mod art22_exit;
mod art23_indicator;
mod art24_reassign;
mod art24_run;
mod art26;
mod refusals;
mod refusals_life;
mod refusals_words;
mod refusals_words_life;
mod words;
mod words_life;
