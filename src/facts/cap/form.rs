//! The JSON forms of caps.

use crate::facts::cap::{CapFigures, Reach, Suspension, TallyEffect};
use crate::words::form::form;

form! {
    enum CapFigures {
        Item { item, own, whole } = "item",
        Amount { own, whole } = "amount",
    }

    enum Reach {
        At = "at",
        Above = "above",
    }

    struct Suspension { member, item: if_any, cap: if_any }

    enum TallyEffect {
        ComesOff = "comes_off",
        Stays = "stays",
    }
}
