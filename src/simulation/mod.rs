//! 模拟: a year of a city under a policy, before the policy is adopted.
//!
//! A [`Workload`] says what happens to a city: how many firms of which class, who asks for what and how
//! often, how members and enterprises behave. With a seed it is a world, which goes through the engine
//! itself: [`run`] shows each command with its outcome, [`simulate`] reports what the year came to,
//! and [`journal`] keeps the commands. The same policy, workload and seed give the same commands on
//! every machine.
//!
//! # What two policies have in common
//!
//! Whatever is drawn is drawn for an event, and never *next*: an order by its month and its number in
//! the month, the answer to an offer by the order and the member. So under every policy the same
//! orders come in on the same days, the same firms apply, and the same offer has the same answer. Only
//! what follows from decisions differs: who is offered an order; that an enterprise on the blacklist
//! is turned away; that who has left is named by nobody. Two policies are therefore compared seed by
//! seed: the differences say more than two means.
//!
//! The draws are the words of `ChaCha8`, whose key is made of `paidan.sim/1`, the world and the seed,
//! whose stream is the kind of the event, whose block its number, and whose word the attribute. Whole
//! numbers only.
//!
//! # A rule as a unit test
//!
//! ```
//! use paidan::simulation::{Workload, journal, simulate};
//! use paidan::{Alliance, Policy};
//!
//! let (policy, workload) = (Policy::cixi_2021(), Workload::small());
//! let breaks = |seed: &u64| {
//!     let report = simulate(&policy, &workload, *seed).unwrap();
//!     report.members.iter().any(|of| of.months_suspended > 3)
//!         || report.held.days.percentile(95) >= Some(10)
//! };
//! if let Some(seed) = (0..200).find(breaks) {
//!     let mut city = Alliance::new(policy.clone());
//!     for command in journal(&policy, &workload, seed)? {
//!         println!("{} {:?}", command.date, city.step(&command)?.events);
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it leaves out
//!
//! The council, duty days, trainings, consultations and feedback, which decide about no order; changes
//! of offers, of the menu and of stations; holidays; members that are enterprises, too. A reassignment
//! is always by turn.

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
