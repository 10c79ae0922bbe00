//! From JSON text to a checked [`Dataset`].

use serde_json::Value;

use super::decode::{Problems, Record};
use super::{Dataset, FILES, Files, Layer, Problem, lists, schema};

/// Reads and checks a dataset.
///
/// # Errors
/// Every [`Problem`] found, in the order of the files.
pub fn load(files: &Files<'_>) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let parsed = files.texts().map(|(name, text)| {
        serde_json::from_str::<Value>(text).unwrap_or_else(|error| {
            problems.push(Problem::new(name, "the file", "JSON", error.to_string()));
            Value::Array(Vec::new())
        })
    });
    if problems.is_empty() { build(&parsed) } else { Err(problems) }
}

/// Reads and checks the one file that the site ships, made by [`Files::bundle`].
///
/// # Errors
/// As [`load`]; a file cut short or not JSON is one problem of `data.json`.
pub fn load_bundle(text: &str) -> Result<Dataset, Vec<Problem>> {
    let problem = |expected: String| vec![Problem::new("data.json", "the file", "JSON", expected)];
    let parsed: Value = serde_json::from_str(text).map_err(|error| problem(error.to_string()))?;
    match parsed {
        Value::Array(files) => {
            let files: Result<[Value; 7], _> = files.try_into();
            build(&files.map_err(|_| problem(format!("expected {} files", FILES.len())))?)
        }
        _ => Err(problem("expected an array".into())),
    }
}

/// Builds a dataset from its parsed files, in the order of [`FILES`].
fn build(files: &[Value; 7]) -> Result<Dataset, Vec<Problem>> {
    let problems = Problems::default();
    let [sources, indicators, entities, observations, context, lists, stories] = files;
    let records = |at: usize, value| Record::all(FILES[at], value, &problems);
    let mut dataset = Dataset {
        reports: records(0, part(sources, "reports")).iter().filter_map(schema::report).collect(),
        documents: records(0, part(sources, "documents"))
            .iter()
            .filter_map(schema::document)
            .collect(),
        indicators: records(1, indicators).iter().filter_map(schema::indicator).collect(),
        entities: records(2, entities).iter().filter_map(schema::entity).collect(),
        stories: records(6, stories).iter().filter_map(schema::story).collect(),
        ..Dataset::default()
    };
    for (at, file, layer) in [(3, observations, Layer::Reports), (4, context, Layer::Context)] {
        let read = records(at, file);
        dataset.observations.extend(read.iter().filter_map(|r| schema::observation(r, layer)));
    }
    dataset.index_records(&mut problems.borrow_mut());
    dataset.lists = records(5, lists).iter().filter_map(|r| schema::list(r, &dataset)).collect();
    let mut problems = problems.into_inner();
    // The browser gets its data from a build that has checked them.
    #[cfg(not(target_arch = "wasm32"))]
    if problems.is_empty() {
        super::validate::validate(&dataset, &mut problems);
    }
    if problems.is_empty() {
        lists::expand(&mut dataset);
        dataset.index_records(&mut problems);
    }
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

/// One of the two arrays of `sources.json`; a missing one is reported as not being an array.
fn part<'a>(sources: &'a Value, name: &str) -> &'a Value {
    sources.get(name).unwrap_or(&Value::Null)
}
