//! A platform or programme, and the list of them.

use yew::Html;

use super::context::Ctx;
use super::element::{el, words};
use crate::text::Key;

/// The page.
pub(super) fn system(ctx: &Ctx) -> Html {
    el("header", "head", vec![words("h1", "", ctx.t(Key::Systems))])
}
