//! Records, acts, conclusions, reasons: what is said to an alliance, and what it says.

pub(crate) mod calendar;
pub(crate) mod cap;
pub(crate) mod command;
pub(crate) mod council;
pub(crate) mod event;
pub(crate) mod finding;
pub(crate) mod member;
pub(crate) mod order;
pub(crate) mod outcome;
pub(crate) mod policy;
pub(crate) mod refusal;
pub(crate) mod register;
pub(crate) mod standing;
