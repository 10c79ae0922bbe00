//! The records exactly as the JSON files write them, before they are checked.

use std::rc::Rc;

use serde::Deserialize;

use super::records::{EntityKind, Id, Kind, Scope, Text};
use super::{Date, Period, Span};
use crate::quantity::{Amount, Hedge, Quantity, Reading, Unit};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawSources<'a> {
    #[serde(borrow)]
    pub reports: Vec<&'a serde_json::value::RawValue>,
    #[serde(borrow)]
    pub documents: Vec<&'a serde_json::value::RawValue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawObservation {
    pub id: Id,
    pub indicator: Id,
    pub entity: Id,
    #[serde(default = "whole")]
    pub scope: Scope,
    #[serde(default = "observation")]
    pub kind: Kind,
    pub period: Option<RawPeriod>,
    pub due: Option<Date>,
    pub base: Option<RawBase>,
    #[serde(rename = "as")]
    pub change_as: Option<ChangeAs>,
    pub quantity: Option<RawQuantity>,
    pub of: Option<u16>,
    pub mentions: Vec<RawMention>,
    #[serde(default)]
    pub notes: Vec<Text>,
}

fn whole() -> Scope {
    Scope::Whole
}

fn observation() -> Kind {
    Kind::Observation
}

/// How a change is expressed.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub(super) enum ChangeAs {
    Points,
    Percent,
    Times,
    Absolute,
    Undetermined,
}

/// What a change is measured against.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawBase {
    pub period: Option<RawPeriod>,
    pub observation: Option<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawPeriod {
    as_of: Option<Date>,
    during: Option<RawDuring>,
    since_start: Option<RawSinceStart>,
    #[serde(default)]
    inferred: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDuring {
    from: Date,
    to: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSinceStart {
    to: Date,
}

impl RawPeriod {
    /// The period, or what is wrong with it.
    pub(super) fn check(self) -> Result<Period, &'static str> {
        let span = match (self.as_of, self.during, self.since_start) {
            (Some(date), None, None) => Span::AsOf(date),
            (None, Some(RawDuring { from, to }), None) => {
                if from.first_day() > to.last_day() {
                    return Err("expected `from` to come before `to`");
                }
                Span::During { from, to }
            }
            (None, None, Some(RawSinceStart { to })) => Span::SinceStart { to },
            _ => return Err("expected exactly one of as_of, during, since_start"),
        };
        if self
            .inferred
            .iter()
            .any(|part| !matches!(part.as_str(), "from" | "to" | "as_of" | "year"))
        {
            return Err("expected `inferred` to name from, to, as_of or year");
        }
        Ok(Period { span, inferred: self.inferred })
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        RawPeriod::deserialize(deserializer)?.check().map_err(serde::de::Error::custom)
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Qualifier {
    Exact,
    About,
    Estimated,
    Above,
    Below,
    AtLeast,
    AtMost,
    Range,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum RawReading {
    Rounding,
    Threshold,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawQuantity {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    #[serde(default)]
    low_open: bool,
    #[serde(default)]
    high_open: bool,
    step: f64,
    unit: Unit,
    qualifier: Qualifier,
    reading: Option<RawReading>,
    denominator: Option<f64>,
}

impl RawQuantity {
    /// The quantity, or the field that is wrong and what was expected of it.
    pub(super) fn check(self) -> Result<Quantity, (&'static str, String)> {
        let hedge = self.hedge()?;
        let amount = self.amount()?;
        if !(self.step.is_finite() && self.step > 0.0) {
            return Err(("step", format!("expected a number above 0, found {}", self.step)));
        }
        let bounds = self.unit.bounds();
        let numbers = match amount {
            Amount::Value(value) => [value, value],
            Amount::Range { low, high, .. } => [low, high],
        };
        for number in numbers {
            if !bounds.holds(number) {
                let unit = self.unit;
                return Err((
                    "value",
                    format!("expected a value that {unit:?} can have, found {number}"),
                ));
            }
            let steps = number / self.step;
            if (steps - steps.round()).abs() > 1e-6 {
                let step = self.step;
                return Err((
                    "step",
                    format!("expected {number} to be a multiple of the step {step}"),
                ));
            }
        }
        if let Some(whole) = self.denominator
            && !(whole >= numbers[1] && whole > 0.0)
        {
            return Err((
                "denominator",
                format!("expected at least {}, found {whole}", numbers[1]),
            ));
        }
        Ok(Quantity {
            amount,
            step: self.step,
            unit: self.unit,
            hedge,
            denominator: self.denominator,
        })
    }

    fn hedge(&self) -> Result<Hedge, (&'static str, String)> {
        let reading = self.reading.map(|reading| match reading {
            RawReading::Rounding => Reading::Rounding,
            RawReading::Threshold => Reading::Threshold,
        });
        match (self.qualifier, reading) {
            (Qualifier::Above, Some(reading)) => Ok(Hedge::Above(reading)),
            (Qualifier::Below, Some(reading)) => Ok(Hedge::Below(reading)),
            (Qualifier::Above | Qualifier::Below, None) => {
                Err(("reading", "expected rounding or threshold beside above and below".into()))
            }
            (_, Some(_)) => Err(("reading", "expected only beside above and below".into())),
            (Qualifier::Exact | Qualifier::Range, None) => Ok(Hedge::Exact),
            (Qualifier::About, None) => Ok(Hedge::About),
            (Qualifier::Estimated, None) => Ok(Hedge::Estimated),
            (Qualifier::AtLeast, None) => Ok(Hedge::AtLeast),
            (Qualifier::AtMost, None) => Ok(Hedge::AtMost),
        }
    }

    fn amount(&self) -> Result<Amount, (&'static str, String)> {
        let is_range = matches!(self.qualifier, Qualifier::Range);
        match (self.value, self.low, self.high) {
            (Some(value), None, None) if !is_range => Ok(Amount::Value(value)),
            (None, Some(low), Some(high)) if is_range => {
                if low > high {
                    return Err(("low", format!("expected at most high ({high}), found {low}")));
                }
                let Self { low_open, high_open, .. } = *self;
                Ok(Amount::Range { low, low_open, high, high_open })
            }
            _ if is_range => {
                Err(("low", "expected low and high, and no value, for a range".into()))
            }
            _ => Err(("value", "expected value alone, without low and high".into())),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawMention {
    pub source: Id,
    pub paragraph: Option<u16>,
    pub printed: Rc<str>,
    pub quantity: Option<RawQuantity>,
    pub note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawList {
    pub id: Id,
    pub indicator: Id,
    pub universe: EntityKind,
    pub period: RawPeriod,
    pub named: Vec<Id>,
    pub top: Option<u16>,
    pub of: Option<u16>,
    pub rest: RawRest,
    pub mentions: Vec<RawListMention>,
    #[serde(default)]
    pub notes: Vec<Text>,
}

/// Limits of the unnamed units: numbers, or the observations that end the named ones.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawRest {
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub low_from: Option<Id>,
    pub high_from: Option<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawListMention {
    pub source: Id,
    pub paragraph: Option<u16>,
}
