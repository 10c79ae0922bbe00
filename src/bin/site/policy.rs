//! The Content-Security-Policy and the other headers.

use sha2::{Digest, Sha256};

/// Hash of an inline style, as the policy writes it.
pub(crate) fn style_hash(css: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(css.as_bytes())))
}

/// The policy: nothing but this origin; no inline script, no eval, WebAssembly allowed; inline
/// styles by hash. Trusted Types are on and no policy may be made, so no text becomes code.
pub(crate) fn content_security_policy(style_hashes: &[String]) -> String {
    let styles = style_hashes.join(" ");
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &format!("style-src 'self' {styles}"),
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// The `_headers` file that Netlify, Cloudflare Pages and others read. Hosts that do not know it
/// are covered by the policy in every page's `<meta>`.
pub(crate) fn headers_file(style_hashes: &[String]) -> String {
    let policy = content_security_policy(style_hashes);
    // Only a header can say who may embed; anybody may, that is what embeds are for.
    let mut file = format!(
        "/*\n  Content-Security-Policy: {policy}; frame-ancestors *\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Access-Control-Allow-Origin: *\n"
    );
    // Pages are checked for news on every visit, which is every host's default.
    for hashed in ["/*.wasm", "/*.js", "/data.*.json", "/*.svg", "/fonts/*.woff2"] {
        file.push_str(&format!("{hashed}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    // The dataset to take away keeps its names: its descriptor holds hashes of the other files, so
    // that all of them must be of one build.
    file.push_str("/data/*\n  Cache-Control: no-cache\n");
    file
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - group.len()));
        for place in 0..4 {
            let digit =
                DIGITS.get((bits >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            text.push(if place <= group.len() { char::from(digit) } else { '=' });
        }
    }
    text
}
