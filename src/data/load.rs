//! From JSON text to a checked [`Dataset`].

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::records::{Document, Entity, Indicator, List, Mention, Observation, Report, Story};
use super::schema::{ChangeAs, RawList, RawObservation, RawPeriod, RawQuantity, RawSources};
use super::validate::validate;
use super::{Dataset, Files, Id, Kind, Layer, Period, Problem, Span, lists};
use crate::quantity::{End, Hedge, Interval, Unit};

/// Reads and checks a dataset.
///
/// # Errors
/// Every [`Problem`] found, in the order of the files.
pub fn load(files: &Files<'_>) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let (reports, documents) = read_sources(files.sources, &mut problems);
    let mut dataset = Dataset {
        reports,
        documents,
        indicators: read::<Indicator>("indicators.json", files.indicators, &mut problems),
        entities: read::<Entity>("entities.json", files.entities, &mut problems),
        observations: Vec::new(),
        lists: Vec::new(),
        stories: read::<Story>("stories.json", files.stories, &mut problems),
        index: super::dataset::Index::default(),
    };
    for (file, text, layer) in [
        ("observations.json", files.observations, Layer::Reports),
        ("context.json", files.context, Layer::Context),
    ] {
        for raw in read::<RawObservation>(file, text, &mut problems) {
            dataset.observations.extend(check_observation(file, layer, raw, &mut problems));
        }
    }
    dataset.index_records(&mut problems);
    for raw in read::<RawList>("lists.json", files.lists, &mut problems) {
        let list = check_list(&dataset, raw, &mut problems);
        dataset.lists.extend(list);
    }
    if problems.is_empty() {
        validate(&dataset, &mut problems);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    lists::expand(&mut dataset);
    dataset.index_records(&mut problems);
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

/// Reads and checks the one file that the site ships, made by [`Files::bundle`].
///
/// # Errors
/// As [`load`]; a file cut short or not JSON is one problem of `data.json`.
pub fn load_bundle(text: &str) -> Result<Dataset, Vec<Problem>> {
    let parts: [&RawValue; 7] = serde_json::from_str(text)
        .map_err(|error| vec![Problem::new("data.json", "the file", "JSON", error.to_string())])?;
    load(&Files::from_texts(parts.map(RawValue::get)))
}

fn read_sources(text: &str, problems: &mut Vec<Problem>) -> (Vec<Report>, Vec<Document>) {
    const FILE: &str = "sources.json";
    match serde_json::from_str::<RawSources<'_>>(text) {
        Ok(raw) => (
            read_records(FILE, &raw.reports, problems),
            read_records(FILE, &raw.documents, problems),
        ),
        Err(error) => {
            problems.push(Problem::new(FILE, "the file", "JSON", error.to_string()));
            (Vec::new(), Vec::new())
        }
    }
}

fn read<T: DeserializeOwned>(file: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<T> {
    match serde_json::from_str::<Vec<&RawValue>>(text) {
        Ok(records) => read_records(file, &records, problems),
        Err(error) => {
            problems.push(Problem::new(file, "the file", "JSON", error.to_string()));
            Vec::new()
        }
    }
}

fn read_records<T: DeserializeOwned>(
    file: &str,
    records: &[&RawValue],
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let mut found = Vec::with_capacity(records.len());
    for (place, raw) in records.iter().enumerate() {
        match read_record(raw.get()) {
            Ok(record) => found.push(record),
            Err((field, expected)) => {
                let record = record_name(raw.get(), place);
                problems.push(Problem::new(file, &record, &field, expected));
            }
        }
    }
    found
}

/// Natively the path of the broken field is worth its weight; in the browser the data come
/// already checked from the build.
#[cfg(not(target_arch = "wasm32"))]
fn read_record<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| (error.path().to_string(), message(error.inner())))
}

#[cfg(target_arch = "wasm32")]
fn read_record<T: DeserializeOwned>(text: &str) -> Result<T, (String, String)> {
    serde_json::from_str(text).map_err(|error| (String::from("record"), message(&error)))
}

/// serde's message without its line and column, which count from the start of the record.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rfind(" at line ").and_then(|at| text.get(..at)).map_or(text.clone(), str::to_owned)
}

fn record_name(text: &str, place: usize) -> String {
    #[derive(serde::Deserialize)]
    struct Named {
        id: String,
    }
    serde_json::from_str::<Named>(text)
        .map_or_else(|_| format!("record {}", place + 1), |named| named.id)
}

fn check_observation(
    file: &str,
    layer: Layer,
    raw: RawObservation,
    problems: &mut Vec<Problem>,
) -> Option<Observation> {
    let id = raw.id.clone();
    let found = problems.len();
    let mut problem =
        |field: &str, expected: String| problems.push(Problem::new(file, &id, field, expected));

    let period = match (raw.period, raw.due) {
        (Some(period), None) => check_period(period, "period", &mut problem),
        (None, Some(due)) if raw.kind == Kind::Target => {
            Some(Period { span: Span::AsOf(due), inferred: Vec::new() })
        }
        (Some(period), Some(_)) if raw.kind == Kind::Target => {
            check_period(period, "period", &mut problem)
        }
        (None, None) => {
            problem("period", "expected a period (or `due` for a target)".into());
            None
        }
        _ => {
            problem("due", "expected only on a target".into());
            None
        }
    };
    let quantity = raw.quantity.and_then(|raw| check_quantity(raw, "quantity", &mut problem));
    check_change(raw.kind, raw.change_as, raw.base, &mut problem);
    let mut mentions = Vec::with_capacity(raw.mentions.len());
    for (place, mention) in raw.mentions.into_iter().enumerate() {
        let field = format!("mentions[{place}].quantity");
        let quantity = mention.quantity.and_then(|raw| check_quantity(raw, &field, &mut problem));
        mentions.push(Mention {
            source: mention.source,
            paragraph: mention.paragraph,
            printed: mention.printed,
            quantity,
            note: mention.note,
        });
    }
    if problems.len() > found {
        return None;
    }
    Some(Observation {
        id: raw.id,
        indicator: raw.indicator,
        entity: raw.entity,
        scope: raw.scope,
        kind: raw.kind,
        period: period?,
        interval: quantity.map(|quantity| quantity.interval()),
        quantity,
        of: raw.of,
        mentions,
        notes: raw.notes,
        layer,
        derived_from: None,
    })
}

fn check_period(
    raw: RawPeriod,
    field: &str,
    problem: &mut impl FnMut(&str, String),
) -> Option<Period> {
    raw.check().map_err(|expected| problem(field, expected.into())).ok()
}

fn check_quantity(
    raw: RawQuantity,
    field: &str,
    problem: &mut impl FnMut(&str, String),
) -> Option<crate::quantity::Quantity> {
    raw.check().map_err(|(name, expected)| problem(&format!("{field}.{name}"), expected)).ok()
}

fn check_change(
    kind: Kind,
    change_as: Option<ChangeAs>,
    base: Option<super::schema::RawBase>,
    problem: &mut impl FnMut(&str, String),
) {
    match (kind, change_as.is_some(), base) {
        (Kind::Change, false, _) => {
            problem(
                "as",
                "expected points, percent, times, absolute or undetermined on a change".into(),
            );
        }
        (Kind::Change, true, None) => {
            problem("base", "expected what the change is measured against".into());
        }
        (Kind::Change, true, Some(base)) => {
            if base.period.is_none() && base.observation.is_none() {
                problem("base", "expected a period or an observation".into());
            }
            if let Some(period) = base.period {
                check_period(period, "base.period", problem);
            }
        }
        (_, true, _) | (_, _, Some(_)) => problem("base", "expected only on a change".into()),
        _ => {}
    }
}

fn check_list(dataset: &Dataset, raw: RawList, problems: &mut Vec<Problem>) -> Option<List> {
    let id = raw.id.clone();
    let found = problems.len();
    let mut problem = |field: &str, expected: String| {
        problems.push(Problem::new("lists.json", &id, field, expected));
    };
    let period = check_period(raw.period, "period", &mut problem);
    let mut limit = |field: &str, from: Option<Id>, number: Option<f64>| match (from, number) {
        (Some(_), Some(_)) => {
            problem(field, "expected a number or an observation, not both".into());
            None
        }
        (Some(from), None) => {
            let interval = dataset.observation(&from).and_then(|o| o.interval);
            if interval.is_none() {
                problem(field, format!("expected an observation with a figure, found {from:?}"));
            }
            interval
        }
        (None, number) => number.map(Interval::point),
    };
    let low = limit("rest.low", raw.rest.low_from, raw.rest.low);
    let high = limit("rest.high", raw.rest.high_from, raw.rest.high);
    if low.is_none() && high.is_none() && problems.len() == found {
        problems.push(Problem::new(
            "lists.json",
            &id,
            "rest",
            "expected a limit for the units it does not name",
        ));
    }
    if problems.len() > found {
        return None;
    }
    let unit = dataset.indicator(&raw.indicator).map_or(Unit::Count, |indicator| indicator.unit);
    // A limit that is itself a printed figure reaches to the end of what that figure allows; a
    // round limit ("dưới 10%" for the others) is met from below by the rest.
    let high_end = high.map_or(End::Unbounded, |interval| match interval.high() {
        End::Closed(value) | End::Open(value) => End::Open(value),
        End::Unbounded => End::Unbounded,
    });
    Some(List {
        id: raw.id,
        indicator: raw.indicator,
        universe: raw.universe,
        period: period?,
        named: raw.named,
        top: raw.top,
        of: raw.of,
        rest: Interval::new(low.map_or(End::Unbounded, Interval::low), high_end)
            .clamped_to(unit.bounds()),
        mentions: raw.mentions.into_iter().map(|m| (m.source, m.paragraph)).collect(),
        notes: raw.notes,
    })
}

/// Used by the checks of ranks: a rank carries the number it is counted from.
pub(super) fn is_plain(quantity: &crate::quantity::Quantity) -> bool {
    quantity.hedge == Hedge::Exact
}
