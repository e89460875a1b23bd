//! Studies of policies: a grid of policies, worlds and seeds is run, and reported on.
//!
//! A study file says what is compared, by which measure it is decided, and with which seeds, before
//! anything is run. The same file and engine give the same bytes, on any number of threads and
//! machines.

pub mod cells;
pub mod chart;
pub mod grid;
pub mod hash;
pub mod lang;
pub mod measures;
pub mod output;
pub mod place;
pub mod policies;
pub mod report;
pub mod study;
pub mod summary;
pub mod table;
pub mod worlds;
