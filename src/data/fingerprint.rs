//! What a set of figures says, in eight digits: the `v` of an address.

use super::words::Word;
use super::{Observation, Span};
use crate::quantity::End;

/// Eight hexadecimal digits that change when one of the figures changes (its place, indicator,
/// kind, scope, period or the wording of its number), or when one is added or removed. Neither
/// their order nor anything that is only said about them matters.
pub fn fingerprint<'a>(figures: impl IntoIterator<Item = &'a Observation>) -> String {
    let sum = figures.into_iter().fold(START, |sum, figure| sum.wrapping_add(of_one(figure)));
    format!("{sum:08x}")
}

/// Initial value and multiplier of FNV-1a.
const START: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

fn of_one(figure: &Observation) -> u32 {
    let mut hash = START;
    let mut take = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u32::from(*byte)).wrapping_mul(PRIME);
        }
        // Separates the parts: "ab", "c" differs from "a", "bc".
        hash = hash.wrapping_mul(PRIME);
    };
    take(figure.entity.as_bytes());
    take(figure.indicator.as_bytes());
    let span = match figure.period.span {
        Span::AsOf(_) => "as_of",
        Span::During { .. } => "during",
        Span::SinceStart { .. } => "since_start",
        Span::From(_) => "from",
    };
    for word in [span, figure.kind.word(), figure.scope.word()] {
        take(word.as_bytes());
    }
    let (from, to) = (figure.period.start(), figure.period.end());
    for date in from.into_iter().chain([to]) {
        take(&date.first_day().to_le_bytes());
        take(&date.last_day().to_le_bytes());
    }
    if let Some(interval) = figure.interval {
        for end in [interval.low(), interval.high()] {
            take(&bits(end));
        }
    }
    hash
}

/// An end of an interval: its number, and whether the number itself is allowed.
fn bits(end: End) -> [u8; 9] {
    let mut bits = [0; 9];
    let number = end.value().map_or(u64::MAX, f64::to_bits);
    let (head, tail) = bits.split_at_mut(8);
    head.copy_from_slice(&number.to_le_bytes());
    tail.fill(u8::from(end.is_closed()));
    bits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Date, Kind, Layer, Period, Scope, Span};
    use crate::quantity::Interval;

    fn figure(entity: &str, year: u16, value: f64) -> Observation {
        let date = Date { year, month: None, day: None };
        Observation {
            id: format!("{entity}-{year}").into(),
            indicator: "a".into(),
            entity: entity.into(),
            scope: Scope::Whole,
            kind: Kind::Observation,
            period: Period { span: Span::AsOf(date), inferred: Vec::new() },
            quantity: None,
            interval: Some(Interval::point(value)),
            of: None,
            change: None,
            mentions: Vec::new(),
            notes: Vec::new(),
            layer: Layer::Reports,
            derived_from: None,
        }
    }

    #[test]
    fn it_is_another_one_as_soon_as_a_figure_is() {
        let (a, b) = (figure("x", 2024, 1.0), figure("y", 2024, 2.0));
        let of = |figures: &[&Observation]| fingerprint(figures.iter().copied());
        let whole = of(&[&a, &b]);
        assert_eq!(whole.len(), 8);
        assert_eq!(whole, of(&[&b, &a]), "the order does not matter");
        let renamed = Observation { id: "z".into(), layer: Layer::Context, ..a.clone() };
        assert_eq!(whole, of(&[&renamed, &b]), "nor what is only said about them");
        let to = Date { year: 2024, month: None, day: None };
        let period = Period { span: Span::SinceStart { to }, ..a.period.clone() };
        let running = Observation { period, ..a.clone() };
        let others = [
            of(&[]),
            of(&[&a]),
            of(&[&a, &b, &b]),
            of(&[&figure("x", 2025, 1.0), &b]),
            of(&[&figure("x", 2024, 1.5), &b]),
            of(&[&figure("x", 2024, 2.0), &figure("y", 2024, 1.0)]),
            of(&[&Observation { interval: None, ..a.clone() }, &b]),
            of(&[&Observation { indicator: "b".into(), ..a.clone() }, &b]),
            of(&[&Observation { kind: Kind::Target, ..a.clone() }, &b]),
            of(&[&running, &b]),
        ];
        for other in &others {
            assert_ne!(*other, whole);
        }
    }
}
