//! A whole exhibit or story as one picture, to be taken away: title, finding, charts, verdict, what to
//! bear in mind, what is missing, sources and the address. PNG and SVG are both made from it.

mod story;

use super::{Anchor, Area, Exhibit, Mark, Placed, Role, Weight, place, text_width, wrap};
use crate::data::{Dataset, Document, Id, Layer};
use crate::text::{Key, date, marked_inferred};
use crate::view::Lang;

pub use story::place_story;

/// Width of the picture: twice that is what newsrooms ask for.
pub const SHEET_WIDTH: f64 = 680.0;
const MARGIN: f64 = 40.0;
const INNER: f64 = SHEET_WIDTH - 2.0 * MARGIN;

/// Places an exhibit with everything that belongs to it. `None` where it has no picture.
pub fn place_sheet(dataset: &Dataset, exhibit: &Exhibit, address: &str) -> Option<Placed> {
    let spec = exhibit.spec.as_ref()?;
    let lang = exhibit.lang;
    let mut sheet = Sheet::new();
    sheet.lines(&exhibit.title, TITLE);
    sheet.y += 6.0;
    sheet.lines(&exhibit.finding, FINDING);
    sheet.y += 6.0;
    sheet.lines(&exhibit.unit_line, SMALL);
    sheet.y += 14.0;
    sheet.chart(place(spec, INNER));
    sheet.y += 12.0;
    if let Some(told) = exhibit.verdict_told() {
        sheet.lines(told, STRONG);
    }
    for reason in exhibit.reasons_alone() {
        sheet.lines(reason, SMALL);
    }
    sheet.y += 8.0;
    for group in &exhibit.missing {
        sheet.lines(&format!("{} {}", group.reason, group.names.join(" · ")), SMALL);
    }
    if !exhibit.missing.is_empty() {
        sheet.y += 8.0;
    }
    for note in &exhibit.caveats {
        sheet.lines(note, SMALL);
    }
    let dated = format!("{} {}", Key::FiguresOf.text(lang), exhibit.dated);
    Some(sheet.finished(&sources(dataset, &exhibit.documents, lang), &dated, address))
}

/// Documents as they are cited: "Nguồn: Tên bài, nơi đăng, ngày (số trong báo cáo). …"
pub fn sources(dataset: &Dataset, documents: &[Id], lang: Lang) -> String {
    let mut cited = Key::Source.text(lang).to_owned();
    for (layer, documents) in by_layer(dataset, documents) {
        let told = |document: &&Document| {
            let (title, publisher) = (lang.of(&document.title), lang.of(&document.publisher));
            let when = date(document.date, lang);
            let when = if document.date_inferred { marked_inferred(&when, lang) } else { when };
            format!("{title}, {publisher}, {when}")
        };
        let documents: Vec<String> = documents.iter().map(told).collect();
        let layer = match layer {
            Layer::Reports => Key::ReportLayer,
            Layer::Context => Key::ContextFigures,
        };
        cited.push_str(&format!(" {} ({}).", documents.join("; "), layer.text(lang)));
    }
    cited
}

/// Documents by the layer that they belong to, the reports first; without a layer that has none.
pub fn by_layer<'a>(dataset: &'a Dataset, documents: &[Id]) -> Vec<(Layer, Vec<&'a Document>)> {
    let of = |layer| {
        let documents = documents.iter().filter_map(|id| dataset.document(id));
        (layer, documents.filter(|document| document.layer == layer).collect::<Vec<_>>())
    };
    let layers = [Layer::Reports, Layer::Context].map(of);
    layers.into_iter().filter(|(_, documents)| !documents.is_empty()).collect()
}

/// How lines of one kind are set.
#[derive(Clone, Copy)]
struct Style {
    size: f64,
    weight: Weight,
    fill: Role,
    /// From one baseline to the next.
    leading: f64,
}

const TITLE: Style = Style { size: 24.0, weight: Weight::Semibold, fill: Role::Ink, leading: 31.0 };
const FINDING: Style =
    Style { size: 16.0, weight: Weight::Regular, fill: Role::Ink2, leading: 23.0 };
const STRONG: Style =
    Style { size: 14.0, weight: Weight::Semibold, fill: Role::Ink, leading: 21.0 };
const SMALL: Style = Style { size: 12.5, weight: Weight::Regular, fill: Role::Ink2, leading: 18.0 };

/// A picture that grows downwards.
struct Sheet {
    marks: Vec<Mark>,
    y: f64,
}

impl Sheet {
    /// Begins with the rule and the tab of every frame.
    fn new() -> Self {
        let rect = |x: f64, y: f64, width: f64, height: f64, fill: Role| Mark::Rect {
            area: Area { x, y, width, height },
            fill,
        };
        let marks = vec![
            rect(MARGIN, 28.0, INNER, 2.0, Role::Ink),
            rect(MARGIN, 30.0, 44.0, 6.0, Role::Disc),
        ];
        Self { marks, y: 50.0 }
    }

    fn lines(&mut self, content: &str, style: Style) {
        for line in wrap(content, INNER, style.size, style.weight) {
            self.line(line, style);
        }
    }

    /// As [`Sheet::lines`], for a text without spaces: an address breaks where it must.
    fn anywhere(&mut self, content: &str, style: Style) {
        let mut line = String::new();
        for c in content.chars() {
            line.push(c);
            if text_width(&line, style.size, style.weight) > INNER {
                line.pop();
                self.line(std::mem::take(&mut line), style);
                line.push(c);
            }
        }
        if !line.is_empty() {
            self.line(line, style);
        }
    }

    fn line(&mut self, content: String, style: Style) {
        self.line_at(MARGIN, content, style);
    }

    fn line_at(&mut self, x: f64, content: String, style: Style) {
        self.y += style.leading;
        self.marks.push(Mark::Text {
            at: (x, self.y - 0.25 * style.leading),
            anchor: Anchor::Start,
            size: style.size,
            weight: style.weight,
            fill: style.fill,
            content,
        });
    }

    fn chart(&mut self, placed: Placed) {
        let (across, down) = (MARGIN, self.y);
        self.marks.extend(placed.marks.into_iter().map(|mark| mark.shifted(across, down)));
        self.y += placed.height;
    }

    /// With what stands below every picture.
    fn finished(mut self, sources: &str, dated: &str, address: &str) -> Placed {
        self.y += 8.0;
        self.lines(sources, SMALL);
        self.lines(dated, SMALL);
        self.anywhere(&format!("Rõ Số · {address}"), SMALL);
        let (width, height) = (SHEET_WIDTH, self.y + 28.0);
        let ground = Area { x: 0.0, y: 0.0, width, height };
        let mut marks = vec![Mark::Rect { area: ground, fill: Role::Paper }];
        marks.extend(self.marks);
        Placed { width, height, marks, ..Placed::default() }
    }
}
