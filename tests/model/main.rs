//! The second engine, by which the real one is to be compared, and histories worked out by hand.

mod plain;
mod view;
