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
    if problems.is_empty() { build(parsed, true) } else { Err(problems) }
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
    build(parsed(text).map_err(|problem| vec![problem])?, is_checked)
}

/// The files of a bundle.
fn parsed(text: &str) -> Result<[Json<'_>; FILES.len()], Problem> {
    let problem = |expected: String| Problem::new("data.json", "the file", "JSON", expected);
    let parsed: Json<'_> =
        serde_json::from_str(text).map_err(|error| problem(error.to_string()))?;
    let Json::List(files) = parsed else { return Err(problem("expected an array".into())) };
    files.try_into().map_err(|_| problem(format!("expected {} files", FILES.len())))
}

/// Builds a dataset from its parsed files, in the order of [`FILES`].
#[cfg_attr(target_arch = "wasm32", expect(unused_variables, reason = "nothing is checked there"))]
fn build(files: [Json<'_>; FILES.len()], is_checked: bool) -> Result<Dataset, Vec<Problem>> {
    let mut reading = Reading::of(files);
    #[cfg(not(target_arch = "wasm32"))]
    if is_checked {
        reading.check_parts(0, ["reports", "documents"]);
        reading.check_parts(9, ["sections", "terms"]);
    }
    while reading.read_on() {}
    #[cfg(not(target_arch = "wasm32"))]
    if is_checked && reading.problems.borrow().is_empty() {
        reading.check_bases();
    }
    // The browser gets its data from a build that has checked them.
    #[cfg(not(target_arch = "wasm32"))]
    if is_checked && reading.problems.borrow().is_empty() {
        super::validate::validate(&reading.dataset, reading.problems.get_mut());
    }
    reading.done()
}

/// A dataset that is read file by file, so that a browser can answer its reader in between.
pub struct Reading<'a> {
    files: [Json<'a>; FILES.len()],
    /// The file that comes next.
    at: usize,
    dataset: Dataset,
    problems: Problems,
}

impl<'a> Reading<'a> {
    /// Begins with the one file that the site ships.
    ///
    /// # Errors
    /// Where that was cut short or is not JSON.
    pub fn new(bundle: &'a str) -> Result<Self, Problem> {
        parsed(bundle).map(Self::of)
    }

    fn of(files: [Json<'a>; FILES.len()]) -> Self {
        Self { files, at: 0, dataset: Dataset::default(), problems: Problems::default() }
    }

    /// Reads the next file; says whether there are more.
    pub fn read_on(&mut self) -> bool {
        let Some(file) = self.files.get(self.at) else { return false };
        let (problems, dataset) = (&self.problems, &mut self.dataset);
        let records = |value| Record::all(FILES[self.at], value, problems);
        let observations =
            |layer| records(file).into_iter().filter_map(move |r| schema::observation(&r, layer));
        match self.at {
            0 => {
                let [reports, documents] = ["reports", "documents"].map(|name| part(file, name));
                dataset.reports = all(records(reports), schema::report);
                dataset.documents = all(records(documents), schema::document);
            }
            1 => dataset.indicators = all(records(file), schema::indicator),
            2 => dataset.entities = all(records(file), schema::entity),
            3 => dataset.observations.extend(observations(Layer::Reports)),
            4 => dataset.observations.extend(observations(Layer::Context)),
            5 => {
                dataset.index_records(&mut problems.borrow_mut());
                let of_figures = |p: &Problem| p.file == FILES[3] || p.file == FILES[4];
                let complete = !problems.borrow().iter().any(of_figures);
                let read = records(file);
                dataset.lists =
                    read.iter().filter_map(|r| schema::list(r, dataset, complete)).collect();
            }
            6 => dataset.stories = all(records(file), schema::story),
            7 => dataset.systems = all(records(file), schema::system),
            8 => dataset.checks = all(records(file), schema::check),
            9 => {
                dataset.method = all(records(part(file, "sections")), schema::method_section);
                dataset.terms = all(records(part(file, "terms")), schema::term);
            }
            _ => dataset.errata = all(records(file), schema::erratum),
        }
        self.at += 1;
        true
    }

    /// The dataset, with what follows from its lists.
    ///
    /// # Errors
    /// Every [`Problem`] found.
    pub fn done(self) -> Result<Dataset, Vec<Problem>> {
        let Self { mut dataset, problems, .. } = self;
        let mut problems = problems.into_inner();
        if problems.is_empty() {
            lists::expand(&mut dataset);
            dataset.index_records(&mut problems);
        }
        if problems.is_empty() { Ok(dataset) } else { Err(problems) }
    }
}

/// The records that are sound.
fn all<T>(records: Vec<Record<'_>>, read: fn(&Record<'_>) -> Option<T>) -> Vec<T> {
    records.iter().filter_map(read).collect()
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

#[cfg(not(target_arch = "wasm32"))]
impl Reading<'_> {
    /// A change names the observation that it is measured against; nothing else holds that id yet.
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

    /// Two of the files hold an object of two arrays and nothing else.
    fn check_parts(&self, at: usize, parts: [&str; 2]) {
        let problem = |field: &str, expected: &str| {
            let problem = Problem::new(FILES[at], "the file", field, expected);
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

/// One of the two arrays of a file that holds two; a missing one is reported as not being an array.
fn part<'a>(sources: &'a Json<'a>, name: &str) -> &'a Json<'a> {
    sources.get(name).unwrap_or(&Json::Null)
}
