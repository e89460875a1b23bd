//! The commands written so far, with the alliance they make, so that the next can be drawn from
//! what is there.

use paidan::{Act, Alliance, Command, Created, Date, Outcome, Policy};

/// The year as far as it is written.
#[derive(Debug)]
pub struct Book {
    /// The alliance as the commands have made it.
    pub alliance: Alliance,
    /// The day that is written about.
    pub date: Date,
    /// When it happened, while something is written that is recorded late.
    pub occurred: Option<Date>,
    commands: Vec<Command>,
}

impl Book {
    /// An empty book, opened on its first day.
    pub fn new(date: Date) -> Self {
        let alliance = Alliance::new(Policy::cixi_2021());
        Self { alliance, date, occurred: None, commands: Vec::new() }
    }

    /// The commands, in order.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }

    /// Writes an act of today that must be accepted.
    pub fn act(&mut self, act: Act) -> Outcome {
        let occurred = self.occurred;
        self.command(Command { occurred, ..Command::new(self.date, act) })
    }

    /// Writes a command that must be accepted.
    pub fn command(&mut self, command: Command) -> Outcome {
        let outcome = self.alliance.step(&command);
        let outcome = outcome.unwrap_or_else(|refusal| panic!("{command:?} is refused: {refusal}"));
        self.commands.push(command);
        outcome
    }

    /// Writes an act of today that gives something an id.
    pub fn create(&mut self, act: Act) -> Created {
        self.act(act).created().expect("the act creates something")
    }

    /// Writes a command that must be refused for this reason.
    pub fn refused(&mut self, code: &str, command: Command) {
        match self.alliance.step(&command) {
            Err(refusal) => assert_eq!(refusal.code(), code, "{command:?}"),
            Ok(_) => panic!("{command:?} is accepted, not refused as {code}"),
        }
        self.commands.push(command);
    }
}
