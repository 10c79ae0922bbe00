//! The headers that a host should send.

use crate::policy::content_security_policy;

/// Browser features that the site never uses. Only names that every Chromium knows: it complains
/// about others on the console. Full screen and writing to the clipboard stay allowed.
const REFUSED: [&str; 14] = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
];

/// The files that have a hash in their name.
const HASHED: [&str; 10] = [
    "/*.wasm",
    "/ro-so.*.js",
    "/data.*.json",
    "/xlsx.*.js",
    "/lost.*.js",
    "/icon.*.svg",
    "/icons/*.png",
    "/previews/*.png",
    "/fonts/*.woff2",
    "/shell.*.html",
];

/// The `_headers` file that Netlify, Cloudflare Pages and others read; `docs/hosting.md` has the
/// same for other hosts. On hosts that send none of it, the `<meta>` elements of each page apply.
pub(crate) fn headers_file(style_hashes: &[String], script_hash: String) -> String {
    let policy = content_security_policy(style_hashes, &[script_hash]);
    let refused = REFUSED.map(|feature| format!("{feature}=()")).join(", ");
    // Only a header can say who may embed: anybody may, which is what embeds are for. In a sandbox
    // they have an opaque origin, and then even their own files count as cross-origin.
    let mut file = format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors *\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Permissions-Policy: {refused}\n  \
         Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n"
    );
    // Pages and `sw.js` are revalidated on every visit, which is every host's default.
    for hashed in HASHED {
        file.push_str(&format!("{hashed}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    // The dataset for download keeps its names, and its descriptor holds hashes of the other files:
    // all of them must come from one build.
    file.push_str("/data/*\n  Cache-Control: no-cache\n");
    file
}
