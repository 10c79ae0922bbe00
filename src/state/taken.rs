//! A comparison or a story as files, and the code of a comparison's picture.

use super::{Effect, Format, Model};
use crate::chart::{PHONE_SHEET_WIDTH, Placed, SHEET_WIDTH, place_sheet, place_story};
use crate::data::{Period, Story};
use crate::export::{Dialect, csv, exhibit_json, exhibit_table, figure_code, svg_file};
use crate::text::cited_sources;
use crate::view::{Lang, OPEN_END, Page, Tab, Theme, Time, View, address};

/// The code of the picture that is shown, for an article in the chosen language, if there is a
/// picture.
pub(super) fn figure(model: &Model) -> Option<String> {
    let lang = model.for_article.0.unwrap_or(model.lang());
    let shown = model.shown_in(lang)?;
    let address = model.printed_address(&model.cited_view(&shown));
    let sources = cited_sources(&model.dataset, &shown.documents, lang);
    figure_code(&shown, &sources, &address)
}

/// What is shown as a file; `None` if it has no such form.
pub(super) fn download(model: &Model, format: Format, lang: Lang) -> Option<Effect> {
    match model.view.page {
        Page::Story => story(model, model.story()?, format, lang),
        _ => comparison(model, format, lang),
    }
}

/// A story as a picture; it has no other form.
fn story(model: &Model, story: &Story, format: Format, lang: Lang) -> Option<Effect> {
    let view = View { lang: Some(lang), ..View::about(Page::Story, story.id.clone()) };
    let address = model.printed_address(&view);
    let placed = place_story(&model.dataset, story, lang, &address, width_of(format));
    let name = file_name(&[&story.id, marked(lang)]);
    let (title, finding) = (lang.of(&story.headline), lang.of(&story.finding));
    let theme = model.for_article.1;
    picture(format, &name, placed, model.public_address(&view), title, finding, theme)
}

/// Width that a picture is laid out for.
fn width_of(format: Format) -> f64 {
    if format == Format::PhonePng { PHONE_SHEET_WIDTH } else { SHEET_WIDTH }
}

/// A file's name without its extension: what it shows and how, so that names do not collide.
fn file_name(parts: &[&str]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    let name = parts.fold("ro-so".to_owned(), |name, part| format!("{name}-{part}"));
    name.replace('_', "-").replace("..", "-")
}

/// What a file shows instead of all units, for its name: sets of units, regions, places shown
/// alone; up to three by their ids, else their number.
fn among(view: &View) -> String {
    let is_alone = view.only && view.entities.len() > 1;
    let is_set = |id: &str| !id.contains(':') || id.starts_with("region6:");
    let units = view.entities.iter().map(|id| &**id);
    let named: Vec<&str> = units.filter(|id| is_alone || is_set(id)).collect();
    match named.len() {
        0..4 => named.join("-").replace(':', "-"),
        count => format!("{count}-places"),
    }
}

/// The language in the name of a file, empty for the site's first.
fn marked(lang: Lang) -> &'static str {
    if lang == Lang::Vi { "" } else { lang.tag() }
}

/// A picture as a file, `None` for other formats. A PNG's name gives its width in pixels.
fn picture(
    format: Format,
    name: &str,
    placed: Placed,
    address: String,
    title: &str,
    finding: &str,
    theme: Theme,
) -> Option<Effect> {
    Some(match format {
        Format::Png(_) | Format::PhonePng => {
            let scale = if let Format::Png(scale) = format { scale } else { 3 };
            let wide = (placed.width * f64::from(scale)).round();
            let is_dark = theme == Theme::Dark;
            let colors = if is_dark { "-dark" } else { "" };
            let name = format!("{name}-{wide}{colors}.png");
            Effect::SavePicture { name, placed: Box::new(placed), scale, is_dark, address }
        }
        Format::Svg => Effect::SaveText {
            name: format!("{name}.svg"),
            kind: "image/svg+xml",
            content: svg_file(&placed, title, finding, &address),
        },
        _ => return None,
    })
}

fn comparison(model: &Model, format: Format, lang: Lang) -> Option<Effect> {
    let dataset = &*model.dataset;
    let shown = &model.shown_in(lang)?;
    let view = model.cited_view(shown);
    let address = model.public_address(&view);
    let tab = shown.pictured().filter(|tab| *tab != Tab::Bars).map_or("", address::tab_name);
    let newest = || shown.periods(dataset).max_by_key(|period| period.end().last_day());
    let time = match view.time {
        Time::Latest | Time::At(_) => newest().map_or(String::new(), Period::token),
        Time::Between(from, OPEN_END) => from.to_string(),
        Time::Between(from, to) => format!("{from}..{to}"),
    };
    let measures = match shown.tab {
        Tab::Scatter | Tab::Multiples => {
            view.indicators.iter().map(|id| &**id).collect::<Vec<_>>().join("-")
        }
        _ => shown.indicator.to_string(),
    };
    let stem = file_name(&[&measures, tab, &among(&view), &time, marked(lang)]);
    let name = |ending: &str| format!("{stem}.{ending}");
    let text = |ending, kind, content| Effect::SaveText { name: name(ending), kind, content };
    let table = || exhibit_table(dataset, shown);
    let all = || exhibit_json(dataset, shown, &address);
    Some(match format {
        Format::Png(_) | Format::PhonePng | Format::Svg => {
            let printed = model.printed_address(&view);
            let placed = place_sheet(dataset, shown, &printed, width_of(format))?;
            let (title, finding, theme) = (&shown.title, &shown.finding, model.for_article.1);
            return picture(format, &stem, placed, address, title, finding, theme);
        }
        Format::Csv => text("csv", "text/csv", csv(&table(), Dialect::International)),
        Format::VietnameseCsv => text("vi.csv", "text/csv", csv(&table(), Dialect::Vietnamese)),
        Format::Json => text("json", "application/json", all()),
        Format::Workbook => {
            Effect::SaveMade { name: name("xlsx"), maker: "roSoWorkbook", text: all() }
        }
        Format::OneFile => {
            let view = View { lang: Some(lang), ..model.view.clone() };
            Effect::SaveMade { name: name("html"), maker: "roSoFile", text: address::print(&view) }
        }
    })
}
