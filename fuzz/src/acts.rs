//! A history of acts, most of them possible.

use arbitrary::{Result, Unstructured};
use paidan::{
    Act, Alliance, Command, Created, Date, Dispatch, Event, MemberId, dispatch, explain, reassign,
};

use crate::decode;
use crate::{first_of_next, sound};

/// The most acts of one history.
const MOST: usize = 150;

/// After every act the state is sound; what was asked before an order is what happens; a refusal
/// changes nothing; replaying the outcome makes the same state.
pub fn acts(bytes: &[u8]) {
    // Bytes that run out end the history.
    let _ = history(&mut Unstructured::new(bytes));
}

fn history(bytes: &mut Unstructured<'_>) -> Result<()> {
    let mut alliance = Alliance::new(decode::policy(bytes)?);
    let mut twin = alliance.clone();
    let first = Date::from_ymd(2025, 11, 3).expect("a day");
    for act in decode::opening() {
        carry_out(&mut alliance, &mut twin, &Command::new(first, act));
    }
    for _ in 0..MOST {
        if bytes.is_empty() {
            break;
        }
        let act = decode::act(bytes)?;
        let date = date(bytes, &act, alliance.date().unwrap_or(first))?;
        let command = Command { expect: decode::expect(bytes)?, ..Command::new(date, act) };
        carry_out(&mut alliance, &mut twin, &command);
    }
    let again = Alliance::try_from(alliance.snapshot()).expect("a state is let in");
    sound(&again);
    assert_eq!(again, alliance);
    Ok(())
}

/// Mostly the right month, mostly not before the last date.
fn date(bytes: &mut Unstructured<'_>, act: &Act, last: Date) -> Result<Date> {
    let step = bytes.int_in_range(0..=31)?;
    let wants_next = matches!(act, Act::OpenMonth) != (step == 31);
    if wants_next {
        return Ok(first_of_next(last));
    }
    let (year, month) = (last.year(), last.month().of_year());
    let day = if step < 24 { return Ok(last) } else { (step - 23) * 4 };
    Ok(Date::from_ymd(year, month, day).unwrap_or(last))
}

fn carry_out(alliance: &mut Alliance, twin: &mut Alliance, command: &Command) {
    let before = alliance.snapshot();
    let asked = preview(alliance, command);
    let moved = match &command.act {
        &Act::Reassign { order, finding, to } => {
            Some((order, reassign(alliance, order, &finding, to)))
        }
        _ => None,
    };
    let Ok(outcome) = alliance.step(command) else {
        assert_eq!(alliance.snapshot(), before, "a refusal changes nothing");
        return;
    };
    sound(alliance);
    if let Some((order, asked)) = moved {
        let to = asked.expect("what is done could be asked").to;
        let first = outcome.events.iter().find_map(|event| match *event {
            Event::Dispatched { order: of, member, .. } if of == order => Some(member),
            _ => None,
        });
        assert_eq!(first, Some(to), "a reassignment asked for is what happens");
    }
    if let (Some(asked), Some(Created::Order(order))) = (asked, outcome.created()) {
        assert_eq!(asked.member(), outcome.holder_of(order), "a preview is what happens");
    }
    assert_eq!(twin.apply(command, &outcome), Ok(()), "an outcome can be replayed");
    sound(twin);
    assert_eq!(twin, alliance, "and makes the same state");
}

/// To whom the order of a command would go; both doors that only ask say the same, and an
/// explanation has every member of the line once.
fn preview(alliance: &Alliance, command: &Command) -> Option<Dispatch> {
    let Act::Accept(order) = &command.act else { return None };
    let asked = dispatch(alliance, order);
    let explained = explain(alliance, order);
    assert_eq!(asked, explained.clone().map(|of| of.dispatch), "what is explained is done");
    if let Ok(explained) = explained {
        let mut shown: Vec<MemberId> = explained.line.iter().map(|of| of.member).collect();
        let mut line: Vec<MemberId> = alliance.line(explained.category).collect();
        shown.sort_unstable();
        line.sort_unstable();
        assert_eq!(shown, line, "everybody in the line is explained");
    }
    asked.ok()
}
