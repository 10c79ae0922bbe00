//! What the site may weigh at most. A build that is too heavy fails and says what, and by how much.
//!
//! Where what we aim at is not reached, the budget is what is reached with little to spare, so that
//! it can only get lighter: the aims are in `docs/ARCHITECTURE.md`, “Sizes”.

use std::collections::BTreeMap;

use crate::onefile;
use crate::sizes::Size;

/// Module and the script that starts it, with Brotli.
const CODE: u64 = 369_000;
/// The dataset, with Brotli.
const DATA: u64 = 72_000;
/// All fonts; they are compressed already.
const FONTS: u64 = 25_000;
/// The page of a story with its style sheet, with Brotli.
const STORY: u64 = 20_000;
/// The home page with its style sheet, with Brotli.
const HOME: u64 = 27_500;
/// All that a first visit to a story transfers, with Brotli: the explorer is not fetched before the
/// page is touched (`www/touch.js`).
const FIRST_VISIT: u64 = 60_000;
/// A page for a frame in an article, with Brotli: all that it is before it is touched, fonts apart.
const FRAME: u64 = 30_000;
/// The one file, as it lies on a disk.
const ONE_FILE: u64 = 807_000;

/// Every budget that is exceeded, a line each; empty where all is well.
pub(crate) fn exceeded(sizes: &BTreeMap<String, Size>) -> Vec<String> {
    let brotli = |name: &str| sizes.get(name).map_or(0, |size| size.brotli);
    let fonts = sizes
        .iter()
        .filter(|(name, _)| name.starts_with("fonts/") && !name.contains("OFL"))
        .map(|(_, size)| size.brotli)
        .sum::<u64>();
    let code = brotli("ro-so.wasm") + brotli("ro-so.js");
    let read = |page: u64| page + fonts + brotli("ro-so.js") + brotli("icon.svg");
    let one_file = sizes.get(onefile::NAME).map_or(0, |size| size.raw);
    let mut budgets = vec![
        ("ro-so.wasm and ro-so.js".to_owned(), code, CODE),
        ("data.json".to_owned(), brotli("data.json"), DATA),
        ("the fonts".to_owned(), fonts, FONTS),
        (onefile::NAME.to_owned(), one_file, ONE_FILE),
    ];
    for (name, size) in sizes {
        let most = match name.as_str() {
            "index.html" | "en/index.html" => HOME,
            page if is_story(page) => STORY,
            page if page.starts_with("embed/") || page.starts_with("en/embed/") => FRAME,
            _ => continue,
        };
        budgets.push((name.clone(), size.brotli, most));
    }
    let stories = sizes.iter().filter(|(name, _)| is_story(name));
    if let Some((name, size)) = stories.max_by_key(|(_, size)| size.brotli) {
        budgets.push((format!("a first visit to {name}"), read(size.brotli), FIRST_VISIT));
    }
    let over = budgets.into_iter().filter(|(_, bytes, most)| bytes > most);
    over.map(|(what, bytes, most)| {
        format!("{what}: {bytes} bytes, {} more than the {most} that it may weigh", bytes - most)
    })
    .collect()
}

fn is_story(page: &str) -> bool {
    let path = page.strip_prefix("en/").unwrap_or(page);
    path.starts_with("stories/") && path.ends_with("/index.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(wasm: u64, story: u64, one_file: u64) -> Vec<String> {
        let size = |brotli: u64, raw: u64| Size { raw, gzip: 0, brotli };
        let sizes = BTreeMap::from([
            ("ro-so.wasm".into(), size(wasm, 1)),
            ("ro-so.js".into(), size(20_000, 1)),
            ("data.json".into(), size(40_000, 1)),
            ("fonts/a.woff2".into(), size(22_000, 1)),
            ("en/stories/a/index.html".into(), size(story, 1)),
            ("places/a/index.html".into(), size(99_000, 1)),
            ("en/embed/stories/a/index.html".into(), size(story + 10_000, 1)),
            ("ro-so.html".into(), size(1, one_file)),
        ]);
        exceeded(&sizes)
    }

    #[test]
    fn a_light_site_passes() {
        assert_eq!(site(310_000, 18_000, 500_000), Vec::<String>::new());
    }

    #[test]
    fn each_excess_is_named() {
        assert_eq!(
            site(CODE - 20_000 + 1, 18_001, 500_000),
            [
                format!(
                    "ro-so.wasm and ro-so.js: {} bytes, 1 more than the {CODE} that it may weigh",
                    CODE + 1
                ),
                "a first visit to en/stories/a/index.html: 60001 bytes, 1 more than the 60000 that it may weigh".to_owned()
            ]
        );
        assert_eq!(site(100_000, 20_002, ONE_FILE + 1).len(), 4);
    }
}
