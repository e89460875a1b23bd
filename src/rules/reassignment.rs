//! Article 24: an order that lags is taken from its member and given to another; a member that
//! loses orders in a row leaves (rules 8).

use core::num::NonZeroU32;

use crate::facts::finding::LagFinding;
use crate::facts::refusal::Refusal;

/// The finding says all three.
pub(crate) fn finding_suffices(finding: LagFinding) -> Result<(), Refusal> {
    if finding.is_complete() { Ok(()) } else { Err(Refusal::FindingIncomplete { finding }) }
}

/// The run of the year after one more reassignment.
pub(crate) fn next_run(run: u32) -> u32 {
    run.saturating_add(1)
}

/// Whether a run that goes up to this makes the member leave.
pub(crate) fn run_expels(limit: NonZeroU32, run: u32) -> bool {
    run >= limit.get()
}
