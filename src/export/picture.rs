//! Pictures that remember the view they were made from: a PNG or SVG holds the address in its
//! metadata, so that whoever drops the file back on the page sees the view again.
//!
//! What is read here may come from anybody: every length is checked, nothing panics.

/// The name of the metadata that holds the address.
const KEYWORD: &[u8] = b"ro-so:view";
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// A longer address is none of ours.
const LONGEST: usize = 4000;
const SVG_OPEN: &str = "<metadata id=\"ro-so-view\">";
const SVG_CLOSE: &str = "</metadata>";

/// The PNG with the address in an `iTXt` chunk before its end. Anything that is not a PNG is
/// returned unchanged.
pub fn png_with_address(png: &[u8], address: &str) -> Vec<u8> {
    let mut file = png.to_vec();
    let Some(end) = chunks(png).find(|chunk| chunk.kind == *b"IEND").map(|chunk| chunk.start)
    else {
        return file;
    };
    // Keyword, no compression, no language, no translated keyword.
    let mut content = b"iTXt".to_vec();
    content.extend_from_slice(KEYWORD);
    content.extend_from_slice(&[0, 0, 0, 0, 0]);
    content.extend_from_slice(address.as_bytes());
    let mut chunk = ((content.len() - 4) as u32).to_be_bytes().to_vec();
    chunk.extend_from_slice(&content);
    chunk.extend_from_slice(&crc32(&content).to_be_bytes());
    file.splice(end..end, chunk);
    file
}

/// The metadata that an SVG carries its address in.
pub fn svg_metadata(address: &str) -> String {
    let escaped = address.replace('&', "&amp;").replace('<', "&lt;");
    format!("{SVG_OPEN}{escaped}{SVG_CLOSE}")
}

/// The query of the view that a picture was made from; `None` for a picture that is not ours.
pub fn query_in_picture(file: &[u8]) -> Option<String> {
    let address = if file.starts_with(SIGNATURE) { in_png(file)? } else { in_svg(file)? };
    if address.len() > LONGEST {
        return None;
    }
    let query = address.split_once('?').map_or("", |(_, query)| query);
    Some(query.split('#').next().unwrap_or_default().to_owned())
}

fn in_png(file: &[u8]) -> Option<String> {
    let found = chunks(file)
        .filter(|chunk| chunk.kind == *b"iTXt")
        .find_map(|chunk| chunk.content.strip_prefix(KEYWORD)?.strip_prefix(&[0, 0, 0, 0, 0]))?;
    String::from_utf8(found.to_vec()).ok()
}

fn in_svg(file: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(file).ok()?;
    let (_, rest) = text.split_once(SVG_OPEN)?;
    let (address, _) = rest.split_once(SVG_CLOSE)?;
    Some(address.replace("&lt;", "<").replace("&amp;", "&"))
}

/// One part of a PNG.
struct Chunk<'a> {
    /// Where it begins.
    start: usize,
    kind: [u8; 4],
    content: &'a [u8],
}

/// The chunks of a PNG, up to the first that is cut short.
fn chunks(file: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    let mut start = if file.starts_with(SIGNATURE) { SIGNATURE.len() } else { file.len() };
    std::iter::from_fn(move || {
        let head = file.get(start..start.checked_add(8)?)?;
        let [a, b, c, d, kind @ ..] = <[u8; 8]>::try_from(head).ok()?;
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        let from = start + 8;
        let content = file.get(from..from.checked_add(length)?)?;
        let chunk = Chunk { start, kind, content };
        // Four bytes of checksum follow.
        start = from.checked_add(length)?.checked_add(4)?;
        Some(chunk)
    })
}

/// The checksum of PNG, computed bit by bit, because chunks are short.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One white pixel.
    const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IEND\xae\x42\x60\x82";

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(crc32(b"IEND"), 0xae42_6082);
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_picture_gives_its_view_back() {
        let address =
            "https://example.org/?p=compare&i=dti_province&e=province63:17~nation&lang=vi";
        let query = "p=compare&i=dti_province&e=province63:17~nation&lang=vi";
        let png = png_with_address(PIXEL, address);
        assert!(png.ends_with(b"IEND\xae\x42\x60\x82"));
        assert_eq!(query_in_picture(&png).as_deref(), Some(query));
        let svg = format!("<svg>{}</svg>", svg_metadata(address));
        assert_eq!(query_in_picture(svg.as_bytes()).as_deref(), Some(query));
    }

    #[test]
    fn a_foreign_or_broken_picture_gives_nothing() {
        assert_eq!(query_in_picture(PIXEL), None);
        assert_eq!(query_in_picture(b""), None);
        assert_eq!(query_in_picture(b"<svg></svg>"), None);
        assert_eq!(png_with_address(b"no picture", "x"), b"no picture");
        let png = png_with_address(PIXEL, "?p=compare");
        for cut in 0..png.len() {
            let _ = query_in_picture(&png[..cut]);
        }
        for at in 0..png.len() {
            for bit in 0..8 {
                let mut changed = png.clone();
                changed[at] ^= 1 << bit;
                let _ = query_in_picture(&changed);
            }
        }
        let long = format!("?{}", "x".repeat(LONGEST));
        assert_eq!(query_in_picture(&png_with_address(PIXEL, &long)), None);
    }
}
