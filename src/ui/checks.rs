//! The identities between printed figures, recomputed.

use yew::Html;

use super::context::Ctx;
use super::element::{el, words};
use crate::text::Key;

/// The page.
pub(super) fn checks(ctx: &Ctx) -> Html {
    el("header", "head", vec![words("h1", "", ctx.t(Key::Checks))])
}
