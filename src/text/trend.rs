//! How a figure changed, as a sentence.

use super::name::list;
use super::{Key, figure, moment, outcome_sentence, reason_sentence, when};
use crate::compare::how_it_changed;
use crate::data::{Dataset, Entity, Observation};
use crate::view::Lang;

/// How a figure changed between two dates or, where the two may not be compared, why not. `None`
/// where a figure is not a number.
pub fn change(
    dataset: &Dataset,
    name: &str,
    (earlier, later): (&Observation, &Observation),
    lang: Lang,
) -> Option<String> {
    let outcome = how_it_changed(dataset, earlier, later);
    if outcome.answer.is_ok() {
        return Some(outcome_sentence(dataset, &outcome, lang));
    }
    let told = |o: &Observation| {
        Some(format!("{} ({})", figure(&o.quantity?, lang), when(&o.period, lang)))
    };
    let (from, to) = (told(earlier)?, told(later)?);
    let why = outcome.judgement.reasons.first().map(|(reason, _)| reason_sentence(reason, lang));
    let why = why.map_or(String::new(), |why| format!(" {why}"));
    Some(match lang {
        Lang::Vi => format!("{name}: {to} không so trực tiếp được với {from}.{why}"),
        Lang::En => format!("{name}: {to} cannot be compared directly with {from}.{why}"),
    })
}

/// A figure between two dates that is above, or below, those of both: "Giữa hai mốc, cao nhất là
/// 0,7046 (năm 2023)."; where it is the only one between them and of a whole year, "Riêng năm 2023 là
/// 0,7046.". `None` where it is not a number.
pub fn in_between(o: &Observation, is_high: bool, is_only: bool, lang: Lang) -> Option<String> {
    let (value, when) = (figure(&o.quantity?, lang), moment(&o.period, lang));
    // "Riêng tháng 8" would be of that month alone, which a total up to August is not.
    let is_year = is_only && o.period.whole_year().is_some();
    Some(match (lang, is_high) {
        (Lang::Vi, _) if is_year => format!("Riêng {when} là {value}."),
        (Lang::En, _) if is_year => format!("In {when} it was {value}."),
        (Lang::Vi, _) if is_only => format!("Giữa hai mốc: {value} ({when})."),
        (Lang::En, _) if is_only => format!("In between: {value} ({when})."),
        (Lang::Vi, true) => format!("Giữa hai mốc, cao nhất là {value} ({when})."),
        (Lang::Vi, false) => format!("Giữa hai mốc, thấp nhất là {value} ({when})."),
        (Lang::En, true) => format!("In between it was highest at {value} ({when})."),
        (Lang::En, false) => format!("In between it was lowest at {value} ({when})."),
    })
}

/// "Ở kỳ cuối, cao nhất là Đà Nẵng, thấp nhất là Bạc Liêu."; of the units that were asked for, where
/// those are meant.
pub fn highest_and_lowest(
    units: [&Entity; 2],
    are_asked: bool,
    is_amount: bool,
    lang: Lang,
) -> String {
    let [high, low] = units.map(|unit| list(&[unit], lang));
    let among = if are_asked { format!(" {}", Key::AmongThese.text(lang)) } else { String::new() };
    match (lang, is_amount) {
        (Lang::Vi, false) => format!("Ở kỳ cuối{among}, cao nhất là {high}, thấp nhất là {low}."),
        (Lang::Vi, true) => format!("Ở kỳ cuối{among}, nhiều nhất là {high}, ít nhất là {low}."),
        (Lang::En, false) => format!("At the last date{among} {high} was highest, {low} lowest."),
        (Lang::En, true) => format!("At the last date{among} {high} had most, {low} least."),
    }
}
