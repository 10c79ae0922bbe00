//! A scatter plot of two indicators of the same units.

use super::labels::{AXIS, LINE, Label, Leg, SIZE, Spot, Taken, crosses, gap, legible, text_area};
use super::lines::tick_text;
use super::rows::NARROW;
use super::symbol::{Known, Side, sign, span};
use super::{Anchor, Area, HitArea, Placed, Role, Scale, Shape, Weight, text_width, wrap};
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

    /// Names at their signs, the chosen places first.
    fn place_names(&self, order: &[&Dot], placed: &mut Placed) {
        let Area { x, y, height, .. } = self.plot;
        let bounds = Area { x, y: y - 8.0, width: self.width - x, height: height + 8.0 };
        let mut names =
            Names { bounds, signs: Vec::new(), taken: Taken::default(), legs: Vec::new() };
        for dot in order {
            let (x, y) = self.at(dot);
            // A chosen place has a larger sign.
            let extra = if dot.rank == 0 { 2.0 } else { 0.0 };
            names.signs.push((dot.row, Area::around((x, y), extra)));
            for (known, scale, is_across) in
                [(dot.across, self.across, true), (dot.up, self.up, false)]
            {
                let Some((low, high)) = known.range((scale.min, scale.max)) else { continue };
                let (from, to) = (scale.px(low), scale.px(high));
                let long = (from - to).abs();
                let range = if is_across {
                    Area { x: from.min(to), y, width: long, height: 0.0 }
                } else {
                    Area { x, y: from.min(to), width: 0.0, height: long }
                };
                names.taken.areas.push(range);
                names.signs.push((dot.row, range));
            }
        }
        for rank in 0..=2 {
            let mut nameless: Vec<&Dot> =
                order.iter().filter(|dot| dot.rank == rank).copied().collect();
            for how in tries(rank) {
                nameless.retain(|dot| !names.place(dot, self.at(dot), &how, placed));
            }
        }
    }
}

/// Where a name may stand, and the end of its leader if it does not stand beside its sign.
type MaybeLed = (Spot, Option<(f64, f64)>);

/// By how much any other sign must be further from a name than its own, so that no reader can take
/// it for the name of that sign.
const CLEAR: f64 = 6.0;
/// Half the width of a sign.
const SIGN: f64 = 5.0;

/// How a name may be placed.
struct Try {
    /// Also with a leader.
    is_led: bool,
    /// Also with a leader that runs over other signs.
    is_over: bool,
    /// By how much other signs must be further away.
    clear: f64,
}

/// How the names of a rank may be placed, one after the other for all of them. Only what was chosen
/// or stands out gets a leader or stands close to others, only what was chosen among them.
fn tries(rank: u8) -> impl Iterator<Item = Try> {
    let all = [
        (false, false, CLEAR),
        (true, false, CLEAR),
        (true, false, 1.0),
        (true, true, CLEAR),
        (true, true, -CLEAR),
    ];
    let most = match rank {
        0 => all.len(),
        1 => 3,
        _ => 1,
    };
    all.into_iter().take(most).map(|(is_led, is_over, clear)| Try { is_led, is_over, clear })
}

/// The room for names.
struct Names {
    bounds: Area,
    /// What is drawn of each unit, by its row.
    signs: Vec<(usize, Area)>,
    /// Ranges and the names placed so far.
    taken: Taken,
    /// The leaders placed so far.
    legs: Vec<Leg>,
}

impl Names {
    /// Places a name where it fits best; whether it fits.
    fn place(&mut self, dot: &Dot, at: (f64, f64), how: &Try, placed: &mut Placed) -> bool {
        let is_chosen = dot.rank == 0;
        let weight = if is_chosen { Weight::Semibold } else { Weight::Regular };
        let fill = if is_chosen { legible(dot.color) } else { Role::Ink2 };
        let label = Label { content: &dot.name, size: SIZE, weight, fill };
        let mut spots =
            spots(at, dot.rank).into_iter().filter(|(_, end)| how.is_led || end.is_none());
        let found = spots.find(|spot| self.fits(spot, &label, (dot.row, at), how));
        let Some((spot, end)) = found else { return false };
        if let Some(end) = end {
            placed.path(vec![at, end], Role::Rule2, 1.0, None);
        }
        self.taken.write(&label, &[spot], self.bounds, placed);
        if let Some(end) = end {
            self.taken.lines.push((at, end));
            self.legs.push((at, end));
        }
        true
    }

    fn fits(
        &self,
        (spot, end): &MaybeLed,
        label: &Label<'_>,
        (row, at): (usize, (f64, f64)),
        how: &Try,
    ) -> bool {
        let area = text_area(spot.0, spot.1, label.size, label.weight, label.content);
        let ends = if how.clear < 0.0 { 0.0 } else { SIGN };
        let wide = Area { x: area.x - ends, width: area.width + 2.0 * ends, ..area };
        let of = |sign: &Area| gap(*sign, Area::around(at, 0.0));
        // A leader says whose name it is, so its sign counts as near.
        let own = end.map_or(of(&area), |_| 2.0 * SIGN);
        let least = (own + how.clear).max(SIGN);
        let mut others = self.signs.iter().filter(|(other, _)| *other != row);
        let is_led = end.is_none_or(|end| {
            let runs_through = |sign: &Area| of(sign) > SIGN && crosses(at, end, sign.grown(SIGN));
            !self.taken.areas.iter().any(runs_through)
                && !self.legs.iter().any(|leg| is_crossing(*leg, (at, end)))
                && (how.is_over || !others.clone().any(|(_, sign)| runs_through(sign)))
        });
        is_led
            && self.taken.is_free(area, self.bounds)
            && !self.taken.areas.iter().any(|other| gap(wide, *other) == 0.0)
            && !self.legs.iter().any(|(from, to)| crosses(*from, *to, wide))
            && others.all(|(_, sign)| gap(area, *sign) >= least)
    }
}

/// Where a name may stand at a sign, the best first; that of a chosen place also further away.
fn spots((x, y): (f64, f64), rank: u8) -> Vec<MaybeLed> {
    let mut found: Vec<MaybeLed> = vec![
        (((x + 10.0, y + 4.6), Anchor::Start), None),
        (((x - 10.0, y + 4.6), Anchor::End), None),
        (((x, y - 11.0), Anchor::Middle), None),
        (((x, y + 21.0), Anchor::Middle), None),
    ];
    let distances = [22.0, 36.0, 52.0, 76.0, 104.0, 140.0];
    for distance in distances.into_iter().take(if rank == 0 { 6 } else { 4 }) {
        for (across, up) in [
            (1.0, -1.0),
            (-1.0, -1.0),
            (1.0, 1.0),
            (-1.0, 1.0),
            (0.0, -1.2),
            (0.0, 1.2),
            (0.4, -1.2),
            (-0.4, -1.2),
            (0.4, 1.2),
            (-0.4, 1.2),
        ] {
            let to = (x + distance * across, y + distance * up);
            // The leader ends at the nearer end of the name.
            let (anchor, end) = if across == 0.0 {
                (Anchor::Middle, (to.0, to.1 - 7.5 * up))
            } else if across > 0.0 {
                (Anchor::Start, (to.0 - 3.0, to.1))
            } else {
                (Anchor::End, (to.0 + 3.0, to.1))
            };
            found.push((((to.0, to.1 + 4.6), anchor), Some(end)));
        }
    }
    found
}

/// Whether two lines cross; lines that share an end do not.
fn is_crossing((a, b): Leg, (c, d): Leg) -> bool {
    let side = |from: (f64, f64), to: (f64, f64), at: (f64, f64)| {
        (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}
