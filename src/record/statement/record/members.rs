//! Who came and left, leaves, the ranking, and the blacklist.

use crate::facts::command::{Act, Command};
use crate::facts::event::Event;
use crate::record::statement::StatementFold;
use crate::record::statement::entries::{
    AdmissionEntry, BlacklistEntry, BlacklistKind, DeclineKind, ExitEntry, ExitKind, LeaveEntry,
    LeaveKind, LossKind, RankingEntry,
};
use crate::record::statement::known::{When, broken_by};
use crate::words::id::{EnterpriseId, MemberId};

impl StatementFold {
    /// Who is in the alliance, and how its members stand.
    pub(crate) fn record_of_members(&mut self, command: &Command, event: &Event) {
        let when = When::of(command);
        let When { on, occurred } = when;
        match (*event, &command.act) {
            (Event::Admitted { member }, Act::Admit(firm)) => {
                let category = firm.category;
                let entry = AdmissionEntry { on, occurred, member, category };
                self.statement.admissions.push(entry);
            }
            (Event::Withdrawn { member }, _) => self.record_exit(when, member, ExitKind::Withdrew),
            (Event::Expelled { member, ground }, act) => {
                if let Act::Mediate { order, .. } = *act {
                    self.record_decline(when, order, member, DeclineKind::DidNotComply);
                }
                self.loss = LossKind::Exit;
                self.record_exit(when, member, ExitKind::Expelled(ground));
            }
            (Event::LeaveGranted { member }, _) => {
                self.record_leave(when, member, LeaveKind::Granted);
            }
            (Event::LeaveEnded { member }, _) => self.record_leave(when, member, LeaveKind::Ended),
            (Event::RankingPublished { year, publication }, _) => {
                let sorted = Vec::new();
                let entry = RankingEntry { on, occurred, year, publication, sorted };
                self.statement.rankings.push(entry);
            }
            (Event::LineSorted { category, .. }, Act::PublishRanking { .. }) => {
                if let Some(ranking) = self.statement.rankings.last_mut() {
                    ranking.sorted.push(category);
                }
            }
            (Event::Blacklisted { enterprise }, act) => {
                self.record_blacklisting(when, enterprise, act);
            }
            (Event::BlacklistingLifted { enterprise }, _) => {
                let lifted = self.known.blacklisted(enterprise);
                let what = BlacklistKind::Lifted;
                let lifted = lifted.map(|customer| BlacklistEntry { on, occurred, customer, what });
                self.statement.blacklist.extend(lifted);
            }
            _ => {}
        }
    }

    fn record_exit(&mut self, When { on, occurred }: When, member: MemberId, how: ExitKind) {
        self.statement.exits.push(ExitEntry { on, occurred, member, how, orders: Vec::new() });
    }

    fn record_leave(&mut self, When { on, occurred }: When, member: MemberId, what: LeaveKind) {
        self.statement.leaves.push(LeaveEntry { on, occurred, member, what });
    }

    /// An enterprise comes on the blacklist, for the order that the act is about.
    fn record_blacklisting(
        &mut self,
        When { on, occurred }: When,
        enterprise: EnterpriseId,
        act: &Act,
    ) {
        let order = broken_by(act).and_then(|order| Some((order, self.known.order(order)?)));
        let Some((order, open)) = order else { return };
        let what = match act {
            Act::Abandon { .. } => BlacklistKind::Abandoned(order),
            _ => BlacklistKind::Unpaid(order),
        };
        let customer = self.known.customer(open.station, enterprise);
        self.statement.blacklist.push(BlacklistEntry { on, occurred, customer, what });
    }
}
