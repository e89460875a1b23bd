//! The JSON forms of what belongs to events.

use crate::facts::event::{Publication, Sorting};
use crate::words::form::form;

form! {
    enum Publication {
        First = "first",
        Correction = "correction",
    }

    enum Sorting {
        Whole = "whole",
        Correction = "correction",
    }
}
