//! What a figure measures and where it is printed, in the few words of a caption or a table cell.

use super::check::change;
use super::figure::{big, interval_of, with_unit};
use super::outcome::{by_named_units, named_limits};
use super::{Key, NBSP, figure, kind_name, numbered_paragraphs, time_marked, time_of};
use crate::compare::is_part_of_a_score;
use crate::compare::vietnamese::uncapitalised;
use crate::data::{ChangeAs, Dataset, Indicator, Kind, Mention, Observation, Scope, Span};
use crate::quantity::{End, Unit};
use crate::view::Lang;

/// The unit as a caption writes it: "%", "thang 0–1", "hồ sơ"; empty for a bare count. A part of a
/// score has points instead of a scale.
pub fn unit_words(indicator: &Indicator, lang: Lang) -> &str {
    let (vi, en) = match indicator.unit {
        Unit::Percent | Unit::PercentChange => ("%", "%"),
        Unit::Points => ("điểm phần trăm", "percentage points"),
        Unit::Index01 => ("thang 0–1", "from 0 to 1"),
        Unit::Score100 if is_part_of_a_score(indicator) => ("điểm", "points"),
        Unit::Score100 => ("thang 0–100", "from 0 to 100"),
        Unit::Dong => ("đồng", "dong"),
        Unit::Times => ("lần", "times"),
        Unit::Rank => ("thứ hạng", "rank"),
        Unit::Hours => ("giờ", "hours"),
        Unit::Days => ("ngày", "days"),
        Unit::Years => ("năm", "years"),
        Unit::Count => return indicator.counted.as_ref().map_or("", |counted| lang.of(counted)),
    };
    lang.pick(vi, en)
}

/// What a figure allows, in words; empty where nothing is known.
pub fn allowed(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    dataset
        .indicator(&observation.indicator)
        .and_then(|indicator| interval_of(observation, indicator, lang))
        .unwrap_or_default()
}

/// Publication and paragraph of the first passage that prints a figure.
pub fn printed_in(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let first = observation.mentions.first();
    first.map_or(String::new(), |mention| mention_place(dataset, mention, lang))
}

/// Publication and paragraph: "Bản tin số liệu tháng 8/2024, đoạn 2", "tcnn.vn, đoạn 31". The list of
/// sources below has the whole title.
pub fn mention_place(dataset: &Dataset, mention: &Mention, lang: Lang) -> String {
    let document = dataset.document(&mention.source);
    let title = document.map_or("", |document| lang.of(document.name()));
    match mention.paragraph {
        Some(number) => {
            format!("{title}, {}", uncapitalised(&numbered_paragraphs(&[number], lang)))
        }
        None => title.to_owned(),
    }
}

/// The figure of a record in words: a change with its direction, a record without a number as it is
/// printed.
pub fn figure_of(observation: &Observation, lang: Lang) -> String {
    let Some(quantity) = observation.quantity else {
        return observation.mentions.first().map_or(String::new(), |m| m.printed.to_string());
    };
    // "Gấp 1,6 lần" has no direction. The ambiguous "tăng 2,5 lần" keeps its word.
    let has_direction = quantity.unit == Unit::PercentChange
        || observation.change.as_ref().is_some_and(|change| change.expressed != ChangeAs::Times);
    if has_direction { change(&quantity, lang) } else { figure(&quantity, lang) }
}

/// The official name of a measure and the time of a figure, without repetition. Says what of the
/// time was inferred.
pub fn measured_when(official: &str, o: &Observation, lang: Lang) -> String {
    let when = time_marked(o, &time_of(o, lang), lang);
    format!("{}, {when}", beside_time(official, &when))
}

/// The name of a measure beside the time of a figure, without an end that the time says again:
/// "hồ sơ nộp qua Cổng quốc gia", not "…, cộng dồn", beside "cộng dồn đến tháng 8/2024".
pub fn beside_time<'a>(name: &'a str, when: &str) -> &'a str {
    const TOTAL: &str = "cộng dồn";
    const CUMULATIVE: &str = "cumulative";
    // What a time begins with, and the end that says the same.
    const ALIKE: [(&str, &str); 6] = [
        ("từ đầu năm", "từ đầu năm"),
        (TOTAL, TOTAL),
        (TOTAL, "tính đến nay"),
        (TOTAL, "lũy kế đến nay"),
        (CUMULATIVE, CUMULATIVE),
        (CUMULATIVE, "to date"),
    ];
    let mut told = ALIKE.iter().filter(|(time, _)| when.starts_with(time));
    let shorter = told.find_map(|(_, end)| name.strip_suffix(end));
    shorter.map_or(name, |shorter| shorter.trim_end_matches([' ', ',']))
}

/// What is known of a record: its figure in words, or what a list allows, by the printed figures of
/// the units that end the list: "từ 9,7% đến 63,9%".
pub fn known(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    match (o.quantity, o.interval) {
        (None, Some(_)) => {
            by_named_units(dataset, o, false, lang).unwrap_or_else(|| allowed(dataset, o, lang))
        }
        _ => figure_of(o, lang),
    }
}

/// The same in as few signs as a tile of a map has room for: "≤ 56,6%", "9,7–63,9%".
pub fn known_briefly(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let Some(interval) = o.interval.filter(|_| o.quantity.is_none()) else {
        return o.quantity.map_or(String::new(), |quantity| figure(&quantity, lang));
    };
    let unit = dataset.indicator(&o.indicator).map_or(Unit::Count, |indicator| indicator.unit);
    let written = |end: End| end.value().map(|value| with_unit(&big(value, lang), unit, lang));
    let limits = match named_limits(dataset, o, false, lang) {
        Some(limits) if limits != (None, None) => limits,
        _ => (written(interval.low()), written(interval.high())),
    };
    match limits {
        (Some(low), Some(high)) => format!("{}–{high}", low.trim_end_matches('%')),
        (Some(low), None) => format!("≥{NBSP}{low}"),
        (None, Some(high)) => format!("≤{NBSP}{high}"),
        (None, None) => String::new(),
    }
}

/// What sort of number a count or an amount is, to tell those of a month from those added up over
/// years: "cộng dồn", "trong một tháng"; for a figure that is not measured, its kind. Empty where
/// neither is needed.
pub fn nature(observation: &Observation, lang: Lang) -> &'static str {
    const MONTH_DAYS: u32 = 32;
    if observation.kind != Kind::Observation {
        return kind_name(observation.kind, lang);
    }
    // A duration belongs neither to a period nor to a date.
    let is_counted = |unit: Unit| unit.is_additive() && !is_time(unit);
    if !observation.quantity.is_some_and(|quantity| is_counted(quantity.unit)) {
        return "";
    }
    let is_short = observation.period.days().is_some_and(|days| days <= MONTH_DAYS);
    let (vi, en) = match observation.period.span {
        Span::SinceStart { .. } => ("Cộng dồn", "Cumulative"),
        Span::During { .. } if is_short => ("Trong một tháng", "Of one month"),
        Span::During { .. } => ("Trong kỳ", "Over the period"),
        Span::AsOf(_) | Span::From(_) => ("Số tại thời điểm", "At that date"),
    };
    lang.pick(vi, en)
}

fn is_time(unit: Unit) -> bool {
    matches!(unit, Unit::Hours | Unit::Days | Unit::Years)
}

/// Marks what no text prints: "từ 10% đến dưới 50% (suy ra)".
pub fn marked_inferred(told: &str, lang: Lang) -> String {
    format!("{told} ({})", Key::Inferred.text(lang))
}

/// A figure in words, with a note where it counts only some branches of its unit.
pub fn marked_partial(told: String, o: &Observation, lang: Lang) -> String {
    if o.scope == Scope::Partial {
        format!("{told} ({})", Key::PartlyCounted.text(lang))
    } else {
        told
    }
}
