//! The dataset as files to download, in `data/`: CSV, the JSON files as they are entered, their
//! schemas, the terms, and a descriptor that names them all.

use std::error::Error;
use std::path::Path;

use ro_so::data::{Dataset, FILES};
use ro_so::export::{Content, Dialect, File, csv, data_package, schema_path, tables};

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
