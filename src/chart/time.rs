//! A time axis: maps dates to pixels, leaves room for every break and writes the dates below.

use super::labels::AXIS;
use super::{Anchor, Area, Placed, Role, Weight, text_width};
use crate::data::Date;
use crate::view::Lang;

/// Pixels of the axis that a break takes.
const BREAK: f64 = 34.0;
/// Pixels between the ends of the plot and the first and the last date.
const PAD: f64 = 9.0;

pub(super) struct TimeAxis {
    /// The dates that have figures, in order, each once, with whether it stands for a whole year.
    dates: Vec<(Date, bool)>,
    /// First days of new definitions that lie between them, in order.
    breaks: Vec<u32>,
    start: f64,
    length: f64,
}

impl TimeAxis {
    pub(super) fn new(
        dates: impl Iterator<Item = (Date, bool)>,
        breaks: &[Date],
        plot: Area,
    ) -> Self {
        let mut known: Vec<(Date, bool)> = Vec::new();
        for (date, is_year) in dates {
            match known.iter_mut().find(|(other, _)| other.last_day() == date.last_day()) {
                // The same date may stand for a year in one figure and for a month in another.
                Some(found) => found.1 = found.1 && is_year,
                None => known.push((date, is_year)),
            }
        }
        crate::compare::sort_stably(&mut known, |a, b| a.0.last_day().cmp(&b.0.last_day()));
        let first = known.first().map_or(0, |(date, _)| date.last_day());
        let last = known.last().map_or(0, |(date, _)| date.last_day());
        let between = |day: &u32| first < *day && *day <= last;
        let mut breaks: Vec<u32> =
            breaks.iter().map(|date| date.first_day()).filter(between).collect();
        crate::compare::sort_stably(&mut breaks, u32::cmp);
        Self { dates: known, breaks, start: plot.x + PAD, length: plot.width - 2.0 * PAD }
    }

    /// Pixel of the last day of a date.
    pub(super) fn px(&self, date: Date) -> f64 {
        self.of_day(date.last_day(), self.breaks_until(date.last_day()))
    }

    fn breaks_until(&self, day: u32) -> usize {
        self.breaks.iter().filter(|broken| **broken <= day).count()
    }

    fn of_day(&self, day: u32, breaks: usize) -> f64 {
        let first = self.dates.first().map_or(0, |(date, _)| date.last_day());
        let last = self.dates.last().map_or(0, |(date, _)| date.last_day());
        if first == last {
            return self.start + self.length / 2.0;
        }
        let share = (f64::from(day) - f64::from(first)) / f64::from(last - first);
        let room = self.length - BREAK * self.breaks.len() as f64;
        self.start + share * room + BREAK * breaks as f64
    }

    /// x of the middle of each break.
    pub(super) fn breaks(&self) -> impl Iterator<Item = f64> {
        self.breaks.iter().enumerate().map(|(at, day)| self.of_day(*day, at) + BREAK / 2.0)
    }

    /// Whether every date stands for a whole year: one line of numbers is enough then.
    fn only_years(&self) -> bool {
        self.dates.iter().all(|(_, is_year)| *is_year)
    }

    /// Height of what stands below the plot.
    pub(super) fn height(&self) -> f64 {
        if self.only_years() { 26.0 } else { 44.0 }
    }

    /// Ticks, months and years below the plot. The ends are written first; a text that would touch
    /// an earlier one is left out.
    pub(super) fn place(&self, bottom: f64, width: f64, lang: Lang, placed: &mut Placed) {
        let mut row = Row { width, baseline: bottom + 19.0, spans: Vec::new() };
        let order = ends_first(self.dates.len());
        for (date, _) in order.into_iter().filter_map(|at| self.dates.get(at)) {
            let x = self.px(*date);
            placed.line((x.round(), bottom), (x.round(), bottom + 4.0), Role::Ink3, 1.0);
            if self.only_years() {
                row.write(x, &date.year.to_string(), Weight::Semibold, Role::Ink, placed);
            } else {
                row.write(x, &month(*date, lang), Weight::Regular, Role::Ink3, placed);
            }
        }
        if self.only_years() {
            return;
        }
        let mut years = Row { width, baseline: bottom + 37.0, spans: Vec::new() };
        let mut groups: Vec<(u16, f64, f64)> = Vec::new();
        for (date, _) in &self.dates {
            let x = self.px(*date);
            match groups.last_mut().filter(|group| group.0 == date.year) {
                Some(group) => group.2 = x,
                None => groups.push((date.year, x, x)),
            }
        }
        let order = ends_first(groups.len());
        for (year, from, to) in order.into_iter().filter_map(|at| groups.get(at)) {
            let middle = f64::midpoint(*from, *to);
            years.write(middle, &year.to_string(), Weight::Semibold, Role::Ink, placed);
        }
    }
}

/// The first, the last, then those between.
fn ends_first(count: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    if let Some(last) = count.checked_sub(1).filter(|last| *last > 1) {
        order.remove(last);
        order.insert(1, last);
    }
    order
}

/// "12", "26/10"; "Dec", "26 Oct".
fn month(date: Date, lang: Lang) -> String {
    let number = date.month.unwrap_or(12);
    let name = match lang {
        Lang::Vi => number.to_string(),
        Lang::En => crate::text::month_short(number).to_owned(),
    };
    match (date.day, lang) {
        (Some(day), Lang::Vi) => format!("{day}/{name}"),
        (Some(day), Lang::En) => format!("{day}{}{name}", crate::text::NBSP),
        (None, _) => name,
    }
}

/// A line of texts that do not overlap.
struct Row {
    width: f64,
    baseline: f64,
    spans: Vec<(f64, f64)>,
}

impl Row {
    fn write(&mut self, x: f64, content: &str, weight: Weight, fill: Role, placed: &mut Placed) {
        let wide = text_width(content, AXIS, weight);
        let left = (x - wide / 2.0).min(self.width - wide).max(0.0);
        let span = (left - 4.0, left + wide + 4.0);
        if self.spans.iter().all(|(from, to)| span.1 <= *from || span.0 >= *to) {
            self.spans.push(span);
            let at = (left, self.baseline);
            placed.write(at, Anchor::Start, AXIS, weight, fill, content);
        }
    }
}
