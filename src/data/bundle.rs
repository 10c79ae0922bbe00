//! The dataset as text: the JSON files of `seeds/`, and the one file that the site ships.

/// The JSON texts of a dataset, one field a file of `seeds/`.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// `sources.json`
    pub sources: &'a str,
    /// `indicators.json`
    pub indicators: &'a str,
    /// `entities.json`
    pub entities: &'a str,
    /// `observations.json`: what the five report texts print.
    pub observations: &'a str,
    /// `context.json`: figures of other publications.
    pub context: &'a str,
    /// `lists.json`
    pub lists: &'a str,
    /// `stories.json`
    pub stories: &'a str,
}

/// Names of the files, in the order of the fields of [`Files`].
pub const FILES: [&str; 7] = [
    "sources.json",
    "indicators.json",
    "entities.json",
    "observations.json",
    "context.json",
    "lists.json",
    "stories.json",
];

impl<'a> Files<'a> {
    /// The files in the order of [`FILES`].
    pub fn from_texts(texts: [&'a str; 7]) -> Self {
        let [sources, indicators, entities, observations, context, lists, stories] = texts;
        Self { sources, indicators, entities, observations, context, lists, stories }
    }

    /// Each file with its name, in the order of [`FILES`].
    pub(super) fn texts(&self) -> [(&'static str, &'a str); 7] {
        let Self { sources, indicators, entities, observations, context, lists, stories } = *self;
        let texts = [sources, indicators, entities, observations, context, lists, stories];
        let mut at = 0;
        texts.map(|text| {
            at += 1;
            (FILES[at - 1], text)
        })
    }

    /// One JSON array of all files, in the order of [`FILES`]: what the site ships.
    pub fn bundle(&self) -> String {
        let Self { sources, indicators, entities, observations, context, lists, stories } = self;
        format!("[{sources},{indicators},{entities},{observations},{context},{lists},{stories}]")
    }
}
