//! What every file weighs, what the explorer loads from its first page until it answers, and how
//! that compares with the last accepted build.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::assets::{unhashed, walk, with_suffix};
use crate::files;
use crate::names::number;

/// The accepted sizes, committed; replaced by hand from [`FRESH`] when a change is intended.
const ACCEPTED: &str = "docs/sizes.json";
/// The sizes of this build.
const FRESH: &str = "target/sizes.json";

#[derive(Clone, Copy, Default, Deserialize, Serialize)]
pub(crate) struct Size {
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

/// What every file weighs, by its name without its hash.
pub(crate) fn weighed(out: &Path) -> Result<BTreeMap<String, Size>, Box<dyn Error>> {
    let mut sizes: BTreeMap<String, Size> = BTreeMap::new();
    for path in walk(out)? {
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if matches!(kind, "br" | "gz") {
            continue;
        }
        let raw = fs::metadata(&path)?.len();
        let packed =
            |suffix| fs::metadata(with_suffix(&path, suffix)).map_or(raw, |meta| meta.len());
        sizes.insert(unhashed(&path, out), Size { raw, gzip: packed("gz"), brotli: packed("br") });
        if kind == "wasm" {
            for (section, length) in wasm_sections(&files::read(&path)?) {
                sizes.insert(
                    format!("ro-so.wasm section {section}"),
                    Size { raw: length, ..Size::default() },
                );
            }
        }
    }
    let is_taken = |name: &str| {
        // The dataset for download (`data/`) is fetched only on request.
        matches!(name, "index.html" | "ro-so.js" | "ro-so.wasm" | "data.json" | "icon.svg")
            || name.starts_with("fonts/be-")
            || name.starts_with("fonts/ro-")
    };
    let total =
        sizes.iter().filter(|(name, _)| is_taken(name)).fold(Size::default(), |sum, (_, size)| {
            Size {
                raw: sum.raw + size.raw,
                gzip: sum.gzip + size.gzip,
                brotli: sum.brotli + size.brotli,
            }
        });
    sizes.insert("explorer started".into(), total);
    Ok(sizes)
}

/// Writes [`FRESH`] and returns a table that compares it with [`ACCEPTED`].
pub(crate) fn report(sizes: &BTreeMap<String, Size>) -> Result<String, Box<dyn Error>> {
    files::write(FRESH, serde_json::to_string_pretty(sizes)? + "\n")?;
    Ok(table(sizes, &accepted(files::read_text_if_there(ACCEPTED)?)?))
}

/// The sizes of a text of [`ACCEPTED`]; without one every file is new.
fn accepted(text: Option<String>) -> Result<BTreeMap<String, Size>, String> {
    let sizes = text.map(|text| serde_json::from_str(&text)).transpose();
    Ok(sizes.map_err(|error| format!("{ACCEPTED}: {error}"))?.unwrap_or_default())
}

fn table(sizes: &BTreeMap<String, Size>, accepted: &BTreeMap<String, Size>) -> String {
    let mut rows: Vec<_> = sizes.iter().collect();
    rows.sort_by_key(|(_, size)| std::cmp::Reverse((size.brotli, size.raw)));
    let mut table = format!(
        "{:>9} {:>9} {:>9} {:>8}  file (bytes, largest first; change of brotli against {ACCEPTED})\n",
        "raw", "gzip", "brotli", "change"
    );
    for (name, size) in rows {
        let change = accepted.get(name).map_or(String::from("new"), |old| {
            format!("{:+}", i128::from(size.brotli) - i128::from(old.brotli))
        });
        writeln!(table, "{:>9} {:>9} {:>9} {change:>8}  {name}", size.raw, size.gzip, size.brotli)
            .ok();
    }
    table
}

/// Names and lengths of the sections of a WebAssembly module that matter for its weight.
fn wasm_sections(module: &[u8]) -> Vec<(&'static str, u64)> {
    let mut found = Vec::new();
    let mut rest = module.get(8..).unwrap_or_default();
    while let [id, tail @ ..] = rest {
        let Some((length, content)) = number(tail) else { break };
        match id {
            10 => found.push(("code", length as u64)),
            11 => found.push(("data", length as u64)),
            _ => {}
        }
        rest = content.get(length..).unwrap_or_default();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heavy_sections_of_a_module_are_weighed() {
        let module =
            [b"\0asm\x01\0\0\0\x01\x01\0\x0a\x81\x01".as_slice(), &[0; 129], b"\x0b\x02\0\0"];
        assert_eq!(wasm_sections(&module.concat()), [("code", 129), ("data", 2)]);
        assert!(wasm_sections(b"").is_empty());
    }

    #[test]
    fn accepted_sizes_that_cannot_be_read_are_not_taken_for_none() {
        assert!(accepted(None).is_ok_and(|sizes| sizes.is_empty()));
        let told = accepted(Some("{".into())).err();
        assert!(told.is_some_and(|told| told.starts_with("docs/sizes.json: ")));
    }
}
