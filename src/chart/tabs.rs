//! Which ways of looking a comparison offers, the best first, and why some of them are closed.

use super::asked::Asked;
use crate::data::Dataset;
use crate::view::{Lang, Tab, View};

/// Why a tab cannot be drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TabRefusal {
    /// Fewer than two units of one kind have a figure of one time.
    OneUnit,
}

impl TabRefusal {
    /// The reason as a sentence.
    pub fn sentence(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            Self::OneUnit => (
                "Chưa có hai nơi cùng cấp có số của cùng một kỳ: không xếp thứ tự được.",
                "No two places of one level have a figure of one period: nothing to put in order.",
            ),
        };
        match lang {
            Lang::Vi => vi,
            Lang::En => en,
        }
    }
}

/// The tabs of a comparison: the one that answers the question best first, then the others in
/// their fixed order. The table can always be drawn.
pub fn offered_tabs(dataset: &Dataset, view: &View) -> Vec<(Tab, Result<(), TabRefusal>)> {
    // Which tabs can be drawn does not depend on the language.
    let Some(asked) = Asked::new(dataset, view, Lang::default()) else { return Vec::new() };
    offered(&asked)
}

pub(super) fn offered(asked: &Asked<'_>) -> Vec<(Tab, Result<(), TabRefusal>)> {
    let mut tabs: Vec<_> = ORDER.into_iter().map(|tab| (tab, possible(asked, tab))).collect();
    let best = preferred(asked).find(|tab| possible(asked, *tab).is_ok()).unwrap_or(Tab::Table);
    if let Some(at) = tabs.iter().position(|(tab, _)| *tab == best) {
        let found = tabs.remove(at);
        tabs.insert(0, found);
    }
    tabs
}

const ORDER: [Tab; 2] = [Tab::Bars, Tab::Table];

/// Tabs in the order in which they answer what is asked, those that never come first left out.
fn preferred(_: &Asked<'_>) -> impl Iterator<Item = Tab> {
    [Tab::Bars].into_iter()
}

fn possible(asked: &Asked<'_>, tab: Tab) -> Result<(), TabRefusal> {
    match tab {
        Tab::Bars if asked.order.is_none() => Err(TabRefusal::OneUnit),
        _ => Ok(()),
    }
}
