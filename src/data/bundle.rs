//! The dataset as text: the JSON files of `seeds/`, and the one file that the site ships.

/// Names of the files of `seeds/`, in the order in which they are read.
pub const FILES: [&str; 11] = [
    "sources.json",
    "indicators.json",
    "entities.json",
    // Figures that the five report texts print.
    "observations.json",
    // Figures of other publications.
    "context.json",
    "lists.json",
    "stories.json",
    "systems.json",
    // Identities between figures that can be recomputed.
    "checks.json",
    // Texts of the page on method: how figures are read, and the glossary.
    "method.json",
    // Corrections.
    "errata.json",
];

/// The JSON texts of a dataset, in the order of [`FILES`].
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy, Debug)]
pub struct Files<'a>([&'a str; FILES.len()]);

#[cfg(not(target_arch = "wasm32"))]
impl<'a> Files<'a> {
    /// The texts in the order of [`FILES`].
    pub fn from_texts(texts: [&'a str; FILES.len()]) -> Self {
        Self(texts)
    }

    /// Each text, in the order of [`FILES`].
    pub(super) fn texts(&self) -> [&'a str; FILES.len()] {
        self.0
    }

    /// One JSON array of all files, in the order of [`FILES`]: what the site ships.
    pub fn bundle(&self) -> String {
        format!("[{}]", self.0.join(","))
    }
}
