//! What one drawing of the explorer needs from the engine: `cargo bench --bench page`.
//!
//! The aim: everything that a step of the reader needs takes less than a tenth of the time that the
//! step may take on a slow phone; see docs/speed.md for the steps themselves.
#![expect(clippy::expect_used, reason = "a benchmark without its data is none")]

mod shipped;

use divan::{Bencher, black_box};
use ro_so::chart::{exhibit, offered_tabs, place, second_indicators};
use ro_so::compare::{ask, offered_indicators, other_indicators};
use ro_so::data::{Files, read_bundle};
use ro_so::view::{Lang, View, address};
use shipped::dataset;

fn main() {
    divan::main();
}

fn view(query: &str) -> View {
    address::parse(query).0
}

/// What the browser does with the data file of the site before it can draw anything.
#[divan::bench]
fn data(bencher: Bencher<'_, '_>) {
    let texts = shipped::texts();
    let bundle = Files::from_texts(texts.each_ref().map(String::as_str)).bundle();
    bencher.bench_local(|| read_bundle(black_box(&bundle), false).is_ok());
}

#[divan::bench]
fn question(bencher: Bencher<'_, '_>) {
    let (dataset, view) = (dataset(), view("p=compare"));
    bencher.bench_local(|| ask(black_box(&dataset), &view).is_some());
}

#[divan::bench]
fn tabs(bencher: Bencher<'_, '_>) {
    let (dataset, view) = (dataset(), view("p=compare"));
    bencher.bench_local(|| offered_tabs(black_box(&dataset), &view).len());
}

#[divan::bench(args = ["bars", "dots", "line", "slope", "progress", "map"])]
fn comparison(bencher: Bencher<'_, '_>, tab: &str) {
    let dataset = dataset();
    let view = view(&format!("p=compare&tab={tab}"));
    bencher.bench_local(|| exhibit(black_box(&dataset), &view, Lang::Vi).map(|e| e.rows.len()));
}

#[divan::bench(args = ["bars", "dots", "line", "slope", "progress", "map"])]
fn placing(bencher: Bencher<'_, '_>, tab: &str) {
    let dataset = dataset();
    let view = view(&format!("p=compare&tab={tab}"));
    let spec = exhibit(&dataset, &view, Lang::Vi).and_then(|e| e.spec).expect("a picture");
    bencher.bench_local(|| place(black_box(&spec), 358.0).marks.len());
}

/// Which indicators may be compared with the one that is shown.
#[divan::bench]
fn others_to_hold_against(bencher: Bencher<'_, '_>) {
    let (dataset, view) = (dataset(), view("p=compare"));
    let first = ask(&dataset, &view).expect("a question").0.indicator;
    bencher.bench_local(|| second_indicators(black_box(&dataset), &view, &first).len());
}

#[divan::bench]
fn indicators_to_choose_from(bencher: Bencher<'_, '_>) {
    let dataset = dataset();
    bencher.bench_local(|| {
        (offered_indicators(black_box(&dataset)).len(), other_indicators(&dataset).len())
    });
}
