//! Answers that change nothing (rules 5.4, 8.2).

use paidan::{
    Basis, Candidate, Dispatch, Event, Explanation, LagFinding, MemberId, Order, OrderId,
    Reassignment, Refusal, Standing,
};

use super::Plain;
use super::intake::wish;
use super::state::Commission;

impl Plain {
    /// To whom an order would go now (rules 5.4).
    pub fn dispatch(&self, order: &Order) -> Result<Dispatch, Refusal> {
        self.refuse_order(order)?;
        Ok(self.wanted(order).map_or(Dispatch::Held, |wanted| self.destination(&wanted)))
    }

    /// The same with every member of the line in the order of the search (rules 5.4).
    pub fn explain(&self, order: &Order) -> Result<Explanation, Refusal> {
        let dispatch = self.dispatch(order)?;
        let category = self.find_item(order.item)?.category;
        let line = self.wanted(order).map(|wanted| self.candidates(&wanted, dispatch));
        Ok(Explanation { category, dispatch, line: line.unwrap_or_default() })
    }

    /// To whom a lagging order would go, and what comes of it: the command tried on a copy.
    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the arguments are those of the real one"
    )]
    pub fn reassign(
        &self,
        order: OrderId,
        finding: &LagFinding,
        to: Option<MemberId>,
    ) -> Result<Reassignment, Refusal> {
        let mut next = self.clone();
        next.take_away(order, *finding, to)?;
        let came_off = next.said.iter().find_map(|event| match *event {
            Event::CameOff { member, tally, .. } => Some((member, tally)),
            _ => None,
        });
        let given = next.said.iter().find_map(|event| match *event {
            Event::Dispatched { member, basis, motion, counted, .. } => {
                Some((member, basis, motion, counted))
            }
            _ => None,
        });
        let run = next.said.iter().find_map(|event| match *event {
            Event::RunRaised { run, .. } => Some(run),
            _ => None,
        });
        let exits = next.said.iter().any(|event| matches!(event, Event::Expelled { .. }));
        match (came_off, given, run) {
            (Some((from, tally)), Some((to, basis, motion, counted)), Some(run)) => {
                Ok(Reassignment { from, to, basis, motion, counted, tally, run, exits })
            }
            _ => Err(Refusal::OrderNotAssigned { order }),
        }
    }

    /// The order as it would be once accepted; there is none before the first command.
    fn wanted(&self, order: &Order) -> Option<Commission> {
        self.date.map(|date| wish(order, date))
    }

    /// To whom it goes, what that does to the line, and whether it counts (rules 5.4).
    fn destination(&self, order: &Commission) -> Dispatch {
        let goes = match order.terms.designated {
            Some(member) => Some((member, Basis::Designation)),
            None => self.by_turn(order),
        };
        let Some((member, basis)) = goes else { return Dispatch::Held };
        let (motion, counted) = (self.motion(basis), self.counts(order, basis));
        Dispatch::Given { member, basis, motion, counted }
    }

    /// One standing each: its own before the one taken, not reached after it; of a designated
    /// order all but the taken are not reached.
    fn candidates(&self, order: &Commission, dispatch: Dispatch) -> Vec<Candidate> {
        let Some(category) = self.class_of(order) else { return Vec::new() };
        let mut reached = order.terms.designated.is_none();
        let mut line = Vec::new();
        for member in self.search_order(category) {
            let standing = match dispatch {
                Dispatch::Given { member: taker, basis, .. } if taker == member => {
                    reached = false;
                    Standing::Taken { basis }
                }
                _ if !reached => Standing::NotReached,
                _ => {
                    let own = self.fails(order, member).or_else(|| self.guarded(order, member));
                    own.unwrap_or(Standing::NotReached)
                }
            };
            line.push(Candidate { member, standing });
        }
        line
    }
}
