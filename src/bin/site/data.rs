//! The dataset as files to download, in `data/`: CSV, the JSON files as they are entered, their
//! schemas, the terms, and a descriptor that names them all; beside it, the figures of each story.

use std::error::Error;
use std::path::Path;

use ro_so::compare::figures_of_story;
use ro_so::data::{Dataset, FILES, Story};
use ro_so::export::{Cell, Content, Dialect, File, Table, csv, data_package, schema_path, tables};

use crate::assets::sha256;
use crate::files;

const TERMS: &str = "DATA-TERMS.md";

/// Writes the folder. The names in it stay the same in every build, because others link to them.
pub(crate) fn write(
    out: &Path,
    dataset: &Dataset,
    seeds: &[String; FILES.len()],
) -> Result<(), Box<dyn Error>> {
    let folder = out.join("data");
    let mut listed = Vec::new();
    let mut put = |path: String, text: &str, content| {
        files::write(folder.join(&path), text)?;
        listed.push(File { path, bytes: text.len(), sha256: sha256(text.as_bytes()), content });
        Ok::<(), String>(())
    };
    let tables = tables(dataset);
    for (at, table) in tables.iter().enumerate() {
        let dialect = Dialect::International;
        put(format!("{}.csv", table.name), &csv(table, dialect), Content::Table(at, dialect))?;
    }
    let dialect = Dialect::Vietnamese;
    let [figures, ..] = &tables;
    put(format!("{}.vi.csv", figures.name), &csv(figures, dialect), Content::Table(0, dialect))?;
    // Cuts of the figures, so the descriptor does not list them.
    for story in &dataset.stories {
        let told = of_story(figures, dataset, story);
        for (ending, dialect) in [("csv", Dialect::International), ("vi.csv", Dialect::Vietnamese)]
        {
            let path = folder.join(format!("stories/{}.{ending}", story.id));
            files::write(path, csv(&told, dialect))?;
        }
    }
    for (name, text) in FILES.into_iter().zip(seeds) {
        put(name.to_owned(), text, Content::Json)?;
        let schema = schema_path(name);
        files::copy(format!("seeds/{schema}"), folder.join(&schema))?;
    }
    files::copy(TERMS, folder.join(TERMS))?;
    let descriptor = data_package(dataset, &tables, &listed, TERMS);
    let text = serde_json::to_string_pretty(&descriptor)? + "\n";
    files::write(folder.join("datapackage.json"), text)?;
    Ok(())
}

/// The rows of the table of figures that a story tells.
fn of_story(figures: &Table, dataset: &Dataset, story: &Story) -> Table {
    let told = figures_of_story(dataset, story);
    let is_told = |id: &Cell| matches!(id, Cell::Text(id) if told.iter().any(|o| *o.id == **id));
    let rows = figures.rows.iter().zip(figures.column("observation"));
    let rows = rows.filter(|(_, id)| is_told(id)).map(|(row, _)| row.clone()).collect();
    Table { rows, ..figures.clone() }
}
