//! The JSON forms of outcomes.

use crate::facts::outcome::Outcome;
use crate::words::form::form;

form! {
    struct Outcome { position, date, events }
}
