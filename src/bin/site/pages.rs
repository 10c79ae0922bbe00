//! The static pages.

use std::error::Error;
use std::path::Path;
use std::rc::Rc;

use ro_so::data::Dataset;
use ro_so::state::Model;
use ro_so::ui::{AppProps, markup};
use ro_so::view::Lang;

use crate::assets::Assets;
use crate::document::Document;
use crate::files;
use crate::head::{Site, head};
use crate::headers::headers_file;
use crate::offline::{self, Icons};
use crate::plan::{StaticPage, pages};
use crate::policy::{content_security_policy, inline_hash};
use crate::preview::Previews;
use crate::said;
use crate::{embeds, loading, lost, onefile};

/// Renders and writes all pages, the headers file and, where the site's address is known, the site
/// map.
pub(crate) fn write(
    out: &Path,
    dataset: &Rc<Dataset>,
    assets: &Assets,
    icons: &Icons,
) -> Result<(), Box<dyn Error>> {
    let site = Site::from_environment()?;
    // Social networks take only absolute addresses of pictures.
    let previews = match site.url {
        Some(_) => Previews::write(out, dataset)?,
        None => Previews::none(),
    };
    let mut hashes: Vec<String> = embeds::write(out, dataset, assets, &site)?;
    hashes.push(lost::write(out, assets, &site)?);
    let pages = pages(dataset);
    for page in &pages {
        let css = assets.css.replace("{root}", &page.root());
        let hash = inline_hash(&css);
        let model = Model::new(Rc::clone(dataset), "", &page.query(), page.lang);
        let body = body(&model, page, &site)?;
        let document = Document {
            page,
            policy: &content_security_policy(std::slice::from_ref(&hash), &[]),
            head: &(head(page, &model, assets, &site, &previews) + &offline::links(page, icons)),
            css: &css,
            script: &loading::start(page, assets),
            failed: said::FAILED_DATA.text(page.lang),
            body: &body,
            is_first: true,
        };
        files::write(out.join(page.folder()).join("index.html"), document.html())?;
        if page.folder().is_empty() {
            onefile::write(out, assets, &body)?;
        }
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }
    files::write(out.join("_headers"), headers_file(&hashes, inline_hash(&embeds::script()?)))?;
    // GitHub Pages would otherwise ignore files that begin with an underscore.
    files::write(out.join(".nojekyll"), "")?;
    if let Some(map) = site_map(&pages, &site) {
        files::write(out.join("sitemap.xml"), map)?;
    }
    Ok(())
}

/// The markup of a page: the components of the app, rendered without a browser.
pub(crate) fn body(model: &Model, page: &StaticPage, site: &Site) -> std::io::Result<String> {
    markup(AppProps {
        root: page.root().into(),
        folder: page.path().into(),
        report: site.report.clone().map(Into::into),
        ..AppProps::still(model.clone())
    })
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
