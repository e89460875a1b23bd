//! What the stations do beside taking orders: they advise, train, and turn orders away. Its dice
//! are its own, so that nothing here moves an order.

use paidan::{Act, Alliance, Command, EnterpriseId, ItemId, MemberId, Month, StationId};

use super::dice::Dice;
use super::story::Story;
use super::world::{self, MENU, STATIONS, text};

/// What enterprises ask about.
const QUESTIONS: [&str; 10] = [
    "高企认定条件",
    "研发费用归集口径",
    "加计扣除备案资料",
    "专利申请流程",
    "科技型中小企业评价入库",
    "研发机构认定",
    "科技项目申报时间",
    "专利质押融资额度",
    "产学研合作渠道",
    "高企重新认定准备",
];

/// What trainings are about.
const TRAININGS: [&str; 6] = [
    "高新技术企业认定政策宣讲",
    "研发费用加计扣除实务培训",
    "研发项目立项与辅助账培训",
    "知识产权布局培训",
    "科技型中小企业评价培训",
    "科技金融政策对接会",
];

/// Why an order is not accepted, of an enterprise that may have one.
const REASONS: [&str; 5] = [
    "申报材料不齐全",
    "不在服务事项范围内",
    "企业注册地不在慈溪市",
    "申报期限已过",
    "报价高于收费优惠价且不同意调整",
];

/// The one reason of an enterprise that may not.
const BLACKLISTED: &str = "企业在黑名单内";

/// What is kept of the stations' and the council's business beside orders.
#[derive(Debug)]
pub struct Desk {
    dice: Dice,
    /// The month in which the council met last.
    pub council_met: Option<Month>,
    /// The member that gave its seat in the council up.
    pub gave_up: Option<MemberId>,
    turned_away: usize,
}

impl Desk {
    /// An empty desk.
    pub fn new(seed: u64) -> Self {
        Self { dice: Dice::aside(seed, 1), council_met: None, gave_up: None, turned_away: 0 }
    }

    /// A station that is open, those with more orders more often.
    fn station(&mut self, alliance: &Alliance) -> StationId {
        let last = u32::try_from(STATIONS.len()).expect("a few") - 1;
        world::open_station(alliance, self.dice.skewed(last) as usize)
    }
}

impl Story {
    /// What a day brings beside orders.
    pub fn desk_work(&mut self) {
        for _ in 0..self.desk.dice.within(0..=4) {
            let (station, enterprise) =
                (self.desk.station(&self.book.alliance), self.visitor_of_desk());
            let question = *self.desk.dice.pick(&QUESTIONS);
            let text = text(question);
            self.book.act(Act::RecordConsultation { station, enterprise, text });
        }
        if self.desk.dice.chance(25) {
            let place = self.desk.dice.within(0..=13) as usize;
            let station = world::open_station(&self.book.alliance, place);
            let what = *self.desk.dice.pick(&TRAININGS);
            let guests = self.desk.dice.within(12..=80);
            let text = text(&format!("{what}，{guests}人"));
            self.book.act(Act::RecordTraining { station, text });
        }
        if self.desk.dice.chance(30) {
            self.turn_away();
        }
    }

    /// An enterprise that is known, the first ones more often.
    fn visitor_of_desk(&mut self) -> EnterpriseId {
        let known = u32::try_from(self.book.alliance.enterprises().len()).expect("a few hundred");
        EnterpriseId::at(self.desk.dice.skewed(known - 1) as usize).expect("an id")
    }

    /// An order is not accepted; at times the reason is forgotten first.
    fn turn_away(&mut self) {
        let (station, enterprise) =
            (self.desk.station(&self.book.alliance), self.visitor_of_desk());
        let item = self.desk.dice.within(0..=10) as usize;
        let item = ItemId::at(item % MENU.len()).expect("an id");
        let reason = *self.desk.dice.pick(&REASONS);
        let known = self.book.alliance.enterprise(enterprise).expect("it is known");
        let reason = text(if known.blacklisted { BLACKLISTED } else { reason });
        self.desk.turned_away += 1;
        if self.desk.turned_away % 30 == 7 {
            let reason = text("");
            let act = Act::RecordTurnedAway { station, enterprise, item, reason };
            self.book.refused("no_reason", Command::new(self.book.date, act));
        }
        self.book.act(Act::RecordTurnedAway { station, enterprise, item, reason });
    }
}
