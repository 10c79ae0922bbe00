//! Shortens the names that the module and its JavaScript glue exchange.
//!
//! wasm-bindgen names an import after a function and a hash (`__wbg_focus_d5e2fdbdb56416f0`), and
//! what calls a closure after its whole type. Each name is in both files and means nothing to a
//! browser: with short names, a first visit transfers four kilobytes less.

use std::collections::{BTreeMap, BTreeSet};

/// The glue's name for the only place that the module imports from.
const PLACE: &str = "./ro-so_bg.js";
const SHORT_PLACE: &str = "g";

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Module and glue, with short names for imports and exports.
///
/// # Errors
/// Says what differs from the output of wasm-bindgen.
pub(crate) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String), String> {
    // Short names begin with `$`, so that they clash with no others.
    if words(glue).any(|word| word.len() > 1 && word.starts_with('$')) {
        return Err("the glue has names that begin with `$`".into());
    }
    let in_glue: BTreeSet<&str> = words(glue).collect();
    let mut names = BTreeMap::new();
    let module = renamed(module, &in_glue, &mut names).ok_or("the module is not as expected")?;
    if let Some(lost) = names.keys().find(|name| !in_glue.contains(name.as_str())) {
        return Err(format!("the glue does not name {lost}"));
    }
    let short: String =
        words(glue).map(|word| names.get(word).map_or(word, String::as_str)).collect();
    let place = format!("\"{PLACE}\"");
    if short.matches(&place).count() != 1 {
        return Err(format!("the glue does not name {PLACE} once"));
    }
    Ok((module, short.replace(&place, &format!("\"{SHORT_PLACE}\""))))
}

/// A text cut into names and the text between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_name(c) != is_name(first)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// The module with new names in its imports and exports, recorded in `names`; `in_glue` holds the
/// names in the glue.
fn renamed(
    module: &[u8],
    in_glue: &BTreeSet<&str>,
    names: &mut BTreeMap<String, String>,
) -> Option<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(8)?;
    let mut written = head.to_vec();
    while let [kind, tail @ ..] = rest {
        let (length, tail) = number(tail)?;
        let (content, after) = tail.split_at_checked(length)?;
        let content = match *kind {
            IMPORTS => imports(content, names)?,
            EXPORTS => exports(content, in_glue, names)?,
            _ => content.to_vec(),
        };
        written.push(*kind);
        put_bytes(&mut written, &content);
        rest = after;
    }
    Some(written)
}

fn imports(section: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut written = Vec::new();
    put_number(&mut written, count);
    for _ in 0..count {
        let (place, tail) = name(rest)?;
        let (import, tail) = name(tail)?;
        // Functions only: a zero and the index of their type.
        let (0, of_kind) = tail.split_first().map(|(kind, tail)| (*kind, tail))? else {
            return None;
        };
        let (_, after) = number(of_kind)?;
        if place != PLACE {
            return None;
        }
        put_bytes(&mut written, SHORT_PLACE.as_bytes());
        put_bytes(&mut written, short(import, names).as_bytes());
        written.extend(tail.get(..tail.len() - after.len())?);
        rest = after;
    }
    Some(written)
}

fn exports(
    section: &[u8],
    in_glue: &BTreeSet<&str>,
    names: &mut BTreeMap<String, String>,
) -> Option<Vec<u8>> {
    let (count, mut rest) = number(section)?;
    let mut written = Vec::new();
    put_number(&mut written, count);
    for _ in 0..count {
        let (export, tail) = name(rest)?;
        let (_, after) = number(tail.get(1..)?)?;
        // Names that other code uses stay (`start`, `memory`), as do those that the glue does not
        // use.
        let is_inner = export.contains("wasm_bindgen") || export.starts_with("__");
        let is_inner = is_inner && in_glue.contains(export);
        let export = if is_inner { short(export, names) } else { export.into() };
        put_bytes(&mut written, export.as_bytes());
        written.extend(tail.get(..tail.len() - after.len())?);
        rest = after;
    }
    Some(written)
}

/// The short name for a long one: `$0`, `$1`… `$z`, `$10`…
fn short(long: &str, names: &mut BTreeMap<String, String>) -> String {
    let next = names.len();
    names.entry(long.to_owned()).or_insert_with(|| format!("${}", base36(next))).clone()
}

/// A number in the digits `0` to `9` and `a` to `z`.
fn base36(number: usize) -> String {
    let before = if number < 36 { String::new() } else { base36(number / 36) };
    let last = char::from_digit((number % 36) as u32, 36).unwrap_or_default();
    format!("{before}{last}")
}

/// A number as WebAssembly writes it (LEB128), and what follows.
pub(crate) fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let end = bytes.iter().position(|byte| byte & 128 == 0)?;
    let (digits, rest) = bytes.split_at_checked(end + 1)?;
    let value = digits.iter().rev().fold(0, |value, byte| value << 7 | usize::from(byte & 127));
    Some((value, rest))
}

/// A name with its length before it, and what follows.
fn name(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let (name, rest) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(name).ok()?, rest))
}

fn put_number(written: &mut Vec<u8>, mut value: usize) {
    while value > 127 {
        written.push((value & 127 | 128) as u8);
        value >>= 7;
    }
    written.push(value as u8);
}

fn put_bytes(written: &mut Vec<u8>, content: &[u8]) {
    put_number(written, content.len());
    written.extend(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports one function of type 0 and exports it three times.
    fn module(place: &str, import: &str) -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        let mut imports = vec![1];
        put_bytes(&mut imports, place.as_bytes());
        put_bytes(&mut imports, import.as_bytes());
        imports.extend([0, 0]);
        let mut exports = vec![3];
        for export in ["start", "__wbindgen_free", "__nobody"] {
            put_bytes(&mut exports, export.as_bytes());
            exports.extend([0, 0]);
        }
        for (kind, content) in [(IMPORTS, imports), (EXPORTS, exports)] {
            module.push(kind);
            put_bytes(&mut module, &content);
        }
        module
    }

    const GLUE: &str = "({ \"./ro-so_bg.js\": { __wbg_focus_d5: function(f) { f.focus() } } });
        wasm.__wbindgen_free(0); wasm.start();";

    #[test]
    fn both_files_get_the_same_short_names() {
        let (module, glue) = shorten(&module(PLACE, "__wbg_focus_d5"), GLUE).unwrap();
        assert_eq!(
            glue,
            "({ \"g\": { $0: function(f) { f.focus() } } });\n        wasm.$1(0); wasm.start();"
        );
        assert_eq!(
            module,
            b"\0asm\x01\0\0\0\x02\x08\x01\x01g\x02$0\0\0\x07\x19\x03\x05start\0\0\x02$1\0\0\x08__nobody\0\0"
        );
    }

    #[test]
    fn no_two_names_are_short_for_the_same() {
        let mut names = BTreeMap::new();
        let made: BTreeSet<String> =
            (0..50_000).map(|long| short(&format!("long{long}"), &mut names)).collect();
        assert_eq!(made.len(), 50_000);
        assert_eq!(short("long7", &mut names), "$7");
        for (number, text) in [(35, "z"), (36, "10"), (1295, "zz"), (1296, "100"), (46_656, "1000")]
        {
            assert_eq!(base36(number), text);
        }
    }

    #[test]
    fn glue_of_another_module_is_refused() {
        let other = shorten(&module(PLACE, "__wbg_blur_aa"), GLUE);
        assert_eq!(other, Err("the glue does not name __wbg_blur_aa".into()));
        assert!(shorten(&module("env", "__wbg_focus_d5"), GLUE).is_err());
        assert!(shorten(&module(PLACE, "__wbg_focus_d5"), &format!("{GLUE} $x")).is_err());
    }
}
