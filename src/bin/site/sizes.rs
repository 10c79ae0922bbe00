//! What every file weighs, what the explorer takes from its first page until it answers, and how that
//! compares with the last accepted build.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::assets::{walk, with_suffix};

/// The accepted sizes, committed; replaced by hand from [`FRESH`] when a change is meant.
const ACCEPTED: &str = "docs/sizes.json";
/// The sizes of this build.
const FRESH: &str = "target/sizes.json";

#[derive(Clone, Copy, Default, Deserialize, Serialize)]
pub(crate) struct Size {
    pub raw: u64,
    pub gzip: u64,
    pub brotli: u64,
}

/// Weighs every file, writes [`FRESH`] and returns a table against [`ACCEPTED`], with what it holds.
pub(crate) fn report(out: &Path) -> Result<(String, BTreeMap<String, Size>), Box<dyn Error>> {
    let mut sizes: BTreeMap<String, Size> = BTreeMap::new();
    for path in walk(out)? {
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if matches!(kind, "br" | "gz") {
            continue;
        }
        let name = path.strip_prefix(out)?.to_string_lossy().replace('\\', "/");
        let raw = fs::metadata(&path)?.len();
        let packed =
            |suffix| fs::metadata(with_suffix(&path, suffix)).map_or(raw, |meta| meta.len());
        sizes.insert(unhashed(&name), Size { raw, gzip: packed("gz"), brotli: packed("br") });
        if kind == "wasm" {
            for (section, length) in wasm_sections(&fs::read(&path)?) {
                sizes.insert(
                    format!("ro-so.wasm section {section}"),
                    Size { raw: length, ..Size::default() },
                );
            }
        }
    }
    let is_taken = |name: &str| {
        // The dataset to take away (`data/`) is fetched by whoever asks for it.
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
    fs::create_dir_all("target")?;
    fs::write(FRESH, serde_json::to_string_pretty(&sizes)? + "\n")?;
    let accepted: BTreeMap<String, Size> = fs::read_to_string(ACCEPTED)
        .ok()
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    Ok((table(&sizes, &accepted), sizes))
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

/// A name without its hash: `ro-so.0123456789.js` is `ro-so.js`.
fn unhashed(name: &str) -> String {
    let is_hash = |part: &str| part.len() == 10 && part.bytes().all(|b| b.is_ascii_hexdigit());
    name.split('.').filter(|part| !is_hash(part)).collect::<Vec<_>>().join(".")
}

/// Names and lengths of the sections of a WebAssembly module that matter for its weight.
fn wasm_sections(module: &[u8]) -> Vec<(&'static str, u64)> {
    let mut found = Vec::new();
    let mut rest = module.get(8..).unwrap_or_default();
    while let [id, tail @ ..] = rest {
        let (mut length, mut shift, mut used) = (0u64, 0, 0);
        for byte in tail.iter().take(5) {
            length |= u64::from(byte & 127) << shift;
            shift += 7;
            used += 1;
            if byte & 128 == 0 {
                break;
            }
        }
        match id {
            10 => found.push(("code", length)),
            11 => found.push(("data", length)),
            _ => {}
        }
        rest = tail.get(used + length as usize..).unwrap_or_default();
    }
    found
}
