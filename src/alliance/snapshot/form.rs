//! The JSON forms of snapshots.

use crate::alliance::snapshot::{
    ItemTally, LinePlace, LineRow, LineRows, MemberTally, OrderRow, PendingPolicy, Ranking,
    Snapshot,
};
use crate::words::form::form;

form! {
    struct Snapshot document "paidan.snapshot/1" {
        position, date: or_default, policy, pending, ranking: or_default, stations, items,
        enterprises, members, lines, tallies, suspensions, orders, calendar, council,
    }

    struct PendingPolicy { month, policy }

    struct Ranking { year, volumes }

    struct LineRows { finance, research, patent, comprehensive }

    struct LineRow { places, next_place, sorted: if_any, cursor: if_any }

    struct LinePlace { number, member }

    struct MemberTally { member, amount, items }

    struct ItemTally { item, orders }

    enum OrderRow {
        Kept(record) = "kept",
        Ended(end) = "ended",
    }
}
