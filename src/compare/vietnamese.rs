//! Vietnamese letters: how they are ordered in a dictionary, and what they are without marks.

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
    for c in text.chars().flat_map(char::to_lowercase) {
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
        if base.is_alphanumeric() {
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
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| {
            word.chars()
                .flat_map(char::to_lowercase)
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
