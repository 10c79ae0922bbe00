//! What an operation on two figures gives, in one sentence. It says which of the two is larger,
//! never why.

use super::figure::computed;
use super::name::{is_plural, list};
use super::period::when;
use super::reason::reason_sentence;
use super::{Key, NBSP, figure, interval, refusal};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Outcome, Severity, Withheld};
use crate::data::{Dataset, Entity, EntityKind, Kind, Observation, Operation};
use crate::quantity::arithmetic::{Derived, order};
use crate::quantity::{Amount, Interval, Order, Quantity, Unit};
use crate::view::Lang;

/// The outcome as a sentence: "Hòa Bình (87,02%) cao hơn cả nước (39,82%) 47,20 điểm phần trăm
/// (Rõ Số tính)." Where there is none, why.
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

/// What a target is called beside a figure: "mục tiêu", or whose it is where that is another unit.
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
            "mục tiêu chung cả nước".into()
        }
        (Some(unit), Lang::En) if unit.kind == EntityKind::Nation => "the national target".into(),
        (Some(unit), Lang::Vi) => format!("mục tiêu chung của {}", list(&[unit], lang)),
        (Some(unit), Lang::En) => format!("the target for all {}", list(&[unit], lang)),
    }
}

/// A figure as printed, with the thing it counts; what a list leaves to it otherwise.
pub(super) fn with_thing(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let Some(indicator) = dataset.indicator(&o.indicator) else { return String::new() };
    match (o.quantity, o.interval) {
        (Some(quantity), _) => {
            let value = figure(&Quantity { denominator: None, ..quantity }, lang);
            counted(&value, dataset, o, lang)
        }
        (None, Some(allowed)) => {
            let allowed = interval(allowed, indicator.unit, lang);
            match lang {
                Lang::Vi => format!("suy ra {allowed}"),
                Lang::En => format!("inferred {allowed}"),
            }
        }
        (None, None) => Key::NoFigure.text(lang).to_owned(),
    }
}

/// A number of things with the thing that an observation counts.
pub(super) fn counted(number: &str, dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let indicator = dataset.indicator(&o.indicator).filter(|i| i.unit == Unit::Count);
    match indicator.and_then(|indicator| indicator.counted.as_ref()) {
        Some(thing) => format!("{number}{NBSP}{}", lang.of(thing)),
        None => number.to_owned(),
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

    /// One of the two figures by what sets it apart from the other, with its number. The first is
    /// always named; the second only where it is of another place, measure or time.
    fn side(&self, o: &Observation) -> String {
        let is_first = std::ptr::eq(o, self.left);
        let other = if is_first { self.right } else { self.left };
        let mut parts = Vec::new();
        if o.kind == Kind::Target {
            parts.push(target_inside(self.dataset, o, other, self.lang));
        } else if o.entity != other.entity || is_first {
            parts.push(self.who(o));
        }
        if o.indicator != other.indicator && o.kind != Kind::Target {
            let indicator = self.dataset.indicator(&o.indicator);
            parts.extend(indicator.map(|i| uncapitalised(self.lang.of(&i.label))));
        }
        let targets = o.kind == Kind::Target || other.kind == Kind::Target;
        if !o.period.same_span(&other.period) && !targets {
            parts.push(when(&o.period, self.lang));
        }
        if parts.is_empty() {
            parts.push(self.who(o));
        }
        format!("{} ({})", parts.join(", "), with_thing(self.dataset, o, self.lang))
    }

    /// "cao hơn", "nhiều hơn", "stands … above": the words for a gap.
    fn gap(&self, found: &Derived) -> String {
        let (left, right, here) =
            (self.side(self.left), self.side(self.right), Key::ComputedHere.text(self.lang));
        if self.printed_alike() {
            return self.alike();
        }
        let gap = with_points(&computed(found, self.lang), found.unit, self.lang);
        let gap = counted(&without_hedge(&gap, self.lang), self.dataset, self.left, self.lang);
        let is_number = matches!(found.unit, Unit::Count | Unit::Dong);
        let verb = if self.is_plural() { "stand" } else { "stands" };
        match (found.interval.order(Interval::point(0.0)), self.lang) {
            (Order::Undecided | Order::Equal, Lang::Vi) => {
                format!("{left}, {right}: số in chưa đủ để nói bên nào cao hơn.")
            }
            (Order::Undecided | Order::Equal, Lang::En) => {
                format!("{left}, {right}: what is printed does not tell which is higher.")
            }
            (above, Lang::Vi) => {
                let word = match (above == Order::Above, is_number) {
                    (true, true) => "nhiều hơn",
                    (false, true) => "ít hơn",
                    (true, false) => "cao hơn",
                    (false, false) => "thấp hơn",
                };
                format!("{left} {word} {right} {gap} ({here}).")
            }
            (Order::Above, Lang::En) => format!("{left} {verb} {gap} above {right} ({here})."),
            (Order::Below, Lang::En) => format!("{left} {verb} {gap} below {right} ({here})."),
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
        let here = Key::ComputedHere.text(self.lang);
        let verb = if self.is_plural() { "are" } else { "is" };
        match (found.interval.order(Interval::point(1.0)), self.lang) {
            (Order::Above, Lang::Vi) => format!("{left} gấp {times} {right} ({here})."),
            (_, Lang::Vi) => format!("{left} bằng {times} {right} ({here})."),
            (_, Lang::En) => format!("{left} {verb} {times} {right} ({here})."),
        }
    }

    fn share(&self, found: &Derived) -> String {
        let (left, right) = (self.side(self.left), self.side(self.right));
        let share = computed(found, self.lang);
        let here = Key::ComputedHere.text(self.lang);
        match self.lang {
            Lang::Vi => format!("{left} bằng {share} {right} ({here})."),
            Lang::En => format!("{left}: {share} of {right} ({here})."),
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

    /// From the earlier to the later figure. Nothing is said of what brought it about.
    fn change(&self, found: &Derived) -> String {
        let lang = self.lang;
        let value = |o| with_thing(self.dataset, o, lang);
        let (before, after) = (value(self.left), value(self.right));
        let (from, to) = (when(&self.left.period, lang), when(&self.right.period, lang));
        let (who, here) = (self.who(self.right), Key::ComputedHere.text(lang));
        let change = with_points(&computed(found, lang), found.unit, lang);
        match (found.interval.order(Interval::point(0.0)), lang) {
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
                "{who}: {before} ({from}) và {after} ({to}); số in chưa đủ để nói tăng hay giảm."
            ),
            (Order::Undecided, Lang::En) => format!(
                "{who}: {before} ({from}) and {after} ({to}); what is printed does not tell a rise from a fall."
            ),
        }
    }
}

/// "gần 2,2 lần"; both ends where they lie more than a tenth apart: "2,8 đến 3,2 lần".
fn multiple(found: &Derived, lang: Lang) -> String {
    let ends = found.interval.low().value().zip(found.interval.high().value());
    match ends {
        Some((low, high)) if high - low > 0.1 * low => {
            let (low, high) = ((low * 10.0).floor() / 10.0, (high * 10.0).ceil() / 10.0);
            let amount = Amount::Range { low, low_open: false, high, high_open: false };
            figure(&Quantity { amount, ..Quantity::exact(low, 0.1, Unit::Times) }, lang)
        }
        // 1,16 and 0,53 need their second decimal, 2,2 does not.
        Some((low, _)) => {
            computed(&Derived { decimals: if low < 2.0 { 2 } else { 1 }, ..*found }, lang)
        }
        None => computed(found, lang),
    }
}

/// "điểm" after the difference of two scores, which have no unit of their own.
pub(super) fn with_points(gap: &str, unit: Unit, lang: Lang) -> String {
    match (unit, lang) {
        (Unit::Index01 | Unit::Score100, Lang::Vi) => format!("{gap}{NBSP}điểm"),
        (Unit::Index01 | Unit::Score100, Lang::En) => format!("{gap} points"),
        _ => gap.to_owned(),
    }
}

/// "cao hơn hơn 48 điểm" and "cao hơn dưới 5 điểm" would stammer.
pub(super) fn without_hedge(gap: &str, lang: Lang) -> String {
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
