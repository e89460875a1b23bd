//! Reading a story: its policies and its rows.

use paidan::Date;

/// One row of a table.
pub struct Row {
    /// The line of the file, from 1.
    pub line: usize,
    pub date: Date,
    pub command: String,
    pub outcome: String,
}

/// What happens under one first policy.
pub struct Journey {
    pub policy: String,
    pub rows: Vec<Row>,
}

/// The journeys of a file. An empty date cell repeats the date above.
pub fn journeys(text: &str) -> Vec<Journey> {
    let mut journeys: Vec<Journey> = Vec::new();
    let mut last_date = None;
    for (line, content) in (1..).zip(text.lines()) {
        if let Some(policy) = content.strip_prefix("policy: ") {
            journeys.push(Journey { policy: policy.trim().into(), rows: Vec::new() });
            last_date = None;
        }
        let Some(cells) = content.strip_prefix('|') else { continue };
        let cells: Vec<&str> = cells.trim_end().trim_end_matches('|').split('|').collect();
        let [date, command, outcome] = cells[..] else { panic!("line {line} has not three cells") };
        let (date, command, outcome) = (date.trim(), command.trim(), outcome.trim());
        if date == "date" || date.starts_with("---") {
            continue;
        }
        if !date.is_empty() {
            last_date = Some(date.parse().unwrap_or_else(|_| panic!("line {line}: {date:?}")));
        }
        let date = last_date.unwrap_or_else(|| panic!("line {line} has no date"));
        let journey = journeys.last_mut().unwrap_or_else(|| panic!("line {line} has no policy"));
        journey.rows.push(Row { line, date, command: command.into(), outcome: outcome.into() });
    }
    journeys
}
