//! The JSON forms of members.

use crate::facts::member::{Category, Member, Membership, Volume};
use crate::words::form::form;

form! {
    enum Category {
        Finance = "finance",
        Research = "research",
        Patent = "patent",
        Comprehensive = "comprehensive",
    }

    struct Member {
        name, code, category, offers, standing, on_leave: or_default, run: or_default,
        notice: if_any, seat_lost: if_any, seat_given_up: if_any,
    }

    enum Membership {
        Current = "current",
        Withdrawn { on } = "withdrawn",
        Expelled { ground, on } = "expelled",
    }

    struct Volume { member, orders }
}
