//! The short names of standings, which never change, and what their JSON forms have.

use crate::facts::standing::Standing;
use crate::words::form::form;

form! {
    coded enum Standing {
        Taken { basis } = "taken",
        NotReached = "not_reached",
        DoesNotOffer { item } = "does_not_offer",
        OnLeave = "on_leave",
        Suspended { month, item: or_default, cap: or_default } = "suspended",
        Barred { bar } = "barred",
        Guarded { share, figures } = "guarded",
        Left { how } = "left",
        OtherLine { category } = "other_line",
        Unknown = "unknown",
    }
}
