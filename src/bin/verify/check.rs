//! The check of every mention against the texts.

use std::io::{self, Write};

use ro_so::data::{Dataset, Layer, Problem};

use crate::agree::differences;
use crate::claims::Claim;
use crate::place::Standing;
use crate::printed::Printed;
use crate::texts::Text;
use crate::tokens;

/// How many numbers of a paragraph a line shows.
const SHOWN: usize = 12;

/// Writes a line for each mismatch and one with the counts; returns whether there was none.
pub(crate) fn report(
    dataset: &Dataset,
    claims: &[Claim<'_>],
    texts: &[Text],
    out: &mut impl Write,
) -> io::Result<bool> {
    let mut problems: Vec<Problem> =
        claims.iter().filter_map(|claim| mismatch(claim, texts)).collect();
    problems.extend(lists(dataset, texts));
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    let figures = claims.iter().filter(|claim| claim.is_figure()).count();
    let others = claims.len() - figures;
    let (texts, found) = (texts.len(), problems.len());
    writeln!(
        out,
        "{} mentions checked against {texts} texts ({figures} figures, {others} names and dates): \
         {found} do not fit",
        claims.len()
    )?;
    Ok(found == 0)
}

/// What is wrong with a mention, the first that is found.
fn mismatch(claim: &Claim<'_>, texts: &[Text]) -> Option<Problem> {
    let problem = |field: &str, expected: String| {
        let field = format!("{}.{field}", claim.field);
        Some(Problem::new(claim.file, claim.record, &field, expected))
    };
    let paragraph = match paragraph(texts, claim.seed, claim.paragraph) {
        Ok(paragraph) => paragraph,
        Err(expected) => return problem("paragraph", expected),
    };
    let printed = &claim.printed;
    let place = format!("paragraph {} of {}", claim.paragraph.unwrap_or_default(), claim.seed);
    match claim.standing(paragraph) {
        Standing::Whole(_) => {}
        Standing::Inside(larger) => {
            let larger = larger.join("”, “");
            let found = format!("expected “{printed}” in {place}, found it only within “{larger}”");
            return problem("printed", found);
        }
        Standing::Absent => {
            let found = instead(claim, paragraph, texts);
            return problem("printed", format!("expected “{printed}” in {place}, found {found}"));
        }
    }
    let said = claim.said?;
    match Printed::parse(printed) {
        Err(why) => problem("printed", format!("expected a figure, found “{printed}”: {why}")),
        Ok(read) => {
            let found = differences(read, said);
            let place = format!("“{printed}” in {place}");
            if found.is_empty() {
                None
            } else {
                problem("printed", format!("{place}: {}", found.join("; ")))
            }
        }
    }
}

/// The paragraph, or what is missing.
fn paragraph<'a>(texts: &'a [Text], seed: &str, number: Option<u16>) -> Result<&'a str, String> {
    let Some(text) = texts.iter().find(|text| text.seed == seed) else {
        return Err(format!("expected a text {seed}, found none in the folder"));
    };
    let Some(number) = number else {
        return Err(format!("expected the number of a paragraph of {seed}, found none"));
    };
    text.paragraph(number).ok_or_else(|| {
        let last = text.paragraphs.len();
        format!("expected a paragraph of {seed}, which ends with {last}, found {number}")
    })
}

/// What is found in place of a mention: the numbers of the paragraph, and the paragraphs of the
/// same text that print what the mention says.
fn instead(claim: &Claim<'_>, paragraph: &str, texts: &[Text]) -> String {
    let tokens = tokens::numbers(paragraph);
    let mut figures: Vec<&str> =
        tokens.iter().take(SHOWN).map(|token| &paragraph[token.figure.clone()]).collect();
    if tokens.len() > SHOWN {
        figures.push("…");
    }
    let numbers = if figures.is_empty() { "no number".to_owned() } else { figures.join(", ") };
    let elsewhere: Vec<String> = texts
        .iter()
        .filter(|text| text.seed == claim.seed)
        .flat_map(|text| text.paragraphs.iter().zip(1..))
        .filter(|(other, _)| matches!(claim.standing(other), Standing::Whole(_)))
        .map(|(_, number): (_, usize)| number.to_string())
        .collect();
    if elsewhere.is_empty() {
        return numbers;
    }
    format!("{numbers}; it stands in paragraph {}", elsewhere.join(", "))
}

/// Checks that the paragraphs which lists name exist.
fn lists(dataset: &Dataset, texts: &[Text]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for list in &dataset.lists {
        for (at, (source, number)) in list.mentions.iter().enumerate() {
            let document = dataset.document(source).filter(|d| d.layer == Layer::Reports);
            let Some(seed) = document.and_then(|document| document.seed.as_deref()) else {
                continue;
            };
            if let Err(expected) = paragraph(texts, seed, *number) {
                let field = format!("mentions[{at}].paragraph");
                problems.push(Problem::new("lists.json", &list.id, &field, expected));
            }
        }
    }
    problems
}
