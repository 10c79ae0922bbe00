//! Recomputed identities in words: the verdict's name, and one line that shows the calculation.

mod sum;

pub use sum::{SumPart, check_detail, check_sum};

use super::figure::computed;
use super::outcome::multiple;
use super::{Key, NBSP, figure, number, reason_sentence, refusal};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{CheckVerdict, Recomputed, Undecided, VerdictKind};
use crate::data::{Check, CheckOperation, Dataset};
use crate::quantity::arithmetic::Derived;
use crate::quantity::{Amount, Order, Quantity, Unit, decimals_of, magnitude};
use crate::view::Lang;

/// The verdict's name.
pub fn check_verdict(verdict: VerdictKind, lang: Lang) -> &'static str {
    let (vi, en) = match verdict {
        VerdictKind::Agrees => ("Khớp", "Agrees"),
        VerdictKind::AfterRounding => ("Khớp sau làm tròn", "Agrees after rounding"),
        VerdictKind::LastDigit => ("Lệch chữ số cuối", "Off in the last digit"),
        VerdictKind::DoesNotFit => ("Chưa khớp", "Does not fit"),
        VerdictKind::NotFullyExplained => ("Chưa giải thích hết", "Not fully explained"),
        VerdictKind::CannotBeDecided => ("Không đủ dữ kiện", "Cannot be decided"),
        VerdictKind::ComputedHere => ("Rõ Số tính", "Computed here"),
    };
    lang.pick(vi, en)
}

/// A number of checks with one verdict, inside a sentence: "2 phép khớp", "4 số do Rõ Số tính".
pub fn count_of_checks(verdict: VerdictKind, count: usize, lang: Lang) -> String {
    let name = check_verdict(verdict, lang);
    match (verdict, lang) {
        (VerdictKind::ComputedHere, Lang::Vi) => format!("{count}{NBSP}số do {name}"),
        (_, Lang::Vi) => format!("{count}{NBSP}phép {}", uncapitalised(name)),
        (_, Lang::En) => format!("{} ({count})", uncapitalised(name)),
    }
}

/// Why a check cannot be decided, as a sentence.
pub fn undecided(why: &Undecided, lang: Lang) -> String {
    let (vi, en) = match why {
        Undecided::Arithmetic(found) => return refusal(found, lang).to_owned(),
        Undecided::Blocked(reason) => return reason_sentence(reason, lang),
        Undecided::UndeterminedChange => (
            "Chữ in không cho biết mức tăng được tính theo cách nào.",
            "The wording leaves open how the rise is expressed.",
        ),
        Undecided::WeightsNotPrinted => (
            "Mức chung nằm giữa hai số đó, nhưng tổng số của từng phần không được in.",
            "The overall rate lies between the two, but the totals of the parts are not printed.",
        ),
        Undecided::PartNotExact => (
            "Số của phần không in đến từng đơn vị, nên không suy ra được tổng số.",
            "The part is not printed to the last one, so the whole cannot be told from it.",
        ),
        Undecided::NoFigure => ("Thiếu một số để tính.", "A figure to compute with is missing."),
    };
    lang.pick(vi, en).to_owned()
}

/// The calculation and its verdict: "143.756 + 624.634 = 768.390: khớp với số in."
pub fn check_sentence(dataset: &Dataset, check: &Check, found: &Recomputed, lang: Lang) -> String {
    let say = Say { dataset, check, found, lang };
    let calculation = sum::without_marks(&say.calculation());
    let here = Key::ComputedHere.text(lang);
    let value = found.computed.map(|computed| say.value(&computed)).unwrap_or_default();
    let printed = found.printed.map(|printed| say.printed(&printed)).unwrap_or_default();
    // A value that differs from the printed one is marked as computed here.
    let ours = format!("{calculation}{}{value} ({here})", say.equals());
    let gap = |at_least: bool| found.gap.map(|gap| say.gap(&gap, at_least)).unwrap_or_default();
    let sentence = match (&found.verdict, lang) {
        (CheckVerdict::Agrees, Lang::Vi) => {
            format!("{calculation}{}{value}: khớp với số in.", say.equals())
        }
        (CheckVerdict::Agrees, Lang::En) => {
            format!("{calculation}{}{value}: agrees with the printed figure.", say.equals())
        }
        (CheckVerdict::AgreesAfterRounding, Lang::Vi) => {
            format!("{ours}; số in là {printed}: khớp sau làm tròn.")
        }
        (CheckVerdict::AgreesAfterRounding, Lang::En) => {
            format!("{ours}; printed: {printed}. Agrees after rounding.")
        }
        (CheckVerdict::LastDigit, Lang::Vi) => {
            format!("{ours}; số in là {printed}: lệch chữ số cuối.")
        }
        (CheckVerdict::LastDigit, Lang::En) => {
            format!("{ours}; printed: {printed}. Off in the last digit.")
        }
        (CheckVerdict::DoesNotFit, _) if found.gap.is_none() => say.no_whole(&calculation),
        (CheckVerdict::DoesNotFit, Lang::Vi) => {
            format!("{ours}; số in là {printed}: chưa khớp, chênh {}.", gap(true))
        }
        (CheckVerdict::DoesNotFit, Lang::En) => {
            format!("{ours}; printed: {printed}. Does not fit, by {}.", gap(true))
        }
        (CheckVerdict::NotFullyExplained, Lang::Vi) => {
            format!("{ours}; tổng số in là {printed}: còn {} chưa giải thích hết.", gap(false))
        }
        (CheckVerdict::NotFullyExplained, Lang::En) => {
            format!("{ours}; printed total: {printed}. {} not fully explained.", gap(false))
        }
        (CheckVerdict::CannotBeDecided(why), _) => {
            let calculation = calculation + &say.beside(&printed);
            format!("{calculation}: {}. {}", say.not_done(why), undecided(why, lang))
        }
        (CheckVerdict::ComputedHere, _) => format!("{ours}."),
    };
    capitalised(&sentence)
}

/// How a check is written in one language.
struct Say<'a> {
    dataset: &'a Dataset,
    check: &'a Check,
    found: &'a Recomputed,
    lang: Lang,
}

impl Say<'_> {
    /// The calculation as one writes it on paper, each operand between marks.
    fn calculation(&self) -> String {
        let lang = self.lang;
        let plain = |found: &Quantity| Quantity { denominator: None, ..*found };
        let quantities: Vec<Quantity> = self.found.operands.iter().map(plain).collect();
        let length = number(f64::from(self.found.length), 0, lang);
        let figures: Vec<String> = quantities
            .iter()
            .enumerate()
            .map(|(at, q)| sum::marked(at, &figure(q, lang)))
            .collect();
        let joined = |sign: &str| figures.join(&format!(" {sign}{NBSP}"));
        let a_day = lang.pick("mỗi ngày", "a day");
        match (self.check.operation, figures.as_slice()) {
            (CheckOperation::Sum, _) => joined("+"),
            (CheckOperation::Difference, _) => joined("−"),
            (CheckOperation::Growth, [before, after]) => match lang {
                Lang::Vi => format!("từ {before} {} {after}", towards(&quantities)),
                Lang::En => format!("from {before} to {after}"),
            },
            (CheckOperation::Growth, [before, after, before_part, after_part]) => {
                let before = format!("({before} −{NBSP}{before_part})");
                let after = format!("({after} −{NBSP}{after_part})");
                match lang {
                    Lang::Vi => format!("từ {before} thành {after}"),
                    Lang::En => format!("from {before} to {after}"),
                }
            }
            (CheckOperation::Change, [after, change]) => match quantities.get(1) {
                Some(found) if found.unit == Unit::Times => {
                    let times = Quantity { unit: Unit::Count, ..*found };
                    format!("{after} ÷{NBSP}{}", sum::marked(1, &figure(&times, lang)))
                }
                Some(found) if found.unit == Unit::PercentChange => {
                    format!("{after}, {}", sum::marked(1, &self.signed(found)))
                }
                _ => format!("{after} −{NBSP}{change}"),
            },
            (CheckOperation::Complement, [rate]) => format!("100% −{NBSP}{rate}"),
            (CheckOperation::WeightedMean, _) => match lang {
                Lang::Vi => format!("trung bình của {}", figures.join(" và ")),
                Lang::En => format!("a mean of {}", figures.join(" and ")),
            },
            (CheckOperation::Pace, [total]) => {
                format!("{total} ÷{NBSP}{length}{NBSP}{}", lang.pick("ngày", "days"))
            }
            (CheckOperation::Pace, [total, daily]) => format!("{total} ÷{NBSP}{daily} {a_day}"),
            (CheckOperation::MonthlyMean, [total, part]) => self.mean_of_rest(total, part, &length),
            (CheckOperation::OverMean, [total, part]) => {
                let mean = self.mean_of_rest(total, part, &length);
                format!("{part}{}{mean}", lang.pick(", so với ", ", against "))
            }
            (CheckOperation::YearGone, _) => {
                let days: Vec<String> = quantities.iter().map(|q| figure(q, lang)).collect();
                format!("{}{NBSP}{}", days.join(&format!(" ÷{NBSP}")), lang.pick("ngày", "days"))
            }
            (CheckOperation::Denominator, [part, share]) => match lang {
                Lang::Vi => format!("{part} là {share} của tổng số"),
                Lang::En => format!("{part} are {share} of the whole"),
            },
            (CheckOperation::ListLength, _) => match lang {
                Lang::Vi => "danh sách nêu".to_owned(),
                Lang::En => "the list names".to_owned(),
            },
            _ => joined("÷"),
        }
    }

    /// "(8.600 − 1.402) ÷ 7 tháng".
    fn mean_of_rest(&self, total: &str, part: &str, months: &str) -> String {
        let unit = self.lang.pick("tháng", "months");
        format!("({total} −{NBSP}{part}) ÷{NBSP}{months}{NBSP}{unit}")
    }

    /// What comes between the calculation and its value.
    fn equals(&self) -> &'static str {
        match self.check.operation {
            CheckOperation::Growth | CheckOperation::OverMean => ": ",
            CheckOperation::ListLength => " ",
            CheckOperation::Denominator => {
                self.lang.pick(", vậy tổng số là ", ", so the whole is ")
            }
            _ => " =\u{a0}",
        }
    }

    /// The value with the digits that it supports.
    fn value(&self, derived: &Derived) -> String {
        let lang = self.lang;
        if derived.unit == Unit::PercentChange {
            let middle = derived.interval.middle().unwrap_or_default();
            let word = match (self.check.operation, middle < 0.0) {
                (CheckOperation::OverMean, false) => lang.pick("cao hơn", "above it by"),
                (CheckOperation::OverMean, true) => lang.pick("thấp hơn", "below it by"),
                _ => change_word(middle, lang),
            };
            return format!("{word}{NBSP}{}", written(derived, lang));
        }
        let derived =
            if self.is_bare() { Derived { unit: Unit::Count, ..*derived } } else { *derived };
        let value = written(&derived, lang);
        match (self.check.operation, self.check.operands.len()) {
            (CheckOperation::Pace, 1) => format!("{value} {}", lang.pick("mỗi ngày", "a day")),
            (CheckOperation::MonthlyMean, _) => {
                format!("{value} {}", lang.pick("mỗi tháng", "a month"))
            }
            (CheckOperation::ListLength, _) if lang == Lang::Vi => format!("{value}{NBSP}tên"),
            _ => value,
        }
    }

    /// Whether this is a ratio of two different things: a number of one per unit of the other, not
    /// a multiple.
    fn is_bare(&self) -> bool {
        let indicator = |at: usize| {
            let operand = self.check.operands.get(at)?;
            let found = self.dataset.observation(&operand.observation)?;
            (!operand.denominator).then(|| found.indicator.clone())
        };
        let is_money = self.found.operands.first().is_some_and(|first| first.unit == Unit::Dong);
        self.check.operation == CheckOperation::Ratio && !is_money && indicator(0) != indicator(1)
    }

    /// The printed figure that a result is compared with; where per cent is printed but percentage
    /// points are meant, both.
    fn printed(&self, found: &Quantity) -> String {
        let told = self.signed(found);
        let result = self.check.result.as_ref();
        let result = result.and_then(|result| self.dataset.observation(&result.observation));
        let mut places = result.iter().flat_map(|o| &o.mentions);
        if found.unit != Unit::Points || !places.any(|place| place.printed.contains('%')) {
            return told;
        }
        let literally = change(&Quantity { unit: Unit::PercentChange, ..*found }, self.lang);
        format!("“{literally}”, {} {told}", self.lang.pick("tức", "meaning"))
    }

    /// A printed figure; a change has its direction in a word, as in the texts.
    fn signed(&self, printed: &Quantity) -> String {
        let plain = Quantity { denominator: None, ..*printed };
        match printed.unit {
            Unit::PercentChange => change(&plain, self.lang),
            _ => figure(&plain, self.lang),
        }
    }

    /// The gap; where it is not a single value and `at_least` is set, the least that it can be.
    fn gap(&self, gap: &Derived, at_least: bool) -> String {
        let lang = self.lang;
        let bare = if self.is_bare() { Derived { unit: Unit::Count, ..*gap } } else { *gap };
        if bare.is_one_value() || !at_least {
            return written(&bare, lang);
        }
        let low = bare.interval.low().value().unwrap_or_default().max(0.0);
        let step = span_step(&bare);
        let low = (low / step + 1e-9).floor() * step;
        let least = figure(&Quantity::exact(low, step, bare.unit), lang);
        format!("{}{NBSP}{least}", lang.pick("ít nhất", "at least"))
    }

    /// What stands behind a calculation without a result: a figure that no text prints as its
    /// result; empty where there is none.
    fn beside(&self, printed: &str) -> String {
        match (self.lang, printed) {
            (_, "") => String::new(),
            (Lang::Vi, _) => format!(", đặt cạnh{NBSP}{printed}{NBSP}đã in"),
            (Lang::En, _) => format!(", beside the printed{NBSP}{printed}"),
        }
    }

    /// That nothing comes of the calculation: "không trừ được" where the figures may not be
    /// combined at all, so that further ones would not help; else "không đủ dữ kiện".
    fn not_done(&self, why: &Undecided) -> &'static str {
        let may_not_be_done = matches!(why, Undecided::Blocked(_)) && self.found.printed.is_none();
        let (vi, en) = match self.check.operation {
            CheckOperation::Sum if may_not_be_done => ("không cộng được", "not to be added up"),
            CheckOperation::Difference if may_not_be_done => {
                ("không trừ được", "not to be subtracted")
            }
            CheckOperation::Ratio | CheckOperation::Share if may_not_be_done => {
                ("không chia được", "not to be divided")
            }
            _ => ("không đủ dữ kiện", "cannot be decided"),
        };
        self.lang.pick(vi, en)
    }

    fn no_whole(&self, calculation: &str) -> String {
        match self.lang {
            Lang::Vi => {
                format!("{calculation}: chưa khớp, vì không có tổng số nguyên nào như vậy.")
            }
            Lang::En => format!("{calculation}: does not fit, as there is no such whole number."),
        }
    }
}

/// A change with its direction in a word: "giảm 75,1%".
pub(super) fn change(found: &Quantity, lang: Lang) -> String {
    let Some(value) = found.value() else { return figure(found, lang) };
    let size = Quantity { amount: Amount::Value(value.abs()), ..*found };
    format!("{}{NBSP}{}", change_word(value, lang), figure(&size, lang))
}

fn change_word(value: f64, lang: Lang) -> &'static str {
    match (value < 0.0, lang) {
        (true, Lang::Vi) => "giảm",
        (false, Lang::Vi) => "tăng",
        (true, Lang::En) => "down",
        (false, Lang::En) => "up",
    }
}

/// A result: a single value with its decimals, a hedged one where it is slightly uncertain, the two
/// ends where it is uncertain by more than a unit to either side.
fn written(derived: &Derived, lang: Lang) -> String {
    if derived.unit == Unit::Times {
        return multiple(derived, lang);
    }
    let (low, high) = (derived.interval.low().value(), derived.interval.high().value());
    let (Some(low), Some(high)) = (low, high) else { return computed(derived, lang) };
    if derived.is_one_value() {
        let middle = f64::midpoint(low, high).abs();
        // "65%", not "65,0%", where it is exactly that.
        let decimals = decimals_of(middle, derived.decimals);
        let step = 10f64.powi(-(decimals as i32));
        let rounded = (middle / step).round() * step;
        return figure(&Quantity::exact(rounded, step, derived.unit), lang);
    }
    // Thousands of days are given in years.
    if derived.unit == Unit::Days && low > 1000.0 {
        let interval = derived.interval.scaled(1.0 / 365.25);
        return written(&Derived { interval, unit: Unit::Years, decimals: 0 }, lang);
    }
    let is_one_sided = high - low > 0.1 * f64::midpoint(low, high) && derived.unit == Unit::Points;
    // "Nearly 9%" would hide 8.4 to 8.8: a range where the whole per cent lies well outside it.
    let whole = f64::midpoint(low, high).round();
    let beside = (low - whole).max(whole - high);
    let is_whole_percent = derived.unit == Unit::Percent && derived.decimals == 0;
    let is_between = is_whole_percent && beside > (high - low) / 2.0;
    if (high - low <= 2.002 && !is_between) || is_one_sided {
        return computed(derived, lang);
    }
    let step = span_step(derived);
    let (low, high) = if derived.unit == Unit::Count && step <= 1.0 {
        (low.ceil(), high.floor())
    } else {
        ((low / step + 1e-9).floor() * step, (high / step - 1e-9).ceil() * step)
    };
    if low >= high {
        return figure(&Quantity::exact(high, step, derived.unit), lang);
    }
    let amount = Amount::Range { low, low_open: false, high, high_open: false };
    figure(&Quantity { amount, ..Quantity::exact(0.0, step, derived.unit) }, lang)
}

/// The step to which the ends of a range are rounded: a power of ten, at most half its width.
fn span_step(derived: &Derived) -> f64 {
    let width = derived.interval.width().unwrap_or(1.0).max(1e-9);
    10f64.powi(magnitude(width / 2.0 * 1.000_001))
}

/// "lên" or "xuống", from the first figure to the second; "thành" where the direction is open.
fn towards(quantities: &[Quantity]) -> &'static str {
    let [before, after] = quantities else { return "thành" };
    match before.interval().order(after.interval()) {
        Order::Below => "lên",
        Order::Above => "xuống",
        Order::Equal | Order::Undecided => "thành",
    }
}
