//! From JSON text to a checked [`Dataset`].

use super::decode::{Problems, Record};
use super::json::Json;
use super::{Dataset, FILES, Files, Layer, Problem, lists, schema};

/// Stands for the record in a problem of the whole file.
#[cfg(not(target_arch = "wasm32"))]
const FILE: &str = "the file";

/// Reads and checks a dataset.
///
/// # Errors
/// Every [`Problem`] found, in the order of the files.
pub fn load(files: &Files<'_>) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut names = FILES.iter();
    let parsed = files.texts().map(|text| {
        let name = names.next().copied().unwrap_or_default();
        serde_json::from_str::<Json<'_>>(text).unwrap_or_else(|error| {
            let told = error.to_string();
            #[cfg(not(target_arch = "wasm32"))]
            let told = told + comma_hint(text, &error);
            problems.push(Problem::new(name, "the file", "JSON", told));
            Json::List(Vec::new())
        })
    });
    #[cfg(not(target_arch = "wasm32"))]
    for (name, value) in FILES.iter().zip(&parsed) {
        problems.extend(value.fields_written_twice().iter().map(|path| {
            let (place, field) = path.split_once('.').unwrap_or((FILE, path));
            let record = place.parse().ok().and_then(|at: usize| value.list()?.get(at)?.get("id"));
            let id = record.and_then(Json::text).unwrap_or(place);
            Problem::new(name, id, field, "expected once, found twice")
        }));
    }
    if problems.is_empty() { build(&parsed, true) } else { Err(problems) }
}

/// Reads and checks the one file that the site ships, made by [`Files::bundle`].
///
/// # Errors
/// As [`load`]; a file cut short or not JSON is one problem of `data.json`.
pub fn load_bundle(text: &str) -> Result<Dataset, Vec<Problem>> {
    read_bundle(text, cfg!(not(target_arch = "wasm32")))
}

/// The same; `is_checked` is whether the dataset is validated, which a browser leaves to the build
/// that its data come from.
///
/// # Errors
/// As [`load_bundle`].
pub fn read_bundle(text: &str, is_checked: bool) -> Result<Dataset, Vec<Problem>> {
    let problem = |expected: String| vec![Problem::new("data.json", "the file", "JSON", expected)];
    let parsed: Json<'_> =
        serde_json::from_str(text).map_err(|error| problem(error.to_string()))?;
    match parsed {
        Json::List(files) => {
            let files: Result<[Json<'_>; FILES.len()], _> = files.try_into();
            let files = files.map_err(|_| problem(format!("expected {} files", FILES.len())))?;
            build(&files, is_checked)
        }
        _ => Err(problem("expected an array".into())),
    }
}

/// Builds a dataset from its parsed files, in the order of [`FILES`].
#[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "nothing is checked there"))]
fn build(files: &[Json<'_>; FILES.len()], is_checked: bool) -> Result<Dataset, Vec<Problem>> {
    let problems = Problems::default();
    #[cfg(not(target_arch = "wasm32"))]
    if is_checked {
        check_parts(0, &files[0], ["reports", "documents"], &problems);
        check_parts(9, &files[9], ["sections", "terms"], &problems);
    }
    let [
        sources,
        indicators,
        entities,
        observations,
        context,
        lists,
        stories,
        systems,
        checks,
        method,
        errata,
    ] = files;
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
        systems: records(7, systems).iter().filter_map(schema::system).collect(),
        checks: records(8, checks).iter().filter_map(schema::check).collect(),
        method: records(9, part(method, "sections"))
            .iter()
            .filter_map(schema::method_section)
            .collect(),
        terms: records(9, part(method, "terms")).iter().filter_map(schema::term).collect(),
        errata: records(10, errata).iter().filter_map(schema::erratum).collect(),
        ..Dataset::default()
    };
    for (at, file, layer) in [(3, observations, Layer::Reports), (4, context, Layer::Context)] {
        let read = records(at, file);
        dataset.observations.extend(read.iter().filter_map(|r| schema::observation(r, layer)));
    }
    dataset.index_records(&mut problems.borrow_mut());
    let complete = !problems.borrow().iter().any(|p| p.file == FILES[3] || p.file == FILES[4]);
    let read = records(5, lists);
    dataset.lists = read.iter().filter_map(|r| schema::list(r, &dataset, complete)).collect();
    #[cfg(not(target_arch = "wasm32"))]
    if is_checked && problems.borrow().is_empty() {
        check_bases(&dataset, [observations, context], &problems);
    }
    let mut problems = problems.into_inner();
    // The browser gets its data from a build that has checked them.
    #[cfg(not(target_arch = "wasm32"))]
    if is_checked && problems.is_empty() {
        super::validate::validate(&dataset, &mut problems);
    }
    if problems.is_empty() {
        lists::expand(&mut dataset);
        dataset.index_records(&mut problems);
    }
    if problems.is_empty() { Ok(dataset) } else { Err(problems) }
}

/// The texts print decimal commas; JSON takes the digits behind one for the name of a field, and
/// says so in words that do not lead there.
#[cfg(not(target_arch = "wasm32"))]
fn comma_hint(text: &str, error: &serde_json::Error) -> &'static str {
    let line = text.lines().nth(error.line().saturating_sub(1)).unwrap_or_default();
    let (before, rest) = line.as_bytes().split_at(error.column().saturating_sub(1).min(line.len()));
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    match before {
        [.., digit, b','] if is_digit(Some(digit)) && is_digit(rest.first()) => {
            " (a number takes a decimal point, not a comma)"
        }
        _ => "",
    }
}

/// A change names the observation that it is measured against; nothing else holds that id yet.
#[cfg(not(target_arch = "wasm32"))]
fn check_bases(dataset: &Dataset, files: [&Json<'_>; 2], problems: &Problems) {
    for (file, records) in FILES[3..5].iter().zip(files) {
        for record in records.list().into_iter().flatten() {
            let base = record.get("base").and_then(|base| base.get("observation")?.text());
            let unknown = base.filter(|id| dataset.observation(id).is_none());
            if let (Some(id), Some(name)) = (unknown, record.get("id").and_then(Json::text)) {
                let expected = format!("expected the id of an observation, found {id:?}");
                let problem = Problem::new(file, name, "base.observation", expected);
                problems.borrow_mut().push(problem);
            }
        }
    }
}

/// Two of the files hold an object of two arrays and nothing else.
#[cfg(not(target_arch = "wasm32"))]
fn check_parts(at: usize, file: &Json<'_>, parts: [&str; 2], problems: &Problems) {
    let problem = |field: &str, expected: &str| {
        problems.borrow_mut().push(Problem::new(FILES[at], "the file", field, expected));
    };
    for part in parts {
        if file.get(part).and_then(Json::list).is_none() {
            problem(part, "expected an array");
        }
    }
    for (name, _) in file.fields().into_iter().flatten() {
        if !parts.contains(&&**name) {
            problem(name, &format!("unknown field; expected one of {}", parts.join(", ")));
        }
    }
}

/// One of the two arrays of a file that holds two; a missing one is reported as not being an array.
fn part<'a>(sources: &'a Json<'a>, name: &str) -> &'a Json<'a> {
    sources.get(name).unwrap_or(&Json::Null)
}
