//! The parts of a placed chart.

use super::Role;

/// Weight of a text. The site has these two.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// Which end of a text stands at its x.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One thing to draw. Coordinates and lengths in CSS pixels, y downwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle.
    Rect {
        /// Where.
        area: Area,
        /// Colour.
        fill: Role,
    },
    /// A straight line.
    Line {
        /// Start.
        from: (f64, f64),
        /// End.
        to: (f64, f64),
        /// Colour.
        stroke: Role,
        /// Thickness.
        width: f64,
        /// Lengths of dash and gap; none for a solid line.
        dash: Option<(f64, f64)>,
    },
    /// A disc, or a ring around the page's own colour.
    Circle {
        /// Centre.
        center: (f64, f64),
        /// Radius to the middle of the line.
        radius: f64,
        /// Colour of the disc or of the ring.
        color: Role,
        /// Thickness of the ring; none for a disc.
        ring: Option<f64>,
    },
    /// A text on one line.
    Text {
        /// Anchor point on the baseline.
        at: (f64, f64),
        /// Which end stands there.
        anchor: Anchor,
        /// Size in pixels.
        size: f64,
        /// Weight.
        weight: Weight,
        /// Colour.
        fill: Role,
        /// The text, NFC.
        content: String,
    },
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A part of the chart that answers to pointer and keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub area: Area,
    /// Its place among the rows of the description it was made from.
    pub row: usize,
}

/// A chart with everything in its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// What to draw, back to front.
    pub marks: Vec<Mark>,
    /// What answers to pointer and keyboard, in reading order.
    pub targets: Vec<Target>,
    /// How far from a target the pointer may be and still mean it.
    pub reach: f64,
}

impl Placed {
    /// The target nearest to a point, by the distance to its area; none where every one is
    /// further off than the chart's reach. Of targets that share the point, the one whose middle
    /// is nearest.
    pub fn nearest(&self, (x, y): (f64, f64)) -> Option<&Target> {
        let distances = |target: &Target| {
            let Area { x: left, y: top, width, height } = target.area;
            let across = (left - x).max(x - left - width).max(0.0);
            let down = (top - y).max(y - top - height).max(0.0);
            let middle = (left + width / 2.0 - x).hypot(top + height / 2.0 - y);
            (across.hypot(down), middle)
        };
        let mut best: Option<((f64, f64), &Target)> = None;
        for target in &self.targets {
            let found = distances(target);
            if found.0 <= self.reach && best.is_none_or(|(least, _)| found < least) {
                best = Some((found, target));
            }
        }
        best.map(|(_, target)| target)
    }
}
