//! Datasets: the real one, made small for speed, then mutated as JSON and as text.

use ro_so::data::read_bundle;
use serde_json::{Number, Value};

use crate::random::{NASTY, Random, bent};

/// Words of the format, for mutations of texts.
const WORDS: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "1e999",
    "-0.0",
    "\"id\":",
    "\"value\":",
    "\"step\":",
    "\"low\":",
    "\"high\":",
    "\"percent\"",
    "\"exact\"",
    "\"period\":",
    "\"during\":",
    "\"as_of\":",
    "\"2022-08\"",
    "\\u0000",
    "\\ud800",
    "\"mentions\":[]",
];

/// A dataset of fewer than `bytes` bytes that still loads, made by leaving records out at random:
/// another one for each seed.
pub(crate) fn small(full: &str, bytes: usize, random: &mut Random) -> Value {
    let mut best: Value = serde_json::from_str(full).expect("the shipped dataset is JSON");
    let mut run = 64;
    for _ in 0..20_000 {
        if best.to_string().len() < bytes {
            break;
        }
        let mut tried = best.clone();
        let files = tried.as_array_mut().expect("an array of files");
        let at = random.below(files.len() + 1);
        let list = match at {
            // `sources.json` has two lists.
            0 => files[0]["documents"].as_array_mut(),
            at if at == files.len() => files[0]["reports"].as_array_mut(),
            at => files[at].as_array_mut(),
        };
        let Some(list) = list.filter(|list| list.len() > 2) else { continue };
        let from = random.below(list.len());
        let to = (from + 1 + random.below(run)).min(list.len());
        list.drain(from..to);
        if read_bundle(&tried.to_string(), true).is_ok() {
            best = tried;
        } else {
            // The remaining records depend more on each other.
            run = (run * 63 / 64).max(1);
        }
    }
    best
}

/// One dataset, as text.
pub(crate) fn next(random: &mut Random, seed: &Value) -> String {
    let mut value = seed.clone();
    for _ in 0..=random.below(3) {
        bend(random, &mut value);
    }
    let text = value.to_string();
    if random.once_in(4) { bent(random, &text, &WORDS) } else { text }
}

/// Changes one thing somewhere in a value.
fn bend(random: &mut Random, value: &mut Value) {
    let stop = random.once_in(24);
    match value {
        Value::Array(list) if !list.is_empty() && !stop => {
            let at = random.below(list.len());
            match random.below(40) {
                0 => drop(list.remove(at)),
                1 => list.push(list[at].clone()),
                2 => {
                    let other = random.below(list.len());
                    list.swap(at, other);
                }
                _ => bend(random, &mut list[at]),
            }
        }
        Value::Object(fields) if !fields.is_empty() && !stop => {
            let at = random.below(fields.len());
            let Some(name) = fields.keys().nth(at).cloned() else { return };
            match random.below(24) {
                0 => drop(fields.remove(&name)),
                1 => {
                    let nasty = random.pick(&NASTY).to_owned();
                    fields.insert(nasty, Value::Null);
                }
                2 => {
                    // One value replaces another.
                    let other = random.below(fields.len());
                    let moved = fields.values().nth(other).cloned().unwrap_or(Value::Null);
                    fields.insert(name, moved);
                }
                _ => {
                    if let Some(field) = fields.get_mut(&name) {
                        bend(random, field);
                    }
                }
            }
        }
        leaf => *leaf = other_leaf(random, leaf),
    }
}

/// Another value for a leaf, mostly of the same type: that gets further.
fn other_leaf(random: &mut Random, leaf: &Value) -> Value {
    const NUMBERS: [f64; 14] =
        [0.0, -0.0, 1.0, -1.0, 0.5, 99.99, 100.0, 101.0, 1e9, 1e15, 9e15, 1e300, -1e300, 5e-324];
    match leaf {
        Value::Number(number) if !random.once_in(8) => {
            let own = number.as_f64().unwrap_or_default();
            let value = match random.below(4) {
                0 => own * 10.0,
                1 => own - 1.0,
                2 => -own,
                _ => NUMBERS[random.below(NUMBERS.len())],
            };
            // Counts and paragraphs are whole.
            let whole =
                (value.fract() == 0.0 && value.abs() < 1e15).then(|| Number::from(value as i64));
            whole.or_else(|| Number::from_f64(value)).map_or(Value::Null, Value::Number)
        }
        Value::String(text) if !random.once_in(8) => Value::String(if random.once_in(3) {
            random.pick(&NASTY).to_owned()
        } else {
            bent(random, text, &NASTY)
        }),
        _ => match random.below(7) {
            0 => Value::Null,
            1 => Value::Bool(random.once_in(2)),
            2 => Value::String(random.pick(&NASTY).to_owned()),
            3 => Value::Array(vec![Value::Null]),
            4 => Value::Object(serde_json::Map::new()),
            5 => Value::Array(Vec::new()),
            _ => Number::from_f64(NUMBERS[random.below(NUMBERS.len())])
                .map_or(Value::Null, Value::Number),
        },
    }
}
