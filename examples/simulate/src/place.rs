//! Where in a study file something stands, so that every error says its line.

use toml::de::{DeTable, DeValue};

/// A step into a document.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// To what stands under a key.
    Key(&'a str),
    /// To a place of a list, from 0.
    Place(usize),
}

/// The line, from 1, of a byte of a text.
pub fn line_of_byte(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|of| *of == b'\n').count() + 1
}

/// The line on which the last part of a path stands that is there at all.
pub fn line_of(text: &str, path: &[Step]) -> usize {
    let Ok(document) = DeTable::parse(text) else { return 1 };
    let mut byte = 0;
    let mut at: Option<&DeValue> = None;
    for step in path {
        let next = match (step, at) {
            (Step::Key(key), None) => document.get_ref().get_key_value(*key),
            (Step::Key(key), Some(DeValue::Table(table))) => table.get_key_value(*key),
            (Step::Place(place), Some(DeValue::Array(list))) => match list.get(*place) {
                Some(value) => {
                    byte = value.span().start;
                    at = Some(value.get_ref());
                    continue;
                }
                None => None,
            },
            _ => None,
        };
        let Some((key, value)) = next else { break };
        byte = key.span().start;
        at = Some(value.get_ref());
    }
    line_of_byte(text, byte)
}

#[cfg(test)]
mod tests {
    use super::{Step::Key, Step::Place, line_of};

    #[test]
    fn the_line_of_a_path_is_found() {
        let text = "a = 1\n[[p]]\nx = 1\n[[p]]\nx = 2\nc.d = 3\nc.e = { f = 4 }\n[q]\n";
        let line = |path: &[super::Step]| line_of(text, path);
        assert_eq!(line(&[Key("a")]), 1);
        assert_eq!(line(&[Key("p"), Place(1)]), 4);
        assert_eq!(line(&[Key("p"), Place(1), Key("c"), Key("d")]), 6);
        assert_eq!(line(&[Key("p"), Place(1), Key("c"), Key("e"), Key("f")]), 7);
        assert_eq!(line(&[Key("p"), Place(1), Key("none")]), 4, "what is there is shown");
        assert_eq!(line(&[Key("none")]), 1);
    }
}
