//! The program of examples/year, run in this process: what it prints, tells and ends with.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use paidan::ledger::{Reader, audit};
use paidan::{Act, Alliance, Command, Event, Outcome, Policy};
use unicode_width::UnicodeWidthStr;

#[path = "../../examples/year/clerk/mod.rs"]
mod clerk;

const YEAR: &str = include_str!("../../examples/data/cixi-2025.jsonl");
const GOLDEN: &[u8] = include_bytes!("../ledger/golden/1.jsonl");
const GOLDEN_CHECKPOINT: &str = include_str!("../ledger/golden/cixi-2025.checkpoint");

/// A station, an item with one member, an enterprise; an order that it takes; one in February,
/// when it is suspended, which waits until March opens.
const SMALL: &str = r#"{"date":"2025-01-02","act":{"open_station":{"name":"浒山"}}}
{"date":"2025-01-02","act":{"list_item":{"name":"专利质押融资服务","category":"patent"}}}
{"date":"2025-01-02","act":{"admit":{"name":"慈溪智源专利代理事务所","code":"91350100M000100Y43","category":"patent","volume":5,"offers":[1]}}}
{"date":"2025-01-02","act":{"register_enterprise":{"name":"慈溪市海盛轴承有限公司","code":"91350100M000100Y43"}}}
{"date":"2025-01-02","act":{"register_enterprise":{"name":"Plain Ltd","code":"91330282000000001A"}}}
{"date":"2025-01-03","act":{"accept":{"station":1,"enterprise":2,"item":1,"price":"100.00"}}}
{"date":"2025-02-01","act":"open_month"}
{"date":"2025-02-03","act":{"accept":{"station":1,"enterprise":2,"item":1,"price":"200.00"}}}
{"date":"2025-03-01","act":"open_month"}
"#;

/// The status, what was printed, and what was told.
fn run(arguments: &[&str], input: &[u8]) -> (u8, String, String) {
    let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = clerk::run(&arguments, input, &mut out, &mut err).expect("a vector takes it all");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (status, text(out), text(err))
}

/// The cells of the first line that begins so, from the given line on.
fn cells(text: &str, begins: &str) -> Vec<String> {
    let line = text.lines().find(|line| line.trim_start().starts_with(begins));
    let line = line.unwrap_or_else(|| panic!("no line begins with {begins:?} in\n{text}"));
    line.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_whole_year_runs() {
    let (status, out, err) = run(&[], b"");
    assert_eq!((status, err.as_str()), (0, ""));
    let months = out.lines().filter(|line| line.starts_with("20"));
    assert_eq!(months.count(), 13);
    assert_eq!(run(&["-"], YEAR.as_bytes()).1.lines().count(), out.lines().count());
}

/// What is printed of the whole is what the months add up to, and what the commands were.
#[test]
fn the_whole_is_the_sum_of_the_months() {
    let (_, out, _) = run(&[], b"");
    let all = &out[out.find("\nin all").expect("the whole")..];
    let (mut accepted, mut refused, mut ends) = (0, 0, BTreeMap::<&str, usize>::new());
    let mut alliance = Alliance::new(Policy::cixi_2021());
    for line in YEAR.lines() {
        let command: Command = serde_json::from_str(line).expect("a command");
        let Ok(outcome) = alliance.step(&command) else {
            refused += 1;
            continue;
        };
        accepted += 1;
        for event in outcome.events {
            let what = match event {
                Event::Completed { .. } => "completed",
                Event::Settled { .. } => "settled",
                Event::Failed { .. } => "failed",
                Event::Abandoned { .. } => "abandoned",
                Event::Defaulted { .. } => "defaulted",
                Event::RunRaised { .. } => "reassigned",
                Event::Expelled { .. } => "exits",
                _ => continue,
            };
            *ends.entry(what).or_default() += 1;
        }
    }
    assert!(all.contains(&format!("commands: {accepted} accepted, {refused} refused")));
    let numbers = cells(&all[all.find("  given orders").expect("a table")..], "orders");
    let [completed, settled, failed, abandoned, defaulted] =
        ["completed", "settled", "failed", "abandoned", "defaulted"].map(|what| ends[what]);
    let printed: Vec<usize> = numbers[1..].iter().map(|cell| cell.parse().unwrap()).collect();
    assert_eq!(printed[..2], [completed, settled]);
    assert_eq!(printed[3..6], [failed, abandoned, defaulted]);
    let rows = |title: &str| {
        let table = &all[all.find(&format!("\n  {title}  ")).expect("a table") + 1..];
        table.lines().skip(1).take_while(|line| !line.is_empty()).count()
    };
    assert_eq!((rows("reassigned"), rows("exits")), (ends["reassigned"], ends["exits"]));
}

#[test]
fn a_line_that_is_no_command_is_told_and_the_rest_goes_on() {
    let mut lines: Vec<&[u8]> = SMALL.lines().map(str::as_bytes).collect();
    lines.insert(1, b"no command");
    lines.insert(3, b"{\"date\":\"2025-01-02\",\"act\":{\"open_station\":{\"name\":\"\xff\"}}}");
    lines.insert(4, br#"{"date":"2025-01-02","act":"dance"}"#);
    let (status, out, err) = run(&["-"], &lines.join(&b'\n'));
    assert_eq!(status, 1);
    let told: Vec<&str> = err.lines().collect();
    assert_eq!(told.len(), 3, "{err}");
    assert!(told[0].starts_with("line 2: column 2: expected"), "{err}");
    assert_eq!(told[1], "line 4: not UTF-8 after byte 52");
    assert!(told[2].starts_with("line 5: column 34: unknown variant `dance`"), "{err}");
    assert!(out.contains("commands: 9 accepted, 0 refused"));
}

#[test]
fn a_line_without_end_is_not_kept() {
    let long = format!("{}\n{SMALL}", " ".repeat((4 << 20) + 1));
    let (status, out, err) = run(&["-"], long.as_bytes());
    assert_eq!((status, err.as_str()), (1, "line 1: longer than 4 MiB\n"));
    assert!(out.contains("commands: 9 accepted, 0 refused"));
    // One of just so many bytes is read.
    let first = SMALL.lines().next().expect("a line");
    let longest = format!("{}{first}\n", " ".repeat((4 << 20) - first.len()));
    assert_eq!(run(&["-"], longest.as_bytes()).0, 0);
    assert_eq!(run(&["-"], format!(" {longest}").as_bytes()).0, 1);
}

#[test]
fn it_stops_where_it_is_told_to() {
    assert!(run(&["-", "--until", "6"], SMALL.as_bytes()).1.contains("commands: 6 accepted"));
    let (status, out, _) = run(&["-", "--until", "0"], SMALL.as_bytes());
    assert_eq!((status, out.as_str()), (0, "commands: 0 accepted, 0 refused\n"));
    // What comes after is not read, be it ever so wrong.
    let broken = format!("{SMALL}no command\n");
    assert_eq!(run(&["-", "--until", "9"], broken.as_bytes()).0, 0);
}

#[test]
fn json_lines_are_outcomes() {
    let (status, out, err) = run(&["--json"], b"");
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(out.lines().count(), YEAR.lines().count());
    let mut position = 0;
    for line in out.lines() {
        if line.starts_with(r#"{"refused":"#) {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON");
        } else {
            position += 1;
            assert_eq!(
                serde_json::from_str::<Outcome>(line).expect("an outcome").position,
                position
            );
        }
    }
    assert!(position < YEAR.lines().count() as u64, "some are refused");
}

#[test]
fn a_refused_command_is_no_error() {
    let refused = r#"{"date":"2025-01-02","act":{"withdraw":{"member":1}}}"#;
    let (status, out, err) = run(&["-", "--json"], refused.as_bytes());
    assert_eq!((status, err.as_str()), (0, ""));
    assert_eq!(out, "{\"refused\":{\"unknown_member\":{\"member\":1}}}\n");
}

#[test]
fn columns_stand_under_each_other_with_chinese_names_too() {
    let (_, out, _) = run(&["-"], SMALL.as_bytes());
    let lines: Vec<&str> = out.lines().collect();
    let head = lines.iter().position(|line| line.starts_with("  orders")).expect("a head");
    let table = &lines[head..head + 4];
    assert!(table[1].contains("Patent 专利") && table[2].contains("专利质押融资服务"));
    assert!(table[3].contains("all"));
    let widths: Vec<usize> = table.iter().map(|line| line.width()).collect();
    assert!(widths.iter().all(|width| *width == widths[0]), "{widths:?}\n{out}");
}

/// 100 % in January suspends in February; the order of 3 February waits 26 days, until March.
#[test]
fn it_tells_who_reached_a_cap_and_how_long_orders_waited() {
    let (_, out, _) = run(&["-"], SMALL.as_bytes());
    let february = &out[out.find("\n2025-02").expect("February")..];
    let january = &out[..out.len() - february.len()];
    let reached = cells(january, "专利质押融资服务  慈溪");
    assert_eq!(reached[2..8], ["(1)", "1", "1", "100.00", "%", "50"].map(String::from));
    assert!(january.contains("exceeded, suspended 2025-02, all items"));
    assert!(january.contains("amount, yuan"), "{january}");
    let all = &out[out.find("\nin all").expect("the whole")..];
    let waited = all[all.find("  held orders").expect("held orders")..].lines().nth(1);
    let waited: Vec<&str> = waited.expect("a row").split_whitespace().collect();
    assert_eq!(waited, ["专利质押融资服务", "1", "1", "0", "0", "0", "26", "26"]);
}

/// Of three members one lags and one declines and leaves; a fee is not paid.
const LIVES: &str = r#"{"date":"2025-01-02","act":{"open_station":{"name":"浒山"}}}
{"date":"2025-01-02","act":{"list_item":{"name":"专利质押融资服务","category":"patent"}}}
{"date":"2025-01-02","act":{"admit":{"name":"甲","code":"91350100M000100Y43","category":"patent","volume":5,"offers":[1]}}}
{"date":"2025-01-02","act":{"admit":{"name":"乙","code":"91330282000000001A","category":"patent","volume":5,"offers":[1]}}}
{"date":"2025-01-02","act":{"register_enterprise":{"name":"Plain Ltd","code":"91330282MA7RG7X7MH"}}}
{"date":"2025-01-03","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"900.00","ask_deposit":true,"months":13,"covered":"900.00"}}}
{"date":"2025-01-06","act":{"complete":{"order":1,"on":"2025-01-06"}}}
{"date":"2025-01-07","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"200.00","designated":1}}}
{"date":"2025-01-08","act":{"reassign":{"order":2,"finding":{"progress_lags":true,"target_at_risk":true,"enterprise_complained":true},"to":2}}}
{"date":"2025-01-09","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"300.00","designated":2}}}
{"date":"2025-01-10","act":{"decline":{"order":2,"cause":"none"}}}
{"date":"2025-01-13","act":{"mediate":{"order":2,"result":"did_not_comply"}}}
{"date":"2025-01-13","act":{"accept":{"station":1,"enterprise":1,"item":1,"price":"100.00"}}}
{"date":"2025-02-01","act":"open_month"}
{"date":"2025-02-03","act":{"record_default":{"order":1}}}
"#;

#[test]
fn it_tells_what_became_of_orders() {
    let (_, out, _) = run(&["-"], LIVES.as_bytes());
    let (january, february) = out.split_once("\n2025-02").expect("two months");
    let row = |text: &str, title: &str| {
        let table = &text[text.find(&format!("  {title}  ")).expect("a table")..];
        table.lines().nth(1).expect("a row").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Six givings; the order that was taken away and the two of the one that left came off again.
    assert_eq!(row(january, "orders"), "Patent 专利 4 3 2 1 3 3 1300.00 1");
    // One completed; open are orders 3 and 4; the fee of order 1, due on 13 January, is overdue.
    assert_eq!(row(january, "given orders"), "orders 1 2 1 1");
    assert_eq!(row(january, "deposits"), "orders 1 1");
    assert!(january.contains("  declined: 0 with cause, 1 without; mediation: 1 did not comply"));
    let reassigned = row(january, "reassigned");
    assert_eq!(reassigned, "order 2 甲 (1) 乙 (2) as the platform named it 1");
    assert_eq!(row(january, "exits"), "乙 (2) 1 declined without cause 2 1 1");
    assert!(january.contains("  orders of (2) to: 甲 (1)\n"));
    assert_eq!(row(february, "given orders"), "orders 1 2");
    assert_eq!(row(february, "deposits"), "orders 1");
    assert!(february.contains("  blacklisted: Plain Ltd (1), unpaid order 1\n"));
    for title in ["exits", "reassigned", "declined:"] {
        let (february, _) = february.split_once("in all").expect("the whole");
        assert!(!february.contains(title), "nothing to say of {title}");
    }
}

/// A plan that falls short in several runs counts once; the whole adds up.
#[test]
fn it_tells_of_the_council_and_the_stations() {
    let more = r#"{"date":"2025-03-03","act":{"take_seat":{"category":"patent","member":1}}}
{"date":"2025-03-03","act":{"publish_duty":{"station":1,"from":"2025-03-03","to":"2025-03-14","days":["2025-03-04"]}}}
{"date":"2025-03-03","act":{"publish_duty":{"station":1,"from":"2025-03-17","to":"2025-03-18","days":["2025-03-17","2025-03-18"]}}}
{"date":"2025-03-04","act":{"record_training":{"station":1,"text":"培训"}}}
{"date":"2025-03-05","act":{"record_breach":{"member":1,"kind":"absence"}}}
{"date":"2025-04-01","act":"open_month"}
{"date":"2025-04-02","act":{"record_consultation":{"station":1,"enterprise":1,"text":"咨询"}}}
{"date":"2025-04-02","act":{"record_consultation":{"station":1,"enterprise":2,"text":"咨询"}}}
{"date":"2025-04-02","act":{"record_turned_away":{"station":1,"enterprise":1,"item":1,"reason":"材料不全"}}}
"#;
    let (_, out, _) = run(&["-"], format!("{SMALL}{more}").as_bytes());
    let lines = out
        .lines()
        .filter(|line| ["  council:", "  stations:"].iter().any(|title| line.starts_with(title)));
    let council = "  council: 1 seat taken, 1 seat lost for a breach, 1 breach on record";
    let plans = "  stations: 2 duty plans, 1 of them falls short, 1 training";
    let rest = "2 consultations, 1 order turned away";
    let (april, all) = (format!("  stations: {rest}"), format!("{plans}, {rest}"));
    assert_eq!(lines.collect::<Vec<_>>(), [council, plans, &april, council, &all]);
}

/// What changes of registers and of leaves is told of its month, and what enterprises say; names are
/// those of the end.
#[test]
fn it_tells_of_names_leaves_and_feedback() {
    let more = r#"{"date":"2025-03-03","act":{"grant_leave":{"member":1}}}
{"date":"2025-03-03","act":{"close_station":{"station":1}}}
{"date":"2025-03-03","act":{"delist_item":{"item":1}}}
{"date":"2025-03-04","act":{"rename":{"of":{"member":1},"name":"智源专利代理有限公司"}}}
{"date":"2025-03-04","act":{"rename":{"of":{"item":1},"name":"质押融资"}}}
{"date":"2025-03-05","act":{"record_feedback":{"order":1,"feedback":"complaint","text":"慢"}}}
{"date":"2025-03-05","act":{"record_feedback":{"order":1,"feedback":"satisfied"}}}
{"date":"2025-03-05","act":{"end_leave":{"member":1}}}
"#;
    let (_, out, _) = run(&["-"], format!("{SMALL}{more}").as_bytes());
    let march = &out[out.find("\n2025-03").expect("March")..];
    let told = "  1 item taken off the menu, 1 leave ended, 1 leave granted, 2 names changed, 1 station closed\n";
    assert!(march.contains(told), "{march}");
    assert_eq!(march.matches("  feedback: 1 satisfied, 1 complaint\n").count(), 2);
    assert!(out.contains("  质押融资") && out.contains("智源专利代理有限公司 (1)"), "{out}");
    assert!(!out.contains("慈溪智源"), "{out}");
}

/// What is printed of the year is what the commands came to.
#[test]
fn the_figures_of_the_house_are_those_of_the_commands() {
    let (_, out, _) = run(&[], b"");
    let all = &out[out.find("\nin all").expect("the whole")..];
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let commands = YEAR.lines().map(|line| serde_json::from_str(line).expect("a command"));
    let acts: Vec<Act> = commands
        .filter_map(|command: Command| alliance.step(&command).ok().map(|_| command.act))
        .collect();
    let count = |is: &dyn Fn(&Act) -> bool| acts.iter().filter(|act| is(act)).count();
    let plans = count(&|act| matches!(act, Act::PublishDuty { .. }));
    let trainings = count(&|act| matches!(act, Act::RecordTraining { .. }));
    let consultations = count(&|act| matches!(act, Act::RecordConsultation { .. }));
    let away = count(&|act| matches!(act, Act::RecordTurnedAway { .. }));
    assert!(all.contains(&format!("  stations: {plans} duty plans, ")));
    assert!(all.contains(&format!(
        " fall short, {trainings} trainings, {consultations} consultations, {away} orders turned away\n"
    )));
    let taken = count(&|act| matches!(act, Act::TakeSeat { .. }));
    let breaches = count(&|act| matches!(act, Act::RecordBreach { .. }));
    assert!(all.contains(&format!("  council: {taken} seats taken, ")));
    assert!(all.contains(&format!(", {breaches} breaches on record\n")));
}

/// The statement of a month in both languages, to the city and to the public (rules 7.4).
#[test]
fn it_prints_the_statement_of_a_month() {
    let (status, out, err) = run(&["-", "--statement", "2025-02"], LIVES.as_bytes());
    assert_eq!((status, err.as_str()), (0, ""));
    assert!(out.starts_with("Statement of 2025-02, which is not closed"), "{out}");
    assert!(out.contains("\n\n2025年2月月报（尚未结账"), "{out}");
    let listed = "Plain Ltd (1) of station 浒山 (1)  blacklisted: did not pay for order 1";
    assert!(out.contains(listed) && out.contains("Plain Ltd (1)，服务站浒山 (1)  列入：订单1拒付"));
    let (status, public, _) = run(&["-", "--statement", "2025-02", "--public"], LIVES.as_bytes());
    assert!(status == 0 && !public.contains("Plain Ltd"), "{public}");
    assert!(public.contains("an enterprise of station 浒山 (1)  blacklisted: did not pay"));
    let (status, january, _) = run(&["-", "--statement", "2025-01"], LIVES.as_bytes());
    assert!(status == 0 && january.starts_with("Statement of 2025-01\n"), "{january}");
    let (status, out, err) = run(&["-", "--statement", "2025-03"], LIVES.as_bytes());
    assert_eq!((status, out.as_str()), (2, ""));
    assert_eq!(err, "year: the commands never come to 2025-03\n");
}

/// The ledger of the year, and its checkpoint beside it (rules 12.4).
#[test]
fn it_writes_the_ledger() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cixi-2025.ledger");
    let (status, _, err) = run(&["--ledger", path.to_str().expect("a path")], b"");
    let beside = path.with_extension("ledger.checkpoint");
    let told = format!("year: the checkpoint of the ledger is in {}\n", beside.display());
    assert_eq!((status, err), (0, told));
    let ledger = fs::read(&path).expect("a ledger");
    let checkpoint = fs::read_to_string(&beside).expect("a checkpoint");
    let audited = audit(&ledger[..]).expect("all of it is as the rules give");
    assert_eq!(audited.head.checkpoint().to_string(), checkpoint);
    // Sealed after the golden header, which is of no other version one day, it has the golden root.
    let mut head = Reader::open(GOLDEN).expect("a header").1.head().clone();
    for entry in Reader::open(&ledger[..]).expect("a header").1 {
        let entry = entry.expect("an entry");
        head = head.seal(&entry.command, &entry.outcome).expect("the next entry").head;
    }
    assert_eq!(head.checkpoint().to_string(), GOLDEN_CHECKPOINT);
    let nowhere = path.join("within.a.file");
    let (status, out, err) = run(&["-", "--ledger", nowhere.to_str().expect("a path")], b"");
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(err.starts_with(&format!("year: {}: ", nowhere.display())), "{err}");
}

#[test]
fn what_cannot_be_used_ends_with_2() {
    for arguments in [
        &["--dance"][..],
        &["--until"],
        &["--until", "many"],
        &["-", "-"],
        &["no/file"],
        &["."],
        &["-", "--statement"],
        &["-", "--statement", "2025-13"],
        &["-", "--public"],
        &["-", "--ledger"],
        &["-", "--json", "--statement", "2025-01"],
    ] {
        let (status, out, err) = run(arguments, b"");
        assert_eq!((status, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.starts_with("year: "), "{err}");
    }
    let (status, out, _) = run(&["--help"], b"");
    assert!(status == 0 && out.contains("usage: year"));
}

/// A reader that has seen enough.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_panic() {
    for arguments in [&["-"][..], &["-", "--json"], &["--help"]] {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        let error = clerk::run(&arguments, SMALL.as_bytes(), Closed, io::sink());
        assert_eq!(error.map_err(|error| error.kind()), Err(ErrorKind::BrokenPipe));
    }
}
