//! The second engine, shared by all copies: it makes a new state anyway and leaves the old one.

use std::rc::Rc;

use paidan::{
    Command, Dispatch, Event, Explanation, LagFinding, MemberId, Order, OrderId, Policy,
    Reassignment, Refusal,
};

use crate::plain::Plain;
use crate::twin::Model;
use crate::view::View;

#[derive(Clone, Debug)]
pub struct Shared(Rc<Plain>);

impl Model for Shared {
    fn start(policy: Policy) -> Self {
        Self(Rc::new(Plain::new(policy)))
    }

    fn step(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let (next, events) = self.0.step(command)?;
        *self = Self(Rc::new(next));
        Ok(events)
    }

    fn dispatch(&self, order: &Order) -> Result<Dispatch, Refusal> {
        self.0.dispatch(order)
    }

    fn explain(&self, order: &Order) -> Result<Explanation, Refusal> {
        self.0.explain(order)
    }

    fn reassign(
        &self,
        order: OrderId,
        finding: LagFinding,
        to: Option<MemberId>,
    ) -> Result<Reassignment, Refusal> {
        self.0.reassign(order, &finding, to)
    }

    fn view(&self) -> View {
        self.0.view()
    }
}
