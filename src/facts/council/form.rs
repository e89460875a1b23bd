//! The JSON forms of the council.

use crate::facts::council::{Breach, Council, Seat, Vacancy};
use crate::words::form::form;

form! {
    struct Council { finance: or_default, research: or_default, patent: or_default, comprehensive }

    enum Seat {
        Finance = "finance",
        Research = "research",
        Patent = "patent",
        FirstComprehensive = "first_comprehensive",
        SecondComprehensive = "second_comprehensive",
    }

    enum Breach {
        Direction = "direction",
        Absence = "absence",
        Process = "process",
        Inducement = "inducement",
    }

    enum Vacancy {
        GivenUp = "given_up",
        Breach = "breach",
        Left = "left",
    }
}
