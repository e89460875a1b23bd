//! A small ledger, and what somebody can do to a file: change it, hash one line of it anew, or all.

use paidan::ledger::{
    Hash, Head, LedgerError, LedgerFault, Reader, audit, recover, replay, verify,
};
use paidan::{
    Act, Alliance, Application, Category, Command, Misconduct, Name, Order, Outcome, Policy,
};

use crate::common::acts::{complete, expel};
use crate::common::{City, date, enterprise, item, member, naming, order, plain, station, text};

pub const ORIGIN: &str = "dispatch.cixi.example/ledger";

/// What stands before and after a line's own hash, and how long that end is with its newline.
const HASH: &str = ",\"hash\":\"";
const CLOSE: &str = "\"}\n";
pub const END: usize = HASH.len() + 64 + CLOSE.len();

/// A ledger as it was written.
pub struct Book {
    /// The state from which it starts.
    pub start: Alliance,
    pub history: Vec<(Command, Outcome)>,
    /// Each with its newline; the header is the first.
    pub lines: Vec<Vec<u8>>,
    /// The head after each line.
    pub heads: Vec<Head>,
}

impl Book {
    pub fn of(start: &Alliance, history: &[(Command, Outcome)]) -> Self {
        let first = Head::begin(ORIGIN.parse().expect("an origin"), start).expect("short");
        let mut book = Self {
            start: start.clone(),
            history: history.to_vec(),
            lines: vec![first.line],
            heads: vec![first.head],
        };
        for (command, outcome) in history {
            let sealed = book.head().seal(command, outcome).expect("the next entry");
            book.lines.push(sealed.line);
            book.heads.push(sealed.head);
        }
        book
    }

    pub fn head(&self) -> &Head {
        self.heads.last().expect("a header")
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.lines.concat()
    }

    /// Where a line begins, counted from 0.
    pub fn begins(&self, line: usize) -> u64 {
        self.lines[..line].iter().map(|line| line.len() as u64).sum()
    }

    /// The error at the beginning of a line, counted from 0.
    pub fn error(&self, line: usize, fault: LedgerFault) -> LedgerError {
        LedgerError { line: line as u64 + 1, byte: self.begins(line), fault }
    }

    /// The states: before the first entry, and after each.
    pub fn states(&self) -> Vec<Alliance> {
        let mut states = vec![self.start.clone()];
        for (command, outcome) in &self.history {
            let mut state = states[states.len() - 1].clone();
            state.apply(command, outcome).expect("an outcome of its own");
            states.push(state);
        }
        states
    }

    /// The file with what is hashed of one line altered, and that line alone hashed anew.
    pub fn alone(&self, line: usize, alter: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<Vec<u8>> {
        let mut lines = self.lines.clone();
        lines[line] = closed(&alter(body(&lines[line])));
        lines
    }

    /// The same, and every line after it bound and hashed anew, as somebody does who may write all.
    pub fn chained(&self, line: usize, alter: impl FnOnce(&[u8]) -> Vec<u8>) -> Vec<Vec<u8>> {
        let mut lines = self.alone(line, alter);
        rechain(&mut lines, line + 1);
        lines
    }

    /// The file with the outcome of one entry exchanged, and all after it hashed anew.
    pub fn with_outcome(&self, entry: usize, outcome: &Outcome) -> Vec<Vec<u8>> {
        let mut history = self.history.clone();
        history[entry].1 = outcome.clone();
        Self::of(&self.start, &history).lines
    }
}

/// What is hashed of a line.
pub fn body(line: &[u8]) -> &[u8] {
    &line[..line.len() - END]
}

/// The hash that a line gives.
pub fn own_hash(line: &[u8]) -> Hash {
    let hex = &line[line.len() - END + HASH.len()..][..64];
    str::from_utf8(hex).expect("digits").parse().expect("a hash")
}

/// A line of what is hashed of it.
pub fn closed(body: &[u8]) -> Vec<u8> {
    let hash = Hash::leaf(&[body]).to_string();
    [body, HASH.as_bytes(), hash.as_bytes(), CLOSE.as_bytes()].concat()
}

/// Binds each line from one on to the line before it, and hashes it anew.
pub fn rechain(lines: &mut [Vec<u8>], from: usize) {
    for line in from..lines.len() {
        let before = own_hash(&lines[line - 1]).to_string();
        let mut body = body(&lines[line]).to_vec();
        let end = body.len() - 1;
        body[end - 64..end].copy_from_slice(before.as_bytes());
        lines[line] = closed(&body);
    }
}

/// Exchanges one piece of a text, which must be in it, for another, the first time it occurs.
pub fn put(from: &str, to: &str) -> impl Fn(&[u8]) -> Vec<u8> {
    move |body| {
        let text = str::from_utf8(body).expect("a text");
        assert!(text.contains(from), "no {from} in {text}");
        text.replacen(from, to, 1).into_bytes()
    }
}

/// What each reader says is wrong: `verify`, `replay`, `recover`, `audit` and the entries.
pub fn readers(bytes: &[u8]) -> [(&'static str, Option<LedgerError>); 5] {
    let entries = || {
        let (_, entries) = Reader::open(bytes)?;
        entries.map(|entry| entry.map(drop)).collect::<Result<(), _>>()
    };
    [
        ("verify", verify(bytes).err()),
        ("replay", replay(bytes).err()),
        ("recover", recover(bytes).err()),
        ("audit", audit(bytes).err()),
        ("Reader", entries().err()),
    ]
}

/// Every reader finds this, and so do those that read what is said, where `verify` does not.
pub fn all_find(bytes: &[u8], error: &LedgerError) {
    for (reader, found) in readers(bytes) {
        assert_eq!(found.as_ref(), Some(error), "{reader}");
    }
}

/// Whether every reader takes it.
pub fn all_read(bytes: &[u8]) {
    for (reader, found) in readers(bytes) {
        assert_eq!(found, None, "{reader}");
    }
}

/// Two dozen entries with every kind of thing: orders by turn, designated and held, names in Chinese,
/// a text that JSON has to escape, an entry with a reference that is recorded late, one that goes
/// away, closed months from January to April.
pub fn small() -> Book {
    let mut city = City::literal();
    let empty = Alliance::new(Policy::cixi_2021());
    for (called, category) in [("审计", Category::Finance), ("专利申请", Category::Patent)] {
        let (name, menu_price) = (named(called), Some("900.00".parse().expect("a price")));
        city.act(Act::ListItem { name, category, menu_price });
    }
    for called in ["甲会计师事务所", "乙所", "丙所", "丁所"] {
        let firm = city.application(Category::Finance, &[item(1)]);
        city.act(Act::Admit(Application { name: named(called), ..firm }));
    }
    city.publish(&[(member(2), 30), (member(1), 20), (member(3), 10)]);
    city.go("2025-01-07");
    city.turn(item(1));
    city.accept(naming(item(1), member(2)));
    city.accept(plain(item(2)));
    late(&mut city);
    city.go("2025-01-20");
    city.act(complete(order(1), "2025-01-17"));
    city.act(Act::Settle { order: order(1) });
    city.open("2025-02-01");
    city.turn(item(1));
    city.act(expel(member(3), Misconduct::Infringement { pursued: true }));
    city.go("2025-02-11");
    city.act(Act::Cancel { order: order(3) });
    city.open("2025-03-03");
    let deposited = Order { months: 13, ask_deposit: true, ..plain(item(1)) };
    city.accept(deposited);
    city.adopt("2025-04", &Policy::recommended());
    city.open("2025-04-01");
    city.turn(item(1));
    Book::of(&empty, &city.history)
}

fn named(called: &str) -> Name {
    crate::common::name(called)
}

/// What is said in it no name has, and JSON escapes most of it.
pub const SAID: &str = "他说：\"\\/\"\r\n\t\u{8}\u{c}\u{1}\u{7f}\u{2028}\u{202e}𠮷 </script>";

/// A consultation with a reference, recorded a day late.
fn late(city: &mut City) {
    let (station, enterprise) = (station(1), enterprise(2));
    let act = Act::RecordConsultation { station, enterprise, text: text(SAID) };
    let command = Command {
        expect: Some(city.alliance.next_position()),
        reference: Some("窗口 3/17".parse().expect("a reference")),
        occurred: Some(date("2025-01-06")),
        ..Command::new(city.date, act)
    };
    let outcome = city.alliance.step(&command).expect("accepted");
    city.history.push((command, outcome));
}

/// The entries of the small ledger from one on, from the state that those before it led to.
pub fn later(from: usize) -> Book {
    let book = small();
    Book::of(&book.states()[from], &book.history[from..])
}
