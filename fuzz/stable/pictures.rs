//! Pictures as they are dropped on the page: our own with any address, then mutated as bytes: cut,
//! doubled, with lengths that promise more than there is.

use ro_so::export::{png_with_address, svg_metadata};

use crate::random::{NASTY, Random};

/// A PNG of one pixel; its checksums do not matter here.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\0IEND\xae\x42\x60\x82";

/// Endings that may trip a parser of lengths.
const TAILS: [&[u8]; 6] = [
    b"\xff\xff\xff\xffiTXt",
    b"\0\0\0\x10iTXtro-so:view\0\0\0\0\0",
    b"\x7f\xff\xff\xffIEND",
    b"\0\0\0\0",
    b"<metadata id=\"ro-so-view\">",
    b"</metadata>\xc3\x28",
];

/// The next picture, around an address.
pub(crate) fn next(random: &mut Random, address: &str) -> Vec<u8> {
    let mut file = match random.below(4) {
        0 => format!("<svg xmlns=\"x\">{}</svg>", svg_metadata(address)).into_bytes(),
        1 => random.pick(&NASTY).as_bytes().to_vec(),
        _ => png_with_address(PIXEL, address),
    };
    for _ in 0..random.below(4) {
        bend(random, &mut file);
    }
    file
}

fn bend(random: &mut Random, file: &mut Vec<u8>) {
    let (one, other) = (random.below(file.len() + 1), random.below(file.len() + 1));
    let (from, to) = (one.min(other), one.max(other));
    match random.below(6) {
        0 => file.truncate(from),
        1 => drop(file.drain(from..to)),
        2 => file.extend_from_within(from..to),
        3 => drop(file.splice(from..from, random.pick(&TAILS).iter().copied())),
        4 => file.extend_from_slice(random.pick(&TAILS)),
        _ => {
            if let Some(byte) = file.get_mut(from) {
                *byte ^= 1 << random.below(8);
            }
        }
    }
}
