//! The doors of an alliance, and behind them the refusals in their order (`check`) and the handlers
//! of the acts (`step`).

pub(crate) mod check;
pub(crate) mod dispatch;
pub(crate) mod explain;
pub(crate) mod reassign;
pub(crate) mod replay;
pub(crate) mod sound;
pub(crate) mod step;
