//! Results in a terminal.

use std::fmt::Write;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, Table, TableComponent, Width,
};
use paidan::simulation::measures::Comparison;

use crate::lang::Lang;
use crate::measures::Measure;
use crate::study::{Study, VERSION};
use crate::summary::{Spread, Standing};

/// What is said of a measure that was never put to the test.
pub const NOT_EXERCISED: (&str, &str) = ("未触发", "not exercised");
/// What is said of a measure that has no value.
pub const UNDEFINED: (&str, &str) = ("无定义", "undefined");
/// What is said where there are fewer than two pairs.
pub const TOO_FEW: (&str, &str) = ("样本不足", "too few");

/// In how many columns a table finds room.
const WIDTH: u16 = 132;
/// And the first of its columns at least.
const FIRST: u16 = 26;

/// How many measures a table shows; the report has all.
const SHOWN: usize = 6;

/// A difference with its sign.
pub fn signed(measure: &Measure, value: &paidan::simulation::measures::Ratio) -> String {
    let text = measure.show(value);
    if text.starts_with('-') { text.replacen('-', "−", 1) } else { format!("+{text}") }
}

/// The results of a study as text.
pub fn render(study: &Study, standings: &[Vec<Standing>], lang: Lang) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(text, "{}", study.title.of(lang));
    let seeds = study.seeds.end - study.seeds.start;
    let _ = writeln!(
        text,
        "{VERSION}, {} {} ({}), {} {}–{} ({seeds})",
        lang.of(("研究文件", "study")),
        study.file,
        &study.sha256[..16],
        lang.of(("种子", "seeds")),
        study.seeds.start,
        study.seeds.end - 1,
    );
    for standings in standings {
        let Some(first) = standings.first() else { continue };
        let _ = writeln!(text, "\n{}", study.worlds[first.world].label.of(lang));
        let _ = writeln!(text, "{}", results(study, standings, lang));
        if standings.len() > 1 {
            let _ = writeln!(text, "{}", differences(study, standings, lang));
        }
    }
    text
}

fn plain(headers: Vec<String>) -> Table {
    let mut table = Table::new();
    table.load_preset(UTF8_HORIZONTAL_ONLY);
    for lines in [
        TableComponent::HorizontalLines,
        TableComponent::MiddleIntersections,
        TableComponent::LeftBorderIntersections,
        TableComponent::RightBorderIntersections,
    ] {
        table.remove_style(lines);
    }
    table.set_width(WIDTH).set_content_arrangement(ContentArrangement::Dynamic).set_header(headers);
    if let Some(first) = table.column_mut(0) {
        first.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(FIRST)));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// Means over the seeds; of the primary measure the middle nine tenths, too.
fn results(study: &Study, standings: &[Standing], lang: Lang) -> Table {
    let mut headers = vec![lang.of(("口径", "policy")).to_string()];
    let is_primary = |place: &usize| study.measures[*place].id == study.primary.id;
    let places = (0..study.measures.len()).filter(is_primary);
    let others = (0..study.measures.len()).filter(|place| !is_primary(place));
    let places: Vec<usize> = places.chain(others).take(SHOWN).collect();
    headers.extend(places.iter().map(|place| study.measures[*place]).map(|measure| {
        let mark = if measure.id == study.primary.id { "*" } else { "" };
        format!("{}{mark}", measure.name(lang))
    }));
    let mut table = plain(headers);
    for of in standings {
        let mut row = vec![study.policies[of.policy].label.of(lang).to_string()];
        for (measure, spread) in places.iter().map(|at| (study.measures[*at], &of.spreads[*at])) {
            row.push(match spread {
                Spread::NotExercised => lang.of(NOT_EXERCISED).to_string(),
                Spread::Undefined => lang.of(UNDEFINED).to_string(),
                Spread::Values(values) if measure.id == study.primary.id => {
                    let [low, high] = [&values.ranks[1], &values.ranks[3]];
                    let shown = [&values.mean, low, high].map(|of| measure.show(of));
                    format!("{} ({}–{})", shown[0], shown[1], shown[2])
                }
                Spread::Values(values) => measure.show(&values.mean),
            });
        }
        table.add_row(row);
    }
    table
}

/// The primary measure beside the baseline.
fn differences(study: &Study, standings: &[Standing], lang: Lang) -> Table {
    let primary = study.primary;
    let place = study.measures.iter().position(|of| of.id == primary.id).unwrap_or(0);
    let baseline = study.policies[study.baseline].label.of(lang);
    let mut table = plain(vec![
        format!("{}: {} {baseline}", primary.name(lang), lang.of(("相比", "beside"))),
        lang.of(("差", "difference")).to_string(),
        lang.of(("95% 区间", "95 % interval")).to_string(),
        lang.of(("方差比", "variance ratio")).to_string(),
    ]);
    for of in standings {
        let Some(compared) = of.differences.as_ref().and_then(|of| of.get(place)) else { continue };
        let mut row = vec![study.policies[of.policy].label.of(lang).to_string()];
        match compared {
            Comparison::NotExercised => row.push(lang.of(NOT_EXERCISED).to_string()),
            Comparison::TooFew { .. } => row.push(lang.of(TOO_FEW).to_string()),
            Comparison::Measured(paired) => {
                row.push(signed(primary, &paired.mean));
                let [low, high] = [&paired.low, &paired.high].map(|of| signed(primary, of));
                row.push(format!("{low} … {high}"));
                let ratio = paired.variance_ratio.as_ref();
                row.push(ratio.map_or_else(|| "—".to_string(), |of| format!("{of:.3}")));
            }
        }
        table.add_row(row);
    }
    table
}
