//! The objects of a JSON text without blanks, as they are written: in their order, and twice if so.

use std::ops::Range;

/// An object, with its fields as they are written: `"name":value`.
pub struct Object {
    pub place: Range<usize>,
    pub fields: Vec<String>,
}

impl Object {
    /// The values of the fields, without their names.
    pub fn values(&self) -> Vec<&str> {
        let value = |field: &'_ str| field.find(':').map_or(0, |colon| colon + 1);
        self.fields.iter().map(|field| &field[value(field)..]).collect()
    }

    /// The text with something else in its place.
    pub fn replaced(&self, text: &str, by: &str) -> String {
        format!("{}{by}{}", &text[..self.place.start], &text[self.place.end..])
    }
}

/// Every object of a text, the inner ones first.
pub fn objects(text: &str) -> Vec<Object> {
    let (mut found, mut open) = (Vec::new(), Vec::<Vec<usize>>::new());
    let (mut is_string, mut is_escaped) = (false, false);
    for (at, of) in text.char_indices() {
        match of {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = is_string,
            '"' => is_string = !is_string,
            _ if is_string => {}
            '{' | '[' => open.push(vec![at]),
            ',' => open.last_mut().expect("something is open").push(at),
            '}' => {
                let mut ends = open.pop().expect("something is open");
                let place = ends[0]..at + 1;
                ends.push(at);
                let fields = ends.windows(2).map(|of| text[of[0] + 1..of[1]].to_string());
                found.push(Object { place, fields: fields.collect() });
            }
            ']' => drop(open.pop()),
            _ => {}
        }
    }
    found
}

#[test]
fn objects_are_found_as_they_are_written() {
    let text = r#"{"b":[{"c":"}\",","a":{}}],"b":1}"#;
    let found: Vec<Vec<String>> = objects(text).into_iter().map(|of| of.fields).collect();
    assert_eq!(found[0], [""]);
    assert_eq!(found[1], [r#""c":"}\",""#, r#""a":{}"#]);
    assert_eq!(found[2], [r#""b":[{"c":"}\",","a":{}}]"#, r#""b":1"#]);
    assert_eq!(objects(text)[1].values(), [r#""}\",""#, "{}"]);
}
