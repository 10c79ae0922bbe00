//! The picture that social networks show for a shared address: one for the home page and one for
//! each story, in both languages. They are painted only where the site's address is configured,
//! because networks need the absolute address of a picture.
//!
//! A network shows 1200 × 630 pixels, and some cut the sides off, so the figures are in the square
//! in the middle. The headline is the story's short one.

mod layout;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::sync::Arc;

use resvg::{tiny_skia, usvg};
use ro_so::chart::{Anchor, Role, wrap};
use ro_so::compare::{Verdict, story_judgement};
use ro_so::data::{Dataset, Id, Observation, Story};
use ro_so::text::{Key, figure, verdict};
use ro_so::view::{Lang, Page, View};

use self::layout::{BRAND, FINDING, INNER, MARGIN, SIZE, SOURCE, Sheet, Style, TITLE};
use crate::assets::put;
use crate::files;
use crate::plan::StaticPage;

/// Pixels per unit of the picture.
const SCALE: f32 = 2.0;
/// Width and height of the picture in pixels.
pub(crate) const PIXELS: (u32, u32) = (SIZE.0 as u32 * SCALE as u32, SIZE.1 as u32 * SCALE as u32);

/// The pictures that were painted, by the folder of their page.
pub(crate) struct Previews(BTreeMap<String, Preview>);

/// One picture.
pub(crate) struct Preview {
    /// Its path below the site's root.
    pub path: String,
    /// What it shows, for readers who cannot see it.
    pub label: String,
}

impl Previews {
    pub(crate) fn none() -> Self {
        Self(BTreeMap::new())
    }

    pub(crate) fn write(out: &Path, dataset: &Dataset) -> Result<Self, Box<dyn Error>> {
        let fonts = fonts()?;
        let mut painted = BTreeMap::new();
        for lang in Lang::ALL {
            for story in std::iter::once(None).chain(dataset.stories.iter().map(Some)) {
                let Some(sheet) = sheet(dataset, story, lang) else { continue };
                let view = match story {
                    Some(story) => View::about(Page::Story, story.id.clone()),
                    None => View::default(),
                };
                let name = story.map_or("home", |story| &*story.id);
                let stem = format!("previews/{name}.{}", lang.tag());
                let path = put(out, &stem, "png", &paint(&sheet.markup(), &fonts)?)?;
                let page = StaticPage { view, lang };
                painted.insert(page.folder(), Preview { path, label: sheet.label });
            }
        }
        Ok(Self(painted))
    }

    /// The picture of a page: its own, else that of the home page in its language.
    pub(crate) fn of(&self, page: &StaticPage) -> Option<&Preview> {
        let home = || StaticPage { view: View::default(), lang: page.lang };
        self.0.get(&page.folder()).or_else(|| self.0.get(&home().folder()))
    }
}

/// The site's own font, in the form that `tools/fonts/build.mjs` writes for this.
fn fonts() -> Result<Arc<usvg::fontdb::Database>, String> {
    let mut fonts = usvg::fontdb::Database::new();
    for weight in [400, 600] {
        fonts.load_font_data(files::read(format!("tools/fonts/be-vietnam-pro-{weight}.ttf"))?);
    }
    Ok(Arc::new(fonts))
}

/// A drawing as a PNG.
fn paint(markup: &str, fonts: &Arc<usvg::fontdb::Database>) -> Result<Vec<u8>, Box<dyn Error>> {
    let options = usvg::Options { fontdb: Arc::clone(fonts), ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(markup, &options)?;
    let (width, height) = PIXELS;
    let mut picture = tiny_skia::Pixmap::new(width, height).ok_or("no room for a picture")?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(SCALE, SCALE), &mut picture.as_mut());
    Ok(picture.encode_png()?)
}

/// The picture of a story, or of the home page. `None` where there is nothing to show.
fn sheet(dataset: &Dataset, story: Option<&Story>, lang: Lang) -> Option<Sheet> {
    let drawn = story.or(dataset.stories.first())?;
    let (title, finding) = match story {
        Some(story) => (lang.of(&story.short), lang.of(&story.finding)),
        None => (Key::SiteTitle.text(lang), Key::SiteDescription.text(lang)),
    };
    let mut sheet = Sheet::new(format!("{title}. {finding}"));
    let kicker = match story {
        Some(story) => format!("Rõ Số · {} {}", Key::Story.text(lang), story.number),
        None => "Rõ Số".to_owned(),
    };
    sheet.text((MARGIN, 40.0), Anchor::Start, BRAND, &kicker);
    let figures = key_figures(dataset, drawn);
    if let Some(found) = story_judgement(dataset, drawn).filter(|_| !drawn.pair.is_empty()) {
        let is_apart = found.verdict == Verdict::NotComparable;
        let style = Style { fill: if is_apart { Role::Break } else { Role::Ink2 }, ..BRAND };
        let said = verdict(found.verdict, lang);
        sheet.text((MARGIN + INNER, 40.0), Anchor::End, style, said);
    }
    let is_text = figures.is_empty();
    let style = if is_text { Style { size: 38.0, ..TITLE } } else { TITLE };
    for line in wrap(title, INNER, style.size, style.weight) {
        sheet.bottom += 1.1 * style.size;
        let baseline = sheet.bottom - 0.1 * style.size;
        sheet.text((MARGIN, baseline), Anchor::Start, style, &line);
    }
    let style = if is_text { Style { size: 16.0, ..FINDING } } else { FINDING };
    sheet.foot(finding, style, &sources(dataset, drawn, lang));
    sheet.figures(dataset, &figures, lang);
    Some(sheet)
}

/// The figures that a story is about, two at most: the pair that it compares, else those that its
/// short headline names, in that order.
fn key_figures<'a>(dataset: &'a Dataset, story: &Story) -> Vec<&'a Observation> {
    let panels = story.panels.iter().flat_map(|panel| &panel.observations);
    let found = |ids: Vec<&Id>| {
        let figures = ids.into_iter().filter_map(|id| dataset.observation(id));
        figures.filter(|o| o.quantity.is_some()).collect::<Vec<_>>()
    };
    let pair = found(story.pair.iter().collect());
    if pair.len() == 2 {
        return pair;
    }
    let headline = numbers(&story.short.vi);
    let place = |o: &Observation| {
        let quantity = o.quantity?;
        let mut printed = numbers(&figure(&quantity, Lang::Vi));
        if quantity.denominator.is_some() {
            // A headline names 15/63 by its 15.
            printed.truncate(1);
        }
        headline.iter().position(|number| printed.contains(number))
    };
    let mut named: Vec<(usize, &Observation)> = Vec::new();
    for o in found(panels.chain(&story.figures).collect()) {
        let Some(at) = place(o) else { continue };
        if named.iter().all(|(other, _)| *other != at) {
            named.push((at, o));
        }
    }
    named.sort_by_key(|(at, _)| *at);
    named.into_iter().map(|(_, o)| o).take(2).collect()
}

/// The numbers of a text, as they are written.
fn numbers(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let parts = text.split(|c| !is_part(c)).map(|part| part.trim_matches(['.', ',']));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Every document that prints a figure of the story, by its title.
fn sources(dataset: &Dataset, story: &Story, lang: Lang) -> Vec<String> {
    let panels = story.panels.iter().flat_map(|panel| &panel.observations);
    let figures = story.pair.iter().chain(panels).filter_map(|id| dataset.observation(id));
    let mut titles: Vec<String> = Vec::new();
    for document in figures.flat_map(|o| &o.mentions).filter_map(|m| dataset.document(&m.source)) {
        let title = lang.of(&document.title).trim_end_matches('.').to_owned();
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let count = |n: usize| match lang {
        Lang::Vi => format!("và {n} văn bản khác"),
        Lang::En => format!("and {n} more"),
    };
    let told = |first: usize| {
        let mut parts = vec![titles[..first].join("; ")];
        if first < titles.len() {
            parts.push(count(titles.len() - first));
        }
        let line = format!("{} {}", Key::Source.text(lang), parts.join(" "));
        wrap(&line, INNER, SOURCE.size, SOURCE.weight)
    };
    (1..=titles.len()).rev().map(told).find(|lines| lines.len() <= 2).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::layout::LABEL;
    use super::*;
    use ro_so::chart::{Mark, Placed, text_width};
    use ro_so::data::{FILES, Files, load};

    fn dataset() -> Dataset {
        let texts = FILES.map(|name| files::read_text(format!("seeds/{name}")).unwrap());
        load(&Files::from_texts(texts.each_ref().map(String::as_str))).unwrap()
    }

    /// Where the texts of a drawing begin and end.
    fn texts(placed: &Placed) -> Vec<(f64, f64, f64, String)> {
        let ends = |mark: &Mark| match mark {
            Mark::Text { at, anchor, size, weight, content, .. } => {
                let width = text_width(content, *size, *weight);
                let left = match anchor {
                    Anchor::Start => at.0,
                    Anchor::Middle => at.0 - width / 2.0,
                    Anchor::End => at.0 - width,
                };
                Some((left, left + width, *size, content.clone()))
            }
            _ => None,
        };
        placed.marks.iter().filter_map(ends).collect()
    }

    #[test]
    fn everything_has_its_place_and_the_figures_stand_in_the_square_in_the_middle() {
        let dataset = dataset();
        for lang in Lang::ALL {
            for story in std::iter::once(None).chain(dataset.stories.iter().map(Some)) {
                let sheet = sheet(&dataset, story, lang).unwrap();
                let name = story.map_or("home", |story| &*story.id);
                assert!(sheet.bottom <= sheet.foot, "{name}, {}: no room", lang.tag());
                for (left, right, _, content) in texts(&sheet.placed) {
                    let is_within = left >= MARGIN - 0.1 && right <= SIZE.0 - MARGIN + 0.1;
                    assert!(is_within, "{name}: {content}");
                }
                let square = (SIZE.0 - SIZE.1) / 2.0..=f64::midpoint(SIZE.0, SIZE.1);
                for block in &sheet.blocks {
                    for (left, right, size, content) in texts(&block.placed) {
                        let is_figure = size > LABEL.size;
                        let is_within = square.contains(&left) && square.contains(&right);
                        assert!(is_within || !is_figure, "{name}: {content}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_picture_has_the_size_that_networks_show() {
        let dataset = dataset();
        let sheet = sheet(&dataset, dataset.stories.first(), Lang::Vi).unwrap();
        let picture = paint(&sheet.markup(), &fonts().unwrap()).unwrap();
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (1200, 630));
        assert_eq!(PIXELS, (1200, 630));
        // Its letters are drawn: without the fonts the file would be a fraction of that.
        assert!(picture.len() > 40_000, "{} bytes", picture.len());
        // Some networks read only the first 300 kB.
        assert!(picture.len() < 300_000, "{} bytes", picture.len());
    }

    #[test]
    fn a_page_has_its_own_picture_or_that_of_its_languages_home_page() {
        let painted = ["", "en/", "stories/a/"].map(|folder| {
            let preview = Preview { path: format!("for {folder}"), label: String::new() };
            (folder.to_owned(), preview)
        });
        let previews = Previews(BTreeMap::from(painted));
        let of = |view: View, lang| previews.of(&StaticPage { view, lang }).unwrap().path.clone();
        let story = || View::about(Page::Story, Id::from("a"));
        assert_eq!(of(story(), Lang::Vi), "for stories/a/");
        assert_eq!(of(story(), Lang::En), "for en/");
        assert_eq!(of(View::of(Page::Method), Lang::Vi), "for ");
        assert!(Previews::none().of(&StaticPage { view: story(), lang: Lang::Vi }).is_none());
    }

    #[test]
    fn the_numbers_of_a_headline_are_found_as_they_are_written() {
        assert_eq!(numbers("Từ 97,3% đến 1.402."), ["97,3", "1.402"]);
    }
}
