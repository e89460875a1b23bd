//! The JSON forms of calendars.

use crate::facts::calendar::Calendar;
use crate::words::form::form;

form! {
    struct Calendar { holidays, make_up_days }
}
