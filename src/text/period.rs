//! Dates and periods in words.

use super::{Key, NBSP};
use crate::compare::vietnamese::uncapitalised;
use crate::data::{Date, Kind, Observation, Period, Span};
use crate::quantity::Unit;
use crate::view::Lang;

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

/// "năm 2024", "tháng 8/2024", "ngày 20/8/2024"; "2024", "August 2024", "20 August 2024".
pub fn date(date: Date, lang: Lang) -> String {
    match (date.month, date.day, lang) {
        (Some(month), Some(day), Lang::Vi) => format!("ngày{NBSP}{day}/{month}/{}", date.year),
        (Some(month), Some(day), Lang::En) => {
            format!("{day}{NBSP}{} {}", month_name(month), date.year)
        }
        (Some(month), None, Lang::Vi) => format!("tháng{NBSP}{month}/{}", date.year),
        (Some(month), None, Lang::En) => format!("{}{NBSP}{}", month_name(month), date.year),
        (None, _, Lang::Vi) => format!("năm{NBSP}{}", date.year),
        (None, _, Lang::En) => date.year.to_string(),
    }
}

/// When a target is due: "cuối năm 2022", "hết tháng 6/2025", "ngày 30/6/2025".
pub fn due(at: Date, lang: Lang) -> String {
    match (at.month, at.day, lang) {
        (None | Some(12), None, Lang::Vi) => format!("cuối năm{NBSP}{}", at.year),
        (None | Some(12), None, Lang::En) => format!("for the end of {}", at.year),
        (Some(_), None, Lang::Vi) => format!("hết {}", date(at, lang)),
        (Some(_), None, Lang::En) => format!("for the end of {}", date(at, lang)),
        (_, Some(_), Lang::Vi) => date(at, lang),
        (_, Some(_), Lang::En) => format!("for {}", date(at, lang)),
    }
}

/// Like [`due`], behind a word for it: "cuối năm 2022"; "end of 2022".
pub fn due_date(at: Date, lang: Lang) -> String {
    let told = due(at, lang);
    let told = told.strip_prefix("for ").unwrap_or(&told);
    told.strip_prefix("the ").unwrap_or(told).to_owned()
}

/// An English time as a noun, as behind "by" or "as of": "the end of 2022".
pub(super) fn the_end(told: &str) -> String {
    let the = if told.starts_with("end ") { "the " } else { "" };
    format!("{the}{told}")
}

/// A period for use beside another inside a sentence: a moment without its "đến".
pub fn when(found: &Period, lang: Lang) -> String {
    match found.span {
        Span::AsOf(at) if found.whole_year().is_none() => as_of(at, lang),
        _ => period(found, lang),
    }
}

/// The moment at which something was counted: December without a day is "cuối năm 2021".
fn as_of(at: Date, lang: Lang) -> String {
    if (at.month, at.day) == (Some(12), None) { due_date(at, lang) } else { date(at, lang) }
}

/// A period in short: its year where it is a whole year, else its last date.
pub fn moment(found: &Period, lang: Lang) -> String {
    if found.whole_year().is_some() { period(found, lang) } else { date(found.end(), lang) }
}

/// The span of a period: "năm 2024", "từ đầu năm đến tháng 8/2022", "đến tháng 8/2024", "từ ngày
/// 1/9/2024".
pub fn period(period: &Period, lang: Lang) -> String {
    if let Some(year) = period.whole_year() {
        return date(Date { year, month: None, day: None }, lang);
    }
    match (period.span, lang) {
        (Span::AsOf(at), Lang::Vi) => format!("đến {}", as_of(at, lang)),
        (Span::AsOf(at), Lang::En) => format!("as of {}", the_end(&as_of(at, lang))),
        (Span::From(at), Lang::Vi) => format!("từ {}", date(at, lang)),
        (Span::From(at), Lang::En) => format!("from {}", date(at, lang)),
        (Span::SinceStart { to }, Lang::Vi) => format!("cộng dồn đến {}", date(to, lang)),
        (Span::SinceStart { to }, Lang::En) => format!("cumulative to {}", date(to, lang)),
        (Span::During { from, to }, _)
            if from.first_day() == to.first_day() && from.last_day() == to.last_day() =>
        {
            date(to, lang)
        }
        (Span::During { from, to }, Lang::Vi) if starts_year(from, to) => {
            format!("từ đầu năm đến {}", date(to, lang))
        }
        (Span::During { from, to }, Lang::Vi) => {
            format!("từ {} đến {}", date(from, lang), date(to, lang))
        }
        (Span::During { from, to }, Lang::En) if starts_year(from, to) && to.day.is_none() => {
            format!("January to {}", date(to, lang))
        }
        (Span::During { from, to }, Lang::En) => {
            let (start, end) = (date(from, lang), date(to, lang));
            // A year that both share is written once.
            let is_told = from.year == to.year && to.month.is_some();
            let year = to.year.to_string();
            let start = start.strip_suffix(&year).filter(|_| is_told).unwrap_or(&start);
            format!("{} to {end}", start.trim_end())
        }
    }
}

/// A period that a change is measured from, after "so với" or "against": "tháng 12/2021", "kỳ từ
/// đầu năm đến tháng 8/2021".
pub fn base_period(found: &Period, lang: Lang) -> String {
    let told = when(found, lang);
    match lang {
        Lang::Vi if told.starts_with("từ ") => format!("kỳ {told}"),
        _ => told,
    }
}

/// The period of a figure; for a rank dated by its announcement, "công bố ngày 21/10/2025".
fn period_of(o: &Observation, lang: Lang) -> String {
    match (o.kind, o.period.span, lang) {
        (Kind::Rank, Span::AsOf(at), Lang::Vi) => format!("công bố {}", date(at, lang)),
        (Kind::Rank, Span::AsOf(at), Lang::En) => format!("announced on {}", date(at, lang)),
        _ => period(&o.period, lang),
    }
}

/// The time of a figure: when a target is due, the period of anything else.
pub fn time_of(o: &Observation, lang: Lang) -> String {
    match o.kind {
        Kind::Target => due(o.period.end(), lang),
        _ => period_of(o, lang),
    }
}

/// A time of a figure with the part of it that no text prints: "từ đầu năm đến tháng 8/2024 (kỳ suy
/// ra)".
pub fn time_marked(o: &Observation, time: &str, lang: Lang) -> String {
    let inferred =
        inferred_part(&o.period, lang).map_or(String::new(), |part| format!(" ({part})"));
    format!("{time}{inferred}")
}

/// The time of a figure behind other facts: "hạn cuối năm 2025", "từ đầu năm đến tháng 8/2022".
pub fn listed_time(o: &Observation, lang: Lang) -> String {
    match (o.kind, lang) {
        (Kind::Target, Lang::Vi) => format!("hạn {}", due_date(o.period.end(), lang)),
        (Kind::Target, Lang::En) => {
            format!("due by {}", the_end(&due_date(o.period.end(), lang)))
        }
        _ => period_of(o, lang),
    }
}

/// Whether the printed words of a record are its time or hold it ("từ ngày 01/9/2024"), so that the
/// time need not be told beside them. English gives the printed words in Vietnamese.
pub fn prints_its_time(o: &Observation, lang: Lang) -> bool {
    o.is_rule() && lang == Lang::Vi && o.period.inferred.is_empty()
}

/// Like [`time_of`], with the word for a target: "mục tiêu cuối năm 2025", "từ đầu năm đến tháng
/// 8/2022".
pub fn time_or_target(o: &Observation, lang: Lang) -> String {
    let time = time_of(o, lang);
    match o.kind {
        Kind::Target => format!("{} {time}", uncapitalised(Key::Target.text(lang))),
        _ => time,
    }
}

/// "từ năm 2023 đến ngày 26/10/2025". Year-to-date rates are called so, as "from one month to
/// another" would be a period of its own. What is counted from the start of the year has a name that
/// says so ("trong 8 tháng đầu năm"); the same part of two years is told by the years.
pub fn span_of_time(figures: &[&Observation], lang: Lang) -> String {
    let by_end = |o: &&&Observation| o.period.end().last_day();
    let ends = figures.iter().min_by_key(by_end).zip(figures.iter().max_by_key(by_end));
    let Some((first, last)) = ends else { return String::new() };
    let are_to_date = first.period.is_year_to_date() && last.period.is_year_to_date();
    let is_rate = |o: &Observation| o.quantity.is_some_and(|q| q.unit == Unit::Percent);
    let to_date = are_to_date && is_rate(first) && is_rate(last);
    let (from, to) = (first.period.end(), last.period.end());
    let are_alike = are_to_date
        && !to_date
        && (from.month, from.day) == (to.month, to.day)
        && from.year != to.year;
    let told = |o: &Observation| match o.period.end() {
        Date { year, .. } if are_alike => date(Date { year, month: None, day: None }, lang),
        _ => moment(&o.period, lang),
    };
    match (told(first), told(last), lang) {
        (first, last, _) if first == last => first,
        (first, last, Lang::Vi) if to_date => {
            format!("tính từ đầu năm, các mốc từ {first} đến {last}")
        }
        (first, last, Lang::Vi) => format!("từ {first} đến {last}"),
        (first, last, Lang::En) if to_date => format!("year to date, {first} to {last}"),
        (first, last, Lang::En) => format!("{first} to {last}"),
    }
}

/// "Aug", for the axis of a chart.
pub fn month_short(month: u8) -> &'static str {
    month_name(month).get(..3).unwrap_or("")
}

/// Which part of a period no text prints: "ngày đầu kỳ suy ra"; `None` where all of it is printed.
pub fn inferred_part(period: &Period, lang: Lang) -> Option<&'static str> {
    let has = |part: &str| period.inferred.iter().any(|inferred| **inferred == *part);
    let (vi, en) = match (has("from"), has("to"), has("as_of"), has("year")) {
        (false, false, false, false) => return None,
        (false, false, false, true) => ("năm suy ra", "year inferred"),
        (false, false, true, _) => ("thời điểm suy ra", "date inferred"),
        (true, false, ..) => ("ngày đầu kỳ suy ra", "start inferred"),
        (false, true, ..) => ("ngày cuối kỳ suy ra", "end inferred"),
        (true, true, ..) => ("kỳ suy ra", "period inferred"),
    };
    Some(lang.pick(vi, en))
}

fn starts_year(from: Date, to: Date) -> bool {
    from.year == to.year && from.month.unwrap_or(1) == 1 && from.day.unwrap_or(1) == 1
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).saturating_sub(1)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn during(from: &str, to: &str) -> Period {
        let span = Span::During { from: Date::parse(from).unwrap(), to: Date::parse(to).unwrap() };
        Period { span, inferred: Vec::new() }
    }

    #[test]
    fn what_was_inferred_is_named() {
        let told = |parts: &[&'static str], lang| {
            let inferred = parts.iter().map(|part| (*part).into()).collect();
            inferred_part(&Period { inferred, ..during("2022", "2022-08") }, lang)
        };
        assert_eq!(told(&[], Lang::Vi), None);
        assert_eq!(told(&["from"], Lang::Vi), Some("ngày đầu kỳ suy ra"));
        assert_eq!(told(&["to"], Lang::Vi), Some("ngày cuối kỳ suy ra"));
        assert_eq!(told(&["from", "to", "year"], Lang::Vi), Some("kỳ suy ra"));
        assert_eq!(told(&["as_of"], Lang::Vi), Some("thời điểm suy ra"));
        assert_eq!(told(&["year"], Lang::En), Some("year inferred"));
    }

    #[test]
    fn december_without_a_day_is_the_end_of_the_year() {
        let span = Span::AsOf(Date::parse("2021-12").unwrap());
        let found = Period { span, inferred: Vec::new() };
        assert_eq!(period(&found, Lang::Vi).replace(NBSP, " "), "đến cuối năm 2021");
        assert_eq!(when(&found, Lang::Vi).replace(NBSP, " "), "cuối năm 2021");
        assert_eq!(when(&found, Lang::En), "end of 2021");
    }

    #[test]
    fn a_target_is_due() {
        for (at, vi, en) in [
            ("2025-12", "cuối năm 2025", "end of 2025"),
            ("2025-06", "hết tháng 6/2025", "end of June 2025"),
            ("2025-06-30", "ngày 30/6/2025", "30 June 2025"),
        ] {
            let at = Date::parse(at).unwrap();
            assert_eq!(due_date(at, Lang::Vi).replace(NBSP, " "), vi);
            assert_eq!(due_date(at, Lang::En).replace(NBSP, " "), en);
        }
    }

    #[test]
    fn periods_in_words() {
        for (found, vi, en) in [
            (during("2024-01", "2024-12"), "năm 2024", "2024"),
            (during("2022-01", "2022-08"), "từ đầu năm đến tháng 8/2022", "January to August 2022"),
            (
                during("2025-01-01", "2025-10-26"),
                "từ đầu năm đến ngày 26/10/2025",
                "1 January to 26 October 2025",
            ),
            (
                during("2023-12", "2024-02"),
                "từ tháng 12/2023 đến tháng 2/2024",
                "December 2023 to February 2024",
            ),
            (
                during("2024-03", "2024-08"),
                "từ tháng 3/2024 đến tháng 8/2024",
                "March to August 2024",
            ),
            (during("2024-08", "2024-08"), "tháng 8/2024", "August 2024"),
        ] {
            assert_eq!(period(&found, Lang::Vi).replace(NBSP, " "), vi);
            assert_eq!(period(&found, Lang::En).replace(NBSP, " "), en);
        }
    }

    #[test]
    fn what_holds_from_a_day_on_and_what_was_decided_on_one() {
        let begins = Span::From(Date::parse("2024-09-01").unwrap());
        let begins = Period { span: begins, inferred: Vec::new() };
        assert_eq!(period(&begins, Lang::Vi).replace(NBSP, " "), "từ ngày 1/9/2024");
        assert_eq!(period(&begins, Lang::En).replace(NBSP, " "), "from 1 September 2024");
        let decided = during("2024-07-26", "2024-07-26");
        assert_eq!(period(&decided, Lang::Vi).replace(NBSP, " "), "ngày 26/7/2024");
        assert_eq!(period(&decided, Lang::En).replace(NBSP, " "), "26 July 2024");
    }
}
