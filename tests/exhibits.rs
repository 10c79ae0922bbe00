//! An exhibit tells and draws one comparison: its picture, its rows and its words say the same.
#![expect(clippy::expect_used, reason = "a failing test says where it failed")]

mod common;

use common::{questions, shipped};
use ro_so::chart::{Exhibit, RowRole, exhibit, offered_tabs, place};
use ro_so::data::Dataset;
use ro_so::view::{Lang, Tab, View, address};

#[test]
fn every_target_of_the_picture_is_a_row() {
    check(|shown| {
        let Some(spec) = &shown.spec else { return };
        for width in [256.0, 740.0] {
            for target in place(spec, width).targets {
                let row = shown.rows.get(target.row).expect("a row");
                assert!(!row.spoken.is_empty() && row.role != RowRole::Reference, "{row:?}");
            }
        }
    });
}

#[test]
fn every_exhibit_is_told_whole() {
    check(|shown| {
        let told = [&shown.title, &shown.finding, &shown.unit_line, &shown.dated];
        assert!(told.iter().all(|text| !text.is_empty()), "{told:?}");
        assert!(!shown.reasons.is_empty() && !shown.caveats.is_empty(), "{}", shown.title);
        assert!(!shown.documents.is_empty(), "{}", shown.title);
        assert_ne!(shown.tab, Tab::Best);
        for row in &shown.rows {
            assert!(!row.name.is_empty() && !row.printed.is_empty(), "{row:?}");
            assert_eq!(row.observation.is_some(), !row.source.is_empty(), "{row:?}");
            assert_eq!(row.observation.is_some(), !row.allows.is_empty(), "{row:?}");
        }
        for missing in &shown.missing {
            assert!(!missing.reason.is_empty() && !missing.names.is_empty(), "{missing:?}");
        }
    });
}

#[test]
fn the_tab_that_is_shown_is_the_first_that_can_be_drawn() {
    let dataset = shipped();
    for query in ["", "tab=best", "i=dti_province", "i=end_to_end_dossier_rate&e=ministry22"] {
        let view = view(query);
        let offered = offered_tabs(&dataset, &view);
        let first = offered.iter().find(|(_, found)| found.is_ok()).expect("a tab").0;
        let shown = exhibit(&dataset, &view, Lang::Vi).expect("an exhibit");
        assert_eq!((shown.tab, shown.refused), (first, None), "{query}");
        let table = exhibit(&dataset, &View { tab: Tab::Table, ..view }, Lang::Vi).expect("one");
        assert_eq!((table.tab, table.spec.is_none()), (Tab::Table, true), "{query}");
    }
}

fn view(query: &str) -> View {
    let (view, notes) = address::parse(query);
    assert!(notes.is_empty(), "{query}: {notes:?}");
    view
}

/// Hands `test` every exhibit that the explorer offers, on each tab, in both languages.
#[track_caller]
fn check(test: impl Fn(&Exhibit)) {
    let dataset = shipped();
    for view in views(&dataset) {
        for (tab, found) in offered_tabs(&dataset, &view) {
            for lang in Lang::ALL.into_iter().filter(|_| found.is_ok()) {
                let view = View { tab, ..view.clone() };
                test(&exhibit(&dataset, &view, lang).expect("an exhibit"));
            }
        }
    }
}

/// A view for each question that the explorer offers.
fn views(dataset: &Dataset) -> Vec<View> {
    let asked = questions(dataset).into_iter().map(|question| {
        let query = format!(
            "i={}&e={}&time={}",
            question.indicator,
            question.universe.token(),
            question.period.token()
        );
        view(&query)
    });
    asked.collect()
}
