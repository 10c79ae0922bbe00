//! What the provenance panel says about a figure: what it may be compared with, its age, how it is
//! cited and how an error is reported.

mod common;

use common::shipped;
use ro_so::compare::{
    Verdict, judge, newer_figure, newest_date, what_it_may_be_compared_with, who_says_so,
};
use ro_so::data::{Dataset, Date, Kind, Observation, Operation, months_between};
use ro_so::text::{age, citation, report, witnesses_sentence};
use ro_so::view::{Lang, Page, View, address};
use unicode_normalization::is_nfc;

const HOA_BINH: &str = "online-handled.hoa-binh.2022-08";

#[test]
fn a_figure_is_only_offered_what_may_be_subtracted_from_it() {
    let data = shipped();
    let mut offered = 0;
    for figure in &data.observations {
        let found = what_it_may_be_compared_with(&data, figure);
        let verdict =
            |other: &Observation| judge(&data, figure, other, Operation::Difference).verdict;
        let all = found.comparable.iter().chain(&found.with_care);
        assert!(all.into_iter().all(|other| other.derived_from.is_none()), "{}", figure.id);
        for other in &found.comparable {
            assert_eq!(verdict(other), Verdict::Comparable, "{} beside {}", figure.id, other.id);
        }
        for other in &found.with_care {
            assert_eq!(verdict(other), Verdict::WithCare, "{} beside {}", figure.id, other.id);
        }
        offered += found.comparable.len() + found.with_care.len();
    }
    assert!(offered > 1000, "{offered}");
}

#[test]
fn hoa_binh_of_2022_stands_beside_the_other_leaders_and_never_beside_2024() {
    let data = shipped();
    let figure = data.observation(HOA_BINH).expect(HOA_BINH);
    let found = what_it_may_be_compared_with(&data, figure);
    let comparable: Vec<&str> = found.comparable.iter().map(|o| &*o.id).collect();
    assert!(comparable.contains(&"online-handled.quang-ninh.2022-08"), "{comparable:?}");
    assert_eq!(comparable.len(), 4, "{comparable:?}");
    let with_care: Vec<&str> = found.with_care.iter().map(|o| &*o.id).collect();
    assert!(with_care.contains(&"online-handled.nation.2022-08"), "{with_care:?}");
    let mut others = found.comparable.iter().chain(&found.with_care);
    assert!(others.all(|o| o.id.starts_with("online-")));
}

#[test]
fn the_age_is_told_without_a_clock() {
    let data = shipped();
    let newest = newest_date(&data).expect("figures");
    assert_eq!(
        newest.to_string(),
        "2025-10-26",
        "a day, not a figure that is of some day of that year"
    );
    let figure = data.observation(HOA_BINH).expect(HOA_BINH);
    let told = |lang| age(&data, figure, lang).replace('\u{a0}', " ");
    let vi =
        "Số của tháng 8/2022; số mới nhất trong Rõ Số là của ngày 26/10/2025, sau đó 3 năm 2 tháng";
    assert_eq!(told(Lang::Vi), vi);
    let en = "A figure of August 2022; the newest in Rõ Số is of 26 October 2025, 3 years 2 months later";
    assert_eq!(told(Lang::En), en);
    let newest = data
        .observations
        .iter()
        .find(|o| o.kind == Kind::Observation && o.period.end().year == newest.year);
    assert!(age(&data, newest.expect("a figure"), Lang::En).contains("among the newest in Rõ Số"));
    assert!(!told(Lang::Vi).contains("cách nay"), "nothing here knows what day it is");
    let target = data.observations.iter().find(|o| o.kind == Kind::Target).expect("a target");
    assert_eq!(age(&data, target, Lang::Vi), "", "a target is due, not old");
    let day = |text: &str| Date::parse(text).expect(text);
    for (earlier, later, months) in
        [("2022-08", "2024-12", 28), ("2024", "2024-12-31", 0), ("2025-01", "2024", 0)]
    {
        assert_eq!(months_between(day(earlier), day(later)), months, "{earlier} {later}");
    }
}

#[test]
fn a_newer_figure_is_of_the_same_indicator_and_place() {
    let data = shipped();
    let mut found = 0;
    for figure in &data.observations {
        let Some(newer) = newer_figure(&data, figure) else { continue };
        assert_eq!((&newer.indicator, &newer.entity), (&figure.indicator, &figure.entity));
        assert!(newer.period.end().last_day() > figure.period.end().last_day());
        assert!(newer_figure(&data, newer).is_none(), "{} is not the newest", newer.id);
        found += 1;
    }
    assert!(found > 50, "{found}");
}

#[test]
fn a_citation_says_what_of_whom_when_and_where_it_is_printed() {
    let data = shipped();
    let figure = data.observation(HOA_BINH).expect(HOA_BINH);
    let cited = citation(&data, figure, "https://example.org/?p=compare", Lang::Vi);
    let cited = cited.replace('\u{a0}', " ");
    for part in [
        "Tỉnh Hòa Bình: 87,02%",
        "tỷ lệ hồ sơ được xử lý trực tuyến",
        "từ đầu năm đến tháng 8/2022",
        "kỳ suy ra",
        "đoạn 4",
        "Xem trên Rõ Số: https://example.org/?p=compare",
    ] {
        assert!(cited.contains(part), "{part}: {cited}");
    }
    assert!(!citation(&data, figure, "", Lang::En).contains("http"));
    let derived = "classes.end-to-end.2024.province63:17";
    let derived = data.observation(derived).expect(derived);
    let cited = citation(&data, derived, "", Lang::Vi);
    assert!(
        cited.contains("Suy ra từ danh sách in trong"),
        "what is not printed is not cited as such: {cited}"
    );
}

#[test]
fn every_figure_can_be_cited_and_reported_in_both_languages() {
    let data = shipped();
    let mut problems = Vec::new();
    for figure in &data.observations {
        for lang in Lang::ALL {
            let letter = report(&data, Some(figure), "https://example.org/", lang);
            assert!(letter.contains(&*figure.id) && letter.contains("https://example.org/"));
            for text in [citation(&data, figure, "", lang), age(&data, figure, lang), letter] {
                problems.extend(wrong_in(figure, &text));
            }
        }
        // The address of the page of corrections carries the id.
        let view = View { focus: Some(figure.id.clone()), ..View::of(Page::Corrections) };
        assert_eq!(address::parse(&address::print(&view)), (view, Vec::new()));
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

fn wrong_in(figure: &Observation, text: &str) -> Option<String> {
    let odd = ["  ", " ,", " .", "..", "()", ", ,", ": ;", "(,", "NaN", "{"];
    let found = odd.into_iter().find(|odd| text.contains(odd));
    let found = found.or((!is_nfc(text)).then_some("not NFC"));
    found.map(|odd| format!("{}: {odd:?} in {text}", figure.id))
}

#[test]
fn documents_that_digest_one_report_are_told_as_one_source() {
    let data: Dataset = shipped();
    let three = data.observations.iter().find(|o| {
        let witnesses = who_says_so(&data, o);
        witnesses.len() == 1 && witnesses.iter().all(|witness| witness.documents.len() == 3)
    });
    let witnesses = who_says_so(&data, three.expect("a figure that three documents print"));
    assert_eq!(witnesses_sentence(&witnesses, Lang::Vi), "một nguồn, in ở ba nơi");
}
