//! Addresses: `cargo +nightly fuzz run address`.
#![no_main]

#[path = "../targets.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod targets;

libfuzzer_sys::fuzz_target!(|query: &str| targets::address(query));
