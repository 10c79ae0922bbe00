//! The Yew components. The browser mounts [`App`] live; `src/bin/site` renders the same
//! components natively into the static pages, with charts as SVG.
//!
//! Nothing here may be imported by another layer; this one may import all of them.
//!
//! Rules: no `style` attribute (the Content-Security-Policy refuses it), no raw HTML in the
//! browser (Trusted Types refuse it), no string that is not a [`crate::text::Key`] or a sentence
//! of `text`.

mod app;
mod check_row;
mod checks;
mod combobox;
mod context;
mod corrections;
mod dialog;
mod drawer;
mod drawn;
mod element;
mod embed;
mod embed_codes;
mod explorer;
mod explorer_controls;
mod figures;
mod frame;
mod handed;
mod header;
mod icons;
mod kept;
mod mentions;
mod method;
mod neighbours;
mod not_found;
mod paint;
mod place;
mod plot;
mod search_box;
mod search_dialog;
mod sources;
mod start;
mod still;
mod stories;
mod story;
mod surface;
mod system;
mod system_figures;
mod tabs;
mod take;
mod verdict;

#[cfg(not(target_arch = "wasm32"))]
pub use app::markup;
pub use app::{App, AppProps};
pub use start::start;
