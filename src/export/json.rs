//! JSON, written. `serde_json` would bring its tree, its writer and its tables of decimals into the
//! module for the one file that a reader saves; tests hold this against what it reads.

/// A text.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\u{0}'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What may be missing.
pub(super) fn or_null(value: Option<String>) -> String {
    value.unwrap_or_else(|| "null".to_owned())
}

/// Values one after the other.
pub(super) fn list(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

/// Named values, in the order given.
pub(super) fn object(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{}:{value}", string(name))).collect();
    format!("{{{}}}", fields.join(","))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    proptest! {
        #[test]
        fn any_text_and_any_number_are_read_as_they_were(text: String, number in prop::num::f64::NORMAL) {
            let written = object(&[
                (&text, list(&[string(&text), number.to_string(), or_null(None)])),
            ]);
            let read: Value = serde_json::from_str(&written).expect("JSON");
            prop_assert_eq!(&read[&text][0], &Value::String(text.clone()));
            // `serde_json` itself reads to within the last bit.
            let as_read = read[&text][1].as_f64().expect("a number");
            prop_assert!((as_read / number - 1.0).abs() < 1e-15, "{} is {}", number, as_read);
            prop_assert_eq!(&read[&text][2], &Value::Null);
        }
    }
}
