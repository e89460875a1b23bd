//! Tables in plain text whose columns stand under each other, with Chinese in them too.

use core::fmt::Write;

/// The ranges of characters that are two columns wide.
const WIDE: &[(char, char)] = &[
    ('\u{1100}', '\u{115f}'),
    ('\u{2e80}', '\u{a4cf}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff00}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{20000}', '\u{3fffd}'),
];

/// Writes a head and rows, each line two columns in. A column of figures stands to the right.
pub(super) fn write(out: &mut String, head: &[&str], rows: &[Vec<String>]) {
    let head: Vec<String> = head.iter().map(ToString::to_string).collect();
    let columns: Vec<(usize, bool)> = (0..head.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let figures = cells.clone().all(|cell| is_figure(cell));
            let width = cells.chain(head.get(column)).map(|cell| width(cell)).max();
            (width.unwrap_or(0), figures)
        })
        .collect();
    for row in core::iter::once(&head).chain(rows) {
        let mut line = String::new();
        for (cell, (wide, is_figure)) in row.iter().zip(&columns) {
            let gap = " ".repeat(wide.saturating_sub(width(cell)));
            let (left, right) = if *is_figure { (gap.as_str(), "") } else { ("", gap.as_str()) };
            line.extend(["  ", left, cell, right]);
        }
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn is_figure(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn width(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

fn is_wide(c: char) -> bool {
    WIDE.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// A name without characters that would break a line or a table.
pub(super) fn printable(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
