//! Finds the numbers in a text, and what the words around each number say about it.

use ro_so::data::Date;
use ro_so::quantity::arithmetic::Derived;
use ro_so::quantity::{Amount, Quantity, Unit};
use ro_so::view::Lang;

/// A date as the words give it: any part may be left out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Named {
    pub year: Option<u16>,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

impl Named {
    pub(crate) fn names(self, date: Date) -> bool {
        let fits = |said: Option<u8>, held: Option<u8>| said.is_none() || said == held;
        self.year.is_none_or(|year| year == date.year)
            && fits(self.month, date.month)
            && fits(self.day, date.day)
    }
}

/// A number in a text.
#[derive(Debug)]
pub(crate) struct Number {
    /// As it is written.
    pub token: String,
    /// In base units: 57,1 triệu is 57100000.
    pub value: f64,
    /// What its last digit is worth.
    step: f64,
    whole: Option<f64>,
    /// Set if the number is a date.
    pub date: Option<Named>,
    is_percent: bool,
    is_years: bool,
    /// Whether the words make it a lower limit, an upper one, or an end of a span.
    is_above: bool,
    is_below: bool,
    is_end: bool,
}

impl Number {
    pub(crate) fn is_printed(&self, quantity: &Quantity) -> bool {
        let same = |value: f64| (value.abs() - self.value).abs() < 1e-9 * self.value.max(1.0);
        let parts = match quantity.amount {
            Amount::Value(value) => vec![value],
            Amount::Range { low, high, .. } => vec![low, high],
        };
        let fits = parts.into_iter().any(same);
        let whole = self.whole.is_none_or(|whole| quantity.denominator == Some(whole));
        fits && whole
    }

    /// Whether this is a result, rounded to the digits that are given: down after words such as
    /// “hơn”, up after “gần” or “chưa tới”, to the nearest without such a word.
    pub(crate) fn is_result(&self, result: &Derived) -> bool {
        let scale = match result.unit {
            Unit::Times if self.is_percent => 100.0,
            Unit::Days if self.is_years => 1.0 / 365.25,
            _ => 1.0,
        };
        let scaled = |value: Option<f64>| value.map(|value| value * scale);
        let (low, high) =
            (scaled(result.interval.low().value()), scaled(result.interval.high().value()));
        let middle = scaled(result.interval.middle()).map(f64::abs);
        let step = self.step;
        let is = |value: f64| (value - self.value).abs() < 1e-6 * self.value.max(1.0);
        let ends = [low, high].into_iter().flatten().any(is);
        (ends && self.is_end)
            || if self.is_above {
                low.is_some_and(|low| is((low / step + 1e-9).floor() * step))
            } else if self.is_below {
                high.is_some_and(|high| is((high / step - 1e-9).ceil() * step))
            } else {
                middle.is_some_and(|middle| is((middle / step).round() * step))
            }
    }
}

/// The numbers that a text writes in digits.
pub(crate) fn numbers(text: &str, lang: Lang) -> Vec<Number> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len() && is_inside(&chars, at) {
            at += 1;
        }
        let run: String = chars[start..at].iter().collect();
        let before: String = chars[..start].iter().collect();
        let after: String = chars[at..].iter().collect();
        // The number of a document continues with letters.
        if after.starts_with("/N") || after.starts_with("/Q") {
            let rest: String =
                after.chars().take_while(|c| c.is_alphabetic() || matches!(c, '/' | '-')).collect();
            at += rest.chars().count();
            found.push(plain(format!("{run}{rest}"), f64::NAN, 1.0, "", ""));
            continue;
        }
        for part in run.split(['–', '-']) {
            found.push(number(part, &before, &after, lang));
        }
    }
    join_english_dates(found, text, lang)
}

/// Whether the character belongs to a number: a digit, or a sign before a digit.
fn is_inside(chars: &[char], at: usize) -> bool {
    let next = chars.get(at + 1);
    chars[at].is_ascii_digit()
        || (matches!(chars[at], '.' | ',' | '/' | '–' | '-')
            && next.is_some_and(char::is_ascii_digit))
}

fn number(token: &str, before: &str, after: &str, lang: Lang) -> Number {
    let parts: Vec<&str> = token.split('/').collect();
    let word = before.trim_end().rsplit([' ', '“', '(']).next().unwrap_or_default().to_lowercase();
    let pair =
        ["less than", "fewer than"].into_iter().find(|pair| before.trim_end().ends_with(pair));
    let word = pair.map_or(word, str::to_owned);
    let part = |at: usize| parts.get(at).and_then(|part| part.parse::<u16>().ok());
    let small = |at: usize| part(at).map(|part| part as u8);
    let date = |year, month, day| Some(Named { year, month, day });
    let is_year = |year: Option<u16>| year.is_some_and(|year| (2020..2040).contains(&year));
    let plain_number = || {
        let (digits, decimal) = match lang {
            Lang::Vi => (token.replace('.', ""), ','),
            Lang::En => (token.replace(',', ""), '.'),
        };
        let decimals = digits.split_once(decimal).map_or(0, |(_, tail)| tail.len());
        let zeros = digits.len() - digits.trim_end_matches('0').len();
        let value: f64 = digits.replace(decimal, ".").parse().expect(token);
        let power = if decimals > 0 || value == 0.0 { -(decimals as i32) } else { zeros as i32 };
        plain(token.to_owned(), value, 10f64.powi(power), &word, after)
    };
    let dated = match parts.len() {
        3 => date(part(2), small(1), small(0)),
        2 if is_year(part(1)) => date(part(1), small(0), None),
        2 if matches!(&*word, "ngày" | "kỳ") => date(None, small(1), small(0)),
        1 if word == "tháng" => date(None, small(0), None),
        1 if is_year(part(0)) && token.len() == 4 => date(part(0), None, None),
        _ => None,
    };
    match (dated, parts.len()) {
        (Some(_), _) => Number { date: dated, ..plain(token.to_owned(), 0.0, 1.0, "", "") },
        (None, 2) => {
            let value = part(0).map_or(f64::NAN, f64::from);
            Number { whole: part(1).map(f64::from), ..plain(token.to_owned(), value, 1.0, "", "") }
        }
        _ => plain_number(),
    }
}

fn plain(token: String, value: f64, step: f64, word: &str, after: &str) -> Number {
    let next = after.trim_start();
    let times = [("triệu", 1e6), ("million", 1e6), ("nghìn", 1e3), ("tỷ", 1e9)];
    let times = times.iter().find(|(word, _)| next.starts_with(word)).map_or(1.0, |(_, n)| *n);
    Number {
        token,
        value: value * times,
        step: step * times,
        whole: None,
        date: None,
        is_percent: next.starts_with('%'),
        is_years: next.starts_with("năm") || next.starts_with("years"),
        is_above: matches!(word, "hơn" | "trên" | "than" | "over"),
        is_below: matches!(word, "gần" | "tới" | "nearly" | "less than" | "fewer than"),
        is_end: matches!(word, "giữa" | "và" | "between" | "and"),
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "15 August 2024" is one date, not two numbers.
fn join_english_dates(found: Vec<Number>, text: &str, lang: Lang) -> Vec<Number> {
    if lang == Lang::Vi {
        return found;
    }
    let mut joined: Vec<Number> = Vec::new();
    let mut rest = text;
    for mut number in found {
        let (before, after) = rest.split_once(&*number.token).unwrap_or((rest, ""));
        let last = before.trim_end().rsplit(' ').next().unwrap_or_default();
        let next = after.trim_start().split([' ', ',', ';', ':', '.']).next().unwrap_or_default();
        let month = |name: &str| MONTHS.iter().position(|month| *month == name);
        if let Some(at) = month(next) {
            let day = number.value as u8;
            number.date = Some(Named { year: None, month: Some(at as u8 + 1), day: Some(day) });
            number.token = format!("{} {next}", number.token);
            joined.push(number);
        } else if let (Some(at), Some(date)) = (month(last), number.date) {
            let previous = joined
                .last_mut()
                .filter(|previous| before.trim() == last && previous.token.ends_with(last));
            if let Some(previous) = previous {
                previous.token = format!("{} {}", previous.token, number.token);
                previous.date = previous.date.map(|found| Named { year: date.year, ..found });
            } else {
                number.token = format!("{last} {}", number.token);
                number.date = Some(Named { month: Some(at as u8 + 1), ..date });
                joined.push(number);
            }
        } else {
            joined.push(number);
        }
        rest = after;
    }
    joined
}
