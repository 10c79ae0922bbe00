//! Rules for checks: what each operation takes, and in which units.

use super::Checker;
use crate::data::records::{Check, CheckOperation, Kind, Operand, Parts};
use crate::data::{Period, Word as _};
use crate::quantity::Unit;

const FILE: &str = "checks.json";

impl Checker<'_> {
    pub(super) fn check(&mut self, check: &Check) {
        let id = &check.id;
        self.text(FILE, id, "statement", &check.statement);
        self.maybe(FILE, id, "note", check.note.as_ref());
        self.maybe(FILE, id, "label", check.label.as_ref());
        let mut sound = true;
        let operands = check.operands.iter().enumerate();
        let operands = operands.map(|(at, operand)| (format!("operands[{at}]"), operand));
        let result = check.result.iter().map(|result| ("result".to_owned(), result));
        for (field, operand) in operands.chain(result) {
            let is_listed =
                check.operation == CheckOperation::ListLength && field.starts_with("operands");
            if let Some(expected) = self.operand_problem(operand, is_listed) {
                self.add(FILE, id, &field, expected);
                sound = false;
            }
        }
        for (at, operand) in check.operands.iter().enumerate() {
            if check.operands[..at].contains(operand) {
                let expected = format!("expected each figure once, found {}", operand.observation);
                self.add(FILE, id, &format!("operands[{at}]"), expected);
                sound = false;
            }
        }
        let found = check.operands.len();
        let (fits, wanted) = operand_count(check.operation, found);
        if !fits {
            let name = check.operation.word();
            let expected = format!("expected {wanted} for {name}, found {found}");
            self.add(FILE, id, "operands", expected);
            sound = false;
        }
        if check.parts == Parts::Part
            && !matches!(check.operation, CheckOperation::Sum | CheckOperation::ListLength)
        {
            self.add(FILE, id, "of", "expected part only on a sum or a list");
        }
        self.check_days(check);
        self.check_months(check);
        if check.operation == CheckOperation::WeightedMean && check.result.is_none() {
            self.add(FILE, id, "result", "expected the mean that lies among the operands");
            sound = false;
        }
        if sound {
            self.check_units(check);
        }
    }

    /// What is wrong with an operand by itself. A list counts its members, which need no figure.
    fn operand_problem(&self, operand: &Operand, is_listed: bool) -> Option<String> {
        let Some(observation) = self.dataset.observation(&operand.observation) else {
            let found = &operand.observation;
            return Some(format!("expected the id of an observation, found {found:?}"));
        };
        let figure = observation.quantity;
        if operand.denominator && figure.is_none_or(|figure| figure.denominator.is_none()) {
            let found = &operand.observation;
            return Some(format!("expected a figure printed with its whole, found {found:?}"));
        }
        let is_missing = figure.is_none() && !is_listed;
        is_missing.then(|| {
            format!("expected an observation with a figure, found {:?}", operand.observation)
        })
    }

    fn check_days(&mut self, check: &Check) {
        let is_pace = check.operation == CheckOperation::Pace;
        let single = is_pace && check.operands.len() == 1;
        match check.days {
            Some(_) if !single => {
                self.add(FILE, &check.id, "days", "expected only on a pace of one figure");
            }
            Some(days) if days.number() == 0 => {
                self.add(FILE, &check.id, "days", "expected at least one day");
            }
            None if single => {
                let observation = check.operands.first();
                let observation =
                    observation.and_then(|o| self.dataset.observation(&o.observation));
                if observation.is_some_and(|o| o.period.days().is_none()) {
                    let expected = "expected days: the period of the figure has no beginning";
                    self.add(FILE, &check.id, "days", expected);
                }
            }
            _ => {}
        }
    }

    /// A monthly mean needs whole months, and the months of the part lie within those of the total.
    fn check_months(&mut self, check: &Check) {
        let operation = check.operation;
        if !matches!(operation, CheckOperation::MonthlyMean | CheckOperation::OverMean) {
            return;
        }
        let periods = check.operands.iter();
        let periods =
            periods.filter_map(|o| Some(&self.dataset.observation(&o.observation)?.period));
        let [total, part] = periods.collect::<Vec<_>>()[..] else { return };
        let span = |period: &Period| Some((period.start()?.first_day(), period.end().last_day()));
        let is_within = span(total)
            .zip(span(part))
            .is_some_and(|(total, part)| total.0 <= part.0 && part.1 <= total.1);
        let rest = total.months().zip(part.months()).map(|(all, some)| all.saturating_sub(some));
        if !is_within || rest.is_none_or(|months| months == 0) {
            let expected = "expected whole months, the second figure being of some of the first";
            self.add("checks.json", &check.id, "operands", expected);
        }
    }

    /// The units of the operands fit each other, and that of the result fits the outcome.
    fn check_units(&mut self, check: &Check) {
        let observation = |o: &Operand| self.dataset.observation(&o.observation);
        let unit = |o: &Operand| observation(o).and_then(|o| o.quantity).map(|q| q.unit);
        let units: Vec<Option<Unit>> = check.operands.iter().map(unit).collect();
        let first = units.first().copied().flatten();
        let second = units.get(1).copied().flatten();
        let is_change = |o: &Operand| observation(o).is_some_and(|o| o.kind == Kind::Change);
        let wanted = match check.operation {
            CheckOperation::ListLength | CheckOperation::Complement | CheckOperation::YearGone => {
                vec![first]
            }
            CheckOperation::Ratio if second == Some(Unit::Count) => vec![first, second],
            CheckOperation::ImpliedTotal => vec![first, Some(Unit::Percent)],
            CheckOperation::Denominator => vec![Some(Unit::Count), Some(Unit::Percent)],
            CheckOperation::Change => vec![first, second],
            _ => vec![first; units.len()],
        };
        let odd = units.iter().zip(&wanted).position(|(found, wanted)| found != wanted);
        if let Some((at, wanted)) = odd.and_then(|at| wanted.get(at).map(|wanted| (at, *wanted))) {
            let (wanted, found) = (name_of(wanted), name_of(units.get(at).copied().flatten()));
            let expected = format!("expected a figure in {wanted}, found {found}");
            return self.add(FILE, &check.id, &format!("operands[{at}]"), expected);
        }
        if check.operation == CheckOperation::Complement && first != Some(Unit::Percent) {
            let expected = format!("expected a figure in percent, found {}", name_of(first));
            return self.add(FILE, &check.id, "operands[0]", expected);
        }
        if check.operation == CheckOperation::Change
            && !check.operands.get(1).is_some_and(is_change)
        {
            return self.add(FILE, &check.id, "operands[1]", "expected a change");
        }
        let comes_out = match check.operation {
            CheckOperation::Difference => first.map(Unit::of_difference),
            CheckOperation::Ratio if first == second => Some(Unit::Times),
            CheckOperation::Share | CheckOperation::YearGone => Some(Unit::Percent),
            CheckOperation::Growth | CheckOperation::OverMean => Some(Unit::PercentChange),
            CheckOperation::ListLength => Some(Unit::Count),
            CheckOperation::Pace if units.len() == 2 => Some(Unit::Days),
            _ => first,
        };
        let printed = check.result.as_ref().and_then(unit);
        if printed.is_some() && printed != comes_out {
            let (wanted, found) = (name_of(comes_out), name_of(printed));
            let expected = format!("expected a figure in {wanted}, found {found}");
            self.add(FILE, &check.id, "result", expected);
        }
    }
}

/// Whether an operation takes `found` operands, and how many it takes.
fn operand_count(operation: CheckOperation, found: usize) -> (bool, &'static str) {
    match operation {
        CheckOperation::Sum | CheckOperation::Difference | CheckOperation::WeightedMean => {
            (found >= 2, "two figures or more")
        }
        CheckOperation::Ratio
        | CheckOperation::Share
        | CheckOperation::Change
        | CheckOperation::ImpliedTotal
        | CheckOperation::Denominator
        | CheckOperation::MonthlyMean
        | CheckOperation::OverMean => (found == 2, "two figures"),
        CheckOperation::Growth => (found == 2 || found == 4, "two or four figures"),
        CheckOperation::Complement | CheckOperation::YearGone => (found == 1, "one figure"),
        CheckOperation::ListLength => (found >= 1, "one figure or more"),
        CheckOperation::Pace => (found == 1 || found == 2, "one or two figures"),
    }
}

fn name_of(unit: Option<Unit>) -> String {
    unit.map_or("no unit", Unit::word).to_owned()
}
