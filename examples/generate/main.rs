//! Writes a year.

fn main() {}
