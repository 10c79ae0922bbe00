//! The numbers of the texts that no record claims, each with its explanation.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::ops::Range;
use std::path::Path;

use ro_so::data::Problem;
use serde::Deserialize;

use crate::claims::Claim;
use crate::place::Standing;
use crate::texts::{Text, normalized};
use crate::tokens::{self, Token};

/// File of the explanations, beside those of the dataset.
const FILE: &str = "unclaimed.json";
/// Words of context on each side of a number.
const CONTEXT: usize = 5;

/// Why a number is in no record.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Explanation {
    seed: String,
    paragraph: u16,
    /// The number, with or without its unit.
    token: String,
    why: Why,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Why {
    vi: String,
    en: String,
}

/// The explanations in the dataset's folder; none where the file is missing.
///
/// # Errors
/// A sentence that says what is wrong with the file.
pub(crate) fn read(seeds: &Path) -> Result<Option<Vec<Explanation>>, String> {
    let path = seeds.join(FILE);
    let json = match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        json => json.map_err(|error| format!("{} cannot be read: {error}", path.display()))?,
    };
    let mut explanations: Vec<Explanation> =
        serde_json::from_str(&json).map_err(|error| format!("{}: {error}", path.display()))?;
    for (explanation, number) in explanations.iter_mut().zip(1..) {
        if [&explanation.why.vi, &explanation.why.en].iter().any(|why| why.trim().is_empty()) {
            return Err(format!("{}: record {number}: why: expected words", path.display()));
        }
        explanation.token = normalized(&explanation.token);
    }
    Ok(Some(explanations))
}

/// How many numbers there are of each kind.
#[derive(Default)]
struct Counts {
    numbers: usize,
    claimed: usize,
    explained: usize,
}

/// Writes every number that no claim covers, text by text, and one line with the counts; returns
/// whether each is explained and each explanation is needed.
pub(crate) fn report(
    claims: &[Claim<'_>],
    texts: &[Text],
    explanations: Option<&[Explanation]>,
    out: &mut impl Write,
) -> io::Result<bool> {
    if explanations.is_none() {
        writeln!(out, "there is no {FILE}: nothing is explained")?;
    }
    let mut explainer = Explainer::new(explanations.unwrap_or_default());
    let mut counts = Counts::default();
    for text in texts {
        for (paragraph, number) in text.paragraphs.iter().zip(1..) {
            let tokens = all_tokens(paragraph);
            let claimed = claimed(claims, &text.seed, number, paragraph, &tokens);
            counts.numbers += tokens.len();
            counts.claimed += claimed.len();
            for (_, token) in tokens.iter().enumerate().filter(|(at, _)| !claimed.contains(at)) {
                let why = explainer.explain(&text.seed, number, paragraph, token);
                counts.explained += usize::from(why.is_some());
                let why = why.unwrap_or("NOT EXPLAINED");
                let context = context(paragraph, token);
                writeln!(out, "{}, paragraph {number}: {context}\n    {why}", text.seed)?;
            }
        }
    }
    let useless = explainer.useless();
    for problem in &useless {
        writeln!(out, "{problem}")?;
    }
    let Counts { numbers, claimed, explained } = counts;
    let unexplained = numbers - claimed - explained;
    writeln!(
        out,
        "{numbers} numbers in {} texts: {claimed} claimed, {explained} explained, {unexplained} \
         not explained; {} explanations match nothing",
        texts.len(),
        useless.len()
    )?;
    Ok(unexplained == 0 && useless.is_empty())
}

/// Numbers in digits and in words, in the order of the text.
fn all_tokens(paragraph: &str) -> Vec<Token> {
    let mut tokens = tokens::numbers(paragraph);
    tokens.extend(tokens::number_words(paragraph));
    tokens.sort_by_key(|token| token.number.start);
    tokens
}

/// Which of the tokens the claims on a paragraph cover.
///
/// Each figure claims a place of its own as far as there are enough: of "100%, 100%" one record
/// claims one. Names and dates may share theirs with others.
fn claimed(
    claims: &[Claim<'_>],
    seed: &str,
    number: u16,
    paragraph: &str,
    tokens: &[Token],
) -> BTreeSet<usize> {
    let mut choices: Vec<(bool, Vec<Vec<usize>>)> = claims
        .iter()
        .filter(|claim| claim.seed == seed && claim.paragraph == Some(number))
        .map(|claim| (claim.is_figure(), places(claim, paragraph, tokens)))
        .collect();
    // The claim with the fewest places chooses first: a longer figure's places are among those of a
    // shorter one that it contains.
    choices.sort_by_key(|(is_figure, places)| (!is_figure, places.len()));
    let mut covered = BTreeSet::new();
    for (_, places) in choices {
        let is_free = |place: &&Vec<usize>| place.iter().all(|at| !covered.contains(at));
        let has_free = |place: &&Vec<usize>| place.iter().any(|at| !covered.contains(at));
        let chosen = places.iter().find(is_free).or_else(|| places.iter().find(has_free)).cloned();
        covered.extend(chosen.unwrap_or_default());
    }
    covered
}

/// The tokens at each of the places where a claim's words stand.
fn places(claim: &Claim<'_>, paragraph: &str, tokens: &[Token]) -> Vec<Vec<usize>> {
    let Standing::Whole(places) = claim.standing(paragraph) else {
        return Vec::new();
    };
    let within = |place: &Range<usize>| -> Vec<usize> {
        let is_within =
            |token: &Token| place.start <= token.number.start && token.number.end <= place.end;
        (0..tokens.len()).filter(|&at| is_within(&tokens[at])).collect()
    };
    places.iter().map(within).collect()
}

/// The number in brackets among the words around it.
fn context(paragraph: &str, token: &Token) -> String {
    let (before, after) = (&paragraph[..token.figure.start], &paragraph[token.figure.end..]);
    let start = before.rmatch_indices(' ').nth(CONTEXT).map_or(0, |(at, _)| at + 1);
    let end = after.match_indices(' ').nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    let (left, right) =
        (if start > 0 { "… " } else { "" }, if end < after.len() { " …" } else { "" });
    let figure = &paragraph[token.figure.clone()];
    format!("{left}{}[{figure}]{}{right}", &before[start..], &after[..end])
}

/// Hands out explanations, and records which were used.
struct Explainer<'a> {
    explanations: &'a [Explanation],
    used: Vec<bool>,
}

impl<'a> Explainer<'a> {
    fn new(explanations: &'a [Explanation]) -> Self {
        Self { explanations, used: vec![false; explanations.len()] }
    }

    /// Why the number is in no record. The first of several alike explains the first such number
    /// of a paragraph, and the last of them all that are left.
    fn explain(
        &mut self,
        seed: &str,
        number: u16,
        paragraph: &str,
        token: &Token,
    ) -> Option<&'a str> {
        let written = [&paragraph[token.number.clone()], &paragraph[token.figure.clone()]];
        let fits = |e: &Explanation| {
            e.seed == seed && e.paragraph == number && written.contains(&e.token.as_str())
        };
        let fitting: Vec<usize> =
            (0..self.explanations.len()).filter(|&at| fits(&self.explanations[at])).collect();
        let at = *fitting.iter().find(|&&at| !self.used[at]).or(fitting.last())?;
        self.used[at] = true;
        Some(&self.explanations[at].why.en)
    }

    /// Explanations of numbers that are not in the text or that a record claims.
    fn useless(&self) -> Vec<Problem> {
        let unused =
            self.explanations.iter().zip(&self.used).zip(1..).filter(|((_, used), _)| !**used);
        unused
            .map(|((explanation, _), number)| {
                let Explanation { seed, paragraph, token, .. } = explanation;
                let expected =
                    format!("expected an unclaimed “{token}” in paragraph {paragraph} of {seed}");
                Problem::new(
                    FILE,
                    &format!("record {number}"),
                    "token",
                    format!("{expected}, found none"),
                )
            })
            .collect()
    }
}
