//! Turns what Trunk built into the site: renders the static pages from the components of the app,
//! names every file after its content, writes the Content-Security-Policy and the dataset to take
//! away, compresses, and reports what each file weighs.
//!
//! Runs natively, as Trunk's `post_build` hook: `TRUNK_STAGING_DIR` names the folder to finish.

mod assets;
mod budgets;
mod data;
mod document;
mod embeds;
mod head;
mod headers;
mod loading;
mod lost;
mod names;
mod offline;
mod onefile;
mod pages;
mod plan;
mod policy;
mod preview;
mod said;
mod sizes;
mod styles;

use std::error::Error;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use ro_so::compare::view_problems;
use ro_so::data::{Dataset, FILES, Files, Problem, load};

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Plain words, a problem a line; nothing is left to do where even that fails.
            writeln!(std::io::stderr(), "{error}").ok();
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var("TRUNK_STAGING_DIR").unwrap_or_else(|_| "dist".into()));
    let texts = read_seeds()?;
    let files = Files::from_texts(texts.each_ref().map(String::as_str));
    let dataset = checked(&files)?;
    let assets = assets::write(&out, &files)?;
    data::write(&out, &dataset, &texts)?;
    let icons = offline::icons(&out)?;
    let dataset = Rc::new(dataset);
    pages::write(&out, &dataset, &assets, &icons)?;
    offline::write(&out, &dataset, &assets, &icons)?;
    assets::compress(&out)?;
    let (report, sizes) = sizes::report(&out)?;
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "{report}")?;
    // A module built for its developer is several times as heavy.
    let is_for_readers = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let over = budgets::exceeded(&sizes);
    if is_for_readers && !over.is_empty() {
        return Err(format!("budgets:\n{}", over.join("\n")).into());
    }
    Ok(())
}

/// Texts of the files of `seeds/`, in the order of [`FILES`].
fn read_seeds() -> Result<[String; FILES.len()], Box<dyn Error>> {
    let mut texts = [const { String::new() }; FILES.len()];
    for (text, name) in texts.iter_mut().zip(FILES) {
        *text = std::fs::read_to_string(format!("seeds/{name}"))
            .map_err(|error| format!("seeds/{name}: {error}"))?;
    }
    Ok(texts)
}

/// A site is never built from data with problems; each is named.
fn checked(files: &Files<'_>) -> Result<Dataset, Box<dyn Error>> {
    let dataset = load(files).map_err(|problems| told(&problems))?;
    let problems = view_problems(&dataset);
    if problems.is_empty() { Ok(dataset) } else { Err(told(&problems).into()) }
}

fn told(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("the dataset has {} problems:\n{}", lines.len(), lines.join("\n"))
}
