//! The second engine, shared by all copies: it makes a new state anyway and leaves the old one.

use std::rc::Rc;

use paidan::{Command, Event, Policy, Refusal};

use crate::model::plain::Plain;
use crate::model::twin::Model;

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

    fn plain(&self) -> &Plain {
        &self.0
    }
}
