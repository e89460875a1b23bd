//! The worst that members and their offers can do to the memory: it is taken by who is there and what
//! is offered, and given back.

use allocation_counter::measure;
use paidan::{Act, Application, Category, Date, List, MemberId, Set};

use super::{City, allocations, bytes_each, code, item, name, order};

/// Items, beside those of every city.
const MENU: u32 = 10_000;

/// A city with a long menu.
fn long_menu() -> City {
    let mut city = City::new();
    for _ in 0..MENU {
        let (name, category) = (name("服务事项"), Category::Research);
        city.act(Act::ListItem { name, category, menu_price: None });
    }
    city
}

/// A member that offers the item with this number.
fn firm(number: u32, offers: u32) -> Act {
    Act::Admit(Application {
        name: name("会员单位"),
        code: code(1 + number),
        category: Category::Research,
        volume: 5,
        offers: Set::one(item(offers)),
    })
}

fn rank(city: &mut City) {
    city.act(Act::PublishRanking { year: 2025, volumes: List::default() });
}

#[test]
fn a_member_with_an_item_of_its_own_takes_a_kibibyte() {
    let mut city = long_menu();
    let at_rest = bytes_each(MENU, || (0..MENU).for_each(|of| city.act(firm(of, of))));
    assert!(at_rest <= 1_024, "{at_rest} bytes a member");
    // A line that was sorted is laid out anew, with room for each to move.
    let mut city = long_menu();
    let ranked = bytes_each(MENU, || {
        (0..MENU).for_each(|of| city.act(firm(of, of)));
        rank(&mut city);
    });
    assert!(ranked <= 1_024, "{ranked} bytes a member after a ranking");
}

#[test]
fn an_item_that_nobody_offers_any_more_takes_next_to_nothing() {
    let mut city = long_menu();
    (0..100).for_each(|number| city.act(firm(number, 0)));
    let member = MemberId::new(1).expect("an id");
    let go_through = |city: &mut City| {
        for of in (0..MENU).rev() {
            city.act(Act::ChangeOffers { member, offers: Set::one(item(of)) });
        }
    };
    // A line notes of each item where those who offer it are listed.
    let each = bytes_each(MENU, || go_through(&mut city));
    assert!(each <= 96, "{each} bytes an item that was offered");
    let again = measure(|| {
        go_through(&mut city);
        rank(&mut city);
    });
    let kept = again.bytes_current;
    assert!(kept <= 64 * 1_024, "{kept} bytes after going through them again, and a ranking");
}

#[test]
fn offers_that_go_give_their_memory_back() {
    let mut city = long_menu();
    (0..100).for_each(|number| city.act(firm(number, 0)));
    let member = MemberId::new(1).expect("an id");
    let offer = |city: &mut City, of: Vec<u32>| {
        let offers = of.into_iter().map(item).collect::<Vec<_>>();
        let offers = Set::try_from(offers).expect("a short list");
        city.act(Act::ChangeOffers { member, offers });
    };
    offer(&mut city, vec![MENU - 1]);
    let all = |city: &mut City| offer(city, (0..MENU).collect());
    let each = bytes_each(MENU, || all(&mut city));
    assert!(each <= 192, "{each} bytes an offer of a member that offers all");
    offer(&mut city, vec![0]);
    let kept = measure(|| {
        all(&mut city);
        offer(&mut city, vec![0]);
    });
    assert!(kept.bytes_current <= 1_024, "{} bytes stay", kept.bytes_current);
}

/// Whoever is not looked at is not copied either: an admission does not ask for memory by what waits.
#[test]
fn an_admission_asks_nothing_of_those_whom_held_orders_exclude() {
    let counts = [10, 1_000].map(|members| {
        let mut city = long_menu();
        (0..members).for_each(|number| city.act(firm(number, 0)));
        let all = (1..=members).map(|number| MemberId::new(number).expect("an id"));
        let excluded = Set::try_from(all.collect::<Vec<_>>()).expect("a short list");
        for _ in 0..20 {
            let Act::Accept(asked) = super::accept(0, None) else { unreachable!("an order") };
            city.act(Act::Accept(paidan::Order { excluded: excluded.clone(), ..asked }));
        }
        let admitted = allocations(|| city.act(firm(members, 1)));
        let next = Date::from_ymd(2025, 4, 1).expect("a day");
        let opened = allocations(|| city.act_on(next, Act::OpenMonth));
        assert!(city.alliance.order(order(20)).is_some(), "all of them wait");
        (admitted <= 64, opened)
    });
    assert!(counts[0].0 && counts[1].0, "an admission asks for little");
    assert_eq!(counts[0].1, counts[1].1, "opening a month asks for as much");
}
