//! Article 23: whose staff takes orders that name their own firm.

use paidan::{
    Act, Application, Category, Indicator, IndicatorFigures, IndicatorFold, MemberId, Order,
    Policy, StationId,
};

use crate::common::acts::complete;
use crate::common::{City, date, item, member, name, order, plain, station};

/// A city on 3 March with two stations, an item, and three members.
fn city() -> City {
    let mut city = City::on("2025-03-03", Policy::cixi_2021());
    city.act(Act::OpenStation { name: name("宗汉") });
    let item = city.item(Category::Finance);
    city.members::<3>(Category::Finance, &[item]);
    city
}

/// An order at a station, taken by the staff of a member, that names one.
fn accept(city: &mut City, at: u32, taken_by: Option<u32>, named: Option<u32>) {
    let (station, of) = (station(at), |number: Option<u32>| number.map(member));
    let order = Order { station, taken_by: of(taken_by), designated: of(named), ..plain(item(1)) };
    city.act(Act::Accept(order));
}

/// The indicator of a period.
fn over(city: &City, from: &str, to: &str) -> Indicator {
    let mut fold = IndicatorFold::new(date(from), date(to));
    city.history.iter().for_each(|(command, outcome)| fold.add(command, outcome));
    fold.finish()
}

fn figures(own: u32, designated: u32) -> IndicatorFigures {
    IndicatorFigures { own, designated }
}

fn by_station(indicator: &Indicator) -> Vec<(StationId, IndicatorFigures)> {
    indicator.stations.iter().map(|of| (of.station, of.figures)).collect()
}

/// Of each station's designated orders taken by known staff those that name the staff's own
/// member, beside the city's (rules 12.3).
#[test]
fn the_share_that_names_the_staffs_own_member() {
    let mut city = city();
    accept(&mut city, 1, Some(1), Some(1));
    accept(&mut city, 1, Some(1), Some(2));
    accept(&mut city, 1, Some(2), Some(2));
    accept(&mut city, 2, Some(1), Some(3));
    // By turn, by unknown staff: not counted.
    accept(&mut city, 1, Some(1), None);
    accept(&mut city, 1, None, Some(1));
    let indicator = over(&city, "2025-03-03", "2025-03-03");
    let expected = [(station(1), figures(2, 3)), (station(2), figures(0, 1))];
    assert_eq!(by_station(&indicator), expected);
    assert_eq!(indicator.city, figures(2, 4));
}

/// The first and the last day of the period are in it (rules 12.3).
#[test]
fn the_days_of_the_period() {
    let mut city = city();
    accept(&mut city, 1, Some(1), Some(1));
    for (from, to, counted) in [
        ("2025-03-03", "2025-03-28", 1),
        ("2025-02-03", "2025-03-03", 1),
        ("2025-03-04", "2025-03-28", 0),
        ("2025-02-03", "2025-03-02", 0),
    ] {
        assert_eq!(over(&city, from, to).city, figures(counted, counted), "{from} to {to}");
    }
}

/// An order that is designated while it is held counts at its station, by whose staff took it
/// (rules 12.3).
#[test]
fn an_order_designated_while_it_is_held() {
    let mut city = city();
    let all: [MemberId; 3] = [1, 2, 3].map(member);
    city.suspend(&all);
    accept(&mut city, 2, Some(3), None);
    city.act(Act::Designate { order: order(1), member: member(3) });
    let indicator = over(&city, "2025-03-03", "2025-03-03");
    assert_eq!(by_station(&indicator)[1], (station(2), figures(1, 1)));
}

/// A firm that was admitted again is the same firm (rules 12.3).
#[test]
fn a_firm_that_came_back_names_itself() {
    let mut city = city();
    let firm: Application = city.firm_of(member(1));
    accept(&mut city, 1, Some(1), Some(1));
    city.act(complete(order(1), "2025-03-03"));
    city.act(Act::Withdraw { member: member(1) });
    city.open("2025-05-02");
    city.act(Act::Admit(firm));
    accept(&mut city, 1, Some(1), Some(4));
    accept(&mut city, 1, Some(2), Some(4));
    assert_eq!(over(&city, "2025-05-01", "2025-05-31").city, figures(1, 2));
}
