//! The short names of grounds, which never change, and what their JSON forms have.

use crate::facts::order::Basis;
use crate::words::form::form;

form! {
    coded enum Basis {
        Designation = "designation",
        Turn = "turn",
        TurnGuardLifted = "turn_guard_lifted",
        Named = "named",
    }
}
