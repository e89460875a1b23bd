//! Histories of acts out of bytes, through the engine and the plain one beside it.

use paidan::{Alliance, Command};

use crate::model::history::Maker;
use crate::model::history::draws::{Bytes, Draws};
use crate::model::history::world::{CROWDED, SMALL, World};
use crate::model::plain::Plain;
use crate::model::twin::Twin;
use crate::sound;

/// Both engines agree at every act; replaying what the engine told makes the same state.
pub fn acts(bytes: &[u8]) {
    let mut draws = Bytes(bytes);
    let world = if draws.below(2) == 0 { SMALL } else { CROWDED };
    // Bytes that run out end the history.
    let world = World { commands: 150, ..world };
    let (policy, mut maker) = Maker::new(world, &mut draws);
    let mut twin = Twin::<Plain>::new(policy);
    let mut replica = twin.engine.clone();
    while let Some(command) = maker.next(&twin.engine) {
        let before = twin.engine.clone();
        if let Err(difference) = twin.step(&command, &mut |_| ()) {
            panic!("{command:?}: {difference}");
        }
        replay(before, &command, &mut replica);
        assert_eq!(replica, twin.engine, "a replay makes the same state");
    }
    let again = Alliance::try_from(twin.engine.snapshot()).expect("a state is let in");
    sound(&again);
    assert_eq!(again, twin.engine);
}

/// Replays on a replica what the engine tells of a command, if it takes it.
fn replay(mut before: Alliance, command: &Command, replica: &mut Alliance) {
    if let Ok(outcome) = before.step(command) {
        assert_eq!(replica.apply(command, &outcome), Ok(()), "an outcome can be replayed");
        sound(replica);
    }
}
