//! Why: whoever doubts a city's record wants to hold it in their own hands. Is the file whole, is it
//! the one that was published, and is each outcome what the rules give?
//!
//! `cargo run --release --example year -- --ledger cixi.jsonl` writes one to try it on, and
//! `cargo run --release --example audit -- cixi.jsonl cixi.jsonl.checkpoint` audits it.

use std::fs::{self, File};
use std::io::{BufReader, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use paidan::ledger::{
    Checkpoint, Head, LedgerError, Nodes, Reader, TlogProof, audit, replay, verify, verify_against,
};
use paidan::{Alliance, Language};

type Fault = Box<dyn std::error::Error>;

const HELP: &str = "\
用法 usage: audit LEDGER [CHECKPOINT ...] [--prove POSITION]

  LEDGER            台账文件 the ledger
  CHECKPOINT        已公布的检查点，可多个 checkpoints of it that were published
  --prove POSITION  输出该条在台账中的包含证明 print the proof that this entry is in the ledger,
                    for the first CHECKPOINT, or as the ledger stands

退出码 exit status: 0 无误 all is well; 1 有误 something is wrong; 2 无法审计 it cannot be audited
";

struct Args {
    ledger: PathBuf,
    checkpoints: Vec<Checkpoint>,
    prove: Option<u64>,
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1).peekable();
    if args.peek().is_none_or(|first| first == "--help" || first == "-h") {
        print!("{HELP}");
        return ExitCode::from(if args.peek().is_some() { 0 } else { 2 });
    }
    let done = parse(args).and_then(|args| match args.prove {
        Some(position) => prove(&args, position).map(|()| true),
        None => report(&args),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("audit: {error}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut args: impl Iterator<Item = String>) -> Result<Args, Fault> {
    let (mut ledger, mut checkpoints, mut prove) = (None, Vec::new(), None);
    while let Some(argument) = args.next() {
        match argument.as_str() {
            "--prove" => {
                let position = args.next().and_then(|position| position.parse().ok());
                prove = Some(position.ok_or("--prove needs a position")?);
            }
            path if ledger.is_none() => ledger = Some(PathBuf::from(path)),
            path => checkpoints.push(checkpoint(path)?),
        }
    }
    Ok(Args { ledger: ledger.ok_or("which ledger?")?, checkpoints, prove })
}

/// A checkpoint from its file. Of a signed note whoever asks has to check the signatures first.
fn checkpoint(path: &str) -> Result<Checkpoint, Fault> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let read =
        if text.contains("\n\n") { Checkpoint::from_note_unverified(&text) } else { text.parse() };
    read.map_err(|error| format!("{path}: {error}").into())
}

fn open(args: &Args) -> Result<BufReader<File>, Fault> {
    let file = File::open(&args.ledger);
    let file = file.map_err(|error| format!("{}: {error}", args.ledger.display()))?;
    Ok(BufReader::with_capacity(1 << 16, file))
}

/// Asks one question after the other, and stops at the first answer that is no.
fn report(args: &Args) -> Result<bool, Fault> {
    let whole = verify(open(args)?);
    if !told(
        "核验 Verified",
        "每行完整，与上一行衔接",
        "each line is whole and bound to the one before",
        &whole,
    ) {
        return Ok(false);
    }
    if args.checkpoints.is_empty() {
        println!("检查点 Checkpoints: 未提供；改写全部或截去末尾的台账无从发现");
        println!(
            "  none given: a ledger that was written anew, or cut at its end, is not found out"
        );
    } else {
        let published = verify_against(open(args)?, &args.checkpoints);
        if !told(
            "检查点 Checkpoints",
            "与已公布的一致",
            "it is the one that was published",
            &published,
        ) {
            return Ok(false);
        }
    }
    let replayed = replay(open(args)?);
    if !told(
        "重放 Replayed",
        "各条结果与其指令相容",
        "each outcome can be that of its command",
        &replayed,
    ) {
        return Ok(false);
    }
    let audited = audit(open(args)?);
    if !told(
        "审计 Audited",
        "各条结果均为规则所得",
        "each outcome is what the rules give",
        &audited,
    ) {
        return Ok(false);
    }
    if let (Ok(replayed), Ok(audited)) = (replayed, audited) {
        if replayed.alliance != audited.alliance {
            println!("两种状态不一致 the states differ: this is a fault of this program");
            return Ok(false);
        }
        summary(&audited.alliance, &audited.head);
    }
    Ok(true)
}

/// Says what a question came to, in both languages; whether it came to what it should.
fn told<T>(what: &str, zh: &str, en: &str, answer: &Result<T, LedgerError>) -> bool {
    match answer {
        Ok(_) => println!("{what}: {zh}\n  {en}"),
        Err(error) => {
            println!("{what}: 有误：{}", error.in_language(Language::Chinese));
            println!("  wrong: {}", error.in_language(Language::English));
        }
    }
    answer.is_ok()
}

fn summary(alliance: &Alliance, head: &Head) {
    let (entries, bytes) = (head.size() - 1, head.length());
    let until = alliance.date().map_or(String::new(), |date| date.to_string());
    println!("\n台账 Ledger: {}", head.origin());
    println!("  {entries} 条 entries, {bytes} 字节 bytes, 截至 until {until}");
    println!("\n检查点 Checkpoint:\n{}", head.checkpoint());
}

/// Prints the proof that an entry is in the ledger.
fn prove(args: &Args, position: u64) -> Result<(), Fault> {
    let (header, mut entries) = Reader::open(open(args)?)?;
    let mut nodes: Nodes = [entries.head().hash()].into_iter().collect();
    while let Some(entry) = entries.next().transpose()? {
        nodes.push(entry.hash);
    }
    let head = entries.head();
    let checkpoint = args.checkpoints.first().cloned().unwrap_or_else(|| head.checkpoint());
    verify_against(open(args)?, std::slice::from_ref(&checkpoint))?;
    // The header is leaf 0, and entries follow it from the position at which the ledger starts.
    let index = position.checked_sub(header.alliance.position()).filter(|index| *index > 0);
    let index = index.ok_or("the ledger has no entry of this position")?;
    let proof = nodes.inclusion(index, checkpoint.size)?;
    write!(stdout(), "{}", TlogProof::new(proof, &checkpoint.to_string())?)?;
    Ok(())
}
