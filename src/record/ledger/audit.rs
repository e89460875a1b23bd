//! Deciding every command of a ledger again.

use std::io::BufRead;

use crate::alliance::Alliance;
use crate::facts::outcome::Outcome;
use crate::record::ledger::chain::{Chain, Entry};
use crate::record::ledger::fault::{Difference, LedgerError, LedgerFault};
use crate::record::ledger::head::Head;
use crate::words::date::Date;

/// A ledger in which every outcome is what the rules give.
#[derive(Clone, Debug)]
pub struct Audited {
    /// The state after the last entry.
    pub alliance: Alliance,
    /// The head.
    pub head: Head,
}

/// 审计: reads a ledger and decides every command of it again, on the state that the ones before
/// led to.
///
/// The first entry whose outcome is another one is named, with both
/// ([`LedgerFault::Decision`]): an order that went past somebody is found where it did, and not
/// where something breaks later, if ever. The ledger is read once, and memory is taken for the state
/// and one line.
///
/// # Errors
/// [`LedgerError`], with the place.
#[doc(alias = "审计")]
pub fn audit(from: impl BufRead) -> Result<Audited, LedgerError> {
    let (mut chain, header) = Chain::open(from)?;
    let mut alliance = header.alliance;
    let mut decided = Outcome::new(Date::FIRST);
    while chain.advance()? {
        let Entry { command, outcome: found, .. } = chain.entry()?;
        let refusal = alliance.step_into(&command, &mut decided).err();
        if refusal.is_none() && decided == found {
            continue;
        }
        let decided = refusal.map_or(Ok(decided), Err);
        let difference = Box::new(Difference { command, found, decided });
        return Err(chain.wrong(LedgerFault::Decision(difference)));
    }
    Ok(Audited { alliance, head: chain.into_head() })
}
