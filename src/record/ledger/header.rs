//! The first line of a ledger.

use crate::alliance::Alliance;
use crate::record::ledger::checkpoint::Origin;
use crate::record::ledger::fault::{LedgerError, LedgerFault};
use crate::record::ledger::form::{self, Compare, HeaderForm};
use crate::record::ledger::lines::Lines;
use std::io::BufRead;

/// The version of the rules that this crate carries out (`docs/rules.md`). A ledger of another one
/// is not read: its decisions were made by other rules.
pub const RULES: u32 = 3;

/// The version of this crate. It stands in the header to be told, and nothing depends on it.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What a header says.
#[derive(Clone, Debug)]
pub struct Header {
    /// Whose ledger it is.
    pub origin: Origin,
    /// The version of the crate that began it.
    pub version: String,
    /// The state from which it starts.
    pub alliance: Alliance,
}

impl Header {
    /// Reads the header that a line is, as far as its own hash.
    pub(crate) fn read(lines: &Lines<impl BufRead>) -> Result<Self, LedgerError> {
        let rest = lines.bytes().strip_prefix(form::HEADER);
        let rules = rest.and_then(form::number).map(|(rules, _)| rules);
        let rules = rules.and_then(|rules| u32::try_from(rules).ok());
        match rules {
            None => return Err(lines.wrong(LedgerFault::Form)),
            Some(RULES) => {}
            Some(found) => return Err(lines.wrong(LedgerFault::Rules { found, known: RULES })),
        }
        let header: HeaderForm = lines.parse()?;
        let HeaderForm { origin, version, snapshot, rules, algorithm } = header;
        let alliance = Alliance::try_from(snapshot)
            .map_err(|broken| lines.wrong(LedgerFault::Snapshot(broken)))?;
        // Of several ways to write one state only that of the alliance itself is canonical.
        let snapshot = alliance.snapshot();
        let header = HeaderForm { rules, version, origin, algorithm, snapshot };
        let parts = Compare::parts(lines.bytes(), |to| form::write_json(to, &header));
        if let Some(place) = parts {
            return Err(lines.wrong_at(place, LedgerFault::NotCanonical));
        }
        let HeaderForm { origin, version, .. } = header;
        Ok(Self { origin, version: version.as_str().into(), alliance })
    }
}
