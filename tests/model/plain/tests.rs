//! Histories worked out by hand from the rules.
