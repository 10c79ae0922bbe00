//! What a figure measures and where it stands, in the few words of a caption or a table cell.

use super::figure::interval_of;
use super::{Key, NBSP};
use crate::compare::vietnamese::uncapitalised;
use crate::data::{Dataset, Indicator, Observation};
use crate::quantity::Unit;
use crate::view::Lang;

/// The unit as a caption writes it: "%", "thang 0–1", "hồ sơ"; empty for a bare count.
pub fn unit_words(indicator: &Indicator, lang: Lang) -> &str {
    let (vi, en) = match indicator.unit {
        Unit::Percent | Unit::PercentChange => ("%", "%"),
        Unit::Points => ("điểm phần trăm", "percentage points"),
        Unit::Index01 => ("thang 0–1", "from 0 to 1"),
        Unit::Score100 => ("thang 0–100", "from 0 to 100"),
        Unit::Dong => ("đồng", "dong"),
        Unit::Times => ("lần", "times"),
        Unit::Rank => ("thứ hạng", "rank"),
        Unit::Hours => ("giờ", "hours"),
        Unit::Days => ("ngày", "days"),
        Unit::Years => ("năm", "years"),
        Unit::Count => return indicator.counted.as_ref().map_or("", |counted| lang.of(counted)),
    };
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}

/// What a figure allows, in words; empty where nothing is known.
pub fn allowed(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    dataset
        .indicator(&observation.indicator)
        .and_then(|indicator| interval_of(observation, indicator, lang))
        .unwrap_or_default()
}

/// Publication and paragraph of the place that prints a figure.
pub fn printed_in(dataset: &Dataset, observation: &Observation, lang: Lang) -> String {
    let Some(mention) = observation.mentions.first() else { return String::new() };
    let title = dataset.document(&mention.source).map_or("", |document| lang.of(&document.title));
    match mention.paragraph {
        Some(number) => {
            format!("{title}, {}{NBSP}{number}", uncapitalised(Key::Paragraph.text(lang)))
        }
        None => title.to_owned(),
    }
}
