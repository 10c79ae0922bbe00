//! Every place of the texts that the dataset names.

use ro_so::data::{Dataset, Kind, Layer, Mention};

use crate::agree::Said;
use crate::place::{Sought, Standing, standing};
use crate::texts::normalized;

/// What a record says about a place of a text.
pub(crate) struct Claim<'a> {
    /// File of the record.
    pub file: &'static str,
    /// Id of the record.
    pub record: &'a str,
    /// Path of the mention in the record: `mentions[0]`.
    pub field: String,
    /// Prefix of the text.
    pub seed: &'a str,
    /// Number of the paragraph.
    pub paragraph: Option<u16>,
    /// What is printed there, as [`normalized`].
    pub printed: String,
    /// What that says; none where a policy, a membership or a milestone has no figure.
    pub said: Option<Said<'a>>,
}

/// The mentions of the observations and of the milestones that name a report text. Bounds that
/// follow from lists are printed nowhere.
pub(crate) fn all(dataset: &Dataset) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    let printed = dataset.observations.iter().filter(|o| o.derived_from.is_none());
    for o in printed.filter(|o| o.layer == Layer::Reports) {
        for (at, mention) in o.mentions.iter().enumerate() {
            let quantity = mention.quantity.as_ref().or(o.quantity.as_ref());
            let said = quantity.map(|quantity| Said { quantity, kind: Some(o.kind), of: o.of });
            let place = ("observations.json", &*o.id, format!("mentions[{at}]"));
            claims.extend(claim(dataset, place, mention, said));
        }
    }
    for system in &dataset.systems {
        for (number, milestone) in system.milestones.iter().enumerate() {
            for (at, mention) in milestone.mentions.iter().enumerate() {
                let quantity = mention.quantity.as_ref();
                let said = quantity.map(|quantity| Said { quantity, kind: None, of: None });
                let field = format!("milestones[{number}].mentions[{at}]");
                claims.extend(claim(dataset, ("systems.json", &system.id, field), mention, said));
            }
        }
    }
    claims
}

/// None where the document is not one of the report texts.
fn claim<'a>(
    dataset: &'a Dataset,
    (file, record, field): (&'static str, &'a str, String),
    mention: &'a Mention,
    said: Option<Said<'a>>,
) -> Option<Claim<'a>> {
    let seed = dataset.document(&mention.source)?.seed.as_deref()?;
    let printed = normalized(&mention.printed);
    Some(Claim { file, record, field, seed, paragraph: mention.paragraph, printed, said })
}

impl Claim<'_> {
    /// Whether the record says that a figure stands there, not a name or a date.
    pub(crate) fn is_figure(&self) -> bool {
        self.said.is_some()
    }

    /// What to look for in the paragraph.
    fn sought(&self) -> Sought {
        match self.said {
            None => Sought::Name,
            Some(Said { kind: Some(Kind::Change), .. }) => Sought::Change,
            Some(_) => Sought::Figure,
        }
    }

    /// Where in a paragraph the claim is printed.
    pub(crate) fn standing(&self, paragraph: &str) -> Standing {
        standing(paragraph, &self.printed, self.sought())
    }
}
