//! One figure in self-contained words, to cite it or to report it as wrong; and documents as they
//! are cited.

use super::measure::{known, marked_inferred, printed_in};
use super::period::{date, inferred_part, listed_time, moment, prints_its_time};
use super::{
    Key, NBSP, full_name_inside, kind_name, numbered_paragraphs, official_of, short_layer_key,
};
use crate::compare::newest_date;
use crate::compare::vietnamese::{capitalised, uncapitalised};
use crate::data::{Dataset, Date, Document, Id, Kind, Layer, Mention, Observation, months_between};
use crate::view::Lang;

/// A figure as it is cited: whose it is, what was printed, what it measures, when, and every
/// passage that prints it. `address` is that of the view; an empty one is left out.
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
        known(dataset, o, lang),
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

/// A letter that reports the figure `o` as wrong, with room for what the sender knows. `address` is
/// that of the view in which the figure was seen. What is missing stays blank.
pub fn report(dataset: &Dataset, o: Option<&Observation>, address: &str, lang: Lang) -> String {
    let title = lang.pick("Báo sai một con số trên Rõ Số", "A wrong figure on Rõ Số");
    let mut lines = vec![title.to_owned()];
    let mut line = |vi, en, content: &str| lines.push(format!("{}: {content}", lang.pick(vi, en)));
    match o {
        Some(o) => {
            let names = format!("{}; {}", whose(dataset, o, lang), what(dataset, o, lang));
            line("Con số", "Figure", &known(dataset, o, lang));
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

/// The date of a figure, the newest date in the data, and the time between them: its age, as far as
/// it can be known without a clock. Empty for a figure that was not measured.
pub fn age(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let end = o.period.end();
    let newest = newest_date(dataset).unwrap_or(end);
    let apart = time_between(end, newest, lang);
    let (of, to) = (moment(&o.period, lang), date(newest, lang));
    match (o.kind, apart, lang) {
        (Kind::Observation, None, Lang::Vi) => {
            format!("Số của {of}, thuộc số mới nhất trong Rõ Số")
        }
        (Kind::Observation, None, Lang::En) => {
            format!("A figure of {of}, among the newest in Rõ Số")
        }
        (Kind::Observation, Some(apart), Lang::Vi) => {
            format!("Số của {of}; số mới nhất trong Rõ Số là của {to}, sau đó {apart}")
        }
        (Kind::Observation, Some(apart), Lang::En) => {
            format!("A figure of {of}; the newest in Rõ Số is of {to}, {apart} later")
        }
        _ => String::new(),
    }
}

/// "3 năm 2 tháng", "khoảng 3 năm" where the month of one of the two is not printed; `None` where
/// `later` is not later.
pub(super) fn time_between(earlier: Date, later: Date, lang: Lang) -> Option<String> {
    let part = |number: u32, vi: &str, one: &str, many: &str| match (number, lang) {
        (0, _) => String::new(),
        (_, Lang::Vi) => format!("{number}{NBSP}{vi}"),
        (1, Lang::En) => format!("{number}{NBSP}{one}"),
        (_, Lang::En) => format!("{number}{NBSP}{many}"),
    };
    let years = |number| part(number, "năm", "year", "years");
    if earlier.month.is_none() || later.month.is_none() {
        let number = u32::from(later.year.saturating_sub(earlier.year));
        let about = if lang == Lang::Vi { "khoảng" } else { "about" };
        return (number > 0).then(|| format!("{about}{NBSP}{}", years(number)));
    }
    let months = months_between(earlier, later);
    let parts = [years(months / 12), part(months % 12, "tháng", "month", "months")];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    (months > 0).then(|| parts.join(" "))
}

fn whose(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    dataset.entity(&o.entity).map_or(String::new(), |entity| full_name_inside(entity, lang))
}

/// "mục tiêu, tỷ lệ hồ sơ được xử lý trực tuyến, từ đầu năm đến tháng 8/2022".
fn what(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let official = official_of(dataset, o, lang);
    let kind = match o.kind {
        Kind::Observation => String::new(),
        kind => format!("{}, ", uncapitalised(kind_name(kind, lang))),
    };
    if prints_its_time(o, lang) {
        return format!("{kind}{official}");
    }
    let inferred = inferred_part(&o.period, lang).map_or(String::new(), |part| format!(", {part}"));
    format!("{kind}{official}, {}{inferred}", listed_time(o, lang))
}

/// "Bài báo …, Báo Đà Nẵng, ngày 31/8/2022, đoạn 4".
fn place(dataset: &Dataset, mention: &Mention, lang: Lang) -> Option<String> {
    let mut place = cited_document(dataset.document(&mention.source)?, lang);
    if let Some(number) = mention.paragraph {
        let paragraph = uncapitalised(&numbered_paragraphs(&[number], lang));
        place.push_str(&format!(", {paragraph}"));
    }
    Some(place)
}

/// Documents as they are cited: "Nguồn: Tên bài, nơi đăng, ngày (số trong báo cáo). …"
pub fn cited_sources(dataset: &Dataset, documents: &[Id], lang: Lang) -> String {
    let mut cited = Key::Source.text(lang).to_owned();
    for (layer, documents) in by_layer(dataset, documents) {
        let told = documents.iter().map(|document| cited_document(document, lang));
        let documents: Vec<String> = told.collect();
        let (told, layer) = (documents.join("; "), short_layer_key(layer).text(lang));
        // No brackets behind brackets.
        let is_bracketed = told.ends_with(')');
        let layer = if is_bracketed { format!("; {layer}") } else { format!(" ({layer})") };
        cited.push_str(&format!(" {told}{layer}."));
    }
    cited
}

/// "Tên bài, nơi đăng, ngày 21/10/2025 (suy ra)"; a date that ends the title is not told twice: "Bài
/// báo …, năm 2025 (suy ra), chưa rõ nơi đăng".
pub fn cited_document(document: &Document, lang: Lang) -> String {
    let (title, publisher) = (lang.of(&document.title), lang.of(&document.publisher));
    let told = date(document.date, lang);
    let before = title.strip_suffix(&told).filter(|before| before.ends_with(", "));
    let when = if document.date_inferred { marked_inferred(&told, lang) } else { told };
    match before {
        Some(before) => format!("{before}{when}, {publisher}"),
        None => format!("{title}, {publisher}, {when}"),
    }
}

/// Documents grouped by layer, the reports first; empty layers are left out.
pub fn by_layer<'a>(dataset: &'a Dataset, documents: &[Id]) -> Vec<(Layer, Vec<&'a Document>)> {
    let of = |layer| {
        let documents = documents.iter().filter_map(|id| dataset.document(id));
        (layer, documents.filter(|document| document.layer == layer).collect::<Vec<_>>())
    };
    let layers = [Layer::Reports, Layer::Context].map(of);
    layers.into_iter().filter(|(_, documents)| !documents.is_empty()).collect()
}
