//! What the site may weigh at most. A build that is too heavy fails and says what, and by how much.
//!
//! Where what we aim at is not reached, the budget is what is reached with little to spare, so that
//! it can only get lighter: the aims are in `docs/ARCHITECTURE.md`, “Sizes”.

use std::collections::BTreeMap;

use ro_so::view::path;

use crate::sizes::Size;

/// Module and the script that starts it, with Brotli.
const CODE: u64 = 374_000;
/// The dataset, with Brotli.
const DATA: u64 = 73_000;
/// All fonts; they are compressed already.
const FONTS: u64 = 25_000;
/// The page of a story with its style sheet, with Brotli.
const STORY: u64 = 20_000;
/// The home page with its style sheet, with Brotli.
const HOME: u64 = 27_000;
/// All that a first visit to a story transfers, with Brotli: the explorer is not fetched before the
/// page is touched (`www/touch.js`).
const FIRST_VISIT: u64 = 60_000;
/// A page for a frame in an article, with Brotli: all that it is before it is touched, fonts apart.
const FRAME: u64 = 30_000;
/// The one file, as it lies on a disk.
const ONE_FILE: u64 = 824_000;

/// Files that have a budget or belong to one: what is not there weighs nothing and would pass.
const WEIGHED: [&str; 7] = [
    "ro-so.wasm",
    "ro-so.js",
    "data.json",
    "icon.svg",
    "index.html",
    "en/index.html",
    path::ONE_FILE,
];

/// Every budget that is exceeded and everything with a budget that is missing, a line each; empty where
/// all is well.
pub(crate) fn exceeded(sizes: &BTreeMap<String, Size>) -> Vec<String> {
    let mut problems = absent(sizes);
    problems.extend(too_heavy(sizes));
    problems
}

fn absent(sizes: &BTreeMap<String, Size>) -> Vec<String> {
    let mut lines: Vec<String> = WEIGHED
        .iter()
        .filter(|name| !sizes.contains_key(**name))
        .map(|name| format!("{name} is not in the site"))
        .collect();
    let has = |is_one: fn(&str) -> bool| sizes.keys().any(|name| is_one(name));
    for (what, is_there) in [
        ("a font", has(is_font)),
        ("the page of a story", has(is_story)),
        ("a page for a frame", has(is_frame)),
    ] {
        if !is_there {
            lines.push(format!("{what} is not in the site"));
        }
    }
    lines
}

fn too_heavy(sizes: &BTreeMap<String, Size>) -> Vec<String> {
    let brotli = |name: &str| sizes.get(name).map_or(0, |size| size.brotli);
    let fonts =
        sizes.iter().filter(|(name, _)| is_font(name)).map(|(_, size)| size.brotli).sum::<u64>();
    let code = brotli("ro-so.wasm") + brotli("ro-so.js");
    let read = |page: u64| page + fonts + brotli("ro-so.js") + brotli("icon.svg");
    let one_file = sizes.get(path::ONE_FILE).map_or(0, |size| size.raw);
    let mut budgets = vec![
        ("ro-so.wasm and ro-so.js".to_owned(), code, CODE),
        ("data.json".to_owned(), brotli("data.json"), DATA),
        ("the fonts".to_owned(), fonts, FONTS),
        (path::ONE_FILE.to_owned(), one_file, ONE_FILE),
    ];
    for (name, size) in sizes {
        let most = match name.as_str() {
            "index.html" | "en/index.html" => HOME,
            page if is_story(page) => STORY,
            page if is_frame(page) => FRAME,
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

/// Whether a file is a font, not its licence.
fn is_font(name: &str) -> bool {
    name.starts_with("fonts/") && !name.contains("OFL")
}

fn is_frame(page: &str) -> bool {
    page.strip_prefix("en/").unwrap_or(page).starts_with("embed/")
}

fn is_story(page: &str) -> bool {
    let path = page.strip_prefix("en/").unwrap_or(page);
    path.starts_with("stories/") && path.ends_with("/index.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(wasm: u64, story: u64, one_file: u64) -> BTreeMap<String, Size> {
        let size = |brotli: u64, raw: u64| Size { raw, gzip: 0, brotli };
        BTreeMap::from([
            ("index.html".into(), size(20_000, 1)),
            ("en/index.html".into(), size(20_000, 1)),
            ("icon.svg".into(), size(500, 1)),
            ("ro-so.wasm".into(), size(wasm, 1)),
            ("ro-so.js".into(), size(20_000, 1)),
            ("data.json".into(), size(40_000, 1)),
            ("fonts/a.woff2".into(), size(22_000, 1)),
            ("en/stories/a/index.html".into(), size(story, 1)),
            ("places/a/index.html".into(), size(99_000, 1)),
            ("en/embed/stories/a/index.html".into(), size(story + 10_000, 1)),
            ("ro-so.html".into(), size(1, one_file)),
        ])
    }

    fn site(wasm: u64, story: u64, one_file: u64) -> Vec<String> {
        exceeded(&files(wasm, story, one_file))
    }

    #[test]
    fn what_is_missing_is_named() {
        let whole = files(310_000, 17_500, 500_000);
        for (name, line) in [
            ("ro-so.wasm", "ro-so.wasm is not in the site"),
            ("ro-so.js", "ro-so.js is not in the site"),
            ("data.json", "data.json is not in the site"),
            ("index.html", "index.html is not in the site"),
            ("ro-so.html", "ro-so.html is not in the site"),
            ("fonts/a.woff2", "a font is not in the site"),
            ("en/stories/a/index.html", "the page of a story is not in the site"),
            ("en/embed/stories/a/index.html", "a page for a frame is not in the site"),
        ] {
            let mut left = whole.clone();
            left.remove(name).expect(name);
            assert_eq!(exceeded(&left), [line]);
        }
        assert_eq!(exceeded(&BTreeMap::new()).len(), WEIGHED.len() + 3);
    }

    #[test]
    fn a_light_site_passes() {
        assert_eq!(site(310_000, 17_500, 500_000), Vec::<String>::new());
    }

    #[test]
    fn each_excess_is_named() {
        assert_eq!(
            site(CODE - 20_000 + 1, 17_501, 500_000),
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
