//! What the crate writes and reads, to the byte: the JSON forms, the year of data, the documents.

mod common;
mod data;
mod figures;
mod golden;
mod statement;
mod year;
