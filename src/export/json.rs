//! Writes JSON. `serde_json` would add its tree, its writer and its tables of decimals to the
//! module for the one file that a reader saves; tests compare this with what `serde_json` reads.

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

/// A value that may be missing.
pub(super) fn or_null(value: Option<String>) -> String {
    value.unwrap_or_else(|| "null".to_owned())
}

/// An array.
pub(super) fn list(values: &[String]) -> String {
    format!("[{}]", values.join(","))
}

/// An object, with its fields in the order given.
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
            // `serde_json` may itself be off in the last bit.
            let as_read = read[&text][1].as_f64().expect("a number");
            prop_assert!((as_read / number - 1.0).abs() < 1e-15, "{} is {}", number, as_read);
            prop_assert_eq!(&read[&text][2], &Value::Null);
        }
    }
}
