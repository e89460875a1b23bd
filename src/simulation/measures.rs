//! 度量: what of a year can be held against another year, exactly.
//!
//! A measure is a ratio of whole numbers over a stated population: the members of a class, say, with
//! the orders that each was given. Nothing to divide by is *undefined* (none), neither 0 nor 1. No two
//! of these measures say the same: (5, 5, 0) and (6, 3, 1) have one Gini coefficient and two indices of
//! Jain, so a claim names the one that it is made by.
//!
//! | measure | of values x of n members | unit | range | source |
//! | --- | --- | --- | --- | --- |
//! | [`jain`](Population::jain) | (Σx)² / (n Σx²) | none | 1/n to 1, equal | Jain, Chiu, Hawe, DEC-TR-301 (1984), arXiv cs/9809099 |
//! | [`gini`](Population::gini) | Σ(2i − n − 1)xᵢ / (n Σx), x from the smallest | none | 0, equal, to (n − 1)/n | Gini, *Variabilità e mutabilità* (1912) |
//! | [`largest_share`](Population::largest_share) | max x / Σx | none | 1/n to 1 | article 17 |
//! | [`herfindahl`](Population::herfindahl) | Σx² / (Σx)² | none | 1/n to 1 | Hirschman (1945), Herfindahl (1950) |
//! | [`spread`](Population::spread) | max x − min x | that of x | from 0 | |
//! | [`median`](Population::median), [`percentile`](Population::percentile) | the value at a rank | that of x | | Hyndman, Fan, *Sample quantiles in statistical packages* (1996), definitions 2 and 1 |
//!
//! Policies are compared by what they make of the same years ([`compare`]).

mod compare;
mod population;
mod quantiles;
mod ratio;

pub use compare::{CompareError, Comparison, NoiseFloor, Observation, Paired, compare};
pub use population::{Figure, Population, Whose};
pub use ratio::Ratio;
