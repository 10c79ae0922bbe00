//! What the `<head>` of a page holds for browsers, search engines and social networks.

use ro_so::data::Dataset;
use ro_so::render::escaped;
use ro_so::state::{Model, description, title};
use ro_so::text::Key;
use ro_so::view::{Lang, Page, path};
use serde_json::json;

use crate::assets::Assets;
use crate::plan::StaticPage;
use crate::preview::{self, Previews};
use crate::{embeds, loading};

/// The configuration of this copy of the site; everything works without it.
pub(crate) struct Site {
    /// The address that it is published at, `https://…/`, with a slash at its end: canonical
    /// addresses, the site map and previews need it.
    pub url: Option<String>,
    /// Where readers report errors, an `https://` address or a `mailto:`. Without it the page says
    /// whom else to write to.
    pub report: Option<String>,
}

impl Site {
    /// Reads `RO_SO_SITE_URL` and `RO_SO_REPORT_URL`.
    ///
    /// # Errors
    /// Says what is wrong with an invalid address.
    pub(crate) fn from_environment() -> Result<Self, String> {
        let report = report_address()?;
        let url = std::env::var("RO_SO_SITE_URL").ok().filter(|url| !url.is_empty());
        Ok(Self { url: url.map(|url| site_address(&url)).transpose()?, report })
    }

    /// The path of the site on its host, with a slash at both ends: "/", "/ro-so/".
    pub(crate) fn folder(&self) -> String {
        let host_and_path = self.url.as_ref().and_then(|url| url.split_once("://"));
        let path = host_and_path.and_then(|(_, rest)| rest.split_once('/'));
        path.map_or_else(|| "/".to_owned(), |(_, path)| format!("/{path}"))
    }

    /// The full address of a folder of the site.
    pub(crate) fn address(&self, folder: &str) -> Option<String> {
        self.url.as_ref().map(|url| format!("{url}{folder}"))
    }
}

/// The address of a site, with a slash at its end.
fn site_address(url: &str) -> Result<String, String> {
    let problem = |what: &str| {
        Err(format!(
            "RO_SO_SITE_URL: expected an address such as https://example.org/ro-so/, found {url:?}{what}"
        ))
    };
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| url.strip_prefix(scheme));
    let Some(rest) = rest else { return problem("") };
    if !url.is_ascii() {
        return problem(
            "; letters beyond ASCII are written as browsers send them: https://xn--r-zga.example/s%E1%BB%91/",
        );
    }
    let host = rest.split('/').next().unwrap_or_default();
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[')
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'));
    let is_plain =
        |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '&' | '?' | '#' | '\\');
    if !is_host || !rest.chars().all(is_plain) {
        return problem("");
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn report_address() -> Result<Option<String>, String> {
    let address = std::env::var("RO_SO_REPORT_URL").ok().filter(|address| !address.is_empty());
    let Some(address) = address else { return Ok(None) };
    let is_plain = address.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>'));
    if is_plain && ["https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
        return Ok(Some(address));
    }
    Err(format!("RO_SO_REPORT_URL: expected https://… or mailto:…, found {address:?}"))
}

/// Everything in the head that depends on the page, except its policy, style and script.
pub(crate) fn head(
    page: &StaticPage,
    model: &Model,
    assets: &Assets,
    site: &Site,
    previews: &Previews,
) -> String {
    let root = page.root();
    let path = page.path();
    let (title, description) = (escaped(&title(model)), escaped(&description(model)));
    let mut head = format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n"
    );
    if let Some(address) = &site.report {
        head.push_str(&format!("<meta name=\"report\" content=\"{}\">\n", escaped(address)));
    }
    for font in &assets.fonts {
        head.push_str(&loading::font(&root, font));
    }
    head.push_str(&loading::named(page, assets));
    head.push_str(&format!(
        "<link rel=\"icon\" href=\"{root}{}\" type=\"image/svg+xml\">\n",
        assets.icon
    ));
    // Search engines take whole addresses only; readers have the switch in the header.
    for lang in Lang::ALL {
        if let Some(address) = site.address(&format!("{}{path}", path::language(lang))) {
            head.push_str(&format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\">\n",
                lang.tag()
            ));
        }
    }
    if let Some(address) = site.address(&page.folder()) {
        head.push_str(&format!("<link rel=\"canonical\" href=\"{address}\">\n"));
        head.push_str(&preview(page, &title, &description, &address));
        head.push_str(&picture(page, site, previews));
    }
    head.push_str(&embeds::discovery(page, &title, site).unwrap_or_default());
    head.push_str(&structured_data(page, model, site));
    head
}

/// What Zalo, Facebook and others show for a shared address.
fn preview(page: &StaticPage, title: &str, description: &str, address: &str) -> String {
    let kind = if page.view.page == Page::Story { "article" } else { "website" };
    let locale = if page.lang == Lang::Vi { "vi_VN" } else { "en_GB" };
    format!(
        "<meta property=\"og:type\" content=\"{kind}\">\n\
         <meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n\
         <meta property=\"og:url\" content=\"{address}\">\n\
         <meta property=\"og:locale\" content=\"{locale}\">\n\
         <meta property=\"og:site_name\" content=\"Rõ Số\">\n"
    )
}

/// The picture that they show with it.
fn picture(page: &StaticPage, site: &Site, previews: &Previews) -> String {
    let found = previews.of(page);
    let Some((address, found)) = found.and_then(|found| Some((site.address(&found.path)?, found)))
    else {
        return "<meta name=\"twitter:card\" content=\"summary\">\n".to_owned();
    };
    let (width, height) = preview::PIXELS;
    let label = escaped(&found.label);
    format!(
        "<meta property=\"og:image\" content=\"{address}\">\n\
         <meta property=\"og:image:type\" content=\"image/png\">\n\
         <meta property=\"og:image:width\" content=\"{width}\">\n\
         <meta property=\"og:image:height\" content=\"{height}\">\n\
         <meta property=\"og:image:alt\" content=\"{label}\">\n\
         <meta name=\"twitter:card\" content=\"summary_large_image\">\n"
    )
}

/// The page as a dataset in the terms of schema.org: a block of data, not a script, so the policy
/// allows it and nothing runs it.
fn structured_data(page: &StaticPage, model: &Model, site: &Site) -> String {
    let has_figures = !matches!(page.view.page, Page::Method | Page::Corrections);
    if !has_figures {
        return String::new();
    }
    let text = |key: Key| key.text(page.lang);
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": title(model),
        "description": description(model),
        "inLanguage": page.lang.tag(),
        "isAccessibleForFree": true,
        "creator": { "@type": "Organization", "name": "Rõ Số" },
        "usageInfo": text(Key::FooterDataText),
        "temporalCoverage": coverage(&model.dataset),
        "spatialCoverage": { "@type": "Country", "name": "Việt Nam" },
    });
    if let Some(address) = site.address(&page.folder()) {
        data["url"] = address.into();
    }
    if let Some(address) = site.address("data/figures.csv") {
        data["distribution"] = json!([
            { "@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": address }
        ]);
    }
    // "</script" inside a text would end the block.
    let text = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>\n")
}

/// The first and last year of the figures.
fn coverage(dataset: &Dataset) -> String {
    let years = || dataset.observations.iter().map(|o| o.period.end().year);
    let (first, last) = (years().min().unwrap_or_default(), years().max().unwrap_or_default());
    format!("{first}/{last}")
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use ro_so::data::{FILES, Files, load};
    use ro_so::view::View;

    use super::*;
    use crate::files;

    #[test]
    fn an_address_has_a_host_and_is_written_in_ascii() {
        for (url, address) in [
            ("https://example.org", "https://example.org/"),
            ("http://localhost:8080/", "http://localhost:8080/"),
            ("https://example.org/a/r%C3%B5-so//", "https://example.org/a/r%C3%B5-so/"),
            ("https://[::1]/", "https://[::1]/"),
        ] {
            assert_eq!(site_address(url).as_deref(), Ok(address));
        }
        for url in [
            "https://",
            "https:///ro-so/",
            "https://.org/",
            "example.org",
            "ftp://example.org/",
            "https://me@example.org/",
            "https://example.org/?a",
            "https://example.org/a b/",
            "https://example.org/\"",
        ] {
            assert!(site_address(url).is_err_and(|told| told.contains("RO_SO_SITE_URL")), "{url}");
        }
        let told = site_address("https://rõ-số.example/").err();
        assert!(told.is_some_and(|told| told.contains("xn--")));
    }

    #[test]
    fn a_dataset_without_an_address_names_none() {
        let texts = FILES.map(|name| files::read_text(format!("seeds/{name}")).expect(name));
        let dataset = load(&Files::from_texts(texts.each_ref().map(String::as_str)));
        let model = Model::new(Rc::new(dataset.expect("a dataset")), "", "", Lang::Vi);
        let page = StaticPage { view: View::default(), lang: Lang::Vi };
        let written = |url: Option<&str>| {
            structured_data(&page, &model, &Site { url: url.map(str::to_owned), report: None })
        };
        let without = written(None);
        assert!(!without.contains("null") && !without.contains("\"url\""), "{without}");
        assert!(!without.contains("distribution"), "{without}");
        let with = written(Some("https://example.org/"));
        assert!(with.contains("\"url\":\"https://example.org/\""), "{with}");
        assert!(with.contains("\"contentUrl\":\"https://example.org/data/figures.csv\""), "{with}");
    }

    #[test]
    fn the_folder_of_the_site_is_the_path_of_its_address() {
        let folder =
            |url: Option<&str>| Site { url: url.map(str::to_owned), report: None }.folder();
        assert_eq!(folder(None), "/");
        assert_eq!(folder(Some("https://example.org/")), "/");
        assert_eq!(folder(Some("https://example.org/a/ro-so/")), "/a/ro-so/");
    }
}
