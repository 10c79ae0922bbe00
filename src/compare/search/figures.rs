//! Finds figures by what was printed, because that is what an editor has at hand.

use super::{Found, Hit};
use crate::compare::sort_stably;
use crate::compare::vietnamese::fold_but;
use crate::data::{Dataset, Observation};

/// English words of the explorer, and the Vietnamese ones that they translate, folded; of two, the
/// more usual first.
const ENGLISH: [(&str, &[&str]); 10] = [
    ("more than", &["hon", "tren"]),
    ("above", &["tren", "hon"]),
    ("over", &["hon", "tren"]),
    ("below", &["duoi"]),
    ("under", &["duoi"]),
    ("nearly", &["gan"]),
    ("almost", &["gan"]),
    ("about", &["khoang"]),
    ("million", &["trieu"]),
    ("billion", &["ty"]),
];

/// The figures that some publication prints as `typed` ("18,54", "90 trieu", "58.9" as well as
/// "58,9", "more than 7.2 million", "1402" for "1.402"), not as a part of a longer number. Those
/// that print nothing else come first, then the newest. Empty for a single digit, or without any.
pub fn figures_printed(dataset: &Dataset, typed: &str) -> Vec<Found> {
    let typed = plain(typed);
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || typed.chars().count() < 2 {
        return Vec::new();
    }
    let wordings = wordings(&typed);
    // A long number typed without points is found by its value. (Parsing a float would bring along
    // a table of 10 kB.)
    let bare = typed.parse::<u64>().ok().filter(|_| digits > 3).map(|value| value as f64);
    // Whether other text stands beside it; `None` where it is not printed.
    let fits = |o: &Observation| {
        let printed = o.mentions.iter().map(|mention| plain(&mention.printed));
        let fits = |printed: String| {
            let held = |text: &str, wanted: &str| has_whole(text, wanted).then_some(text != wanted);
            wordings.iter().filter_map(|wanted| held(&printed, wanted)).min()
        };
        let is_value = bare.is_some() && o.quantity.and_then(|quantity| quantity.value()) == bare;
        printed.filter_map(fits).chain(is_value.then_some(false)).min()
    };
    let fitting = dataset.observations.iter().filter_map(|o| Some((fits(o)?, o)));
    let mut found: Vec<(bool, &Observation)> = fitting.collect();
    sort_stably(&mut found, |a, b| {
        a.0.cmp(&b.0).then_with(|| b.1.period.chronological(&a.1.period))
    });
    let hit = |o: &Observation| Found { hit: Hit::Figure(o.id.clone()), distance: 0, within: None };
    found.into_iter().map(|(_, o)| hit(o)).collect()
}

/// How Vietnamese may print what was typed: as it is, or translated from English with its points
/// and words.
fn wordings(typed: &str) -> Vec<String> {
    let swapped = typed.chars().map(|c| match c {
        '.' => ',',
        ',' => '.',
        c => c,
    });
    let mut english: Vec<String> = vec![swapped.collect()];
    for (word, printed) in ENGLISH {
        let told = |text: &String| printed.iter().map(|found| text.replace(word, found)).collect();
        english = english
            .iter()
            .flat_map(|text| if text.contains(word) { told(text) } else { vec![text.clone()] })
            .collect();
    }
    // A text without points and English words stays the same.
    english.retain(|text| text != typed);
    english.insert(0, typed.to_owned());
    english
}

/// As typed without a Vietnamese keyboard, but with digit separators and the per cent sign.
fn plain(text: &str) -> String {
    fold_but(text, ".,%").replace(" %", "%")
}

/// Whether `text` contains `wanted`, not cut out of a longer number.
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

/// Whether the number goes on in the text next to it, read away from the number.
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
