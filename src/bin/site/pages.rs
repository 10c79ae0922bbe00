//! The static pages.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use ro_so::data::Dataset;
use ro_so::state::Model;
use ro_so::text::Key;
use ro_so::ui::{App, AppProps, Data};
use ro_so::view::Lang;

use crate::assets::Assets;
use crate::head::{Site, escaped, head};
use crate::plan::{StaticPage, pages};
use crate::policy::{content_security_policy, headers_file, style_hash};

/// Renders and writes all pages, the headers file and, where the site's address is known, its map.
pub(crate) fn write(
    out: &Path,
    dataset: &Rc<Dataset>,
    assets: &Assets,
) -> Result<(), Box<dyn Error>> {
    let site = Site::from_environment()?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let mut hashes: Vec<String> = Vec::new();
    let pages = pages(dataset);
    for page in &pages {
        let css = assets.css.replace("{root}", &page.root());
        let hash = style_hash(&css);
        let model = Model::new(Rc::clone(dataset), "", &page.query(), page.lang);
        let body = render(&runtime, dataset, page, &site);
        let head = head(page, &model, assets, &site);
        let folder = out.join(page.folder());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("index.html"), html(page, &head, assets, &css, &hash, &body))?;
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }
    fs::write(out.join("_headers"), headers_file(&hashes))?;
    // GitHub Pages would otherwise pass over files that begin with an underscore.
    fs::write(out.join(".nojekyll"), "")?;
    if let Some(map) = site_map(&pages, &site) {
        fs::write(out.join("sitemap.xml"), map)?;
    }
    Ok(())
}

/// The components of the app, rendered without a browser.
fn render(
    runtime: &tokio::runtime::Runtime,
    dataset: &Rc<Dataset>,
    page: &StaticPage,
    site: &Site,
) -> String {
    let props = AppProps {
        data: Data(Rc::clone(dataset)),
        query: String::new(),
        page_view: page.query(),
        page_lang: page.lang,
        root: page.root().into(),
        folder: page.path().into(),
        address: "".into(),
        report: site.report.clone().map(Into::into),
        live: false,
    };
    let renderer = yew::LocalServerRenderer::<App>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(runtime, renderer.render())
}

fn html(
    page: &StaticPage,
    head: &str,
    assets: &Assets,
    css: &str,
    style_hash: &str,
    body: &str,
) -> String {
    let text = |key: Key| key.text(page.lang);
    let policy = content_security_policy(&[style_hash.to_owned()]);
    let (root, script, view) = (page.root(), &assets.script, escaped(&page.query()));
    let (tag, failed, no_script) = (page.lang.tag(), text(Key::FailedData), text(Key::NoScript));
    format!(
        "<!doctype html>
<html lang=\"{tag}\" data-view=\"{view}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
{head}<style>{css}</style>
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

/// The site map, each page with its other language.
fn site_map(pages: &[StaticPage], site: &Site) -> Option<String> {
    site.url.as_ref()?;
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let address = site.address(&page.folder())?;
        map.push_str(&format!("<url><loc>{address}</loc>"));
        for lang in Lang::ALL {
            let other = StaticPage { view: page.view.clone(), lang };
            let href = site.address(&other.folder())?;
            map.push_str(&format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\"/>",
                lang.tag()
            ));
        }
        map.push_str("</url>\n");
    }
    map.push_str("</urlset>\n");
    Some(map)
}
