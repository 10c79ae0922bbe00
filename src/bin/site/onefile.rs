//! `ro-so.html`: the explorer as one file that opens from a disk, with everything inside.
//!
//! From `file://` a browser fetches nothing, not even a neighbour: module and data are blocks of the
//! page (gzip, as base64), fonts are `data:` addresses, the script stands in the page, and the policy
//! allows no request at all.

use std::error::Error;
use std::fs;
use std::path::Path;

use ro_so::export::workbook_words;
use ro_so::text::Key;
use ro_so::view::{Lang, View};

use crate::assets::{Assets, gzip, with_constant, without_comments};
use crate::document::Document;
use crate::plan::StaticPage;
use crate::policy::{base64, inline_hash, one_file_policy};

/// Its name in the site.
pub(crate) const NAME: &str = "ro-so.html";

/// What is said where the browser cannot run what is inside.
const FAILED: &str = "Trình duyệt này không chạy được phần tương tác của Rõ Số; dưới đây là câu chuyện và các bảng. \
    Phần tương tác cần Chrome 109, Firefox 115, Safari 16.4 trở lên. \
    <span lang=\"en\">This browser cannot run the explorer; below are the story and the tables. \
    It needs Chrome 109, Firefox 115, Safari 16.4 or newer.</span>";
/// Without JavaScript the static page is all there is; with it, it is in the way of a saved view.
const WITHOUT_SCRIPT: &str = "#static{display:block!important}";
/// The dataset to take away does not lie beside the file.
const WITHOUT_SITE: &str = ".downloads{display:none}";

/// Writes the file. `home` is the static home page.
pub(crate) fn write(out: &Path, assets: &Assets, home: &str) -> Result<(), Box<dyn Error>> {
    let page = StaticPage { view: View::default(), lang: Lang::Vi };
    let css = format!("{}{WITHOUT_SITE}", with_fonts(out, assets)?);
    let script = script(assets)?;
    let policy =
        one_file_policy(&inline_hash(&script), &[inline_hash(&css), inline_hash(WITHOUT_SCRIPT)]);
    let head = format!(
        "<title>{}</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n\
         <noscript><style>{WITHOUT_SCRIPT}</style></noscript>\n",
        Key::SiteTitle.text(page.lang),
        base64(&fs::read(out.join(&assets.icon))?)
    );
    let (module, data) = (packed(out, &assets.wasm)?, packed(out, &assets.data)?);
    let words = base64(&gzip(workbook_words().to_string().as_bytes())?);
    let blocks = format!(
        "<script type=\"application/gzip\" id=\"module\">{module}</script>\n\
         <script type=\"application/gzip\" id=\"data\">{data}</script>\n\
         <script type=\"application/gzip\" id=\"words\">{words}</script>\n\
         <script type=\"module\">{script}</script>"
    );
    let document = Document {
        page: &page,
        policy: &policy,
        head: &head,
        css: &css,
        script: &blocks,
        failed: FAILED,
        body: &without_pictures(home),
        is_first: false,
    };
    fs::write(out.join(NAME), document.html())?;
    Ok(())
}

/// The script of the page, with what `www/unpack.js` takes from the blocks.
fn script(assets: &Assets) -> Result<String, Box<dyn Error>> {
    let read = |name: &str| {
        fs::read_to_string(format!("www/{name}")).map_err(|error| format!("www/{name}: {error}"))
    };
    let Assets { glue, workbook_script, .. } = assets;
    let words = "() => part(\"words\").then((answer) => answer.json())";
    let workbook = with_constant(workbook_script, "WORDS", "() => ({})", words)?;
    // In a block of its own: its names are nobody else's.
    let workbook = format!("{{\n{workbook}globalThis.roSoWorkbook = workbook;\n}}\n");
    let script = format!("{glue}\n{}\n{}\n{workbook}", read("unpack.js")?, read("boot.js")?);
    let script = without_comments(&script);
    // Either would end the element or hide its end.
    match ["</script", "<!--", "<script"].into_iter().find(|mark| script.contains(mark)) {
        Some(mark) => Err(format!("the script holds {mark} and cannot stand in a page").into()),
        None => Ok(script),
    }
}

/// The style sheet with its fonts inside.
fn with_fonts(out: &Path, assets: &Assets) -> Result<String, Box<dyn Error>> {
    let mut css = assets.css.clone();
    for font in &assets.every_font {
        let data = base64(&fs::read(out.join(font))?);
        css = css.replace(&format!("{{root}}{font}"), &format!("data:font/woff2;base64,{data}"));
    }
    if css.contains("{root}") {
        return Err("the style sheet names a file that is not in the one file".into());
    }
    Ok(css)
}

/// A file of the site as gzip in base64.
fn packed(out: &Path, path: &str) -> Result<String, Box<dyn Error>> {
    Ok(base64(&gzip(&fs::read(out.join(path))?)?))
}

/// The static page without its charts, seven tenths of it: each has its table beside it.
fn without_pictures(page: &str) -> String {
    let mut rest = page;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("<svg") {
        plain.push_str(before);
        rest = after.split_once("</svg>").map_or("", |(_, after)| after);
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_go_and_the_text_around_them_stays() {
        let page = "<p>a</p><svg class=\"x\"><g></g></svg><p>b</p><svg></svg>c";
        assert_eq!(without_pictures(page), "<p>a</p><p>b</p>c");
    }
}
