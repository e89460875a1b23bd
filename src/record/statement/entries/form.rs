//! The JSON forms of what a statement lists.

use crate::record::statement::entries::{
    AdmissionEntry, BlacklistEntry, BlacklistKind, CouncilEntry, CouncilKind, Customer,
    DeclineEntry, DeclineKind, DesignationEntry, DispatchEntry, DutyEntry, EnterpriseName,
    ExitEntry, ExitKind, ExitOrder, HeldEntry, LineEntry, LossEntry, LossKind, PlaceEntry,
    RankingEntry, ReachedEntry, ReassignmentEntry, ShareEntry, SuspensionEntry,
};
use crate::words::form::form;

form! {
    struct Customer { station, named: or_default }

    struct EnterpriseName { enterprise, name }

    struct LineEntry { category, places, cursor: or_default }

    struct PlaceEntry { member, volume }

    struct RankingEntry { on, year, publication, sorted }

    struct DispatchEntry { on, order, item, customer, price, member, basis, counted }

    struct LossEntry { on, order, member, by, tally, went_back }

    struct ShareEntry { member, figures }

    struct ReachedEntry { member, cap, reach }

    struct SuspensionEntry { member, scope, cap }

    struct HeldEntry { order, item, customer, price, since }

    struct DesignationEntry { station, member, orders }

    struct ReassignmentEntry { on, order, from, to, basis, run }

    struct DeclineEntry { on, order, member, what }

    struct ExitEntry { on, member, how, orders }

    struct ExitOrder { order, to: or_default }

    struct AdmissionEntry { on, member, category }

    struct BlacklistEntry { on, customer, what }

    struct CouncilEntry { on, member, what }

    struct DutyEntry { on, station, from, found, needed }

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
