//! Tables whose columns stand under each other, with names in Chinese too.

use std::io::{self, Write};

use paidan::Reference;
use unicode_width::UnicodeWidthStr;

/// On which side of its column a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
}

/// A table with a head.
#[derive(Debug)]
pub struct Table {
    sides: Vec<Side>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table with these columns.
    pub fn new(head: &[(&str, Side)]) -> Self {
        let (names, sides) = head.iter().map(|&(name, side)| (name.to_owned(), side)).unzip();
        Self { sides, rows: vec![names] }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().map(|cell| printable(&cell)).collect());
    }

    /// Whether it has only its head.
    pub fn is_empty(&self) -> bool {
        self.rows.len() == 1
    }

    /// Writes it, each line two columns in.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let widths: Vec<usize> = (0..self.sides.len()).map(|column| self.width(column)).collect();
        for row in &self.rows {
            let mut line = String::from(" ");
            for ((cell, width), side) in row.iter().zip(&widths).zip(&self.sides) {
                let gap = " ".repeat(width - cell.width());
                line.push(' ');
                match side {
                    Side::Left => line.extend([cell, gap.as_str()]),
                    Side::Right => line.extend([gap.as_str(), cell]),
                }
                line.push(' ');
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    }
}

/// A text without characters that would break a line, move the cursor of a terminal, or turn the
/// direction of writing: those that no name has.
pub fn printable(text: &str) -> String {
    let is_plain = |of: char| of.to_string().parse::<Reference>().is_ok();
    text.chars().map(|of| if is_plain(of) { of } else { '\u{fffd}' }).collect()
}
