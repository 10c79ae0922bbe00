//! What is wrong with a dataset, in words that lead a maintainer to the place.

use std::fmt;

/// One thing that is wrong with a record.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Problem {
    /// File name, such as `observations.json`.
    pub file: String,
    /// Id of the record, or its place ("record 12") where it has no id.
    pub record: String,
    /// Name of the field, with a path for nested ones (`mentions[0].paragraph`).
    pub field: String,
    /// What was expected, and what was found.
    pub expected: String,
}

impl Problem {
    /// A problem of a field of a record.
    pub fn new(file: &str, record: &str, field: &str, expected: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            record: record.into(),
            field: field.into(),
            expected: expected.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, record, field, expected } = self;
        write!(f, "{file}: {record}: {field}: {expected}")
    }
}

impl std::error::Error for Problem {}
