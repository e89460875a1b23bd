//! Who there is: stations, the menu, and invented firms with invented names and codes.

use std::collections::BTreeSet;

use paidan::Category::{self, Comprehensive, Finance, Patent, Research};
use paidan::{Alliance, Application, CreditCode, ItemId, Name, Price, Set, StationId, Text};

use super::dice::Dice;

/// The towns and sub-districts of Cixi, each with its station.
pub const STATIONS: [&str; 14] = [
    "浒山",
    "宗汉",
    "坎墩",
    "白沙路",
    "古塘",
    "龙山",
    "掌起",
    "观海卫",
    "附海",
    "桥头",
    "匡堰",
    "逍林",
    "胜山",
    "新浦",
];

/// An item of the menu.
#[derive(Debug)]
pub struct Item {
    pub name: &'static str,
    pub category: Category,
    /// Its menu price at the beginning of the year, in yuan.
    pub yuan: u32,
    /// How often it is asked for, against the others.
    pub weight: u32,
    /// How many of a hundred members of the class offer it.
    pub offered: u32,
}

/// The menu; ids are the places in it, from 1. Who offers the items with `offered` 0 the story
/// says: there are few of them.
pub const MENU: [Item; 11] = [
    item("研发费用专项审计", Finance, 6000, 16, 80),
    item("高新技术产品收入专项审计", Finance, 5000, 11, 65),
    item("研发费用加计扣除鉴证", Finance, 4800, 12, 60),
    item(GUIDANCE, Finance, 3600, 9, 50),
    item(PLANNING, Research, 3000, 8, 90),
    item(COOPERATION, Research, 20_000, 2, 15),
    item("发明专利申请代理", Patent, 4500, 13, 75),
    item("实用新型专利申请代理", Patent, 1500, 15, 85),
    item(PLEDGE, Patent, 8000, 1, 0),
    item("高新技术企业认定申报", Comprehensive, 15_000, 9, 100),
    item(PROJECT, Comprehensive, 10_000, 3, 0),
];

/// The item that is off the menu from July to November.
pub const GUIDANCE: &str = "研发费用辅助账辅导";

/// The item that is called something else from June on.
pub const PLANNING: &str = "研发项目立项策划";

/// The item that few members offer.
pub const COOPERATION: &str = "产学研合作对接";

/// The item that one member alone offers.
pub const PLEDGE: &str = "专利质押融资服务";

/// The item that two members offer.
pub const PROJECT: &str = "科技项目申报辅导";

/// The members that found the alliance, by class: 101, one class of 3.
pub const FOUNDERS: [(Category, usize); 4] =
    [(Finance, 46), (Research, 21), (Patent, 31), (Comprehensive, 3)];

const fn item(
    name: &'static str,
    category: Category,
    yuan: u32,
    weight: u32,
    offered: u32,
) -> Item {
    Item { name, category, yuan, weight, offered }
}

/// The id of an item by its name.
pub fn item_id(name: &str) -> ItemId {
    MENU.iter()
        .position(|item| item.name == name)
        .and_then(|place| ItemId::at(place).ok())
        .expect("on the menu")
}

/// A price in whole yuan.
pub fn price(yuan: u32) -> Price {
    Price::new(paidan::Money::from_yuan(yuan.into())).expect("a price")
}

/// A name of ours.
pub fn name(name: &str) -> Name {
    name.parse().expect("a name")
}

/// The station at this place, or the next one that is open.
pub fn open_station(alliance: &Alliance, place: usize) -> StationId {
    let stations = (place..STATIONS.len()).chain(0..place);
    let mut open = stations.filter(|place| !alliance.stations()[*place].closed);
    open.next().and_then(|place| StationId::at(place).ok()).expect("most are open")
}

/// A text of ours.
pub fn text(text: &str) -> Text {
    text.parse().expect("a short text")
}

const FIRST: [&str; 24] = [
    "甬", "慈", "溪", "海", "信", "诚", "慧", "智", "恒", "鼎", "正", "安", "华", "瑞", "天", "新",
    "达", "联", "科", "创", "明", "宏", "远", "永",
];

const SECOND: [&str; 24] = [
    "盛", "泰", "源", "和", "通", "佳", "汇", "立", "成", "宁", "德", "方", "嘉", "丰", "荣", "润",
    "博", "元", "越", "尚", "杰", "锐", "航", "景",
];

const TRADES: [&str; 16] = [
    "电器",
    "轴承",
    "化纤",
    "模具",
    "塑料",
    "汽车部件",
    "电子",
    "密封材料",
    "机械",
    "五金",
    "新材料",
    "自动化",
    "阀门",
    "光电",
    "精密铸造",
    "仪表",
];

/// Invents firms, none with the name or the code of another.
#[derive(Debug, Default)]
pub struct Registrar {
    names: BTreeSet<String>,
    codes: BTreeSet<String>,
}

impl Registrar {
    /// An invented code, its check character right.
    pub fn code(&mut self, dice: &mut Dice) -> CreditCode {
        const CHARACTERS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
        loop {
            let drawn: String = (0..7).map(|_| char::from(*dice.pick(CHARACTERS))).collect();
            let code = CreditCode::complete(&format!("91330282MA{drawn}")).expect("17 characters");
            if self.codes.insert(code.to_string()) {
                return code;
            }
        }
    }

    /// The name of an enterprise.
    pub fn enterprise(&mut self, dice: &mut Dice) -> Name {
        self.name(dice, "慈溪市", |dice| format!("{}有限公司", dice.pick(&TRADES)))
    }

    /// The name of a member of a class.
    pub fn member(&mut self, dice: &mut Dice, category: Category) -> Name {
        let ends: &[&str] = match category {
            Finance => &["会计师事务所", "税务师事务所", "财务咨询有限公司"],
            Research => &["科技服务有限公司", "技术转移有限公司", "工业技术研究院"],
            Patent => &["知识产权代理有限公司", "专利代理事务所"],
            Comprehensive => &["企业管理咨询有限公司"],
        };
        let place = *dice.pick(&["宁波", "慈溪", "浙江"]);
        self.name(dice, place, |dice| (*dice.pick(ends)).to_owned())
    }

    /// A place, two syllables, and an end, of which no other firm has the same.
    fn name(&mut self, dice: &mut Dice, place: &str, end: impl Fn(&mut Dice) -> String) -> Name {
        loop {
            let (first, second) = (dice.pick(&FIRST), dice.pick(&SECOND));
            let drawn = format!("{place}{first}{second}{}", end(dice));
            if self.names.insert(drawn.clone()) {
                return name(&drawn);
            }
        }
    }

    /// What a firm of a class applies with, to offer these items and no other.
    pub fn application(
        &mut self,
        dice: &mut Dice,
        category: Category,
        offers: Vec<ItemId>,
    ) -> Application {
        let (name, code) = (self.member(dice, category), self.code(dice));
        let volume = 5 + dice.skewed(115);
        let offers = Set::try_from(offers).expect("a short list");
        Application { name, code, category, volume, offers }
    }
}

/// What a firm of a class offers, at least one item.
pub fn offers(dice: &mut Dice, category: Category) -> Vec<ItemId> {
    let ids = || (0..).zip(&MENU).filter(|(_, item)| item.category == category);
    let id = |place| ItemId::at(place).expect("an id");
    let mut offers: Vec<ItemId> =
        ids().filter(|(_, item)| dice.chance(item.offered)).map(|(place, _)| id(place)).collect();
    if offers.is_empty() {
        offers.extend(ids().next().map(|(place, _)| id(place)));
    }
    offers
}
