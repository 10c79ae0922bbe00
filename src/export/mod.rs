//! The dataset in forms that other programs read: tidy tables, CSV, a Data Package descriptor.
//!
//! * [`tables`] turns the dataset into four tables; each column has one meaning.
//! * [`csv`] writes a table for any program, or for a Vietnamese Excel.
//! * [`data_package`] describes the files and their columns.
//!
//! * [`exhibit_table`], [`exhibit_json`], [`svg_file`] and the codes for articles export one
//!   comparison; [`query_in_picture`] reads the view back from a picture.
//!
//! Nothing here may import `state`, `web`, `ui`, a browser API or the file system.

mod comparison;
mod csv;
mod exhibit;
mod json;
mod package;
mod picture;
mod tables;
#[cfg(not(target_arch = "wasm32"))]
mod workbook;

pub use comparison::{exhibit_json, exhibit_table};
pub use csv::{Dialect, csv};
pub use exhibit::{
    FIGURE_WIDTH, HOST_SCRIPT, embed_code, embed_code_with_script, embed_code_with_source,
    figure_code, svg_file,
};
pub use package::{Content, File, data_package, schema_path};
pub use picture::{png_with_address, query_in_picture, svg_metadata};
pub use tables::{Cell, Column, Form, Table, tables};
#[cfg(not(target_arch = "wasm32"))]
pub use workbook::workbook_words;
