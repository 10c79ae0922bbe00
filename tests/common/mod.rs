//! What several test files share.
#![allow(dead_code, reason = "each test file uses its part")]
#![expect(clippy::expect_used, clippy::panic, reason = "a failing test says where it failed")]

use ro_so::data::{Dataset, FILES, Files, load};

/// The dataset of `seeds/`, or all that is wrong with it.
pub(crate) fn shipped() -> Dataset {
    let texts = read_seeds();
    match load(&Files::from_texts(texts.each_ref().map(String::as_str))) {
        Ok(dataset) => dataset,
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{} problems:\n{}", lines.len(), lines.join("\n"))
        }
    }
}

/// The texts of `seeds/`, in the order of [`FILES`].
pub(crate) fn read_seeds() -> [String; 7] {
    FILES.map(|name| std::fs::read_to_string(format!("seeds/{name}")).expect(name))
}
