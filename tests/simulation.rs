//! Simulated years: the world, the engine that goes through it, and what a report says of it.

#[path = "simulation/years.rs"]
mod years;
