//! Small drawings. The font lacks these signs, so they are paths.

use yew::Html;

use super::element::{el, with};
use crate::compare::Verdict;

fn icon(path: &'static str) -> Html {
    with(
        "svg",
        &["class", "viewBox", "aria-hidden"],
        vec![Some("i".into()), Some("0 0 24 24".into()), Some("true".into())],
        vec![with("path", &["d"], vec![Some(path.into())], Vec::new())],
    )
}

/// A page with lines: where a figure is printed.
pub(super) fn document() -> Html {
    icon("M6 3h9l4 4v14H6zM9 11h7M9 15h7")
}

/// A cross.
pub(super) fn cross() -> Html {
    icon("M6 6l12 12M18 6L6 18")
}

/// A magnifying glass.
pub(super) fn glass() -> Html {
    icon("M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5")
}

/// A sun.
pub(super) fn sun() -> Html {
    icon(
        "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
    )
}

/// A moon.
pub(super) fn moon() -> Html {
    icon("M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10z")
}

/// The sign of a verdict: equal, nearly equal, not equal.
pub(super) fn sign(verdict: Verdict) -> Html {
    let path = match verdict {
        Verdict::Comparable => "M5 9h14M5 15h14",
        Verdict::WithCare => "M4 10q4-4 8-1t8-1M4 16q4-4 8-1t8-1",
        Verdict::NotComparable => "M5 9h14M5 15h14M16 4L8 20",
    };
    el("span", "sign", vec![icon(path)])
}
