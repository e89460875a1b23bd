//! Folds over commands and their outcomes, which ask no alliance.

pub(crate) mod feedback;
pub mod figures;
pub(crate) mod goals;
pub(crate) mod indicator;
#[cfg(feature = "ledger")]
pub mod ledger;
pub(crate) mod statement;
