//! Article 12: what a station is to reach, as shares of what there is (rules 12.2). 不低于 includes
//! the number.

use crate::words::share::Share;

/// Of the technology SMEs of the area, those that are to be served.
const SERVED_SMES: Share = Share::percent(15);

/// Of the enterprises on the cultivation list, those that are to be served.
const SERVED_CULTIVATED: Share = Share::percent(75);

/// Of the new high-tech enterprises, one in so many is to be incubated through the station.
const ONE_IN: u64 = 3;

/// Whether enough technology SMEs were served; nothing where there are none.
pub(crate) fn serves_smes(served: u32, all: u32) -> Option<bool> {
    (all > 0).then(|| SERVED_SMES.reached_by(served.into(), all.into()))
}

/// Whether enough of the cultivation list was served; nothing where nobody is on it.
pub(crate) fn serves_cultivated(served: u32, all: u32) -> Option<bool> {
    (all > 0).then(|| SERVED_CULTIVATED.reached_by(served.into(), all.into()))
}

/// Whether enough new high-tech enterprises were incubated; nothing where there are no new ones.
pub(crate) fn incubates(incubated: u32, all: u32) -> Option<bool> {
    (all > 0).then(|| u64::from(incubated).saturating_mul(ONE_IN) >= u64::from(all))
}
