//! What was corrected, and how to report an error.

use yew::Html;

use super::context::Ctx;
use super::element::{el, words};
use crate::text::Key;

/// The page.
pub(super) fn corrections(ctx: &Ctx) -> Html {
    el("header", "head", vec![words("h1", "", ctx.t(Key::Corrections))])
}
