//! A history that fails, made short and plain as long as it still fails.

mod plainer;
mod rename;

use paidan::{Act, Alliance, Command, Created, Date, ItemId, Policy};

use rename::{Ids, renamed};

/// A policy, and commands one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    pub policy: Policy,
    pub commands: Vec<Command>,
}

/// Where a history fails, if it does: the place of the command.
pub type Fails<'a> = &'a dyn Fn(&History) -> Option<usize>;

/// After so many rounds it is short enough.
const MOST_ROUNDS: usize = 8;

/// Pairs of commands are tried only where there are few.
const SHORT: usize = 30;

/// A shorter and plainer history that fails, too: by itself, or where whoever had an order is named for
/// it, so that what only made the turn come to it can go.
pub fn shrunk(history: History, fails: Fails<'_>) -> History {
    let short = shrunk_by_itself(history, fails);
    let named = naming_who_had_it(&short);
    if fails(&named).is_none() {
        return short;
    }
    let other = shrunk_by_itself(named, fails);
    if other.commands.len() < short.commands.len() { other } else { short }
}

/// The history with every order designated, or reassigned by name, to whom it went.
fn naming_who_had_it(history: &History) -> History {
    let mut alliance = Alliance::new(history.policy.clone());
    let mut history = history.clone();
    for command in &mut history.commands {
        let Ok(outcome) = alliance.step(command) else { continue };
        match (&mut command.act, outcome.created()) {
            (Act::Accept(order), Some(Created::Order(id))) => {
                order.designated = outcome.holder_of(id);
            }
            (Act::Reassign { order, to, .. }, _) => *to = outcome.holder_of(*order),
            _ => {}
        }
    }
    history
}

fn shrunk_by_itself(mut history: History, fails: Fails<'_>) -> History {
    for _ in 0..MOST_ROUNDS {
        let before = history.clone();
        cut_the_end(&mut history, fails);
        drop_chunks(&mut history, fails);
        drop_pairs(&mut history, fails);
        drop_months(&mut history, fails);
        use_one_item(&mut history, fails);
        simplify_policy(&mut history, fails);
        simplify_commands(&mut history, fails);
        if history == before {
            break;
        }
    }
    history
}

/// Takes a candidate over if it fails.
fn try_out(history: &mut History, candidate: History, fails: Fails<'_>) -> bool {
    let is_taken = candidate != *history && fails(&candidate).is_some();
    if is_taken {
        *history = candidate;
        cut_the_end(history, fails);
    }
    is_taken
}

/// What comes after the failure does not matter.
fn cut_the_end(history: &mut History, fails: Fails<'_>) {
    if let Some(at) = fails(history) {
        history.commands.truncate(at + 1);
    }
}

/// Leaves out halves, quarters and so on, at last single commands.
fn drop_chunks(history: &mut History, fails: Fails<'_>) {
    let mut size = history.commands.len().div_ceil(2);
    while size > 0 {
        // From the end on, since what is made earlier is needed later.
        let mut end = history.commands.len();
        while end > 0 {
            let start = end.saturating_sub(size);
            let candidate = without(history, &|nth| (start..end).contains(&nth), &mut |_, _| ());
            try_out(history, candidate, fails);
            end = start.min(history.commands.len());
        }
        size /= 2;
    }
}

/// The history without some commands. What was created keeps being named by what comes later: ids
/// follow what they name; a command whose subject is gone goes, too. What is kept may be changed
/// before it is played.
fn without(
    history: &History,
    is_dropped: &dyn Fn(usize) -> bool,
    change: &mut dyn FnMut(usize, &mut Command),
) -> History {
    let policy = history.policy.clone();
    let (mut was, mut is) = (Alliance::new(policy.clone()), Alliance::new(policy.clone()));
    let (mut ids, mut commands) = (Ids::default(), Vec::new());
    for (nth, command) in history.commands.iter().enumerate() {
        let position = was.next_position();
        let created = was.step(command).ok().and_then(|outcome| outcome.created());
        let mut now = None;
        if !is_dropped(nth)
            && let Some(act) = renamed(&command.act, &ids)
        {
            let expect = command
                .expect
                .map(|wanted| is.next_position().saturating_add(wanted).saturating_sub(position));
            let mut command = Command { act, expect, ..command.clone() };
            change(nth, &mut command);
            now = is.step(&command).ok().and_then(|outcome| outcome.created());
            commands.push(command);
        }
        if let Some(created) = created {
            ids.note(created, now);
        }
    }
    History { policy, commands }
}

/// Leaves out two commands that hold each other up, such as two orders of equal shares.
fn drop_pairs(history: &mut History, fails: Fails<'_>) {
    let mut first = 0;
    while history.commands.len() <= SHORT && first < history.commands.len() {
        let mut second = first + 1;
        while second < history.commands.len() {
            let is_one = |nth: usize| nth == first || nth == second;
            let candidate = without(history, &is_one, &mut |_, _| ());
            if !try_out(history, candidate, fails) {
                second += 1;
            }
        }
        first += 1;
    }
}

/// Leaves a month out: what comes later happens a month earlier.
fn drop_months(history: &mut History, fails: Fails<'_>) {
    let mut nth = history.commands.len();
    while nth > 0 {
        nth -= 1;
        if history.commands.get(nth).is_some_and(|command| command.act == Act::OpenMonth) {
            let before = nth.checked_sub(1).and_then(|before| history.commands.get(before));
            let mut last = before.map(|command| command.date);
            let candidate = without(history, &|of| of == nth, &mut |of, command| {
                if of < nth {
                    return;
                }
                plainer::a_month_earlier(command);
                // Two months in one: the days of the later do not come before the earlier.
                command.date = last.map_or(command.date, |last| last.max(command.date));
                last = Some(command.date);
            });
            try_out(history, candidate, fails);
        }
    }
}

/// Says one item wherever any is named, so that the others need not be listed.
fn use_one_item(history: &mut History, fails: Fails<'_>) {
    let is_listing = |command: &&Command| matches!(command.act, Act::ListItem { .. });
    let listed = history.commands.iter().filter(is_listing).count();
    let items: Vec<ItemId> = (0..listed).filter_map(|nth| ItemId::at(nth).ok()).collect();
    for one in items.iter().filter(|_| listed > 1) {
        let mut ids = Ids::default();
        for item in &items {
            ids.note(Created::Item(*item), Some(Created::Item(*one)));
        }
        let mut candidate = history.clone();
        for command in &mut candidate.commands {
            if let Some(act) = renamed(&command.act, &ids) {
                command.act = act;
            }
        }
        if try_out(history, candidate, fails) {
            break;
        }
    }
}

/// One reading or number after the other becomes that of the literal text.
fn simplify_policy(history: &mut History, fails: Fails<'_>) {
    loop {
        let plainer = plainer::policies(&history.policy).into_iter();
        let mut candidates = plainer.map(|policy| History { policy, ..history.clone() });
        let Some(found) = candidates.find(|candidate| fails(candidate).is_some()) else { break };
        *history = found;
        cut_the_end(history, fails);
    }
}

/// Each command on its own, and on the day of the one before.
fn simplify_commands(history: &mut History, fails: Fails<'_>) {
    let mut nth = 0;
    while let Some(command) = history.commands.get(nth).cloned() {
        let last: Option<Date> = nth.checked_sub(1).map(|before| history.commands[before].date);
        for command in plainer::commands(&command, last) {
            let mut candidate = history.clone();
            candidate.commands[nth] = command;
            // One step makes way for the next, which starts from what was taken over.
            if try_out(history, candidate, fails) {
                break;
            }
        }
        if history.commands.get(nth) == Some(&command) {
            nth += 1;
        }
    }
}
