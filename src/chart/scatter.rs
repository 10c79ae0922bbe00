//! A scatter plot of two indicators of the same units.

use super::labels::{AXIS, LINE, Label, SIZE, Taken, legible};
use super::lines::tick_text;
use super::rows::NARROW;
use super::symbol::{Known, Side, sign, span};
use super::{Anchor, Area, HitArea, Mark, Placed, Role, Scale, Shape, Weight, text_width, wrap};
use crate::quantity::Unit;
use crate::view::Lang;

/// One unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Name.
    pub name: String,
    /// Its figure across.
    pub across: Known,
    /// Its figure upwards.
    pub up: Known,
    /// Hue.
    pub color: Role,
    /// Sign.
    pub shape: Shape,
    /// Priority of its name: 0 named places, 1 extremes, 2 others, named only beside their sign.
    pub rank: u8,
    /// Row of its first figure in the exhibit.
    pub row: usize,
}

/// One axis of a scatter plot.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterAxis {
    /// What it measures, with its period.
    pub title: String,
    /// Its unit.
    pub unit: Unit,
}

/// What a scatter plot shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterSpec {
    /// The units.
    pub dots: Vec<Dot>,
    /// The axis across.
    pub across: ScatterAxis,
    /// The axis upwards.
    pub up: ScatterAxis,
    /// Language.
    pub lang: Lang,
}

/// Places a scatter plot at a width.
pub(super) fn place_scatter(spec: &ScatterSpec, width: f64) -> Placed {
    let is_drawn = |dot: &&Dot| dot.across.at().is_some() && dot.up.at().is_some();
    let chart = Chart::new(spec, width);
    let height = chart.bottom() + 30.0 + chart.foot.len() as f64 * LINE;
    let mut placed = Placed { width, height, reach: 30.0, ..Placed::default() };
    chart.place_axes(&mut placed);
    // Dots that stand out lie on top.
    let mut order: Vec<&Dot> = spec.dots.iter().filter(is_drawn).collect();
    crate::compare::sort_stably(&mut order, |a, b| b.rank.cmp(&a.rank));
    for dot in &order {
        chart.place_dot(dot, &mut placed);
    }
    chart.place_names(&order, &mut placed);
    for dot in spec.dots.iter().filter(is_drawn) {
        placed.targets.push(HitArea { area: Area::around(chart.at(dot), 8.0), row: dot.row });
    }
    placed
}

struct Chart<'a> {
    spec: &'a ScatterSpec,
    plot: Area,
    across: Scale,
    up: Scale,
    /// Titles of the axes, broken into lines.
    head: Vec<String>,
    foot: Vec<String>,
    width: f64,
}

impl<'a> Chart<'a> {
    fn new(spec: &'a ScatterSpec, width: f64) -> Self {
        let over = |known: fn(&Dot) -> Known, unit: Unit| {
            let scale = Scale::over(spec.dots.iter().flat_map(|dot| known(dot).ends()), unit);
            // An open side must have room to be seen as open.
            let is_open = spec.dots.iter().any(|dot| known(dot).side == Side::Above);
            let most = unit.bounds().high().value().filter(|_| is_open);
            most.map_or(scale, |max| Scale { max, ..scale })
        };
        let (across, up) =
            (over(|dot| dot.across, spec.across.unit), over(|dot| dot.up, spec.up.unit));
        let ticks = up.ticks(4);
        let numbers =
            (0..ticks.len()).map(|at| tick_text(&up, &ticks, at, spec.up.unit, spec.lang));
        let left = numbers.map(|n| text_width(&n, AXIS, Weight::Regular)).fold(0.0, f64::max) + 8.0;
        let title = |words: &str| wrap(words, width, SIZE, Weight::Regular);
        let (head, foot) = (title(&spec.up.title), title(&spec.across.title));
        let top = head.len() as f64 * LINE + 14.0;
        let tall = if width < NARROW { width * 0.95 } else { (width * 0.6).min(420.0) };
        let plot = Area { x: left, y: top, width: width - left - 14.0, height: tall };
        Self {
            spec,
            plot,
            across: across.along(plot.x, plot.width),
            up: up.along(top + tall, -tall),
            head,
            foot,
            width,
        }
    }

    fn bottom(&self) -> f64 {
        self.plot.y + self.plot.height
    }

    fn at(&self, dot: &Dot) -> (f64, f64) {
        let px = |scale: &Scale, known: &Known| scale.px(known.at().unwrap_or(scale.min));
        (px(&self.across, &dot.across), px(&self.up, &dot.up))
    }

    fn place_axes(&self, placed: &mut Placed) {
        let Area { x, y, width, height } = self.plot;
        let lang = self.spec.lang;
        let tone = |tick: f64| if tick == 0.0 { Role::Ink } else { Role::Rule };
        let regular = Weight::Regular;
        let ticks = self.up.ticks(4);
        for (at, tick) in ticks.iter().enumerate() {
            let level = self.up.px(*tick).round();
            placed.line((x, level), (x + width, level), tone(*tick), 1.0);
            let number = tick_text(&self.up, &ticks, at, self.spec.up.unit, lang);
            let at = (x - 8.0, level + 4.5);
            placed.write(at, Anchor::End, AXIS, regular, Role::Ink3, &number);
        }
        let most = if width < 200.0 { 2 } else { 4 };
        let ticks = self.across.ticks(most);
        let numbers = ticks.iter().enumerate().map(|(at, tick)| {
            let is_last = at + 1 == ticks.len();
            let place = self.across.px(*tick).round();
            let number = self.across.text(*tick, (most, is_last), self.spec.across.unit, lang);
            let wide = text_width(&number, AXIS, regular);
            (place, number, (place - wide / 2.0).min(self.width - wide), wide)
        });
        let numbers: Vec<_> = numbers.collect();
        // The last number has the unit and stays; those that would touch it are left out.
        let end = numbers.last().map_or(0.0, |(_, _, left, _)| *left);
        let mut free = 0.0;
        for ((place, number, left, wide), tick) in numbers.into_iter().zip(&ticks) {
            placed.line((place, y), (place, y + height), tone(*tick), 1.0);
            if left >= free && (left == end || left + wide + 6.0 <= end) {
                let at = (left, y + height + 21.0);
                placed.write(at, Anchor::Start, AXIS, regular, Role::Ink3, &number);
                free = left + wide + 6.0;
            }
        }
        for (at, words) in self.head.iter().enumerate() {
            let at = (0.0, 13.0 + at as f64 * LINE);
            placed.write(at, Anchor::Start, SIZE, regular, Role::Ink2, words);
        }
        for (at, words) in self.foot.iter().enumerate() {
            let at = (self.width, y + height + 41.0 + at as f64 * LINE);
            placed.write(at, Anchor::End, SIZE, regular, Role::Ink2, words);
        }
    }

    fn place_dot(&self, dot: &Dot, placed: &mut Placed) {
        let (x, y) = self.at(dot);
        let (left, right) = (self.plot.x, self.plot.x + self.plot.width);
        let limits = (self.across.min, self.across.max);
        span(
            &dot.across,
            |value| (self.across.px(value).clamp(left, right), y),
            limits,
            dot.color,
            placed,
        );
        let limits = (self.up.min, self.up.max);
        span(&dot.up, |value| (x, self.up.px(value)), limits, dot.color, placed);
        let radius = if dot.rank == 0 { 7.0 } else { 4.5 };
        // If either figure is a range, there is no sign; if either is not exact, a hollow one.
        let both = [dot.across, dot.up];
        let of = |is_meant: fn(Side) -> bool| both.iter().find(move |known| is_meant(known.side));
        let loose = of(|side| side == Side::Between).or(of(|side| side != Side::Exact));
        sign(loose.unwrap_or(&dot.up), dot.shape, (x, y), (radius, dot.color), placed);
    }

    /// Names beside the signs, by rank; ranks 0 and 1 get a leader where there is no room.
    fn place_names(&self, order: &[&Dot], placed: &mut Placed) {
        let mut taken = Taken::default();
        taken.areas.extend(order.iter().map(|dot| Area::around(self.at(dot), 5.0)));
        for dot in order {
            let (x, y) = self.at(dot);
            for (known, is_across) in [(dot.across, true), (dot.up, false)] {
                if matches!(known.side, Side::Exact | Side::About) {
                    continue;
                }
                let ends = [known.low.unwrap_or(f64::MIN), known.high.unwrap_or(f64::MAX)];
                let [from, to] = if is_across {
                    ends.map(|end| (self.across.px(end), y))
                } else {
                    ends.map(|end| (x, self.up.px(end)))
                };
                taken.lines.push((from, to));
            }
        }
        let Area { x, y, height, .. } = self.plot;
        let bounds = Area { x, y: y - 8.0, width: self.width - x, height: height + 8.0 };
        for rank in 0..=2 {
            for dot in order.iter().filter(|dot| dot.rank == rank) {
                self.place_name(dot, bounds, &mut taken, placed);
            }
        }
    }

    fn place_name(&self, dot: &Dot, bounds: Area, taken: &mut Taken, placed: &mut Placed) {
        let (x, y) = self.at(dot);
        let is_focus = dot.rank == 0;
        let weight = if is_focus { Weight::Semibold } else { Weight::Regular };
        let fill = if is_focus { legible(dot.color) } else { Role::Ink2 };
        let label = Label { content: &dot.name, size: SIZE, weight, fill };
        let beside = [
            ((x + 10.0, y + 4.6), Anchor::Start),
            ((x - 10.0, y + 4.6), Anchor::End),
            ((x, y - 11.0), Anchor::Middle),
            ((x, y + 21.0), Anchor::Middle),
        ];
        if taken.write(&label, &beside, bounds, placed).is_some() || dot.rank > 1 {
            return;
        }
        // Further away, around the sign, with a leader to the nearer end of the name.
        for distance in [22.0, 36.0, 52.0] {
            for (across, up) in
                [(1.0, -1.0), (-1.0, -1.0), (1.0, 1.0), (-1.0, 1.0), (0.0, -1.2), (0.0, 1.2)]
            {
                let (to_x, to_y) = (x + distance * across, y + distance * up);
                let anchor = match across {
                    1.0 => Anchor::Start,
                    -1.0 => Anchor::End,
                    _ => Anchor::Middle,
                };
                let place = ((to_x, to_y + 4.6), anchor);
                let gap = if across == 0.0 { (0.0, -9.0 * up) } else { (-3.0 * across, 0.0) };
                let end = (to_x + gap.0, to_y + gap.1);
                if taken.is_clear((x, y), end)
                    && taken.write(&label, &[place], bounds, placed).is_some()
                {
                    taken.lines.push(((x, y), end));
                    let points = vec![(x, y), end];
                    let leader = Mark::Path { points, stroke: Role::Rule2, width: 1.0, dash: None };
                    let at = placed.marks.len().saturating_sub(1);
                    placed.marks.insert(at, leader);
                    return;
                }
            }
        }
    }
}
