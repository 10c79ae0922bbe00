//! How a page loads what it runs: the page contains the hash of each file, and a browser refuses a
//! file with another hash.

use sha2::{Digest, Sha384};

use crate::assets::{Assets, without_comments};
use crate::plan::StaticPage;
use crate::policy::base64;

/// The hash of a file as the attribute `integrity` writes it.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(content)))
}

/// The link that fetches a font before a style asks for it.
pub(crate) fn font(root: &str, font: &str) -> String {
    format!(
        "<link rel=\"preload\" href=\"{root}{font}\" as=\"font\" type=\"font/woff2\" crossorigin>\n"
    )
}

/// The links in the head of a page that waits to be touched, which tell `www/fetch.js` where module
/// and data are.
pub(crate) fn named(page: &StaticPage, assets: &Assets) -> String {
    if page.starts_at_once() { String::new() } else { links("alternate", page, assets) }
}

/// What starts the explorer, at the end of a page: fetched after the text. On a page that starts at
/// once, the browser fetches module and data beside the script.
///
/// A browser does not check the `integrity` of such a preload (Chromium says so on the console),
/// only that of the fetch which uses it, so the hash is passed to that fetch.
pub(crate) fn start(page: &StaticPage, assets: &Assets) -> String {
    let at_once = if page.starts_at_once() {
        links("preload\" as=\"fetch", page, assets)
    } else {
        String::new()
    };
    let (root, Assets { script, script_hash, .. }) = (page.root(), assets);
    // The browser itself checks this hash. Without `crossorigin`, a sandboxed page would not get
    // the script: its origin is opaque.
    format!(
        "{at_once}<script type=\"module\" src=\"{root}{script}\" integrity=\"{script_hash}\" crossorigin></script>"
    )
}

fn links(how: &str, page: &StaticPage, assets: &Assets) -> String {
    let root = page.root();
    let link = |id: &str, path: &str, kind: &str, hash: &str| {
        format!(
            "<link rel=\"{how}\" id=\"{id}\" href=\"{root}{path}\" type=\"{kind}\" \
             data-integrity=\"{hash}\" crossorigin>\n"
        )
    };
    let Assets { data, data_hash, wasm, wasm_hash, .. } = assets;
    link("data", data, "application/json", data_hash)
        + &link("module", wasm, "application/wasm", wasm_hash)
}

/// A script without its comments, to be written into a page.
///
/// # Errors
/// Where it contains what would end its element or hide that end, or code behind a comment.
pub(crate) fn inline(script: &str) -> Result<String, String> {
    let script = without_comments(script)?;
    match ["</script", "<!--", "<script"].into_iter().find(|mark| script.contains(mark)) {
        Some(mark) => Err(format!("the script holds {mark} and cannot stand in a page")),
        None => Ok(script),
    }
}
