//! The JSON forms of commands.

use crate::facts::command::{Act, Application, Command};
use crate::words::form::form;

form! {
    struct Command { date, expect: if_any, reference: if_any, occurred: if_any, act }

    enum Act {
        OpenMonth = "open_month",
        OpenStation { name } = "open_station",
        ListItem { name, category, menu_price: if_any } = "list_item",
        SetMenuPrice { item, menu_price: if_any } = "set_menu_price",
        CloseStation { station } = "close_station",
        ReopenStation { station } = "reopen_station",
        DelistItem { item } = "delist_item",
        RelistItem { item } = "relist_item",
        Rename { of, name } = "rename",
        RegisterEnterprise { name, code } = "register_enterprise",
        Admit(firm) = "admit",
        ChangeOffers { member, offers } = "change_offers",
        Withdraw { member } = "withdraw",
        GrantLeave { member } = "grant_leave",
        EndLeave { member } = "end_leave",
        PublishRanking { year, volumes } = "publish_ranking",
        Accept(order) = "accept",
        Designate { order, member } = "designate",
        Cancel { order } = "cancel",
        Decline { order, cause } = "decline",
        Mediate { order, result } = "mediate",
        LiftBar { order, member } = "lift_bar",
        Complete { order, on } = "complete",
        Settle { order } = "settle",
        RecordDefault { order } = "record_default",
        Abandon { order } = "abandon",
        CallOff { order, work } = "call_off",
        Fail { order } = "fail",
        Reassign { order, finding, to: if_any } = "reassign",
        Expel { member, misconduct, by } = "expel",
        Notify { member } = "notify",
        TakeSeat { category, member } = "take_seat",
        LeaveSeat { member } = "leave_seat",
        RecordBreach { member, kind } = "record_breach",
        LiftBlacklisting { enterprise } = "lift_blacklisting",
        AdoptCalendar(calendar) = "adopt_calendar",
        AdoptPolicy { month, policy } = "adopt_policy",
        PublishDuty { station, from, to, days } = "publish_duty",
        RecordTraining { station, text } = "record_training",
        RecordConsultation { station, enterprise, text } = "record_consultation",
        RecordFeedback { order, feedback, text: if_any } = "record_feedback",
        RecordTurnedAway { station, enterprise, item, reason } = "record_turned_away",
    }

    struct Application { name, code, category, volume, offers }
}
