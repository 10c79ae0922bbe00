//! The dataset that the benchmarks measure with.

use ro_so::data::{Dataset, FILES, Files, load};

/// The dataset of `seeds/`.
pub(crate) fn dataset() -> Dataset {
    let texts = texts();
    load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("sound data")
}

/// The texts of `seeds/`.
pub(crate) fn texts() -> [String; FILES.len()] {
    FILES.map(|name| std::fs::read_to_string(format!("seeds/{name}")).expect("seeds/ is here"))
}
