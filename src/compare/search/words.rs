//! A text as the search compares it: folded, its words joined, with the start of each.

use crate::compare::vietnamese::fold;

/// Letters without marks and without the spaces between the words, so that `hoabinh` is
/// `Hòa Bình`.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Words {
    pub letters: Vec<u8>,
    /// Where words start among the letters.
    pub starts: Vec<usize>,
}

impl Words {
    /// The words of a text in any spelling.
    pub(super) fn of(text: &str) -> Self {
        let mut words = Self::of_folded(&fold(text));
        for at in 0..words.starts.len() {
            words.unify(at);
        }
        words
    }

    /// The words of a folded text, letter for letter.
    pub(super) fn of_folded(folded: &str) -> Self {
        let mut letters = Vec::with_capacity(folded.len());
        let mut starts = Vec::new();
        let mut between = true;
        for byte in folded.bytes() {
            if byte != b' ' {
                if between {
                    starts.push(letters.len());
                }
                letters.push(byte);
            }
            between = byte == b' ';
        }
        Self { letters, starts }
    }

    /// Turns a final `y` after a consonant into `i`: "tỷ lệ" is "tỉ lệ". After a vowel the two
    /// differ: "tây" is not "tai".
    pub(super) fn unify(&mut self, at: usize) {
        let is_vowel = |letter: &u8| b"aeiou".contains(letter);
        let after_consonant = match self.word(at) {
            [.., b'q', b'u', b'y'] => true,
            [.., before, b'y'] => !is_vowel(before),
            _ => false,
        };
        let end = self.end(at);
        if let (true, Some(last)) = (after_consonant, self.letters.get_mut(end - 1)) {
            *last = b'i';
        }
    }

    /// Where a word ends.
    pub(super) fn end(&self, at: usize) -> usize {
        self.starts.get(at + 1).copied().unwrap_or(self.letters.len())
    }

    /// A word by its index; empty beyond the last.
    pub(super) fn word(&self, at: usize) -> &[u8] {
        let start = self.starts.get(at).copied().unwrap_or(self.letters.len());
        self.letters.get(start..self.end(at)).unwrap_or_default()
    }

    /// Every word, in order.
    pub(super) fn all(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.starts.len()).map(|at| self.word(at))
    }

    /// The letters from a position on.
    pub(super) fn from(&self, place: usize) -> &[u8] {
        self.letters.get(place..).unwrap_or_default()
    }

    /// Whether a word ends at a position.
    pub(super) fn ends_at(&self, place: usize) -> bool {
        place == self.letters.len() || self.starts.contains(&place)
    }
}

/// Where in `name` the match ends if its beginning is `typed`, but for at most one slip: a letter
/// too many, missing or wrong, or two swapped. Several readings may hold. Digits must be right
/// (2024 is not 2022), and `i` for `y` is no slip.
pub(super) fn slips(typed: &[u8], name: &[u8]) -> impl Iterator<Item = usize> {
    let same = typed.iter().zip(name).take_while(|(a, b)| is_same(**a, **b)).count();
    let (typed, name) = (after(typed, same), after(name, same));
    let is_digit = |letters: &[u8]| letters.first().is_some_and(u8::is_ascii_digit);
    let is_slip = !is_digit(typed) && !is_digit(name);
    let swapped = match (typed, name) {
        ([a, b, typed @ ..], [c, d, name @ ..]) => {
            is_same(*a, *d) && is_same(*b, *c) && begins(name, typed)
        }
        _ => false,
    };
    let (typed_rest, name_rest) = (after(typed, 1), after(name, 1));
    let (has_typed, has_name) = (!typed.is_empty(), !name.is_empty());
    let length = same + typed.len();
    let readings = [
        (!has_typed, length),
        (is_slip && has_typed && has_name && begins(name_rest, typed_rest), length),
        (is_slip && swapped, length),
        (is_slip && has_typed && begins(name, typed_rest), length.saturating_sub(1)),
        (is_slip && has_name && begins(name_rest, typed), length + 1),
    ];
    readings.into_iter().filter(|(holds, _)| *holds).map(|(_, end)| end)
}

fn begins(name: &[u8], typed: &[u8]) -> bool {
    name.len() >= typed.len() && name.iter().zip(typed).all(|(a, b)| is_same(*a, *b))
}

fn is_same(a: u8, b: u8) -> bool {
    a == b || matches!((a, b), (b'i', b'y') | (b'y', b'i'))
}

fn after(letters: &[u8], place: usize) -> &[u8] {
    letters.get(place..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_joined_and_known() {
        let words = Words::of("Bà Rịa - Vũng Tàu");
        assert_eq!(words.letters, b"bariavungtau");
        assert_eq!(words.starts, [0, 2, 5, 9]);
        assert_eq!(words.all().collect::<Vec<_>>(), [&b"ba"[..], b"ria", b"vung", b"tau"]);
        assert_eq!(
            (words.word(4), words.from(9), words.from(99)),
            (&b""[..], &b"tau"[..], &b""[..])
        );
        assert!(words.ends_at(5) && words.ends_at(12) && !words.ends_at(6));
        assert_eq!(Words::of(" – "), Words::default());
    }

    #[test]
    fn i_and_y_are_one_letter_at_the_end_of_a_syllable_only() {
        for (a, b) in [("tỷ lệ", "tỉ lệ"), ("quý", "quí"), ("kỹ thuật", "kĩ thuật"), ("Mỹ", "mĩ")]
        {
            assert_eq!(Words::of(a), Words::of(b), "{a} {b}");
        }
        for (a, b) in [("tây", "tai"), ("Yên", "iên"), ("y tế", "i tế"), ("thuý", "thui")] {
            assert_ne!(Words::of(a), Words::of(b), "{a} {b}");
        }
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        let is_whole = |typed: &str, name: &str| {
            slips(typed.as_bytes(), name.as_bytes()).any(|end| end == name.len())
        };
        for typed in
            ["hanoi", "anoi", "haoi", "hano", "hhanoi", "hamoi", "ahnoi", "hanio", "hanoii"]
        {
            assert!(is_whole(typed, "hanoi"), "{typed}");
        }
        assert!(is_whole("tainguin", "taynguyen") && !is_whole("tainguan", "taynguyen"));
        for typed in ["", "h", "han", "hnaio", "ahnio", "xanox", "hanoiii"] {
            assert!(!is_whole(typed, "hanoi"), "{typed}");
        }
        assert!(!is_whole("nam2024", "nam2022") && !is_whole("nam202", "nam2024"));
        assert!(slips(b"hoabnh", b"hoabinhcity").any(|end| end == 7));
    }
}
