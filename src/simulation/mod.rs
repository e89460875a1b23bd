//! 模拟: a year of a city under a policy, before the policy is adopted.

mod agenda;
mod distribution;
mod draws;
pub mod measures;
mod report;
mod table;
mod timetable;
mod waiting;
mod workload;
mod world;
mod year;

pub use distribution::Distribution;
pub use report::{HeldOrders, MemberYear, Report, journal, simulate};
pub use workload::{ClassSize, Conduct, ItemDemand, Popularity, Rate, Span, Workload};
pub use year::{SimulationError, run};
