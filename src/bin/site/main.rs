//! Turns what Trunk built into the site: renders the static pages from the components of the app,
//! names every file after its content, writes the Content-Security-Policy and the dataset for
//! download, compresses, and reports what each file weighs.
//!
//! Runs natively, as Trunk's `post_build` hook: `TRUNK_STAGING_DIR` names the folder to finish.
//! Called with a new folder, it writes the site of the last build again there, for another address:
//!
//! ```sh
//! RO_SO_SITE_URL=https://example.org/ro-so/ cargo run --bin site -- target/address
//! ```

mod assets;
mod budgets;
mod data;
mod document;
mod embeds;
mod files;
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
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use ro_so::compare::view_problems;
use ro_so::data::{Dataset, FILES, Files, Problem, load};

use crate::budgets::Exceeded;

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Plain words, one problem a line. If even that fails, nothing is left to do.
            writeln!(std::io::stderr(), "{error}").ok();
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Box<dyn Error>> {
    match std::env::args_os().nth(1) {
        Some(folder) => again(Path::new(&folder)),
        None => finish(),
    }
}

/// Finishes what Trunk has begun.
fn finish() -> Result<(), Box<dyn Error>> {
    let Some(out) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err("neither Trunk nor an argument names a folder".into());
    };
    assets::keep(&out)?;
    write(&out)?;
    assets::compress(&out, |_| true)?;
    let sizes = sizes::weighed(&out)?;
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "{}", sizes::report(&sizes)?)?;
    // A development build of the module is several times as heavy.
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        let Exceeded { module, mut rest } = budgets::exceeded(&sizes);
        // Without the small standard library the module cannot keep its budget.
        if std::env::var_os("RO_SO_SMALL_LIBRARY").is_some() {
            rest.extend(module);
        } else if !module.is_empty() {
            let lines = module.join("\n");
            writeln!(
                stdout,
                "heavier than the published site, which scripts/test builds:\n{lines}"
            )?;
        }
        kept(&rest)?;
    }
    Ok(())
}

/// Writes the site of the last build into a new folder. Its module was weighed then; the pages are
/// weighed again, because their addresses make them longer.
fn again(out: &Path) -> Result<(), Box<dyn Error>> {
    if out.exists() {
        return Err(format!("{} is there already", out.display()).into());
    }
    write(out)?;
    assets::compress(out, budgets::is_weighed_beside_module)?;
    kept(&budgets::exceeded(&sizes::weighed(out)?).rest)
}

/// Fails if budgets are exceeded, with a line for each.
fn kept(exceeded: &[String]) -> Result<(), Box<dyn Error>> {
    match exceeded {
        [] => Ok(()),
        lines => Err(format!("budgets:\n{}", lines.join("\n")).into()),
    }
}

/// Writes all files of the site, uncompressed.
fn write(out: &Path) -> Result<(), Box<dyn Error>> {
    let texts = read_seeds()?;
    let files = Files::from_texts(texts.each_ref().map(String::as_str));
    let dataset = checked(&files)?;
    let assets = assets::write(out, &files)?;
    data::write(out, &dataset, &texts)?;
    let icons = offline::icons(out)?;
    let dataset = Rc::new(dataset);
    pages::write(out, &dataset, &assets, &icons)?;
    offline::write(out, &dataset, &assets, &icons)
}

/// Texts of the files of `seeds/`, in the order of [`FILES`].
fn read_seeds() -> Result<[String; FILES.len()], String> {
    let mut texts = [const { String::new() }; FILES.len()];
    for (text, name) in texts.iter_mut().zip(FILES) {
        *text = files::read_text(format!("seeds/{name}"))?;
    }
    Ok(texts)
}

/// A site is never built from data with problems; the error names each.
fn checked(files: &Files<'_>) -> Result<Dataset, Box<dyn Error>> {
    let dataset = load(files).map_err(|problems| told(&problems))?;
    let problems = view_problems(&dataset);
    if problems.is_empty() { Ok(dataset) } else { Err(told(&problems).into()) }
}

fn told(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    format!("the dataset has {} problems:\n{}", lines.len(), lines.join("\n"))
}
