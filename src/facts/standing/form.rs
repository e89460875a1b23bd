//! The JSON forms of answers.

use crate::facts::standing::{Bar, Candidate, Dispatch, Explanation, Reassignment};
use crate::words::form::form;

form! {
    enum Dispatch {
        Given { member, basis, motion, counted } = "given",
        Held = "held",
    }

    struct Reassignment { from, to, basis, motion, counted, tally, run, exits }

    struct Explanation { category, dispatch, line }

    struct Candidate { member, standing }

    enum Bar {
        ConflictOfInterest = "conflict_of_interest",
        OwnOrder = "own_order",
        Declined = "declined",
        Reassigned = "reassigned",
    }
}
