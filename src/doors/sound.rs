//! Whether a state holds together: the door in from a snapshot, and the check of everything.

use crate::alliance::Alliance;
use crate::alliance::broken::Broken;
use crate::alliance::snapshot::Snapshot;
use crate::doors::dispatch;

impl TryFrom<Snapshot> for Alliance {
    type Error = Broken;

    /// The alliance of a snapshot that holds together.
    fn try_from(snapshot: Snapshot) -> Result<Self, Broken> {
        snapshot.check()?;
        snapshot.check_room()?;
        let mut alliance = Self::new(snapshot.policy.clone());
        alliance.fill(snapshot);
        alliance.check_waiting()?;
        Ok(alliance)
    }
}

impl Alliance {
    /// Whether everything holds that must hold between two commands. For tests and audits: it
    /// reads the whole state.
    ///
    /// # Errors
    /// The first thing that does not hold.
    pub fn check_invariants(&self) -> Result<(), Broken> {
        self.snapshot().check()?;
        self.check_indexes()?;
        self.check_waiting()
    }

    /// No held order has an eligible member (rules 5.3).
    fn check_waiting(&self) -> Result<(), Broken> {
        self.held_orders().try_for_each(|order| {
            let record = self.docket.record(order);
            let search = record.and_then(|record| self.search_again(record));
            match search.and_then(|search| dispatch::choose(self, &search)) {
                Some(found) => Err(Broken::Waits(order, found.member)),
                None => Ok(()),
            }
        })
    }
}
