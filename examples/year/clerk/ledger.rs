//! The ledger of a year, written as its commands are decided.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use paidan::ledger::{Head, Sealed};
use paidan::{Alliance, Command, Outcome};

/// Whose ledger a year's is.
const ORIGIN: &str = "dispatch.cixi.example/ledger";

/// A ledger that is being written, and where.
pub struct Book {
    path: PathBuf,
    file: BufWriter<File>,
    head: Head,
}

impl Book {
    /// Begins a ledger with the state before the first command.
    pub fn begin(path: &Path, alliance: &Alliance) -> io::Result<Self> {
        let origin = ORIGIN.parse().map_err(io::Error::other)?;
        let Sealed { line, head } = Head::begin(origin, alliance).map_err(io::Error::other)?;
        let mut file = BufWriter::new(File::create(path)?);
        file.write_all(&line)?;
        Ok(Self { path: path.into(), file, head })
    }

    /// Adds an accepted command.
    pub fn add(&mut self, command: &Command, outcome: &Outcome) -> io::Result<()> {
        let Sealed { line, head } = self.head.seal(command, outcome).map_err(io::Error::other)?;
        self.file.write_all(&line)?;
        self.head = head;
        Ok(())
    }

    /// Writes what is left, and the checkpoint beside it; says where that is.
    pub fn end(mut self) -> io::Result<PathBuf> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        let mut beside = self.path.into_os_string();
        beside.push(".checkpoint");
        std::fs::write(&beside, self.head.checkpoint().to_string())?;
        Ok(beside.into())
    }
}
