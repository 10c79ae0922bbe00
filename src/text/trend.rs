//! What became of a figure, as a sentence.

use super::{figure, outcome_sentence, reason_sentence, when};
use crate::compare::how_it_changed;
use crate::data::{Dataset, Observation};
use crate::view::Lang;

/// What became of a figure: the change between two dates; where the two may not be joined, that
/// they do not follow each other and why. `None` where a figure is not a number.
pub fn change(
    dataset: &Dataset,
    name: &str,
    (earlier, later): (&Observation, &Observation),
    lang: Lang,
) -> Option<String> {
    let outcome = how_it_changed(dataset, earlier, later);
    if outcome.answer.is_ok() {
        return Some(outcome_sentence(dataset, &outcome, lang));
    }
    let told = |o: &Observation| {
        Some(format!("{} ({})", figure(&o.quantity?, lang), when(&o.period, lang)))
    };
    let (from, to) = (told(earlier)?, told(later)?);
    let why = outcome.judgement.reasons.first().map(|(reason, _)| reason_sentence(reason, lang));
    let why = why.map_or(String::new(), |why| format!(" {why}"));
    Some(match lang {
        Lang::Vi => format!("{name}: {to} không so trực tiếp được với {from}.{why}"),
        Lang::En => format!("{name}: {to} cannot be held directly against {from}.{why}"),
    })
}
