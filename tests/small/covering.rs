//! Few combinations of options in which every two values of two options meet.

/// How many ways to settle ties are tried.
const TRIES: usize = 40;

/// Rows of one value for each option, given how many values each has: the fewest of some tries.
pub fn rows(values: &[usize]) -> Vec<Vec<usize>> {
    (0..TRIES).map(|shift| greedy(values, shift)).min_by_key(Vec::len).unwrap_or_default()
}

/// Each row begins with a pair that is missing, and takes of each option what meets the most
/// missing ones; of equals, what the shift says.
fn greedy(values: &[usize], shift: usize) -> Vec<Vec<usize>> {
    let mut missing = pairs(values);
    let mut rows: Vec<Vec<usize>> = Vec::new();
    while !missing.is_empty() {
        let [(one, value), (other, with)] = missing[(shift * 7) % missing.len()];
        let mut row = vec![None; values.len()];
        row[one] = Some(value);
        row[other] = Some(with);
        for option in 0..values.len() {
            if row[option].is_none() {
                let met = |value: usize| {
                    let is_there = |(at, of): (usize, usize)| row[at] == Some(of);
                    let meets = |&&[one, other]: &&Pair| {
                        (one == (option, value) && is_there(other))
                            || (other == (option, value) && is_there(one))
                    };
                    missing.iter().filter(meets).count()
                };
                let turned = |nth: usize| (nth + shift + rows.len()) % values[option];
                row[option] = (0..values[option]).map(turned).max_by_key(|value| met(*value));
            }
        }
        let row: Vec<usize> = row.into_iter().flatten().collect();
        missing.retain(|pair| !pair.iter().all(|(option, value)| row[*option] == *value));
        rows.push(row);
    }
    rows
}

/// Two options with one value each.
type Pair = [(usize, usize); 2];

/// Every two values of two options.
fn pairs(values: &[usize]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (one, count) in values.iter().enumerate() {
        for (other, with) in values.iter().enumerate().skip(one + 1) {
            for value in 0..*count {
                pairs.extend((0..*with).map(|with| [(one, value), (other, with)]));
            }
        }
    }
    pairs
}

/// Every two values meet, in far fewer rows than there are combinations.
#[test]
fn every_two_values_of_two_options_meet() {
    for values in [&[3, 2][..], &[3, 3, 2, 2, 2, 2], &[2; 9], &[3, 3, 3, 2, 2, 2, 2, 2]] {
        let rows = rows(values);
        for pair in pairs(values) {
            let meets =
                |row: &Vec<usize>| pair.iter().all(|(option, value)| row[*option] == *value);
            assert!(rows.iter().any(meets), "{pair:?} of {values:?} is missing");
        }
        let [first, second] = [values[0], values[1]];
        assert!(rows.len() <= first * second + 3, "{values:?} takes {} rows", rows.len());
    }
}
