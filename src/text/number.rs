//! Numbers in the notation of each language.

use crate::quantity::decimals_of;
use crate::view::Lang;

/// The space that keeps a number and its word on one line.
pub const NBSP: char = '\u{a0}';

/// `1234.5` with one decimal: "1.234,5" in Vietnamese, "1,234.5" in English; a real minus sign.
pub fn number(value: f64, decimals: usize, lang: Lang) -> String {
    let (group, point) = match lang {
        Lang::Vi => ('.', ','),
        Lang::En => (',', '.'),
    };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut written = String::new();
    // "-0" is written as zero.
    if value < 0.0 && plain.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        written.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push(group);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(point);
        written.push_str(fraction);
    }
    written
}

/// The value with as few decimals as it needs, at most `most`.
pub(super) fn trimmed(value: f64, most: usize, lang: Lang) -> String {
    number(value, decimals_of(value, most), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_points_follow_the_language() {
        for (value, decimals, vi, en) in [
            (87.02, 2, "87,02", "87.02"),
            (1_234.0, 0, "1.234", "1,234"),
            (1_255_068.0, 0, "1.255.068", "1,255,068"),
            (0.8373, 4, "0,8373", "0.8373"),
            (-75.1, 1, "−75,1", "−75.1"),
            (-0.001, 1, "0,0", "0.0"),
            (999.0, 0, "999", "999"),
            (100_000.0, 0, "100.000", "100,000"),
        ] {
            assert_eq!(number(value, decimals, Lang::Vi), vi);
            assert_eq!(number(value, decimals, Lang::En), en);
        }
    }

    #[test]
    fn trims_what_is_not_needed() {
        assert_eq!(trimmed(87.015, 4, Lang::Vi), "87,015");
        assert_eq!(trimmed(5.0, 4, Lang::Vi), "5");
        assert_eq!(trimmed(0.1 + 0.2, 4, Lang::Vi), "0,3");
    }
}
