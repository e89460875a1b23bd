//! Charts, as SVG that needs nothing around it. What is drawn is in whole tenths of a unit, so that it
//! is the same on every machine.

use maud::{Markup, html};
use paidan::simulation::measures::Ratio;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::lang::Lang;
use crate::measures::Measure;
use crate::study::Study;
use crate::summary::{Spread, Standing};
use crate::table::{NOT_EXERCISED, UNDEFINED};

/// 360 units, in tenths: wide enough to be read on a telephone without being shrunk.
const WIDTH: u64 = 3_600;
const FONTS: &str = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
const INK: &str = "#1f2933";
const FAINT: &str = "#6b7785";
const RULE: &str = "#d5dae0";
const BAND: &str = "#9dc1e4";
const DOT: &str = "#1d5f9e";
const BASE_BAND: &str = "#c9ccd1";
const BASE_DOT: &str = "#4a5058";
const RED: &str = "#b3261e";

/// How many columns of a terminal a label may be wide, of which one is about 6.6 units of a chart.
const LABEL: usize = 43;

/// A label cut to the room there is: a Chinese character is two columns wide.
pub fn fit(label: &str, columns: usize) -> String {
    if label.width() <= columns {
        return label.to_string();
    }
    let mut fitted = String::new();
    let mut taken = 1;
    for of in label.chars() {
        taken += of.width().unwrap_or(0);
        if taken > columns {
            break;
        }
        fitted.push(of);
    }
    fitted + "…"
}

/// A number in thousand-millionths.
fn parts(of: &Ratio) -> u128 {
    format!("{of:.9}").replace('.', "").parse().unwrap_or(0)
}

/// So much of a length as a number is of another one, which is not smaller.
fn scaled(of: &Ratio, whole: &Ratio, length: u64) -> u64 {
    let part = parts(of) * u128::from(length);
    part.checked_div(parts(whole)).and_then(|of| u64::try_from(of).ok()).unwrap_or(0)
}

/// A coordinate, from tenths.
fn at(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The document of a chart: its title is read aloud.
fn svg(height: u64, title: &str, inner: &Markup) -> Markup {
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox=(format!("0 0 {} {}", WIDTH / 10, height / 10))
            width=(WIDTH / 10) height=(height / 10) role="img" aria-label=(title) font-family=(FONTS) font-size="12.5" {
            title { (title) }
            rect width=(WIDTH / 10) height=(height / 10) fill="#ffffff" {}
            (inner)
        }
    }
}

/// What a chart starts with.
struct Head {
    title: String,
    note: &'static str,
}

impl Head {
    const HEIGHT: u64 = 440;

    fn draw(&self) -> Markup {
        html! {
            text x="0" y="16" font-size="14.5" font-weight="600" fill=(INK) { (fit(&self.title, 48)) }
            text x="0" y="33" font-size="11" fill=(FAINT) { (self.note) }
        }
    }
}

fn line([x1, y1, x2, y2]: [u64; 4], color: &str, width: &str) -> Markup {
    html! {
        line x1=(at(x1)) y1=(at(y1)) x2=(at(x2)) y2=(at(y2)) stroke=(color) stroke-width=(width) {}
    }
}

/// One measure of every policy in a world, with its spread over the seeds.
pub fn spreads(study: &Study, standings: &[Standing], place: usize, lang: Lang) -> Markup {
    const ROW: u64 = 360;
    let measure = study.measures[place];
    let head = Head {
        title: measure.name(lang).to_string(),
        note: lang.of((
            "点：平均；色带：5% 至 95% 的种子；细线：全部种子",
            "dot: mean; band: 5 % to 95 % of the seeds; line: all",
        )),
    };
    let largest = standings.iter().filter_map(|of| match &of.spreads[place] {
        Spread::Values(values) => Some(&values.ranks[4]),
        _ => None,
    });
    let largest = largest.max().cloned().unwrap_or_else(|| Ratio::from(0));
    let x = |of: &Ratio| 20 + scaled(of, &largest, WIDTH - 40);
    let rows = standings.iter().zip(0_u64..).map(|(of, row)| {
        let top = Head::HEIGHT + row * ROW;
        let middle = top + 250;
        let policy = &study.policies[of.policy];
        let is_base = of.policy == study.baseline;
        let (band, dot) = if is_base { (BASE_BAND, BASE_DOT) } else { (BAND, DOT) };
        html! {
            text x="0" y=(at(top + 130)) fill=(INK) { (fit(policy.label.of(lang), LABEL)) }
            @match &of.spreads[place] {
                Spread::NotExercised => (end(top, lang.of(NOT_EXERCISED), RED)),
                Spread::Undefined => (end(top, lang.of(UNDEFINED), FAINT)),
                Spread::Values(values) => {
                    (end(top, &measure.show(&values.mean), INK))
                    (line([20, middle, WIDTH - 20, middle], RULE, "0.6"))
                    @let [least, low, _, high, most] = &values.ranks;
                    rect x=(at(x(low))) y=(at(middle - 45)) width=(at((x(high) - x(low)).max(10)))
                        height="9" rx="2" fill=(band) {}
                    (line([x(least), middle, x(most), middle], dot, "1"))
                    circle cx=(at(x(&values.mean))) cy=(at(middle)) r="3.6" fill=(dot) {}
                }
            }
        }
    });
    let rows: Vec<Markup> = rows.collect();
    let below = Head::HEIGHT + ROW * count(rows.len()) + 120;
    let inner = html! {
        (head.draw())
        @for row in &rows { (row) }
        text x="0" y=(at(below)) font-size="11" fill=(FAINT) { "0" }
        text x=(at(WIDTH)) y=(at(below)) font-size="11" fill=(FAINT) text-anchor="end" {
            (measure.show(&largest))
        }
    };
    svg(below + 60, &head.title, &inner)
}

fn count(of: usize) -> u64 {
    u64::try_from(of).unwrap_or(0)
}

/// What stands at the end of a label's line.
fn end(top: u64, text: &str, color: &str) -> Markup {
    html! {
        text x=(at(WIDTH)) y=(at(top + 130)) text-anchor="end" font-weight="600" fill=(color) { (text) }
    }
}

/// What is drawn month by month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Monthly {
    /// Members suspended.
    Suspended,
    /// Orders held at the end of the month.
    Held,
}

impl Monthly {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Suspended, Self::Held];

    /// By what a file of it is named.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Suspended => "months-suspended",
            Self::Held => "months-held",
        }
    }

    const fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::Suspended => ("各月暂停派单的会员", "members suspended, by month"),
            Self::Held => ("各月末待派的订单", "orders held at the end of each month"),
        }
    }

    fn of(self, standing: &Standing) -> &[[Ratio; 3]] {
        match self {
            Self::Suspended => &standing.suspended,
            Self::Held => &standing.held,
        }
    }
}

/// Month by month, a panel a policy, all on one scale.
pub fn months(study: &Study, standings: &[Standing], which: Monthly, lang: Lang) -> Markup {
    const ROW: u64 = 480;
    const BARS: u64 = 260;
    let head = Head {
        title: lang.of(which.title()).to_string(),
        note: lang.of((
            "柱：平均；线：5% 至 95% 的种子；各格同一比例",
            "bar: mean; line: 5 % to 95 % of the seeds; one scale",
        )),
    };
    let all = standings.iter().flat_map(|of| which.of(of));
    let largest = all.map(|[mean, _, high]| mean.max(high)).max().cloned();
    let largest = largest.unwrap_or_else(|| Ratio::from(0));
    let tall = |of: &Ratio| scaled(of, &largest, BARS);
    let panels = standings.iter().zip(0_u64..).map(|(of, row)| {
        let top = Head::HEIGHT + row * ROW;
        let floor = top + 180 + BARS;
        let is_base = of.policy == study.baseline;
        let (band, dot) = if is_base { (BASE_BAND, BASE_DOT) } else { (BAND, DOT) };
        let label = study.policies[of.policy].label.of(lang);
        html! {
            text x="0" y=(at(top + 130)) fill=(INK) { (fit(label, LABEL)) }
            @if which == Monthly::Suspended && !of.caps { (end(top, lang.of(NOT_EXERCISED), RED)) }
            (line([0, floor, WIDTH, floor], RULE, "0.8"))
            @for ([mean, low, high], month) in which.of(of).iter().zip(0_u64..) {
                @let left = month * 300 + 50;
                @if tall(mean) > 0 {
                    rect x=(at(left)) y=(at(floor - tall(mean))) width="20" height=(at(tall(mean)))
                        fill=(band) {}
                }
                @if tall(high) > 0 {
                    (line([left + 100, floor - tall(low), left + 100, floor - tall(high)], dot, "1.4"))
                }
            }
        }
    });
    let panels: Vec<Markup> = panels.collect();
    let below = Head::HEIGHT + ROW * count(panels.len()) + 100;
    let inner = html! {
        (head.draw())
        text x=(at(WIDTH)) y="33" font-size="11" fill=(FAINT) text-anchor="end" {
            (lang.of(("最高 ", "top "))) (format!("{largest:.1}"))
        }
        @for panel in &panels { (panel) }
        @for month in 1..=12_u64 {
            text x=(at(month * 300 - 150)) y=(at(below)) font-size="11" fill=(FAINT)
                text-anchor="middle" { (month) }
        }
    };
    svg(below + 60, &head.title, &inner)
}

/// The name under which the file of a measure's chart is kept.
pub fn file(study: &str, world: &str, chart: &str, lang: Lang) -> String {
    format!("{study}.{world}.{chart}.{}.svg", lang.tag())
}

/// Whether there is anything of a measure to draw.
pub fn is_drawn(standings: &[Standing], place: usize) -> bool {
    standings.iter().any(|of| matches!(of.spreads[place], Spread::Values(_)))
}

/// All charts of a world, each with its name.
pub fn all(study: &Study, standings: &[Standing], lang: Lang) -> Vec<(String, Markup)> {
    let spread = |(place, measure): (usize, &&'static Measure)| {
        let chart = || spreads(study, standings, place, lang);
        is_drawn(standings, place).then(|| (measure.id.to_string(), chart()))
    };
    let mut charts: Vec<(String, Markup)> =
        study.measures.iter().enumerate().filter_map(spread).collect();
    let primary = charts.iter().position(|(id, _)| id == study.primary.id).unwrap_or(0);
    charts.get_mut(..=primary).into_iter().for_each(|first| first.rotate_right(1));
    let months = Monthly::ALL.map(|of| (of.id().to_string(), months(study, standings, of, lang)));
    let rest = charts.split_off(charts.len().min(1));
    charts.extend(months);
    charts.extend(rest);
    charts
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn a_label_is_cut_by_its_width() {
        assert_eq!(fit("推荐口径", 8), "推荐口径");
        assert_eq!(fit("推荐口径", 7), "推荐口…");
        assert_eq!(fit("推荐口径", 6), "推荐…");
        assert_eq!(fit("abcdef", 4), "abc…");
        assert_eq!(fit("", 0), "");
    }
}
