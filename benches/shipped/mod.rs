//! The dataset that the benchmarks measure with.

use ro_so::data::{Dataset, FILES, Files, load};

/// The dataset of `seeds/`.
pub(crate) fn dataset() -> Dataset {
    let texts = texts();
    load(&Files::from_texts(texts.each_ref().map(String::as_str))).expect("sound data")
}

/// The same as the one text that the site ships, but for its spaces.
pub(crate) fn bundle() -> String {
    let texts = texts();
    Files::from_texts(texts.each_ref().map(String::as_str)).bundle()
}

fn texts() -> [String; FILES.len()] {
    FILES.map(|name| std::fs::read_to_string(format!("seeds/{name}")).expect("seeds/ is here"))
}
