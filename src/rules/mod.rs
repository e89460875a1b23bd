//! The rules, one file an article or two, each clause one small function.
//!
//! They read parts, facts and words, and know no alliance, no command and no event, so that the
//! regulation can be read, and tested, alone.

pub(crate) mod admission;
pub(crate) mod caps;
pub(crate) mod council;
pub(crate) mod deposit;
pub(crate) mod duty;
pub(crate) mod eligibility;
pub(crate) mod exit;
pub(crate) mod goals;
pub(crate) mod intake;
pub(crate) mod reassignment;
pub(crate) mod settlement;
pub(crate) mod time;
pub(crate) mod turn;
