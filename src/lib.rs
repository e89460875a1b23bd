//! 派单: a deterministic dispatch engine for sharing work among firms by a city's rules.
//!
//! An alliance of intermediary firms serves small technology companies through service stations. A
//! company may name the firm it wants; otherwise the firms of the class are served in turn, by
//! rank. Monthly caps suspend whoever took too much. This crate carries those rules out, and can
//! say of every order who got it, on what ground, and why each of the others did not.
//!
//! The state of a city is an [`Alliance`]. It is a fold: a dated [`Command`] brings facts from
//! outside, and either a [`Refusal`] says why nothing changed, or an [`Outcome`] lists what the
//! rules made of it. There is no clock, no randomness, no float, and no panic: the same commands
//! give the same state, to the byte, on every machine.
//!
//! The regulation, article by article, with what carries each out, the tests that hold it, and
//! histories that tell one reading from another, is in [`articles`]. The rules are settled in
//! `docs/rules.md` of the repository; this documentation cites them as *rules 6.3*, and the
//! Measures they come from by article. Every reading that a city may choose is a field of
//! [`Policy`].
//!
//! # Three ways to call it
//!
//! **Ask.** A service that keeps its own tables makes an alliance of today from them, asks
//! [`dispatch()`] and [`explain()`], and books the answer. The line *is* the history: given the
//! ranking in its place, every order would go to the member on top. The tables keep the line of each
//! class as it stands, what each member was given this month, who is suspended or on leave, and what
//! each offers; the answer's `motion` says where its member goes in the line, and `counted` whether
//! the order is in the tallies.
//!
//! ```
//! use paidan::*;
//!
//! /// Today's alliance, from the service's own tables: its line and its tallies among them.
//! fn today(
//!     line: &[MemberId],
//!     tallies: &[MemberTally],
//! ) -> Result<Alliance, Box<dyn std::error::Error>> {
//!     let (audit, category) = (ItemId::new(1)?, Category::Finance);
//!     let mut today = Snapshot::new(Policy::cixi_2021());
//!     today.date = Some("2025-03-10".parse()?);
//!     today.stations.push(Station::new("浒山".parse()?));
//!     today.items.push(ServiceItem::new("审计".parse()?, category));
//!     let code = CreditCode::complete("91330282000000001")?;
//!     today.enterprises.push(Enterprise::new("Acme".parse()?, code));
//!     for (name, digits) in [("甲", "91330282000000002"), ("乙", "91330282000000003")] {
//!         let (name, code) = (name.parse()?, CreditCode::complete(digits)?);
//!         today.members.push(Member::new(name, code, category, Set::one(audit)));
//!     }
//!     today.lines.finance = line.to_vec().into();
//!     today.tallies = tallies.to_vec();
//!     Ok(Alliance::try_from(today)?)
//! }
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let (first, second, item) = (MemberId::new(1)?, MemberId::new(2)?, ItemId::new(1)?);
//!     let (mut line, mut tallies) = (vec![second, first], Vec::new());
//!     let order = Order::new(StationId::new(1)?, EnterpriseId::new(1)?, item, "800.00".parse()?);
//!     for expected in [second, first] {
//!         let alliance = today(&line, &tallies)?;
//!         let given = dispatch(&alliance, &order)?;
//!         let Dispatch::Given { member, motion, counted, .. } = given else { break };
//!         assert_eq!(member, expected);
//!         for candidate in explain(&alliance, &order)?.line {
//!             println!("member {} {}", candidate.member, candidate.standing);
//!         }
//!         // Book the answer: the place in the line, and the tallies of the month.
//!         if motion == Motion::ToEnd {
//!             line.retain(|of| *of != member);
//!             line.push(member);
//!         }
//!         if counted == Counted::Yes {
//!             let items = vec![ItemTally { item, orders: 1 }];
//!             tallies.push(MemberTally { member, amount: order.price.amount(), items });
//!         }
//!     }
//!     Ok(())
//! }
//! ```
//!
//! **Act.** A service that lets the alliance keep the state sends it commands and stores each with
//! its outcome. [`Alliance::apply`] replays them, [`Snapshot`] is the state as plain data.
//!
//! ```
//! use paidan::*;
//!
//! let mut alliance = Alliance::new(Policy::cixi_2021());
//! let day: Date = "2025-03-10".parse()?;
//! let (name, code) = ("Acme".parse()?, CreditCode::complete("91330282000000001")?);
//! alliance.step(&Command::new(day, Act::RegisterEnterprise { name, code }))?;
//!
//! // A request that is sent twice acts once: it says which position it expects to write.
//! let open = Act::OpenStation { name: "浒山".parse()? };
//! let request = Command { expect: Some(alliance.next_position()), ..Command::new(day, open) };
//! let before = alliance.clone();
//! let outcome = alliance.step(&request)?;
//! assert_eq!(outcome.events, [Event::StationOpened { station: StationId::new(1)? }]);
//! let again = alliance.step(&request).map_err(|refusal| refusal.kind());
//! assert_eq!(again, Err(RefusalKind::Position));
//!
//! let mut replica = before;
//! replica.apply(&request, &outcome)?;
//! assert_eq!(replica, alliance);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Try a rule.** An analyst writes a month as a unit test on a [`City`] and runs it under two
//! policies.
//!
//! ```
//! use paidan::*;
//!
//! /// How many of three members with one order each are suspended in the month after.
//! fn suspended(policy: Policy) -> Result<usize, Box<dyn std::error::Error>> {
//!     let (city, day) = (City::new(policy).members(Category::Finance, 3), "2025-03-10".parse()?);
//!     let accept = Act::Accept(city.order(Category::Finance, "800.00".parse()?));
//!     let mut city = city.build(day)?;
//!     (0..3).try_for_each(|_| city.step(&Command::new(day, accept.clone())).map(drop))?;
//!     city.step(&Command::new("2025-04-01".parse()?, Act::OpenMonth))?;
//!     Ok(city.suspensions().len())
//! }
//! assert_eq!(suspended(Policy::cixi_2021())?, 3);
//! assert_eq!(suspended(Policy::recommended())?, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is where
//!
//! | to | use |
//! | --- | --- |
//! | find an article of the Measures | [`articles`], [`Article`] |
//! | ask | [`dispatch()`], [`explain()`], [`explain_member`], [`reassign()`] |
//! | act | [`Alliance::step`] with a [`Command`] of an [`Act`]; it gives an [`Outcome`] or a [`Refusal`] |
//! | replay | [`Alliance::apply`] |
//! | look up | [`Alliance::orders`], [`Alliance::overdue`], [`Alliance::members_of`] and their neighbours |
//! | store and compare | [`Snapshot`] |
//! | publish a month | [`StatementFold`], [`Statement`]; [`Statement::for_public`] names no enterprise |
//! | measure a station | [`GoalsFold`] against a [`GoalRegister`]; [`IndicatorFold`] |
//! | measure a member | [`FeedbackFold`] |
//! | add up a year | [`FiguresFold`], [`Figures`]; their parts are in [`figures`] |
//! | choose readings and numbers | [`Policy`] |
//! | try a rule | [`City`]; over years, with the feature `simulation`, `simulation::simulate` |
//! | put answers into words | `Display`, or `in_language` with a [`Language`] |
//!
//! # Features
//!
//! `serde` (on by default): JSON forms of commands, outcomes, refusals, snapshots and statements.
//! Money is a string with two decimals, a date is `YYYY-MM-DD`. Fields come with their names in any
//! order, never as a list; an unknown one is an error. A policy, a snapshot and a statement each say
//! in their first field which form they have (`"form":"paidan.policy/1"`), and another one is not
//! read. No message quotes more than 64 characters of what was given. `docs/format.md` of the
//! repository tells all of them.
//!
//! `schema`: the JSON Schemas of these forms, by `schemars::JsonSchema`. They are those in
//! `docs/forms` of the repository.

//!
//! `simulation`: years of a city under a policy, drawn from a seed, and what they come to.

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
pub mod articles;
mod doors;
mod facts;
mod parts;
mod record;
mod rules;
#[cfg(feature = "simulation")]
pub mod simulation;
mod text;
mod words;

/// The examples of the README are tests, too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use alliance::Alliance;
pub use alliance::broken::{
    Broken, CursorFault, Dated, LineFault, MemberFault, OrderFault, PlacesFault, SeatFault,
    SuspensionFault, TallyFault, VolumeFault,
};
pub use alliance::city::City;
pub use alliance::snapshot::{
    ItemTally, LinePlace, LineRow, LineRows, MemberTally, OrderRow, PendingPolicy, Ranking,
    Snapshot,
};
pub use doors::dispatch::dispatch;
pub use doors::explain::{explain, explain_member};
pub use doors::reassign::reassign;
pub use doors::replay::Mismatch;
pub use facts::calendar::Calendar;
pub use facts::cap::{CapFigures, Reach, Suspension, TallyEffect};
pub use facts::command::{Act, Application, Command};
pub use facts::council::{Breach, Council, Seat, Vacancy};
pub use facts::event::{Event, Publication, Sorting};
pub use facts::finding::{
    Actor, Cause, Disorder, Feedback, Ground, LagFinding, Mediation, Misconduct, Work,
};
pub use facts::member::{Category, Member, Membership, Volume};
pub use facts::order::{
    Barred, Basis, Channel, Completion, Counted, End, Giving, Loss, Motion, Moved, Order,
    OrderRecord, OrderState, Place, PlaceRange, Stage,
};
pub use facts::outcome::{Created, Outcome};
pub use facts::policy::{
    AdmissionPolicy, CapScope, CapsPolicy, ComprehensiveReach, CountDesignated, DepositMonths,
    DepositPolicy, DesignationUsesTurn, DutyDays, DutyPolicy, Guard, Margin, OutOfRange, Policy,
    ReassignmentPolicy, SettlementDays, SettlementPolicy, Turn,
};
pub use facts::refusal::Refusal;
pub use facts::refusal::kind::RefusalKind;
pub use facts::register::{Enterprise, Names, Registered, ServiceItem, Station};
pub use facts::standing::{Bar, Candidate, Dispatch, Explanation, Reassignment, Standing};
pub use record::feedback::{FeedbackFigures, FeedbackFold, FeedbackIndicator, MemberFeedback};
pub use record::figures::{self, Figures, FiguresFold};
pub use record::goals::{Goal, GoalRegister, GoalResult, Goals, GoalsFold};
pub use record::indicator::{Indicator, IndicatorFigures, IndicatorFold, StationIndicator};
#[cfg(feature = "ledger")]
pub use record::ledger;
pub use record::statement::entries::{
    AdmissionEntry, BlacklistEntry, BlacklistKind, CouncilEntry, CouncilKind, Customer,
    DeclineEntry, DeclineKind, DesignationEntry, DispatchEntry, DutyEntry, EnterpriseName,
    ExitEntry, ExitKind, ExitOrder, HeldEntry, LeaveEntry, LeaveKind, LineEntry, LossEntry,
    LossKind, PlaceEntry, RankingEntry, ReachedEntry, ReassignmentEntry, RegisterEntry,
    RegisterKind, RenameEntry, ShareEntry, SuspensionEntry,
};
pub use record::statement::{Statement, StatementFold};
pub use text::Language;
pub use words::article::Article;
pub use words::credit_code::{CreditCode, CreditCodeError};
pub use words::date::{Date, DateError, DueDate, Month};
pub use words::id::{EnterpriseId, IdError, IdKind, ItemId, MemberId, OrderId, StationId};
pub use words::label::{Condition, Name, Reference, Text, TextError};
pub use words::list::{List, ListTooLong, Set};
pub use words::money::{Money, MoneyError, Price, PriceError};
pub use words::share::{Share, ShareError};
