//! How far apart two figures are, in the same words for every sentence.

use super::NBSP;
use super::figure::computed;
use crate::data::{Indicator, Text};
use crate::quantity::Unit;
use crate::quantity::arithmetic::Derived;
use crate::view::Lang;

/// The distance between two figures of an indicator, for use after "cao hơn" or before "above":
/// "47,20 điểm phần trăm", "0,0790 điểm", "ít nhất 12,8 điểm phần trăm", "1.600 hồ sơ". `None`
/// where the printed figures do not tell its size.
pub fn gap(found: &Derived, indicator: &Indicator, lang: Lang) -> Option<String> {
    Some(without_hedge(&shortfall(found, indicator, lang)?, lang))
}

/// Like [`gap`], for use after "còn thiếu" or before "short", where "hơn 20" reads well.
pub(super) fn shortfall(found: &Derived, indicator: &Indicator, lang: Lang) -> Option<String> {
    if !found.is_told() {
        return None;
    }
    let said = with_points(&computed(found, lang), found.unit, lang);
    let is_number = found.unit == Unit::Count && indicator.unit == Unit::Count;
    let things = indicator.counted.as_ref().filter(|_| is_number);
    Some(things.map_or(said.clone(), |things| number_of(&said, things, lang)))
}

/// The word that says which way a gap lies: behind it in English, before it in Vietnamese. Numbers
/// of things and sums of money are more or less, everything else is higher or lower.
pub(super) fn gap_word(unit: Unit, is_more: bool, lang: Lang) -> &'static str {
    match (unit, is_more, lang) {
        (Unit::Count | Unit::Dong, true, Lang::Vi) => "nhiều hơn",
        (Unit::Count | Unit::Dong, false, Lang::Vi) => "ít hơn",
        (_, true, Lang::Vi) => "cao hơn",
        (_, false, Lang::Vi) => "thấp hơn",
        (Unit::Count | Unit::Dong, true, Lang::En) => "more than",
        (Unit::Count, false, Lang::En) => "fewer than",
        (Unit::Dong, false, Lang::En) => "less than",
        (_, true, Lang::En) => "above",
        (_, false, Lang::En) => "below",
    }
}

/// A number with what it counts, in the singular where English needs it: "1 province".
pub(super) fn number_of(number: &str, things: &Text, lang: Lang) -> String {
    let things = lang.of(things);
    let is_one = lang == Lang::En && number == "1";
    let things = if is_one { things.strip_suffix('s').unwrap_or(things) } else { things };
    format!("{number}{NBSP}{things}")
}

/// Adds "điểm" to the difference of two scores, which have no unit of their own.
pub(super) fn with_points(gap: &str, unit: Unit, lang: Lang) -> String {
    match (unit, lang) {
        (Unit::Index01 | Unit::Score100, Lang::Vi) => format!("{gap}{NBSP}điểm"),
        (Unit::Index01 | Unit::Score100, Lang::En) => format!("{gap} points"),
        _ => gap.to_owned(),
    }
}

/// Avoids "cao hơn hơn 48 điểm" and "cao hơn dưới 5 điểm".
fn without_hedge(gap: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return gap.to_owned();
    }
    for (word, instead) in [("hơn", "ít nhất"), ("trên", "ít nhất"), ("dưới", "chưa tới")]
    {
        if let Some(rest) = gap.strip_prefix(&format!("{word}{NBSP}")) {
            return format!("{instead}{NBSP}{rest}");
        }
    }
    gap.to_owned()
}
