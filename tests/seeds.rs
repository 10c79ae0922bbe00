//! The dataset that ships is sound, and holds what the explorer promises.

mod common;

use common::{read_seeds, shipped};
use ro_so::data::{EntityKind, Files, Kind, Layer, Observation, load_bundle};
use ro_so::view::Lang;

#[test]
fn the_seeds_load_without_problems() {
    shipped();
}

#[test]
fn the_bundle_holds_the_same_dataset() {
    let texts = read_seeds();
    let bundle = Files::from_texts(texts.each_ref().map(String::as_str)).bundle();
    let dataset = load_bundle(&bundle).expect("the bundle loads");
    assert_eq!(dataset.observations, shipped().observations);
}

#[test]
fn all_units_of_both_vintages_are_there() {
    let dataset = shipped();
    let count = |kind| dataset.of_kind(kind).count();
    assert_eq!(count(EntityKind::Province63), 63);
    assert_eq!(count(EntityKind::Province34), 34);
    assert_eq!(count(EntityKind::Ministry22), 30);
    assert_eq!(count(EntityKind::Marker), 2);
    // Each of the 63 went into exactly one of the 34, and each of the 34 says so.
    for old in dataset.of_kind(EntityKind::Province63) {
        assert_eq!(old.successors.len(), 1, "{}", old.id);
    }
    let taken_in: usize =
        dataset.of_kind(EntityKind::Province34).map(|new| new.predecessors.len()).sum();
    assert_eq!(taken_in, 63);
}

#[test]
fn lists_bound_every_province_they_do_not_name() {
    let dataset = shipped();
    let ends = |id: &str| {
        let interval = dataset.observation(id).and_then(|o| o.interval).expect(id);
        (interval.low().value(), interval.high().value())
    };
    // Neither above 50 % nor below 10 % in 2024: Hòa Bình lies in between.
    assert_eq!(ends("classes.end-to-end.2024.province63:17"), (Some(10.0), Some(50.0)));
    // Not among the five leaders of 2022: at most what Thanh Hóa's 56,6 % may be.
    assert_eq!(ends("leaders.online-handled.2022-08.province63:01"), (Some(0.0), Some(56.65)));
    for (list, count) in [
        ("leaders.online-handled.2022-08", 58),
        ("extremes.online-filed.2022-11", 53),
        ("classes.end-to-end.2024", 52),
    ] {
        let is_its = |o: &&Observation| o.derived_from.as_deref() == Some(list);
        assert_eq!(dataset.observations.iter().filter(is_its).count(), count, "{list}");
    }
}

#[test]
fn words_that_count_the_texts_are_true() {
    let texts = shipped().documents.iter().filter(|document| document.seed.is_some()).count();
    assert_eq!(
        texts, 5,
        "Words say “5 văn bản”, “năm văn bản”, “five texts” in src/text/key.rs, src/export, \
         seeds/*.json and README.md: search for all three, then change this number."
    );
}

#[test]
fn what_documents_are_called_beside_figures_is_unique() {
    let dataset = shipped();
    for lang in Lang::ALL {
        let names = dataset.documents.iter().map(|d| lang.of(d.name()));
        let mut names: Vec<&str> = names.collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|two| two[0] != two[1]), "{names:?}");
    }
}

#[test]
fn the_layers_are_kept_apart() {
    let dataset = shipped();
    for observation in &dataset.observations {
        for mention in &observation.mentions {
            let document = dataset.document(&mention.source).expect("a known document");
            assert_eq!(document.layer, observation.layer, "{}", observation.id);
        }
    }
    let reports = dataset.observations.iter().filter(|o| o.layer == Layer::Reports);
    assert!(reports.clone().count() > 30 && reports.clone().any(|o| o.kind == Kind::Target));
}
