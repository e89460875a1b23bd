//! paidan
#![warn(unreachable_pub)]
// No panic on any input, no float, no order that differs from run to run.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::iter_over_hash_type,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

extern crate alloc;

mod alliance;
mod article;
mod cap;
mod check;
mod command;
mod credit_code;
mod date;
mod dispatch;
mod event;
mod explain;
mod id;
mod label;
mod list;
mod member;
mod money;
mod order;
mod parts;
mod policy;
mod refusal;
mod register;
mod replay;
mod rules;
mod share;
mod sound;
mod standing;
mod step;
mod text;
#[cfg(feature = "serde")]
mod wire;

pub use alliance::Alliance;
pub use alliance::invariants::Broken;
pub use alliance::snapshot::{
    ItemTally, LineRow, LineRows, MemberTally, OrderRow, PendingPolicy, Ranking, Snapshot,
};
pub use article::Article;
pub use cap::{CapFigures, Reach, Suspension};
pub use command::{Act, Application, Command};
pub use credit_code::{CreditCode, CreditCodeError};
pub use date::{Date, DateError, Month};
pub use dispatch::dispatch;
pub use event::{Created, Event, Outcome, Publication};
pub use explain::{explain, explain_member};
pub use id::{EnterpriseId, IdError, ItemId, MemberId, OrderId, StationId};
pub use label::{Reference, Text, TextTooLong};
pub use list::{List, ListTooLong, Set};
pub use member::{Category, Member, Membership, Volume};
pub use money::{Money, MoneyError, Price, PriceError};
pub use order::{Basis, Channel, Counted, End, Giving, Motion, Order, OrderRecord, OrderState};
pub use policy::{
    AdmissionPolicy, CapScope, CapsPolicy, ComprehensiveReach, CountDesignated, DepositMonths,
    DepositPolicy, DesignationUsesTurn, DutyDays, DutyPolicy, Guard, Margin, OutOfRange, Policy,
    ReassignmentPolicy, SettlementDays, SettlementPolicy, Turn,
};
pub use refusal::{IdKind, Refusal, RefusalKind};
pub use register::{Enterprise, ServiceItem, Station};
pub use replay::Mismatch;
pub use share::{Share, ShareError};
pub use standing::{Bar, Candidate, Dispatch, Explanation, Standing};
pub use text::Language;
