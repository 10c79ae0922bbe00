//! Reading a figure in the notation of the report texts: "hơn 16,533 nghìn tỷ đồng", "13/20",
//! "từ trên 90% đến 96,47%".
//!
//! A point groups three digits, a comma is always the decimal comma, also before "nghìn": the
//! texts write 4.473 services as "4,473 nghìn". Numbers are kept as decimal digits, so that what
//! the last digit is worth is known exactly.

use crate::texts::normalized;

/// The direction of a change, said before the number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Trend {
    /// "tăng"
    Up,
    /// "giảm"
    Down,
    /// "gấp"
    TimesAsMuch,
}

/// The word that qualifies a number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Word {
    /// None.
    None,
    /// "hơn"
    More,
    /// "trên"
    Above,
    /// "gần"
    Nearly,
    /// "dưới"
    Below,
    /// "khoảng"
    About,
    /// "ước", "ước đạt", "ước tính"
    Estimated,
    /// "ít nhất", "tối thiểu"
    AtLeast,
    /// "nhiều nhất", "tối đa"
    AtMost,
}

/// The unit that is printed with the number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Mark {
    /// None: things, a score or a rank.
    None,
    /// "%", which the texts also write for percentage points.
    Percent,
    /// "điểm phần trăm"
    Points,
    /// "đồng"
    Dong,
    /// "lần"
    Times,
    /// "tiếng", "giờ"
    Hours,
    /// "ngày"
    Days,
    /// "năm"
    Years,
}

/// Longer phrases come before those that they begin with.
pub(crate) const WORDS: &[(&str, Word)] = &[
    ("hơn", Word::More),
    ("trên", Word::Above),
    ("gần", Word::Nearly),
    ("dưới", Word::Below),
    ("khoảng", Word::About),
    ("ước đạt", Word::Estimated),
    ("ước tính", Word::Estimated),
    ("ước", Word::Estimated),
    ("ít nhất", Word::AtLeast),
    ("tối thiểu", Word::AtLeast),
    ("nhiều nhất", Word::AtMost),
    ("tối đa", Word::AtMost),
];

/// Words that multiply, with the zeros that each of them adds.
pub(crate) const MULTIPLIERS: &[(&str, i32)] =
    &[("nghìn", 3), ("ngàn", 3), ("triệu", 6), ("tỷ", 9), ("tỉ", 9)];

/// The numbers that the texts may write as words.
pub(crate) const NUMBER_WORDS: &[(&str, u64)] = &[
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("năm", 5),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
];

/// Words for the direction of a change.
pub(crate) const TRENDS: &[(&str, Trend)] =
    &[("tăng", Trend::Up), ("giảm", Trend::Down), ("gấp", Trend::TimesAsMuch)];

/// Wholes and halves that are printed without a number, in per cent.
const SHARES: &[(&str, u8)] = &[("tất cả", 100), ("một nửa", 50)];

/// Words for units.
pub(crate) const MARKS: &[(&str, Mark)] = &[
    ("%", Mark::Percent),
    ("phần trăm", Mark::Percent),
    ("điểm phần trăm", Mark::Points),
    ("điểm %", Mark::Points),
    ("đồng", Mark::Dong),
    ("lần", Mark::Times),
    ("tiếng", Mark::Hours),
    ("giờ", Mark::Hours),
    ("ngày", Mark::Days),
    ("năm", Mark::Years),
];

/// Stands between the ends of a range.
const TO: &str = "đến";

/// A number as it is printed: `digits` × 10^`exponent`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Number {
    negative: bool,
    digits: u64,
    exponent: i32,
    /// Zeros at the end of a number without decimals: they may be digits that were counted, or
    /// stand in for digits that were rounded away.
    round: i32,
}

impl Number {
    /// A number word, or digits with points between groups of three and a decimal comma.
    fn parse(text: &str) -> Result<Self, String> {
        if let Some(&(_, digits)) = NUMBER_WORDS.iter().find(|(word, _)| *word == text) {
            return Ok(Self { negative: false, digits, exponent: 0, round: 0 });
        }
        let malformed = || format!("“{text}” is not a number");
        let unsigned = text.strip_prefix(['−', '-']);
        let written = unsigned.unwrap_or(text);
        let (whole, fraction) = written.split_once(',').unwrap_or((written, ""));
        let is_well_formed = is_whole(whole)
            && fraction.bytes().all(|b| b.is_ascii_digit())
            && written.contains(',') != fraction.is_empty();
        if !is_well_formed {
            return Err(malformed());
        }
        let digits = format!("{}{fraction}", whole.replace('.', ""));
        let zeros = digits.len() - digits.trim_end_matches('0').len();
        Ok(Self {
            negative: unsigned.is_some(),
            round: if fraction.is_empty() { zeros as i32 } else { 0 },
            digits: digits.parse().map_err(|_| malformed())?,
            exponent: -(fraction.len() as i32),
        })
    }

    fn times_ten_to(self, zeros: i32) -> Self {
        Self { exponent: self.exponent + zeros, ..self }
    }

    /// The number itself: the floating-point number nearest to the printed decimal.
    pub(crate) fn value(self) -> f64 {
        let sign = if self.negative { "-" } else { "" };
        decimal(&format!("{sign}{}e{}", self.digits, self.exponent))
    }

    /// What its last printed digit is worth.
    pub(crate) fn step(self) -> f64 {
        power_of_ten(self.exponent)
    }

    /// What its last digit may be worth where a writer has rounded: "hơn 81.500" is a figure cut
    /// to hundreds, though it is printed to the unit.
    pub(crate) fn steps_if_rounded(self) -> impl Iterator<Item = f64> {
        (self.exponent..=self.exponent + self.round).map(power_of_ten)
    }

    fn negated(self) -> Self {
        Self { negative: !self.negative, ..self }
    }
}

fn power_of_ten(exponent: i32) -> f64 {
    decimal(&format!("1e{exponent}"))
}

/// Parses a decimal; the callers write only valid ones.
fn decimal(written: &str) -> f64 {
    written.parse().unwrap_or(f64::NAN)
}

/// Digits alone, or one to three digits and then groups of three.
fn is_whole(text: &str) -> bool {
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('.') {
        None => are_digits(text),
        Some((first, rest)) => {
            are_digits(first)
                && first.len() <= 3
                && !first.starts_with('0')
                && rest.split('.').all(|group| group.len() == 3 && are_digits(group))
        }
    }
}

/// An end of a range.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Limit {
    /// The limiting number.
    pub number: Number,
    /// Whether the limit itself is excluded ("từ trên 90%").
    pub open: bool,
}

/// The number or numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Figure {
    /// One number; in "13/20" with the whole beside the part.
    One(Number, Option<Number>),
    /// Two limits.
    Range(Limit, Limit),
    /// "tất cả", "một nửa": a share in per cent of which no digit is printed.
    Share(u8),
}

/// A figure, read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Printed {
    /// The direction of a change.
    pub trend: Option<Trend>,
    /// The qualifier; a range has none, its words say whether its limits are open.
    pub word: Word,
    /// The number or numbers.
    pub figure: Figure,
    /// The unit.
    pub mark: Mark,
}

impl Printed {
    /// Reads a figure.
    ///
    /// # Errors
    /// What in it cannot be read, in words.
    pub(crate) fn parse(printed: &str) -> Result<Self, String> {
        let words = words(printed);
        let mut rest = Words(&words);
        let trend = rest.choose(TRENDS);
        rest.take("đạt");
        let is_from = rest.take("từ");
        let word = rest.choose(WORDS).unwrap_or(Word::None);
        if let Some(share) = rest.choose(SHARES) {
            rest.end()?;
            return Ok(Self { trend, word, figure: Figure::Share(share), mark: Mark::Percent });
        }
        let to = rest.0.iter().position(|word| word == TO);
        match to.map(|to| (&rest.0[..to], &rest.0[to + 1..])) {
            Some((low, high)) => {
                let (figure, mark) = range(word, low, high)?;
                Ok(Self { trend, word: Word::None, figure, mark })
            }
            None if is_from => Err("“từ” stands without “đến”".to_owned()),
            None => {
                let Operand { number, whole, zeros, mark } = Operand::read(rest.0)?;
                let figure = Figure::One(number.times_ten_to(zeros), whole);
                Ok(Self { trend, word, figure, mark })
            }
        }
    }

    /// The same figure, negated, as the dataset stores a decrease.
    #[must_use]
    pub(crate) fn negated(self) -> Self {
        let turned = |limit: Limit| Limit { number: limit.number.negated(), ..limit };
        let figure = match self.figure {
            Figure::One(number, whole) => Figure::One(number.negated(), whole),
            Figure::Range(low, high) => Figure::Range(turned(high), turned(low)),
            Figure::Share(share) => Figure::Share(share),
        };
        Self { figure, ..self }
    }
}

/// Lower-case words; a dash between numbers is written "đến".
fn words(printed: &str) -> Vec<String> {
    let mut words = Vec::new();
    for word in normalized(printed).to_lowercase().split(' ') {
        let ends = if word.starts_with(|c: char| c.is_ascii_digit()) {
            word.split_once(['-', '–'])
        } else {
            None
        };
        match ends {
            _ if matches!(word, "-" | "–") => words.push(TO.to_owned()),
            Some((low, high)) => words.extend([low, TO, high].map(str::to_owned)),
            None => words.push(word.to_owned()),
        }
    }
    words
}

/// The words that are still to be read.
struct Words<'a>(&'a [String]);

impl Words<'_> {
    /// Whether the phrase comes next; if so, it is read.
    fn take(&mut self, phrase: &str) -> bool {
        let length = phrase.split(' ').count();
        let is_next = self.0.len() >= length && phrase.split(' ').zip(self.0).all(|(a, b)| a == b);
        if is_next {
            self.0 = &self.0[length..];
        }
        is_next
    }

    /// The meaning of the first phrase that comes next.
    fn choose<T: Copy>(&mut self, phrases: &[(&str, T)]) -> Option<T> {
        phrases.iter().find(|(phrase, _)| self.take(phrase)).map(|(_, meaning)| *meaning)
    }

    fn end(&self) -> Result<(), String> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(format!("“{}” is no part of a figure", self.0.join(" ")))
    }
}

/// A number with the words behind it.
#[derive(Clone, Copy)]
struct Operand {
    /// Without the zeros of the words.
    number: Number,
    whole: Option<Number>,
    /// Zeros that words such as "triệu" add.
    zeros: i32,
    mark: Mark,
}

impl Operand {
    fn read(words: &[String]) -> Result<Self, String> {
        let Some((first, rest)) = words.split_first() else {
            return Err("a number is missing".to_owned());
        };
        let percent = first.strip_suffix('%');
        let written = percent.unwrap_or(first);
        let (part, whole) = match written.split_once('/') {
            Some((part, whole)) => (part, Some(Number::parse(whole)?)),
            None => (written, None),
        };
        let number = Number::parse(part)?;
        let mut rest = Words(rest);
        let mut zeros = 0;
        let mut mark = Mark::Percent;
        if percent.is_none() {
            while let Some(more) = rest.choose(MULTIPLIERS) {
                zeros += more;
            }
            mark = rest.choose(MARKS).unwrap_or(Mark::None);
        }
        rest.end()?;
        if zeros > 0 && whole.is_some() {
            return Err("a part of a whole stands before a word that multiplies".to_owned());
        }
        Ok(Self { number, whole, zeros, mark })
    }
}

/// `word` stands before the lower limit.
fn range(word: Word, low: &[String], high: &[String]) -> Result<(Figure, Mark), String> {
    let low_open = match word {
        Word::None => false,
        Word::More | Word::Above => true,
        _ => return Err("only “hơn” and “trên” may stand before a range".to_owned()),
    };
    let mut high = Words(high);
    let high_open = high.take("dưới");
    let (low, high) = (Operand::read(low)?, Operand::read(high.0)?);
    if low.whole.or(high.whole).is_some() {
        return Err("a range goes from one part of a whole to another".to_owned());
    }
    if !matches!(low.mark, Mark::None) && low.mark != high.mark {
        return Err("the ends of the range have different units".to_owned());
    }
    let top = high.number.times_ten_to(high.zeros);
    // "5-10 triệu" are millions at both ends, "500 đến 2 nghìn" thousands at the upper one only.
    let alike = low.number.times_ten_to(high.zeros);
    let bottom = if low.zeros == 0 && alike.value() <= top.value() {
        alike
    } else {
        low.number.times_ten_to(low.zeros)
    };
    if bottom.value() > top.value() {
        return Err("the range ends below its beginning".to_owned());
    }
    let low = Limit { number: bottom, open: low_open };
    Ok((Figure::Range(low, Limit { number: top, open: high_open }), high.mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reading in one line: direction, qualifier, numbers with what their last digit is worth,
    /// unit; `(` and `)` stand at open limits.
    fn told(read: Printed) -> String {
        let number = |number: Number| format!("{}~{}", number.value(), number.step());
        let figure = match read.figure {
            Figure::One(one, None) => number(one),
            Figure::One(part, Some(whole)) => format!("{} of {}", number(part), whole.value()),
            Figure::Range(low, high) => {
                let (open, close) =
                    (if low.open { '(' } else { '[' }, if high.open { ')' } else { ']' });
                format!("{open}{}, {}{close}", number(low.number), number(high.number))
            }
            Figure::Share(share) => format!("share {share}"),
        };
        let mut parts = Vec::new();
        parts.extend(read.trend.map(|trend| format!("{trend:?}")));
        if read.word != Word::None {
            parts.push(format!("{:?}", read.word));
        }
        parts.push(figure);
        if read.mark != Mark::None {
            parts.push(format!("{:?}", read.mark));
        }
        parts.join(" ")
    }

    #[test]
    fn figures_are_read_as_the_texts_mean_them() {
        for (printed, expected) in [
            // Digits, points, the decimal comma.
            ("349", "349~1"),
            ("1.234", "1234~1"),
            ("4.475", "4475~1"),
            ("1.255.068", "1255068~1"),
            ("40.000", "40000~1"),
            ("1,5", "1.5~0.1"),
            ("0,8373", "0.8373~0.0001"),
            ("1.234,5", "1234.5~0.1"),
            ("0", "0~1"),
            ("−75,1%", "-75.1~0.1 Percent"),
            // Leading zeros are a habit of offices.
            ("03", "3~1"),
            ("01", "1~1"),
            ("hơn 09 nghìn", "More 9000~1000"),
            // Words that multiply.
            ("4,473 nghìn", "4473~1"),
            ("768,390 nghìn", "768390~1"),
            ("8,600 nghìn", "8600~1"),
            ("4.473 nghìn", "4473000~1000"),
            ("hơn 819,9 nghìn", "More 819900~100"),
            ("hơn 16,533 nghìn tỷ đồng", "More 16533000000000~1000000000 Dong"),
            ("hơn 832 tỷ đồng", "More 832000000000~1000000000 Dong"),
            ("57,1 triệu", "57100000~100000"),
            ("648,1 triệu", "648100000~100000"),
            ("57,1 TRIỆU", "57100000~100000"),
            ("2 ngàn tỉ đồng", "2000000000000~1000000000000 Dong"),
            // Qualifiers.
            ("hơn 9,2 triệu", "More 9200000~100000"),
            ("trên 87,7 triệu", "Above 87700000~100000"),
            ("gần 457.820", "Nearly 457820~1"),
            ("gần 3 nghìn", "Nearly 3000~1000"),
            ("dưới 5%", "Below 5~1 Percent"),
            ("Khoảng 97,3%", "About 97.3~0.1 Percent"),
            ("ước 78,45%", "Estimated 78.45~0.01 Percent"),
            ("ước đạt 78,45%", "Estimated 78.45~0.01 Percent"),
            ("tối đa 50%", "AtMost 50~1 Percent"),
            ("nhiều nhất 50%", "AtMost 50~1 Percent"),
            ("ít nhất 80%", "AtLeast 80~1 Percent"),
            ("tối thiểu 80%", "AtLeast 80~1 Percent"),
            ("đạt 43%", "43~1 Percent"),
            // Units.
            ("87,02%", "87.02~0.01 Percent"),
            ("87,02 %", "87.02~0.01 Percent"),
            ("5 phần trăm", "5~1 Percent"),
            ("47,20 điểm phần trăm", "47.2~0.01 Points"),
            ("7 tiếng", "7~1 Hours"),
            ("3 ngày", "3~1 Days"),
            ("hơn 4 năm", "More 4~1 Years"),
            // Changes.
            ("tăng 10%", "Up 10~1 Percent"),
            ("giảm 75,1%", "Down 75.1~0.1 Percent"),
            ("tăng hơn 3 nghìn", "Up More 3000~1000"),
            ("gấp 1,6 lần", "TimesAsMuch 1.6~0.1 Times"),
            ("tăng gần 1,3 lần", "Up Nearly 1.3~0.1 Times"),
            ("tăng 2,5 lần", "Up 2.5~0.1 Times"),
            // Parts of a whole.
            ("63/63", "63~1 of 63"),
            ("13/20", "13~1 of 20"),
            ("03/20", "3~1 of 20"),
            // Ranges.
            ("từ trên 90% đến 96,47%", "(90~1, 96.47~0.01] Percent"),
            ("trên 90 đến 96,47%", "(90~1, 96.47~0.01] Percent"),
            ("từ 10% đến dưới 50%", "[10~1, 50~1) Percent"),
            ("2000-3000", "[2000~1, 3000~1]"),
            ("2.000 – 3.000", "[2000~1, 3000~1]"),
            ("5-10 triệu", "[5000000~1000000, 10000000~1000000]"),
            ("từ 5-10 triệu", "[5000000~1000000, 10000000~1000000]"),
            ("tăng 2000-3000", "Up [2000~1, 3000~1]"),
            ("500 nghìn đến 2 triệu", "[500000~1000, 2000000~1000000]"),
            ("500.000 đến 2,0 triệu", "[500000~1, 2000000~100000]"),
            // Words for numbers.
            ("hai", "2~1"),
            ("mười", "10~1"),
            ("năm", "5~1"),
            ("năm năm", "5~1 Years"),
            ("gần ba triệu", "Nearly 3000000~1000000"),
            ("tất cả", "share 100 Percent"),
            ("Một nửa", "share 50 Percent"),
            ("hơn một nửa", "More share 50 Percent"),
            // Non-breaking spaces.
            ("hơn\u{a0}9,2\u{202f}triệu", "More 9200000~100000"),
        ] {
            let read = Printed::parse(printed).map(told);
            assert_eq!(read.as_deref(), Ok(expected), "{printed}");
        }
    }

    #[test]
    fn what_is_no_figure_is_not_guessed() {
        for (printed, why) in [
            ("", "“” is not a number"),
            ("hơn", "a number is missing"),
            ("nhiều", "“nhiều” is not a number"),
            ("12.34", "“12.34” is not a number"),
            ("1234.567", "“1234.567” is not a number"),
            ("0.123", "“0.123” is not a number"),
            ("1,234,567", "“1,234,567” is not a number"),
            ("1,2.345", "“1,2.345” is not a number"),
            ("5,", "“5,” is not a number"),
            (",5", "“,5” is not a number"),
            ("1.", "“1.” is not a number"),
            ("99999999999999999999", "“99999999999999999999” is not a number"),
            ("5%%", "“5%” is not a number"),
            ("13/", "“” is not a number"),
            ("1/2/3", "“2/3” is not a number"),
            ("13/20 triệu", "a part of a whole stands before a word that multiplies"),
            ("45 dịch vụ", "“dịch vụ” is no part of a figure"),
            ("45% nghìn", "“nghìn” is no part of a figure"),
            ("mười hai", "“hai” is no part of a figure"),
            ("tất cả các bộ", "“các bộ” is no part of a figure"),
            ("từ 5%", "“từ” stands without “đến”"),
            ("từ 5% đến", "a number is missing"),
            ("đến 5%", "a number is missing"),
            ("10 đến 5%", "the range ends below its beginning"),
            ("khoảng 5-10%", "only “hơn” and “trên” may stand before a range"),
            ("5% đến 10 lần", "the ends of the range have different units"),
            ("5/6 đến 7/8", "a range goes from one part of a whole to another"),
            ("1-2-3", "“2-3” is not a number"),
            ("Quyết định số 715", "“quyết” is not a number"),
        ] {
            assert_eq!(Printed::parse(printed).map(told), Err(why.to_owned()), "{printed}");
        }
    }

    #[test]
    fn a_writer_who_rounds_may_round_to_zeros() {
        let steps = |printed: &str| -> Vec<f64> {
            match Printed::parse(printed).unwrap().figure {
                Figure::One(number, _) => number.steps_if_rounded().collect(),
                _ => Vec::new(),
            }
        };
        assert_eq!(steps("gần 457.820"), [1.0, 10.0]);
        assert_eq!(steps("hơn 81.500"), [1.0, 10.0, 100.0]);
        assert_eq!(steps("gần 90 triệu"), [1e6, 1e7]);
        // A zero behind the comma counts as a digit.
        assert_eq!(steps("hơn 7,20 triệu"), [1e4]);
    }
}
