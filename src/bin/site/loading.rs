//! How a page loads what it runs: the hash of each file stands in the page, and a browser refuses a
//! file that has another.

use sha2::{Digest, Sha384};

use crate::assets::Assets;
use crate::policy::base64;

/// The hash of a file as the attribute `integrity` writes it.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(content)))
}

/// What the page has the browser fetch at once, for `www/boot.js`.
///
/// A browser does not check the `integrity` of such a preload (Chromium says so on the console). It
/// checks that of the fetch which takes it up, so the hash is handed to that one.
pub(crate) fn preloads(root: &str, assets: &Assets) -> String {
    let preload = |id: &str, path: &str, kind: &str, hash: &str| {
        format!(
            "<link rel=\"preload\" id=\"{id}\" href=\"{root}{path}\" as=\"fetch\" type=\"{kind}\" \
             data-integrity=\"{hash}\" crossorigin>\n"
        )
    };
    let Assets { data, data_hash, wasm, wasm_hash, .. } = assets;
    preload("data", data, "application/json", data_hash)
        + &preload("module", wasm, "application/wasm", wasm_hash)
}

/// The script, which the browser checks itself.
pub(crate) fn script(root: &str, assets: &Assets) -> String {
    let Assets { script, script_hash, .. } = assets;
    // Without `crossorigin` a page in a sandbox would not get it: its origin is nobody's.
    format!(
        "<script type=\"module\" src=\"{root}{script}\" integrity=\"{script_hash}\" crossorigin></script>"
    )
}
