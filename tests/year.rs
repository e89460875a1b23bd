//! The program of examples/year, run in this process: what it prints, tells and ends with.

use std::io::{self, ErrorKind, Write};

use paidan::{Alliance, Command, MemberId, Outcome, Policy};
use unicode_width::UnicodeWidthStr;

#[path = "../examples/year/clerk/mod.rs"]
mod clerk;

const YEAR: &str = include_str!("../examples/data/cixi-2025.jsonl");

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
    let months = out.lines().filter(|line| line.starts_with("2025-"));
    assert_eq!(months.count(), 12);
    assert_eq!(run(&["-"], YEAR.as_bytes()).1.lines().count(), out.lines().count());
}

/// The fold, which asks the alliance nothing, agrees with the alliance.
#[test]
fn the_figures_are_those_of_the_engine() {
    let (_, out, _) = run(&[], b"");
    let mut alliance = Alliance::new(Policy::cixi_2021());
    let (mut accepted, mut refused) = (0, 0);
    for line in YEAR.lines() {
        let command: Command = serde_json::from_str(line).expect("a command");
        match alliance.step(&command) {
            Ok(_) => accepted += 1,
            Err(_) => refused += 1,
        }
    }
    let commands = format!("commands: {accepted} accepted, {refused} refused");
    assert!(out.lines().any(|line| line == commands), "{commands}");
    let (orders, amount) = alliance.tallied_total();
    let december = &out[out.find("\n2025-12").expect("December")..];
    let all = cells(december, "all ");
    let given: u32 = all[2].parse::<u32>().unwrap() + all[3].parse::<u32>().unwrap();
    assert_eq!((given, &all[5]), (orders, &amount.to_string()));
    let members = (0..alliance.members().len()).filter_map(MemberId::at);
    let most = members.map(|member| alliance.tallied_amount(member)).max().expect("members");
    let nearest = cells(december, "amount, yuan ");
    assert_eq!(nearest[4..6], [most.to_string(), amount.to_string()], "{nearest:?}");
    let held = alliance.held_orders().count();
    assert_eq!(out.lines().filter(|line| line.contains("  order ")).count(), held);
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

#[test]
fn what_cannot_be_used_ends_with_2() {
    for arguments in
        [&["--dance"][..], &["--until"], &["--until", "many"], &["-", "-"], &["no/file"], &["."]]
    {
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
