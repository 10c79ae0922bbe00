//! The pages on method and corrections, and the page for what does not exist, as rendered without a
//! browser: complete in both languages, from the data, and without forbidden words.

mod common;

use std::rc::Rc;

use common::{UNFAIR, rendered as html, shipped};
use ro_so::compare::{Reason, Severity, offered_indicators};
use ro_so::data::{Operation, TermGroup};
use ro_so::state::Model;
use ro_so::text::{Key, operation_name, reason_label, reason_sentence, verdict};
use ro_so::ui::{AppProps, markup};
use ro_so::view::Lang;
use unicode_normalization::is_nfc;

#[test]
fn every_reason_stands_on_the_page_with_what_it_forbids() {
    let data = Rc::new(shipped());
    let operations = [
        Operation::Difference,
        Operation::Ratio,
        Operation::Rank,
        Operation::Trend,
        Operation::Sum,
        Operation::Share,
    ];
    for lang in Lang::ALL {
        let page = html(&data, "p=method", lang);
        let table = page.split("class=\"severity\"").nth(1).expect("the table");
        let rows: Vec<String> = table
            .split("</table>")
            .next()
            .expect("its end")
            .split("<tr>")
            .skip(2)
            .map(plain)
            .collect();
        let reasons = Reason::every(&data);
        assert_eq!(rows.len(), reasons.len());
        for (row, reason) in rows.iter().zip(&reasons) {
            assert!(row.starts_with(reason_label(reason, lang)), "{row}");
            assert!(row.contains(&reason_sentence(reason, lang)), "{row}");
            let names = |wanted: Severity| {
                let weighs = operations.iter().filter(|o| reason.severity(**o) == wanted);
                let names: Vec<&str> = weighs.map(|o| operation_name(*o, lang)).collect();
                let is_every = names.len() == operations.len();
                if is_every { Key::EveryOperation.text(lang).into() } else { names.join(", ") }
            };
            let told = format!("{} {}", names(Severity::Blocks), names(Severity::Care));
            assert!(row.ends_with(told.trim()), "{row}\n  should end with: {told}");
        }
    }
}

#[test]
fn the_list_of_reasons_has_one_of_every_kind() {
    let data = shipped();
    let reasons = Reason::every(&data);
    // A new kind of reason does not compile here until the list below has it.
    for (at, reason) in reasons.iter().enumerate() {
        let place = match reason {
            Reason::OtherIndicator => 0,
            Reason::OtherDefinition => 1,
            Reason::OtherDenominator => 2,
            Reason::UnknownDenominator => 3,
            Reason::FlowAgainstStock { included: false } => 4,
            Reason::FlowAgainstStock { included: true } => 5,
            Reason::BrokenSeries(_) => 6,
            Reason::UnitReorganised => 7,
            Reason::OtherKind { against_target: true } => 8,
            Reason::OtherKind { against_target: false } => 9,
            Reason::OtherUnit(..) => 10,
            Reason::NotAdditive => 11,
            Reason::OtherPeriod => 12,
            Reason::PeriodWithin => 13,
            Reason::OtherLength { flows: true } => 14,
            Reason::OtherLength { flows: false } => 15,
            Reason::OtherScope => 16,
            Reason::PartlyCounted => 17,
            Reason::PartOfTheOther => 18,
            Reason::OtherLevel => 19,
            Reason::OtherPlace => 20,
            Reason::OnlyABound => 21,
            Reason::Approximate => 22,
            Reason::FollowsFromList => 23,
            Reason::SelfReported => 24,
            Reason::OtherLayer => 25,
        };
        assert_eq!(at, place, "{reason:?}");
    }
    assert_eq!(reasons.len(), 26);
}

#[test]
fn every_indicator_is_defined_with_an_anchor_and_a_way_to_compare() {
    let data = Rc::new(shipped());
    let offered = offered_indicators(&data).len();
    for lang in Lang::ALL {
        let page = html(&data, "p=method", lang);
        let text = plain(&page);
        for indicator in &data.indicators {
            let anchor = format!("<article id=\"i-{}\"", indicator.id);
            assert_eq!(page.matches(&anchor).count(), 1, "{}", indicator.id);
            for part in [&indicator.official, &indicator.definition] {
                assert!(text.contains(lang.of(part)), "{}: {}", indicator.id, lang.of(part));
            }
            let parts = [&indicator.numerator, &indicator.denominator, &indicator.denominator_note];
            for part in parts.into_iter().flatten() {
                assert!(text.contains(lang.of(part)), "{}: {}", indicator.id, lang.of(part));
            }
            for broken in &indicator.breaks {
                assert!(text.contains(lang.of(&broken.reason)), "{}", indicator.id);
            }
        }
        let links = text.matches(Key::OpenInCompare.text(lang)).count();
        assert_eq!(links, offered, "links to the explorer");
    }
}

#[test]
fn the_glossary_is_complete_in_both_languages() {
    let data = Rc::new(shipped());
    for (group, least) in [
        (TermGroup::Services, 18),
        (TermGroup::Systems, 17),
        (TermGroup::Words, 15),
        (TermGroup::Names, 10),
    ] {
        let found = data.terms.iter().filter(|term| term.group == group).count();
        assert!(found >= least, "{group:?}: {found} terms");
    }
    for lang in Lang::ALL {
        let page = html(&data, "p=method", lang);
        let text = plain(&page);
        for term in &data.terms {
            assert!(page.contains(&format!("id=\"{}\"", term.id)), "{}", term.id);
            assert!(text.contains(&*term.printed), "{}: {}", term.id, term.printed);
            assert!(text.contains(lang.of(&term.misread)), "{}", lang.of(&term.misread));
        }
        for section in &data.method {
            for paragraph in &section.text {
                assert!(text.contains(lang.of(paragraph)), "{}", lang.of(paragraph));
            }
        }
    }
    for term in &data.terms {
        assert_ne!(term.misread.vi, term.misread.en, "{}: one language only", term.id);
    }
}

#[test]
fn a_link_within_the_page_leads_to_an_anchor_that_is_there_once() {
    let data = Rc::new(shipped());
    let page = html(&data, "p=method", Lang::Vi);
    let targets: Vec<&str> =
        page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(targets.len() > 8, "{targets:?}");
    for target in targets {
        assert_eq!(page.matches(&format!(" id=\"{target}\"")).count(), 1, "#{target}");
    }
}

#[test]
fn wordings_ranks_and_verdicts_are_shown_with_figures_of_the_data() {
    let data = Rc::new(shipped());
    let text = plain(&html(&data, "p=method", Lang::Vi)).replace('\u{a0}', " ");
    for part in [
        "từ 39,815% đến dưới 39,825%",
        "từ 0% đến dưới 5%",
        "từ 97,2% đến 97,4%",
        "trên 90% đến 96,47%",
        "Hòa Bình",
        "hạng trong khoảng 5–56 của 63 tỉnh, thành phố",
        "Trung vị của 63 tỉnh, thành phố",
        "một nguồn, in ở ba nơi",
    ] {
        assert!(text.contains(part), "{part}");
    }
    for found in [
        ro_so::compare::Verdict::Comparable,
        ro_so::compare::Verdict::WithCare,
        ro_so::compare::Verdict::NotComparable,
    ] {
        assert!(text.contains(verdict(found, Lang::Vi)));
    }
}

#[test]
fn a_page_of_corrections_without_any_says_so() {
    let data = Rc::new(shipped());
    for lang in Lang::ALL {
        let text = plain(&html(&data, "p=corrections", lang));
        let is_empty = data.errata.is_empty();
        assert_eq!(text.contains(Key::NoErrata.text(lang)), is_empty);
        assert!(text.contains(Key::ReportToWhom.text(lang)), "nobody is named to write to");
    }
}

#[test]
fn a_figure_that_is_reported_fills_the_letter() {
    let data = Rc::new(shipped());
    let query = "p=corrections&focus=online-handled.hoa-binh.2022-08";
    for lang in Lang::ALL {
        let text = plain(&html(&data, query, lang)).replace('\u{a0}', " ");
        let figure = if lang == Lang::Vi { "87,02%" } else { "87.02%" };
        for part in [figure, "Hòa Bình", "online-handled.hoa-binh.2022-08"] {
            assert!(text.contains(part), "{part}");
        }
        assert!(!text.contains(Key::NoteNoEntity.text(lang)), "a figure is not taken for a place");
    }
    let text = plain(&html(&data, "p=corrections&focus=no.such.figure", Lang::Vi));
    assert!(text.contains(Key::NoSuchFigure.text(Lang::Vi)) && text.contains("no.such.figure"));
}

#[test]
fn errors_are_reported_where_the_build_says() {
    let data = Rc::new(shipped());
    let page = |report: &str| {
        let report = Some(report.to_owned().into());
        let model = Model::new(Rc::clone(&data), "p=corrections", "", Lang::En);
        markup(AppProps { report, ..AppProps::still(model) }).expect("a page")
    };
    let issues = page("https://example.org/issues/new");
    assert!(issues.contains("href=\"https://example.org/issues/new\""));
    let mail = page("mailto:ro-so@example.org");
    assert!(
        mail.contains("href=\"mailto:ro-so@example.org?subject=R%C3%B5%20S%E1%BB%91"),
        "{mail}"
    );
    assert!(!plain(&mail).contains(Key::ReportToWhom.text(Lang::En)));
}

#[test]
fn what_does_not_exist_is_said_with_the_nearest_that_does() {
    let data = Rc::new(shipped());
    for (query, asked, nearest) in [
        ("p=hoa-binh", "hoa-binh", "Hòa Bình"),
        ("p=place&e=province63:hoa-binh", "province63:hoa-binh", "Hòa Bình"),
        ("p=place&e=bo-tai-chinh", "bo-tai-chinh", "Bộ Tài chính"),
        ("p=story&e=hoa-binh-2", "hoa-binh-2", "Hòa Bình"),
    ] {
        let page = html(&data, query, Lang::Vi);
        let text = plain(&page);
        assert!(text.contains(Key::NotFound.text(Lang::Vi)), "{query}");
        assert!(text.contains(asked), "{query}");
        let after = text.split(Key::NotFoundNearest.text(Lang::Vi)).nth(1).expect(query);
        let before = after.split(Key::NotFoundInstead.text(Lang::Vi)).next().expect(query);
        assert!(before.contains(nearest), "{query}: {before}");
        assert!(!text.contains("NaN"), "{query}");
    }
    // Nothing resembles it: starting points are offered, and nothing is called near.
    let text = plain(&html(&data, "p=xyzzy", Lang::En));
    assert!(!text.contains(Key::NotFoundNearest.text(Lang::En)));
    assert!(text.contains(Key::NotFoundInstead.text(Lang::En)));
    // A page that exists is not reported missing.
    for query in ["", "p=method", "p=place&e=province63:17", "p=place"] {
        let text = plain(&html(&data, query, Lang::Vi));
        assert!(!text.contains(Key::NotFound.text(Lang::Vi)), "{query}");
    }
}

#[test]
fn nothing_barred_and_nothing_decomposed_is_written() {
    let data = Rc::new(shipped());
    for query in ["p=method", "p=corrections", "p=foo"] {
        for lang in Lang::ALL {
            let page = html(&data, query, lang);
            let text = plain(&page);
            let lower = text.to_lowercase();
            assert!(is_nfc(&text), "{query} {lang:?}");
            assert!(!page.contains(" style="), "{query}: the policy refuses style attributes");
            for word in UNFAIR {
                assert!(!lower.contains(word), "{query}: {word}");
            }
            for never in data.stories.iter().flat_map(|story| &story.never) {
                for sentence in [&never.vi, &never.en].into_iter().flatten() {
                    assert!(!lower.contains(&sentence.to_lowercase()), "{query}: {sentence}");
                }
            }
        }
    }
}

// Helpers.

/// The text of markup; every tag ends a word.
fn plain(markup: &str) -> String {
    let mut text = String::new();
    let mut is_tag = false;
    for c in markup.chars() {
        match c {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                text.push(' ');
            }
            _ if !is_tag => text.push(c),
            _ => {}
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&#x2F;", "/")
        .replace("&amp;", "&");
    // A no-break space stays; any run of other spaces becomes one.
    text.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
