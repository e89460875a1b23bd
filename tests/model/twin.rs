//! One history through both engines, compared after every command.

use std::fmt;
use std::rc::Rc;

use paidan::{
    Act, Alliance, Broken, Command, Dispatch, Event, Explanation, LagFinding, MemberId, Order,
    OrderId, Place, Policy, Reassignment, Refusal, Snapshot,
};

use crate::model::plain::Plain;
use crate::model::view::View;

/// What the engine is compared with: the plain one, kept in one way or another.
pub trait Model {
    fn start(policy: Policy) -> Self;
    fn step(&mut self, command: &Command) -> Result<Vec<Event>, Refusal>;
    fn plain(&self) -> &Plain;

    fn dispatch(&self, order: &Order) -> Result<Dispatch, Refusal> {
        self.plain().dispatch(order)
    }

    fn explain(&self, order: &Order) -> Result<Explanation, Refusal> {
        self.plain().explain(order)
    }

    fn reassign(
        &self,
        order: OrderId,
        finding: LagFinding,
        to: Option<MemberId>,
    ) -> Result<Reassignment, Refusal> {
        self.plain().reassign(order, &finding, to)
    }

    fn view(&self) -> View {
        self.plain().view()
    }
}

impl Model for Plain {
    fn start(policy: Policy) -> Self {
        Self::new(policy)
    }

    fn step(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let (next, events) = Self::step(self, command)?;
        *self = next;
        Ok(events)
    }

    fn plain(&self) -> &Plain {
        self
    }
}

/// Both answers to the same question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides<T> {
    pub engine: T,
    pub model: T,
}

/// What differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    Answer(Sides<Result<Vec<Event>, Refusal>>),
    Dispatch(Sides<Result<Dispatch, Refusal>>),
    Explanation(Box<Sides<Result<Explanation, Refusal>>>),
    Reassignment(Sides<Result<Reassignment, Refusal>>),
    View(Box<Sides<View>>),
    /// The engine alone: what must hold does not.
    Broken(Broken),
    /// The engine alone: it refused, and is not as it was.
    ChangedByRefusal,
}

/// What was asked and answered at one command on which both agree.
#[derive(Debug)]
pub struct Told<'a> {
    /// The state before.
    pub before: &'a View,

    pub command: &'a Command,
    pub answer: &'a Result<Vec<Event>, Refusal>,
    /// Only before an order is accepted.
    pub explanation: Option<&'a Explanation>,
}

/// The engine and the model, at the same state as long as they agree. What is only read is shared
/// by copies.
#[derive(Clone, Debug)]
pub struct Twin<M> {
    pub engine: Alliance,
    model: M,
    pub snapshot: Rc<Snapshot>,
    pub view: Rc<View>,
}

/// Nothing if both say the same.
fn same<T: PartialEq>(engine: T, model: T) -> Result<T, Sides<T>> {
    if engine == model { Ok(engine) } else { Err(Sides { engine, model }) }
}

impl<M: Model> Twin<M> {
    pub fn new(policy: Policy) -> Self {
        let engine = Alliance::new(policy.clone());
        let (model, snapshot) = (M::start(policy), Rc::new(engine.snapshot()));
        let view = Rc::new(View::from(&*snapshot));
        Self { engine, model, snapshot, view }
    }

    /// Both decide a command; what they agreed on is told.
    pub fn step(
        &mut self,
        command: &Command,
        tell: &mut impl FnMut(&Told<'_>),
    ) -> Result<(), Difference> {
        let explanation = self.ask(command)?;
        let engine = self.engine.step(command).map(|outcome| comparable(outcome.events));
        let model = self.model.step(command).map(comparable);
        let answer = same(engine, model).map_err(Difference::Answer)?;
        self.engine.check_invariants().map_err(Difference::Broken)?;
        let snapshot = self.engine.snapshot();
        if answer.is_err() && snapshot != *self.snapshot {
            return Err(Difference::ChangedByRefusal);
        }
        let view = same(View::from(&snapshot), self.model.view());
        let view = view.map_err(|sides| Difference::View(Box::new(sides)))?;
        self.snapshot = Rc::new(snapshot);
        let before = std::mem::replace(&mut self.view, Rc::new(view));
        let explanation = explanation.as_ref();
        tell(&Told { before: &before, command, answer: &answer, explanation });
        Ok(())
    }

    /// Both are asked what the command would come to.
    fn ask(&self, command: &Command) -> Result<Option<Explanation>, Difference> {
        match &command.act {
            Act::Accept(order) => {
                let dispatched = paidan::dispatch(&self.engine, order);
                let _agreed =
                    same(dispatched, self.model.dispatch(order)).map_err(Difference::Dispatch)?;
                let explained = paidan::explain(&self.engine, order);
                same(explained, self.model.explain(order))
                    .map(Result::ok)
                    .map_err(|sides| Difference::Explanation(Box::new(sides)))
            }
            Act::Reassign { order, finding, to } => {
                let engine = paidan::reassign(&self.engine, *order, finding, *to);
                same(engine, self.model.reassign(*order, *finding, *to))
                    .map(|_| None)
                    .map_err(Difference::Reassignment)
            }
            _ => Ok(None),
        }
    }
}

/// The rules fix in which order places are numbered, not their numbers, so those that an event
/// tells are not compared; where a member went back to shows in the line.
fn comparable(mut events: Vec<Event>) -> Vec<Event> {
    for event in &mut events {
        if let Event::WentBack { place, .. } = event {
            *place = Place::MIN;
        }
    }
    events
}

/// At which command of a history what differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    pub at: usize,
    pub what: Difference,
}

/// Plays a written history through both.
pub fn play<M: Model>(policy: &Policy, commands: &[Command]) -> Result<(), Differs> {
    let mut twin = Twin::<M>::new(policy.clone());
    for (at, command) in commands.iter().enumerate() {
        twin.step(command, &mut |_| ()).map_err(|what| Differs { at, what })?;
    }
    Ok(())
}

/// The most letters that are shown of one side.
const MOST: usize = 600;

fn briefly(value: &impl fmt::Debug) -> String {
    let whole = format!("{value:?}");
    let mut short: String = whole.chars().take(MOST).collect();
    if short.len() < whole.len() {
        short.push_str(" ...");
    }
    short
}

fn both<T: fmt::Debug>(f: &mut fmt::Formatter<'_>, what: &str, sides: &Sides<T>) -> fmt::Result {
    let (engine, model) = (briefly(&sides.engine), briefly(&sides.model));
    write!(f, "{what}\n  engine: {engine}\n  model:  {model}")
}

/// The fields of a view that are not the same, one after the other.
fn fields(f: &mut fmt::Formatter<'_>, sides: &Sides<View>) -> fmt::Result {
    let (engine, model) = (&sides.engine, &sides.model);
    macro_rules! compare {
        ($($field:ident)*) => {$(
            if engine.$field != model.$field {
                let (engine, model) = (briefly(&engine.$field), briefly(&model.$field));
                write!(f, "\n  {} of the engine: {engine}", stringify!($field))?;
                write!(f, "\n  {} of the model:  {model}", stringify!($field))?;
            }
        )*};
    }
    write!(f, "the states differ")?;
    compare!(position date policy pending ranking stations items enterprises members firms lines);
    compare!(ranked tallies suspensions holidays make_up_days seats);
    for (nth, (engine, model)) in (1..).zip(engine.orders.iter().zip(&model.orders)) {
        if engine != model {
            let (engine, model) = (briefly(engine), briefly(model));
            write!(f, "\n  order {nth} of the engine: {engine}")?;
            write!(f, "\n  order {nth} of the model:  {model}")?;
        }
    }
    if engine.orders.len() != model.orders.len() {
        write!(f, "\n  orders: {} and {}", engine.orders.len(), model.orders.len())?;
    }
    Ok(())
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(sides) => both(f, "the answers differ", sides),
            Self::Dispatch(sides) => both(f, "dispatch differs", sides),
            Self::Explanation(sides) => both(f, "explain differs", sides),
            Self::Reassignment(sides) => both(f, "reassign differs", sides),
            Self::View(sides) => fields(f, sides),
            Self::Broken(broken) => write!(f, "the engine is broken: {broken}"),
            Self::ChangedByRefusal => write!(f, "the engine refused, and is not as it was"),
        }
    }
}
