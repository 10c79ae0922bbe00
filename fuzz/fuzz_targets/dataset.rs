//! Datasets: `cargo +nightly fuzz run dataset`. A corpus to begin with is written by
//! `cargo run --profile fuzz --example fuzz -- corpus`.
#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod targets;

libfuzzer_sys::fuzz_target!(|text: &str| {
    targets::dataset(text, "", true);
    targets::dataset(text, "", false);
});
