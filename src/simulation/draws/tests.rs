//! The scheme of the draws: where each stands, and what it is.
