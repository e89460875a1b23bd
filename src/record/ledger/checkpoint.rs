//! Checkpoints (placeholder until merged).
use crate::record::ledger::hash::Hash;
use crate::words::wire::words::as_text;
use core::fmt;
use core::str::FromStr;
/// Origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin(Box<str>);
impl FromStr for Origin {
    type Err = crate::TextError;
    fn from_str(t: &str) -> Result<Self, Self::Err> {
        Ok(Self(t.into()))
    }
}
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
/// Checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// o
    pub origin: Origin,
    /// s
    pub size: u64,
    /// r
    pub root: Hash,
}
as_text!(Origin);
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}\n{}\n", self.origin, self.size, self.root.to_base64())
    }
}
