//! The numbers of a paragraph, wherever they stand.

use std::ops::Range;

use crate::printed::{MULTIPLIERS, NUMBER_WORDS};

/// A number of a paragraph, as places in its text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Token {
    /// Digits with what joins them ("1.234", "8/2024", "5-10"), or a number word.
    pub number: Range<usize>,
    /// The same with the unit behind it ("57,1 triệu", "45%").
    pub figure: Range<usize>,
}

/// Words behind a number that belong to its figure, each with the words that change its meaning if
/// they follow: "đồng loạt" is not money, "tỷ lệ" not billions.
const UNITS: &[(&str, &[&str])] = &[
    ("đồng", &["loạt", "bộ", "thời", "ý", "chí", "bào", "hành", "đều", "nhất"]),
    ("lần", &["lượt", "đầu"]),
    ("phần trăm", &[]),
    ("điểm phần trăm", &[]),
];
const RATE: &str = "lệ";

/// Things that the texts count with words. "Một" is left out: it is the article.
const COUNTED: &[&str] = &[
    "bộ", "chỉ", "cơ", "doanh", "địa", "giờ", "hệ", "khối", "lần", "người", "ngành", "ngày",
    "nhóm", "tháng", "thành", "tỉnh", "tuần",
];

/// Every number written in digits, in the order of the text.
pub(crate) fn numbers(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
        let end = end_of_number(text, start);
        found.push(Token { number: start..end, figure: start..end_of_figure(text, start, end) });
        at = end;
    }
    found
}

/// Every number written as a word before something that is counted.
pub(crate) fn number_words(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(word) = word_from(text, at) {
        at = word.end;
        let is_number =
            NUMBER_WORDS.iter().any(|(name, number)| *number > 1 && *name == &text[word.clone()]);
        let next = next_word(text, word.end).map(|next| text[next].to_lowercase());
        if is_number && next.is_some_and(|next| COUNTED.contains(&next.as_str())) {
            found.push(Token { number: word.clone(), figure: word });
        }
    }
    found
}

/// Digits, and signs that stand between two digits.
fn end_of_number(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut rest = text[start..].chars().peekable();
    while let Some(c) = rest.next() {
        let joins = matches!(c, '.' | ',' | '/' | '-' | '–')
            && rest.peek().is_some_and(char::is_ascii_digit);
        if !c.is_ascii_digit() && !joins {
            break;
        }
        end += c.len_utf8();
    }
    end
}

fn end_of_figure(text: &str, start: usize, end: usize) -> usize {
    if text[end..].starts_with('%') {
        return end + 1;
    }
    if text[end..].starts_with(" %") {
        return end + 2;
    }
    // A date or a part of a whole has no unit.
    if text[start..end].contains('/') {
        return end;
    }
    let mut end = end;
    while let Some(word) = next_word(text, end) {
        let is_rate = next_word(text, word.end).is_some_and(|next| &text[next] == RATE);
        let name = text[word.clone()].to_lowercase();
        if is_rate || !MULTIPLIERS.iter().any(|(multiplier, _)| *multiplier == name) {
            break;
        }
        end = word.end;
    }
    let unit = UNITS.iter().find_map(|(phrase, others)| {
        let length = phrase.split(' ').count();
        let mut last = end;
        for part in phrase.split(' ') {
            let word = next_word(text, last)?;
            if text[word.clone()].to_lowercase() != part {
                return None;
            }
            last = word.end;
        }
        let next = next_word(text, last).map(|next| text[next].to_lowercase());
        let is_other = length == 1 && next.is_some_and(|next| others.contains(&next.as_str()));
        (!is_other).then_some(last)
    });
    unit.unwrap_or(end)
}

/// The word that follows after one space.
fn next_word(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.get(at..)?.strip_prefix(' ').map(|_| at + 1)?;
    word_from(text, start).filter(|word| word.start == start)
}

/// The first run of letters from a place on.
fn word_from(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at + text.get(at..)?.find(char::is_alphabetic)?;
    let length = text[start..].find(|c: char| !c.is_alphanumeric());
    Some(start..length.map_or(text.len(), |length| start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(text: &str) -> Vec<&str> {
        numbers(text).into_iter().map(|token| &text[token.figure]).collect()
    }

    #[test]
    fn numbers_are_whole_and_have_their_units() {
        let empty: [&str; 0] = [];
        assert_eq!(figures("không có số nào"), empty);
        for (text, expected) in [
            (
                "Có 63/63 tỉnh, 93.524 Tổ và gần 457.820 thành viên.",
                vec!["63/63", "93.524", "457.820"],
            ),
            ("đạt 45%, tăng 2,5 lần so với", vec!["45%", "2,5 lần"]),
            ("57,1 TRIỆU TÀI KHOẢN", vec!["57,1 TRIỆU"]),
            (
                "hơn 16,533 nghìn tỷ đồng; hơn 539 nghìn cuộc",
                vec!["16,533 nghìn tỷ đồng", "539 nghìn"],
            ),
            ("từ 5-10 triệu tài khoản", vec!["5-10 triệu"]),
            ("mốc 1119 - 1120 và 1088/2 - 1089", vec!["1119", "1120", "1088/2", "1089"]),
            ("Quyết định số 715/QĐ-TTg ngày 26/7/2024.", vec!["715", "26/7/2024"]),
            ("từ ngày 01/9/2024 đồng loạt triển khai", vec!["01/9/2024"]),
            ("năm 2024 đồng loạt; tháng 8 tỷ lệ; 3 lần lượt", vec!["2024", "8", "3"]),
            ("trong 8 tháng, 4.", vec!["8", "4"]),
            ("den-het-thang-8-bo, gan-90-trieu", vec!["8", "90"]),
            ("tăng 47,20 điểm phần trăm", vec!["47,20 điểm phần trăm"]),
        ] {
            assert_eq!(figures(text), expected, "{text}");
        }
    }

    #[test]
    fn number_words_count_only_before_what_is_counted() {
        let found = |text: &'static str| -> Vec<&str> {
            number_words(text).into_iter().map(|token| &text[token.number]).collect()
        };
        assert_eq!(found("cải thiện hai chỉ tiêu quan trọng; ba bộ"), ["hai", "ba"]);
        let empty: [&str; 0] = [];
        assert_eq!(found("một cửa, một trong những, lý lịch tư pháp, năm 2024, hai"), empty);
    }
}
