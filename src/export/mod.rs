//! The dataset in forms that other programs read: tidy tables, CSV, a Data Package descriptor.
//!
//! * [`tables`] lays the dataset out as four tables, one meaning a column.
//! * [`csv`] writes a table for any program, or for a Vietnamese Excel.
//! * [`data_package`] describes the files and their columns.
//!
//! So far only `src/bin/site` exports anything. Nothing is left out of the browser's build by hand:
//! what the page does not call never reaches its module.
//!
//! Nothing here may import `state`, `web`, `ui`, a browser API or the file system.

mod csv;
mod package;
mod tables;

pub use csv::{Dialect, csv};
pub use package::{Content, File, data_package, schema_path};
pub use tables::{Cell, Column, Form, Table, tables};
