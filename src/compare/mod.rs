//! What may be said about several figures together.
//!
//! The functions are named after the questions that readers ask:
//!
//! * May these be compared? [`judge`], with every reason.
//! * [`how_far_apart`], [`how_it_changed`], [`compute`] for any [`Operation`]: an [`Outcome`], that
//!   is, a judgement and then an interval or a typed refusal.
//! * What does the reader look at? [`ask`] makes a question of it; [`ranking`] answers with ordered
//!   rows, ranks as spans and what is missing; [`what_is_typical`] with median and spread.
//! * [`how_far_to_target`], and what it takes to get there in time.
//! * Does a national figure fit its two blocks? [`does_the_whole_fit`].
//! * [`what_became_of`] a unit, and [`figures_of_territory`] for a unit of today.
//! * [`what_it_may_be_compared_with`]: the figures from which a figure may be subtracted.
//! * What is known of a place? [`profile`], and [`side_by_side`] for the units it was made from.
//! * [`who_says_so`]: documents that summarise one report are one witness.
//! * Do the printed figures fit each other? [`evaluate`] recomputes what `checks.json` declares,
//!   [`findings`] discovers what nobody declared, [`checked`] sorts what needs attention first.
//! * What is known of a system? [`figures_of_system`], [`newest`].
//! * [`search`] finds places, indicators, systems and stories by what a reader types;
//!   [`figures_printed`] finds figures by how they are printed.
//! * [`story_judgement`] is the verdict on the two figures of a story; [`figures_of_story`] are all
//!   the figures that it uses.
//!
//! Pure: nothing here may import `text`, `chart`, `ui` or a browser API.
//!
//! [`Operation`]: crate::data::Operation

mod before;
mod blocks;
mod checks;
mod findings;
mod history;
mod neighbours;
mod outcome;
mod profile;
mod question;
mod ranking;
mod reason;
mod search;
mod silence;
mod sorting;
mod spread;
mod stories;
mod system;
mod tally;
mod target;
mod verdict;
pub mod vietnamese;
mod wholes;
mod witness;

pub use before::{SideBySide, printed_order, same_code, side_by_side};
pub use blocks::{Blocks, does_the_whole_fit};
pub use checks::{CheckVerdict, Recomputed, Undecided, evaluate};
pub use findings::{Finding, findings};
pub use history::{
    Combined, Territory, UnitHistory, figures_of_territory, units_meant, what_became_of,
};
pub use neighbours::{Neighbours, newer_figure, newest_date, what_it_may_be_compared_with};
pub use outcome::{Outcome, Withheld, compute, how_far_apart, how_it_changed, known};
pub use profile::{
    Measured, Profile, Standing, is_part_of_a_score, is_place, printed_figures, profile,
};
pub use question::{
    Missed, Question, Universe, ask, is_offered, offered_indicators, other_indicators, periods,
    universe_of, universes,
};
pub(crate) use ranking::order_key;
pub use ranking::{RankSpan, Ranking, Row, ranking};
pub use reason::{Reason, Severity};
pub use search::{Found, Hit, SearchIndex, Wanted, figures_printed, search};
pub use silence::Silence;
pub use sorting::sort_stably;
pub use spread::{NoSpread, Spread, simple_mean, spread, what_is_typical};
#[cfg(not(target_arch = "wasm32"))]
pub use stories::view_problems;
pub use stories::{
    documents_of_story, figures_of_story, holds_each_against_target, story_judgement,
};
pub use system::{figures_newest_first, figures_of_system, newest};
pub use tally::{Checked, VerdictKind, checked, systems_of_check};
pub use target::{TargetDistance, how_far_to_target, target_for, targets_of};
pub use verdict::{Judgement, Verdict, judge, reasons, weigh};
pub use witness::{Witness, who_says_so, witnesses};
