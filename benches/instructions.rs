//! Temporary.
#![allow(clippy::disallowed_types, reason = "a bench reads the clock")]
mod common;
use common::{Kind, Work};
use paidan::Policy;

#[inline(never)]
fn measured_engine(work: &Work, alliance: &mut paidan::Alliance) {
    work.by_engine(alliance);
}
#[inline(never)]
fn measured_bare(work: &Work, bare: &mut common::bare::Bare) {
    work.by_bare(bare);
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let kind = match args[1].as_str() {
        "turn" => Kind::Turn,
        "designated" => Kind::Designated,
        "held" => Kind::Held,
        _ => Kind::Year,
    };
    let members = args[2].parse().unwrap();
    let work = Work::new(kind, members, &Policy::cixi_2021());
    let (mut alliance, mut bare) = (work.engine(), work.yardstick());
    measured_engine(&work, &mut alliance);
    measured_bare(&work, &mut bare);
}
