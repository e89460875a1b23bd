//! 模拟: a year of a city under a policy, before the policy is adopted.

pub mod measures;
