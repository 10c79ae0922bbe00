//! Checks.

use crate::data::decode::{Names, Record};
use crate::data::records::{Check, CheckOperation, Days, Operand, Parts};

pub(in crate::data) const CHECK_OPERATIONS: Names<CheckOperation> = &[
    ("sum", CheckOperation::Sum),
    ("difference", CheckOperation::Difference),
    ("ratio", CheckOperation::Ratio),
    ("share", CheckOperation::Share),
    ("growth", CheckOperation::Growth),
    ("change", CheckOperation::Change),
    ("complement", CheckOperation::Complement),
    ("list_length", CheckOperation::ListLength),
    ("weighted_mean", CheckOperation::WeightedMean),
    ("pace", CheckOperation::Pace),
    ("monthly_mean", CheckOperation::MonthlyMean),
    ("over_mean", CheckOperation::OverMean),
    ("year_gone", CheckOperation::YearGone),
    ("implied_total", CheckOperation::ImpliedTotal),
    ("denominator", CheckOperation::Denominator),
];

const PARTS: Names<Parts> = &[("all", Parts::All), ("part", Parts::Part)];

/// Ending of an operand's id that means the whole printed beside the figure.
const DENOMINATOR: &str = "#denominator";

pub(in crate::data) fn check(r: &Record<'_>) -> Option<Check> {
    r.needs("operands");
    let check = Check {
        id: r.string("id"),
        statement: r.text("statement"),
        label: r.maybe_text("label"),
        operation: r.choice("operation", CHECK_OPERATIONS).unwrap_or(CheckOperation::Sum),
        operands: r.ids("operands").iter().map(|id| operand(id)).collect(),
        result: r.maybe_string("result").map(|id| operand(&id)),
        parts: r.choice_or("of", PARTS, Parts::All),
        days: days(r),
        note: r.maybe_text("note"),
    };
    r.is_sound().then_some(check)
}

fn operand(text: &str) -> Operand {
    let whole = text.strip_suffix(DENOMINATOR);
    Operand { observation: whole.unwrap_or(text).into(), denominator: whole.is_some() }
}

/// The days of a pace: their number, or the two dates.
fn days(r: &Record<'_>) -> Option<Days> {
    if r.is_number("days") {
        return r.maybe_count("days").map(Days::Number);
    }
    let dates = r.maybe_record("days")?;
    let (from, to) = (dates.needed_date("from"), dates.needed_date("to"));
    dates.is_sound();
    let (from, to) = from.zip(to)?;
    Some(Days::Between { from, to })
}
