//! The outcome of an operation on two figures, in one sentence. It says which of the two is larger,
//! never why.

use super::coverage::{between, level_of};
use super::figure::computed;
use super::gap::{gap, gap_word, number_of, with_points};
use super::name::{is_plural, list};
use super::period::{date, moment, the_end, when};
use super::reason::reason_sentence;
use super::{Key, figure, interval, refusal};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Outcome, Severity, Withheld};
use crate::data::{Dataset, Entity, EntityKind, Id, Kind, Observation, Operation, Span, Text};
use crate::quantity::arithmetic::{Derived, order};
use crate::quantity::{Amount, Interval, Order, Quantity, Unit};
use crate::view::Lang;

/// The outcome as a sentence: "Hòa Bình (87,02%) cao hơn 47,20 điểm phần trăm (Rõ Số tính) so với
/// cả nước (39,82%)." Where there is no result, why.
pub fn outcome_sentence(dataset: &Dataset, outcome: &Outcome<'_>, lang: Lang) -> String {
    let say = Say { dataset, left: outcome.left, right: outcome.right, lang };
    let sentence = match &outcome.answer {
        Err(why) => withheld(outcome, why, lang),
        Ok(found) => match outcome.judgement.operation {
            Operation::Difference => say.gap(found),
            Operation::Ratio => say.times(found),
            Operation::Share => say.share(found),
            Operation::Sum => say.sum(found),
            Operation::Trend => say.change(found),
            Operation::SideBySide | Operation::Rank => String::new(),
        },
    };
    capitalised(&sentence)
}

fn withheld(outcome: &Outcome<'_>, why: &Withheld, lang: Lang) -> String {
    match why {
        Withheld::NotComparable => {
            let Some((reason, Severity::Blocks)) = outcome.judgement.reasons.first() else {
                return super::verdict(outcome.judgement.verdict, lang).to_owned();
            };
            let verdict = super::verdict(outcome.judgement.verdict, lang);
            format!("{verdict}: {}", uncapitalised(&reason_sentence(reason, lang)))
        }
        Withheld::NoFigure => Key::NoFigureToCompute.text(lang).to_owned(),
        Withheld::NoNumber => Key::NoNumberToCompute.text(lang).to_owned(),
        Withheld::Arithmetic(found) => refusal(found, lang).to_owned(),
    }
}

/// The outcome of a change after the earlier figure and its time: "; đến năm 2024 tăng 0,1006 điểm (Rõ
/// Số tính)". `None` where there is no result.
pub fn onward(dataset: &Dataset, outcome: &Outcome<'_>, lang: Lang) -> Option<String> {
    let found = outcome.answer.as_ref().ok()?;
    let say = Say { dataset, left: outcome.left, right: outcome.right, lang };
    let (to, here) = (moment(&outcome.right.period, lang), Key::ComputedHere.text(lang));
    let change = with_points(&computed(found, lang), found.unit, lang);
    Some(match (say.direction(found), lang) {
        (Order::Above, Lang::Vi) => format!("; đến {to} tăng {change} ({here})"),
        (Order::Above, Lang::En) => format!("; up {change} by {to} ({here})"),
        (Order::Below, Lang::Vi) => format!("; đến {to} giảm {change} ({here})"),
        (Order::Below, Lang::En) => format!("; down {change} by {to} ({here})"),
        (Order::Equal, Lang::Vi) => format!("; đến {to} vẫn là số này"),
        (Order::Equal, Lang::En) => format!("; the same figure for {to}"),
        (Order::Undecided, Lang::Vi) => {
            format!("; số đã in chưa đủ để nói đến {to} tăng hay giảm")
        }
        (Order::Undecided, Lang::En) => {
            format!("; what is printed does not tell a rise from a fall by {to}")
        }
    })
}

/// The name of a target beside a figure: "mục tiêu", with its unit where that is another one.
pub(super) fn target_inside(
    dataset: &Dataset,
    target: &Observation,
    figure: &Observation,
    lang: Lang,
) -> String {
    let own = target.entity == figure.entity;
    let whose = dataset.entity(&target.entity).filter(|_| !own);
    match (whose, lang) {
        (None, Lang::Vi) => "mục tiêu".into(),
        (None, Lang::En) => "the target".into(),
        (Some(unit), Lang::Vi) if unit.kind == EntityKind::Nation => {
            "mục tiêu chung của cả nước".into()
        }
        (Some(unit), Lang::En) if unit.kind == EntityKind::Nation => "the national target".into(),
        (Some(unit), Lang::Vi) => format!("mục tiêu chung của {}", list(&[unit], lang)),
        (Some(unit), Lang::En) => format!("the target for all {}", list(&[unit], lang)),
    }
}

/// A figure as printed, with the thing it counts; otherwise what a list allows.
pub fn with_thing(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let Some(indicator) = dataset.indicator(&o.indicator) else { return String::new() };
    match (o.quantity, o.interval) {
        (Some(_), _) => counted(&plain(o, lang), dataset, o, lang),
        (None, Some(allowed)) => {
            let told = by_named_units(dataset, o, true, lang);
            let told = told.unwrap_or_else(|| interval(allowed, indicator.unit, lang));
            match lang {
                Lang::Vi => format!("suy ra: {told}"),
                Lang::En => format!("inferred: {told}"),
            }
        }
        (None, None) => Key::NoFigure.text(lang).to_owned(),
    }
}

/// A printed figure without what it counts; with its whole: "34/63", "34 of 63".
fn plain(o: &Observation, lang: Lang) -> String {
    let told = o.quantity.map_or(String::new(), |quantity| figure(&quantity, lang));
    if lang == Lang::En { told.replace('/', " of\u{a0}") } else { told }
}

/// What a list allows for a unit that it does not name, in terms of the units that it names: their
/// figures are printed, the limits of the interval are not. `are_told` adds the units' names.
pub(super) fn by_named_units(
    dataset: &Dataset,
    o: &Observation,
    are_told: bool,
    lang: Lang,
) -> Option<String> {
    let (low, high) = named_limits(dataset, o, are_told, lang)?;
    between(low, high, lang)
}

/// The printed figures that limit a list, the lower one first; `None` for a figure of its own.
pub(super) fn named_limits(
    dataset: &Dataset,
    o: &Observation,
    are_told: bool,
    lang: Lang,
) -> Option<(Option<String>, Option<String>)> {
    let list = dataset.list(o.derived_from.as_ref()?)?;
    let named = |id: &Option<Id>| {
        let limit = dataset.observation(id.as_ref()?)?;
        let (unit, value) = (dataset.entity(&limit.entity)?, plain(limit, lang));
        Some(if are_told { level_of(&value, unit, lang) } else { value })
    };
    Some((named(&list.low_from), named(&list.high_from)))
}

/// A number with the thing that an observation counts.
pub(super) fn counted(number: &str, dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    match thing(dataset, o) {
        Some(things) => number_of(number, things, lang),
        None => number.to_owned(),
    }
}

/// What an observation counts; `None` for a rate, a sum of money, a change in per cent.
fn thing<'a>(dataset: &'a Dataset, o: &Observation) -> Option<&'a Text> {
    let is_number = o.quantity.is_none_or(|quantity| quantity.unit == Unit::Count);
    dataset.indicator(&o.indicator).filter(|i| is_number && i.unit == Unit::Count)?.counted.as_ref()
}

/// "cả nước (39,82%)"; a name that ends in brackets shares them with the value.
pub(super) fn beside(name: &str, value: &str) -> String {
    match name.strip_suffix(')') {
        Some(name) => format!("{name}; {value})"),
        None => format!("{name} ({value})"),
    }
}

struct Say<'a> {
    dataset: &'a Dataset,
    left: &'a Observation,
    right: &'a Observation,
    lang: Lang,
}

impl Say<'_> {
    fn entity(&self, o: &Observation) -> Option<&Entity> {
        self.dataset.entity(&o.entity)
    }

    fn who(&self, o: &Observation) -> String {
        self.entity(o).map_or(String::new(), |entity| list(&[entity], self.lang))
    }

    /// The unit of one of the two figures. A block beside a smaller unit is named as a whole: "mức
    /// chung của các tỉnh, thành phố".
    fn who_beside(&self, o: &Observation, other: &Observation) -> String {
        let name = self.who(o);
        let kind = |o: &Observation| self.entity(o).map(|entity| entity.kind);
        let is_whole = kind(o) == Some(EntityKind::Block)
            && !matches!(kind(other), None | Some(EntityKind::Block | EntityKind::Nation))
            && self.dataset.indicator(&o.indicator).is_some_and(|i| i.unit.is_scale());
        let is_nation = kind(o) == Some(EntityKind::Nation) && kind(other) != kind(o);
        match (is_whole, self.lang) {
            (false, Lang::En) if is_nation => "the national figure".into(),
            (false, _) => name,
            (true, Lang::Vi) => format!("mức chung của {name}"),
            (true, Lang::En) => format!("the figure for all {name}"),
        }
    }

    /// Whether the two differ only in time: a month and its year to date.
    fn only_time_differs(&self) -> bool {
        let family = |o: &Observation| self.dataset.indicator(&o.indicator).map(|i| &i.family);
        let apart = !self.left.period.same_span(&self.right.period);
        apart && family(self.left) == family(self.right)
    }

    /// The time of a figure; where nothing else names the figure, as a noun: "kỳ từ đầu năm đến …".
    fn time(&self, o: &Observation, is_alone: bool) -> String {
        let time = when(&o.period, self.lang);
        let is_point = o.period.whole_year().is_some() || o.period.months() == Some(1);
        match (o.period.span, self.lang) {
            (Span::AsOf(_), Lang::En) if is_alone => the_end(&time),
            _ if !is_alone || is_point => time,
            (Span::SinceStart { .. }, Lang::Vi) => format!("số {time}"),
            (Span::SinceStart { to }, Lang::En) => {
                format!("the running total to {}", date(to, self.lang))
            }
            (Span::During { .. }, Lang::Vi) => format!("kỳ {time}"),
            (Span::During { .. }, Lang::En) => format!("the period from {time}"),
            (Span::AsOf(_) | Span::From(_), _) => time,
        }
    }

    /// One of the two figures with its number, named by what sets it apart from the other. The
    /// first always has its place; the second only where the place differs or nothing else does.
    fn side(&self, o: &Observation) -> String {
        let is_first = std::ptr::eq(o, self.left);
        let other = if is_first { self.right } else { self.left };
        let mut parts = Vec::new();
        if o.kind == Kind::Target {
            parts.push(target_inside(self.dataset, o, other, self.lang));
        } else if o.entity != other.entity || is_first {
            parts.push(self.who_beside(o, other));
        }
        if o.indicator != other.indicator && o.kind != Kind::Target && !self.only_time_differs() {
            let indicator = self.dataset.indicator(&o.indicator);
            parts.extend(indicator.map(|i| uncapitalised(self.lang.of(&i.label))));
        }
        let targets = o.kind == Kind::Target || other.kind == Kind::Target;
        if !o.period.same_span(&other.period) && !targets {
            parts.push(self.time(o, parts.is_empty()));
        }
        if parts.is_empty() {
            parts.push(self.who(o));
        }
        beside(&parts.join(", "), &self.value(o))
    }

    /// A figure with what it counts; the second without it, where the first already says it.
    fn value(&self, o: &Observation) -> String {
        let is_said = std::ptr::eq(o, self.right)
            && o.quantity.is_some()
            && thing(self.dataset, self.left) == thing(self.dataset, o);
        if is_said { plain(o, self.lang) } else { with_thing(self.dataset, o, self.lang) }
    }

    /// "cao hơn", "nhiều hơn", "stands … above": the words for a gap.
    fn gap(&self, found: &Derived) -> String {
        let (left, right, here) =
            (self.side(self.left), self.side(self.right), Key::ComputedHere.text(self.lang));
        if self.printed_alike() {
            return self.alike();
        }
        let indicator = self.dataset.indicator(&self.left.indicator);
        let gap = indicator.and_then(|indicator| gap(found, indicator, self.lang));
        let order = found.interval.order(Interval::point(0.0));
        if matches!(order, Order::Undecided | Order::Equal) {
            return match self.lang {
                Lang::Vi => format!("Số đã in chưa đủ để nói {left} cao hơn hay thấp hơn {right}."),
                Lang::En => {
                    let verb = if self.is_plural() { "are" } else { "is" };
                    format!(
                        "What is printed does not tell whether {left} {verb} above or below {right}."
                    )
                }
            };
        }
        let word = gap_word(found.unit, order == Order::Above, self.lang);
        let verb = match found.unit {
            Unit::Count | Unit::Dong => ":",
            _ if self.is_plural() => " stand",
            _ => " stands",
        };
        match (gap, self.lang) {
            (Some(gap), Lang::Vi) => format!("{left} {word} {gap} ({here}) so với {right}."),
            (None, Lang::Vi) => {
                format!("{left} {word} {right}; số đã in chưa đủ để nói chênh bao nhiêu.")
            }
            (Some(gap), Lang::En) => format!("{left}{verb} {gap} ({here}) {word} {right}."),
            (None, Lang::En) => {
                format!("{left}{verb} {word} {right}; what is printed does not tell by how much.")
            }
        }
    }

    fn is_plural(&self) -> bool {
        self.entity(self.left).is_some_and(is_plural) && self.left.kind != Kind::Target
    }

    fn printed_alike(&self) -> bool {
        let pair = self.left.quantity.zip(self.right.quantity);
        pair.is_some_and(|(a, b)| order(&a, &b) == Ok(Order::Equal))
    }

    fn alike(&self) -> String {
        let (left, right) = (self.side(self.left), self.side(self.right));
        match self.lang {
            Lang::Vi => format!("{left} và {right}: hai số in như nhau."),
            Lang::En => format!("{left} and {right}: the two are printed alike."),
        }
    }

    fn times(&self, found: &Derived) -> String {
        if self.printed_alike() {
            return self.alike();
        }
        let (left, right) = (self.side(self.left), self.side(self.right));
        let times = multiple(found, self.lang);
        let ends = found.interval.low().value().zip(found.interval.high().value());
        let is_level = ends.is_some_and(|(low, high)| low > 0.995 && high < 1.005);
        // "Gấp 1,02 lần" sounds like more than it is.
        let is_multiple = ends.is_none_or(|(_, high)| high >= 1.1);
        let here = Key::ComputedHere.text(self.lang);
        let verb = if self.is_plural() { "are" } else { "is" };
        match (found.interval.order(Interval::point(1.0)), self.lang) {
            (_, Lang::Vi) if is_level => format!("{left} xấp xỉ {right} ({here})."),
            (_, Lang::En) if is_level => {
                format!("{left} {verb} about level with {right} ({here}).")
            }
            (Order::Above, Lang::Vi) if is_multiple => {
                format!("{left} gấp {times} ({here}) {right}.")
            }
            (_, Lang::Vi) => format!("{left} bằng {times} ({here}) {right}."),
            (_, Lang::En) => format!("{left} {verb} {times} ({here}) {right}."),
        }
    }

    fn share(&self, found: &Derived) -> String {
        let (left, right) = (self.side(self.left), self.side(self.right));
        let share = computed(found, self.lang);
        let here = Key::ComputedHere.text(self.lang);
        match self.lang {
            Lang::Vi if self.only_time_differs() => {
                format!("{left} bằng {share} ({here}) của {right}.")
            }
            Lang::Vi => format!("{left} bằng {share} ({here}) {right}."),
            Lang::En => format!("{left}: {share} ({here}) of {right}."),
        }
    }

    fn sum(&self, found: &Derived) -> String {
        let (left, right) = (self.side(self.left), self.side(self.right));
        let total = counted(&computed(found, self.lang), self.dataset, self.left, self.lang);
        let here = Key::ComputedHere.text(self.lang);
        match self.lang {
            Lang::Vi => format!("{left} và {right} cộng lại là {total} ({here})."),
            Lang::En => format!("{left} and {right} together: {total} ({here})."),
        }
    }

    /// Whether the later figure lies above the earlier.
    fn direction(&self, found: &Derived) -> Order {
        if self.printed_alike() { Order::Equal } else { found.interval.order(Interval::point(0.0)) }
    }

    /// From the earlier to the later figure, without a cause.
    fn change(&self, found: &Derived) -> String {
        let lang = self.lang;
        let (before, after) = (self.value(self.left), self.value(self.right));
        let (from, to) = (when(&self.left.period, lang), when(&self.right.period, lang));
        let (who, here) = (self.who(self.right), Key::ComputedHere.text(lang));
        let change = with_points(&computed(found, lang), found.unit, lang);
        match (self.direction(found), lang) {
            (Order::Above, Lang::Vi) => {
                format!("{who}: từ {before} ({from}) lên {after} ({to}), tăng {change} ({here}).")
            }
            (Order::Below, Lang::Vi) => {
                format!("{who}: từ {before} ({from}) xuống {after} ({to}), giảm {change} ({here}).")
            }
            (Order::Above, Lang::En) => {
                format!("{who}: from {before} ({from}) to {after} ({to}), up {change} ({here}).")
            }
            (Order::Below, Lang::En) => {
                format!("{who}: from {before} ({from}) to {after} ({to}), down {change} ({here}).")
            }
            (Order::Equal, Lang::Vi) => format!("{who}: {before} ở cả hai kỳ, {from} và {to}."),
            (Order::Equal, Lang::En) => {
                format!("{who}: {before} in both periods, {from} and {to}.")
            }
            (Order::Undecided, Lang::Vi) => format!(
                "{who}: {before} ({from}) và {after} ({to}); số đã in chưa đủ để nói tăng hay giảm."
            ),
            (Order::Undecided, Lang::En) => format!(
                "{who}: {before} ({from}) and {after} ({to}); what is printed does not tell a rise from a fall."
            ),
        }
    }
}

/// "gần 2,2 lần"; both ends where they lie more than a tenth apart: "2,8 đến 3,2 lần".
pub(super) fn multiple(found: &Derived, lang: Lang) -> String {
    let ends = found.interval.low().value().zip(found.interval.high().value());
    match ends {
        Some((low, high)) if high - low > 0.1 * low => {
            let (low, high) = ((low * 10.0).floor() / 10.0, (high * 10.0).ceil() / 10.0);
            let amount = Amount::Range { low, low_open: false, high, high_open: false };
            figure(&Quantity { amount, ..Quantity::exact(low, 0.1, Unit::Times) }, lang)
        }
        // 1,16 and 0,53 need their second decimal, 0,087 its third; 2,2 and 0,6 do not.
        Some((low, high)) => {
            let most = match low {
                _ if high < 0.1 => 3,
                ..2.0 => 2,
                _ => 1,
            };
            let middle = f64::midpoint(low, high);
            let rounded = |decimals: usize| {
                let scale = 10f64.powi(decimals as i32);
                (middle * scale).round() / scale
            };
            let is_enough = |n: &usize| (rounded(*n) - rounded(most)).abs() < 1e-9;
            let decimals = (0..most).find(is_enough).unwrap_or(most);
            computed(&Derived { decimals, ..*found }, lang)
        }
        None => computed(found, lang),
    }
}
