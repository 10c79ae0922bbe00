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

/// Which part of a text is at its x.
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
    /// A disc, or a ring filled with the page's own colour.
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
    /// A line through several points.
    Path {
        /// The points, two at least.
        points: Vec<(f64, f64)>,
        /// Colour.
        stroke: Role,
        /// Thickness.
        width: f64,
        /// Lengths of dash and gap; none for a solid line.
        dash: Option<(f64, f64)>,
    },
    /// A filled polygon.
    Polygon {
        /// Its corners.
        points: Vec<(f64, f64)>,
        /// Colour.
        fill: Role,
    },
    /// A text on one line.
    Text {
        /// Anchor point on the baseline.
        at: (f64, f64),
        /// Which part of the text is there.
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

impl Mark {
    /// The same mark further right and down.
    pub(super) fn shifted(mut self, across: f64, down: f64) -> Self {
        let shift = |point: &mut (f64, f64)| {
            point.0 += across;
            point.1 += down;
        };
        match &mut self {
            Self::Rect { area, .. } => *area = area.shifted(across, down),
            Self::Line { from, to, .. } => {
                shift(from);
                shift(to);
            }
            Self::Circle { center, .. } => shift(center),
            Self::Path { points, .. } | Self::Polygon { points, .. } => {
                points.iter_mut().for_each(shift);
            }
            Self::Text { at, .. } => shift(at),
        }
        self
    }
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

/// The distance between two points. (`f64::hypot`, which guards against overflow, is a routine of
/// its own in the module; pixels are in no danger.)
pub fn distance(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    (across * across + down * down).sqrt()
}

impl Area {
    pub(super) fn shifted(self, across: f64, down: f64) -> Self {
        Self { x: self.x + across, y: self.y + down, ..self }
    }

    /// The same rectangle, wider by `reach` on all sides.
    pub(super) fn grown(self, reach: f64) -> Self {
        let Self { x, y, width, height } = self;
        let (width, height) = (width + 2.0 * reach, height + 2.0 * reach);
        Self { x: x - reach, y: y - reach, width, height }
    }

    /// The square around a point.
    pub(super) fn around((x, y): (f64, f64), reach: f64) -> Self {
        Self { x: x - reach, y: y - reach, width: 2.0 * reach, height: 2.0 * reach }
    }
}

/// A part of the chart that answers to pointer and keyboard.
#[derive(Clone, Debug, PartialEq)]
pub struct HitArea {
    /// Where.
    pub area: Area,
    /// Index of its row among those of the exhibit, or of the spec in a story.
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
    pub targets: Vec<HitArea>,
    /// How far from a target the pointer may be and still mean it.
    pub reach: f64,
}

impl Placed {
    /// Draws a filled rectangle.
    pub(super) fn rect(&mut self, area: Area, fill: Role) {
        self.marks.push(Mark::Rect { area, fill });
    }

    /// Draws a solid line of a thickness.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Role, width: f64) {
        self.dashed(from, to, stroke, width, None);
    }

    /// Draws a line with the lengths of dash and gap; a solid one without.
    pub(super) fn dashed(
        &mut self,
        from: (f64, f64),
        to: (f64, f64),
        stroke: Role,
        width: f64,
        dash: Option<(f64, f64)>,
    ) {
        self.marks.push(Mark::Line { from, to, stroke, width, dash });
    }

    /// Draws a disc, or a ring of a thickness.
    pub(super) fn circle(
        &mut self,
        center: (f64, f64),
        radius: f64,
        color: Role,
        ring: Option<f64>,
    ) {
        self.marks.push(Mark::Circle { center, radius, color, ring });
    }

    /// Draws a line through two or more points, dashed if it has lengths of dash and gap.
    pub(super) fn path(
        &mut self,
        points: Vec<(f64, f64)>,
        stroke: Role,
        width: f64,
        dash: Option<(f64, f64)>,
    ) {
        self.marks.push(Mark::Path { points, stroke, width, dash });
    }

    /// Draws a filled polygon.
    pub(super) fn polygon(&mut self, points: Vec<(f64, f64)>, fill: Role) {
        self.marks.push(Mark::Polygon { points, fill });
    }

    /// Writes a text on one line, anchored to a point on its baseline.
    pub(super) fn write(
        &mut self,
        at: (f64, f64),
        anchor: Anchor,
        size: f64,
        weight: Weight,
        fill: Role,
        content: &str,
    ) {
        let content = content.to_owned();
        self.marks.push(Mark::Text { at, anchor, size, weight, fill, content });
    }

    /// The target nearest to a point, by the distance to its area; none if all are further away
    /// than the chart's reach. Of targets that share the point, the one whose middle is nearest.
    pub fn nearest(&self, (x, y): (f64, f64)) -> Option<&HitArea> {
        let distances = |target: &HitArea| {
            let Area { x: left, y: top, width, height } = target.area;
            let across = (left - x).max(x - left - width).max(0.0);
            let down = (top - y).max(y - top - height).max(0.0);
            let middle = (left + width / 2.0, top + height / 2.0);
            (distance((0.0, 0.0), (across, down)), distance((x, y), middle))
        };
        let mut best: Option<((f64, f64), &HitArea)> = None;
        for target in &self.targets {
            let found = distances(target);
            if found.0 <= self.reach && best.is_none_or(|(least, _)| found < least) {
                best = Some((found, target));
            }
        }
        best.map(|(_, target)| target)
    }

    /// The index of the target beside another in a direction: (1, 0) is to the right, (0, 1) below.
    /// Targets that lie more aside than ahead do not count.
    pub fn beside(&self, at: usize, (right, down): (f64, f64)) -> Option<usize> {
        let middle = |area: Area| (area.x + area.width / 2.0, area.y + area.height / 2.0);
        let from = middle(self.targets.get(at)?.area);
        let mut best: Option<(f64, usize)> = None;
        for (other, target) in self.targets.iter().enumerate() {
            let to = middle(target.area);
            let (x, y) = (to.0 - from.0, to.1 - from.1);
            let (ahead, aside) = (x * right + y * down, (x * down + y * right).abs());
            // A target straight ahead comes before a nearer one that lies aside.
            let far = ahead + 2.0 * aside;
            if ahead > 1.0 && aside <= ahead && best.is_none_or(|(least, _)| far < least) {
                best = Some((far, other));
            }
        }
        best.map(|(_, other)| other)
    }
}
