//! How wide a text is in the site's font.

use super::Weight;
use super::widths::{
    ASCENT, DESCENT, KERN, KERN_LEFT, KERN_RIGHT, REGULAR, SEMIBOLD, UNITS_PER_EM,
};

/// Distance in ems from the baseline down to what a canvas calls the "bottom" of a text: the line
/// box is scaled to one em, as in the canvas standard, Chromium and Firefox.
pub const DESCENT_EM: f64 = -(DESCENT as f64) / (ASCENT - DESCENT) as f64;

/// Advance of a character that the font lacks, in font units.
const MISSING: u16 = 600;

/// Width of a text in pixels at `size`, kerning included.
pub fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    let advances = match weight {
        Weight::Regular => REGULAR,
        Weight::Semibold => SEMIBOLD,
    };
    let mut units = 0i32;
    let mut left = 0u8;
    for c in text.chars() {
        let place = advances.binary_search_by_key(&c, |&(known, _)| known).ok();
        let advance =
            place.and_then(|at| advances.get(at)).map_or(MISSING, |&(_, advance)| advance);
        let class = |classes: &[u8]| place.and_then(|at| classes.get(at)).copied().unwrap_or(0);
        units += i32::from(advance) + kerning(left, class(KERN_RIGHT), weight);
        left = class(KERN_LEFT);
    }
    f64::from(units) * size / f64::from(UNITS_PER_EM)
}

fn kerning(left: u8, right: u8, weight: Weight) -> i32 {
    if left == 0 || right == 0 {
        return 0;
    }
    let found = KERN.binary_search_by_key(&(left, right), |&(l, r, ..)| (l, r));
    found.ok().and_then(|at| KERN.get(at)).map_or(0, |&(_, _, regular, semibold)| {
        i32::from(match weight {
            Weight::Regular => regular,
            Weight::Semibold => semibold,
        })
    })
}

/// Breaks a text at its spaces into lines of at most `width` pixels, as even as its words allow.
/// A single word that is too long stays whole. No-break spaces do not break.
pub fn wrap(text: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let greedy = fill(text, width, size, weight);
    if greedy.len() < 2 {
        return greedy;
    }
    // The same number of lines in the narrowest column that holds them: no orphaned last word.
    let mut best = greedy;
    let mut narrower = width;
    while narrower > width / 2.0 {
        narrower -= 4.0;
        let lines = fill(text, narrower, size, weight);
        if lines.len() > best.len() {
            break;
        }
        best = lines;
    }
    best
}

fn fill(text: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line} {word}"), size, weight) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Breaks an address into lines of at most `width` pixels, only after one of `/ ? & ~ = :`, so that
/// no word is torn apart; a part that is too long by itself stays whole. Spaces do not break.
pub fn wrap_address(address: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in address.split_inclusive(['/', '?', '&', '~', '=', ':']) {
        match lines.last_mut() {
            Some(line) if text_width(&format!("{line}{part}"), size, weight) <= width => {
                line.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_both_languages_has_its_width() {
        let missing: String = crate::text::Key::ALL
            .iter()
            .flat_map(|key| crate::view::Lang::ALL.map(|lang| key.text(lang)))
            .flat_map(str::chars)
            .filter(|c| REGULAR.binary_search_by_key(c, |&(known, _)| known).is_err())
            .collect();
        assert_eq!(missing, "", "the font subset lacks these characters");
    }

    #[test]
    fn wraps_evenly_and_never_inside_a_word() {
        let name = "Bộ Nông nghiệp và Phát triển nông thôn";
        let lines = wrap(name, 160.0, 13.0, Weight::Regular);
        assert_eq!(lines, ["Bộ Nông nghiệp và", "Phát triển nông thôn"]);
        assert_eq!(wrap("Hòa Bình", 10.0, 13.0, Weight::Regular), ["Hòa", "Bình"]);
        assert_eq!(wrap("Hòa\u{a0}Bình", 10.0, 13.0, Weight::Regular), ["Hòa\u{a0}Bình"]);
    }

    #[test]
    fn an_address_breaks_behind_its_marks_alone() {
        let address =
            "Rõ Số · https://example.org/?p=compare&i=end_to_end_dossier_rate~dti_province";
        let lines = wrap_address(address, 240.0, 12.5, Weight::Regular);
        assert_eq!(
            lines,
            [
                "Rõ Số · https://example.org/?p=",
                "compare&i=",
                "end_to_end_dossier_rate~",
                "dti_province"
            ]
        );
        let narrow = wrap_address(address, 10.0, 12.5, Weight::Regular);
        assert_eq!(narrow.concat(), address);
        assert!(narrow.contains(&"end_to_end_dossier_rate~".to_owned()), "{narrow:?}");
    }
}
