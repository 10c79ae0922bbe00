//! `404.html`: what a host shows for an address that leads nowhere. It is shown at any depth, so
//! its links begin at the host's root, or at the folder of `RO_SO_SITE_URL`.

use std::error::Error;
use std::path::Path;

use ro_so::render::escaped;
use ro_so::text::Key;
use ro_so::view::{Lang, Page, View, path};

use crate::assets::{Assets, put, without_comments};
use crate::files;
use crate::head::Site;
use crate::loading::integrity;
use crate::policy::{content_security_policy, inline_hash};

/// Writes the page; returns the hash of its style sheet. Where the site's address is known, a
/// script leads on to the explorer, which looks for pages that the address resembles.
pub(crate) fn write(out: &Path, assets: &Assets, site: &Site) -> Result<String, Box<dyn Error>> {
    let root = site.folder();
    let css = assets.css.replace("{root}", &root);
    let hash = inline_hash(&css);
    let policy = content_security_policy(std::slice::from_ref(&hash), &[]);
    let script = if site.url.is_some() { script(out, &root)? } else { String::new() };
    let (title, icon) = (Key::NotFound.text(Lang::Vi), &assets.icon);
    let skip = Key::SkipToContent.text(Lang::Vi);
    let halves = Lang::ALL.map(|lang| half(&root, lang)).concat();
    let html = format!(
        "<!doctype html>
<html lang=\"vi\" data-root=\"{root}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"robots\" content=\"noindex\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<title>{title} · Rõ Số</title>
<link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\">
<style>{css}</style>
{script}</head>
<body>
<a class=\"skip\" href=\"#main\">{skip}</a>
<main id=\"main\" class=\"wrap\"><p class=\"kicker\"><a href=\"{root}\">Rõ Số</a></p>{halves}</main>
</body>
</html>
"
    );
    files::write(out.join("404.html"), html)?;
    Ok(hash)
}

/// The message in one language, with links to begin from.
fn half(root: &str, lang: Lang) -> String {
    let text = |key: Key| escaped(key.text(lang));
    let pages = [
        (Key::Stories, Page::Home),
        (Key::Compare, Page::Compare),
        (Key::Places, Page::Place),
        (Key::Systems, Page::System),
        (Key::Sources, Page::Sources),
    ];
    let links = pages.map(|(key, page)| {
        let folder = path::folder(&View::of(page)).unwrap_or_default();
        let href = format!("{root}{}{folder}", path::language(lang));
        format!("<li><a class=\"big-link\" href=\"{href}\">{}</a></li>", text(key))
    });
    // A page has one `h1`.
    let level = if lang == Lang::Vi { "h1" } else { "h2" };
    format!(
        "<section class=\"alone lost\" lang=\"{}\"><header class=\"head\"><{level}>{}</{level}><p>{}</p></header>\
         <ul class=\"links\">{}</ul></section>",
        lang.tag(),
        text(Key::NotFound),
        text(Key::NotFoundWhy),
        links.concat()
    )
}

/// The element of the script that leads on.
fn script(out: &Path, root: &str) -> Result<String, String> {
    let script = without_comments(&files::read_text("www/lost.js")?)?;
    let (name, hash) = (put(out, "lost", "js", script.as_bytes())?, integrity(script.as_bytes()));
    Ok(format!("<script type=\"module\" src=\"{root}{name}\" integrity=\"{hash}\"></script>\n"))
}
