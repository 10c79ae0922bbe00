//! The texts of the reports, paragraph by paragraph, in one notation.

use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

/// The text of a document.
pub(crate) struct Text {
    /// Prefix of its file name, by which `sources.json` names it: `003`.
    pub seed: String,
    /// Its non-empty lines, each as [`normalized`].
    pub paragraphs: Vec<String>,
}

impl Text {
    /// The paragraph of that number, counted from 1.
    pub(crate) fn paragraph(&self, number: u16) -> Option<&str> {
        let at = usize::from(number).checked_sub(1)?;
        self.paragraphs.get(at).map(String::as_str)
    }
}

/// Unicode NFC, with every run of spaces of any kind as one space and none at the ends: texts are
/// copied from pages with decomposed letters and non-breaking spaces.
pub(crate) fn normalized(text: &str) -> String {
    let composed: String = text.nfc().filter(|&c| c != '\u{feff}').collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The texts of a folder, in the order of their prefixes.
///
/// # Errors
/// A sentence where the folder is missing, holds no texts, or one of them cannot be read.
pub(crate) fn read(folder: &Path) -> Result<Vec<Text>, String> {
    let mut paths = paths(folder)?;
    paths.sort();
    let mut texts: Vec<Text> = Vec::new();
    for (seed, path) in paths {
        if texts.last().is_some_and(|text| text.seed == seed) {
            return Err(format!("{} holds two texts {seed}", folder.display()));
        }
        let content = fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        let paragraphs = content.lines().map(normalized).filter(|line| !line.is_empty()).collect();
        texts.push(Text { seed, paragraphs });
    }
    if texts.is_empty() {
        let folder = folder.display();
        return Err(format!("{folder} holds no texts; expected files such as 000_name.txt"));
    }
    Ok(texts)
}

/// Prefixes and paths of the files that are texts.
fn paths(folder: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let failed = |error| format!("the folder {} cannot be read: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(seed) = prefix(name) {
            found.push((seed.to_owned(), path));
        }
    }
    Ok(found)
}

/// `003` of `003_7c85267fd269271c.txt`; `None` for any other file.
fn prefix(name: &str) -> Option<&str> {
    let (prefix, _) = name.strip_suffix(".txt")?.split_once('_')?;
    (prefix.len() == 3 && prefix.bytes().all(|b| b.is_ascii_digit())).then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_composed_and_spaces_are_one() {
        let decomposed = "  hơn\u{a0}9,2  triệu\u{202f}\tđồng \r".nfd().collect::<String>();
        assert_ne!(decomposed.nfc().collect::<String>(), decomposed);
        assert_eq!(normalized(&decomposed), "hơn 9,2 triệu đồng");
        assert_eq!(normalized(" \u{a0} "), "");
    }

    #[test]
    fn only_numbered_texts_are_texts() {
        for (name, expected) in [
            ("003_7c85267fd269271c.txt", Some("003")),
            ("003_a_b.txt", Some("003")),
            ("003.txt", None),
            ("03_a.txt", None),
            ("003_a.md", None),
            ("README.txt", None),
        ] {
            assert_eq!(prefix(name), expected, "{name}");
        }
    }
}
