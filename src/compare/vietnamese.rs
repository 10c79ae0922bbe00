//! Vietnamese letters: case, dictionary order, and what they are without marks.
//!
//! Only the letters of Vietnamese and English are covered. The standard library covers every
//! language, with tables of twenty-five kilobytes that each reader would download.

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

/// The alphabet in dictionary order, with the f, j, w and z of foreign names.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// Whether a letter is in a part of Unicode where a capital has an even number and its small letter
/// the next one (Ă ă, Đ đ, Ế ế). The capital of Ư ư is odd, so that pair is handled by itself.
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

/// The text with a small first letter, for use inside a sentence.
pub fn uncapitalised(text: &str) -> String {
    with_first(text, lower)
}

/// Changes the first letter, skipping an opening quotation mark.
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
    if c.is_ascii() {
        return (c, 0);
    }
    for vowel in VOWELS {
        if let Some(tone) = vowel.chars().position(|v| v == c) {
            return (vowel.chars().next().unwrap_or(c), tone as u8);
        }
    }
    (c, 0)
}

/// The small letter without any mark, `đ` as `d`.
fn plain(c: char) -> char {
    match c {
        'à'..='ã' | 'ă' | 'ạ'..='ặ' => 'a',
        'è'..='ê' | 'ẹ'..='ệ' => 'e',
        'ì' | 'í' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='õ' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù' | 'ú' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ỳ'..='ỹ' => 'y',
        'đ' => 'd',
        other => other,
    }
}

/// Whether a character is a mark that decomposed text writes after its letter.
fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Lower case without any marks, `đ` as `d`, punctuation as single spaces: as a reader without a
/// Vietnamese keyboard types it. NFC and NFD give the same result.
pub fn fold(text: &str) -> String {
    fold_but(text, "")
}

/// Like [`fold`], but keeps the characters of `kept`.
pub fn fold_but(text: &str, kept: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_combining(*c)).map(|c| plain(lower(c))) {
        if is_letter(c) || kept.contains(c) {
            folded.push(c);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A word with its marks, however they were typed. The tone is stored apart from the letters, so
/// that `hòa` and `hoà`, composed or decomposed, are the same word.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Spelled {
    /// Small letters with their hats, breves, horns and bars, without tones.
    pub letters: String,
    /// The tone, from 0 (level) to 5 (nặng).
    pub tone: u8,
}

impl Spelled {
    fn push(&mut self, c: char) {
        let (letter, tone) = letter_and_tone(c);
        self.letters.push(letter);
        self.tone = self.tone.max(tone);
    }

    /// Puts a combining mark on the last letter.
    fn mark(&mut self, mark: char) {
        if let Some(tone) = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}']
            .into_iter()
            .zip(1..)
            .find_map(|(other, tone)| (other == mark).then_some(tone))
        {
            self.tone = tone;
        } else if let Some(last) = self.letters.pop() {
            self.letters.push(match (last, mark) {
                ('a', '\u{306}') => 'ă',
                ('a', '\u{302}') => 'â',
                ('e', '\u{302}') => 'ê',
                ('o', '\u{302}') => 'ô',
                ('o', '\u{31b}') => 'ơ',
                ('u', '\u{31b}') => 'ư',
                (other, _) => other,
            });
        }
    }

    /// Whether the word is spelled without any mark.
    pub fn is_plain(&self) -> bool {
        self.tone == 0 && self.letters.is_ascii()
    }
}

/// The words of a text with their marks.
pub fn spelled(text: &str) -> Vec<Spelled> {
    let mut words: Vec<Spelled> = Vec::new();
    let mut inside = false;
    for c in text.chars().map(lower) {
        if is_combining(c) {
            words.last_mut().filter(|_| inside).into_iter().for_each(|word| word.mark(c));
            continue;
        }
        if is_letter(c) {
            if !inside {
                words.push(Spelled::default());
            }
            words.last_mut().into_iter().for_each(|word| word.push(c));
        }
        inside = is_letter(c);
    }
    words
}

/// Dictionary order: syllable by syllable, first by letters, then by tones.
pub fn order(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (words(a), words(b));
    loop {
        let found = match (left.next(), right.next()) {
            (None, None) => return a.cmp(b),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(x), Some(y)) => places(x).cmp(places(y)).then_with(|| tones(x).cmp(tones(y))),
        };
        if found != Ordering::Equal {
            return found;
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_letter(c)).filter(|word| !word.is_empty())
}

/// The positions of a word's letters in the alphabet; other characters come after all letters.
fn places(word: &str) -> impl Iterator<Item = usize> {
    word.chars()
        .map(|c| letter_and_tone(lower(c)).0)
        .map(|letter| ALPHABET.chars().position(|c| c == letter).unwrap_or(letter as usize + 100))
}

fn tones(word: &str) -> impl Iterator<Item = u8> {
    word.chars().map(|c| letter_and_tone(lower(c)).1)
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
    fn every_vowel_has_its_plain_letter() {
        for row in VOWELS {
            let wanted = match row.chars().next().unwrap() {
                'ă' | 'â' => 'a',
                'ê' => 'e',
                'ô' | 'ơ' => 'o',
                'ư' => 'u',
                plain => plain,
            };
            for vowel in row.chars() {
                assert_eq!(plain(vowel), wanted, "{vowel}");
            }
        }
        for same in ['b', '1', '×', '÷', 'ß', ' '] {
            assert_eq!(plain(same), same);
        }
    }

    #[test]
    fn a_word_is_spelled_alike_wherever_its_tone_was_put() {
        let one = |text: &str| spelled(text);
        for (text, others) in [
            ("Hòa Bình", ["Hoà Bình", "HÒA-BÌNH", "Ho\u{300}a Bi\u{300}nh", "hoa\u{300} bình"]),
            ("thúy", ["thuý", "THUÝ", "thu\u{301}y", "thuy\u{301}"]),
            (
                "trường",
                ["TRƯỜNG", "tru\u{31b}o\u{31b}\u{300}ng", "trươ\u{300}ng", "trưo\u{31b}\u{300}ng"],
            ),
            (
                "đắk ế",
                ["Đắk Ế", "đa\u{306}\u{301}k e\u{302}\u{301}", "đă\u{301}k ê\u{301}", "đắk; ế"],
            ),
        ] {
            for other in others {
                assert_eq!(one(text), one(other), "{text} {other}");
            }
        }
        assert_ne!(one("hoa"), one("hòa"));
        assert_ne!(one("da"), one("đa"));
        assert_ne!(one("ma"), one("mă"));
        assert!(spelled("\u{300}").is_empty() && spelled(" – ").is_empty());
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
