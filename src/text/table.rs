//! Tables in plain text whose columns stand under each other, with Chinese in them too.

use core::fmt::Write;

use unicode_width::UnicodeWidthStr;

/// Writes a head and rows, each line two columns in. A column of figures stands to the right.
pub(super) fn write(out: &mut String, head: &[&str], rows: &[Vec<String>]) {
    let head: Vec<String> = head.iter().map(ToString::to_string).collect();
    let columns: Vec<(usize, bool)> = (0..head.len())
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let figures = cells.clone().all(|cell| is_figure(cell));
            let width = cells.chain(head.get(column)).map(|cell| cell.width()).max();
            (width.unwrap_or(0), figures)
        })
        .collect();
    for row in core::iter::once(&head).chain(rows) {
        let mut line = String::new();
        for (cell, (wide, is_figure)) in row.iter().zip(&columns) {
            let gap = " ".repeat(wide.saturating_sub(cell.width()));
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

/// A name without characters that would break a line or a table.
pub(super) fn printable(name: &str) -> String {
    name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
