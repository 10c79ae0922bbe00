//! What makes the site installable and keeps it for use without a network: the manifests, the
//! icons, the shell, and the service worker with the list of what it keeps.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use ro_so::data::Dataset;
use ro_so::text::Key;
use ro_so::view::{Lang, View, path};
use serde_json::json;

use crate::assets::{Assets, gzip, put, short_hash, with_constant, without_comments};
use crate::document::Document;
use crate::files;
use crate::loading::{self, integrity};
use crate::plan::{StaticPage, pages};
use crate::policy::{content_security_policy, inline_hash};
use crate::said;

/// The most that the service worker may keep, in bytes as stored.
const KEPT_AT_MOST: usize = 1_000_000;

/// Paths of the icons for operating systems, relative to the site's root.
pub(crate) struct Icons {
    small: String,
    large: String,
    maskable: String,
}

pub(crate) fn icons(out: &Path) -> Result<Icons, String> {
    let icon = |name: &str| {
        let content = files::read(format!("www/icons/{name}.png"))?;
        put(out, &format!("icons/{name}"), "png", &content)
    };
    Ok(Icons {
        small: icon("icon-192")?,
        large: icon("icon-512")?,
        maskable: icon("maskable-512")?,
    })
}

/// The links of a page to its manifest and to the icon that iPhones use.
pub(crate) fn links(page: &StaticPage, icons: &Icons) -> String {
    let (root, start) = (page.root(), path::language(page.lang));
    format!(
        "<link rel=\"manifest\" href=\"{root}{start}manifest.webmanifest\">\n\
         <link rel=\"apple-touch-icon\" href=\"{root}{}\">\n",
        icons.maskable
    )
}

/// Writes the manifests, the shell and the service worker.
pub(crate) fn write(
    out: &Path,
    dataset: &Dataset,
    assets: &Assets,
    icons: &Icons,
) -> Result<(), Box<dyn Error>> {
    for lang in Lang::ALL {
        let file = out.join(path::language(lang)).join("manifest.webmanifest");
        files::write(file, manifest(lang, assets, icons))?;
    }
    let shell = put(out, "shell", "html", shell(assets).as_bytes())?;
    let kept = kept(out, &shell, assets)?;
    let worker = files::read_text("www/sw.js")?;
    files::write(out.join("sw.js"), filled(&worker, &kept, &views(dataset))?)?;
    Ok(())
}

/// What a system needs to install the site, in one language.
fn manifest(lang: Lang, assets: &Assets, icons: &Icons) -> String {
    let text = |key: Key| key.text(lang);
    let root = if lang == Lang::Vi { "./" } else { "../" };
    let icon = |path: &str, size: &str, kind: &str, purpose: &str| json!({ "src": format!("{root}{path}"), "sizes": size, "type": kind, "purpose": purpose });
    let manifest = json!({
        "name": text(Key::SiteTitle),
        "short_name": "Rõ Số",
        "description": text(Key::SiteDescription),
        "lang": lang.tag(),
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        // Shows the address and a way back: a view is cited by its address.
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "categories": ["education", "news", "government"],
        "icons": [
            icon(&assets.icon, "any", "image/svg+xml", "any"),
            icon(&icons.small, "192x192", "image/png", "any"),
            icon(&icons.large, "512x512", "image/png", "any"),
            icon(&icons.maskable, "512x512", "image/png", "maskable"),
        ],
    });
    manifest.to_string()
}

/// A page without content, for every view that was not visited while online.
fn shell(assets: &Assets) -> String {
    let page = StaticPage { view: View::default(), lang: Lang::Vi };
    let css = assets.css.replace("{root}", "");
    let head = format!(
        "<title>Rõ Số</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"robots\" content=\"noindex\">\n{}",
        loading::named(&page, assets)
    );
    Document {
        page: &page,
        policy: &content_security_policy(&[inline_hash(&css)], &[]),
        head: &head,
        css: &css,
        script: &loading::start(&page, assets),
        failed: said::FAILED_DATA.text(page.lang),
        body: "",
        is_first: true,
    }
    .html()
}

/// The files that the explorer needs, the shell first, each with its hash.
fn kept(out: &Path, shell: &str, assets: &Assets) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let Assets { script, wasm, data, workbook, icon, every_font, .. } = assets;
    let paths = [shell, script, wasm, data, workbook, icon].into_iter();
    let mut files = Vec::new();
    let mut bytes = 0;
    for path in paths.chain(every_font.iter().map(String::as_str)) {
        let content = files::read(out.join(path))?;
        // www/sw.js stores module and data compressed.
        let is_packed = path == data || path == wasm;
        bytes += if is_packed { gzip(&content)?.len() } else { content.len() };
        files.push((path.to_owned(), integrity(&content)));
    }
    if bytes > KEPT_AT_MOST {
        return Err(format!(
            "what the service worker keeps weighs {bytes} bytes, {} more than it may",
            bytes - KEPT_AT_MOST
        )
        .into());
    }
    Ok(files)
}

/// The view of each static page, by its folder below the root of its language.
fn views(dataset: &Dataset) -> BTreeMap<String, String> {
    let of_one_language = pages(dataset).into_iter().filter(|page| page.lang == Lang::Vi);
    of_one_language
        .map(|page| (page.path(), page.query()))
        .filter(|(path, _)| !path.is_empty())
        .collect()
}

/// The service worker with its three constants filled in.
fn filled(
    worker: &str,
    files: &[(String, String)],
    views: &BTreeMap<String, String>,
) -> Result<String, Box<dyn Error>> {
    let (files, views) = (serde_json::to_string(files)?, serde_json::to_string(views)?);
    let worker = without_comments(worker)?;
    let build = short_hash(format!("{worker}{files}{views}").as_bytes());
    let worker = with_constant(&worker, "BUILD", "\"\"", &format!("\"{build}\""))?;
    let worker = with_constant(&worker, "FILES", "[[\"\", \"\"]]", &files)?;
    Ok(with_constant(&worker, "VIEWS", "{}", &views)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_gets_its_constants_and_a_name_that_depends_on_them() {
        let worker =
            "// Why.\nconst BUILD = \"\";\nconst FILES = [[\"\", \"\"]];\nconst VIEWS = {};\n";
        let file = |hash: &str| vec![("a.js".to_owned(), hash.to_owned())];
        let one = filled(worker, &file("x"), &BTreeMap::new()).unwrap();
        let other = filled(worker, &file("y"), &BTreeMap::new()).unwrap();
        assert!(one.contains("const FILES = [[\"a.js\",\"x\"]];"), "{one}");
        assert!(!one.contains("Why"));
        assert_ne!(one.lines().next(), other.lines().next());
        assert!(filled("const BUILD = \"\";", &file("x"), &BTreeMap::new()).is_err());
    }
}
