//! Finding places, indicators, systems, stories and figures by what a reader types.
//!
//! A reader may type without marks, with `d` for `đ`, with the tone on either vowel, composed or
//! decomposed, an abbreviation, an old name, or one wrong letter. Exact names come first, then
//! beginnings, then words inside a name, then names that differ by one letter.
//!
//! Pure, as all of `compare`: nothing here may import `text` or a browser API.

mod candidates;
mod figures;
mod needle;
mod parts;
mod words;

use self::candidates::{Candidate, Name, candidates};
pub use self::figures::figures_printed;
use self::needle::{Level, Needle, Role, essence};
use super::sort_stably;
use super::vietnamese::order;
use crate::data::{Dataset, EntityKind, Id, PlaceWithin};

/// A name of at least this many letters is offered despite one wrong letter even if others fit.
const LONG_NAME: usize = 8;

/// What a search leads to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Hit {
    /// An entity: a province, a ministry, a region, the country.
    Place(Id),
    /// An indicator.
    Indicator(Id),
    /// A platform or programme.
    System(Id),
    /// A story.
    Story(Id),
    /// A figure.
    Figure(Id),
}

impl Hit {
    /// The id of what it leads to.
    pub fn id(&self) -> &Id {
        match self {
            Self::Place(id)
            | Self::Indicator(id)
            | Self::System(id)
            | Self::Story(id)
            | Self::Figure(id) => id,
        }
    }
}

/// Where to look.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Wanted<'a> {
    /// Among places, indicators, systems and stories.
    Everything,
    /// Among entities of these kinds.
    Places(&'a [EntityKind]),
}

/// Something that fits what was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it is.
    pub hit: Hit,
    /// How well it fits; smaller is better, 0 is the name itself with its marks.
    pub distance: u8,
    /// The district, town or commune by whose name it was found.
    pub within: Option<PlaceWithin>,
}

/// What fits `typed`, the best first. The order does not depend on that of the files. To search at
/// every keystroke, keep a [`SearchIndex`].
pub fn search(dataset: &Dataset, typed: &str, wanted: Wanted<'_>) -> Vec<Found> {
    SearchIndex::new(dataset, wanted).search(typed)
}

/// The names of everything that is wanted, folded once.
#[derive(Debug)]
pub struct SearchIndex {
    candidates: Vec<Candidate>,
}

impl SearchIndex {
    /// Reads the names from the dataset.
    pub fn new(dataset: &Dataset, wanted: Wanted<'_>) -> Self {
        Self { candidates: candidates(dataset, wanted) }
    }

    /// What fits `typed`, the best first; if nothing does, what fits it without the words of a
    /// question.
    pub fn search(&self, typed: &str) -> Vec<Found> {
        let found = self.fitting(typed);
        match essence(typed).filter(|_| found.is_empty()) {
            Some(rest) => self.fitting(&rest),
            None => found,
        }
    }

    fn fitting(&self, typed: &str) -> Vec<Found> {
        let Some(needle) = Needle::new(typed) else { return Vec::new() };
        let candidates = self.candidates.iter();
        let mut matches: Vec<Match<'_>> =
            candidates.clone().filter_map(|candidate| without_slip(&needle, candidate)).collect();
        match best(&matches) {
            // A reader who types a full name means it.
            Some(Level::Exact) => matches.retain(|found| found.level <= Level::Predecessor),
            // "Tai nguyen" stands in Bộ Tài nguyên, but is also one letter away from Thái Nguyên.
            Some(level) if level <= Level::Predecessor => {
                let slipped = candidates.filter_map(|candidate| with_slip(&needle, candidate));
                let is_long_name = |found: &Match<'_>| {
                    found.level == Level::SlipInName && found.name.words.letters.len() >= LONG_NAME
                };
                improve(&mut matches, slipped.filter(is_long_name));
            }
            _ => improve(&mut matches, candidates.filter_map(|c| with_slip(&needle, c))),
        }
        // A name with one wrong letter fits best, so no word of a sentence was meant.
        if best(&matches) == Some(Level::SlipInName) {
            let of_name = |found: &Match<'_>| found.name.role == Role::Name;
            matches.retain(|found| found.level == Level::SlipInName || of_name(found));
        }
        if best(&matches).is_none_or(|level| level > Level::AnyOrder)
            && let Some(typed) = needle.words().filter(|words| words.starts.len() > 1)
        {
            let parts = parts::parts(typed, &self.candidates).into_iter();
            let found = parts.map(|part| Match::new(part.candidate, part.name, Level::Part, true));
            improve(&mut matches, found);
        }
        ranked(matches)
    }
}

/// A candidate and the name that fits best.
struct Match<'c> {
    candidate: &'c Candidate,
    name: &'c Name,
    level: Level,
    marks_fit: bool,
}

impl<'c> Match<'c> {
    fn new(candidate: &'c Candidate, name: &'c Name, level: Level, marks_fit: bool) -> Self {
        Self { candidate, name, level, marks_fit }
    }

    /// Better matches have smaller keys.
    fn key(&self) -> (Level, bool, bool) {
        let is_name = self.level != Level::Part && self.name.role == Role::Name;
        let is_other_name = is_name && !self.name.is_main;
        (self.level, !self.marks_fit, is_other_name)
    }
}

fn best(matches: &[Match<'_>]) -> Option<Level> {
    matches.iter().map(|found| found.level).min()
}

fn without_slip<'c>(needle: &Needle, candidate: &'c Candidate) -> Option<Match<'c>> {
    let fitting = |name: &'c Name| {
        let mut level = needle.fits(name.role, &name.words)?;
        // "ĐN" means Đà Nẵng rather than the beginning of "ĐNB".
        if level == Level::Prefix && name.is_short() {
            level = Level::SomeInitials;
        }
        let has_marks = level <= Level::AnyOrder && needle.marks_fit(&name.text);
        Some(Match::new(candidate, name, level, has_marks))
    };
    candidate.names.iter().filter_map(fitting).min_by_key(Match::key)
}

fn with_slip<'c>(needle: &Needle, candidate: &'c Candidate) -> Option<Match<'c>> {
    let fitting = |name: &'c Name| {
        let level = needle.slips_into(name.role, &name.words)?;
        Some(Match::new(candidate, name, level, false))
    };
    candidate.names.iter().filter_map(fitting).min_by_key(Match::key)
}

/// Adds matches, keeping the better one for each candidate.
fn improve<'c>(matches: &mut Vec<Match<'c>>, others: impl Iterator<Item = Match<'c>>) {
    for other in others {
        match matches.iter_mut().find(|found| std::ptr::eq(found.candidate, other.candidate)) {
            Some(found) if found.key() <= other.key() => {}
            Some(found) => *found = other,
            None => matches.push(other),
        }
    }
}

/// Sorts the matches by how well they fit. Among equals: main names before other names, places
/// before wordings, more figures before fewer, then by alphabet.
fn ranked(mut matches: Vec<Match<'_>>) -> Vec<Found> {
    sort_stably(&mut matches, |a, b| {
        let (left, right) = (a.candidate, b.candidate);
        (a.key(), left.group)
            .cmp(&(b.key(), right.group))
            .then_with(|| right.figures.cmp(&left.figures))
            .then_with(|| order(&left.title, &right.title))
            .then_with(|| left.hit.id().cmp(right.hit.id()))
    });
    let found = |found: Match<'_>| Found {
        hit: found.candidate.hit.clone(),
        distance: found.level as u8 * 2 + u8::from(!found.marks_fit),
        within: found.name.within.clone(),
    };
    matches.into_iter().map(found).collect()
}
