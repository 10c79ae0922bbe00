//! Where in a paragraph a printed figure stands, as a whole.

use std::ops::Range;

use crate::printed::{TRENDS, WORDS};
use crate::tokens;

/// What is looked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Sought {
    /// A name or a date.
    Name,
    /// A figure, which is whole only with the unit and the qualifier printed with it.
    Figure,
    /// The figure of a change, which is whole only with its direction too.
    Change,
}

/// How a figure stands in a paragraph.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Standing {
    /// At these places, as a whole.
    Whole(Vec<Range<usize>>),
    /// Only as a part of these.
    Inside(Vec<String>),
    /// Not at all.
    Absent,
}

/// Looks for `printed` in `paragraph`, letter by letter.
pub(crate) fn standing(paragraph: &str, printed: &str, sought: Sought) -> Standing {
    let mut whole = Vec::new();
    let mut inside = Vec::new();
    for start in starts(paragraph, printed) {
        let place = start..start + printed.len();
        let larger = within_what(paragraph, &place, sought);
        if larger == place {
            whole.push(place);
        } else {
            let larger = paragraph[larger].to_owned();
            if !inside.contains(&larger) {
                inside.push(larger);
            }
        }
    }
    match (whole.is_empty(), inside.is_empty()) {
        (false, _) => Standing::Whole(whole),
        (true, false) => Standing::Inside(inside),
        (true, true) => Standing::Absent,
    }
}

/// Where `printed` begins; places may overlap.
fn starts(paragraph: &str, printed: &str) -> Vec<usize> {
    let is_start = |at: &usize| !printed.is_empty() && paragraph[*at..].starts_with(printed);
    paragraph.char_indices().map(|(at, _)| at).filter(is_start).collect()
}

/// The word, the number or the figure that the place is part of; the place itself where it is
/// whole.
fn within_what(paragraph: &str, place: &Range<usize>, sought: Sought) -> Range<usize> {
    let mut larger = whole_words(paragraph, place);
    for token in tokens::numbers(paragraph) {
        let cuts = |at: usize| token.number.start < at && at < token.number.end;
        let is_within = token.number.start >= place.start && token.number.end <= place.end;
        let loses_unit = sought != Sought::Name && is_within && place.end < token.figure.end;
        if cuts(place.start) || cuts(place.end) || loses_unit {
            larger = larger.start.min(token.figure.start)..larger.end.max(token.figure.end);
        }
    }
    if sought == Sought::Name {
        return larger;
    }
    let is_number = |c: char| c.is_ascii_digit();
    if paragraph[place.clone()].starts_with(is_number) {
        larger.start = start_of_phrase(paragraph, larger.start, WORDS);
    }
    if sought == Sought::Change {
        larger.start = start_of_phrase(paragraph, larger.start, TRENDS);
    }
    larger
}

/// The place, extended where it begins or ends within a word or a number.
fn whole_words(paragraph: &str, place: &Range<usize>) -> Range<usize> {
    let (before, after) = (&paragraph[..place.start], &paragraph[place.end..]);
    let printed = &paragraph[place.clone()];
    let mut larger = place.clone();
    if printed.starts_with(char::is_alphanumeric) {
        larger.start = before.trim_end_matches(char::is_alphanumeric).len();
    }
    if printed.ends_with(char::is_alphanumeric) {
        larger.end = paragraph.len() - after.trim_start_matches(char::is_alphanumeric).len();
    }
    larger
}

/// Where the phrase right before a place begins; the place itself where there is none.
fn start_of_phrase<T>(paragraph: &str, start: usize, phrases: &[(&str, T)]) -> usize {
    let Some(before) = paragraph[..start].strip_suffix(' ') else { return start };
    let begins = |phrase: &str| {
        let length = phrase.split(' ').count();
        let first = before.rmatch_indices(' ').nth(length - 1).map_or(0, |(at, _)| at + 1);
        let words = before[first..].trim_start_matches(|c: char| !c.is_alphanumeric());
        (words.to_lowercase() == phrase).then_some(before.len() - words.len())
    };
    phrases.iter().find_map(|(phrase, _)| begins(phrase)).unwrap_or(start)
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::Sought::{Change, Figure, Name};
    use super::*;

    const TEXT: &str = "Đạt 45%, trên 87,7 triệu; (hơn 16,533 nghìn tỷ đồng), 13/20 bộ, 5-10 \
                        triệu, ước đạt 78,45% và 5%; tại Hòa Bình, ngày 26/7/2024, dưới 3%.";

    fn once(at: usize, printed: &str) -> Standing {
        Standing::Whole(iter::once(at..at + printed.len()).collect())
    }

    fn inside(whole: &str) -> Standing {
        Standing::Inside(vec![whole.to_owned()])
    }

    #[test]
    fn a_figure_stands_as_a_whole_or_not_at_all() {
        for whole in [
            "45%",
            "trên 87,7 triệu",
            "hơn 16,533 nghìn tỷ đồng",
            "13/20",
            "5-10 triệu",
            "ước đạt 78,45%",
            "dưới 3%",
        ] {
            let at = TEXT.find(whole).unwrap();
            let expected = once(at, whole);
            assert_eq!(standing(TEXT, whole, Figure), expected, "{whole}");
        }
        for (part, whole) in [
            ("45", "45%"),
            ("87,7 triệu", "trên 87,7 triệu"),
            ("7,7 triệu", "trên 87,7 triệu"),
            ("trên 87,7", "trên 87,7 triệu"),
            ("16,533 nghìn tỷ đồng", "hơn 16,533 nghìn tỷ đồng"),
            ("hơn 16,533 nghìn tỷ", "hơn 16,533 nghìn tỷ đồng"),
            ("hơn 16,533", "hơn 16,533 nghìn tỷ đồng"),
            ("20", "13/20"),
            ("10 triệu", "5-10 triệu"),
            ("78,45%", "ước đạt 78,45%"),
            ("3%", "dưới 3%"),
            ("26", "26/7/2024"),
        ] {
            let found = standing(TEXT, part, Figure);
            let is_inside =
                matches!(&found, Standing::Inside(larger) if larger.iter().any(|l| l == whole));
            assert!(is_inside, "{part}: {found:?}");
        }
        assert_eq!(standing(TEXT, "46%", Figure), Standing::Absent);
        assert_eq!(standing(TEXT, "", Figure), Standing::Absent);
        // Upper and lower case differ.
        assert_eq!(standing(TEXT, "Trên 87,7 triệu", Figure), Standing::Absent);
    }

    #[test]
    fn a_number_is_not_found_within_a_longer_one() {
        // "5%" stands in the text, but not where "45%" and "78,45%" do.
        let at = TEXT.find(" 5%").unwrap() + 1;
        assert_eq!(standing(TEXT, "5%", Figure), once(at, "5%"));
        assert_eq!(standing("đạt 45%", "5%", Figure), inside("45%"));
        assert_eq!(standing("đạt 4,5%", "5%", Figure), inside("4,5%"));
        let both = Standing::Inside(vec!["45%".into(), "4,5%".into()]);
        assert_eq!(standing("45%, 4,5%, 45%", "5%", Figure), both);
    }

    #[test]
    fn names_and_dates_need_no_unit() {
        assert!(matches!(standing(TEXT, "Hòa Bình", Name), Standing::Whole(_)));
        assert!(matches!(standing(TEXT, "ngày 26/7/2024", Name), Standing::Whole(_)));
        assert_eq!(standing(TEXT, "Hòa Bìn", Name), inside("Hòa Bình"));
        assert_eq!(standing(TEXT, "ngày 26/7", Name), inside("ngày 26/7/2024"));
    }

    #[test]
    fn a_change_stands_with_its_direction() {
        let text = "77%, tăng 14%; (giảm hơn 5%), mỗi ngày tăng 2000-3000";
        for (part, whole) in [
            ("14%", "tăng 14%"),
            ("hơn 5%", "giảm hơn 5%"),
            ("5%", "giảm hơn 5%"),
            ("2000-3000", "tăng 2000-3000"),
        ] {
            assert_eq!(standing(text, part, Change), inside(whole));
            assert!(matches!(standing(text, whole, Change), Standing::Whole(_)), "{whole}");
        }
        // As a figure it is whole without its direction.
        assert!(matches!(standing(text, "2000-3000", Figure), Standing::Whole(_)));
    }

    #[test]
    fn every_place_is_found() {
        let found = standing("100%, 100% và 97,67%", "100%", Figure);
        assert_eq!(found, Standing::Whole(vec![0..4, 6..10]));
    }
}
