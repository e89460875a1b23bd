//! The JSON forms of policies.

use crate::facts::policy::{
    AdmissionPolicy, CapScope, CapsPolicy, ComprehensiveReach, CountDesignated, DepositMonths,
    DepositPolicy, DesignationUsesTurn, DutyDays, DutyPolicy, Guard, Margin, Policy,
    ReassignmentPolicy, SettlementDays, SettlementPolicy, Turn,
};
use crate::words::form::form;
use crate::words::wire::words::as_number;

form! {
    struct Policy document "paidan.policy/1" {
        admission, comprehensive_reach, turn, conditions, designation_uses_turn, count_designated,
        caps, settlement, reassignment, deposit, duty,
    }

    struct AdmissionPolicy { min_orders }

    enum ComprehensiveReach {
        OwnCategory = "own_category",
        EveryCategory = "every_category",
    }

    enum Turn {
        KeepPlace = "keep_place",
        Cursor = "cursor",
        TopRank = "top_rank",
    }

    enum DesignationUsesTurn {
        No = "no",
        Yes = "yes",
    }

    enum CountDesignated {
        Yes = "yes",
        No = "no",
    }

    struct CapsPolicy {
        item_share, amount_share, item_min_orders, amount_min_orders, item_min_members,
        amount_min_members, scope, guard,
    }

    enum CapScope {
        Member = "member",
        Item = "item",
    }

    enum Guard {
        Off = "off",
        On { min_orders } = "on",
    }

    struct ReassignmentPolicy { limit }

    struct DutyPolicy { days }

    struct SettlementPolicy { days }

    struct DepositPolicy { months, margin, ceiling }
}

as_number! {
    u16: DutyDays, SettlementDays, DepositMonths, Margin;
}
