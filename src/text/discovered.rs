//! What the printed figures say about each other, who says so, and what is typical of many.

use super::figure::interval;
use super::name::{name_inside, official_of};
use super::unit::count_word;
use super::{Key, NBSP, check_sentence, date, figure, period};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{Finding, Spread, Witness};
use crate::data::{CheckOperation, Dataset, EntityKind, Measure, Mention, Observation, Span};
use crate::quantity::arithmetic::Derived;
use crate::quantity::{Quantity, magnitude};
use crate::view::Lang;

/// A finding about the texts as a sentence. It says what is printed where, not who is right.
pub fn finding_sentence(dataset: &Dataset, finding: &Finding<'_>, lang: Lang) -> String {
    let sentence = match finding {
        Finding::PrintedOtherwise { fact, one, other, fits } => {
            let about = subject(dataset, fact, lang);
            let (a, b) = (figure(&one.1, lang), figure(&other.1, lang));
            let (here, there) = (places(dataset, &one.0, lang), places(dataset, &other.0, lang));
            let note = one.0.iter().chain(&other.0).find_map(|mention| mention.note.as_ref());
            let why = match (note, lang) {
                (Some(note), _) => format!(". {}", lang.of(note)),
                (None, Lang::Vi) => "; chưa rõ vì sao.".to_owned(),
                (None, Lang::En) => "; why they differ is not known.".to_owned(),
            };
            match (lang, fits) {
                (Lang::Vi, true) => format!(
                    "{about}: in hai cách, {a} ({here}) và {b} ({there}). Hai cách in khớp nhau, một bên làm tròn nhiều hơn."
                ),
                (Lang::Vi, false) => {
                    format!("{about}: in hai số khác nhau, {a} ({here}) và {b} ({there}){why}")
                }
                (Lang::En, true) => format!(
                    "{about}: printed in two ways, {a} ({here}) and {b} ({there}). The two fit each other; one is rounded further."
                ),
                (Lang::En, false) => {
                    format!("{about}: printed as {a} ({here}) and as {b} ({there}){why}")
                }
            }
        }
        Finding::ListLength { stated, named } => {
            let about = subject(dataset, stated, lang);
            let number = stated.quantity.map(|q| figure(&q, lang)).unwrap_or_default();
            let count = named.len();
            match lang {
                Lang::Vi => {
                    format!("{about}: văn bản ghi {number} nhưng danh sách nêu {count}{NBSP}tên.")
                }
                Lang::En => {
                    format!("{about}: the text states {number}, but the list has {count} names.")
                }
            }
        }
        Finding::Undeclared { check, found } => {
            let figures = check.operands.iter().filter(|operand| !operand.denominator);
            let mut figures = figures.filter_map(|o| dataset.observation(&o.observation));
            let part = figures.next();
            let about = part.map_or(String::new(), |o| subject(dataset, o, lang));
            let whole = figures.next().filter(|_| check.operation == CheckOperation::Share);
            let of_what = part.zip(whole).map(|(part, whole)| share_of(dataset, part, whole, lang));
            let sentence = uncapitalised(&check_sentence(dataset, check, found, lang));
            format!("{about}{}: {sentence}", of_what.unwrap_or_default())
        }
        Finding::FractionEqualsRate { fraction, rate, one_system } => {
            let (a, b) = (subject(dataset, fraction, lang), subject(dataset, rate, lang));
            let part = fraction.quantity.map(|q| figure(&q, lang)).unwrap_or_default();
            let whole = rate.quantity.map(|q| figure(&q, lang)).unwrap_or_default();
            let b = uncapitalised(&b);
            let sentence = match lang {
                Lang::Vi => format!("{a}: {part}, làm tròn là {whole}, bằng số in cho {b}"),
                Lang::En => {
                    format!("{a}: {part}, rounded {whole}, the figure printed for the {b}")
                }
            };
            match (one_system, lang) {
                (true, _) => format!("{sentence}."),
                (false, Lang::Vi) => {
                    format!(
                        "{sentence}; hai số nói về hai việc khác nhau, có thể chỉ là trùng hợp."
                    )
                }
                (false, Lang::En) => format!(
                    "{sentence}; the two are about different things and may be alike by chance."
                ),
            }
        }
    };
    capitalised(&sentence)
}

/// What a figure is given a share of: ", so với số từ đầu năm đến tháng 8/2024" where both count the
/// same, else what the whole counts.
fn share_of(dataset: &Dataset, part: &Observation, whole: &Observation, lang: Lang) -> String {
    let family = |o: &Observation| dataset.indicator(&o.indicator).map(|i| &i.family);
    let official = official_of(dataset, whole, lang);
    match (lang, whole.period.span) {
        (Lang::Vi, _) if family(part) != family(whole) => format!(", so với {official}"),
        (Lang::En, _) if family(part) != family(whole) => format!(", against {official}"),
        (Lang::Vi, _) => format!(", so với số {}", period(&whole.period, lang)),
        (Lang::En, Span::SinceStart { to }) => {
            format!(", against the running total to {}", date(to, lang))
        }
        (Lang::En, _) => format!(", against the number for {}", period(&whole.period, lang)),
    }
}

/// The official wording and the place: "Thẻ căn cước đã cấp, cả nước".
fn subject(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let Some(indicator) = dataset.indicator(&o.indicator) else { return String::new() };
    let official = lang.of(&indicator.official);
    // A number of provinces need not say again that it is about provinces.
    let whose = dataset
        .entity(&o.entity)
        .filter(|e| !(e.kind == EntityKind::Block && indicator.measure == Measure::Count));
    match whose {
        Some(entity) => format!("{official}, {}", name_inside(entity, lang)),
        None => official.to_owned(),
    }
}

/// "`VnEconomy`, đoạn 1 và 2; …", in the order of the mentions.
fn places(dataset: &Dataset, mentions: &[&Mention], lang: Lang) -> String {
    let mut told: Vec<(String, Vec<u16>)> = Vec::new();
    for mention in mentions {
        let title = dataset
            .document(&mention.source)
            .map_or(String::new(), |document| lang.of(document.name()).to_owned());
        match told.iter_mut().find(|(known, _)| *known == title) {
            Some((_, paragraphs)) => paragraphs.extend(mention.paragraph),
            None => told.push((title, mention.paragraph.into_iter().collect())),
        }
    }
    let one = |(title, paragraphs): &(String, Vec<u16>)| match paragraphs.as_slice() {
        [] => title.clone(),
        some => format!("{title}, {}", uncapitalised(&numbered_paragraphs(some, lang))),
    };
    told.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// "Đoạn 4", "Đoạn 1, 2 và 4"; empty where there is none.
pub fn numbered_paragraphs(numbers: &[u16], lang: Lang) -> String {
    let word = Key::Paragraph.text(lang);
    let and = if lang == Lang::Vi { "và" } else { "and" };
    let plural = if lang == Lang::En && numbers.len() > 1 { "s" } else { "" };
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    match numbers.as_slice() {
        [] => String::new(),
        [one] => format!("{word}{NBSP}{one}"),
        [first @ .., last] => {
            format!("{word}{plural}{NBSP}{} {and}{NBSP}{last}", first.join(", "))
        }
    }
}

/// How many independent sources say it: "một nguồn, in ở ba nơi"; both in digits, where one of them
/// is above ten: "9 nguồn, in ở 11 nơi".
pub fn witnesses_sentence(witnesses: &[Witness<'_>], lang: Lang) -> String {
    let places: usize = witnesses.iter().map(|witness| witness.documents.len()).sum();
    let sources = witnesses.len();
    let written =
        |count: usize| if places > 10 { count.to_string() } else { count_word(count, lang) };
    let (sources, places, one_place) = (written(sources), written(places), places == 1);
    match (lang, witnesses.len(), one_place) {
        (Lang::Vi, _, true) => "một nguồn, in ở một nơi".to_owned(),
        (Lang::En, _, true) => "one source, printed in one place".to_owned(),
        (Lang::Vi, ..) => format!("{sources} nguồn, in ở {places} nơi"),
        (Lang::En, 1, _) => format!("{sources} source, printed in {places} places"),
        (Lang::En, ..) => format!("{sources} sources, printed in {places} places"),
    }
}

/// Median and extremes of many figures: "Trung vị của 63 tỉnh, thành phố: 0,6938; thấp nhất:
/// 0,5133; cao nhất: 0,8373 (Rõ Số tính)."
pub fn spread_sentence(spread: &Spread, units: &str, lang: Lang) -> String {
    let Spread { lowest, median, highest, of, .. } = spread;
    let here = Key::ComputedHere.text(lang);
    let told = |value: &Derived| found(value, lang);
    let (low, middle, high) = (told(lowest), told(median), told(highest));
    match lang {
        Lang::Vi => format!(
            "Trung vị của {of}{NBSP}{units}: {middle}; thấp nhất: {low}; cao nhất: {high} ({here})."
        ),
        Lang::En => format!(
            "The median of the {of} {units}: {middle}; lowest: {low}; highest: {high} ({here})."
        ),
    }
}

/// A value with its printed digits, or its interval where it is not a printed value.
fn found(value: &Derived, lang: Lang) -> String {
    let width = value.interval.width().filter(|width| *width > 0.0);
    let printed = value.interval.middle().zip(width).and_then(|(middle, width)| {
        // A printed number is a multiple of one unit of its last digit, the width of its interval.
        let step = 10f64.powi(magnitude(width * 1.000_001));
        let steps = middle / step;
        let is_printed = (width / step - 1.0).abs() < 1e-6 && (steps - steps.round()).abs() < 1e-3;
        is_printed.then(|| Quantity::exact(steps.round() * step, step, value.unit))
    });
    match printed {
        Some(quantity) => figure(&quantity, lang),
        None => interval(value.interval, value.unit, lang),
    }
}
