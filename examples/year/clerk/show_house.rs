//! What is printed beside orders: registers, the council, the stations, and what enterprises say. A
//! line that would say nothing is left out.

use std::io::{self, Write};

use paidan::figures::{HouseFigures, RegisterFigures};

/// A figure, with what it counts in singular and plural.
type Told = (u64, &'static str, &'static str);

/// Prints what changed of the registers.
pub fn registers(out: &mut impl Write, of: &RegisterFigures) -> io::Result<()> {
    let told = told(&[
        (of.bars_lifted, "bar lifted", "bars lifted"),
        (of.calendars, "calendar adopted", "calendars adopted"),
        (of.enterprises, "enterprise registered", "enterprises registered"),
        (of.items_relisted, "item put back on the menu", "items put back on the menu"),
        (of.items_delisted, "item taken off the menu", "items taken off the menu"),
        (of.leaves_ended, "leave ended", "leaves ended"),
        (of.leaves_granted, "leave granted", "leaves granted"),
        (of.admitted, "member admitted", "members admitted"),
        (of.withdrawn, "member withdrew", "members withdrew"),
        (of.menu_prices, "menu price set", "menu prices set"),
        (of.renamed, "name changed", "names changed"),
        (of.offers_changed, "offer changed", "offers changed"),
        (of.corrections, "ranking corrected", "rankings corrected"),
        (of.rankings, "ranking published", "rankings published"),
        (of.notices, "rectification notice", "rectification notices"),
        (of.stations_closed, "station closed", "stations closed"),
        (of.stations_reopened, "station opened again", "stations opened again"),
    ]);
    if told.is_empty() { Ok(()) } else { writeln!(out, "  {told}") }
}

/// Prints a line each for the council, the stations and the feedback.
pub fn house(out: &mut impl Write, house: &HouseFigures) -> io::Result<()> {
    let of = &house.council;
    line(
        out,
        "council",
        &[
            (of.taken, "seat taken", "seats taken"),
            (of.given_up, "seat given up", "seats given up"),
            (of.lost, "seat lost for a breach", "seats lost for breaches"),
            (of.left, "seat left with its member", "seats left with their members"),
            (of.breaches, "breach on record", "breaches on record"),
        ],
    )?;
    let of = &house.stations;
    line(
        out,
        "stations",
        &[
            (of.plans, "duty plan", "duty plans"),
            (of.short, "of them falls short", "of them fall short"),
            (of.trainings, "training", "trainings"),
            (of.consultations, "consultation", "consultations"),
            (of.turned_away, "order turned away", "orders turned away"),
        ],
    )?;
    let of = &house.feedback;
    line(
        out,
        "feedback",
        &[
            (of.satisfied.into(), "satisfied", "satisfied"),
            (of.dissatisfied.into(), "dissatisfied", "dissatisfied"),
            (of.complaints.into(), "complaint", "complaints"),
        ],
    )
}

fn line(out: &mut impl Write, title: &str, figures: &[Told]) -> io::Result<()> {
    let told = told(figures);
    if told.is_empty() { Ok(()) } else { writeln!(out, "  {title}: {told}") }
}

/// Figures in words, each in singular or plural; those that are zero are left out.
fn told(figures: &[Told]) -> String {
    let told = figures.iter().filter(|(times, ..)| *times > 0);
    let told: Vec<String> = told
        .map(|(times, one, many)| format!("{times} {}", if *times == 1 { one } else { many }))
        .collect();
    told.join(", ")
}
