//! A recomputed identity in parts, so that each figure in it can lead to where it is printed.

use super::{Say, undecided, written};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{CheckVerdict, Recomputed};
use crate::data::{Check, Dataset};
use crate::quantity::Quantity;
use crate::text::{Key, figure};
use crate::view::Lang;

/// A piece of a calculation, in reading order.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum SumPart {
    /// Signs and words.
    Words(String),
    /// An operand: its index, and how it is written.
    Operand(usize, String),
    /// The computed result.
    Computed(String),
    /// The printed figure that the result is compared with.
    Printed(String),
}

impl SumPart {
    /// The text of the piece.
    pub fn text(&self) -> &str {
        match self {
            Self::Words(text)
            | Self::Operand(_, text)
            | Self::Computed(text)
            | Self::Printed(text) => text,
        }
    }

    fn text_mut(&mut self) -> &mut String {
        match self {
            Self::Words(text)
            | Self::Operand(_, text)
            | Self::Computed(text)
            | Self::Printed(text) => text,
        }
    }
}

// An operand inside a calculation: the first mark, its index as a character, the figure, the
// second mark.
const BEGINS: char = '\u{2}';
const ENDS: char = '\u{3}';
/// The character of index 0.
const FIRST: u8 = b'0';

/// A figure with the marks that say which operand it is.
pub(super) fn marked(at: usize, figure: &str) -> String {
    let place = char::from(FIRST.saturating_add(at as u8));
    format!("{BEGINS}{place}{figure}{ENDS}")
}

/// A calculation as readers see it.
pub(super) fn without_marks(calculation: &str) -> String {
    parts_of(calculation).iter().map(SumPart::text).collect()
}

fn parts_of(calculation: &str) -> Vec<SumPart> {
    let mut parts = Vec::new();
    for (at, piece) in calculation.split(BEGINS).enumerate() {
        let operand = piece.split_once(ENDS).filter(|_| at > 0);
        let (figure, words) = operand.unwrap_or(("", piece));
        if let Some(place) = figure.bytes().next() {
            let text = figure.get(1..).unwrap_or_default().to_owned();
            parts.push(SumPart::Operand(usize::from(place.saturating_sub(FIRST)), text));
        }
        if !words.is_empty() {
            parts.push(SumPart::Words(words.to_owned()));
        }
    }
    parts
}

/// The calculation in parts: "1.255.068", " ÷ ", "1.600.000", " = ", "78,44%", " (Rõ Số tính)",
/// "; in là ", "ước 78,45%".
pub fn check_sum(dataset: &Dataset, check: &Check, found: &Recomputed, lang: Lang) -> Vec<SumPart> {
    let say = Say { dataset, check, found, lang };
    let mut parts = parts_of(&say.calculation());
    let is_decided = !matches!(found.verdict, CheckVerdict::CannotBeDecided(_));
    // A check that does not fit and has no gap has no whole number to show; the detail says so.
    let is_shown =
        is_decided && !(found.verdict == CheckVerdict::DoesNotFit && found.gap.is_none());
    let value = found.computed.filter(|_| is_shown).map(|computed| say.value(&computed));
    let agrees = found.verdict == CheckVerdict::Agrees;
    if let Some(value) = value {
        parts.push(SumPart::Words(say.equals().to_owned()));
        if agrees {
            // The computed value is the printed one.
            parts.push(SumPart::Printed(value));
        } else {
            parts.push(SumPart::Computed(value));
            parts.push(SumPart::Words(format!(" ({})", Key::ComputedHere.text(lang))));
        }
    }
    let printed = found.printed.filter(|_| !agrees);
    if let Some(printed) = printed.filter(|_| !is_decided) {
        // The text does not print this figure as the result of the calculation.
        parts.push(SumPart::Words(
            lang.pick(", đặt cạnh\u{a0}", ", beside the printed\u{a0}").into(),
        ));
        parts.push(SumPart::Printed(say.printed(&printed)));
        parts.push(SumPart::Words(lang.pick("\u{a0}đã in", "").into()));
    } else if let Some(printed) = printed {
        let word = uncapitalised(Key::PrintedAs.text(lang));
        // The word stays on one line with its figure.
        parts.push(SumPart::Words(
            format!("; {word} ").replace(' ', "\u{a0}").replace(";\u{a0}", "; "),
        ));
        parts.push(SumPart::Printed(say.printed(&printed)));
    }
    parts.retain(|part| !part.text().is_empty());
    if let Some(first) = parts.first_mut() {
        let text = first.text_mut();
        *text = capitalised(text);
    }
    parts
}

/// How large the difference is, or why the check is undecided; empty where there is nothing to add
/// to the verdict's name.
pub fn check_detail(dataset: &Dataset, check: &Check, found: &Recomputed, lang: Lang) -> String {
    let say = Say { dataset, check, found, lang };
    let gap = |at_least: bool| found.gap.map(|gap| say.gap(&gap, at_least)).unwrap_or_default();
    let (before, size) = match found.verdict {
        CheckVerdict::CannotBeDecided(ref why) => return undecided(why, lang),
        CheckVerdict::LastDigit => (lang.pick("lệch ", "off by "), last_digits(found, lang)),
        CheckVerdict::DoesNotFit if found.gap.is_none() => {
            return lang
                .pick("không có tổng số nguyên nào như vậy", "there is no such whole")
                .into();
        }
        CheckVerdict::DoesNotFit => (lang.pick("chênh ", "apart by "), gap(true)),
        CheckVerdict::NotFullyExplained => (lang.pick("còn lại ", "left over: "), gap(false)),
        CheckVerdict::Agrees | CheckVerdict::AgreesAfterRounding | CheckVerdict::ComputedHere => {
            return String::new();
        }
    };
    format!("{before}{size}")
}

/// How far apart the two numbers are once both are rounded alike: "0,01 điểm phần trăm".
fn last_digits(found: &Recomputed, lang: Lang) -> String {
    let steps = |printed: &Quantity| {
        let computed = found.computed?.interval.middle()?;
        Some(((computed / printed.step).round() - (printed.value()? / printed.step).round()).abs())
    };
    let apart = found.printed.and_then(|printed| Some((printed, steps(&printed)?)));
    match (apart, found.gap) {
        (Some((printed, steps)), _) if steps > 0.0 => {
            let unit = printed.unit.of_difference();
            figure(&Quantity::exact(steps * printed.step, printed.step, unit), lang)
        }
        (_, Some(gap)) => written(&gap, lang),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_apart_again() {
        let calculation = format!("({} − {}) ÷ 7", marked(0, "8.600"), marked(1, "1.402"));
        let words = |text: &str| SumPart::Words(text.to_owned());
        let operand = |at, text: &str| SumPart::Operand(at, text.to_owned());
        let parts =
            [words("("), operand(0, "8.600"), words(" − "), operand(1, "1.402"), words(") ÷ 7")];
        assert_eq!(parts_of(&calculation), parts);
        assert_eq!(without_marks(&calculation), "(8.600 − 1.402) ÷ 7");
    }
}
