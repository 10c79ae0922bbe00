//! Small drawings. The font lacks these signs, so they are paths.

use yew::Html;

use super::element::{el, with};
use crate::compare::{Verdict, VerdictKind};

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

/// An arrow out of a box: sharing.
pub(super) fn share() -> Html {
    icon("M12 15V3M8 7l4-4 4 4M5 12v8h14v-8")
}

/// A cross.
pub(super) fn cross() -> Html {
    icon("M6 6l12 12M18 6L6 18")
}

/// A magnifying glass.
pub(super) fn glass() -> Html {
    icon("M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5")
}

/// An arrow: from what was to what is.
pub(super) fn arrow() -> Html {
    icon("M3 12h17M14 6l6 6-6 6")
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
        Verdict::Comparable => EQUAL,
        Verdict::WithCare => NEARLY,
        Verdict::NotComparable => UNEQUAL,
    };
    el("span", "sign", vec![icon(path)])
}

/// The sign of a check's verdict: as [`sign`], or dots, a question mark, plus-minus, a division
/// sign.
pub(super) fn check_sign(kind: VerdictKind) -> Html {
    let path = match kind {
        VerdictKind::DoesNotFit => UNEQUAL,
        VerdictKind::NotFullyExplained => "M5 12h.1M12 12h.1M19 12h.1",
        VerdictKind::CannotBeDecided => "M8 8a4 4 0 1 1 6 4q-2 1-2 3M12 20h.1",
        VerdictKind::LastDigit => "M12 3v12M6 9h12M6 20h12",
        VerdictKind::AfterRounding => NEARLY,
        VerdictKind::Agrees => EQUAL,
        VerdictKind::ComputedHere => "M5 12h14M12 5h.1M12 19h.1",
    };
    el("span", "sign", vec![icon(path)])
}

const EQUAL: &str = "M5 9h14M5 15h14";
const NEARLY: &str = "M4 10q4-4 8-1t8-1M4 16q4-4 8-1t8-1";
const UNEQUAL: &str = "M5 9h14M5 15h14M16 4L8 20";
