//! Three workloads to start from.

use crate::facts::member::Category::{self, Comprehensive, Finance, Patent, Research};
use crate::simulation::workload::{
    ClassSize, Conduct, ItemDemand, Popularity, Rate, Span, Workload,
};
use crate::words::money::{Money, Price};

/// How many counties a province has, for [`Workload::province`].
const COUNTIES: u32 = 90;

/// The menu: name, class, yuan, weight, and the percentage of its class that offers it.
const MENU: [(&str, Category, u64, u32, u8); 11] = [
    ("研发费用专项审计", Finance, 6_000, 16, 80),
    ("高新技术产品收入专项审计", Finance, 5_000, 11, 65),
    ("研发费用加计扣除鉴证", Finance, 4_800, 12, 60),
    ("研发费用辅助账辅导", Finance, 3_600, 9, 50),
    ("研发项目立项策划", Research, 3_000, 8, 90),
    ("产学研合作对接", Research, 20_000, 2, 15),
    ("发明专利申请代理", Patent, 4_500, 13, 75),
    ("实用新型专利申请代理", Patent, 1_500, 15, 85),
    ("专利质押融资服务", Patent, 8_000, 1, 5),
    ("高新技术企业认定申报", Comprehensive, 15_000, 9, 100),
    ("科技项目申报辅导", Comprehensive, 10_000, 3, 60),
];

fn menu(items: usize) -> Vec<ItemDemand> {
    let menu = MENU.into_iter().take(items);
    let items = menu.filter_map(|(name, category, yuan, weight, offered)| {
        let (name, menu_price) = (name.parse().ok()?, Price::new(Money::from_yuan(yuan)).ok()?);
        Some(ItemDemand { name, category, menu_price, weight, offered: Rate::percent(offered) })
    });
    items.collect()
}

fn classes(counts: [u32; 4]) -> Vec<ClassSize> {
    let classes = Category::ALL.into_iter().zip(counts);
    classes.map(|(category, count)| ClassSize { category, count }).collect()
}

impl Conduct {
    /// Of a thousand givings 25 are declined, 15 lag, 15 are called off, 10 fail and 2 are abandoned; of
    /// a thousand completed orders 3 are not paid.
    pub const fn usual() -> Self {
        Self {
            declined: Rate::percent(2),
            refused: Rate::of_10_000(50),
            answer: Span::new(1, 3),
            complied: Rate::percent(60),
            cause_found: Rate::percent(30),
            mediation: Span::new(3, 10),
            lags: Rate::of_10_000(150),
            called_off: Rate::of_10_000(150),
            abandoned: Rate::of_10_000(20),
            trouble: Span::new(2, 15),
            failed: Rate::percent(1),
            work: Span::new(10, 60),
            unpaid: Rate::of_10_000(30),
            payment: Span::new(1, 7),
        }
    }
}

impl Workload {
    /// Cixi's size: 101 members of four classes, 14 stations, 11 items and 480 enterprises, which ask
    /// for 4 000 orders a year; one in five names a member.
    #[doc(alias = "慈溪")]
    pub fn cixi() -> Self {
        Self {
            world: 1,
            year: 2025,
            stations: 14,
            station_popularity: Popularity::Ranked { head: 6 },
            enterprises: 480,
            enterprise_popularity: Popularity::Ranked { head: 40 },
            items: menu(11),
            members: classes([46, 21, 31, 3]),
            volumes: Span::new(5, 64),
            member_popularity: Popularity::Ranked { head: 4 },
            orders: 4_000,
            seasons: [70, 50, 120, 110, 105, 110, 100, 95, 110, 100, 110, 120],
            variation: Rate::percent(10),
            designated: Rate::percent(20),
            by_telephone: Rate::percent(25),
            conflicts: Rate::percent(4),
            at_full_price: Rate::percent(40),
            discounted: Span::new(60, 100),
            months: Span::new(1, 15),
            covered: Span::new(0, 100),
            deposits: Rate::percent(25),
            patience: Span::new(10, 60),
            conduct: Conduct::usual(),
            newcomers: 6,
            withdrawals: 2,
            leaves: 4,
            leave_days: Span::new(14, 60),
            misconducts: 2,
        }
    }

    /// A small city: 12 members, 10 items, 60 orders a month, the same number every month, of which
    /// 30 of a hundred name a member. Nobody comes or goes but by what becomes of orders.
    pub fn small() -> Self {
        Self {
            world: 2,
            stations: 2,
            enterprises: 60,
            items: menu(10),
            members: classes([4, 3, 3, 2]),
            orders: 720,
            seasons: [1; 12],
            variation: Rate::NEVER,
            designated: Rate::percent(30),
            newcomers: 0,
            withdrawals: 0,
            leaves: 0,
            misconducts: 0,
            ..Self::cixi()
        }
    }

    /// A province as one alliance: ninety times Cixi, but for the menu, which is the same.
    pub fn province() -> Self {
        let cixi = Self::cixi();
        let times = |count: u32| count.saturating_mul(COUNTIES);
        let members = cixi.members.iter().map(|of| ClassSize { count: times(of.count), ..*of });
        Self {
            world: 3,
            stations: times(cixi.stations),
            enterprises: times(cixi.enterprises),
            members: members.collect(),
            orders: times(cixi.orders),
            newcomers: times(cixi.newcomers),
            withdrawals: times(cixi.withdrawals),
            leaves: times(cixi.leaves),
            misconducts: times(cixi.misconducts),
            ..cixi
        }
    }
}
