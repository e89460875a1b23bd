//! 办法: the regulation, article by article, and where each is carried out.
//!
//! The Measures have 26 articles. Each has an entry here: what it says, in our words; what carries
//! it out, as it is called, and the functions under `src/rules/` that are its clauses; the tests
//! that hold its boundaries; and how it is read where it can be read in more than one way, or why
//! no engine can carry it out. `docs/rules.md` of the repository settles every detail.
//!
//! Where an entry names *theorems*, these are proved, for any number of members and orders, of a
//! model that stands beside the rules in `proofs/` of the repository. Each has a property test of
//! the same name, which asks the engine for the same (`tests/proofs/`).
//!
//! ```
//! use paidan::{Article, articles};
//! assert_eq!(articles::A24, Article::ALL[23]);
//! assert_eq!(articles::A24.title_zh(), "调单");
//! ```
//!
//! # Witnesses
//!
//! A city may choose the readings that are a field of [`Policy`]. Each of these has a *witness*: a
//! shortest history whose last order goes to different members under the two readings, or at
//! whose end others are suspended. A test (`tests/witness/`) searches for them again, and they
//! have to be those shown here.
//!
//! In all of them members 1, 2 and 3 have just joined, in this order; all else is
//! [`Policy::cixi_2021`]. Items 1 and 2 have orders of 100 and 300 yuan. All members are of one
//! class, and offer both items, except member 2, which offers item 1 only. (Where it is asked how
//! many members an item has, member 2 offers item 2 only. Under [`A5`] it is members 1 and 2 of one
//! class that offer item 1, and member 3, a comprehensive one, that offers item 2 of its own.) A
//! column a reading says to whom an order goes and who is suspended from
//! what for the month that begins.

use crate::words::article::Article;

// The entries link to what the roof shows.
#[cfg(doc)]
use super::*;

/// Purpose: services nearer to small technology companies, order among the firms that give them,
/// and more high-tech enterprises in the city.
///
/// - **No engine**: it says what the rest is for, and decides nothing.
pub const A1: Article = Article::numbered(1);

/// What a station is: the alliance's place in a town, which helps the town's office and takes
/// companies by the hand from their beginnings on.
///
/// - **No engine**: it describes. That all members act as one alliance is the [`Alliance`].
pub const A2: Article = Article::numbered(2);

/// Principles: firms join of their own will, everything is open, the market works, and the law is
/// kept; the bureau supports and supervises, the firms discipline themselves, companies pay.
///
/// - **No engine**: principles are for people. Of openness it gives what it can: [`explain`] says
///   of every order why it went where it went, and the same commands give the same state.
/// - **Tests** `tests/articles/art16_explain.rs`: `explain_gives_every_standing`;
///   `tests/laws/folding.rs`: `replaying_equals_stepping`.
pub const A3: Article = Article::numbered(3);

/// Where stations are: bureau, towns and platform set them up together, one or more a town, in the
/// town's service centre.
///
/// - **Called** [`Act::OpenStation`] puts a [`Station`] on record; every [`Order`] comes through
///   one. [`Act::CloseStation`], [`Act::ReopenStation`]; [`Act::Rename`].
/// - **Rules** `src/rules/intake.rs`: `is_open`.
/// - **Tests** `tests/articles/refusals.rs`: `opening_and_listing_are_not_refused`;
///   `tests/articles/art14_registers.rs`:
///   `a_closed_station_accepts_no_order_and_publishes_no_duty`, `orders_accepted_before_go_on`,
///   `each_of_the_four_kinds_may_be_renamed`;
///   `tests/articles/art15.rs`: `orders_come_through_any_station_and_channel`.
/// - **Read as** one line a class for the whole city, not one a station: articles 16 and 17 rank
///   and count citywide.
/// - **Read as** a closed station taking nothing new and ending nothing: what came in through it
///   goes on, and it may be opened again.
/// - **No engine**: where a station is and who founded it are not its business.
pub const A4: Article = Article::numbered(4);

/// Alliance and council: firms that served at least five local high-tech orders in the last two
/// years may join an alliance; five members, one seat each for finance, research and patents and
/// two for comprehensive service, are its council.
///
/// - **Called** [`Act::Admit`], [`Act::TakeSeat`], [`Act::LeaveSeat`]; [`Alliance::council`].
/// - **Rules** `src/rules/admission.rs`: `volume_suffices`, `offers_fit`;
///   `src/rules/council.rs`: `is_of_class`, `holds_none`, `first_vacant`.
/// - **Tests** `tests/articles/art05.rs`: `five_orders_admit`, `the_minimum_is_the_policys`,
///   `a_member_offers_items_of_its_own_category`, `a_comprehensive_member_may_reach_every_category`;
///   `tests/articles/refusals.rs`: `admit`; `tests/articles/art05_council.rs`:
///   `a_class_has_its_seats_and_no_more`, `the_first_vacant_seat_is_filled`,
///   `every_exit_vacates_the_seat`.
/// - **Read as** five orders being enough ([`AdmissionPolicy::min_orders`] of
///   [`Policy::admission`]), not six: in statutes such words include the number.
/// - **Read as** [`ComprehensiveReach::OwnCategory`], a comprehensive member serving its own class
///   ([`Policy::comprehensive_reach`]); not [`ComprehensiveReach::EveryCategory`], any class.
/// - **No engine**: whom bureau and platform agree on for a seat; they say so.
///
#[doc = include_str!("../tests/witness/a05.md")]
pub const A5: Article = Article::numbered(5);

/// The council's staff: each council firm sends one person to the stations and pays them; the
/// platform fills the gaps.
///
/// - **Called** [`Order::taken_by`] is the firm whose staff took an order; nobody is the
///   platform's own.
/// - **Rules** `src/rules/council.rs`: `holds_none`, since one seat is one person.
/// - **Tests** `tests/articles/art15.rs`: `who_took_an_order_may_be_given_it`,
///   `one_that_left_may_be_excluded_or_have_taken_the_order`.
/// - **No engine**: persons and their wages; it knows firms only.
pub const A6: Article = Article::numbered(6);

/// What staff do; no declining: the staff advise, take orders and pass them on by the council's
/// procedure, and a member does not decline what it is given.
///
/// - **Called** [`Act::Decline`], [`Act::Mediate`], [`Act::LiftBar`], [`Act::ChangeOffers`],
///   [`Act::Withdraw`]; [`OrderState::Declined`], [`Bar::Declined`].
/// - **Rules** `src/rules/eligibility.rs`: `bar`, `has_declined`; `src/rules/admission.rs`: `offers_fit`.
/// - **Tests** `tests/articles/art07.rs`: `who_has_an_open_order_may_not_withdraw`,
///   `orders_it_has_are_untouched_by_new_offers`; `tests/articles/art07_decline.rs`:
///   `with_cause_it_goes_on_by_turn`, `without_cause_it_is_declined`,
///   `who_declined_is_barred_from_this_order_only`; `tests/articles/art07_lifted.rs`:
///   `a_held_order_is_tried`, `an_order_elsewhere_stays`, `any_id_of_the_firm_may_be_named`;
///   `tests/laws/bars.rs`: `a_lifted_bar_leaves_no_held_order_to_the_eligible`.
/// - **Theorems** `proofs/Back.v`: `taking_and_calling_off_changes_nothing`,
///   `going_back_moves_nobody_else`.
/// - **Read as** forbidding to decline without cause, since [`A22`] punishes just that; not as
///   forbidding it whatever the cause. With one the order goes on, and nobody loses a turn.
/// - **Read as** barring who declined from this order until the platform lifts that; the order is
///   not taken from whoever has it by then.
/// - **Read as** about orders given: a member may offer less, and leave when it has none open.
pub const A7: Article = Article::numbered(7);

/// Who may join: any firm that meets the condition of [`A5`], from the city or elsewhere; the
/// platform files each admission with the bureau.
///
/// - **Called** [`Act::Admit`]; [`Member::standing`].
/// - **Rules** `src/rules/admission.rs`: `code_is_free`, `volume_suffices`, `offers_fit`,
///   `is_within_reach`.
/// - **Tests** `tests/articles/art05.rs`: `an_expelled_members_code_is_not_admitted_for_good`,
///   `one_that_withdrew_comes_back_after_a_whole_month`, `a_current_members_code_is_not_admitted`,
///   `a_firm_without_an_offer_is_not_admitted`; `tests/laws/exits.rs`: `an_exit_is_final`.
/// - **Read as** open to firms that left of their own will, after a whole month, so that leaving
///   sheds no suspension; not to firms that were expelled.
pub const A8: Article = Article::numbered(8);

/// Range of services: teaching the policy, diagnosing companies that are not high-tech yet, and
/// serving what each lacks: accounts, audit, tax, law, patents, research, applications.
///
/// - **Called** [`Act::ListItem`], whose [`ServiceItem`] is of one [`Category`];
///   [`Act::RecordTraining`], [`Act::RecordConsultation`].
/// - **Tests** `tests/articles/art14.rs`: `an_item_keeps_its_name_and_category`;
///   `tests/articles/art16_ranking.rs`: `a_member_stands_in_every_line_it_offers_for`.
/// - **Read as** an open list: the menu names the items, not the engine.
/// - **No engine**: what a diagnosis says.
pub const A9: Article = Article::numbered(9);

/// Signs and telephones: a fixed window, one and the same sign, and the numbers for service and
/// for complaints in sight.
///
/// - **No engine**: it is about walls and windows. A complaint reaches it where it has a
///   consequence, as part of a [`LagFinding`] or of a [`Misconduct`].
pub const A10: Article = Article::numbered(10);

/// Duty days: a station publishes when it is staffed, at least two of five working days in a row.
///
/// - **Called** [`Act::PublishDuty`]; [`Event::DutyPublished`], [`Event::DutyShort`].
/// - **Rules** `src/rules/duty.rs`: `period`, `days_are_within`, `days_are_worked`, `short_runs`.
/// - **Tests** `tests/articles/art11_duty.rs`: `two_of_five_are_enough`,
///   `short_periods_need_as_many_or_all`, `runs_go_on_over_holidays`, `a_short_plan_is_recorded`,
///   `a_period_has_at_most_366_days`; `tests/laws/duty.rs`: `short_runs_are_what_a_recount_gives`.
/// - **Read as** every run of five consecutive working days having two
///   ([`DutyPolicy::days`] of [`Policy::duty`]), not every calendar week: holidays do not count.
/// - **Read as** a duty to report: a plan that falls short is recorded and told, not refused.
/// - **No engine**: whether somebody really was there; if not, it is a breach ([`A23`]).
pub const A11: Article = Article::numbered(11);

/// Goals: a station serves at least 15 % of its area's small technology companies and 75 % of
/// those on the cultivation list, and raises at least a third of its new high-tech enterprises.
///
/// - **Called** [`GoalsFold`] gives the [`Goals`] of a station against a [`GoalRegister`];
///   [`Act::Accept`] and [`Act::RecordConsultation`] are what makes a company served.
/// - **Rules** `src/rules/goals.rs`: `serves_smes`, `serves_cultivated`, `incubates`.
/// - **Tests** `tests/articles/art12.rs`: `fifteen_per_cent_of_the_smes`,
///   `seventy_five_per_cent_of_the_cultivation_list`,
///   `one_third_of_the_new_high_tech_enterprises`, `nothing_to_divide_by`,
///   `an_order_serves_whatever_became_of_it`.
/// - **Read as** counted from the record and from registers that the bureau keeps; the engine's
///   state has no history, and it knows neither a town's companies nor the list.
/// - **Read as** a company being served by one order through this station, whatever became of it,
///   or one consultation there; not by an order completed.
pub const A12: Article = Article::numbered(12);

/// Records: trainings, advice, orders taken and passed on are all written down, so that the whole
/// can be followed and checked.
///
/// - **Called** [`Alliance::step`] gives what is to be stored of each command,
///   [`Alliance::apply`] replays it, [`Alliance::position`] numbers it; with the feature `ledger`,
///   `paidan::ledger` binds it by hashes, recovers, verifies and audits; [`Act::RecordTraining`],
///   [`Act::RecordConsultation`], [`Act::RecordTurnedAway`]; [`Act::AdoptCalendar`];
///   [`Command::occurred`].
/// - **Rules** `src/rules/time.rs`: `is_not_before`, `month_is_open`, `month_is_next`,
///   `occurred_by`.
/// - **Tests** `tests/articles/art13.rs`: `a_command_is_not_dated_before_the_last`,
///   `only_open_month_opens_a_month`, `positions_count_accepted_commands_from_1`,
///   `a_retried_command_acts_once`; `tests/articles/art13_calendar.rs`:
///   `holidays_and_make_up_days`, `a_make_up_day_is_none_of_the_week`;
///   `tests/articles/art13_occurred.rs`: `it_happened_on_the_date_or_before`,
///   `no_rule_reads_when_it_happened`; `tests/articles/art13_records.rs`:
///   `records_are_entries_and_change_nothing_else`; `tests/laws/folding.rs`:
///   `replaying_equals_stepping`; `tests/laws/names.rs`:
///   `names_feedback_and_what_is_closed_decide_nothing_else`.
/// - **Read as** one sequence for the city, in which what is recorded late bears the date of its
///   record and opens no closed month. When it happened is put beside it, and decides nothing.
pub const A13: Article = Article::numbered(13);

/// Contract and menu: companies buy from a menu of items, by a standard contract, at favourable
/// prices.
///
/// - **Called** [`Act::ListItem`], [`Act::SetMenuPrice`], [`Act::DelistItem`],
///   [`Act::RelistItem`]; [`ServiceItem`].
/// - **Rules** `src/rules/intake.rs`: `price_fits`, `is_on_menu`.
/// - **Tests** `tests/articles/art14.rs`: `the_menu_price_is_the_highest`,
///   `a_price_of_zero_is_refused`, `an_item_without_a_menu_price_takes_any`,
///   `an_accepted_order_keeps_its_price`; `tests/articles/art14_registers.rs`:
///   `an_item_off_the_menu_gets_no_new_order`,
///   `offers_lines_and_prices_of_an_item_off_the_menu_go_on`.
/// - **Read as** a menu price that is the highest, not the only one: below it is more favourable.
/// - **No engine**: the wording of the contract.
pub const A14: Article = Article::numbered(14);

/// Conditions of acceptance: orders come at the station or by telephone; a station may turn one
/// away by conditions that the council agrees on, puts up, and applies alike everywhere.
///
/// - **Called** [`Act::Accept`], [`Act::RecordTurnedAway`]; [`Channel`], [`Order::conditions`].
/// - **Rules** `src/rules/intake.rs`: `conditions_met`.
/// - **Tests** `tests/articles/art15.rs`: `every_condition_must_be_met`,
///   `no_condition_is_asked_for_at_first`, `conditions_hold_with_their_policy`.
/// - **Read as** one list for all stations ([`Policy::conditions`]), each of which must be met;
///   not as a station's own discretion. Whether one is met, the staff say.
pub const A15: Article = Article::numbered(15);

/// Designation and turns: an order goes to the member the company names; all others go round the
/// members of the class, ranked by their local high-tech orders of the year before.
///
/// - **Called** [`dispatch()`], [`explain()`], [`explain_member`]; [`Act::Accept`],
///   [`Act::Designate`], [`Act::PublishRanking`], [`Act::GrantLeave`], [`Act::EndLeave`];
///   [`Alliance::line`], [`Alliance::cursor`], [`Standing::OnLeave`].
/// - **Rules** `src/rules/turn.rs`: `motion`, `designation_motion`, `place_to_return_to`,
///   `corrected`, `is_corrected_by`; `src/rules/eligibility.rs`: `offers`, `is_on_leave`,
///   `suspension`, `bar`.
/// - **Tests** `tests/articles/art16.rs`: `keep_place_goes_round`,
///   `keep_place_keeps_the_place_of_who_was_passed_over`, `top_rank_stays_with_the_first`,
///   `a_designation_moves_nobody`, `a_designation_may_use_a_turn`;
///   `tests/articles/art16_back.rs`: `it_goes_back_to_the_place_it_left`;
///   `tests/articles/art16_cursor.rs`: `the_cursor_goes_round`, `who_is_passed_over_loses_the_turn`;
///   `tests/articles/art16_dispatch.rs`: `a_designated_order_goes_to_the_designated`,
///   `an_enterprise_is_not_given_its_own_order`; `tests/articles/art16_explain.rs`:
///   `explain_gives_every_standing`; `tests/articles/art16_held.rs`:
///   `with_nobody_eligible_an_order_is_held`; `tests/articles/art16_ranking.rs`:
///   `a_line_is_sorted_by_volume_then_id`, `a_newcomer_joins_the_end`;
///   `tests/articles/art16_correction.rs`: `those_who_wait_are_sorted_among_their_places`,
///   `a_swap_of_two_who_had_their_turn_changes_nothing`;
///   `tests/articles/art16_correction_cursor.rs`: `both_sides_of_the_cursor_are_sorted_apart`;
///   `tests/articles/art16_booking.rs`: `an_order_by_turn_is_booked`;
///   `tests/articles/art07_leave.rs`: `one_on_leave_is_passed_over_and_keeps_its_place`,
///   `one_on_leave_may_be_designated`, `the_end_of_a_leave_tries_held_orders`;
///   `tests/laws/fairness.rs`: `two_with_the_same_offers_take_turns`;
///   `tests/laws/corrections.rs`: `a_correction_sorts_those_who_did_not_move`;
///   `tests/laws/booking.rs`: `booking_the_answer_is_accepting_the_order`;
///   `tests/laws/leave.rs`: `nobody_on_leave_is_given_an_order_but_by_designation`.
/// - **Theorems** `proofs/Turn.v`: `held_iff_nobody_is_eligible`, `nobody_is_lost_or_doubled`,
///   `passed_over_one_fewer_is_ahead`, `bounded_overtaking`, `no_starvation`; `proofs/Pairs.v`:
///   `overtaken_once_by_each`, `two_alternate`; `proofs/Back.v`: `going_back_moves_nobody_else`,
///   `joining_and_leaving_move_nobody_else`, `designations_are_neutral`; `proofs/History.v`:
///   `the_oldest_move_takes_the_order`; `proofs/Correction.v`:
///   `a_correction_takes_no_turn_away`; `proofs/Others.v`: `top_rank_starves`,
///   `cursor_starves`, `keep_place_starves_nobody_of_three`.
/// - **Read as** a corrected ranking taking nobody's turn away: only those who still stand where
///   the ranking put somebody are sorted anew, among just those places.
/// - **Read as** letting the council pass over a member that asks for leave, without a place lost;
///   who names it gets it.
/// - **Read as** [`Turn::KeepPlace`] ([`Policy::turn`]): who is passed over keeps its place. Not
///   [`Turn::Cursor`], where it loses that turn, nor [`Turn::TopRank`], where the first by rank
///   gets all it can take.
/// - **Read as** [`DesignationUsesTurn::No`] ([`Policy::designation_uses_turn`]): a company's
///   choice costs nobody a turn. Not [`DesignationUsesTurn::Yes`], where the one named has had it.
///
#[doc = include_str!("../tests/witness/a16.md")]
pub const A16: Article = Article::numbered(16);

/// Monthly caps: of an item's orders no member takes more than half, of the whole amount no more
/// than 30 %, both citywide and by the month; one that reaches a cap gets nothing by turn in the
/// next month.
///
/// - **Called** [`Act::OpenMonth`] judges the month that ends; [`Event::CapReached`],
///   [`Event::Suspended`]; [`Alliance::suspensions`], [`Standing::Suspended`],
///   [`Standing::Guarded`].
/// - **Rules** `src/rules/caps.rs`: `counted`, `tally_effect`, `reached`, `reach`, `suspends`,
///   `guard`, `exceeded_with`, `item_has_enough`, `amount_has_enough`; `src/rules/time.rs`:
///   `month_is_next`.
/// - **Tests** `tests/articles/art17_caps.rs`: `half_of_an_items_orders_reach_the_cap`,
///   `the_item_share_is_exact_to_the_basis_point`, `thirty_per_cent_of_the_amount_reach_the_cap`,
///   `an_item_with_too_few_orders_is_not_judged`, `the_amount_of_too_few_orders_is_not_judged`;
///   `tests/articles/art17_few.rs`: `an_item_of_too_few_members_is_not_judged`,
///   `who_counts_for_an_item`, `the_amount_of_too_few_members_is_not_judged`,
///   `who_counts_for_the_amount`; `tests/articles/art17_few_guard.rs`:
///   `what_too_few_can_serve_is_not_guarded`;
///   `tests/articles/art17_guard.rs`: `the_guard_allows_exactly_the_share_of_an_item`,
///   `the_guard_is_lifted_when_nobody_passes`; `tests/articles/art17_loss.rs`:
///   `in_the_same_month_it_comes_off`, `in_a_later_month_the_closed_month_stays`;
///   `tests/articles/art17_suspension.rs`: `under_member_a_cap_suspends_from_every_item`,
///   `under_item_an_item_cap_suspends_from_that_item`, `a_suspension_is_for_the_next_month_only`;
///   `tests/articles/art17_tallies.rs`: `tallies_are_citywide`, `designated_orders_count`,
///   `designated_orders_may_be_left_out`; `tests/laws/few.rs`:
///   `asking_for_more_members_adds_no_cap`.
/// - **Theorems** `proofs/Caps.v`: `few_reach_a_cap`, `at_most_two_reach_half`,
///   `at_most_three_reach_thirty_per_cent`, `the_share_is_exact`.
/// - **Read as** the share being enough ([`CapsPolicy::item_share`] and
///   [`CapsPolicy::amount_share`] of [`Policy::caps`]): who has exactly half has reached the cap,
///   though it is not above it.
/// - **Read as** [`CountDesignated::Yes`] ([`Policy::count_designated`]): a designation is let
///   through under a suspension, but counts. Not [`CountDesignated::No`], where it does not.
/// - **Read as** judging an item with one order, and a month with one
///   ([`CapsPolicy::item_min_orders`], [`CapsPolicy::amount_min_orders`]); [`Policy::recommended`]
///   does not judge such small numbers.
/// - **Read as** judging however few can serve ([`CapsPolicy::item_min_members`],
///   [`CapsPolicy::amount_min_members`]), although among two or three an equal share alone reaches
///   the cap; [`Policy::recommended`] asks for three who serve an item, and for four in all.
/// - **Read as** [`CapScope::Member`] ([`CapsPolicy::scope`]): any cap suspends from every item.
///   Not [`CapScope::Item`], where an item's cap suspends from that item.
/// - **Read as** [`Guard::Off`] ([`CapsPolicy::guard`]): the next month answers for this one. Not
///   [`Guard::On`], where nobody is led above a cap by turn as long as another can take the order.
///
#[doc = include_str!("../tests/witness/a17.md")]
pub const A17: Article = Article::numbered(17);

/// The station as party: the platform signs for the station with the company, and again with the
/// member that serves, on the same terms.
///
/// - **Called** [`Order`], whose terms stay whoever serves it; [`Act::CallOff`], [`Act::Fail`];
///   [`End::Failed`].
/// - **Rules** `src/rules/turn.rs`: `place_to_return_to`; `src/rules/caps.rs`: `tally_effect`.
/// - **Tests** `tests/articles/art15.rs`: `the_terms_of_an_order_are_kept`;
///   `tests/articles/art18_calloff.rs`: `calling_off_takes_everything_back`,
///   `calling_off_in_a_later_month`, `work_must_not_have_begun`, `failure_is_without_blame`.
/// - **Theorems** `proofs/Back.v`: `taking_and_calling_off_changes_nothing`,
///   `going_back_moves_nobody_else`.
/// - **Read as** letting both sides call an order off before work begins, as contracts can be; no
///   turn and no tally remains of it in its month.
/// - **No engine**: signatures, and what the company authorized.
pub const A18: Article = Article::numbered(18);

/// When the fee is due: companies pay nothing in advance but within a week of the goal reached and
/// the policy's funds received, which is also what makes a service complete.
///
/// - **Called** [`Act::Complete`], [`Act::Settle`]; [`OrderState::Completed`].
/// - **Rules** `src/rules/settlement.rs`: `completion_in_time`, `due`, `remains`, `last_day`,
///   `is_overdue`.
/// - **Tests** `tests/articles/art19_settlement.rs`:
///   `a_completion_lies_between_submission_and_command`, `a_fee_is_due_on_a_working_day`,
///   `a_default_comes_after_the_due_day`, `a_later_calendar_moves_no_due_date`;
///   `tests/articles/art19_holidays.rs`: `the_story_of_january_2020`,
///   `a_holiday_that_is_dropped_brings_no_due_date_forward`;
///   `tests/laws/ends.rs`: `no_fee_is_due_on_a_day_off`.
/// - **Read as** seven days ([`SettlementPolicy::days`] of [`Policy::settlement`]) and then the
///   first working day of the [`Calendar`]; not as seven working days. The day is fixed then, but
///   nobody is late on it while the calendar in force says that nobody works.
/// - **No engine**: whether the goal was reached; somebody records it.
pub const A19: Article = Article::numbered(19);

/// Deposit: where settlement is more than twelve months away, or the price is well above what
/// policy covers, the station may ask for a third of the price, or the excess, up to 5 000 yuan;
/// it counts towards the fee, or is lost by a breach.
///
/// - **Called** [`Order::ask_deposit`], [`Order::months`], [`Order::covered`].
/// - **Rules** `src/rules/deposit.rs`: `amount`, `term`, `excess`.
/// - **Tests** `tests/articles/art20.rs`: `more_than_twelve_months_give_a_third`,
///   `an_excess_gives_the_whole_difference`, `of_both_grounds_the_larger_counts`,
///   `a_third_is_at_most_the_ceiling`, `a_deposit_without_ground_is_refused`;
///   `tests/articles/art20_deposit_life.rs`: `a_deposit_ends_with_its_order`;
///   `tests/laws/deposits.rs`: `each_deposit_goes_out_once_and_whole`.
/// - **Read as** any excess being enough ([`DepositPolicy::margin`] of [`Policy::deposit`]), as no
///   article says how much is much; not as one of a part of the covered amount.
/// - **Read as** the larger of the two amounts where both grounds are given, not their sum. The
///   term and the most are [`DepositPolicy::months`] and [`DepositPolicy::ceiling`].
pub const A20: Article = Article::numbered(20);

/// Blacklist: a company that gives an order up midway, or does not pay when its goal is reached,
/// goes on the alliance's blacklist, and the bureau is told.
///
/// - **Called** [`Act::Abandon`], [`Act::RecordDefault`], [`Act::LiftBlacklisting`];
///   [`End::Abandoned`], [`End::Defaulted`].
/// - **Rules** `src/rules/intake.rs`: `is_welcome`; `src/rules/settlement.rs`: `is_overdue`.
/// - **Tests** `tests/articles/art21.rs`: `a_blacklisted_enterprise_gives_no_new_order`,
///   `orders_already_accepted_go_on`; `tests/articles/art21_blacklist.rs`:
///   `who_abandons_an_assigned_order_is_blacklisted`,
///   `who_abandons_a_declined_order_is_not_blacklisted`, `a_lifted_blacklisting_may_come_again`.
/// - **Read as** closing the door to new orders, not ending old ones; as no blame for one whose
///   member had declined without cause; and as lasting until the council lifts it.
/// - **No engine**: going to court for the fee.
pub const A21: Article = Article::numbered(21);

/// Exit: a member leaves that will not take orders even after mediation, competes unfairly, serves
/// badly and does not mend, harms a company's rights, or else the stations' name.
///
/// - **Called** [`Act::Expel`] with a [`Misconduct`] and its [`Actor`], [`Act::Notify`],
///   [`Act::Mediate`]; [`Event::Expelled`]. [`Act::RecordFeedback`] puts a [`Feedback`] on record.
/// - **Called** [`FeedbackFold`] gives the [`FeedbackIndicator`], what companies say of the orders
///   of each member.
/// - **Rules** `src/rules/exit.rs`: `can_be_expelled`, `ground_is_met`, `notice_counts`.
/// - **Tests** `tests/articles/art22_exit.rs`: `grounds_have_their_preconditions`,
///   `the_last_notice_counts`, `its_open_orders_go_on_by_turn`,
///   `an_expelled_member_is_never_dispatched_to`, `one_that_withdrew_may_be_expelled`;
///   `tests/articles/art22_feedback.rs`: `each_kind_is_an_entry_and_changes_nothing`,
///   `a_complaint_needs_a_text`; `tests/laws/exits.rs`: `nobody_is_expelled_without_a_ground`,
///   `an_exit_is_final`; `tests/statement/feedback.rs`: `orders_completed_and_feedback_by_kind`.
/// - **Read as** each ground needing what the article asks for on record: verified, pursued, or a
///   notice of an earlier day that is at most 366 days old.
/// - **Read as** companies' complaints being a finding for the council, never a sanction by
///   themselves.
/// - **Read as** for good, and reaching one that withdrew in time; its open orders go on by turn.
/// - **No engine**: whether it is true. Who decides is recorded, and never checked.
pub const A22: Article = Article::numbered(22);

/// Breaches by staff: a council firm whose staff will not follow the council, leave their post,
/// break the procedure, or talk companies into naming a member, loses its seat.
///
/// - **Called** [`Act::RecordBreach`] with its [`Breach`]; [`Council`].
/// - **Called** [`IndicatorFold`] gives the [`Indicator`], how often a firm's own staff had it named.
/// - **Rules** `src/rules/council.rs`: `answers_for_staff`, `lost_none`.
/// - **Tests** `tests/articles/art23_breach.rs`: `a_breach_vacates_the_seat`,
///   `lost_on_the_last_day_and_taken_on_the_first`, `a_breach_after_the_seat_was_given_up`,
///   `a_lost_seat_goes_with_the_code`; `tests/articles/art23_indicator.rs`:
///   `the_share_that_names_the_staffs_own_member`.
/// - **Read as** keeping the firm from another seat for the rest of the calendar year, and as
///   reaching one that gave its seat up in that year; not as a bar for good.
/// - **No engine**: verifying a breach. That many orders of a firm's staff name the firm is a sign.
pub const A23: Article = Article::numbered(23);

/// Reassignment: an order that lags markedly, with its goal at risk and the company complaining,
/// may be taken away and given to another; two in a row within a year, and the member leaves.
///
/// - **Called** [`reassign()`], [`Act::Reassign`] with a [`LagFinding`]; [`Basis::Named`],
///   [`Bar::Reassigned`].
/// - **Rules** `src/rules/reassignment.rs`: `finding_suffices`, `next_run`, `run_expels`.
/// - **Tests** `tests/articles/art24_reassign.rs`: `the_finding_says_all_three`,
///   `it_never_comes_back`, `the_one_named_must_be_eligible`, `reassign_previews_what_step_does`;
///   `tests/articles/art16_booking.rs`: `a_reassignment_is_booked`;
///   `tests/articles/art24_run.rs`: `at_the_limit_the_member_exits`,
///   `completing_any_order_ends_the_run`, `the_year_ends_every_run`;
///   `tests/laws/runs.rs`: `a_run_is_what_a_recount_gives`.
/// - **Read as** *in a row* ending with an order completed or the calendar year
///   ([`ReassignmentPolicy::limit`] of [`Policy::reassignment`]), not as any two in a year.
/// - **Read as** letting the platform name who takes over, or leave it to the turn.
pub const A24: Article = Article::numbered(24);

/// From when it holds: from the day it is published.
///
/// - **Called** [`Alliance::new`] and [`Snapshot::new`] start under a policy that is in force;
///   [`Act::AdoptPolicy`] adopts another.
/// - **Tests** `tests/articles/art26.rs`: `a_policy_holds_from_its_month_on`;
///   `tests/articles/art17_caps.rs`: `the_preset_of_2021_is_the_literal_text`.
/// - **Read as** the text of 2021 being [`Policy::cixi_2021`], in force from an alliance's first
///   command on, with no month before it to judge.
pub const A25: Article = Article::numbered(25);

/// Who interprets it: the bureau.
///
/// - **Called** [`Act::AdoptPolicy`]; a reading the bureau chooses is a field of [`Policy`].
/// - **Rules** `src/rules/time.rs`: `month_is_later`.
/// - **Tests** `tests/articles/art26.rs`: `a_policy_is_for_a_later_month`,
///   `a_later_policy_for_the_same_month_replaces_the_earlier`,
///   `another_turn_sorts_every_line_by_the_ranking`; `tests/articles/art17_suspension.rs`:
///   `a_month_is_judged_under_its_own_policy`.
/// - **Read as** holding from a later month on and for nothing before, so that no month is judged
///   by what was not known in it.
pub const A26: Article = Article::numbered(26);
