//! Pages for frames in articles: complete before any script runs, light, and loading the explorer
//! only when a reader touches them. Where the site's address is known, each has its oEmbed answer
//! beside it.

use std::collections::BTreeSet;
use std::error::Error;
use std::path::Path;
use std::rc::Rc;

use ro_so::chart::exhibit;
use ro_so::compare::figures_of_story;
use ro_so::data::{Dataset, Id, fingerprint};
use ro_so::export::{HOST_SCRIPT, embed_code};
use ro_so::render::escaped;
use ro_so::state::{Model, description, title};
use ro_so::view::{Lang, Page, Tab, Theme, View, address, path};
use serde_json::json;

use crate::assets::Assets;
use crate::files;
use crate::head::Site;
use crate::loading;
use crate::pages::body;
use crate::plan::{StaticPage, comparisons};
use crate::policy::{content_security_policy, inline_hash};
use crate::said;
use crate::styles::{names, paints, pruned};

/// Size in the oEmbed answer, in CSS pixels.
const WIDTH: u32 = 700;
const HEIGHT: u32 = 720;

/// Classes and ids that only the running explorer has, such as the panel of a figure and the
/// canvas.
const LIVE: &str = "<i class=\"acts band beside big btn byhand care cell close done drawer i inside \
    mentions near notice para pinned plain printed small stage told vector vh what where witness\" id=\"app failed static\"></i>";

/// The one inline script of these pages.
pub(crate) fn script() -> Result<String, String> {
    loading::inline(&(files::read_text("www/frame.js")? + &files::read_text("www/embed.js")?))
}

/// Writes the pages, the script of their hosts and the oEmbed answers; returns the hashes of the
/// styles that the policy of the whole site must allow.
pub(crate) fn write(
    out: &Path,
    dataset: &Rc<Dataset>,
    assets: &Assets,
    site: &Site,
) -> Result<Vec<String>, Box<dyn Error>> {
    let script = script()?;
    files::copy("www/nhung.js", out.join(HOST_SCRIPT))?;
    let mut made: Vec<Frame> = frames(dataset, site)?;
    made.extend(Lang::ALL.map(Frame::waiting));
    let mut used: BTreeSet<String> = names(LIVE);
    // The explorer prints its charts as SVG, in any of their colours.
    used.extend(paints(&assets.css));
    for frame in &made {
        used.extend(names(&frame.body));
    }
    let css = pruned(&assets.css, &used);
    let mut hashes = Vec::new();
    for frame in &made {
        let css = css.replace("{root}", &frame.page.root());
        let folder = out.join(frame.page.folder());
        let document = frame.document(dataset, assets, site, &css, &script);
        files::write(folder.join("index.html"), document)?;
        if let Some(answer) = frame.oembed(dataset, site) {
            files::write(folder.join("oembed.json"), answer)?;
        }
        let hash = inline_hash(&css);
        if !hashes.contains(&hash) {
            hashes.push(hash);
        }
    }
    Ok(hashes)
}

/// The link from a page of the site to the oEmbed answer of its frame.
pub(crate) fn discovery(page: &StaticPage, title: &str, site: &Site) -> Option<String> {
    let framed = View { embed: true, ..page.view.clone() };
    let folder = path::folder(&framed).filter(|_| path::is_about_one(&framed))?;
    let address = site.address(&format!("{}{folder}oembed.json", path::language(page.lang)))?;
    Some(format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"{title}\">\n"
    ))
}

/// One page for frames.
struct Frame {
    /// Its view and language.
    page: StaticPage,
    /// What it shows, as markup; empty on the page that waits for the explorer.
    body: String,
    /// The tab that is shown, and the fingerprint of its figures; `None` on the page that waits.
    shown: Option<(Tab, Id)>,
}

/// Every story, and the comparison of every indicator in its default view, in both languages.
fn frames(dataset: &Rc<Dataset>, site: &Site) -> std::io::Result<Vec<Frame>> {
    let stories = dataset.stories.iter().map(|story| View::about(Page::Story, story.id.clone()));
    let views: Vec<View> = stories.chain(comparisons(dataset)).collect();
    let made = |lang| {
        views.iter().map(move |view| {
            let view = View { embed: true, ..view.clone() };
            let shown = shown(dataset, &view, lang);
            let page = StaticPage { view, lang };
            let model = Model::new(Rc::clone(dataset), "", &page.query(), lang);
            Ok(Frame { body: body(&model, &page, site)?, page, shown })
        })
    };
    Lang::ALL.into_iter().flat_map(made).collect()
}

fn shown(dataset: &Dataset, view: &View, lang: Lang) -> Option<(Tab, Id)> {
    match view.subject() {
        Some(story) => {
            let figures = figures_of_story(dataset, dataset.story(story)?);
            Some((Tab::Best, fingerprint(figures).into()))
        }
        None => exhibit(dataset, view, lang).map(|shown| (shown.tab, shown.version(dataset))),
    }
}

impl Frame {
    /// The page that has nothing to show until the explorer runs.
    fn waiting(lang: Lang) -> Self {
        let view = View { embed: true, ..View::of(Page::Compare) };
        Self { page: StaticPage { view, lang }, body: String::new(), shown: None }
    }

    /// The whole file.
    fn document(
        &self,
        dataset: &Rc<Dataset>,
        assets: &Assets,
        site: &Site,
        css: &str,
        script: &str,
    ) -> String {
        let StaticPage { view, lang } = &self.page;
        let (root, folder) = (self.page.root(), self.page.path());
        let policy = content_security_policy(&[inline_hash(css)], &[inline_hash(script)]);
        let shown = self.shown.as_ref().map_or_else(String::new, |(tab, version)| {
            format!(" data-tab=\"{}\" data-v=\"{version}\"", address::tab_name(*tab))
        });
        format!(
            "<!doctype html>
<html lang=\"{tag}\" data-view=\"{query}\" data-root=\"{root}\" data-folder=\"{folder}\" data-wait=\"{wait}\"{shown}>
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">
<meta name=\"referrer\" content=\"no-referrer\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<script>{script}</script>
{head}<style>{css}</style>
</head>
<body>
<div class=\"wrap\"><p class=\"notice\" id=\"failed\" role=\"alert\" hidden>{failed}</p></div>
<div id=\"static\">{body}</div>
<div id=\"app\" class=\"beside\"></div>
<template id=\"explorer\">{explorer}</template>
</body>
</html>
",
            tag = lang.tag(),
            query = escaped(&self.page.query()),
            wait = escaped(said::OPENING.text(*lang)),
            head = self.head(dataset, view, assets, site),
            failed = said::FAILED_FRAME.text(*lang),
            body = if self.shown.is_some() { self.body.clone() } else { self.without_script() },
            explorer = loading::start(&self.page, assets),
        )
    }

    /// What the page that waits says where scripts are off.
    fn without_script(&self) -> String {
        let home = format!("{}{}", self.page.root(), path::language(self.page.lang));
        let lines = said::NO_SCRIPT_FRAME.text(self.page.lang);
        format!(
            "<noscript><p class=\"notice\">{lines} <a href=\"{home}\" target=\"_blank\" rel=\"noopener\">Rõ Số</a></p></noscript>"
        )
    }

    fn head(&self, dataset: &Rc<Dataset>, view: &View, assets: &Assets, site: &Site) -> String {
        let (root, lang) = (self.page.root(), self.page.lang);
        let model = Model::new(Rc::clone(dataset), "", &self.page.query(), lang);
        let (title, description) = (escaped(&title(&model)), escaped(&description(&model)));
        let mut head = format!(
            "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n"
        );
        for font in &assets.fonts {
            head.push_str(&loading::font(&root, font));
        }
        let icon = &assets.icon;
        head.push_str(&format!(
            "<link rel=\"icon\" href=\"{root}{icon}\" type=\"image/svg+xml\">\n"
        ));
        let whole = StaticPage { view: View { embed: false, ..view.clone() }, lang };
        match site.address(&whole.folder()).filter(|_| self.shown.is_some()) {
            Some(whole) => head.push_str(&format!("<link rel=\"canonical\" href=\"{whole}\">\n")),
            // Search engines find the page that the frame is a part of.
            None => head.push_str("<meta name=\"robots\" content=\"noindex\">\n"),
        }
        head.push_str(&discovery(&self.page, &title, site).unwrap_or_default());
        head
    }

    /// The answer that a newsroom system gets for the page's address, as <https://oembed.com> has it.
    fn oembed(&self, dataset: &Rc<Dataset>, site: &Site) -> Option<String> {
        let (tab, version) = self.shown.as_ref()?;
        let StaticPage { view, lang } = &self.page;
        // Light, as most articles are.
        let view = View { theme: Theme::Light, version: Some(version.clone()), ..view.clone() };
        let frame = site.address(&path::embed_address(&view, *tab, *lang))?;
        let model = Model::new(Rc::clone(dataset), "", &self.page.query(), *lang);
        let title = title(&model);
        let answer = json!({
            "type": "rich",
            "version": "1.0",
            "provider_name": "Rõ Số",
            "provider_url": site.url,
            "title": title,
            "html": embed_code(&title, &frame, HEIGHT),
            "width": WIDTH,
            "height": HEIGHT,
        });
        Some(answer.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ro_so::data::{FILES, Files, load};

    fn dataset() -> Rc<Dataset> {
        let texts = FILES.map(|name| files::read_text(format!("seeds/{name}")).expect(name));
        Rc::new(load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("a dataset"))
    }

    fn frame(view: View, tab: Tab) -> Frame {
        let page = StaticPage { view: View { embed: true, ..view }, lang: Lang::En };
        Frame { page, body: String::new(), shown: Some((tab, "0a1b2c3d".into())) }
    }

    #[test]
    fn oembed_answers_with_a_frame_that_needs_no_script() {
        let site = Site { url: Some("https://example.org/ro-so/".into()), report: None };
        let dataset = dataset();
        let story = frame(View::about(Page::Story, "hoa-binh".into()), Tab::Best);
        let answer = story.oembed(&dataset, &site).expect("an answer");
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["provider_url"], "https://example.org/ro-so/");
        assert!(answer["width"].is_u64() && answer["height"].is_u64());
        let html = answer["html"].as_str().expect("markup");
        let address =
            "https://example.org/ro-so/en/embed/stories/hoa-binh/?theme=light&amp;v=0a1b2c3d";
        assert!(html.contains(&format!("src=\"{address}\"")), "{html}");
        assert!(html.starts_with("<iframe title=\"") && !html.contains("script"), "{html}");

        let comparison =
            View { indicators: vec!["dti_province".into()], ..View::of(Page::Compare) };
        let answer = frame(comparison, Tab::Bars).oembed(&dataset, &site).expect("an answer");
        assert!(
            answer.contains(
                "en/embed/indicators/dti_province/?tab=bars&amp;theme=light&amp;v=0a1b2c3d"
            )
        );
    }

    #[test]
    fn pages_lead_to_the_answer_only_where_there_is_one() {
        let site = Site { url: Some("https://example.org/".into()), report: None };
        let found =
            |view: View, site: &Site| discovery(&StaticPage { view, lang: Lang::Vi }, "Tên", site);
        let story = View::about(Page::Story, "hoa-binh".into());
        assert_eq!(
            found(story.clone(), &site).expect("a link"),
            "<link rel=\"alternate\" type=\"application/json+oembed\" \
             href=\"https://example.org/embed/stories/hoa-binh/oembed.json\" title=\"Tên\">\n"
        );
        assert_eq!(found(story, &Site { url: None, report: None }), None);
        for page in [Page::Home, Page::Compare, Page::Story, Page::Sources] {
            assert_eq!(found(View::of(page), &site), None, "{page:?}");
        }
        assert_eq!(found(View::about(Page::Place, "province63:17".into()), &site), None);
    }
}
