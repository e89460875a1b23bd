//! Where the choices of a history come from.

/// A source of choices: seeded chance, or the bytes of a fuzzer.
pub trait Draws {
    /// A number below `most`; 0 where nothing is left to draw from.
    fn below(&mut self, most: usize) -> usize;

    /// Whether nothing is left, which ends the history.
    fn is_over(&self) -> bool;
}

/// Choices out of bytes, one a choice, two where it has more than 256 ways.
#[derive(Clone, Copy, Debug)]
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }
}

impl Draws for Bytes<'_> {
    fn below(&mut self, most: usize) -> usize {
        match most {
            0 | 1 => 0,
            2..=256 => self.byte() * most / 256,
            _ => (self.byte() * 256 + self.byte()) * most / 65_536,
        }
    }

    fn is_over(&self) -> bool {
        self.0.is_empty()
    }
}
