//! What a reader typed, and how well it fits a name.

use std::ops::Range;

use super::words::{Words, slips};
use crate::compare::vietnamese::{Spelled, fold, spelled};

/// Characters beyond this number are ignored.
const LONGEST: usize = 100;
/// The fewest letters of which one may be wrong: for a whole name, for words within a name, and for
/// a name still being typed. In a sentence, nearly any short word is one letter away from another.
const FEWEST_OF_A_NAME: usize = 4;
const FEWEST_OF_WORDS: usize = 6;
const FEWEST_OF_A_BEGINNING: usize = 6;

/// How well something fits, the best first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Level {
    /// The name itself, marks aside.
    Exact,
    /// The beginning of the name.
    Prefix,
    /// A part of the name, from the beginning of a later word.
    Inside,
    /// The initials of the name.
    Initials,
    /// The name of a unit merged into this one.
    Predecessor,
    /// Initials of some words of the name.
    SomeInitials,
    /// A part of the name that begins inside a word.
    Infix,
    /// The name with one wrong letter.
    SlipInName,
    /// Words of the name, in another order or with others between.
    AnyOrder,
    /// Words of the name with one wrong letter.
    SlipInWords,
    /// The beginning of the name with one wrong letter.
    SlipInBeginning,
    /// Some of the typed words name this, the others something else.
    Part,
    /// A part of the description.
    Described,
}

/// The kind of name that a text is, which decides what counts as a fit.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    /// The name of a place, or another name for it.
    Name,
    /// The name of a unit merged into it; only the full name counts.
    Predecessor,
    /// The name of a system.
    Title,
    /// A wording of several words, whose first word matters no more than the others.
    Phrase,
    /// A sentence about it.
    Description,
}

/// What was typed.
#[derive(Debug)]
pub(super) struct Needle {
    /// The ways to read it; the first is as typed.
    forms: Vec<Words>,
    /// Its words with their marks.
    spelled: Vec<Spelled>,
}

impl Needle {
    /// `None` where no letter was typed.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let typed: String = typed.chars().take(LONGEST).collect();
        let folded = fold(&typed);
        if folded.is_empty() {
            return None;
        }
        let mut forms = vec![Words::of(&folded)];
        // "Quy" may be a word, or the beginning of "quyết", so its `y` is also kept.
        let mut unfinished = Words::of_folded(&folded);
        (0..unfinished.starts.len() - 1).for_each(|at| unfinished.unify(at));
        forms.push(unfinished);
        forms.dedup();
        forms.extend(written_out(&folded).map(|long| Words::of(&long)));
        let meant = meant(&folded);
        if meant != folded && !meant.is_empty() {
            forms.push(Words::of(&meant));
        }
        Some(Self { forms, spelled: spelled(&typed) })
    }

    /// What was typed, read as finished words.
    pub(super) fn words(&self) -> Option<&Words> {
        self.forms.first()
    }

    /// How well it fits a name without any slip.
    pub(super) fn fits(&self, role: Role, name: &Words) -> Option<Level> {
        self.forms.iter().filter_map(|form| fits(form, role, name)).min()
    }

    /// How well it fits a name with one wrong letter.
    pub(super) fn slips_into(&self, role: Role, name: &Words) -> Option<Level> {
        if matches!(role, Role::Predecessor | Role::Description) {
            return None;
        }
        let of_form = |form: &Words| {
            let typed = &form.letters;
            let of_word = |&start: &usize| {
                let ends = slips(typed, name.from(start)).map(|end| start + end);
                ends.filter_map(|end| slip_level(typed.len(), role, start..end, name)).min()
            };
            name.starts.iter().filter_map(of_word).min()
        };
        self.forms.iter().filter_map(of_form).min()
    }

    /// Whether the typed marks are those of the name. The last word may be unfinished, and if the
    /// words before it have marks, its tone may still be missing.
    pub(super) fn marks_fit(&self, name: &str) -> bool {
        let Some((last, finished)) = self.spelled.split_last() else { return false };
        let types_marks = finished.iter().any(|word| !word.is_plain());
        let names = spelled(name);
        let continues = |word: &Spelled| {
            let has_tone = word.tone == last.tone || (types_marks && last.tone == 0);
            has_tone && word.letters.starts_with(&last.letters)
        };
        finished.iter().all(|typed| names.contains(typed))
            && (names.contains(last) || names.iter().any(continues))
    }
}

/// Writes out an abbreviated kind of unit at the beginning: "tp", "q".
fn written_out(folded: &str) -> Option<String> {
    if let Some(rest) = folded.strip_prefix("tp") {
        return Some(format!("thanh pho {rest}"));
    }
    folded.strip_prefix("q ").map(|rest| format!("quan {rest}"))
}

/// What readers say, and what the reports call it, folded.
const SAID: [(&str, &str); 6] = [
    ("an ninh mang", "tan cong mang"),
    ("hack", "tan cong mang"),
    ("hacker", "tan cong mang"),
    ("vung cao", "mien nui"),
    ("thanh toan khong dung tien mat", "khong dung tien mat"),
    ("online", "truc tuyen"),
];

/// Abbreviations of the field that are not the initials of a name, and what they stand for.
const SHORT: [(&str, &str); 16] = [
    ("sme", "doanh nghiep nho va vua"),
    ("smes", "doanh nghiep nho va vua"),
    ("dnnvv", "doanh nghiep nho va vua"),
    ("dnvvn", "doanh nghiep nho va vua"),
    ("cccd", "can cuoc"),
    ("cmnd", "can cuoc"),
    ("dvc", "dich vu cong"),
    ("dvctt", "dich vu cong truc tuyen"),
    ("tthc", "thu tuc hanh chinh"),
    ("hddt", "hoa don dien tu"),
    ("csdl", "co so du lieu"),
    ("cds", "chuyen doi so"),
    ("cchc", "cai cach hanh chinh"),
    ("attt", "an toan thong tin"),
    ("lltp", "ly lich tu phap"),
    ("mooc", "moocs"),
];

/// Words around what a reader asks for, folded: "làm giấy khai sinh qua mạng" asks for "khai sinh".
const AROUND: [&str; 12] = [
    "giay to",
    "lam giay",
    "lam",
    "dang ky",
    "qua mang",
    "tren mang",
    "bao nhieu",
    "tinh nao",
    "noi nao",
    "o dau",
    "how many",
    "what is",
];

/// What was typed without the words of a question; `None` where there are none, or nothing else.
pub(super) fn essence(typed: &str) -> Option<String> {
    let folded = fold(typed);
    let mut text = format!(" {} ", folded.split_whitespace().collect::<Vec<_>>().join(" "));
    let before = text.len();
    for around in AROUND {
        text = text.replace(&format!(" {around} "), "  ");
    }
    let rest = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (text.len() < before && !rest.is_empty()).then_some(rest)
}

/// What was typed, with abbreviations written out, in the words of the reports, and without the
/// words for a merger: "Hòa Bình sáp nhập" means Hòa Bình.
fn meant(folded: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split(' ') {
        let long = SHORT.iter().find(|(short, _)| *short == word);
        words.push(long.map_or(word, |(_, long)| long));
    }
    // Between spaces, so that only whole words are replaced.
    let mut text = format!(" {} ", words.join(" "));
    let merged = ["sap nhap", "hop nhat", "nhap tinh"].map(|said| (said, ""));
    for (said, official) in SAID.into_iter().chain(merged) {
        text = text.replace(&format!(" {said} "), &format!(" {official} "));
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn fits(typed: &Words, role: Role, name: &Words) -> Option<Level> {
    let is_exact = typed.letters == name.letters;
    let as_words = || from_a_word(typed, name);
    match role {
        Role::Name => (is_exact.then_some(Level::Exact))
            .or_else(as_words)
            .or_else(|| initials(typed, name, 2))
            .or_else(|| infix(typed, [&*name.letters].into_iter(), 3))
            .or_else(|| any_order(typed, name)),
        Role::Predecessor => is_exact.then_some(Level::Predecessor),
        // A single letter occurs in every sentence.
        Role::Title | Role::Phrase | Role::Description if typed.letters.len() < 2 => None,
        Role::Title | Role::Phrase => (is_exact.then_some(Level::Exact))
            .or_else(|| {
                as_words().map(|level| if role == Role::Title { level } else { Level::Inside })
            })
            .or_else(|| initials(typed, name, 3))
            .or_else(|| infix(typed, name.all(), 4))
            .or_else(|| any_order(typed, name)),
        Role::Description => {
            as_words().or_else(|| any_order(typed, name)).map(|_| Level::Described)
        }
    }
}

fn from_a_word(typed: &Words, name: &Words) -> Option<Level> {
    let place = name.starts.iter().find(|&&at| name.from(at).starts_with(&typed.letters))?;
    Some(if *place == 0 { Level::Prefix } else { Level::Inside })
}

/// "BTTTT" is "Bộ Thông tin và Truyền thông"; "cds" is found in "Cổng thông tin chuyển đổi số".
/// Fewer than three letters must be all the initials of the name.
fn initials(typed: &Words, name: &Words, fewest: usize) -> Option<Level> {
    let letters = &typed.letters;
    if typed.starts.len() != 1 || letters.len() < fewest {
        return None;
    }
    let from_word = |first: usize| {
        let mut words = name.all().skip(first);
        let joins = |word: &[u8]| matches!(word, b"va" | b"and" | b"of");
        let mut next = |initial: u8| words.find(|w| !joins(w) || w.first() == Some(&initial));
        let fit = letters.iter().all(|l| next(*l).and_then(<[u8]>::first) == Some(l));
        match fit {
            true if first == 0 && words.next().is_none() => Some(Level::Initials),
            true if letters.len() > 2 => Some(Level::SomeInitials),
            _ => None,
        }
    };
    (0..name.starts.len()).filter_map(from_word).min()
}

/// Each typed word is a different word of the name; the last may be only its beginning.
fn any_order(typed: &Words, name: &Words) -> Option<Level> {
    let count = typed.starts.len();
    if count < 2 || count > name.starts.len() {
        return None;
    }
    let mut free: Vec<&[u8]> = name.all().collect();
    for (at, word) in typed.all().enumerate() {
        let is_it = |other: &&[u8]| *other == word;
        let may_begin = at + 1 == count && word.len() > 1;
        let begins_it = |other: &&[u8]| may_begin && other.starts_with(word);
        let place = free.iter().position(is_it).or_else(|| free.iter().position(begins_it))?;
        free.remove(place);
    }
    Some(Level::AnyOrder)
}

/// What was typed occurs within one of `texts`: a whole name, or single words of a sentence.
fn infix<'a>(
    typed: &Words,
    mut texts: impl Iterator<Item = &'a [u8]>,
    fewest: usize,
) -> Option<Level> {
    let length = typed.letters.len();
    let holds = |text: &[u8]| text.windows(length).any(|part| part == typed.letters);
    (length >= fewest && texts.any(holds)).then_some(Level::Infix)
}

/// The level of a match where `length` letters, one of them wrong, fit the `run` of a name.
fn slip_level(length: usize, role: Role, run: Range<usize>, name: &Words) -> Option<Level> {
    let from_start = run.start == 0;
    let (level, fewest) = if from_start && run.end == name.letters.len() {
        (Level::SlipInName, FEWEST_OF_A_NAME)
    } else if name.ends_at(run.end) {
        (Level::SlipInWords, FEWEST_OF_WORDS)
    } else if from_start && role == Role::Name {
        (Level::SlipInBeginning, FEWEST_OF_A_BEGINNING)
    } else {
        return None;
    };
    (length >= fewest).then_some(level)
}
