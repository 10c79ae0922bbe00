//! What a chart of any form shows, before it is placed.

use super::bars::place_bars;
use super::dots::place_dots;
use super::lines::{LineSpec, place_lines};
use super::map::{MapSpec, place_map};
use super::multiples::{MultiplesSpec, place_multiples};
use super::progress::{ProgressSpec, place_progress};
use super::scatter::{ScatterSpec, place_scatter};
use super::slope::{SlopeSpec, place_slope};
use super::squares::{SquareSpec, place_squares};
use super::timeline::{TimelineSpec, place_timeline};
use super::{BarSpec, Placed};

/// One chart, not placed yet.
#[derive(Clone, Debug, PartialEq)]
pub enum Spec {
    /// Ranked bars.
    Bars(BarSpec),
    /// Dots with intervals.
    Dots(BarSpec),
    /// Lines over time.
    Lines(LineSpec),
    /// From one date to another.
    Slope(SlopeSpec),
    /// Progress to targets.
    Progress(ProgressSpec),
    /// Two indicators against each other.
    Scatter(ScatterSpec),
    /// The provinces as tiles.
    Map(MapSpec),
    /// A panel for each indicator.
    Multiples(MultiplesSpec),
    /// Counts out of a known whole, in a story.
    Squares(SquareSpec),
    /// Figures in chronological order without a common measure, in a story.
    Timeline(TimelineSpec),
}

/// Places a chart at a width in CSS pixels.
pub fn place(spec: &Spec, width: f64) -> Placed {
    match spec {
        Spec::Bars(spec) => place_bars(spec, width),
        Spec::Dots(spec) => place_dots(spec, width),
        Spec::Lines(spec) => place_lines(spec, width),
        Spec::Slope(spec) => place_slope(spec, width),
        Spec::Progress(spec) => place_progress(spec, width),
        Spec::Scatter(spec) => place_scatter(spec, width),
        Spec::Map(spec) => place_map(spec, width),
        Spec::Multiples(spec) => place_multiples(spec, width),
        Spec::Squares(spec) => place_squares(spec, width),
        Spec::Timeline(spec) => place_timeline(spec, width),
    }
}
