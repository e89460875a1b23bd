//! The JSON forms of orders.

use crate::facts::order::{
    Barred, Channel, Completion, Counted, End, Giving, Loss, Motion, Moved, Order, OrderRecord,
    OrderState, PlaceRange,
};
use crate::words::form::form;

form! {
    struct Order {
        station, enterprise, item, price, channel: or_default, taken_by: if_any, excluded: if_any,
        designated: if_any, months: or_default, covered: or_default, ask_deposit: or_default,
        conditions: if_any,
    }

    enum Channel {
        Station = "station",
        Telephone = "telephone",
    }

    struct OrderRecord { terms, submitted, deposit, counted: if_any, barred: of_any_length, state }

    enum OrderState {
        Held = "held",
        Assigned(giving) = "assigned",
        Declined(giving) = "declined",
        Completed(completion) = "completed",
    }

    struct Barred { member, by }

    enum Loss {
        Declined = "declined",
        Reassigned = "reassigned",
    }

    struct Completion { member, due, recorded }

    struct Giving { member, on, basis, moved: if_any }

    struct Moved { from, to }

    struct PlaceRange { first, last }

    enum Counted {
        Yes = "yes",
        No = "no",
    }

    enum Motion {
        Stays = "stays",
        ToEnd = "to_end",
        CursorPast = "cursor_past",
    }

    enum End {
        Cancelled = "cancelled",
        Settled = "settled",
        Defaulted = "defaulted",
        Abandoned = "abandoned",
        Failed = "failed",
    }
}
