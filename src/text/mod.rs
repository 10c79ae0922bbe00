//! Figures and findings in words, in Vietnamese and in English.
//!
//! * [`Key`] holds every fixed string of the interface; a missing translation does not compile.
//! * [`number`], [`figure`] and [`period`] write values as a newspaper would.
//! * `reason`, [`finding`] and [`coverage`] make sentences from judgements and rankings, `check`
//!   from checks, `citation` from one figure, `outcome` from operations, `gap` from a difference,
//!   `unit` from the history of units, `discovered` from findings, `place` from a profile.
//!
//! A word that belongs to a number follows a no-break space; `%` follows the number directly.
//! Nothing here may import `chart`, `ui` or a browser API.

mod check;
mod citation;
mod coverage;
mod discovered;
mod figure;
mod finding;
mod gap;
mod hit;
mod key;
mod kind;
mod measure;
mod name;
mod number;
mod outcome;
mod period;
mod place;
mod reason;
mod several;
mod target;
mod trend;
mod unit;

pub use check::{
    SumPart, check_detail, check_sentence, check_sum, check_verdict, count_of_checks, undecided,
};
pub use citation::{age, by_layer, citation, cited_document, cited_sources, report};
pub use coverage::{NAMED, coverage, of_silent, stood_for, units_name};
pub use discovered::{finding_sentence, numbered_paragraphs, spread_sentence, witnesses_sentence};
pub use figure::{computed, figure, interval};
pub use finding::{finding, first_sentence, rank, rank_of, title};
pub use gap::gap;
pub use hit::hit_lines;
pub use key::Key;
pub use kind::{layer_key, measure_name, operation_name, short_layer_key, theme_name};
pub use measure::{
    allowed, beside_time, figure_of, known, known_briefly, marked_inferred, marked_partial,
    measured_when, mention_place, nature, printed_in, unit_words,
};
pub use name::{
    full_name_inside, label_of, list_of_units, name_inside, name_of, new_name_inside, official_of,
    target_name,
};
pub use name::{joined as list_of_texts, list as list_of_names};
pub use number::{NBSP, number};
pub use outcome::{onward, outcome_sentence, with_thing};
pub use period::{
    base_period, date, due, due_date, inferred_part, listed_time, moment, month_short, period,
    prints_its_time, span_of_time, time_marked, time_of, time_or_target, when,
};
pub use place::{
    named_sentence, place_kind, printed_rank_sentence, profile_sentence, rank_held, rank_line,
    region_sentence, silence_sentence, time_behind,
};
pub use reason::{kind_name, reason_label, reason_sentence, reason_side, refusal, verdict};
pub use several::highest_of_two;
pub use target::{mean_and_leaning, target_sentence};
pub use trend::{change, highest_and_lowest, in_between};
pub use unit::{
    counted_words, dated_name, existence, history_sentence, is_principal, now_part_of,
    renamed_sentence, territory_sentence, why_apart,
};
