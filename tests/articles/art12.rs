//! Article 12: the goals of a station.

use paidan::{
    Act, Category, Created, CreditCode, Date, Goal, GoalRegister, GoalResult, Goals, GoalsFold,
    Language, Order, OrderId, Policy, Set,
};

use crate::common::acts::{call_off, complete, with_cause};
use crate::common::{City, code, date, enterprise, name, plain, set, station, text};

/// A city on 28 February with a second station, whose goals are measured over a part of March, and
/// so many enterprises from the third on.
fn city(enterprises: u64) -> City {
    let mut city = City::on("2025-02-28", Policy::cixi_2021());
    city.act(Act::OpenStation { name: name("宗汉") });
    for number in 0..enterprises {
        city.act(Act::RegisterEnterprise { name: name("企业"), code: firm(number) });
    }
    city
}

/// The goals of the second station.
fn goals(city: &City, register: GoalRegister) -> Goals {
    let (from, to): (Date, Date) = (date("2025-03-03"), date("2025-03-28"));
    let mut fold = GoalsFold::new(station(2), from, to, register);
    city.history.iter().for_each(|(command, outcome)| fold.add(command, outcome));
    fold.finish()
}

/// A consultation of the enterprise with this number, from 0.
fn consult(city: &mut City, at: u32, number: u32) {
    let (station, enterprise, text) = (station(at), enterprise(number + 3), text("研发费用"));
    city.act(Act::RecordConsultation { station, enterprise, text });
}

/// The goals in a city of 20 enterprises, of which the first ones were consulted.
fn consulted(count: u32, register: GoalRegister) -> Goals {
    let mut city = city(20);
    city.open("2025-03-03");
    (0..count).for_each(|number| consult(&mut city, 2, number));
    goals(&city, register)
}

/// The code of the enterprise with this number, from 0.
fn firm(number: u64) -> CreditCode {
    code(1001 + number)
}

fn firms(numbers: std::ops::Range<u64>) -> Set<CreditCode> {
    set(&numbers.map(firm).collect::<Vec<_>>())
}

fn smes(count: u64) -> GoalRegister {
    GoalRegister { technology_smes: firms(0..count), ..GoalRegister::default() }
}

fn goal(part: u32, whole: u32, result: GoalResult) -> Goal {
    Goal { part, whole, result }
}

/// A consultation can be recorded at a closed station, and serves (rules 15 and 1.10).
#[test]
fn a_consultation_at_a_closed_station_serves() {
    let mut city = city(20);
    city.open("2025-03-03");
    city.act(Act::CloseStation { station: station(2) });
    (0..3).for_each(|number| consult(&mut city, 2, number));
    let goals = goals(&city, smes(20));
    assert_eq!(goals.technology_smes, goal(3, 20, GoalResult::Met));
}

/// 科技型中小企业: at least 15 % are to be served; exactly 15 % will do (rules 12.2).
#[test]
fn fifteen_per_cent_of_the_smes() {
    for (served, whole, result) in [
        (2, 20, GoalResult::NotMet),
        (3, 20, GoalResult::Met),
        (4, 20, GoalResult::Met),
        (3, 21, GoalResult::NotMet),
    ] {
        let goals = consulted(served, smes(whole.into()));
        assert_eq!(goals.technology_smes, goal(served, whole, result));
    }
}

/// 高企培育名单: at least 75 % of the list (rules 12.2).
#[test]
fn seventy_five_per_cent_of_the_cultivation_list() {
    for (served, whole, result) in [
        (2, 4, GoalResult::NotMet),
        (3, 4, GoalResult::Met),
        (4, 4, GoalResult::Met),
        (3, 5, GoalResult::NotMet),
    ] {
        let cultivation_list = firms(0..whole.into());
        let register = GoalRegister { cultivation_list, ..GoalRegister::default() };
        assert_eq!(consulted(served, register).cultivation_list, goal(served, whole, result));
    }
}

/// 新认定高企: at least one third is to be incubated through the station, as the register says;
/// whom the register does not name as new is ignored (rules 12.2).
#[test]
fn one_third_of_the_new_high_tech_enterprises() {
    for (incubated, whole, result) in [
        (1, 3, GoalResult::Met),
        (1, 4, GoalResult::NotMet),
        (2, 6, GoalResult::Met),
        (2, 7, GoalResult::NotMet),
        (3, 7, GoalResult::Met),
    ] {
        let mut named = firms(0..incubated).as_slice().to_vec();
        named.push(firm(900));
        let (new_high_tech, incubated_there) = (firms(0..whole), set(&named));
        let register =
            GoalRegister { new_high_tech, incubated: incubated_there, ..GoalRegister::default() };
        let [part, whole] = [incubated, whole].map(|count| u32::try_from(count).expect("few"));
        assert_eq!(consulted(0, register).incubation, goal(part, whole, result));
    }
}

/// Where there is nothing to divide by, a goal is not applicable, and neither met nor missed
/// (rules 12.2).
#[test]
fn nothing_to_divide_by() {
    let goals = consulted(1, GoalRegister::default());
    let nothing = goal(0, 0, GoalResult::NotApplicable);
    assert_eq!(goals.technology_smes, nothing);
    assert_eq!(goals.cultivation_list, nothing);
    assert_eq!(goals.incubation, nothing);
}

/// The first and the last day of the period are in it, the days around them are not; and what
/// happened at another station is not this one's (rules 12.2).
#[test]
fn the_days_of_the_period_and_the_station() {
    for (day, at, part) in [
        ("2025-03-02", 2, 0),
        ("2025-03-03", 2, 1),
        ("2025-03-28", 2, 1),
        ("2025-03-29", 2, 0),
        ("2025-03-10", 1, 0),
    ] {
        let mut city = city(1);
        city.open(day);
        consult(&mut city, at, 0);
        assert_eq!(goals(&city, smes(1)).technology_smes.part, part, "{day} at {at}");
    }
}

fn accept(city: &mut City, order: Order) -> OrderId {
    match city.act(Act::Accept(order)).created() {
        Some(Created::Order(order)) => order,
        other => panic!("an order, not {other:?}"),
    }
}

/// An order serves by its date of submission and whatever became of it: cancelled, called off or
/// declined; two of one enterprise serve one (rules 12.2).
#[test]
fn an_order_serves_whatever_became_of_it() {
    let mut city = city(6);
    city.open("2025-03-10");
    let item = city.item(Category::Finance);
    let order = |number: u32| Order {
        station: station(2),
        enterprise: enterprise(number + 3),
        ..plain(item)
    };
    let held = accept(&mut city, order(0));
    city.act(Act::Cancel { order: held });
    city.members::<2>(Category::Finance, &[item]);
    let called_off = accept(&mut city, order(1));
    city.act(call_off(called_off));
    let declined = accept(&mut city, order(2));
    city.act(with_cause(declined));
    accept(&mut city, order(2));
    // At the other station, and after the period.
    accept(&mut city, Order { station: station(1), ..order(3) });
    city.go("2025-03-29");
    accept(&mut city, order(4));
    assert_eq!(goals(&city, smes(10)).technology_smes, goal(3, 10, GoalResult::Met));
}

/// An order that was not accepted serves nobody, nor does one accepted before the period that is
/// completed in it (rules 12.2).
#[test]
fn other_acts_serve_nobody() {
    let mut city = city(2);
    let item = city.item(Category::Finance);
    city.member(Category::Finance, &[item]);
    let before = Order { station: station(2), enterprise: enterprise(3), ..plain(item) };
    let before = accept(&mut city, before);
    city.open("2025-03-10");
    city.act(complete(before, "2025-03-10"));
    let (station, enterprise, reason) = (station(2), enterprise(4), text("不符合条件"));
    city.act(Act::RecordTurnedAway { station, enterprise, item, reason });
    assert_eq!(goals(&city, smes(2)).technology_smes, goal(0, 2, GoalResult::NotMet));
}

const WORDS: [&str; 2] = [
    "Goals of station 2, 2025-03-03 to 2025-03-28 (article 12)
  goal                                 reached  of  at least  result
  technology SMEs served                     3  20  15 %      met
  cultivation list served                    3   5  75 %      not met
  new high-tech enterprises incubated        0   0  1/3       not applicable
",
    "服务站2量化目标完成情况，2025年3月3日至2025年3月28日（《办法》第十二条）
  目标                    完成  总数  不低于  结果
  服务科技型中小企业         3    20  15 %    达标
  服务高企培育名单企业       3     5  75 %    未达标
  经本站孵化的新认定高企     0     0  1/3     不适用
",
];

/// The goals in words, whole (rules 12.2).
#[test]
fn the_goals_in_words() {
    let register = GoalRegister { cultivation_list: firms(0..5), ..smes(20) };
    let goals = consulted(3, register);
    assert_eq!(goals.to_string(), WORDS[0]);
    let texts = [Language::English, Language::Chinese].map(|of| goals.in_language(of));
    assert_eq!(texts, WORDS);
}
