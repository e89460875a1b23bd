//! Simulated years: the world, the engine that goes through it, and what a report says of it.

#[path = "simulation/conduct.rs"]
mod conduct;
#[path = "simulation/reports.rs"]
mod reports;
#[path = "simulation/tools.rs"]
mod tools;
#[path = "simulation/worlds.rs"]
mod worlds;
#[path = "simulation/years.rs"]
mod years;
