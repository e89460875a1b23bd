//! rig
mod engine_view;
mod faults;
mod history;
mod plain;
mod seeded;
mod twin;
mod view;
use history::{Maker, world::*};
use seeded::Seeded;
use twin::Twin;
#[test]
fn smoke() {
    for (world, n) in [(SMALL, 100_000u64), (CROWDED, 20_000), (WIDE, 800)] {
        let t = std::time::Instant::now();
        let (mut count, mut bad) = (0u64, std::collections::BTreeMap::<String, (u32, String)>::new());
        for seed in 0..n {
            let mut draws = Seeded::new(seed);
            let (policy, mut maker) = Maker::new(world, &mut draws);
            let mut twin = Twin::<plain::Plain>::new(policy);
            while let Some(command) = maker.next(&twin.engine) {
                count += 1;
                if let Err(d) = twin.step(&command, &mut |_| ()) {
                    let text = d.to_string();
                    let key: String = format!("{} / {}", &format!("{:?}", command.act).chars().take(14).collect::<String>(), text.lines().map(|l| l.trim().chars().take(26).collect::<String>()).collect::<Vec<_>>().join(";").chars().take(120).collect::<String>());
                    let e = bad.entry(key).or_insert((0, format!("seed {seed} {:?}\n{}", command, text)));
                    e.0 += 1;
                    break;
                }
            }
        }
        println!("{} {count} {:?}", world.name, t.elapsed());
        for (k, (n, t)) in bad { println!("### {n} x {k}\n{t}\n"); }
    }
}
