//! Typed text that names two things: "dti hoa binh" is an indicator and a place.

use std::ops::Range;

use super::candidates::{Candidate, Name};
use super::needle::Role;
use super::words::Words;

/// The fewest letters that can name something within a longer text.
const FEWEST: usize = 3;

/// Something named by a part of the typed text.
pub(super) struct Part<'c> {
    pub candidate: &'c Candidate,
    pub name: &'c Name,
    /// The typed letters that name it.
    run: Range<usize>,
}

/// The places named in the typed text, and whatever else the longest run of the remaining words
/// names. Empty where all that covers less than half of the text, numbers aside, or less than two
/// thirds where no place is named.
pub(super) fn parts<'c>(typed: &Words, candidates: &'c [Candidate]) -> Vec<Part<'c>> {
    let mut taken: Vec<Range<usize>> = Vec::new();
    let places = candidates.iter().filter_map(|candidate| {
        let names = candidate.names.iter().filter(|name| name.role == Role::Name);
        longest(candidate, names.filter_map(|name| Some((name, whole(typed, &name.words)?))))
    });
    let mut found = choose(places.collect(), &mut taken, usize::MAX);
    let names_place = !found.is_empty();
    // A reader who names a place asks for its figures, not for stories.
    let is_asked =
        |candidate: &&'c Candidate| !names_place || !matches!(candidate.hit, super::Hit::Story(_));
    let said = candidates.iter().filter(is_asked).filter_map(|candidate| {
        let is_wording = |name: &&Name| matches!(name.role, Role::Title | Role::Phrase);
        let names = candidate.names.iter().filter(is_wording);
        let run = |words| common(typed, words, &taken);
        longest(candidate, names.filter_map(|name| Some((name, run(&name.words)?))))
    });
    let said: Vec<Part<'c>> = said.collect();
    found.extend(choose(said, &mut taken, 1));
    let total: usize = typed.all().filter(|word| !is_number(word)).map(<[u8]>::len).sum();
    let covered: usize = taken.iter().map(ExactSizeIterator::len).sum();
    if covered * if names_place { 4 } else { 3 } < total * 2 {
        found.clear();
    }
    found
}

/// A year says when, not what.
fn is_number(word: &[u8]) -> bool {
    word.iter().all(u8::is_ascii_digit)
}

fn longest<'c>(
    candidate: &'c Candidate,
    runs: impl Iterator<Item = (&'c Name, Range<usize>)>,
) -> Option<Part<'c>> {
    // Of equally long runs, that of the first name.
    let longer = |best: Option<(&'c Name, Range<usize>)>, next: (&'c Name, Range<usize>)| match best
    {
        Some(best) if best.1.len() >= next.1.len() => Some(best),
        _ => Some(next),
    };
    let (name, run) = runs.fold(None, longer)?;
    Some(Part { candidate, name, run })
}

/// Keeps the parts of the longest run, then of the longest that does not overlap it, and so on.
fn choose<'c>(
    mut parts: Vec<Part<'c>>,
    taken: &mut Vec<Range<usize>>,
    most: usize,
) -> Vec<Part<'c>> {
    let mut chosen = Vec::new();
    for _ in 0..most {
        parts.retain(|part| taken.iter().all(|run| !touch(run, &part.run)));
        let length = parts.iter().map(|part| part.run.len()).max();
        let best = parts.iter().filter(|part| Some(part.run.len()) == length);
        let Some(run) = best.map(|part| part.run.clone()).min_by_key(|run| run.start) else {
            break;
        };
        let (of_run, others): (Vec<_>, Vec<_>) = parts.into_iter().partition(|p| p.run == run);
        chosen.extend(of_run);
        parts = others;
        taken.push(run);
    }
    chosen
}

fn touch(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Where a whole name stands among the typed words.
fn whole(typed: &Words, name: &Words) -> Option<Range<usize>> {
    let length = name.letters.len();
    let stands = |start: &&usize| {
        typed.from(**start).starts_with(&name.letters) && typed.ends_at(**start + length)
    };
    let start = *typed.starts.iter().filter(|_| length >= FEWEST).find(stands)?;
    Some(start..start + length)
}

/// The longest run of typed words, outside `taken`, that also occurs in a wording.
fn common(typed: &Words, wording: &Words, taken: &[Range<usize>]) -> Option<Range<usize>> {
    let is_free = |at: usize| {
        let word = typed.starts.get(at).map(|&start| start..typed.end(at));
        !is_number(typed.word(at))
            && word.is_some_and(|word| taken.iter().all(|run| !touch(run, &word)))
    };
    let mut best: Option<Range<usize>> = None;
    for first in 0..typed.starts.len() {
        for place in 0..wording.starts.len() {
            let same = |step: &usize| {
                is_free(first + step) && typed.word(first + step) == wording.word(place + step)
            };
            let count = (0..wording.starts.len() - place).take_while(same).count();
            let start = typed.starts.get(first).copied().unwrap_or_default();
            let run = start..if count == 0 { start } else { typed.end(first + count - 1) };
            if run.len() >= FEWEST && best.as_ref().is_none_or(|best| best.len() < run.len()) {
                best = Some(run);
            }
        }
    }
    best
}
