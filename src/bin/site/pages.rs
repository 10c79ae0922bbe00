//! The static pages.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use ro_so::data::Dataset;
use ro_so::state::{Model, title};
use ro_so::text::Key;
use ro_so::ui::{App, AppProps, Data};
use ro_so::view::Lang;

use crate::assets::Assets;
use crate::policy::{content_security_policy, headers_file, style_hash};

/// One static page: an alias of a view.
struct Page {
    /// Folder below the root, with its slash.
    folder: &'static str,
    /// The same below the root of its language.
    path: &'static str,
    /// Path from there back to the root.
    root: &'static str,
    lang: Lang,
    /// Query of the view that the page shows.
    view: &'static str,
}

const PAGES: [Page; 4] = [
    Page { folder: "", path: "", root: "", lang: Lang::Vi, view: "" },
    Page { folder: "en/", path: "", root: "../", lang: Lang::En, view: "" },
    Page { folder: "sources/", path: "sources/", root: "../", lang: Lang::Vi, view: "p=sources" },
    Page {
        folder: "en/sources/",
        path: "sources/",
        root: "../../",
        lang: Lang::En,
        view: "p=sources",
    },
];

/// Renders and writes all pages and the headers file.
pub(crate) fn write(
    out: &Path,
    dataset: &Rc<Dataset>,
    assets: &Assets,
) -> Result<(), Box<dyn Error>> {
    let mut hashes = Vec::new();
    for page in &PAGES {
        let css = assets.css.replace("{root}", page.root);
        let hash = style_hash(&css);
        fs::create_dir_all(out.join(page.folder))?;
        let body = render(dataset, page)?;
        // The very title that the app sets, so that it does not change when the app starts.
        let title = title(&Model::new(Rc::clone(dataset), "", page.view, page.lang));
        fs::write(
            out.join(page.folder).join("index.html"),
            html(page, &title, assets, &css, &hash, &body),
        )?;
        hashes.push(hash);
    }
    fs::write(out.join("_headers"), headers_file(&hashes))?;
    // GitHub Pages would otherwise pass over files that begin with an underscore.
    fs::write(out.join(".nojekyll"), "")?;
    Ok(())
}

/// The components of the app, rendered without a browser.
fn render(dataset: &Rc<Dataset>, page: &Page) -> Result<String, Box<dyn Error>> {
    let props = AppProps {
        data: Data(Rc::clone(dataset)),
        query: String::new(),
        page_view: page.view.into(),
        page_lang: page.lang,
        root: page.root.into(),
        folder: page.path.into(),
        live: false,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    Ok(tokio::task::LocalSet::new().block_on(&runtime, renderer.render()))
}

fn html(
    page: &Page,
    title: &str,
    assets: &Assets,
    css: &str,
    style_hash: &str,
    body: &str,
) -> String {
    let Page { root, path, lang, view, .. } = page;
    let Assets { script, wasm, data, icon, fonts, .. } = assets;
    let text = |key: Key| key.text(*lang);
    let policy = content_security_policy(&[style_hash.to_owned()]);
    let mut preloads = String::new();
    for font in fonts {
        preloads.push_str(&format!("<link rel=\"preload\" href=\"{root}{font}\" as=\"font\" type=\"font/woff2\" crossorigin>
"));
    }
    let description = text(Key::SiteDescription);
    let (tag, failed, no_script) = (lang.tag(), text(Key::FailedData), text(Key::NoScript));
    format!(
        "<!doctype html>
<html lang=\"{tag}\" data-view=\"{view}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<title>{title}</title>
<meta name=\"description\" content=\"{description}\">
<meta name=\"color-scheme\" content=\"light dark\">
{preloads}<link rel=\"preload\" id=\"data\" href=\"{root}{data}\" as=\"fetch\" type=\"application/json\" crossorigin>
<link rel=\"preload\" href=\"{root}{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>
<link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\">
<link rel=\"alternate\" hreflang=\"vi\" href=\"{root}./{path}\">
<link rel=\"alternate\" hreflang=\"en\" href=\"{root}en/{path}\">
<style>{css}</style>
<script type=\"module\" src=\"{root}{script}\"></script>
</head>
<body>
<div class=\"wrap\"><p class=\"notice\" id=\"failed\" role=\"alert\" hidden>{failed}</p><noscript><p class=\"notice\">{no_script}</p></noscript></div>
<div id=\"static\">{body}</div>
<div id=\"app\" class=\"beside\"></div>
</body>
</html>
"
    )
}
