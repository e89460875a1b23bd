//! The register of firms that a city keeps for a station, to set its goals against.

use std::collections::BTreeSet;

use paidan::{
    Act, Alliance, Command, CreditCode, EnterpriseId, GoalRegister, Policy, Set, StationId,
};
use serde::Serialize;

use super::dice::Dice;
use super::world::Registrar;

/// The station of the register, by its place: a small one.
const PLACE: usize = 13;

/// A station and the register of firms for its goals.
#[derive(Debug, Serialize)]
struct StationRegister {
    station: StationId,
    register: GoalRegister,
}

/// Who came to the station of the register in the year, and who of the registered did not.
fn guests(commands: &[Command]) -> [Vec<CreditCode>; 2] {
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let mut came = BTreeSet::<EnterpriseId>::new();
    for command in commands {
        if alliance.step(command).is_err() {
            continue;
        }
        let (station, enterprise) = match &command.act {
            Act::Accept(order) => (order.station, order.enterprise),
            Act::RecordConsultation { station, enterprise, .. } => (*station, *enterprise),
            _ => continue,
        };
        if station.index() == PLACE {
            came.insert(enterprise);
        }
    }
    let ids = (0..alliance.enterprises().len()).filter_map(|place| EnterpriseId::at(place).ok());
    let (came, others): (Vec<_>, Vec<_>) = ids.partition(|id| came.contains(id));
    [came, others].map(|ids| {
        let known = ids.into_iter().filter_map(|id| alliance.enterprise(id));
        known.map(|enterprise| enterprise.code).collect()
    })
}

/// The register of a year. Four in five of those that came are of the area, the others from
/// elsewhere; their number says how many firms there are, so that each goal is nearly reached, just
/// reached, or a little more.
pub fn register(seed: u64, commands: &[Command]) -> impl Serialize {
    let mut dice = Dice::aside(seed, 2);
    let [mut came, mut others] = guests(commands);
    let known: BTreeSet<CreditCode> = came.iter().chain(&others).copied().collect();
    shuffle(&mut dice, &mut came);
    shuffle(&mut dice, &mut others);
    came.truncate((came.len() * 4 / 5).max(9));
    // A little more than 15 of a hundred came; one in ten of the others nobody knows.
    let absent = came.len() * 85 / 15;
    others.truncate(absent - absent / 10);
    let mut firms = Registrar::default();
    while others.len() < absent {
        let code = firms.code(&mut dice);
        others.extend((!known.contains(&code)).then_some(code));
    }
    let absent = |from: usize, firms: usize| others.iter().rev().skip(from).step_by(6).take(firms);
    // 9 of 12 came, which is just enough; 4 of 13 is one too few.
    let cultivation_list = set(came[..9].iter().chain(absent(0, 3)));
    let new_high_tech = set(came[5..9].iter().chain(absent(1, 9)));
    let incubated = set(&came[5..9]);
    let technology_smes = set(came.iter().chain(&others));
    let station = StationId::at(PLACE).expect("an id");
    let register = GoalRegister { technology_smes, cultivation_list, new_high_tech, incubated };
    StationRegister { station, register }
}

fn set<'a>(codes: impl IntoIterator<Item = &'a CreditCode>) -> Set<CreditCode> {
    let codes: Vec<CreditCode> = codes.into_iter().copied().collect();
    Set::try_from(codes).expect("a short list")
}

fn shuffle(dice: &mut Dice, codes: &mut [CreditCode]) {
    for end in (1..codes.len()).rev() {
        let last = u32::try_from(end).expect("a few hundred");
        codes.swap(end, dice.within(0..=last) as usize);
    }
}
