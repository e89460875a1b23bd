//! What enterprises say of orders (article 22). The dice are of their own, so that nothing here moves an
//! order.

use paidan::{Act, Feedback, OrderId};

use super::dice::Dice;
use super::lives::Next;
use super::story::Story;
use super::world::text;

/// What enterprises complain of.
const COMPLAINTS: [&str; 5] = [
    "交付材料差错较多，多次退回修改",
    "进度一再拖延，联系不到经办人员",
    "未按约定提供培训资料",
    "经办人员更换频繁，情况需反复说明",
    "要求另付材料打印费用",
];

/// What those say who are content, or not, and put it in words at all.
const REMARKS: [[&str; 3]; 2] = [
    ["办理及时，材料规范", "讲解耐心", "一次通过"],
    ["沟通不够及时", "收费说明不清楚", "办理时间偏长"],
];

/// What an enterprise complains of whose order lags.
const LAG: &str = "进度明显滞后，影响申报目标";

/// What decides who speaks.
#[derive(Debug)]
pub struct Voices(Dice);

impl Voices {
    /// Nobody has spoken yet.
    pub fn new(seed: u64) -> Self {
        Self(Dice::aside(seed, 3))
    }
}

impl Story {
    /// Three in ten enterprises say something of an order that was completed, within two months.
    pub fn may_speak(&mut self, order: OrderId) {
        if self.voices.0.chance(30) {
            let days = self.voices.0.within(1..=60);
            self.later(order, days, Next::Speak);
        }
    }

    /// An enterprise speaks; most are satisfied.
    pub fn speak(&mut self, order: OrderId) {
        let dice = &mut self.voices.0;
        let (feedback, words) = match dice.within(1..=100) {
            1..=80 => (Feedback::Satisfied, &REMARKS[0][..]),
            81..=93 => (Feedback::Dissatisfied, &REMARKS[1][..]),
            _ => (Feedback::Complaint, &COMPLAINTS[..]),
        };
        let is_silent = feedback != Feedback::Complaint && dice.chance(60);
        let said: &str = if is_silent { "" } else { dice.pick::<&str>(words) };
        let text = text(said);
        self.book.act(Act::RecordFeedback { order, feedback, text });
    }

    /// The enterprise complains that its order lags; without that none is taken from its member.
    pub fn complain_of_lag(&mut self, order: OrderId) {
        let (feedback, text) = (Feedback::Complaint, text(LAG));
        self.book.act(Act::RecordFeedback { order, feedback, text });
    }
}
