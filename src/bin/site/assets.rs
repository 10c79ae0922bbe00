//! The files beside the pages, each named after a hash over its whole content.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use ro_so::data::Files;
use ro_so::export::workbook_words;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::files;
use crate::loading::integrity;
use crate::names::shorten;

/// Ends errors about an unexpected file of wasm-bindgen.
const CHANGED: &str = "has wasm-bindgen changed?";

/// Paths of the files, relative to the site's root, with the hashes that browsers check.
pub(crate) struct Assets {
    /// The glue of wasm-bindgen, without the code that starts it.
    pub glue: String,
    pub script: String,
    pub script_hash: String,
    pub wasm: String,
    pub wasm_hash: String,
    pub data: String,
    pub data_hash: String,
    /// The script that makes workbooks: its file, and its text without its words and its export.
    pub workbook: String,
    pub workbook_script: String,
    pub icon: String,
    /// Style sheet with a `{root}` before every path.
    pub css: String,
    /// The fonts that every page needs at once.
    pub fonts: Vec<String>,
    /// These fonts and those of the digits.
    pub every_font: Vec<String>,
}

/// What Trunk builds for this program: the module and its glue.
const OF_TRUNK: [&str; 2] = ["ro-so_bg.wasm", "ro-so.js"];
/// Where both are kept, so that the site can be written again without compiling anything.
const TRUNK: &str = "target/trunk";

/// Moves what Trunk left in `out` to where [`write()`] reads it.
pub(crate) fn keep(out: &Path) -> Result<(), Box<dyn Error>> {
    for name in OF_TRUNK {
        files::copy(out.join(name), Path::new(TRUNK).join(name))?;
        fs::remove_file(out.join(name))?;
    }
    Ok(())
}

/// Hashes and writes everything but the pages.
pub(crate) fn write(out: &Path, seeds: &Files<'_>) -> Result<Assets, Box<dyn Error>> {
    let [wasm, glue] = OF_TRUNK.map(|name| Path::new(TRUNK).join(name));
    let (wasm, glue) = (files::read(wasm)?, files::read_text(glue)?);
    let (wasm, glue) = shorten(&wasm, &glue).map_err(|error| format!("{error}: {CHANGED}"))?;
    let wasm_name = put(out, "ro-so", "wasm", &wasm)?;
    if !glue.contains("ro-so_bg.wasm") {
        return Err(format!("the glue does not name ro-so_bg.wasm: {CHANGED}").into());
    }
    let glue = glue.replace("ro-so_bg.wasm", &wasm_name);
    let mut all = glue.clone();
    for name in ["fetch", "touch", "boot", "frame", "offline", "lazy"] {
        all.push_str(&files::read_text(format!("www/{name}.js"))?);
    }
    let workbook_script = without_comments(&files::read_text("www/xlsx.js")?)?;
    let words = format!("() => ({})", workbook_words());
    let module = with_constant(&workbook_script, "WORDS", "() => ({})", &words)?;
    let module = format!("{module}export {{ workbook }};\n");
    let workbook = put(out, "xlsx", "js", module.as_bytes())?;
    let found = json!([workbook, integrity(module.as_bytes())]).to_string();
    let all = with_constant(&all, "WORKBOOKS", "[\"\", \"\"]", &found)?;
    let all = without_comments(&all)?;
    let script = put(out, "ro-so", "js", all.as_bytes())?;
    let bundle = compact(&seeds.bundle())?;
    let data = put(out, "data", "json", bundle.as_bytes())?;
    let icon = put(out, "icon", "svg", &files::read("www/icon.svg")?)?;
    let mut css = files::read_text("www/tokens.css")? + &files::read_text("www/app.css")?;
    let (mut fonts, mut every_font) = (Vec::new(), Vec::new());
    for name in ["be-vietnam-pro-400", "be-vietnam-pro-600", "ro-so-digits-400", "ro-so-digits-600"]
    {
        let source = format!("fonts/{name}.woff2");
        let font = files::read(format!("www/{source}"))?;
        let path = put(out, &format!("fonts/{name}"), "woff2", &font)?;
        css = css.replace(&source, &format!("{{root}}{path}"));
        if name.starts_with("be-") {
            fonts.push(path.clone());
        }
        every_font.push(path);
    }
    files::copy("www/fonts/OFL.txt", out.join("fonts/OFL.txt"))?;
    Ok(Assets {
        script_hash: integrity(all.as_bytes()),
        glue,
        script,
        wasm: wasm_name,
        wasm_hash: integrity(&wasm),
        data,
        data_hash: integrity(bundle.as_bytes()),
        workbook,
        workbook_script,
        icon,
        css: minified(&css),
        fonts,
        every_font,
    })
}

/// The script with `value` in place of the empty value of a constant.
pub(crate) fn with_constant(
    script: &str,
    name: &str,
    empty: &str,
    value: &str,
) -> Result<String, String> {
    let written = format!("const {name} = {empty};");
    if script.matches(&written).count() != 1 {
        return Err(format!("the script does not say once: {written}"));
    }
    Ok(script.replace(&written, &format!("const {name} = {value};")))
}

/// Writes a `.br` and a `.gz` beside every compressible file whose name, without its hash,
/// `is_wanted`.
pub(crate) fn compress(out: &Path, is_wanted: fn(&str) -> bool) -> Result<(), Box<dyn Error>> {
    for path in walk(out)? {
        if !is_wanted(&unhashed(&path, out)) {
            continue;
        }
        let kind = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        if !matches!(kind, "html" | "js" | "json" | "csv" | "wasm" | "svg" | "webmanifest") {
            continue;
        }
        let content = files::read(&path)?;
        let mut brotli = Vec::new();
        let quality = if is_entrance(&path, out) { 11 } else { 9 };
        let params = brotli::enc::BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
        brotli::BrotliCompress(&mut content.as_slice(), &mut brotli, &params)?;
        files::write(with_suffix(&path, "br"), brotli)?;
        files::write(with_suffix(&path, "gz"), gzip(&content)?)?;
    }
    Ok(())
}

/// The content, packed with gzip.
pub(crate) fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(content)?;
    gzip.finish()
}

/// Whether a first visit loads the file. The hundreds of other pages are packed a little less
/// tightly, in a twentieth of the time.
fn is_entrance(path: &Path, out: &Path) -> bool {
    let folder = path.strip_prefix(out).ok().and_then(Path::parent).unwrap_or(Path::new(""));
    let is_page = path.extension().is_some_and(|kind| kind == "html");
    let is_home = folder == Path::new("") || folder == Path::new("en");
    !is_page || is_home || folder.components().any(|part| part.as_os_str() == "stories")
}

/// Every file below a folder, sorted.
pub(crate) fn walk(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(walk(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

/// The path of a file below `out` without the hash in its name: `ro-so.0123456789.js` is `ro-so.js`.
pub(crate) fn unhashed(path: &Path, out: &Path) -> String {
    let name = path.strip_prefix(out).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let is_hash = |part: &str| part.len() == 10 && part.bytes().all(|b| b.is_ascii_hexdigit());
    name.split('.').filter(|part| !is_hash(part)).collect::<Vec<_>>().join(".")
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

/// Writes a file under a name that holds the hash of its content; returns that name.
pub(crate) fn put(out: &Path, stem: &str, kind: &str, content: &[u8]) -> Result<String, String> {
    let name = format!("{stem}.{}.{kind}", short_hash(content));
    files::write(out.join(&name), content)?;
    Ok(name)
}

/// The first ten hexadecimal digits of SHA-256: enough to tell versions of one file apart.
pub(crate) fn short_hash(content: &[u8]) -> String {
    sha256(content).chars().take(10).collect()
}

/// SHA-256 in hexadecimal digits.
pub(crate) fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").ok();
        text
    })
}

/// The dataset without white space, without fields that hold their default, and without the
/// sentences that must not be written, which only tests look for.
fn compact(json: &str) -> Result<String, serde_json::Error> {
    let mut bundle: Value = serde_json::from_str(json)?;
    for record in
        bundle.as_array_mut().into_iter().flatten().filter_map(Value::as_array_mut).flatten()
    {
        if let Some(fields) = record.as_object_mut() {
            fields.retain(|name, value| {
                let default = matches!(
                    (name.as_str(), value.as_str()),
                    ("scope", Some("whole")) | ("kind", Some("observation"))
                );
                !default
                    && name != "never"
                    && value.as_array().is_none_or(|list| {
                        !list.is_empty() || name == "mentions" || name == "named"
                    })
            });
        }
    }
    serde_json::to_string(&bundle)
}

/// A script without indentation and without comment lines. Its strings must not span lines.
///
/// # Errors
/// Where code follows the end of a block comment on the same line: it would be lost.
pub(crate) fn without_comments(script: &str) -> Result<String, String> {
    let mut plain = String::new();
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if is_comment {
            if line.find("*/").is_some_and(|end| end + 2 < line.len()) {
                return Err(format!("a script goes on behind the end of a comment: {line}"));
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            plain.push_str(line);
            plain.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    Ok(plain)
}

/// A style sheet without comments and indentation. Its strings hold no comment and no double space.
fn minified(css: &str) -> String {
    let mut rest = css;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    ["{ ", "} ", "; ", " }", " {"]
        .iter()
        .fold(joined, |css, mark| css.replace(mark, mark.trim()))
        .replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_what_is_run_stays() {
        let script =
            "// One.\nlet a = 1; // stays\n\n/* Two. */\n  /**\n   * Three.\n   */\n  let b = 2;\n";
        assert_eq!(without_comments(script).unwrap(), "let a = 1; // stays\nlet b = 2;\n");
    }

    #[test]
    fn nothing_is_lost_behind_the_end_of_a_comment() {
        for script in ["/* One. */ let a = 1;", "/*\nOne. */ let a = 1;", "/* One. */ /* Two. */"] {
            assert!(without_comments(script).is_err(), "{script}");
        }
    }

    #[test]
    fn the_hash_in_a_name_is_found() {
        for (file, name) in [
            ("ro-so.0123456789.js", "ro-so.js"),
            ("fonts/a.0123456789.woff2", "fonts/a.woff2"),
            ("data/figures.vi.csv", "data/figures.vi.csv"),
        ] {
            assert_eq!(unhashed(&Path::new("dist").join(file), Path::new("dist")), name);
        }
    }

    #[test]
    fn the_shipped_data_lack_defaults_and_what_only_tests_read() {
        let bundle = r#"[[{ "id": "a", "notes": [], "never": [{ "vi": "Sai." }], "named": [] }],
            [{ "id": "b", "kind": "observation", "scope": "some", "mentions": [] }]]"#;
        let shipped = r#"[[{"id":"a","named":[]}],[{"id":"b","scope":"some","mentions":[]}]]"#;
        let parsed = |json: &str| serde_json::from_str::<Value>(json).unwrap();
        assert_eq!(parsed(&compact(bundle).unwrap()), parsed(shipped));
    }

    #[test]
    fn hashes_are_hexadecimal() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256(b""), empty);
        assert_eq!(short_hash(b""), "e3b0c44298");
    }
}
