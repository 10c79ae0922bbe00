//! The Content-Security-Policy of every page.

use sha2::{Digest, Sha256};

/// Hash of an inline style or script, as the policy writes it.
pub(crate) fn inline_hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

/// The policy: nothing but this origin; no eval, WebAssembly allowed; inline styles, and the one
/// inline script of the pages for frames, by hash. Trusted Types are on, and one policy may be
/// made, once: that of `www/offline.js`, which gives only the address of `sw.js`. No text becomes
/// code.
pub(crate) fn content_security_policy(style_hashes: &[String], script_hashes: &[String]) -> String {
    let styles = style_hashes.join(" ");
    let scripts = [&["'wasm-unsafe-eval'".to_owned()], script_hashes].concat().join(" ");
    [
        "default-src 'none'",
        &format!("script-src 'self' {scripts}"),
        &format!("style-src 'self' {styles}"),
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types ro-so",
    ]
    .join("; ")
}

/// The policy of the one file: its own script and styles by hash, inline pictures and fonts,
/// WebAssembly, and no request at all.
pub(crate) fn one_file_policy(script_hash: &str, style_hashes: &[String]) -> String {
    let styles = style_hashes.join(" ");
    [
        "default-src 'none'",
        &format!("script-src {script_hash} 'wasm-unsafe-eval'"),
        &format!("style-src {styles}"),
        "font-src data:",
        "img-src data: blob:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}

/// Bytes as base64.
pub(crate) fn base64(bytes: &[u8]) -> String {
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
