//! Hostile input on stable Rust, with a seed that makes a run repeatable; see SECURITY.md.
//!
//! ```sh
//! cargo run --profile fuzz --example fuzz -- address 1000000 1
//! cargo run --profile fuzz --example fuzz -- dataset 1000000 1
//! cargo run --profile fuzz --example fuzz -- picture 1000000 1
//! cargo run --profile fuzz --example fuzz -- corpus            # for cargo fuzz
//! ```
//!
//! The two numbers are the number of cases and the seed. A case that fails is printed with its
//! number, and the run ends with an error. The targets are in fuzz/targets.rs.
#![expect(clippy::expect_used, reason = "a failing case says where it failed")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for the command line")]

mod addresses;
mod datasets;
mod pictures;
mod random;
#[path = "../../tests/common/small.rs"]
mod small;
#[path = "../targets.rs"]
mod targets;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::rc::Rc;
use std::time::{Duration, Instant};

use random::Random;
use ro_so::data::{FILES, Files, load_bundle};
use ro_so::view::Lang;

/// The longest that a case may take: a reader would think that a slower page hangs.
const SLOWEST: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize, default: u64| {
        arguments.get(at).and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let (cases, seed) = (number(1, 1_000_000), number(2, 1));
    match arguments.first().map(String::as_str) {
        Some("address") => address(cases, seed),
        Some("dataset") => dataset(cases, seed),
        Some("picture") => picture(cases, seed),
        Some("corpus") => corpus(seed),
        _ => {
            eprintln!("give a target: address, dataset, picture or corpus");
            ExitCode::FAILURE
        }
    }
}

fn shipped() -> String {
    let texts = FILES.map(|name| std::fs::read_to_string(format!("seeds/{name}")).expect(name));
    bundle(texts.each_ref().map(String::as_str))
}

fn bundle(texts: [&str; FILES.len()]) -> String {
    Files::from_texts(texts).bundle()
}

fn address(cases: u64, seed: u64) -> ExitCode {
    let dataset = Rc::new(load_bundle(&shipped()).expect("the shipped dataset"));
    let ids = addresses::ids(&dataset);
    let (mut viewed, mut pages) = (0, 0);
    let passed = run("address", cases, seed, |case, random| {
        let query = addresses::next(random, &ids);
        let lang = if random.once_in(2) { Lang::Vi } else { Lang::En };
        // Showing a view takes a thousand times as long as reading it.
        let (is_viewed, is_page) = (case % 50 == 0, case % 500 == 0);
        viewed += u64::from(is_viewed);
        pages += u64::from(is_page);
        attempt(&query, || {
            targets::address(&query);
            if is_viewed {
                targets::view(&dataset, &query, lang);
            }
            if is_page {
                targets::page(&dataset, &query, lang);
            }
        })
    });
    println!("of them {viewed} drawn at every width and {pages} shown as a whole page");
    passed
}

fn dataset(cases: u64, seed: u64) -> ExitCode {
    let full = shipped();
    let mut random = Random(seed ^ 0x5eed);
    let (small, large) = (small::sound(), datasets::small(&full, 12_000, &mut random));
    let small = bundle(small.each_ref().map(String::as_str));
    println!("datasets of {} and {} bytes to begin with", small.len(), large.to_string().len());
    let small = serde_json::from_str(&small).expect("a sound dataset");
    let shipped = load_bundle(&full).expect("the shipped dataset");
    let ids = addresses::ids(&shipped);
    let mut loaded = [0u64; 2];
    let passed = run("dataset", cases, seed, |case, random| {
        // The large one has records of every kind, and takes ten times as long.
        let from = if random.once_in(32) { &large } else { &small };
        let text = datasets::next(random, from);
        let query = addresses::next(random, &ids);
        let is_checked = case % 2 == 0;
        attempt(&text, || {
            loaded[usize::from(is_checked)] +=
                u64::from(targets::dataset(&text, &query, is_checked));
        })
    });
    println!(
        "of them {} passed for a dataset as a build reads it, {} as a browser does",
        loaded[1], loaded[0]
    );
    passed
}

fn picture(cases: u64, seed: u64) -> ExitCode {
    let dataset = load_bundle(&shipped()).expect("the shipped dataset");
    let ids = addresses::ids(&dataset);
    let mut ours = 0;
    let passed = run("picture", cases, seed, |_, random| {
        let address = format!("https://example.org/?{}", addresses::next(random, &ids));
        let file = pictures::next(random, &address);
        attempt(&file.escape_ascii().to_string(), || ours += u64::from(targets::picture(&file)))
    });
    println!("of them {ours} with an address inside");
    passed
}

/// Writes what `cargo fuzz` begins with.
fn corpus(seed: u64) -> ExitCode {
    let folder = std::path::Path::new("fuzz/corpus/dataset");
    std::fs::create_dir_all(folder).expect("a folder that can be written");
    let mut random = Random(seed);
    let write = |name: &str, text: String| {
        std::fs::write(folder.join(name), text).expect("a file that can be written");
    };
    write("small", bundle(small::sound().each_ref().map(String::as_str)));
    write("large", datasets::small(&shipped(), 12_000, &mut random).to_string());
    ExitCode::SUCCESS
}

/// Runs a target; `case` returns whether all is well. Ends after twenty failures.
fn run(
    name: &str,
    cases: u64,
    seed: u64,
    mut case: impl FnMut(u64, &mut Random) -> bool,
) -> ExitCode {
    let began = Instant::now();
    let (mut failed, mut slowest) = (0, Duration::ZERO);
    for at in 0..cases {
        // Each case has its own seed, so that it can be run alone.
        let mut random = Random(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ at);
        let start = Instant::now();
        let is_well = case(at, &mut random);
        let took = start.elapsed();
        slowest = slowest.max(took);
        if !is_well || took > SLOWEST {
            failed += 1;
            eprintln!("{name}: case {at} of seed {seed} failed after {} ms", took.as_millis());
            if failed == 20 {
                break;
            }
        }
    }
    println!(
        "{name}: {cases} cases, seed {seed}: {failed} failed, in {} s, the slowest in {} ms",
        began.elapsed().as_secs(),
        slowest.as_millis()
    );
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether a case ends without a panic; prints its input where it does not.
fn attempt(input: &str, case: impl FnOnce()) -> bool {
    let result = catch_unwind(AssertUnwindSafe(case));
    if result.is_err() {
        let shown: String = input.chars().take(20_000).collect();
        eprintln!("with {shown:?}");
    }
    result.is_ok()
}
