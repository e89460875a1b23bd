//! Acts out of bytes: ids of a few small numbers, so that histories meet themselves.

use std::num::NonZeroU32;

use arbitrary::{Result, Unstructured};
use paidan::{
    Act, Application, CapScope, Category, Channel, ComprehensiveReach, CountDesignated, CreditCode,
    DesignationUsesTurn, EnterpriseId, Guard, ItemId, List, MemberId, Money, Month, Order, OrderId,
    Policy, Price, Set, Share, StationId, Text, Turn, Volume,
};

/// What every history opens with: a station, two enterprises, an item of each category, and five
/// firms, the first of which is one of the enterprises.
pub fn opening() -> Vec<Act> {
    let mut acts = vec![Act::OpenStation { name: text("服务站") }];
    acts.extend(
        [1, 2].map(|number| Act::RegisterEnterprise { name: text("企业"), code: code(number) }),
    );
    acts.extend(Category::ALL.map(|category| Act::ListItem {
        name: text("事项"),
        category,
        menu_price: None,
    }));
    let firms = [(1, 1), (1, 3), (1, 4), (2, 5), (4, 6)];
    acts.extend(firms.map(|(item, number): (u32, u32)| {
        Act::Admit(Application {
            name: text("会员"),
            code: code(number),
            category: Category::ALL[item as usize - 1],
            volume: 9,
            offers: Set::one(ItemId::new(item).expect("an id")),
        })
    }));
    acts
}

/// Any act.
pub fn act(bytes: &mut Unstructured<'_>) -> Result<Act> {
    Ok(match bytes.int_in_range(0..=47)? {
        0..=1 => Act::OpenMonth,
        2 => Act::OpenStation { name: text("另站") },
        3 => {
            let (category, menu_price) = (category(bytes)?, menu_price(bytes)?);
            Act::ListItem { name: text("另项"), category, menu_price }
        }
        4 => Act::SetMenuPrice { item: item(bytes)?, menu_price: menu_price(bytes)? },
        5 => Act::RegisterEnterprise { name: text("另企"), code: any_code(bytes)? },
        6..=11 => Act::Admit(application(bytes)?),
        12..=13 => Act::ChangeOffers { member: member(bytes)?, offers: items(bytes)? },
        14 => Act::Withdraw { member: member(bytes)? },
        15 => Act::PublishRanking {
            year: bytes.int_in_range(2025..=2026)?,
            volumes: List::try_from(volumes(bytes)?).expect("a short list"),
        },
        16 => Act::Designate { order: order_id(bytes)?, member: member(bytes)? },
        17 => Act::Cancel { order: order_id(bytes)? },
        18 => {
            let month = Month::new(2025 + i32::from(bytes.arbitrary::<bool>()?), 12);
            Act::AdoptPolicy { month: month.expect("a month"), policy: Box::new(policy(bytes)?) }
        }
        19..=29 => Act::Accept(order(bytes)?),
        30..=32 => crate::house::act(bytes)?,
        _ => crate::life::act(bytes)?,
    })
}

/// Mostly nothing is expected.
pub fn expect(bytes: &mut Unstructured<'_>) -> Result<Option<u64>> {
    Ok(bytes.arbitrary::<u8>()?.checked_sub(240).map(u64::from))
}

/// A policy: every reading there is, and small numbers.
pub fn policy(bytes: &mut Unstructured<'_>) -> Result<Policy> {
    let mut policy = Policy::cixi_2021();
    policy.admission.min_orders = bytes.int_in_range(0..=6)?;
    policy.turn = *bytes.choose(&[Turn::KeepPlace, Turn::Cursor, Turn::TopRank])?;
    if bytes.arbitrary()? {
        policy.comprehensive_reach = ComprehensiveReach::EveryCategory;
    }
    if bytes.arbitrary()? {
        policy.designation_uses_turn = DesignationUsesTurn::Yes;
    }
    if bytes.arbitrary()? {
        policy.count_designated = CountDesignated::No;
    }
    if bytes.arbitrary()? {
        policy.caps.scope = CapScope::Item;
    }
    if bytes.ratio(1, 8)? {
        policy.conditions = Set::one(text("技术合同"));
    }
    let small = |bytes: &mut Unstructured<'_>| {
        Ok(NonZeroU32::MIN.saturating_add(bytes.int_in_range(0..=4)?))
    };
    policy.caps.item_min_orders = small(bytes)?;
    policy.caps.amount_min_orders = small(bytes)?;
    if bytes.arbitrary()? {
        policy.caps.guard = Guard::On { min_orders: small(bytes)? };
    }
    policy.caps.item_share = share(bytes)?;
    policy.caps.amount_share = share(bytes)?;
    Ok(policy)
}

fn share(bytes: &mut Unstructured<'_>) -> Result<Share> {
    let share = *bytes.choose(&[5_000, 3_000, 1, 3_333, 10_000])?;
    Ok(Share::new(share).expect("a share"))
}

fn order(bytes: &mut Unstructured<'_>) -> Result<Order> {
    let station = StationId::new(if bytes.ratio(1, 32)? { 2 } else { 1 }).expect("an id");
    let enterprise = EnterpriseId::new(bytes.int_in_range(1..=3)?).expect("an id");
    let mut order = Order::new(station, enterprise, item(bytes)?, price(bytes)?);
    let extras = bytes.arbitrary::<u8>()?;
    let has = |bit: u8| extras & (1 << bit) != 0;
    if has(0) && has(1) {
        order.designated = Some(member(bytes)?);
    }
    if has(2) && has(3) {
        order.excluded = Set::try_from(vec![member(bytes)?, member(bytes)?]).expect("two");
    }
    if has(4) && has(5) {
        order.ask_deposit = true;
        order.months = bytes.int_in_range(0..=20)?;
        order.covered = Money::from_yuan(bytes.int_in_range(0..=300)?);
    }
    if has(6) {
        order.conditions = Set::one(text("技术合同"));
    }
    if has(7) {
        order.channel = Channel::Telephone;
        order.taken_by = Some(member(bytes)?);
    }
    Ok(order)
}

fn application(bytes: &mut Unstructured<'_>) -> Result<Application> {
    Ok(Application {
        name: text("会员"),
        code: any_code(bytes)?,
        category: category(bytes)?,
        volume: bytes.int_in_range(3..=9)?,
        offers: items(bytes)?,
    })
}

fn volumes(bytes: &mut Unstructured<'_>) -> Result<Vec<Volume>> {
    let count = bytes.int_in_range(0..=4)?;
    let volume = |bytes: &mut Unstructured<'_>| {
        Ok(Volume { member: member(bytes)?, orders: bytes.int_in_range(0..=3)? })
    };
    (0..count).map(|_| volume(bytes)).collect()
}

fn items(bytes: &mut Unstructured<'_>) -> Result<Set<ItemId>> {
    let count = bytes.int_in_range(0..=3)?;
    let items: Vec<ItemId> = (0..count).map(|_| item(bytes)).collect::<Result<_>>()?;
    Ok(Set::try_from(items).expect("a short list"))
}

fn price(bytes: &mut Unstructured<'_>) -> Result<Price> {
    let fen = *bytes.choose(&[10_000, 30_000, 20_001, 0, 1, 9_999_999_999])?;
    Ok(Price::new(Money::from_fen(fen)).expect("a price"))
}

fn menu_price(bytes: &mut Unstructured<'_>) -> Result<Option<Price>> {
    if bytes.arbitrary()? { price(bytes).map(Some) } else { Ok(None) }
}

pub fn category(bytes: &mut Unstructured<'_>) -> Result<Category> {
    bytes.choose(&Category::ALL).copied()
}

pub fn item(bytes: &mut Unstructured<'_>) -> Result<ItemId> {
    Ok(ItemId::new(bytes.int_in_range(1..=6)?).expect("an id"))
}

pub fn member(bytes: &mut Unstructured<'_>) -> Result<MemberId> {
    Ok(MemberId::new(bytes.int_in_range(1..=8)?).expect("an id"))
}

pub fn order_id(bytes: &mut Unstructured<'_>) -> Result<OrderId> {
    Ok(OrderId::new(bytes.int_in_range(1..=16)?).expect("an id"))
}

fn any_code(bytes: &mut Unstructured<'_>) -> Result<CreditCode> {
    bytes.int_in_range(1..=12).map(code)
}

fn code(number: u32) -> CreditCode {
    CreditCode::complete(&format!("91330282{number:09}")).expect("17 digits")
}

pub fn text(text: &str) -> Text {
    text.try_into().expect("a short text")
}
