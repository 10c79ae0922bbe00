//! Random choices that a seed repeats, and strings that often break programs.

/// `SplitMix64`: small, fast, and good enough for choosing mutations.
pub(crate) struct Random(pub u64);

impl Random {
    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    /// Whether something that happens once in `times` happens now.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }
}

/// Script, markup, escapes cut short, numbers at the ends of their types, letters of many bytes,
/// marks that combine, turn the direction or end a line, paths, formulas.
pub(crate) const NASTY: [&str; 48] = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "\"><svg onload=alert(1)>",
    "javascript:alert(1)",
    "'-alert(1)-'",
    "</script><!--",
    "]]>",
    "&lt;b&gt;",
    "%",
    "%3",
    "%zz",
    "%00",
    "%c3%28",
    "%ff%fe",
    "%F0%9F%92%A9",
    "+",
    "",
    " ",
    "\0",
    "\u{a0}",
    "\u{202e}",
    "\u{2028}",
    "\u{feff}",
    "\u{1f4a9}",
    "Hòa Bình",
    "Hoa\u{300} Bi\u{300}nh",
    "ẾẾẾẾẾẾẾẾẾẾẾẾẾẾẾẾ",
    "đ",
    "İ",
    "ﬁ",
    "0",
    "-0",
    "-1",
    "1e308",
    "-1e308",
    "1e-320",
    "9007199254740993",
    "18446744073709551616",
    "0000-00",
    "2022-13",
    "2022-02-30",
    "9999-12-31",
    "-2022-01",
    "99999999999-01",
    "2024..2022",
    "..",
    "=1+1",
    "../../../etc/passwd",
];

/// A text with one mutation, at character boundaries, so that the result is a text.
pub(crate) fn bent(random: &mut Random, text: &str, words: &[&str]) -> String {
    let at = |random: &mut Random| {
        let mut at = random.below(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let (one, other) = (at(random), at(random));
    let (from, to) = (one.min(other), one.max(other));
    let (before, within, after) = (&text[..from], &text[from..to], &text[to..]);
    // Long cuts and copies are rarer than small ones.
    let near = text[from..].char_indices().nth(1).map_or(text.len(), |(length, _)| from + length);
    match random.below(8) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{within}{within}{after}"),
        2 => format!("{before}{}{}", random.pick(words), &text[from..]),
        3 => format!("{before}{}{}", random.pick(&NASTY), &text[from..]),
        4 => format!("{before}{}", &text[near..]),
        5 => {
            let letter = char::from_u32(random.below(0x11_0000) as u32).unwrap_or('\u{fffd}');
            format!("{before}{letter}{}", &text[near..])
        }
        6 => format!("{before}{}{}", char::from(random.below(128) as u8), &text[near..]),
        _ => format!("{before}{}{after}", random.pick(&NASTY)),
    }
}
