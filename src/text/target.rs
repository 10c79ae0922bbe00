//! Figures against a target, and a national figure against its blocks, in one sentence each.

use super::figure::computed;
use super::gap::{gap, shortfall};
use super::name::{is_plural, list};
use super::outcome::{counted, target_inside};
use super::period::{due, when};
use super::{Key, NBSP, figure};
use crate::compare::vietnamese::capitalised;
use crate::compare::{Blocks, TargetDistance};
use crate::data::Dataset;
use crate::quantity::arithmetic::Derived;
use crate::quantity::{Hedge, Order, Quantity, Unit, magnitude};
use crate::view::Lang;

/// A figure against a target: what is missing, or by how much it is exceeded, and the gain needed
/// in each month that is left.
pub fn target_sentence(dataset: &Dataset, found: &TargetDistance<'_>, lang: Lang) -> String {
    let (Some(entity), Some(wanted)) =
        (dataset.entity(&found.figure.entity), found.target.quantity)
    else {
        return String::new();
    };
    let name = list(&[entity], lang);
    let reached = found.figure.quantity.map_or(String::new(), |quantity| {
        let value = counted(&figure(&quantity, lang), dataset, found.figure, lang);
        format!(" ({value}, {})", when(&found.figure.period, lang))
    });
    let name = format!("{name}{reached}");
    let (are, stand) = if is_plural(entity) { ("are", "stand") } else { ("is", "stands") };
    let target = target_inside(dataset, found.target, found.figure, lang);
    let wanted = counted(&figure(&wanted, lang), dataset, found.target, lang);
    let target = format!("{target} {} ({wanted})", due(found.target.period.end(), lang));
    let here = Key::ComputedHere.text(lang);
    let Ok(distance) = &found.distance else {
        return capitalised(&match lang {
            Lang::Vi => format!("{name}: không so được với {target}."),
            Lang::En => format!("{name}: cannot be compared with {target}."),
        });
    };
    let is_short = found.order == Some(Order::Below);
    let write = if is_short { shortfall } else { gap };
    let gap = dataset.indicator(&found.figure.indicator);
    let gap = gap.and_then(|indicator| write(distance, indicator, lang));
    let sentence = match (found.order, gap, lang) {
        (Some(Order::Below), Some(gap), Lang::Vi) => {
            format!("so với {target}, {name} còn thiếu {gap} ({here})")
        }
        (Some(Order::Below), Some(gap), Lang::En) => {
            format!("{name} {are} {gap} ({here}) short of {target}")
        }
        (Some(Order::Below), None, Lang::Vi) => format!("{name} chưa đạt {target}"),
        (Some(Order::Below), None, Lang::En) => format!("{name} {are} short of {target}"),
        (Some(Order::Above), Some(gap), Lang::Vi) => {
            format!("{name} cao hơn {gap} ({here}) so với {target}")
        }
        (Some(Order::Above), Some(gap), Lang::En) => {
            format!("{name} {stand} {gap} ({here}) above {target}")
        }
        (Some(Order::Above), None, Lang::Vi) => format!("{name} cao hơn {target}"),
        (Some(Order::Above), None, Lang::En) => format!("{name} {stand} above {target}"),
        (Some(Order::Equal), _, Lang::Vi) => format!("{name} bằng {target}"),
        (Some(Order::Equal), _, Lang::En) => format!("{name} {are} level with {target}"),
        (_, _, Lang::Vi) => format!("chưa đủ dữ kiện để nói {name} đã đạt {target} hay chưa"),
        (_, _, Lang::En) => {
            format!("what is printed does not tell whether {name} reached {target}")
        }
    };
    capitalised(&format!("{sentence}{}.", pace(dataset, found, lang).unwrap_or_default()))
}

fn pace(dataset: &Dataset, found: &TargetDistance<'_>, lang: Lang) -> Option<String> {
    let pace = found.pace.as_ref()?;
    // A rate of a whole year starts anew with the next; for one month, the gap was just given.
    let (of, due) = (&found.figure.period, found.target.period.end());
    let starts_anew =
        of.whole_year().is_some() || (of.is_year_to_date() && of.end().year != due.year);
    if pace.unit != Unit::Count && (starts_anew || found.months_left == 1) {
        return None;
    }
    let pace = counted(&rough(pace, lang), dataset, found.figure, lang);
    let months = found.months_left;
    let more = match lang {
        _ if found.days_more == 0 => "",
        Lang::Vi => "hơn ",
        Lang::En => "more than ",
    };
    Some(match (lang, months) {
        _ if found.days_more > 0 && months < 2 => return None,
        (Lang::Vi, 1) => format!(", tức là phải tăng thêm {pace} trong tháng còn lại"),
        (Lang::En, 1) => format!("; {pace} had to be added in the month that was left"),
        (Lang::Vi, _) => {
            format!(
                "; chia đều, mỗi tháng trong {more}{months}{NBSP}tháng còn lại phải tăng thêm {pace}"
            )
        }
        (Lang::En, _) => {
            format!(
                "; in even steps, {pace} had to be added in each of the {more}{months} months left"
            )
        }
    })
}

/// The number of things needed each month, to two digits: more would look like a plan.
fn rough(pace: &Derived, lang: Lang) -> String {
    let middle = pace.interval.middle().filter(|m| pace.unit == Unit::Count && *m >= 1000.0);
    let Some(middle) = middle else { return computed(pace, lang) };
    let step = 10f64.powi(magnitude(middle) - 1);
    let value = (middle / step).round() * step;
    figure(&Quantity::exact(value, step, Unit::Count).hedged(Hedge::About), lang)
}

/// What a national rate is beside its two blocks: their simple mean, and which block the rate leans
/// towards. The weight that would explain it is not given, as it depends on which ministries had
/// reported. `None` where the mean is not known.
pub fn mean_and_leaning(found: &Blocks<'_>, lang: Lang) -> Option<(String, &'static str)> {
    // The mean of two printed numbers is one number, even if rounding leaves their values open.
    let Derived { interval, unit, decimals } = found.simple_mean;
    let step = 10f64.powi(-(decimals as i32));
    let mean = figure(&Quantity::exact(interval.middle()?, step, unit), lang);
    let ministries_higher =
        found.ministries.interval?.order(found.provinces.interval?) == Order::Above;
    let leaning = match found.order {
        _ if !found.fits => Key::BlocksDoNotFit,
        Order::Above if ministries_higher => Key::LeansToMinistries,
        Order::Below if !ministries_higher => Key::LeansToMinistries,
        Order::Above | Order::Below => Key::LeansToProvinces,
        Order::Equal | Order::Undecided => Key::LeansUnknown,
    };
    Some((mean, leaning.text(lang)))
}
