//! Who says so: documents that summarise one report are one witness.

use crate::data::{Dataset, Document, Id, Mention, Observation, Report};

/// One independent source of a figure, with every passage that prints what it says.
#[derive(Clone, Debug)]
pub struct Witness<'a> {
    /// The report that the documents summarise, where there is one.
    pub report: Option<&'a Report>,
    /// The documents, each once, in the order of the mentions.
    pub documents: Vec<&'a Document>,
    /// The passages that print it.
    pub mentions: Vec<&'a Mention>,
}

/// The independent sources of a figure.
pub fn who_says_so<'a>(dataset: &'a Dataset, observation: &'a Observation) -> Vec<Witness<'a>> {
    witnesses(dataset, observation.mentions.iter())
}

/// The independent sources behind several passages, in the order of the passages.
pub fn witnesses<'a>(
    dataset: &'a Dataset,
    mentions: impl Iterator<Item = &'a Mention>,
) -> Vec<Witness<'a>> {
    let mut witnesses: Vec<(Id, Witness<'a>)> = Vec::new();
    for mention in mentions {
        let Some(document) = dataset.document(&mention.source) else { continue };
        let origin = document.report.as_ref().unwrap_or(&document.id);
        let at = witnesses.iter().position(|(known, _)| known == origin).unwrap_or_else(|| {
            let report = document.report.as_ref().and_then(|id| dataset.report(id));
            let witness = Witness { report, documents: Vec::new(), mentions: Vec::new() };
            witnesses.push((origin.clone(), witness));
            witnesses.len() - 1
        });
        if let Some((_, witness)) = witnesses.get_mut(at) {
            witness.mentions.push(mention);
            if !witness.documents.iter().any(|known| known.id == document.id) {
                witness.documents.push(document);
            }
        }
    }
    witnesses.into_iter().map(|(_, witness)| witness).collect()
}
