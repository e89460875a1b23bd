//! The JSON forms of the indicator.

use crate::record::indicator::{Indicator, IndicatorFigures, StationIndicator};
use crate::words::form::form;

form! {
    struct Indicator { from, to, stations, city }

    struct StationIndicator { station, figures }

    struct IndicatorFigures { own, designated }
}
