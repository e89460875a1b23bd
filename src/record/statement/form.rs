//! The JSON forms of statements.

use crate::record::statement::Statement;
use crate::words::form::form;

form! {
    struct Statement document "paidan.statement/1" {
        month, is_closed, names, caps, ranked: or_default, lines, rankings, dispatches, losses,
        shares, reached, suspensions, held, designations, indicator, feedback, reassignments,
        declines, exits, admissions, leaves, blacklist, council, duty_short, registers, renamings,
        checkpoint: if_any,
    }
}
