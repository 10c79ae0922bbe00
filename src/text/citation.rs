//! One figure in words that stand alone: to be cited, or to be reported as wrong.

use super::measure::{allowed, printed_in};
use super::period::{date, period};
use super::{Key, NBSP, figure, full_name_inside, kind_name};
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::compare::{months_between, newest_date};
use crate::data::{Dataset, Kind, Mention, Observation};
use crate::view::Lang;

/// A figure as it is cited: what was printed, of what, of whom, when, and every place that prints
/// it. `address` is that of the view, left out where it is empty.
pub fn citation(dataset: &Dataset, o: &Observation, address: &str, lang: Lang) -> String {
    let places: Vec<String> =
        o.mentions.iter().filter_map(|mention| place(dataset, mention, lang)).collect();
    let places = places.join("; ");
    let (is_derived, whose) = (o.derived_from.is_some(), whose(dataset, o, lang));
    let printed = match (is_derived, lang) {
        (true, Lang::Vi) => "Suy ra từ danh sách in trong",
        (true, Lang::En) => "Follows from a list printed in",
        (false, Lang::Vi) => "In trong",
        (false, Lang::En) => "Printed in",
    };
    let mut cited = format!(
        "{}: {} ({}). {printed}: {places}.",
        capitalised(&whose),
        value(dataset, o, lang),
        what(dataset, o, lang),
    );
    if !address.is_empty() {
        cited.push_str(match lang {
            Lang::Vi => " Xem trên Rõ Số: ",
            Lang::En => " See Rõ Số: ",
        });
        cited.push_str(address);
    }
    cited
}

/// A letter that reports a figure as wrong, with room for what the sender knows. `figure` and
/// `address` (of the view that it was seen in) are left out where there is none.
pub fn report(dataset: &Dataset, o: Option<&Observation>, address: &str, lang: Lang) -> String {
    let say = |vi: &'static str, en: &'static str| match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    let mut lines =
        vec![say("Báo sai một con số trên Rõ Số", "A wrong figure on Rõ Số").to_owned()];
    let mut line = |vi, en, content: &str| lines.push(format!("{}: {content}", say(vi, en)));
    match o {
        Some(o) => {
            let names = format!("{}; {}", whose(dataset, o, lang), what(dataset, o, lang));
            line("Con số", "Figure", &value(dataset, o, lang));
            line("Của nơi nào, đo cái gì, kỳ nào", "Of whom, of what, for when", &names);
            line("Trang ghi là in ở", "Said to be printed in", &printed_in(dataset, o, lang));
            line("Mã của con số", "Id of the figure", &o.id);
        }
        None => line("Con số", "Figure", ""),
    }
    line("Địa chỉ trang đang xem", "Address of the page", address);
    line("Sai ở đâu, số đúng là gì", "What is wrong, and what is right", "");
    line(
        "Nơi in số đúng (ấn phẩm, đoạn), hoặc ảnh chụp",
        "Where the right figure is printed (publication, paragraph), or a photograph",
        "",
    );
    lines.join("\n")
}

/// The date that a figure is of, and how long before the newest in the data that is: its age as
/// far as it can be known without a clock. Empty for what was not measured.
pub fn age(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    if o.kind != Kind::Observation {
        return String::new();
    }
    let end = o.period.end();
    let of = match lang {
        Lang::Vi => format!("Số của {}", date(end, lang)),
        Lang::En => format!("A figure of {}", date(end, lang)),
    };
    let newest = newest_date(dataset).unwrap_or(end);
    match (months_between(end, newest), lang) {
        (0, Lang::Vi) => format!("{of}, thuộc số mới nhất ở đây"),
        (0, Lang::En) => format!("{of}, among the newest here"),
        (months, Lang::Vi) => {
            format!("{of}, cũ hơn số mới nhất ở đây {}", time_of(months, lang))
        }
        (months, Lang::En) => {
            format!("{of}, {} older than the newest here", time_of(months, lang))
        }
    }
}

/// "3 năm 2 tháng", "11 months".
fn time_of(months: u32, lang: Lang) -> String {
    let part = |number: u32, vi: &str, one: &str, many: &str| match (number, lang) {
        (0, _) => String::new(),
        (_, Lang::Vi) => format!("{number}{NBSP}{vi}"),
        (1, Lang::En) => format!("{number}{NBSP}{one}"),
        (_, Lang::En) => format!("{number}{NBSP}{many}"),
    };
    let years = part(months / 12, "năm", "year", "years");
    let rest = part(months % 12, "tháng", "month", "months");
    let parts = [years, rest];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(" ")
}

/// What was printed, else what a list leaves to it.
fn value(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    match o.quantity {
        Some(quantity) => figure(&quantity, lang),
        None if o.interval.is_some() => allowed(dataset, o, lang),
        None => o.mentions.first().map_or(String::new(), |mention| mention.printed.to_string()),
    }
}

fn whose(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    dataset.entity(&o.entity).map_or(String::new(), |entity| full_name_inside(entity, lang))
}

/// "mục tiêu, tỷ lệ hồ sơ được xử lý trực tuyến, từ đầu năm đến tháng 8/2022".
fn what(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let official = dataset.indicator(&o.indicator).map_or("", |i| lang.of(&i.official));
    let kind = match o.kind {
        Kind::Observation => String::new(),
        kind => format!("{}, ", uncapitalised(kind_name(kind, lang))),
    };
    let when = match o.kind {
        Kind::Target => date(o.period.end(), lang),
        _ => period(&o.period, lang),
    };
    let inferred = match (o.period.inferred.is_empty(), lang) {
        (true, _) => "",
        (false, Lang::Vi) => ", kỳ suy ra một phần",
        (false, Lang::En) => ", period partly inferred",
    };
    format!("{kind}{official}, {when}{inferred}")
}

/// "Bài báo …, VnEconomy, ngày 31/8/2022, đoạn 4".
fn place(dataset: &Dataset, mention: &Mention, lang: Lang) -> Option<String> {
    let document = dataset.document(&mention.source)?;
    let mut place = format!(
        "{}, {}, {}",
        lang.of(&document.title),
        lang.of(&document.publisher),
        date(document.date, lang)
    );
    if let Some(number) = mention.paragraph {
        let word = uncapitalised(Key::Paragraph.text(lang));
        place.push_str(&format!(", {word}{NBSP}{number}"));
    }
    Some(place)
}
