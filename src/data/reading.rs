//! Builds a [`Dataset`] from its parsed files. What a build checks is in `load.rs`; a browser gets
//! data that a build has checked.

use std::fmt;

use super::decode::{Problems, Record, THOROUGH};
use super::json::Json;
use super::{Dataset, FILES, Layer, Problem, lists, schema};

/// A dataset that is read file by file, so that a browser can answer its reader in between.
pub struct Reading<'a> {
    pub(super) files: [Json<'a>; FILES.len()],
    /// The file that comes next.
    at: usize,
    pub(super) dataset: Dataset,
    pub(super) problems: Problems,
}

impl<'a> Reading<'a> {
    /// Begins with the one file that the site ships.
    ///
    /// # Errors
    /// Where it is cut short or not JSON.
    pub fn new(bundle: &'a str) -> Result<Self, Problem> {
        parsed(bundle).map(Self::of)
    }

    /// Begins with files that are parsed already, in the order of [`FILES`].
    pub(super) fn of(files: [Json<'a>; FILES.len()]) -> Self {
        Self { files, at: 0, dataset: Dataset::default(), problems: Problems::default() }
    }

    /// Reads the next file; returns whether there was one.
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

    /// The dataset, with the bounds that follow from its lists. Reads the remaining files first.
    ///
    /// # Errors
    /// Every [`Problem`] found, in the order of the files.
    pub fn done(mut self) -> Result<Dataset, Vec<Problem>> {
        while self.read_on() {}
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

/// The files of a bundle; in a browser, what is wrong with it comes without the reason.
pub(super) fn parsed(text: &str) -> Result<[Json<'_>; FILES.len()], Problem> {
    let problem = |reason: &dyn fmt::Display| {
        let expected = if THOROUGH { reason.to_string() } else { String::new() };
        Problem::new("data.json", "the file", "JSON", expected)
    };
    let parsed: Json<'_> = serde_json::from_str(text).map_err(|error| problem(&error))?;
    let Json::List(files) = parsed else { return Err(problem(&"expected an array")) };
    files.try_into().map_err(|_| problem(&format_args!("expected {} files", FILES.len())))
}

/// One of the two arrays of a file that holds two; a missing one is reported as not being an array.
fn part<'a>(sources: &'a Json<'a>, name: &str) -> &'a Json<'a> {
    sources.get(name).unwrap_or(&Json::Null)
}
