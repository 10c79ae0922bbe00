//! `ro-so.html`: the explorer as one file that opens from a disk, with everything inside.
//!
//! From `file://` a browser fetches nothing, not even a file beside it: module and data are blocks
//! of the page (gzip, in base 85), fonts are `data:` addresses, the script is inline, and the
//! policy allows no request at all.

use std::error::Error;
use std::path::Path;

use ro_so::export::workbook_words;
use ro_so::text::Key;
use ro_so::view::path::ONE_FILE;
use ro_so::view::{Lang, View};

use crate::assets::{Assets, with_constant};
use crate::document::Document;
use crate::files;
use crate::loading::inline;
use crate::plan::StaticPage;
use crate::policy::{base64, inline_hash, one_file_policy};

/// What is shown where the browser cannot run the explorer.
const FAILED: &str = "Trình duyệt này không chạy được phần tương tác của Rõ Số; dưới đây là câu chuyện và các bảng. \
    Phần tương tác cần Chrome 109, Firefox 115, Safari 16.4 trở lên. \
    <span lang=\"en\">This browser cannot run the explorer; below are the story and the tables. \
    It needs Chrome 109, Firefox 115, Safari 16.4 or newer.</span>";
/// Without JavaScript the static page is all there is; with it, the page would cover a saved view.
const WITHOUT_SCRIPT: &str = "#static{display:block!important}";
/// The dataset for download is not beside the file.
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
        base64(&files::read(out.join(&assets.icon))?)
    );
    let file = |path: &str| -> Result<String, Box<dyn Error>> {
        Ok(packed(&files::read(out.join(path))?)?)
    };
    let (module, data) = (file(&assets.wasm)?, file(&assets.data)?);
    let words = packed(workbook_words().to_string().as_bytes())?;
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
    files::write(out.join(ONE_FILE), document.html())?;
    Ok(())
}

/// The script of the page, with `www/unpack.js`, which reads the blocks.
fn script(assets: &Assets) -> Result<String, String> {
    let Assets { glue, workbook_script, .. } = assets;
    let words = "() => part(\"words\").then((answer) => answer.json())";
    let workbook = with_constant(workbook_script, "WORDS", "() => ({})", words)?;
    // In a block of its own, so that its names do not clash.
    let workbook = format!("{{\n{workbook}globalThis.roSoWorkbook = workbook;\n}}\n");
    let (unpack, boot) = (files::read_text("www/unpack.js")?, files::read_text("www/boot.js")?);
    inline(&format!("{glue}\n{unpack}\n{boot}\n{workbook}"))
}

/// The style sheet with its fonts inside.
fn with_fonts(out: &Path, assets: &Assets) -> Result<String, String> {
    let mut css = assets.css.clone();
    for font in &assets.every_font {
        let data = base64(&files::read(out.join(font))?);
        css = css.replace(&format!("{{root}}{font}"), &format!("data:font/woff2;base64,{data}"));
    }
    if css.contains("{root}") {
        return Err("the style sheet names a file that is not in the one file".into());
    }
    Ok(css)
}

/// Content as gzip, compressed as far as possible, in base 85.
fn packed(content: &[u8]) -> std::io::Result<String> {
    let mut gzip = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, content, &mut gzip)?;
    Ok(base85(&gzip))
}

/// Bytes as text, five letters for four bytes, where base64 takes four for three. The digits are
/// `#` to `w`, but `x` replaces `<`, which could end the element around them. `www/unpack.js` reads
/// it.
fn base85(bytes: &[u8]) -> String {
    let letter = |digit: u32| match b'#' + digit as u8 {
        b'<' => 'x',
        letter => char::from(letter),
    };
    bytes
        .chunks(4)
        .flat_map(|chunk| {
            let mut four = [0; 4];
            four[..chunk.len()].copy_from_slice(chunk);
            let number = u32::from_be_bytes(four);
            let digits = [85_u32.pow(4), 85_u32.pow(3), 85_u32.pow(2), 85, 1];
            // A short chunk at the end takes one digit more than it has bytes.
            digits.into_iter().take(chunk.len() + 1).map(move |unit| letter(number / unit % 85))
        })
        .collect()
}

/// The static page without its charts, which are seven tenths of it: each has its table beside it.
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
    fn bytes_are_written_in_digits_that_no_markup_knows() {
        assert_eq!(base85(&[0, 0, 0, 0]), "#####");
        assert_eq!(base85(&[255, 255, 255, 255]), "u:Y/#");
        assert_eq!(base85(&[0, 0, 0, 25, 1]), "####x#>");
        let every: Vec<u8> = (0..=255).flat_map(|first| [first, 0, first, 255 - first]).collect();
        let text = base85(&every);
        assert!(text.contains('x') && !text.contains('<'));
        assert_eq!(text.len(), every.len() / 4 * 5);
    }

    #[test]
    fn pictures_go_and_the_text_around_them_stays() {
        let page = "<p>a</p><svg class=\"x\"><g></g></svg><p>b</p><svg></svg>c";
        assert_eq!(without_pictures(page), "<p>a</p><p>b</p>c");
    }
}
