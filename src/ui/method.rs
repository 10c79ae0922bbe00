//! How figures are read, and what the words mean.

use yew::Html;

use super::context::Ctx;
use super::element::{el, words};
use crate::text::Key;

/// The page.
pub(super) fn method(ctx: &Ctx) -> Html {
    el("header", "head", vec![words("h1", "", ctx.t(Key::Method))])
}
