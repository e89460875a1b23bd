//! Article 14: the service menu and its prices (rules 1.10 and 4).

use paidan::Category::{Finance, Patent};
use paidan::{Act, Created, Event, ItemId, Price, Refusal};

use crate::common::{City, item, name, order, priced};

fn price(text: &str) -> Price {
    text.parse().unwrap()
}

/// An item with this menu price.
fn listed(city: &mut City, menu: &str) -> ItemId {
    let menu_price = Some(price(menu));
    let act = Act::ListItem { name: name("税务咨询"), category: Finance, menu_price };
    match city.act(act).created() {
        Some(Created::Item(item)) => item,
        other => panic!("an item, not {other:?}"),
    }
}

/// What becomes of orders at these prices.
fn asked<const N: usize>(
    city: &mut City,
    item: ItemId,
    prices: [&str; N],
) -> [Result<(), Refusal>; N] {
    prices.map(|price| city.try_act(Act::Accept(priced(item, price))).map(drop))
}

fn set_price(city: &mut City, item: ItemId, menu_price: Option<&str>) {
    let events = city.act(Act::SetMenuPrice { item, menu_price: menu_price.map(price) }).events;
    assert_eq!(events, [Event::MenuPriceSet { item }]);
}

/// rules 4: an order costs no more than the menu says.
#[test]
fn the_menu_price_is_the_highest() {
    let mut city = City::literal();
    let item = listed(&mut city, "3000.00");
    let menu = price("3000.00");
    let above = Err(Refusal::PriceAboveMenu { item, price: price("3000.01"), menu });
    let found = asked(&mut city, item, ["2999.99", "3000.00", "3000.01"]);
    assert_eq!(found, [Ok(()), Ok(()), above]);
}

/// rules 14: a price is above zero.
#[test]
fn a_price_of_zero_is_refused() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    let found = asked(&mut city, tax, ["0.00", "0.01"]);
    assert_eq!(found, [Err(Refusal::PriceZero), Ok(())]);
}

/// rules 1.10: an item without a menu price takes any price.
#[test]
fn an_item_without_a_menu_price_takes_any() {
    let mut city = City::literal();
    let tax = city.item(Finance);
    assert_eq!(asked(&mut city, tax, ["99999999.99"]), [Ok(())]);
}

/// rules 1.10: the menu price may be set anew, higher, lower, or not at all.
#[test]
fn the_menu_price_may_be_set_anew() {
    let mut city = City::literal();
    let item = listed(&mut city, "100.00");
    let mut highest = Vec::new();
    for menu in [Some("200.00"), Some("50.00"), None, Some("80.00")] {
        set_price(&mut city, item, menu);
        let accepted = asked(&mut city, item, ["50.00", "80.00", "200.00", "200.01"]);
        highest.push(accepted.iter().filter(|result| result.is_ok()).count());
    }
    assert_eq!(highest, [3, 1, 4, 2]);
}

/// rules 4: the price of an accepted order never changes.
#[test]
fn an_accepted_order_keeps_its_price() {
    let mut city = City::literal();
    let item = listed(&mut city, "100.00");
    assert_eq!(asked(&mut city, item, ["100.00"]), [Ok(())]);
    set_price(&mut city, item, Some("50.00"));
    assert_eq!(city.alliance.order(order(1)).unwrap().terms, priced(item, "100.00"));
}

/// rules 1.10: an item stays as it was listed.
#[test]
fn an_item_keeps_its_name_and_category() {
    let mut city = City::literal();
    let menu_price = Some(price("3000.00"));
    let act = Act::ListItem { name: name("专利申请"), category: Patent, menu_price };
    assert_eq!(city.act(act).events, [Event::ItemListed { item: item(1) }]);
    set_price(&mut city, item(1), None);
    let kept = city.alliance.item(item(1)).unwrap();
    assert_eq!((kept.name.as_str(), kept.category, kept.menu_price), ("专利申请", Patent, None));
}
