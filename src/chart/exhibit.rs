//! Everything that one comparison shows. Canvas, SVG, table, sentence, export and spoken text all
//! derive from it, so they cannot disagree.

use std::rc::Rc;

use super::asked::Asked;
use super::exhibit_time::{line_exhibit, slope_exhibit};
use super::tabs::offered;
use super::{
    Missing, Spec, TabRefusal, exhibit_bars, exhibit_dots, exhibit_map, exhibit_multiples,
    exhibit_progress, exhibit_scatter,
};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{RankSpan, Verdict, sort_stably};
use crate::data::{
    Dataset, Entity, Id, Indicator, Kind, Layer, Measure, Observation, Period, fingerprint,
};
use crate::quantity::{Interval, Quantity, decimals_of};
use crate::text::{
    Key, allowed, figure, figure_of, list_of_texts, name_of, number, period, printed_in, rank,
    target_name, time_of, unit_words,
};
use crate::view::{Lang, Tab, View};

/// One comparison, in words and as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Exhibit {
    /// Language of every text here.
    pub lang: Lang,
    /// The tab that is shown; never [`Tab::Best`].
    pub tab: Tab,
    /// What is measured; the first of several indicators.
    pub indicator: Id,
    /// The tab that was asked for and cannot be drawn, with the reason.
    pub refused: Option<(Tab, TabRefusal)>,
    /// Every tab, the best first; those that cannot be drawn with the reason.
    pub tabs: Vec<(Tab, Result<(), TabRefusal>)>,
    /// Heading.
    pub title: String,
    /// What the figures say, in one to three sentences.
    pub finding: String,
    /// Measure, unit and period.
    pub unit_line: String,
    /// Whether the figures may be compared as they are here; `None` for fewer than two.
    pub verdict: Option<Verdict>,
    /// Why, one sentence per reason; without objections, what the figures share or cover.
    pub reasons: Vec<String>,
    /// Where the axis of the picture begins, if not at zero.
    pub(super) cut: Option<f64>,
    /// The picture; `None` for the table, which is made of the rows alone.
    pub spec: Option<Rc<Spec>>,
    /// Every figure that is shown, in reading order. `HitArea::row` of the placed picture is an
    /// index into this list.
    pub rows: Vec<ExhibitRow>,
    /// What is missing, and why.
    pub missing: Vec<Missing>,
    /// The caveats: definitions first, then remarks on the figures.
    pub caveats: Vec<String>,
    /// The documents that print the figures, each once, in the order of the rows.
    pub documents: Vec<Id>,
    /// The period of the newest figure in words; for several indicators, of each, without repeats.
    pub dated: String,
}

/// What a row of an exhibit is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum RowRole {
    /// One of the units that are compared.
    Unit,
    /// A figure to compare the units with.
    Reference,
    /// A target.
    Target,
}

/// One figure of an exhibit, or a unit without a known figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ExhibitRow {
    /// Why it is here.
    pub role: RowRole,
    /// The place or organisation that the row is about.
    pub entity: Id,
    /// What is measured.
    pub indicator: Id,
    /// The observation behind the row; `None` if nothing is known.
    pub observation: Option<Id>,
    /// Name of the place, or what the target is called.
    pub name: String,
    /// What tells the row from others of its name: its period or its measure; empty where all
    /// rows share them.
    pub detail: String,
    /// Period in words.
    pub period: String,
    /// The printed figure; `None` for one that follows from a list, and for a gap.
    pub quantity: Option<Quantity>,
    /// What true values are possible.
    pub interval: Option<Interval>,
    /// The figure in the reader's notation, or why there is none.
    pub printed: String,
    /// The values that it allows, in words.
    pub allows: String,
    /// The ranks that it may hold; `None` if they cannot be determined.
    pub span: Option<RankSpan>,
    /// The same in words.
    pub rank: Option<String>,
    /// Publication and paragraph.
    pub source: String,
    /// Reports or context.
    pub layer: Layer,
    /// Whether it stands out.
    pub focus: bool,
    /// The whole row in one line, for the tooltip and for speech.
    pub spoken: String,
}

/// What a view shows in a language. If its tab cannot be drawn, the best one that can is shown, and
/// `refused` says why. `None` only if the dataset has nothing to show at all.
pub fn exhibit(dataset: &Dataset, view: &View, lang: Lang) -> Option<Exhibit> {
    let asked = Asked::new(dataset, view, lang)?;
    let tabs = offered(&asked);
    let wanted = tabs.iter().find(|(tab, _)| *tab == view.tab);
    let refused = wanted.and_then(|(tab, found)| Some((*tab, found.err()?)));
    let tab = match wanted {
        Some((tab, Ok(()))) => *tab,
        _ => tabs.iter().find(|(_, found)| found.is_ok())?.0,
    };
    let mut exhibit = drawn(&asked, pictured(tab, &tabs)?)?;
    if tab == Tab::Table {
        exhibit.spec = None;
    } else {
        exhibit.unit_line.push_str(&cut_note(exhibit.cut, lang));
    }
    Some(Exhibit { tab, refused, tabs, ..exhibit })
}

/// The picture whose rows a tab shows; the table has those of the best picture that can be drawn.
fn pictured(tab: Tab, tabs: &[(Tab, Result<(), TabRefusal>)]) -> Option<Tab> {
    let is_picture =
        |(tab, found): &&(Tab, Result<(), TabRefusal>)| *tab != Tab::Table && found.is_ok();
    match tab {
        Tab::Table => tabs.iter().find(is_picture).map(|(tab, _)| *tab),
        tab => Some(tab),
    }
}

fn drawn(asked: &Asked<'_>, tab: Tab) -> Option<Exhibit> {
    match tab {
        Tab::Bars => Some(exhibit_bars::exhibit(asked, asked.order.as_ref()?)),
        Tab::Dots => exhibit_dots::exhibit(asked),
        Tab::Line => Some(line_exhibit(asked)),
        Tab::Slope => slope_exhibit(asked),
        Tab::Progress => Some(exhibit_progress::exhibit(asked)),
        Tab::Scatter => exhibit_scatter::exhibit(asked),
        Tab::Map => exhibit_map::exhibit(asked),
        Tab::Multiples => Some(exhibit_multiples::exhibit(asked)),
        _ => None,
    }
}

impl Exhibit {
    /// A fingerprint of its figures in eight hex digits: the `v` of an address.
    pub fn version(&self, dataset: &Dataset) -> Id {
        let ids = self.rows.iter().filter_map(|row| row.observation.as_ref());
        fingerprint(ids.filter_map(|id| dataset.observation(id))).into()
    }

    /// The periods of its figures, without targets, in the order of the rows.
    pub fn periods<'a>(&'a self, dataset: &'a Dataset) -> impl Iterator<Item = &'a Period> {
        let rows = self.rows.iter().filter(|row| row.role != RowRole::Target);
        let ids = rows.filter_map(|row| row.observation.as_ref());
        ids.filter_map(|id| Some(&dataset.observation(id)?.period))
    }

    /// The picture whose rows are shown; for the table, the best picture.
    pub fn pictured(&self) -> Option<Tab> {
        pictured(self.tab, &self.tabs)
    }

    /// The reasons that no list of what is missing has as its heading, for places that show both.
    pub fn reasons_alone(&self) -> impl Iterator<Item = &String> {
        let is_alone = |reason: &&String| self.missing.iter().all(|group| group.reason != **reason);
        self.reasons.iter().filter(is_alone)
    }

    /// The verdict in words, where there is one.
    pub fn verdict_told(&self) -> Option<&'static str> {
        self.verdict.map(|found| crate::text::verdict(found, self.lang))
    }

    /// An exhibit of `figures`, still without picture and verdict.
    pub(super) fn of(
        asked: &Asked<'_>,
        indicators: &[&Indicator],
        figures: &[&Observation],
        rows: Vec<ExhibitRow>,
    ) -> Self {
        let (dataset, lang) = (asked.dataset, asked.lang);
        Self {
            lang,
            tab: Tab::Table,
            indicator: asked.indicator.id.clone(),
            refused: None,
            tabs: Vec::new(),
            title: String::new(),
            finding: String::new(),
            unit_line: String::new(),
            verdict: None,
            reasons: Vec::new(),
            cut: None,
            spec: None,
            rows,
            missing: Vec::new(),
            caveats: caveats(dataset, indicators, figures, lang),
            documents: dataset.documents_of(figures),
            dated: dated(indicators, figures, lang),
        }
    }
}

/// The period of the newest figure of each indicator, without repeats: "năm 2024 và từ đầu năm đến
/// tháng 8/2022".
fn dated(indicators: &[&Indicator], figures: &[&Observation], lang: Lang) -> String {
    let mut told: Vec<String> = Vec::new();
    for indicator in indicators {
        let own = || figures.iter().filter(|o| o.indicator == indicator.id);
        // The period of a target is when it is due, not when it was published.
        let measured = own().filter(|o| o.kind != Kind::Target);
        let by_end = |o: &&&Observation| o.period.end().last_day();
        let newest = measured.max_by_key(by_end).or(own().max_by_key(by_end));
        let newest = newest.map(|o| period(&o.period, lang));
        told.extend(newest.filter(|newest| !told.contains(newest)));
    }
    list_of_texts(&told, lang)
}

/// The caveats: definitions, notes on denominators that are not printed, and at most three remarks
/// on the figures, those on the newest first.
fn caveats(
    dataset: &Dataset,
    indicators: &[&Indicator],
    figures: &[&Observation],
    lang: Lang,
) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for indicator in indicators {
        notes.push(lang.of(&indicator.definition).to_owned());
        // That a score or a number has no denominator needs no caution.
        let note = indicator.denominator_note.as_ref();
        let note = note.filter(|_| indicator.measure == Measure::Rate);
        notes.extend(note.map(|note| lang.of(note).to_owned()));
    }
    let most = notes.len() + 3;
    let mut remarks: Vec<(&str, Vec<&Observation>)> = Vec::new();
    let mut newest_first = figures.to_vec();
    sort_stably(&mut newest_first, |a, b| b.period.chronological(&a.period));
    for figure in newest_first {
        for note in figure.notes.iter().map(|note| lang.of(note)) {
            match remarks.iter_mut().find(|(known, _)| *known == note) {
                Some((_, of)) => of.push(figure),
                None => remarks.push((note, vec![figure])),
            }
        }
    }
    for (note, of) in remarks {
        // A remark on only some of the figures names them.
        let whose = if of.len() < figures.len() {
            whose(dataset, figures, &of, lang)
        } else {
            String::new()
        };
        let note = format!("{whose}{note}");
        if notes.len() < most && !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// "Hà Nam (68,54%): ", "Bộ Tài chính (78,44%), Bộ Tư pháp (77,75%): ", "Cả nước (0,6961; 0,4014): ":
/// some of the figures, named by place if they are of several places, else by time.
fn whose(dataset: &Dataset, all: &[&Observation], of: &[&Observation], lang: Lang) -> String {
    /// Maximum number of figures that are named.
    const MOST: usize = 3;
    let first = all.first().map(|figure| &figure.entity);
    let is_of_several = all.iter().any(|figure| Some(&figure.entity) != first);
    let mut told = String::new();
    let mut last = String::new();
    for o in of.iter().take(MOST) {
        let name = match dataset.entity(&o.entity).filter(|_| is_of_several) {
            Some(entity) if o.kind == Kind::Target => target_name(entity, false, lang),
            Some(entity) => lang.of(&entity.name).to_owned(),
            None => capitalised(&time_of(o, lang)),
        };
        let value = o.quantity.map(|_| figure_of(o, lang));
        match (told.strip_suffix(')').filter(|_| last == name), value) {
            (Some(before), Some(value)) => told = format!("{before}; {value})"),
            (None, value) => {
                let comma = if told.is_empty() { "" } else { ", " };
                let value = value.map_or(String::new(), |value| format!(" ({value})"));
                told.push_str(&format!("{comma}{name}{value}"));
            }
            (Some(_), None) => {}
        }
        last = name;
    }
    if of.len() > MOST {
        let more = Key::AndMore.text(lang).replace("{n}", &(of.len() - MOST).to_string());
        told = format!("{told} {more}");
    }
    format!("{told}: ")
}

/// "Tỷ lệ hồ sơ … (%), năm 2024"; without a unit that the name of the measure holds: "Hồ sơ nộp …,
/// tháng 8/2024".
pub(super) fn unit_line(indicator: &Indicator, when: &str, lang: Lang) -> String {
    let official = lang.of(&indicator.official);
    let unit = match unit_words(indicator, lang) {
        unit if official.contains(unit) => String::new(),
        // No brackets behind brackets.
        unit if official.ends_with(')') => format!(", {unit}"),
        unit => format!(" ({unit})"),
    };
    let when = if when.is_empty() { String::new() } else { format!(", {when}") };
    format!("{}{unit}{when}", capitalised(official))
}

/// ", trục bắt đầu từ 0,5": what the unit line adds for an axis that does not begin at zero.
fn cut_note(from: Option<f64>, lang: Lang) -> String {
    let Some(from) = from else { return String::new() };
    let number = number(from, decimals_of(from, 6), lang);
    format!(", {} {number}", Key::AxisCut.text(lang))
}

impl ExhibitRow {
    /// The row of a figure.
    pub(super) fn of(
        asked: &Asked<'_>,
        observation: &Observation,
        ranks: Option<(RankSpan, String)>,
    ) -> Self {
        let (dataset, lang) = (asked.dataset, asked.lang);
        let (role, name) = match (observation.kind, dataset.entity(&observation.entity)) {
            (Kind::Target, Some(entity)) => (RowRole::Target, target_name(entity, false, lang)),
            _ => (RowRole::Unit, name_of(dataset, observation, lang).to_owned()),
        };
        let printed = observation.quantity.map_or_else(
            || Key::NotPrinted.text(lang).to_owned(),
            |quantity| figure(&quantity, lang),
        );
        let (span, rank) = ranks.unzip();
        let mut row = Self {
            role,
            entity: observation.entity.clone(),
            indicator: observation.indicator.clone(),
            observation: Some(observation.id.clone()),
            name,
            detail: String::new(),
            period: time_of(observation, lang),
            quantity: observation.quantity,
            interval: observation.interval,
            printed,
            allows: allowed(dataset, observation, lang),
            span,
            rank,
            source: printed_in(dataset, observation, lang),
            layer: observation.layer,
            focus: asked.stands_out(&observation.entity),
            spoken: String::new(),
        };
        row.spoken = row.aloud(lang);
        row
    }

    /// The row of a unit about which nothing is known.
    pub(super) fn unknown(asked: &Asked<'_>, entity: &Entity, when: &str) -> Self {
        let name = asked.lang.of(&entity.name).to_owned();
        let printed = Key::NoFigure.text(asked.lang).to_owned();
        Self {
            role: RowRole::Unit,
            entity: entity.id.clone(),
            indicator: asked.indicator.id.clone(),
            observation: None,
            detail: String::new(),
            period: when.to_owned(),
            quantity: None,
            interval: None,
            allows: String::new(),
            span: None,
            rank: None,
            source: String::new(),
            layer: Layer::Reports,
            focus: asked.stands_out(&entity.id),
            spoken: format!("{name}: {printed}"),
            name,
            printed,
        }
    }

    /// The same row as a reference; a target stays a target.
    pub(super) fn into_reference(self) -> Self {
        let role = if self.role == RowRole::Unit { RowRole::Reference } else { self.role };
        Self { role, ..self }
    }

    /// The same row with a detail that tells it from others of its name.
    pub(super) fn with_detail(mut self, detail: String, lang: Lang) -> Self {
        self.detail = detail;
        self.spoken = self.aloud(lang);
        self
    }

    /// "Hà Nam: 68,54% (từ 68,535% đến dưới 68,545%) · hạng 1 · năm 2024 · Tên bài".
    fn aloud(&self, lang: Lang) -> String {
        let detail =
            if self.detail.is_empty() { String::new() } else { format!(", {}", self.detail) };
        let rank = self.rank.as_ref().map_or(String::new(), |rank| {
            format!(" · {} {rank}", uncapitalised(Key::ColumnRank.text(lang)))
        });
        let Self { name, printed, allows, source, .. } = self;
        let when = if detail.contains(&self.period) || self.period.is_empty() {
            String::new()
        } else {
            format!(" · {}", self.period)
        };
        format!("{name}{detail}: {printed} ({allows}){rank}{when} · {source}")
    }
}

/// The ranks of a row, and the same in words.
pub(super) fn rank_words(span: Option<RankSpan>) -> Option<(RankSpan, String)> {
    span.map(|span| (span, rank(span)))
}
