//! The pictures of the stories, each in the form that its panel names.

mod tiles;

use self::tiles::tiles;
use super::squares::{SquareRow, SquareSpec};
use super::timeline::{Moment, TimelineSpec};
use super::{
    BarRow, BarSpec, MapKey, MapSpec, MapTile, Role, Shade, Spec, entity_role, entity_shape,
    panel_bars,
};
use crate::compare::vietnamese::capitalised;
use crate::compare::{evaluate, sort_stably};
use crate::data::{Check, Dataset, Form, Kind, Observation, Operand, Panel, Story};
use crate::quantity::arithmetic::Derived;
use crate::quantity::{End, Hedge, Interval, Quantity, Unit, magnitude};
use crate::text::{Key, computed, due, figure, label_of, moment};
use crate::view::Lang;

/// The picture of a panel; `None` where it is a table.
pub fn story_picture(dataset: &Dataset, story: &Story, panel: &Panel, lang: Lang) -> Option<Spec> {
    Some(match panel.form {
        Form::Bars => Spec::Bars(panel_bars(panel, &story.pair, dataset, lang)),
        Form::Dots => {
            Spec::Dots(BarSpec { is_whole: true, ..panel_bars(panel, &[], dataset, lang) })
        }
        Form::Squares => Spec::Squares(squares(dataset, panel, lang)?),
        Form::Columns | Form::Scale => Spec::Bars(with_computed(dataset, panel, lang)),
        Form::Timeline => Spec::Timeline(timeline(dataset, panel, lang)),
        Form::Tiles => Spec::Map(tiles(dataset, panel, lang)),
        Form::Targets => return None,
    })
}

/// What a story picture shows, in words: each name with its figure.
pub fn picture_in_words(picture: &Spec) -> Vec<String> {
    let told = |name: &str, label: &str| format!("{name}: {label}");
    match picture {
        Spec::Bars(spec) | Spec::Dots(spec) => {
            let rows = spec.rows.iter().map(|row| told(&row.name, &row.label));
            rows.chain(spec.lines.iter().map(|line| line.label.clone())).collect()
        }
        Spec::Squares(spec) => spec.rows.iter().map(|row| told(&row.name, &row.label)).collect(),
        Spec::Timeline(spec) => {
            let moments = spec.moments.iter();
            moments.map(|at| format!("{}, {}: {}", at.measure, at.date, at.value)).collect()
        }
        Spec::Map(MapSpec { tiles, key: MapKey::Known(meanings), .. }) => {
            let of = |wanted| tiles.iter().filter(move |tile| tile.shade == wanted);
            let name =
                |tile: &MapTile| format!("{} {}", tile.name, tile.label).trim_end().to_owned();
            let each = meanings.iter().map(|(shade, words)| match shade {
                Shade::Blank => told(words, &of(*shade).count().to_string()),
                _ => told(words, &of(*shade).map(name).collect::<Vec<_>>().join(", ")),
            });
            each.collect()
        }
        _ => Vec::new(),
    }
}

/// What a row is named after: its time if the figures share a measure only, else its measure.
fn name(dataset: &Dataset, panel: &Panel, o: &Observation, lang: Lang) -> String {
    let figures = dataset.figures(&panel.observations);
    let is_one_measure = figures.iter().all(|other| other.indicator == o.indicator);
    let is_one_time = figures.iter().all(|other| other.period.same_span(&o.period));
    if is_one_measure && !is_one_time {
        return capitalised(&crate::text::period(&o.period, lang));
    }
    capitalised(label_of(dataset, o, lang))
}

/// Printed figures as full bars, computed ones paler and marked as computed here. In columns, if
/// each printed figure has a computed one, the latter stands first: it covers the months before.
fn with_computed(dataset: &Dataset, panel: &Panel, lang: Lang) -> BarSpec {
    let (computed, of) = computed_rows(dataset, panel, lang);
    let printed = dataset.figures(&panel.observations);
    let unit = printed.iter().rev().find_map(|o| o.quantity).map(|quantity| quantity.unit).or(of);
    let printed = printed.into_iter().map(|o| printed_row(dataset, panel, o, lang));
    let rows = if panel.form == Form::Columns && computed.len() == printed.len() {
        computed.into_iter().zip(printed).flat_map(|(before, row)| [before, row]).collect()
    } else {
        computed.into_iter().chain(printed).collect()
    };
    BarSpec {
        rows,
        gap: None,
        lines: Vec::new(),
        unit: unit.unwrap_or(Unit::Count),
        rank_heading: "",
        is_whole: false,
        is_part: false,
        lang,
    }
}

/// The values that checks compute, as rows, and the unit of the first.
fn computed_rows(dataset: &Dataset, panel: &Panel, lang: Lang) -> (Vec<BarRow>, Option<Unit>) {
    let mut unit = None;
    let mut rows = Vec::new();
    for check in panel.computed.iter().filter_map(|id| dataset.check(id)) {
        let Some(found) = evaluate(dataset, check).computed else { continue };
        unit = unit.or(Some(found.unit));
        let label = check.label.as_ref().unwrap_or(&check.statement);
        let told = at_least(dataset, check, &found).unwrap_or(found);
        let (quantity, color) = drawn(&told, COLOR);
        rows.push(BarRow {
            // After the figure it would be cut off on a phone.
            name: format!("{} ({})", lang.of(label), Key::ComputedHere.text(lang)),
            quantity,
            interval: Some(told.interval),
            label: computed(&told, lang),
            color,
            ..BLANK
        });
    }
    (rows, unit)
}

fn printed_row(dataset: &Dataset, panel: &Panel, o: &Observation, lang: Lang) -> BarRow {
    BarRow {
        name: name(dataset, panel, o, lang),
        quantity: o.quantity,
        interval: o.interval,
        label: o.quantity.map_or(String::new(), |quantity| figure(&quantity, lang)),
        ..BLANK
    }
}

/// The hue of rows and squares in stories; computed values may be paler.
const COLOR: Role = Role::Category(2);

/// A row of a story without its figure: none has a rank, and none stands out.
const BLANK: BarRow = BarRow {
    name: String::new(),
    rank: None,
    quantity: None,
    interval: None,
    label: String::new(),
    color: COLOR,
    shape: super::Shape::Square,
    focus: false,
};

/// A wide span that rests on a "hơn" (more than), as its rounded lower limit: "more than 47 000"
/// for 47 200 to 49 000.
fn at_least(dataset: &Dataset, check: &Check, found: &Derived) -> Option<Derived> {
    let (low, high) = found.interval.low().value().zip(found.interval.high().value())?;
    let is_more = |operand: &Operand| {
        let quantity = dataset.observation(&operand.observation).and_then(|o| o.quantity);
        quantity.is_some_and(|quantity| matches!(quantity.hedge, Hedge::Above(_)))
    };
    if is_narrow(low, high) || !check.operands.iter().any(is_more) {
        return None;
    }
    let step = 10f64.powi(magnitude(high - low));
    let low = End::Closed((low / step).floor() * step);
    Some(Derived { interval: Interval::new(low, End::Unbounded), ..*found })
}

/// Whether a computed span is drawn as one value.
fn is_narrow(low: f64, high: f64) -> bool {
    high - low < 0.02 * high
}

/// How a computed value is drawn: paler than a printed one, and open if only a lower limit follows.
fn drawn(found: &Derived, color: Role) -> (Option<Quantity>, Role) {
    match (found.interval.low().value(), found.interval.high().value()) {
        (Some(low), None) => {
            (Some(Quantity::exact(low, 1.0, found.unit).hedged(Hedge::AtLeast)), color)
        }
        (Some(low), Some(high)) if is_narrow(low, high) => {
            (Some(Quantity::exact(f64::midpoint(low, high), 1.0, found.unit)), color.washed())
        }
        _ => (None, color),
    }
}

/// Counts of provinces, the largest first.
fn squares(dataset: &Dataset, panel: &Panel, lang: Lang) -> Option<SquareSpec> {
    let mut figures = dataset.figures(&panel.observations);
    let count = |o: &Observation| o.quantity.and_then(|q| q.value()).unwrap_or(0.0);
    sort_stably(&mut figures, |a, b| count(b).total_cmp(&count(a)));
    let whole = figures.iter().find_map(|o| o.quantity?.denominator)?;
    let row = |o: &&Observation| SquareRow {
        name: capitalised(label_of(dataset, o, lang)),
        count: count(o) as u16,
        label: o.quantity.map_or(String::new(), |quantity| figure(&quantity, lang)),
    };
    let rows = figures.iter().map(row).collect();
    Some(SquareSpec { rows, of: whole as u16, color: COLOR })
}

/// Figures in chronological order, none joined to another.
fn timeline(dataset: &Dataset, panel: &Panel, lang: Lang) -> TimelineSpec {
    let mut figures = dataset.figures(&panel.observations);
    figures.extend(dataset.figures(&panel.targets));
    sort_stably(&mut figures, |a, b| a.period.chronological(&b.period));
    let mut before: Option<&Observation> = None;
    let mut moments = Vec::new();
    for o in figures {
        let found = dataset.entity(&o.entity).zip(dataset.indicator(&o.indicator)).zip(o.quantity);
        let Some(((entity, indicator), quantity)) = found else { continue };
        let is_target = o.kind == Kind::Target;
        let date = if is_target {
            format!("{} {}", Key::Target.text(lang), due(o.period.end(), lang))
        } else {
            capitalised(&moment(&o.period, lang))
        };
        moments.push(Moment {
            date,
            value: figure(&quantity, lang),
            measure: capitalised(lang.of(&indicator.label)),
            color: entity_role(entity),
            shape: entity_shape(entity),
            is_target,
            is_new: before.is_some_and(|before| before.indicator != o.indicator),
        });
        before = Some(o);
    }
    TimelineSpec { moments }
}
