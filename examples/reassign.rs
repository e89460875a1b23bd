//! Why: taking an order from a firm is a grave act, and the second time costs the firm its place in
//! the alliance. The platform wants to see all that comes of it before it acts, and no surprise.

use paidan::{
    Act, Alliance, Command, Event, LagFinding, Language::Chinese, MemberId, OrderId, Policy,
    Reassignment, reassign,
};

/// Three firms; orders 1 and 4 are with member 1 by turn, 5 since the enterprise named it.
const CITY: &str = r#"{"date":"2025-03-03","act":{"open_station":{"name":"浒山"}}}
{"date":"2025-03-03","act":{"list_item":{"name":"发明专利申请代理","category":"patent"}}}
{"date":"2025-03-03","act":{"admit":{"name":"慈溪智源专利代理事务所","code":"91330282MA7RG7X7MH","category":"patent","volume":9,"offers":[1]}}}
{"date":"2025-03-03","act":{"admit":{"name":"宁波信达知识产权代理有限公司","code":"91330282MAP54HH2N6","category":"patent","volume":9,"offers":[1]}}}
{"date":"2025-03-03","act":{"admit":{"name":"浙江正和专利代理事务所","code":"91330282MAP6PBJJPR","category":"patent","volume":9,"offers":[1]}}}
{"date":"2025-03-03","act":{"register_enterprise":{"name":"慈溪市海盛轴承有限公司","code":"91330282MAXJ0PMYP0"}}}
{"date":"2025-03-03","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"4200.00"}}}
{"date":"2025-03-03","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"4200.00"}}}
{"date":"2025-03-03","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"4200.00"}}}
{"date":"2025-03-03","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"4200.00"}}}
{"date":"2025-03-03","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"4200.00","designated":1}}}"#;

type Tried<T> = Result<T, Box<dyn std::error::Error>>;

fn city() -> Tried<Alliance> {
    let mut city = Alliance::new(Policy::cixi_2021());
    for line in CITY.lines() {
        city.step(&serde_json::from_str::<Command>(line)?)?;
    }
    Ok(city)
}

/// Asks what would come of it and tells that; nothing moves.
fn ask(
    city: &Alliance,
    order: OrderId,
    finding: LagFinding,
    to: Option<MemberId>,
) -> Option<Reassignment> {
    println!("\nMay order {order} be taken away? 订单{order}可否调单？");
    let told = reassign(city, order, &finding, to)
        .map_err(|no| println!("  No: {no}\n  否：{}", no.in_language(Chinese)))
        .ok()?;
    let name = |member| city.member(member).map_or("?", |firm| firm.name.as_str());
    let (from, to, basis, run) = (name(told.from), name(told.to), told.basis, told.run);
    let (exits, exits_zh) =
        if told.exits { ("exits", "须退出") } else { ("stays", "不退出") };
    println!("  It would go from {from} to {to} {basis}; run {run}, the first one {exits}.");
    let basis = basis.in_language(Chinese);
    println!("  将由{from}调至{to}（{basis}）；前者连续被调单{run}次，{exits_zh}。");
    Some(told)
}

/// Does what was told, prints what happens, and sees that it is just that.
fn act(city: &mut Alliance, order: OrderId, to: Option<MemberId>, told: Reassignment) -> Tried<()> {
    let act = Act::Reassign { order, finding: LagFinding::COMPLETE, to };
    let outcome = city.step(&Command::new("2025-03-20".parse()?, act))?;
    println!("It is done. 已调单：");
    for event in &outcome.events {
        println!("  {event}\n    {}", event.in_language(Chinese));
    }
    let exits = outcome.events.iter().any(|event| matches!(event, Event::Expelled { .. }));
    assert_eq!((outcome.holder_of(order), exits), (Some(told.to), told.exits));
    let (member, run) = (told.from, told.run);
    assert!(outcome.events.contains(&Event::RunRaised { order, member, run }));
    Ok(())
}

fn main() -> Tried<()> {
    let mut city = city()?;
    let (first, second, third) = (OrderId::new(1)?, OrderId::new(4)?, Some(MemberId::new(3)?));
    let no_complaint = LagFinding { enterprise_complained: false, ..LagFinding::COMPLETE };
    ask(&city, first, no_complaint, None);
    ask(&city, first, LagFinding::COMPLETE, None);
    for (order, to) in [(first, third), (second, None)] {
        if let Some(told) = ask(&city, order, LagFinding::COMPLETE, to) {
            act(&mut city, order, to, told)?;
        }
    }
    Ok(())
}
