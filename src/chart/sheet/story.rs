//! A story as one picture: headline, finding, the two figures that it compares with their verdict,
//! panels, and caveats.

use super::{SMALL, STRONG, Sheet, Style};
use crate::chart::{Placed, Role, Weight, story_picture, text_width, wrap};
use crate::compare::vietnamese::capitalised;
use crate::compare::{documents_of_story, story_judgement};
use crate::data::{Dataset, Observation, Panel, Story};
use crate::text::{
    Key, NBSP, cited_sources, date, figure_of, inferred_part, label_of, name_of, reason_sentence,
    time_or_target, verdict,
};
use crate::view::Lang;

/// Style of the two figures.
const BIG: Style = Style { size: 40.0, weight: Weight::Semibold, fill: Role::Ink, leading: 50.0 };
/// The same in a narrow column.
const BIG_NARROW: Style = Style { size: 28.0, leading: 36.0, ..BIG };
/// Space between the two columns.
const GAP: f64 = 24.0;

/// Places a story with everything that belongs to it, at a width.
pub fn place_story(
    dataset: &Dataset,
    story: &Story,
    lang: Lang,
    address: &str,
    width: f64,
) -> Placed {
    let mut sheet = Sheet::new(width);
    sheet.title(lang.of(&story.headline));
    sheet.y += 6.0;
    sheet.lines(lang.of(&story.finding), super::FINDING);
    sheet.y += 10.0;
    held_apart(&mut sheet, dataset, story, lang);
    for panel in &story.panels {
        sheet.y += 14.0;
        sheet.lines(lang.of(&panel.title), STRONG);
        sheet.y += 4.0;
        match story_picture(dataset, story, panel, lang) {
            Some(spec) => sheet.chart(&spec),
            None => listed(&mut sheet, dataset, panel, lang),
        }
    }
    sheet.y += 12.0;
    sheet.notes(story.caveats.iter().map(|note| lang.of(note)));
    let documents = documents_of_story(dataset, story);
    let updated = format!("{} {}", Key::Updated.text(lang), date(story.updated, lang));
    sheet.finished(&cited_sources(dataset, &documents, lang), &updated, address)
}

/// The two figures side by side, and below them the verdict with its reasons.
fn held_apart(sheet: &mut Sheet, dataset: &Dataset, story: &Story, lang: Lang) {
    let Some(judgement) = story_judgement(dataset, story) else { return };
    let width = (sheet.inner() - GAP) / 2.0;
    let big = if sheet.is_narrow() { BIG_NARROW } else { BIG };
    let (top, mut bottom) = (sheet.y, sheet.y);
    let held = dataset.figures(&story.pair);
    // Figures do not wrap: both get the size at which the longer one fits.
    let lengths = held.iter().map(|o| text_width(&printed(o, lang), big.size, big.weight));
    let big = Style { size: big.size * (width / lengths.fold(width, f64::max)), ..big };
    for (at, o) in held.into_iter().enumerate() {
        let x = sheet.margin + at as f64 * (width + GAP);
        sheet.y = top;
        let label = label(dataset, o, lang);
        let mut whose = format!("{}, {}", name_of(dataset, o, lang), time_or_target(o, lang));
        if let Some(part) = inferred_part(&o.period, lang) {
            whose.push_str(&format!(" · {part}"));
        }
        let lines = [(printed(o, lang), big), (label, STRONG), (whose, SMALL)];
        for (content, style) in lines {
            for line in wrap(&content, width, style.size, style.weight) {
                sheet.line_at(x, &line, style);
            }
        }
        bottom = bottom.max(sheet.y);
    }
    sheet.y = bottom + 10.0;
    sheet.lines(verdict(judgement.verdict, lang), STRONG);
    for (reason, _) in &judgement.reasons {
        sheet.lines(&reason_sentence(reason, lang), SMALL);
    }
}

/// A panel without a picture: one line per measure and time, with the entities and their figures.
fn listed(sheet: &mut Sheet, dataset: &Dataset, panel: &Panel, lang: Lang) {
    let mut lines: Vec<(String, Vec<String>)> = Vec::new();
    let ids = panel.targets.iter().chain(&panel.observations);
    for o in ids.filter_map(|id| dataset.observation(id)) {
        let heading = format!("{}, {}: ", label(dataset, o, lang), time_or_target(o, lang));
        let known =
            format!("{} {}", name_of(dataset, o, lang), printed(o, lang)).trim_end().to_owned();
        match lines.last_mut().filter(|(last, _)| *last == heading) {
            Some((_, all)) => all.push(known),
            None => lines.push((heading, vec![known])),
        }
    }
    for (heading, known) in lines {
        sheet.lines(&format!("{heading}{}", known.join(&format!("{NBSP}· "))), SMALL);
    }
}

fn printed(o: &Observation, lang: Lang) -> String {
    o.quantity.map_or(String::new(), |_| figure_of(o, lang))
}

fn label(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    capitalised(label_of(dataset, o, lang))
}
