//! Finding a figure by what was printed: that is what an editor has in hand.

use super::{Found, Hit};
use crate::compare::sort_stably;
use crate::compare::vietnamese::fold_but;
use crate::data::{Dataset, Observation};

/// Most figures that are offered.
const MOST: usize = 7;

/// The figures that some publication prints as `typed`, whole ("18,54", "90 trieu", "58.9" as well as
/// "58,9"), the newest first; none for a text of fewer than two digits.
pub fn figures_printed(dataset: &Dataset, typed: &str) -> Vec<Found> {
    let typed = plain(typed);
    if typed.chars().filter(char::is_ascii_digit).count() < 2 {
        return Vec::new();
    }
    // English writes the point where Vietnamese writes the comma.
    let english: String = typed
        .chars()
        .map(|c| match c {
            '.' => ',',
            ',' => '.',
            c => c,
        })
        .collect();
    let prints = |o: &&Observation| {
        let mut printed = o.mentions.iter().map(|mention| plain(&mention.printed));
        printed.any(|printed| has_whole(&printed, &typed) || has_whole(&printed, &english))
    };
    let mut found: Vec<&Observation> = dataset.observations.iter().filter(prints).collect();
    sort_stably(&mut found, |a, b| b.period.chronological(&a.period));
    let hit = |o: &Observation| Found { hit: Hit::Figure(o.id.clone()), distance: 0, within: None };
    found.into_iter().take(MOST).map(hit).collect()
}

/// As a reader types it who has no Vietnamese keyboard, with what separates digits.
fn plain(text: &str) -> String {
    fold_but(text, ".,")
}

/// Whether a text holds another that is not cut out of a longer number.
fn has_whole(text: &str, wanted: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    text.match_indices(wanted).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let after = rest.strip_prefix(wanted).unwrap_or_default();
        let is_cut = (wanted.starts_with(is_digit) && goes_on(before.chars().rev()))
            || (wanted.ends_with(is_digit) && goes_on(after.chars()));
        !is_cut
    })
}

/// Whether a number goes on in what follows, or precedes, its end.
fn goes_on(mut rest: impl Iterator<Item = char>) -> bool {
    match rest.next() {
        Some('.' | ',') => rest.next().is_some_and(|c| c.is_ascii_digit()),
        next => next.is_some_and(|c| c.is_ascii_digit()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_not_found_within_a_longer_one() {
        for (text, wanted, is_held) in [
            ("18,54%", "18,54", true),
            ("18,54%", "18,54%", true),
            ("18,54%", "18,54 %", true),
            ("118,54%", "18,54", false),
            ("18,545%", "18,54", false),
            ("18,54%", "18", false),
            ("18,54%", "54", false),
            ("gần 90 triệu", "90 trieu", true),
            ("trên 90.", "90", true),
            ("1.234", "234", false),
            ("1.255.068", "255.068", false),
        ] {
            assert_eq!(has_whole(&plain(text), &plain(wanted)), is_held, "{wanted} in {text}");
        }
    }
}
