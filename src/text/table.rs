//! Tables in plain text whose columns stand under each other, with Chinese in them too.

use core::fmt::Write;

use unicode_width::UnicodeWidthStr;

use crate::words::label::disturbs;

/// How many entries of a long list a sentence tells.
#[cfg(feature = "ledger")]
pub(in crate::text) const TOLD: usize = 8;

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

/// A text without characters that would break a line or a table, or turn the direction of writing:
/// each is shown as U+FFFD (rules 14).
pub(super) fn printable(text: &str) -> String {
    text.chars().map(|of| if disturbs(of) { char::REPLACEMENT_CHARACTER } else { of }).collect()
}

/// A share in per cent, to two decimals, rounded down; none where there is nothing to divide by.
pub(super) fn per_cent(own: u64, whole: u64) -> Option<String> {
    let points = u128::from(own).saturating_mul(10_000).checked_div(whole.into())?;
    Some(format!("{}.{:02}", points / 100, points % 100))
}

#[cfg(test)]
mod tests {
    use super::printable;
    use crate::words::label::{Name, TextError};

    /// What no name may have is shown as U+FFFD, and nothing else is changed (rules 14).
    #[test]
    fn what_no_name_has_is_not_shown() {
        let mut hidden = 0;
        for of in char::MIN..=char::MAX {
            let text = format!("甲{of}");
            let is_allowed = match text.parse::<Name>() {
                Ok(_) => true,
                Err(error) => {
                    assert_eq!(error, TextError::Character(of));
                    false
                }
            };
            hidden += usize::from(!is_allowed);
            let shown = if is_allowed { text.clone() } else { "甲\u{fffd}".into() };
            assert_eq!(printable(&text), shown, "U+{:04X}", u32::from(of));
        }
        // C0, DEL and C1; U+2028 and U+2029; the bidirectional controls.
        assert_eq!(hidden, 32 + 1 + 32 + 2 + 1 + 2 + 5 + 4);
    }
}
