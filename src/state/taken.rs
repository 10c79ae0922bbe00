//! What a comparison is taken away as: files, and the code of its picture.

use super::{Effect, Format, Model};
use crate::chart::{cited_sources, place, place_sheet};
use crate::export::{Dialect, csv, exhibit_json, exhibit_table, figure_code, svg_file};
use crate::view::{View, address};

/// Width of the picture that is put into an article as HTML: legible where a phone makes it smaller,
/// not coarse where a wide column makes it larger.
const FIGURE_WIDTH: f64 = 480.0;

/// The code of the picture that is shown, for an article in the language that was chosen; `None`
/// where there is none.
pub(super) fn figure(model: &Model) -> Option<String> {
    let lang = model.for_article.0.unwrap_or(model.lang());
    let shown = model.shown_in(lang)?;
    let address = model.public_address(&View { lang: Some(lang), ..model.view.clone() });
    let placed = place(shown.spec.as_ref()?, FIGURE_WIDTH);
    Some(figure_code(&placed, &shown, &cited_sources(&model.dataset, &shown), &address))
}

/// The comparison that is shown as a file; `None` where it has no picture to be taken away.
pub(super) fn download(model: &Model, format: Format) -> Option<Effect> {
    let (dataset, lang) = (&*model.dataset, model.lang());
    let shown = model.shown.as_ref()?;
    let address = model.public_address(&model.view);
    let name = |ending: &str| format!("ro-so-{}.{ending}", shown.indicator.replace('_', "-"));
    let text = |ending, kind, content| Effect::SaveText { name: name(ending), kind, content };
    let table = || exhibit_table(dataset, shown);
    let all = || exhibit_json(dataset, shown, &address);
    Some(match format {
        Format::Png(scale) => Effect::SavePicture {
            name: name("png"),
            placed: Box::new(place_sheet(dataset, shown, &address)?),
            scale,
            address,
        },
        Format::Svg => {
            let placed = place_sheet(dataset, shown, &address)?;
            text("svg", "image/svg+xml", svg_file(&placed, shown, &address))
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
