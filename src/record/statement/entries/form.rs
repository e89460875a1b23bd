//! The JSON forms of what a statement lists.

use crate::record::statement::entries::{
    AdmissionEntry, BlacklistEntry, BlacklistKind, CouncilEntry, CouncilKind, Customer,
    DeclineEntry, DeclineKind, DesignationEntry, DispatchEntry, DutyEntry, EnterpriseName,
    ExitEntry, ExitKind, ExitOrder, HeldEntry, LeaveEntry, LeaveKind, LineEntry, LossEntry,
    LossKind, PlaceEntry, RankingEntry, ReachedEntry, ReassignmentEntry, RegisterEntry,
    RegisterKind, RenameEntry, ShareEntry, SuspensionEntry,
};
use crate::words::form::form;

form! {
    struct Customer { station: or_default, named: or_default }

    struct EnterpriseName { enterprise, name }

    struct LineEntry { category, places, cursor: or_default }

    struct PlaceEntry { member, volume }

    struct RankingEntry { on, occurred: or_default, year, publication, sorted }

    struct DispatchEntry {
        on, occurred: or_default, order, item, customer, price, member, basis, counted,
    }

    struct LossEntry { on, occurred: or_default, order, member, by, tally, went_back }

    struct ShareEntry { member, figures }

    struct ReachedEntry { member, cap, reach }

    struct SuspensionEntry { member, scope, cap }

    struct HeldEntry { order, item, customer, price, since: or_default, occurred: or_default }

    struct DesignationEntry { station, member, orders }

    struct ReassignmentEntry { on, occurred: or_default, order, from, to, basis, run }

    struct DeclineEntry { on, occurred: or_default, order, member, what }

    struct ExitEntry { on, occurred: or_default, member, how, orders }

    struct ExitOrder { order, to: or_default }

    struct AdmissionEntry { on, occurred: or_default, member, category }

    struct LeaveEntry { on, occurred: or_default, member, what }

    struct BlacklistEntry { on, occurred: or_default, customer, what }

    struct CouncilEntry { on, occurred: or_default, member, what }

    struct DutyEntry { on, occurred: or_default, station, from, found, needed }

    struct RegisterEntry { on, occurred: or_default, what }

    struct RenameEntry { on, occurred: or_default, of, from, to }

    enum LossKind {
        Declined = "declined",
        Reassigned = "reassigned",
        Exit = "exit",
        CalledOff = "called_off",
    }

    enum DeclineKind {
        WithCause = "with_cause",
        WithoutCause = "without_cause",
        Complied = "complied",
        CauseFound = "cause_found",
        DidNotComply = "did_not_comply",
        WalkedAway = "walked_away",
        BarLifted = "bar_lifted",
    }

    enum LeaveKind {
        Granted = "granted",
        Ended = "ended",
    }

    enum RegisterKind {
        StationOpened(station) = "station_opened",
        StationClosed(station) = "station_closed",
        StationReopened(station) = "station_reopened",
        ItemListed(item) = "item_listed",
        ItemDelisted(item) = "item_delisted",
        ItemRelisted(item) = "item_relisted",
    }

    enum ExitKind {
        Withdrew = "withdrew",
        Expelled(ground) = "expelled",
    }

    enum BlacklistKind {
        Abandoned(order) = "abandoned",
        Unpaid(order) = "unpaid",
        Lifted = "lifted",
    }

    enum CouncilKind {
        Seated(seat) = "seated",
        Vacated(vacancy) = "vacated",
        Breach(breach) = "breach",
    }
}
