//! 模拟: a year of a city under a policy, before the policy is adopted.

mod agenda;
mod draws;
mod table;
mod workload;
mod world;
mod year;

pub use workload::{ClassSize, Conduct, ItemDemand, Popularity, Rate, Span, Workload};
pub use year::{SimulationError, run};
