//! A whole exhibit or story as one picture to download: title, finding, charts, verdict, caveats,
//! what is missing, sources and the address. PNG and SVG are both made from it.

mod story;

use super::legend::legend_look;
use super::symbol::{Shape, symbol};
use super::{
    Anchor, Area, Exhibit, Mark, Missing, Placed, Role, Spec, Swatch, Weight, figures_beside,
    has_signs, legend, place, wrap, wrap_address,
};
use crate::data::Dataset;
use crate::text::{Key, NBSP, cited_sources};
use crate::view::Lang;

pub use story::place_story;

/// Width of the picture in CSS pixels; newsrooms ask for twice as many.
pub const SHEET_WIDTH: f64 = 680.0;
/// Width of the picture on a phone, where its letters are as large as the text around them.
pub const PHONE_SHEET_WIDTH: f64 = 360.0;

/// Places an exhibit with everything that belongs to it, at a width. `None` where it has no picture.
pub fn place_sheet(
    dataset: &Dataset,
    exhibit: &Exhibit,
    address: &str,
    width: f64,
) -> Option<Placed> {
    let spec = exhibit.spec.as_ref()?;
    let lang = exhibit.lang;
    let mut sheet = Sheet::new(width);
    sheet.title(&exhibit.title);
    sheet.y += 6.0;
    sheet.lines(&exhibit.finding, FINDING);
    sheet.y += 6.0;
    sheet.lines(&exhibit.unit_line, SMALL);
    sheet.legend(spec, lang);
    sheet.y += 14.0;
    sheet.chart(spec);
    sheet.y += 12.0;
    if let Some(told) = exhibit.verdict_told() {
        sheet.lines(told, STRONG);
    }
    for reason in exhibit.reasons_alone() {
        sheet.lines(reason, SMALL);
    }
    sheet.y += 8.0;
    for group in &exhibit.missing {
        sheet.lines(&format!("{} {}", group.reason, named(group, lang)), SMALL);
    }
    if !exhibit.missing.is_empty() {
        sheet.y += 8.0;
    }
    sheet.notes(exhibit.caveats.iter().map(String::as_str));
    let dated = format!("{} {}", Key::FiguresOf.text(lang), exhibit.dated);
    Some(sheet.finished(&cited_sources(dataset, &exhibit.documents, lang), &dated, address))
}

/// The names of what is missing; of many the first three and the number of the others. A picture of
/// five bars would else be mostly names; the table that goes with it has all of them.
fn named(group: &Missing, lang: Lang) -> String {
    /// Most names that are all written.
    const MOST: usize = 12;
    let between = format!("{NBSP}· ");
    if group.units.len() <= MOST {
        return group.listed(&between);
    }
    let first: Vec<&str> = group.names().take(3).collect();
    let more = Key::AndMorePlaces.text(lang).replace("{n}", &(group.units.len() - 3).to_string());
    format!("{} {more}", first.join(&between))
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
/// The title in a narrow column.
const TITLE_NARROW: Style = Style { size: 20.0, leading: 26.0, ..TITLE };
const FINDING: Style =
    Style { size: 16.0, weight: Weight::Regular, fill: Role::Ink2, leading: 23.0 };
const STRONG: Style =
    Style { size: 14.0, weight: Weight::Semibold, fill: Role::Ink, leading: 21.0 };
const SMALL: Style = Style { size: 12.5, weight: Weight::Regular, fill: Role::Ink2, leading: 18.0 };

/// Indents of a note beside its number, and of a text beside its swatch.
const NOTE_INDENT: f64 = 18.0;
const SWATCH_INDENT: f64 = 38.0;

/// A picture that grows downwards.
struct Sheet {
    placed: Placed,
    y: f64,
    margin: f64,
}

impl Sheet {
    /// Begins with the rule and the tab of every frame.
    fn new(width: f64) -> Self {
        let margin = if width < SHEET_WIDTH { 16.0 } else { 40.0 };
        let inner = width - 2.0 * margin;
        let mut placed = Placed { width, ..Placed::default() };
        placed.rect(Area { x: margin, y: 28.0, width: inner, height: 2.0 }, Role::Ink);
        placed.rect(Area { x: margin, y: 30.0, width: 44.0, height: 6.0 }, Role::Disc);
        Self { placed, y: 50.0, margin }
    }

    fn is_narrow(&self) -> bool {
        self.placed.width < SHEET_WIDTH
    }

    /// Width between the margins.
    fn inner(&self) -> f64 {
        self.placed.width - 2.0 * self.margin
    }

    fn title(&mut self, content: &str) {
        self.lines(content, if self.is_narrow() { TITLE_NARROW } else { TITLE });
    }

    fn lines(&mut self, content: &str, style: Style) {
        self.lines_at(0.0, content, style);
    }

    /// Lines that begin `indent` pixels from the margin.
    fn lines_at(&mut self, indent: f64, content: &str, style: Style) {
        for line in wrap(content, self.inner() - indent, style.size, style.weight) {
            self.line_at(self.margin + indent, &line, style);
        }
    }

    /// Notes, numbered if there are several.
    fn notes<'a>(&mut self, notes: impl Iterator<Item = &'a str>) {
        let notes: Vec<&str> = notes.collect();
        if let [note] = notes[..] {
            return self.lines(note, SMALL);
        }
        for (note, number) in notes.into_iter().zip(1..) {
            let top = self.y;
            self.line_at(self.margin, &format!("{number}."), SMALL);
            self.y = top;
            self.lines_at(NOTE_INDENT, note, SMALL);
        }
    }

    /// What solid and pale mean, where both occur.
    fn legend(&mut self, spec: &Spec, lang: Lang) {
        let (hue, shape) = legend_look(spec);
        let shape = has_signs(spec).then_some(shape);
        for (at, swatch) in legend(spec).into_iter().enumerate() {
            self.y += if at == 0 { 8.0 } else { 2.0 };
            self.swatch(swatch, hue, shape);
            self.lines_at(SWATCH_INDENT, swatch.meaning().text(lang), SMALL);
        }
    }

    /// A swatch beside the next line, drawn like the rows of the chart: with the sign of its figures
    /// if it has signs.
    fn swatch(&mut self, swatch: Swatch, hue: Role, shape: Option<Shape>) {
        let area = Area { x: self.margin, y: self.y + 3.0, width: 28.0, height: 12.0 };
        let middle = area.y + area.height / 2.0;
        let (right, bottom) = (area.x + area.width, area.y + area.height);
        if let Some(shape) = shape.filter(|_| swatch == Swatch::Solid) {
            let centre = (area.x + area.width / 2.0, middle);
            return symbol(shape, centre, 5.5, hue, false, &mut self.placed);
        }
        let fill = if swatch == Swatch::Solid { hue } else { hue.washed() };
        self.placed.rect(area, fill);
        match swatch {
            Swatch::Solid => {}
            Swatch::Open => {
                let shape = shape.unwrap_or(Shape::Circle);
                symbol(shape, (right, middle), 5.75, hue, true, &mut self.placed);
            }
            Swatch::Between => {
                for x in [area.x, right] {
                    self.placed.line((x, area.y), (x, bottom), hue, 2.0);
                }
            }
        }
    }

    fn line_at(&mut self, x: f64, content: &str, Style { size, weight, fill, leading }: Style) {
        self.y += leading;
        let at = (x, self.y - 0.25 * leading);
        self.placed.write(at, Anchor::Start, size, weight, fill, content);
    }

    fn chart(&mut self, spec: &Spec) {
        let placed = place(spec, self.inner());
        let (across, down) = (self.margin, self.y);
        self.placed.marks.extend(placed.marks.into_iter().map(|mark| mark.shifted(across, down)));
        self.y += placed.height;
        if let Some(told) = figures_beside(spec, self.inner()) {
            self.y += 8.0;
            self.lines(&told, SMALL);
        }
    }

    /// Completes the picture with sources, date, address and background.
    fn finished(mut self, sources: &str, dated: &str, address: &str) -> Placed {
        self.y += 8.0;
        self.lines(sources, SMALL);
        self.lines(dated, SMALL);
        let address = format!("Rõ Số · {address}");
        for line in wrap_address(&address, self.inner(), SMALL.size, SMALL.weight) {
            self.line_at(self.margin, &line, SMALL);
        }
        let mut placed = self.placed;
        placed.height = self.y + 28.0;
        let area = Area { x: 0.0, y: 0.0, width: placed.width, height: placed.height };
        placed.marks.insert(0, Mark::Rect { area, fill: Role::Paper });
        placed
    }
}
