//! From JSON text to a checked [`Dataset`]. Native builds only: a browser gets data that is checked
//! already.

use super::json::Json;
use super::reading::{Reading, parsed};
use super::{Dataset, FILES, Files, Problem, validate};

/// Takes the place of the record in a problem with the whole file.
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
            let told = error.to_string() + comma_hint(text, &error);
            problems.push(Problem::new(name, FILE, "JSON", told));
            Json::List(Vec::new())
        })
    });
    for (name, value) in FILES.iter().zip(&parsed) {
        problems.extend(value.fields_written_twice().iter().map(|path| {
            let (place, field) = path.split_once('.').unwrap_or((FILE, path));
            let record = place.parse().ok().and_then(|at: usize| value.list()?.get(at)?.get("id"));
            let id = record.and_then(Json::text).unwrap_or(place);
            Problem::new(name, id, field, "expected once, found twice")
        }));
    }
    if problems.is_empty() { build(parsed, true) } else { Err(problems) }
}

/// Reads and checks the one file that the site ships, made by [`Files::bundle`].
///
/// # Errors
/// As for [`load`]; a bundle that is cut short or not JSON is one problem of `data.json`.
pub fn load_bundle(text: &str) -> Result<Dataset, Vec<Problem>> {
    read_bundle(text, true)
}

/// Like [`load_bundle`], but unless `is_checked` it only reads, as a browser does.
///
/// # Errors
/// As for [`load_bundle`].
pub fn read_bundle(text: &str, is_checked: bool) -> Result<Dataset, Vec<Problem>> {
    build(parsed(text).map_err(|problem| vec![problem])?, is_checked)
}

/// Builds a dataset from its parsed files, in the order of [`FILES`].
fn build(files: [Json<'_>; FILES.len()], is_checked: bool) -> Result<Dataset, Vec<Problem>> {
    let mut reading = Reading::of(files);
    if is_checked {
        reading.check_parts(0, ["reports", "documents"]);
        reading.check_parts(9, ["sections", "terms"]);
    }
    while reading.read_on() {}
    if is_checked && reading.problems.borrow().is_empty() {
        reading.check_bases();
    }
    if is_checked && reading.problems.borrow().is_empty() {
        validate::validate(&reading.dataset, reading.problems.get_mut());
    }
    reading.done()
}

/// A hint for decimal commas, as the texts print them: the JSON parser takes the digits behind one
/// for a field name, and its message misleads.
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

impl Reading<'_> {
    /// Reports changes whose base is not a known observation.
    fn check_bases(&self) {
        for (name, file) in FILES.iter().zip(&self.files).skip(3).take(2) {
            for record in file.list().into_iter().flatten() {
                let base = record.get("base").and_then(|base| base.get("observation")?.text());
                let unknown = base.filter(|id| self.dataset.observation(id).is_none());
                if let (Some(id), Some(of)) = (unknown, record.get("id").and_then(Json::text)) {
                    let expected = format!("expected the id of an observation, found {id:?}");
                    let problem = Problem::new(name, of, "base.observation", expected);
                    self.problems.borrow_mut().push(problem);
                }
            }
        }
    }

    /// Checks one of the two files that hold an object of two arrays and nothing else.
    fn check_parts(&self, at: usize, parts: [&str; 2]) {
        let problem = |field: &str, expected: &str| {
            let problem = Problem::new(FILES[at], FILE, field, expected);
            self.problems.borrow_mut().push(problem);
        };
        let file = &self.files[at];
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
}
