//! The dataset that the benchmarks measure with.

use ro_so::data::{Dataset, FILES, Files, load};

/// The dataset of `seeds/`.
pub(crate) fn dataset() -> Dataset {
    let texts =
        FILES.map(|name| std::fs::read_to_string(format!("seeds/{name}")).expect("seeds/ is here"));
    load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("sound data")
}
