//! What the site may weigh at most. A build that is too heavy fails and says what, and by how much.
//! Where the module is not built as the published one is, budgets that include it only warn.
//!
//! Where an aim is not reached yet, the budget is slightly above the present size, so that the site
//! can only get lighter: the aims are in `docs/ARCHITECTURE.md`, “Sizes”.

use std::collections::BTreeMap;

use ro_so::view::path;

use crate::sizes::Size;

/// Module and the script that starts it, with Brotli.
const CODE: u64 = 379_500;
/// The dataset, with Brotli.
const DATA: u64 = 72_500;
/// All fonts; they are compressed already.
const FONTS: u64 = 25_000;
/// The page of a story with its style sheet, with Brotli.
const STORY: u64 = 20_000;
/// The home page with its style sheet, with Brotli.
const HOME: u64 = 27_800;
/// All that a first visit to a story transfers, with Brotli: the explorer is not fetched before the
/// page is touched (`www/touch.js`).
const FIRST_VISIT: u64 = 60_000;
/// A page for a frame in an article, with Brotli: everything that loads before it is touched,
/// except fonts.
const FRAME: u64 = 30_000;
/// The one file, uncompressed.
const ONE_FILE: u64 = 833_000;

/// Files that have a budget or belong to one: a missing file weighs nothing and would pass.
const WEIGHED: [&str; 7] = [
    "ro-so.wasm",
    "ro-so.js",
    "data.json",
    "icon.svg",
    "index.html",
    "en/index.html",
    path::ONE_FILE,
];

/// What is wrong, a line each.
#[derive(Debug, Default, Eq, PartialEq)]
pub(crate) struct Exceeded {
    /// Exceeded budgets that include the module.
    pub module: Vec<String>,
    /// All other exceeded budgets, and every missing file that has a budget.
    pub rest: Vec<String>,
}

/// Every exceeded budget and every missing file that has a budget.
pub(crate) fn exceeded(sizes: &BTreeMap<String, Size>) -> Exceeded {
    let mut exceeded = Exceeded { module: Vec::new(), rest: absent(sizes) };
    for Budget { what, bytes, most, holds_module } in budgets(sizes) {
        if bytes > most {
            let over = bytes - most;
            let line =
                format!("{what}: {bytes} bytes, {over} more than the {most} that it may weigh");
            if holds_module { &mut exceeded.module } else { &mut exceeded.rest }.push(line);
        }
    }
    exceeded
}

/// Whether a file, by its name without its hash, belongs to a budget without the module.
pub(crate) fn is_weighed_beside_module(name: &str) -> bool {
    let is_of_first_visit =
        matches!(name, "index.html" | "en/index.html" | "ro-so.js" | "icon.svg");
    is_of_first_visit || name == "data.json" || is_font(name) || is_story(name) || is_frame(name)
}

struct Budget {
    what: String,
    bytes: u64,
    most: u64,
    holds_module: bool,
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

fn budgets(sizes: &BTreeMap<String, Size>) -> Vec<Budget> {
    let brotli = |name: &str| sizes.get(name).map_or(0, |size| size.brotli);
    let fonts =
        sizes.iter().filter(|(name, _)| is_font(name)).map(|(_, size)| size.brotli).sum::<u64>();
    let code = brotli("ro-so.wasm") + brotli("ro-so.js");
    let read = |page: u64| page + fonts + brotli("ro-so.js") + brotli("icon.svg");
    let one_file = sizes.get(path::ONE_FILE).map_or(0, |size| size.raw);
    let of = |holds_module, what: &str, bytes, most| Budget {
        what: what.to_owned(),
        bytes,
        most,
        holds_module,
    };
    let mut budgets = vec![
        of(true, "ro-so.wasm and ro-so.js", code, CODE),
        of(false, "data.json", brotli("data.json"), DATA),
        of(false, "the fonts", fonts, FONTS),
        of(true, path::ONE_FILE, one_file, ONE_FILE),
    ];
    for (name, size) in sizes {
        let most = match name.as_str() {
            "index.html" | "en/index.html" => HOME,
            page if is_story(page) => STORY,
            page if is_frame(page) => FRAME,
            _ => continue,
        };
        budgets.push(of(false, name, size.brotli, most));
    }
    let stories = sizes.iter().filter(|(name, _)| is_story(name));
    if let Some((name, size)) = stories.max_by_key(|(_, size)| size.brotli) {
        budgets.push(of(
            false,
            &format!("a first visit to {name}"),
            read(size.brotli),
            FIRST_VISIT,
        ));
    }
    budgets
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

    fn site(wasm: u64, story: u64, one_file: u64) -> Exceeded {
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
            assert_eq!(exceeded(&left).rest, [line]);
        }
        assert_eq!(exceeded(&BTreeMap::new()).rest.len(), WEIGHED.len() + 3);
    }

    #[test]
    fn a_light_site_passes() {
        assert_eq!(site(310_000, 17_500, 500_000), Exceeded::default());
    }

    #[test]
    fn each_excess_is_named() {
        let found = site(CODE - 20_000 + 1, 17_501, ONE_FILE + 1);
        assert_eq!(
            found.module,
            [
                format!(
                    "ro-so.wasm and ro-so.js: {} bytes, 1 more than the {CODE} that it may weigh",
                    CODE + 1
                ),
                format!(
                    "ro-so.html: {} bytes, 1 more than the {ONE_FILE} that it may weigh",
                    ONE_FILE + 1
                ),
            ]
        );
        assert_eq!(
            found.rest,
            [
                "a first visit to en/stories/a/index.html: 60001 bytes, 1 more than the 60000 that it may weigh"
            ]
        );
        assert_eq!(site(100_000, 20_002, 500_000).rest.len(), 3);
    }
}
