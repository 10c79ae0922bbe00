//! Pictures: `cargo +nightly fuzz run picture`.
#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod targets;

libfuzzer_sys::fuzz_target!(|file: &[u8]| {
    targets::picture(file);
});
