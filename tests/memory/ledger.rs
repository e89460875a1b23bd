//! What reading a ledger takes: one line and the state, however many entries there are.
//!
//! The ledgers are made as they are read. `PAIDAN_LEDGER_ENTRIES` is how many entries they have,
//! 8 000 where it is not set.

use std::io::{self, BufRead, Read};

use allocation_counter::{measure, opt_out};
use paidan::ledger::{Hash, Head, LINE_MOST, LedgerFault, Reader, audit, recover, verify};
use paidan::{Act, Alliance, Command, Event, OrderId, Outcome, StationId, Text};

use super::{City, accept, day, item, order};
use endless::Endless;

#[path = "../ledger/endless.rs"]
mod endless;

const KIB: u64 = 1_024;

/// How many entries a ledger has.
fn entries() -> u64 {
    let asked = std::env::var("PAIDAN_LEDGER_ENTRIES").ok();
    asked.map_or(8_000, |entries| entries.parse().expect("a number of entries"))
}

/// What the entry of a number is, from 0.
type Acts = fn(u64) -> Act;

/// Acts after which everything is as it was.
fn that_keep_nothing(number: u64) -> Act {
    let station = StationId::new(1).expect("an id");
    let text = || Text::try_from("研发费用加计扣除：\n\"问与答\"").expect("short");
    match number % 4 {
        0 => Act::RecordTraining { station, text: text() },
        1 => Act::CloseStation { station },
        2 => Act::ReopenStation { station },
        _ => Act::SetMenuPrice { item: item(0), menu_price: None },
    }
}

/// Orders that come and end, one after the other. Of each the state keeps how it ended.
fn orders(number: u64) -> Act {
    let of: OrderId = order(u32::try_from(1 + number / 3).expect("few"));
    match number % 3 {
        0 => accept(0, None),
        1 => Act::Complete { order: of, on: day() },
        _ => Act::Settle { order: of },
    }
}

/// A ledger that is sealed line by line as it is read. What that takes is not counted.
struct Written {
    city: Alliance,
    outcome: Outcome,
    head: Head,
    line: Vec<u8>,
    at: usize,
    acts: Acts,
    made: u64,
    most: u64,
}

impl Written {
    fn new(city: &City, acts: Acts, most: u64) -> Self {
        let origin = "dispatch.cixi.example/ledger".parse().expect("an origin");
        let first = Head::begin(origin, &city.alliance).expect("short");
        Self {
            city: city.alliance.clone(),
            outcome: Outcome::new(day()),
            head: first.head,
            line: first.line,
            at: 0,
            acts,
            made: 0,
            most,
        }
    }

    fn next(&mut self) {
        let command = Command::new(day(), (self.acts)(self.made));
        self.city.step_into(&command, &mut self.outcome).expect("accepted");
        let sealed = self.head.seal(&command, &self.outcome).expect("the next entry");
        (self.line, self.head) = (sealed.line, sealed.head);
        (self.at, self.made) = (0, self.made + 1);
    }
}

impl Read for Written {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Written {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.line.len() && self.made < self.most {
            opt_out(|| self.next());
        }
        Ok(&self.line[self.at..])
    }

    fn consume(&mut self, bytes: usize) {
        self.at += bytes;
    }
}

/// The most that is held at one time while a ledger is read.
fn peak(city: &City, acts: Acts, entries: u64, read: fn(&mut Written) -> u64) -> u64 {
    let mut written = Written::new(city, acts, entries);
    let mut position = 0;
    let counted = measure(|| position = read(&mut written));
    assert_eq!(position, written.head.position(), "all of it is read");
    // What is held after it is what was handed back: nothing.
    assert_eq!(counted.bytes_current, 0);
    counted.bytes_max
}

const READERS: [(&str, fn(&mut Written) -> u64); 4] = [
    ("recover", |from| recover(from).expect("whole").head.position()),
    ("audit", |from| audit(from).expect("as the rules give").head.position()),
    ("verify", |from| verify(from).expect("whole").position()),
    ("Reader", |from| {
        let (_, mut entries) = Reader::open(from).expect("a header");
        assert!(entries.by_ref().all(|entry| entry.is_ok()));
        entries.head().position()
    }),
];

/// rules 12.4: a ledger is read in the memory of one line and the state.
#[test]
fn reading_takes_no_more_for_more_entries() {
    let city = City::with_members(3);
    for (reader, read) in READERS {
        let few = peak(&city, that_keep_nothing, entries() / 8, read);
        let many = peak(&city, that_keep_nothing, entries(), read);
        println!("{reader}: {many} bytes for {} entries, {few} for an eighth of them", entries());
        // At most the roots of three more subtrees, in a list that doubles.
        assert!(many <= few + 512, "{reader}: {few} bytes, then {many}");
        assert!(many <= 64 * KIB, "{reader}: {many} bytes");
    }
}

/// What is added for entries of orders is what the state keeps of each.
#[test]
fn reading_orders_takes_what_the_state_takes_of_them() {
    let city = City::with_members(3);
    for (reader, read) in READERS {
        let (few, many) = (peak(&city, orders, 24, read), peak(&city, orders, entries(), read));
        println!("{reader}: {many} bytes for {} entries of orders", entries());
        // Six bytes an ended order, and while its list grows, the shorter one beside it.
        let kept = entries() / 3 * 12;
        assert!(many <= few + kept + KIB, "{reader}: {few} bytes, then {many}");
    }
}

/// A line of 4 GiB takes no more than the longest line may, and the room in which it grows.
#[test]
fn an_endless_line_takes_twice_the_longest_at_most() {
    let city = City::new();
    let header = Written::new(&city, orders, 0).line;
    let counted = measure(|| {
        let from = Endless::new(&header, b'x', 1 << 32);
        let error = verify(from).expect_err("endless");
        assert_eq!((error.line, error.fault), (2, LedgerFault::LineTooLong));
    });
    println!("{} bytes", counted.bytes_max);
    assert!(counted.bytes_max <= 2 * LINE_MOST + 512 * KIB, "{} bytes", counted.bytes_max);
    assert_eq!(counted.bytes_current, 0);
}

/// A line closed as lines are, bound to the one before.
fn closed(body: &str) -> String {
    format!("{body},\"hash\":\"{}\"}}\n", Hash::leaf(&[body.as_bytes()]))
}

/// rules 12.4: what a hostile line makes of itself is a few times its length.
#[test]
fn a_line_of_events_takes_a_few_times_its_length() {
    let city = City::new();
    let header = Written::new(&city, orders, 0);
    let before = header.head.hash();
    // Just more than a list has room for that doubles.
    for events in [1 << 17, (1 << 17) + 1] {
        let event = serde_json::to_string(&Event::CalendarAdopted).expect("a form");
        let events = vec![event; events].join(",");
        let position = header.head.position() + 1;
        let command = r#"{"date":"2025-03-10","act":{"reopen_station":{"station":1}}}"#;
        let line = closed(&format!(
            r#"{{"position":{position},"command":{command},"events":[{events}],"before":"{before}""#
        ));
        let file = [header.line.as_slice(), line.as_bytes()].concat();
        for (reader, read) in [
            ("recover", (|from| recover(from).err()) as fn(&[u8]) -> _),
            ("audit", |from| audit(from).err()),
        ] {
            let counted = measure(|| assert!(read(&file).is_some(), "no such events"));
            let times = counted.bytes_max.div_ceil(line.len() as u64);
            println!("{reader}: {times} times the line");
            assert!(times <= 8, "{reader}: {times} times the line");
        }
    }
}

/// Of a header, too, whether it has members, open orders, or orders that ended.
#[test]
fn a_header_takes_some_times_its_length() {
    let mut cities = [City::with_members(10_000), City::with_members(10), City::with_members(10)];
    cities[1].come_by_turn(20_000);
    cities[2].come_and_end(200_000, 1, 0);
    for city in cities {
        let file = Written::new(&city, orders, 0).line;
        let counted = measure(|| drop(recover(&file[..]).expect("whole")));
        let times = counted.bytes_max.div_ceil(file.len() as u64);
        println!("{times} times {} bytes", file.len());
        assert!(times <= 8, "{times} times the header");
    }
}
