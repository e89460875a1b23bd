//! Bytes that are made as they are read, and kept nowhere.

use std::io::{self, BufRead, Read};

/// Gives some bytes, and then one byte over and over.
pub struct Endless<'a> {
    first: &'a [u8],
    block: Vec<u8>,
    pub left: u64,
}

impl<'a> Endless<'a> {
    pub fn new(first: &'a [u8], byte: u8, times: u64) -> Self {
        Self { first, block: vec![byte; 1 << 16], left: times }
    }
}

impl Read for Endless<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Endless<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if !self.first.is_empty() {
            return Ok(self.first);
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(self.block.len());
        Ok(&self.block[..most])
    }

    fn consume(&mut self, bytes: usize) {
        if self.first.is_empty() {
            self.left -= bytes as u64;
        } else {
            self.first = &self.first[bytes..];
        }
    }
}
