//! Placed charts: where every mark and every label stands, in CSS pixels.
//!
//! An [`Exhibit`] is everything that one comparison shows; its [`Spec`] is placed by [`place`]. One
//! placed chart serves the canvas, the SVG, hit testing and the spoken text. Text is measured
//! with the advance widths of the site's own font, so that browser and build agree; colours are
//! [`Role`]s that a theme resolves.
//!
//! Nothing here may import `render`, `state`, `web`, `ui`, plotters or a browser API.

mod asked;
mod bars;
mod breaks;
mod build;
mod dots;
mod exhibit;
mod exhibit_bars;
mod exhibit_dots;
mod exhibit_map;
mod exhibit_multiples;
mod exhibit_progress;
mod exhibit_scatter;
mod exhibit_time;
mod flags;
mod history;
mod labels;
mod legend;
mod lines;
mod map;
mod measure;
mod missing;
mod motion;
mod multiples;
mod placed;
mod profile_ruler;
mod progress;
mod rows;
mod ruler;
mod scale;
mod scatter;
mod sheet;
mod slope;
mod spec;
mod squares;
mod story;
mod symbol;
mod tabs;
pub mod theme;
mod time;
mod timeline;
mod widths;

pub use build::{entity_role, panel_bars, ranking_bars};
pub use exhibit::{Exhibit, ExhibitRow, RowRole, exhibit};
pub use legend::{Swatch, has_signs, legend};
pub use lines::{Emphasis, LineSpec, Link, Point, Series};
pub use map::{
    MapClasses, MapKey, MapMarker, MapSpec, MapTile, Shade, class_limits, class_of, figures_beside,
};
pub use measure::{DESCENT_EM, text_width, wrap, wrap_address};
pub use missing::{Missing, MissingUnit};
pub use motion::Motion;
pub use multiples::{MultiplesPanel, MultiplesSpec};
pub use placed::{Anchor, Area, HitArea, Mark, Placed, Weight, distance};
pub use profile_ruler::{ProfileRuler, RulerMark, place_profile_ruler};
pub use progress::{ProgressRow, ProgressSpec};
pub use rows::{BarRow, BarSpec, RefLine};
pub use ruler::{fits_ruler, place_ruler};
pub use scale::Scale;
pub use scatter::{Dot, ScatterAxis, ScatterSpec};
pub use sheet::{PHONE_SHEET_WIDTH, SHEET_WIDTH, place_sheet, place_story};
pub use slope::SlopeSpec;
pub use spec::{Spec, place};
pub use squares::{SquareRow, SquareSpec};
pub use story::{picture_in_words, story_picture};
pub use symbol::{Known, Shape, Side, entity_shape};
pub use tabs::{TabRefusal, offered_tabs, second_indicators};
pub use theme::Role;
pub use timeline::{Moment, TimelineSpec};

/// The widths that charts are placed at. A container takes the widest that fits, so the golden
/// tests cover every drawing on screen.
pub const WIDTHS: [u16; 7] = [256, 288, 328, 358, 480, 600, 740];

/// The widest of `widths` (in ascending order) that fits into `available` CSS pixels; the narrowest
/// if none fits.
pub fn width_class(widths: &[u16], available: f64) -> u16 {
    let fitting = widths.iter().rfind(|width| f64::from(**width) <= available + 0.5);
    fitting.or(widths.first()).copied().unwrap_or_default()
}
