//! Lists, and what they imply for the units that they do not name.

use super::entity::ENTITY_KINDS;
use super::observation::period;
use crate::data::decode::{Record, THOROUGH};
use crate::data::records::List;
use crate::data::{Dataset, EntityKind};
use crate::quantity::{End, Interval, Unit};

/// `complete` says whether all observations were sound: otherwise a list is not blamed for a
/// missing one.
pub(in crate::data) fn list(r: &Record<'_>, dataset: &Dataset, complete: bool) -> Option<List> {
    r.needs("named");
    r.needs("mentions");
    let indicator = r.string("indicator");
    let unit = dataset.indicator(&indicator).map_or(Unit::Count, |indicator| indicator.unit);
    let ends = r.maybe_record("rest");
    let end = |name| ends.as_ref().and_then(|rest| rest.maybe_string(name));
    let (low_from, high_from) = (end("low_from"), end("high_from"));
    let rest =
        r.record("rest").map(|rest| self::rest(&rest, dataset, complete).clamped_to(unit.bounds()));
    let period = r.record("period").and_then(|period| self::period(&period));
    let mentions = r.records("mentions");
    let place = |mention: &Record<'_>| {
        let place = (mention.string("source"), mention.maybe_count("paragraph"));
        mention.is_sound();
        place
    };
    let list = List {
        id: r.string("id"),
        indicator,
        universe: r.choice("universe", ENTITY_KINDS).unwrap_or(EntityKind::Group),
        named: r.ids("named"),
        top: r.maybe_count("top"),
        of: r.maybe_count("of"),
        mentions: mentions.iter().map(place).collect(),
        notes: r.texts("notes"),
        period: period?,
        rest: rest?,
        low_from,
        high_from,
    };
    r.is_sound().then_some(list)
}

/// Limits of the units that a list does not name: numbers, or the observations that end the named
/// ones. The low limit is possible, the high one is not.
fn rest(r: &Record<'_>, dataset: &Dataset, complete: bool) -> Interval {
    let limit = |number: &'static str, from: &'static str| {
        let (value, id) = (r.maybe_number(number), r.maybe_string(from));
        let Some(id) = id else { return value.map(Interval::point) };
        if value.is_some() {
            r.problem(number, "expected a number or an observation, not both");
        }
        let interval = dataset.observation(&id).and_then(|observation| observation.interval);
        if THOROUGH && interval.is_none() && complete {
            r.problem(from, format!("expected an observation with a figure, found {id:?}"));
        }
        interval
    };
    let (low, high) = (limit("low", "low_from"), limit("high", "high_from"));
    if !["low", "high", "low_from", "high_from"].into_iter().any(|name| r.has(name)) {
        r.problem("", "expected a limit for the units it does not name");
    }
    let ends = low.and_then(|low| low.low().value()).zip(high.and_then(|high| high.high().value()));
    if ends.is_some_and(|(low, high)| low > high) {
        r.problem("", "expected the low limit below the high one");
    }
    r.is_sound();
    // A limit that is a printed figure reaches to the end of that figure's interval.
    let high = high.and_then(|interval| interval.high().value()).map_or(End::Unbounded, End::Open);
    Interval::new(low.map_or(End::Unbounded, Interval::low), high)
}
