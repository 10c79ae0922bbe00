//! Vietnamese letters: their case, their order in a dictionary, what they are without marks.
//!
//! Only the letters of Vietnamese and English are known here. The standard library knows those of
//! every language, in tables of twenty-five kilobytes that each reader would download.

use std::cmp::Ordering;

/// The vowels, each with its six tones in dictionary order: level, huyền, hỏi, ngã, sắc, nặng.
const VOWELS: [&str; 12] = [
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
];

/// The alphabet in dictionary order; f, j, w, z stand where foreign names put them.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The capital and the small letters beyond ASCII come in pairs. In these blocks of Unicode the
/// small letter follows its capital, and capitals are even (Ă ă, Đ đ, Ế ế) or odd (Ư ư).
fn is_paired(c: char) -> bool {
    matches!(c, 'Ă'..='ă' | 'Đ'..='đ' | 'Ĩ'..='ĩ' | 'Ũ'..='ũ' | 'Ơ'..='ơ' | 'Ạ'..='ỹ')
}

/// The small letter of a Vietnamese or English letter; anything else unchanged.
pub fn lower(c: char) -> char {
    let small = match c {
        'À'..='Ý' if c != '×' => c as u32 + 0x20,
        'Ư' => 'ư' as u32,
        _ if is_paired(c) => c as u32 | 1,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(small).unwrap_or(c)
}

/// The capital of a Vietnamese or English letter; anything else unchanged.
pub fn upper(c: char) -> char {
    let capital = match c {
        'à'..='ý' if c != '÷' => c as u32 - 0x20,
        'ư' => 'Ư' as u32,
        _ if is_paired(c) => c as u32 & !1,
        _ => return c.to_ascii_uppercase(),
    };
    char::from_u32(capital).unwrap_or(c)
}

/// The text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    with_first(text, upper)
}

/// The text with a small first letter, to stand inside a sentence.
pub fn uncapitalised(text: &str) -> String {
    with_first(text, lower)
}

/// Changes the first letter, past an opening quotation mark.
fn with_first(text: &str, change: fn(char) -> char) -> String {
    let first = text.chars().position(is_letter);
    text.chars().enumerate().map(|(at, c)| if Some(at) == first { change(c) } else { c }).collect()
}

/// Whether a character is part of a word.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('À'..='ỹ').contains(&c)
}

/// The letter without its tone, and the tone from 0 (level) to 5 (nặng).
fn letter_and_tone(c: char) -> (char, u8) {
    for vowel in VOWELS {
        if let Some(tone) = vowel.chars().position(|v| v == c) {
            return (vowel.chars().next().unwrap_or(c), tone as u8);
        }
    }
    (c, 0)
}

/// Lower case without any marks, `đ` as `d`, punctuation as single spaces: what a reader types
/// who has no Vietnamese keyboard. NFC and NFD give the same.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().map(lower) {
        if ('\u{300}'..='\u{36f}').contains(&c) {
            continue;
        }
        let base = match letter_and_tone(c).0 {
            'ă' | 'â' => 'a',
            'ê' => 'e',
            'ô' | 'ơ' => 'o',
            'ư' => 'u',
            'đ' => 'd',
            other => other,
        };
        if is_letter(base) {
            folded.push(base);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Dictionary order: letters first, then tones, from the first syllable on.
pub fn order(a: &str, b: &str) -> Ordering {
    key(a).cmp(&key(b)).then_with(|| a.cmp(b))
}

/// Letters of each word, then its tones, word by word.
fn key(text: &str) -> Vec<(Vec<usize>, Vec<u8>)> {
    text.split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .map(lower)
                .map(letter_and_tone)
                .map(|(letter, tone)| {
                    let place = ALPHABET.chars().position(|c| c == letter);
                    (place.unwrap_or(letter as usize + 100), tone)
                })
                .unzip()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_agrees_with_the_standard_library() {
        let letters = VOWELS.iter().flat_map(|row| row.chars()).chain(ALPHABET.chars());
        for small in letters {
            let capital = small.to_uppercase().next().unwrap();
            assert_eq!(upper(small), capital);
            assert_eq!(lower(capital), small);
            assert_eq!((lower(small), upper(capital)), (small, capital));
        }
        for other in ['×', '÷', '1', '“', '%', '–', 'ß'] {
            assert_eq!(lower(other), other);
        }
        assert_eq!(capitalised("đến tháng 8"), "Đến tháng 8");
        assert_eq!(uncapitalised("Cả nước"), "cả nước");
    }

    #[test]
    fn folds_old_and_new_spelling_alike() {
        for name in ["Hòa Bình", "Hoà Bình", "hoa binh", "HÒA  BÌNH", "Ho\u{300}a Bi\u{300}nh"]
        {
            assert_eq!(fold(name), "hoa binh", "{name}");
        }
        assert_eq!(fold("Đắk Lắk"), "dak lak");
        assert_eq!(fold("Bà Rịa - Vũng Tàu"), "ba ria vung tau");
        assert_eq!(fold("TP. Hồ Chí Minh"), "tp ho chi minh");
    }

    #[test]
    fn orders_as_a_vietnamese_dictionary() {
        let mut names = [
            "Đồng Nai",
            "Hà Nội",
            "Ăn",
            "Yên Bái",
            "Da",
            "Hà Nam",
            "An Giang",
            "Ấm",
            "Hả",
            "Há",
            "Đà Nẵng",
        ];
        names.sort_by(|a, b| order(a, b));
        assert_eq!(
            names,
            [
                "An Giang",
                "Ăn",
                "Ấm",
                "Da",
                "Đà Nẵng",
                "Đồng Nai",
                "Hà Nam",
                "Hà Nội",
                "Hả",
                "Há",
                "Yên Bái"
            ]
        );
    }
}
