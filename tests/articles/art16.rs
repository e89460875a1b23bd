//! Article 16: dispatch by designation and by turn (rules 3, 5).

use paidan::Category::Finance;

use crate::common::City;

/// rules 3.4: the first eligible member takes the order and goes to the end.
#[test]
fn keep_place_goes_round() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let [a, b, c] = city.members(Finance, &[tax]);
    let taken: Vec<_> = (0..7).map(|_| city.turn(tax)).collect();
    assert_eq!(taken, [a, b, c, a, b, c, a].map(Some));
    assert_eq!(city.line(Finance), [b, c, a]);
}
