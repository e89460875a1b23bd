//! Checkpoints and exported proofs as texts: one form each, and nothing else is read.

use paidan::ledger::{
    Checkpoint, CheckpointError, Hash, HashError, InclusionProof, Nodes, Origin, OriginError,
    TlogProof, TlogProofError, Tree,
};

use crate::ledger::other::{checkpoint, leaf};

fn nodes() -> Nodes {
    (0..5_u64).map(|data| leaf(data.to_be_bytes())).collect()
}

fn now() -> Checkpoint {
    checkpoint(5, nodes().tree(5).expect("five").root())
}

fn read(text: &str) -> Result<Checkpoint, CheckpointError> {
    text.parse()
}

/// rules 12.4: a checkpoint is three lines, and says so in one way only.
#[test]
fn a_checkpoint_has_one_form() {
    let now = now();
    let root = now.root.to_base64();
    let text = format!("dispatch.cixi.example/ledger\n5\n{root}\n");
    assert_eq!((now.to_string(), read(&text)), (text.clone(), Ok(now.clone())));
    let (lines, size) = (CheckpointError::Lines, CheckpointError::Size);
    let plus = CheckpointError::Origin(OriginError::Character('+'));
    let wrong = [
        ("", lines),
        ("\n", lines),
        ("\n\n\n", CheckpointError::Origin(OriginError::Length { bytes: 0 })),
        ("o\n5", lines),
        ("o\n5\nROOT", lines),
        ("o\n5\nROOT\n\n", lines),
        ("o\n5\nROOT\nextension\n", lines),
        ("o\n5\nROOT\nextension", lines),
        ("o\n5\nROOT\n\n— o AAAA\n", lines),
        ("\no\n5\nROOT\n", lines),
        ("o+\n5\nROOT\n", plus),
        ("o\r\n5\nROOT\n", CheckpointError::Origin(OriginError::Character('\r'))),
        ("o\n5\r\nROOT\n", size),
        ("o\n05\nROOT\n", size),
        ("o\n+5\nROOT\n", size),
        ("o\n-5\nROOT\n", size),
        ("o\n 5\nROOT\n", size),
        ("o\n\nROOT\n", size),
        ("o\n٥\nROOT\n", size),
        ("o\n5.0\nROOT\n", size),
        ("o\n00\nROOT\n", size),
        ("o\n18446744073709551616\nROOT\n", size),
        ("o\n99999999999999999999\nROOT\n", size),
        ("o\n5\nROOT\r\n", CheckpointError::Root(HashError::Base64)),
        ("o\n5\nROOT \n", CheckpointError::Root(HashError::Base64)),
        ("o\n5\n\n", CheckpointError::Root(HashError::Base64)),
        ("o\n0\nROOT\n", CheckpointError::Empty),
    ];
    for (text, error) in wrong {
        assert_eq!(read(&text.replace("ROOT", &root)), Err(error), "{text:?}");
    }
    for size in [1, u64::MAX] {
        let now = Checkpoint { size, ..now.clone() };
        assert_eq!(read(&now.to_string()), Ok(now));
    }
    let empty = Checkpoint::new(now.origin, &Tree::new());
    let text = "dispatch.cixi.example/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    assert_eq!((empty.to_string().as_str(), read(text)), (text, Ok(empty.clone())));
}

#[test]
fn an_origin_is_visible_ascii() {
    let origin = |text: &str| text.parse::<Origin>();
    for right in ["o", "a/b", "~!", &"o".repeat(255)] {
        assert_eq!(origin(right).expect("an origin").to_string(), right);
    }
    assert_eq!(origin(""), Err(OriginError::Length { bytes: 0 }));
    assert_eq!(origin(&"o".repeat(256)), Err(OriginError::Length { bytes: 256 }));
    for of in ['+', ' ', '\t', '\n', '\0', '\x7f', '\u{a0}', '溪', 'é'] {
        assert_eq!(origin(&format!("a{of}b")), Err(OriginError::Character(of)), "{of:?}");
    }
    let json = serde_json::to_string(&origin("a/b").expect("an origin")).expect("a text");
    assert_eq!(json, "\"a/b\"");
    assert_eq!(serde_json::from_str::<Origin>(&json).expect("it"), origin("a/b").expect("it"));
    assert!(serde_json::from_str::<Origin>("\"a b\"").is_err());
}

/// rules 12.4: the checkpoint of a note is what stands before its last blank line.
#[test]
fn a_note_ends_in_signatures() {
    let now = now();
    let note = |rest: &str| Checkpoint::from_note_unverified(&format!("{now}{rest}"));
    for rest in ["\n— o AAAA\n", "\n— o AAAA\n— witness.example BBBB\n", "\n— \n"] {
        assert_eq!(note(rest), Ok(now.clone()), "{rest:?}");
    }
    let wrong = [
        ("", CheckpointError::Note),
        ("\n", CheckpointError::Note),
        ("\n\n", CheckpointError::Note),
        ("\n— o AAAA", CheckpointError::Note),
        ("\n— o AAAA\n\n", CheckpointError::Note),
        ("\n- o AAAA\n", CheckpointError::Note),
        ("\n— o AAAA\nextension\n", CheckpointError::Note),
        ("\n— o AAAA\r\n", CheckpointError::Note),
        ("\n— o\u{7f}AAAA\n", CheckpointError::Note),
        ("\n— o AAAA\n\n— o AAAA\n", CheckpointError::Lines),
        ("extension\n\n— o AAAA\n", CheckpointError::Lines),
    ];
    for (rest, error) in wrong {
        assert_eq!(note(rest), Err(error), "{rest:?}");
    }
    let alone = Checkpoint::from_note_unverified("\n\n— o AAAA\n");
    assert_eq!(alone, Err(CheckpointError::Lines));
}

/// rules 12.4: an exported proof is the text of C2SP, with its checkpoint to the byte.
#[test]
fn an_exported_proof_has_one_form() {
    let (nodes, now) = (nodes(), now());
    let proof = nodes.inclusion(2, 5).expect("a proof");
    let hashes: String = proof.path.iter().map(|hash| hash.to_base64() + "\n").collect();
    for note in [now.to_string(), format!("{now}\n— o AAAA\n— witness.example BBBB\n")] {
        let text = format!("c2sp.org/tlog-proof@v1\nindex 2\n{hashes}\n{note}");
        let file = TlogProof::new(proof.clone(), &note).expect("for this checkpoint");
        assert_eq!(file.to_string(), text);
        let read: TlogProof = text.parse().expect("what was written");
        assert_eq!(read, file);
        assert_eq!((read.note(), read.claimed(), read.proof()), (note.as_str(), &now, &proof));
        assert_eq!(read.proof().verify(&leaf(2_u64.to_be_bytes()), &now), Ok(()));
    }
    let alone = checkpoint(1, leaf([0; 8]));
    let file =
        TlogProof::new(InclusionProof { index: 0, size: 1, path: vec![] }, &alone.to_string());
    let text = format!("c2sp.org/tlog-proof@v1\nindex 0\n\n{alone}");
    assert_eq!(file.as_ref().map(TlogProof::to_string), Ok(text.clone()));
    assert_eq!(text.parse(), file, "a path without hashes");
}

#[test]
fn other_exported_proofs_are_refused() {
    let root = now().root.to_base64();
    let (form, extra, index) = (TlogProofError::Form, TlogProofError::Extra, TlogProofError::Index);
    let (path, ended) = (TlogProofError::Path(HashError::Base64), TlogProofError::Unended);
    let lines = TlogProofError::Checkpoint(CheckpointError::Lines);
    let note = TlogProofError::Checkpoint(CheckpointError::Note);
    let form_2 = "c2sp.org/tlog-proof@v2\nindex 2\nROOT\n\no\n5\nROOT\n";
    let wrong = [
        ("", form),
        (form_2, form),
        ("\nFORM\nindex 2\nROOT\n\no\n5\nROOT\n", form),
        ("FORM\r\nindex 2\nROOT\n\no\n5\nROOT\n", form),
        ("FORM\nextra AAAA\nindex 2\nROOT\n\no\n5\nROOT\n", extra),
        ("FORM\nextra \nindex 2\nROOT\n\no\n5\nROOT\n", extra),
        ("FORM\n", index),
        ("FORM\nindex 2", index),
        ("FORM\nROOT\n\no\n5\nROOT\n", index),
        ("FORM\nindex\nROOT\n\no\n5\nROOT\n", index),
        ("FORM\nindex 02\nROOT\n\no\n5\nROOT\n", index),
        ("FORM\nindex  2\nROOT\n\no\n5\nROOT\n", index),
        ("FORM\nindex 2 \nROOT\n\no\n5\nROOT\n", index),
        ("FORM\nindex 18446744073709551616\nROOT\n\no\n5\nROOT\n", index),
        ("FORM\nindex 2\n", ended),
        ("FORM\nindex 2\nROOT\n", ended),
        ("FORM\nindex 2\nROOT", ended),
        ("FORM\nindex 2\nROOT\no\n5\nROOT\n", path),
        ("FORM\nindex 2\nROOT\r\n\no\n5\nROOT\n", path),
        ("FORM\nindex 2\nindex 2\nROOT\n\no\n5\nROOT\n", path),
        ("FORM\nindex 2\nROOT\n\n", lines),
        ("FORM\nindex 2\nROOT\n\no\n5\nROOT\nextension\n", lines),
        ("FORM\nindex 2\nROOT\n\n\no\n5\nROOT\n", lines),
        ("FORM\nindex 2\nROOT\n\no\n5\nROOT\n\n", note),
    ];
    for (text, error) in wrong {
        let text = text.replace("FORM", "c2sp.org/tlog-proof@v1").replace("ROOT", &root);
        assert_eq!(text.parse::<TlogProof>(), Err(error), "{text:?}");
    }
}

/// The path of a file is not read further than any proof can be long.
#[test]
fn a_path_that_is_too_long_is_not_read() {
    let now = now();
    let line = now.root.to_base64() + "\n";
    let text =
        |hashes: usize| format!("c2sp.org/tlog-proof@v1\nindex 2\n{}\n{now}", line.repeat(hashes));
    assert!(text(64).parse::<TlogProof>().is_ok());
    for hashes in [65, 10_000] {
        assert_eq!(text(hashes).parse::<TlogProof>(), Err(TlogProofError::Length));
    }
    // What comes after is not even looked at.
    let endless = text(65).replace("\n\n", "\nno hash\n");
    assert_eq!(endless.parse::<TlogProof>(), Err(TlogProofError::Length));
    let path = |hashes| InclusionProof { index: 2, size: 5, path: vec![now.root; hashes] };
    assert!(TlogProof::new(path(64), &now.to_string()).is_ok());
    assert_eq!(TlogProof::new(path(65), &now.to_string()), Err(TlogProofError::Length));
    let other = InclusionProof { size: 4, ..path(2) };
    let wrong = Err(TlogProofError::Size { found: 4, right: 5 });
    assert_eq!(TlogProof::new(other, &now.to_string()), wrong);
    let wrong = TlogProof::new(path(2), "5").map(drop);
    assert_eq!(wrong, Err(TlogProofError::Checkpoint(CheckpointError::Lines)));
}

#[test]
fn refusals_of_texts_say_why() {
    let size = "a size is a decimal number below 2^64, without zeros before it";
    let texts: [(&dyn std::error::Error, &str); 13] = [
        (&OriginError::Length { bytes: 0 }, "an origin has 1 to 255 bytes, not 0"),
        (
            &OriginError::Character('+'),
            "an origin has visible ASCII characters without `+`, not '+'",
        ),
        (
            &CheckpointError::Lines,
            "a checkpoint is three lines, each ended by a newline, and no more",
        ),
        (
            &CheckpointError::Origin(OriginError::Length { bytes: 0 }),
            "an origin has 1 to 255 bytes, not 0",
        ),
        (&CheckpointError::Size, size),
        (&CheckpointError::Empty, "a tree without leaves has another root"),
        (
            &CheckpointError::Note,
            "a signed note is a text, a blank line, and lines that begin with `— `",
        ),
        (
            &TlogProofError::Path(HashError::Base64),
            "a hash in base64 is 44 characters, the last `=`, as RFC 4648 writes 32 bytes",
        ),
        (&TlogProofError::Form, "the first line is not `c2sp.org/tlog-proof@v1`"),
        (&TlogProofError::Extra, "there is a line `extra`, which is not read"),
        (&TlogProofError::Length, "the path has more than 64 hashes"),
        (&TlogProofError::Checkpoint(CheckpointError::Size), size),
        (&HashError::Hex, "a hash is 64 hexadecimal digits in lower case"),
    ];
    for (error, text) in texts {
        assert_eq!(error.to_string(), text);
    }
    assert_eq!(Hash::from_base64("é"), Err(HashError::Base64));
}
