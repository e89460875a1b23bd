//! What needs the source as a text: its order, what the documentation says of it and in which
//! languages, what is published, and the trial of the tests by faults that are sown in a copy of it.

mod faults;
mod languages;
mod packaged;
mod regulation;
mod tidy;
