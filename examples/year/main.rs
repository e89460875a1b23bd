//! A year.

fn main() {}
