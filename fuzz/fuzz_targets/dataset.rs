//! Datasets: `cargo +nightly fuzz run dataset`. `cargo run --profile fuzz --example fuzz -- corpus`
//! writes a corpus to begin with.
#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod targets;

libfuzzer_sys::fuzz_target!(|text: &str| {
    targets::dataset(text, "", true);
    targets::dataset(text, "", false);
});
