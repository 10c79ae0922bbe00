//! How long the engine takes: `cargo bench --bench compare`.
//!
//! The aims: all verdicts and ranks of one indicator over 63 provinces below one millisecond, and
//! the verdicts of every pair of figures for every operation below one second.
#![expect(clippy::expect_used, reason = "a benchmark without its data is none")]

mod shipped;

use divan::{Bencher, black_box};
use ro_so::compare::{
    Question, SearchIndex, Universe, Verdict, Wanted, findings, judge, ranking, reasons, weigh,
};
use ro_so::data::{Dataset, Observation, Operation};
use shipped::dataset;

fn main() {
    divan::main();
}

/// The DTI of 2024 over the 63 provinces.
fn question(dataset: &Dataset) -> Question {
    let figure = dataset.observation("dti.ha-noi.2024").expect("a figure");
    Question::of_all(&figure.indicator, &figure.period, Universe::Provinces)
}

#[divan::bench]
fn ranks_of_63_provinces(bencher: Bencher<'_, '_>) {
    let dataset = dataset();
    let question = question(&dataset);
    bencher.bench_local(|| ranking(black_box(&dataset), &question).map(|found| found.rows.len()));
}

#[divan::bench]
fn verdicts_of_63_provinces(bencher: Bencher<'_, '_>) {
    let dataset = dataset();
    let question = question(&dataset);
    let answer = ranking(&dataset, &question).expect("an answer");
    let figures: Vec<&Observation> = answer.rows.iter().filter_map(|row| row.figure).collect();
    bencher.bench_local(|| {
        let judge = |a, b| judge(black_box(&dataset), a, b, Operation::Rank).verdict;
        let pairs = figures.iter().enumerate();
        let pairs = pairs.flat_map(|(at, a)| figures.iter().skip(at + 1).map(move |b| (a, b)));
        pairs.filter(|(a, b)| judge(a, b) == Verdict::Comparable).count()
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn verdicts_of_every_pair_for_every_operation(bencher: Bencher<'_, '_>) {
    let dataset = dataset();
    bencher.bench_local(|| {
        let mut told = 0;
        for (at, left) in dataset.observations.iter().enumerate() {
            for right in dataset.observations.iter().skip(at + 1) {
                let found = reasons(&dataset, left, right);
                for operation in Operation::ALL {
                    told += weigh(found.iter().cloned(), operation).reasons.len();
                }
            }
        }
        told
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn findings_about_the_texts(bencher: Bencher<'_, '_>) {
    let dataset = dataset();
    bencher.bench_local(|| findings(black_box(&dataset)).len());
}

/// One keystroke: the index is built once, when the search opens.
#[divan::bench]
fn a_place_typed_without_marks(bencher: Bencher<'_, '_>) {
    let dataset = dataset();
    let index = SearchIndex::new(&dataset, Wanted::Everything);
    bencher.bench_local(|| index.search(black_box("hoa binh")).len());
}
