//! Checks every figure of the dataset against the texts that print it.
//!
//! `verify FOLDER` looks each mention of the reports layer up in the texts of FOLDER: whether the
//! paragraph exists, whether it holds what the record calls printed, as a whole, and whether the
//! words and digits say what the record says. `verify --unclaimed FOLDER` goes the other way: it
//! lists every number of the texts that no record claims.
//!
//! Exit codes: 0 all is well, 1 something does not fit, 2 nothing could be checked.

mod agree;
mod check;
mod claims;
mod place;
mod printed;
mod texts;
mod tokens;
mod unclaimed;

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use ro_so::data::{Dataset, FILES, Files, load};

const USAGE: &str = "usage: verify [--unclaimed] [--seeds DIR] FOLDER

    FOLDER         holds the texts of the reports: 000_….txt, 001_….txt and so on
    --unclaimed    list the numbers of the texts that no record claims
    --seeds DIR    where the dataset lies; seeds/ of the current folder without it";

/// Why nothing could be checked, in a sentence.
type Failure = String;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut out = io::stdout().lock();
    match run(&arguments, &mut out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(failure) => {
            // Where even this cannot be written, the exit code still tells.
            writeln!(io::stderr(), "{failure}").ok();
            ExitCode::from(2)
        }
    }
}

/// What the command line asks for.
enum Wish {
    Usage,
    Check { only_unclaimed: bool, seeds: PathBuf, folder: PathBuf },
}

/// Does what the command line asks for; returns whether all was well.
fn run(arguments: &[String], out: &mut impl Write) -> Result<bool, Failure> {
    let (only_unclaimed, seeds, folder) = match wish(arguments)? {
        Wish::Usage => return writeln!(out, "{USAGE}").map(|()| true).map_err(unwritten),
        Wish::Check { only_unclaimed, seeds, folder } => (only_unclaimed, seeds, folder),
    };
    let texts = texts::read(&folder)?;
    let dataset = read_dataset(&seeds)?;
    let claims = claims::all(&dataset);
    if only_unclaimed {
        let explanations = unclaimed::read(&seeds)?;
        unclaimed::report(&claims, &texts, explanations.as_deref(), out).map_err(unwritten)
    } else {
        check::report(&dataset, &claims, &texts, out).map_err(unwritten)
    }
}

fn unwritten(error: io::Error) -> Failure {
    format!("the report could not be written: {error}")
}

fn wish(arguments: &[String]) -> Result<Wish, Failure> {
    let mut only_unclaimed = false;
    let mut seeds = PathBuf::from("seeds");
    let mut folder = None;
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "-h" | "--help" => return Ok(Wish::Usage),
            "--unclaimed" => only_unclaimed = true,
            "--seeds" => {
                seeds = rest.next().ok_or(format!("--seeds needs a folder\n{USAGE}"))?.into();
            }
            option if option.starts_with('-') => {
                return Err(format!("there is no option {option}\n{USAGE}"));
            }
            _ if folder.is_some() => return Err(format!("expected one folder\n{USAGE}")),
            path => folder = Some(PathBuf::from(path)),
        }
    }
    let folder = folder.ok_or(format!("expected the folder of the texts\n{USAGE}"))?;
    Ok(Wish::Check { only_unclaimed, seeds, folder })
}

/// Figures are looked up only from data without problems; the error names each.
fn read_dataset(seeds: &Path) -> Result<Dataset, Failure> {
    let mut texts = [const { String::new() }; FILES.len()];
    for (text, name) in texts.iter_mut().zip(FILES) {
        let path = seeds.join(name);
        *text = fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    }
    load(&Files::from_texts(texts.each_ref().map(String::as_str))).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        format!("the dataset has {} problems:\n{}", lines.len(), lines.join("\n"))
    })
}
