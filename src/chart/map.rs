//! The 63 provinces and cities as tiles of one size, each roughly where it lies, with Hoàng Sa and
//! Trường Sa in the colour of the unit that governs them. The key is a histogram, or says how much
//! is known.

mod classes;
mod key;

pub use classes::{class_limits, class_of};

use self::key::place_key;
use super::rows::hatch;
use super::{Anchor, Area, HitArea, Placed, Role, Spec, Weight, text_width, wrap};
use crate::data::Tile;
use crate::quantity::Unit;
use crate::text::NBSP;
use crate::view::Lang;

/// What is known of a tile.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shade {
    /// The step of its class, 1 to 7.
    Class(u8),
    /// A range: an interval over several classes, or one that only follows from a list.
    Several,
    /// Nothing.
    Nothing,
    /// Nothing, on a map where that is usual: plain grey instead of a hatch.
    Blank,
}

/// One province.
#[derive(Clone, Debug, PartialEq)]
pub struct MapTile {
    /// Where.
    pub tile: Tile,
    /// Name.
    pub name: String,
    /// The figure, short.
    pub label: String,
    /// Whether it only follows from a list.
    pub is_inferred: bool,
    /// What is known.
    pub shade: Shade,
    /// Whether it stands out.
    pub focus: bool,
    /// Its row in the exhibit, if it has one.
    pub row: Option<usize>,
}

/// An archipelago.
#[derive(Clone, Debug, PartialEq)]
pub struct MapMarker {
    /// Where.
    pub tile: Tile,
    /// Name.
    pub name: String,
    /// The unit that governs it.
    pub governed_by: String,
    /// What is known of that unit.
    pub shade: Shade,
}

/// What a map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapSpec {
    /// The provinces.
    pub tiles: Vec<MapTile>,
    /// The archipelagos.
    pub markers: Vec<MapMarker>,
    /// What the shades mean.
    pub key: MapKey,
    /// Language.
    pub lang: Lang,
}

/// What the shades of a map mean.
#[derive(Clone, Debug, PartialEq)]
pub enum MapKey {
    /// Classes of figures.
    Classes(MapClasses),
    /// How much is known of a place, the most first, in words.
    Known(Vec<(Shade, String)>),
}

/// The classes that figures fall into, from low to high.
#[derive(Clone, Debug, PartialEq)]
pub struct MapClasses {
    /// The limits between them.
    pub limits: Vec<f64>,
    /// The step of each class, one more than there are limits.
    pub steps: Vec<u8>,
    /// Unit of the figures.
    pub unit: Unit,
}

const GAP: f64 = 2.0;
/// Where tiles are small their names need every pixel.
const GAP_NARROW: f64 = 1.0;
/// Width of the sea for the archipelagos on a narrow map, in tiles.
const SEA_NARROW: f64 = 0.7;
/// From this width on, tiles have room for their figures.
const VALUES_FROM: f64 = 560.0;
/// Rows above the free corner at the left of the grid, which is rows seven to eleven.
const FREE_ROW: f64 = 6.0;

/// The printed figures that do not fit on a map of this width: "Hà Nội 0,8241 · Đà Nẵng 0,8012 …";
/// `None` if the tiles show them, and for any other picture.
pub fn figures_beside(spec: &Spec, width: f64) -> Option<String> {
    let Spec::Map(map) = spec else { return None };
    let tiles = map.tiles.iter().filter(|tile| !tile.label.is_empty() && !tile.is_inferred);
    let whole = |tile: &MapTile| format!("{} {}", tile.name, tile.label).replace(' ', "\u{a0}");
    let told: Vec<String> = tiles.map(whole).collect();
    (width < VALUES_FROM && !told.is_empty()).then(|| told.join(&format!("{NBSP}· ")))
}

/// Places a map at a width.
pub(super) fn place_map(spec: &MapSpec, width: f64) -> Placed {
    let grid = Grid::new(spec, width);
    let mut placed = Placed { width, reach: 4.0, ..Placed::default() };
    for tile in &spec.tiles {
        grid.place_tile(tile, &mut placed);
    }
    // The frame of a tile that stands out lies over its neighbours.
    for tile in spec.tiles.iter().filter(|tile| tile.focus) {
        frame(grid.area(tile.tile), &mut placed);
    }
    for marker in &spec.markers {
        grid.place_marker(marker, &mut placed);
    }
    let rows = spec.tiles.iter().map(|tile| tile.tile.row).max().unwrap_or(1);
    let bottom = f64::from(rows) * grid.tall;
    // On a wide map the key stands in the free corner west of the coast.
    let place = if grid.narrow {
        (0.0, bottom + 18.0, width.min(300.0))
    } else {
        (0.0, FREE_ROW * grid.tall + 8.0, 3.0 * grid.wide - 20.0)
    };
    let key_bottom = place_key(spec, place, width, &mut placed);
    placed.height = bottom.max(key_bottom) + 4.0;
    placed
}

struct Grid {
    narrow: bool,
    wide: f64,
    tall: f64,
    /// Number of columns of the provinces; `ends` has the last column of each row.
    columns: u8,
    ends: Vec<u8>,
    width: f64,
}

impl Grid {
    fn new(spec: &MapSpec, width: f64) -> Self {
        let narrow = width < VALUES_FROM;
        let columns = spec.tiles.iter().map(|tile| tile.tile.col).max().unwrap_or(7);
        // Room for the archipelagos beside the coast, in tiles.
        let share = if narrow { SEA_NARROW } else { 2.0 };
        let wide = (width / (f64::from(columns) + share)).min(82.0);
        let tall = if narrow { (wide * 1.15).clamp(42.0, 48.0) } else { (wide * 0.64).max(52.0) };
        let rows = spec.tiles.iter().map(|tile| tile.tile.row).max().unwrap_or(1);
        let end = |row: u8| {
            let tiles = spec.tiles.iter().filter(|tile| tile.tile.row == row);
            tiles.map(|tile| tile.tile.col).max().unwrap_or(0)
        };
        let ends = (0..=rows).map(end).collect();
        Self { narrow, wide, tall, columns, ends, width }
    }

    fn area(&self, tile: Tile) -> Area {
        let gap = if self.narrow { GAP_NARROW } else { GAP };
        Area {
            x: (f64::from(tile.col) - 1.0) * self.wide,
            y: (f64::from(tile.row) - 1.0) * self.tall,
            width: self.wide - gap,
            height: self.tall - gap,
        }
    }

    fn place_tile(&self, tile: &MapTile, placed: &mut Placed) {
        let area = self.area(tile.tile);
        shade(area, tile.shade, placed);
        let (fill, is_hatched) = match tile.shade {
            Shade::Class(step) => (Role::OnStep(step), false),
            Shade::Several => (Role::Ink, false),
            Shade::Nothing => (Role::NoDataText, true),
            Shade::Blank => (Role::NoDataText, false),
        };
        let (size, lines) = fitting(&tile.name, area, self.narrow);
        let height = size * 1.2;
        let block = lines.len() as f64 * height;
        // A wide tile has the figure below the name, a narrow one only the name.
        let first = if self.narrow {
            area.y + (area.height - block) / 2.0 + size * 0.92
        } else {
            area.y + 3.0 + size * 0.92
        };
        let (x, anchor) = if self.narrow {
            (area.x + area.width / 2.0, Anchor::Middle)
        } else {
            (area.x + 5.0, Anchor::Start)
        };
        for (at, line) in lines.iter().enumerate() {
            let at = (x, first + at as f64 * height);
            on_ground(at, anchor, size, Weight::Semibold, (fill, is_hatched), line, placed);
        }
        if !self.narrow {
            let at = (area.x + area.width - 5.0, area.y + area.height - 5.0);
            let room = area.width - 8.0;
            let size = fitted(&tile.label, room, 11.5, Weight::Regular);
            on_ground(
                at,
                Anchor::End,
                size,
                Weight::Regular,
                (fill, is_hatched),
                &tile.label,
                placed,
            );
        }
        placed.targets.extend(tile.row.map(|row| HitArea { area, row }));
    }

    /// A dotted frame with islands in the colour of the unit that governs them. Both names stand
    /// below it, or above where the coast leaves no room below.
    fn place_marker(&self, marker: &MapMarker, placed: &mut Placed) {
        let size = if self.narrow { 10.5 } else { 12.0 };
        let (wide, tall) = if self.narrow {
            ((SEA_NARROW * self.wide - 1.0).min(30.0), 26.0)
        } else {
            (self.wide, self.tall - 4.0)
        };
        let top = (f64::from(marker.tile.row) - 1.0) * self.tall;
        let area = Area { x: self.width - wide, y: top, width: wide, height: tall };
        dotted_frame(area, placed);
        islands(area, marker.shade, placed);
        let is_above = self.narrow && self.reaches_sea(marker.tile.row + 1);
        let beside = if is_above { marker.tile.row - 2 } else { marker.tile.row + 1 };
        let last = (beside..=beside + 1).filter_map(|row| self.ends.get(usize::from(row))).max();
        let room = self.width - f64::from(last.copied().unwrap_or(0)) * self.wide - 2.0;
        let room = room.min(if self.narrow { 76.0 } else { 2.0 * self.wide });
        let name = wrap(&marker.name, room, size, Weight::Semibold);
        let governed = wrap(&format!("({})", marker.governed_by), room, size, Weight::Regular);
        let count = (name.len() + governed.len()) as f64;
        // A name that is wider than its room is set smaller.
        let size = name
            .iter()
            .fold(size, |least, line| least.min(fitted(line, room, size, Weight::Semibold)));
        let lines = name
            .iter()
            .map(|line| (line, Weight::Semibold, Role::Ink))
            .chain(governed.iter().map(|line| (line, Weight::Regular, Role::Ink2)));
        let height = size * 1.25;
        let first = if is_above { top - 4.0 - (count - 1.0) * height } else { top + tall + height };
        for (at, (line, weight, fill)) in lines.enumerate() {
            let at = (self.width, first + at as f64 * height);
            placed.write(at, Anchor::End, size, weight, fill, line);
        }
    }

    /// Whether a row has a tile in the last column.
    fn reaches_sea(&self, row: u8) -> bool {
        self.ends.get(usize::from(row)).is_some_and(|end| *end == self.columns)
    }
}

fn dotted_frame(area: Area, placed: &mut Placed) {
    let corners = [
        (area.x + 0.5, area.y),
        (area.x + area.width - 0.5, area.y),
        (area.x + area.width - 0.5, area.y + area.height),
        (area.x + 0.5, area.y + area.height),
    ];
    for (from, to) in [(0, 1), (1, 2), (3, 2), (0, 3)] {
        if let (Some(from), Some(to)) = (corners.get(from), corners.get(to)) {
            placed.dashed(*from, *to, Role::Rule2, 1.0, Some((2.0, 2.0)));
        }
    }
}

/// The largest size at which a name fits its tile in two lines (three if narrow), and the lines.
fn fitting(name: &str, area: Area, narrow: bool) -> (f64, Vec<String>) {
    let (room, most) = if narrow { (area.width - 0.5, 3) } else { (area.width - 8.0, 2) };
    let mut size: f64 = if narrow && room < 40.0 { 10.0 } else { 12.5 };
    loop {
        let lines = wrap(name, room, size, Weight::Semibold);
        if !narrow && lines.len() > 1 {
            // Two lines leave room for the figure below them only if they are smaller.
            size = size.min(11.5);
        }
        let widest =
            lines.iter().map(|line| text_width(line, size, Weight::Semibold)).fold(0.0, f64::max);
        if (lines.len() <= most && widest <= room) || size <= 7.0 {
            return (size, lines);
        }
        size -= 0.25;
    }
}

/// The size, at most `size`, at which a text is no wider than `room`.
fn fitted(content: &str, room: f64, size: f64, weight: Weight) -> f64 {
    let wide = text_width(content, size, weight);
    if wide > room { size * room / wide } else { size }
}

/// A text, on a plain background if it stands on a hatch.
fn on_ground(
    at: (f64, f64),
    anchor: Anchor,
    size: f64,
    weight: Weight,
    (fill, is_hatched): (Role, bool),
    content: &str,
    placed: &mut Placed,
) {
    if is_hatched {
        let area = super::labels::text_area(at, anchor, size, weight, content);
        let area = Area { y: area.y + 1.0, height: area.height - 1.0, ..area };
        placed.rect(area, Role::NoData);
    }
    placed.write(at, anchor, size, weight, fill, content);
}

fn shade(area: Area, shade: Shade, placed: &mut Placed) {
    match shade {
        Shade::Class(step) => placed.rect(area, Role::Step(step)),
        Shade::Several => {
            // Hollow, as it has no single step; a border shows that it is a tile.
            placed.rect(area, Role::Rule2);
            let inner = Area {
                x: area.x + 1.0,
                y: area.y + 1.0,
                width: area.width - 2.0,
                height: area.height - 2.0,
            };
            placed.rect(inner, Role::Paper);
        }
        Shade::Nothing => hatch(area, placed),
        Shade::Blank => placed.rect(area, Role::NoData),
    }
}

fn frame(area: Area, placed: &mut Placed) {
    let Area { x, y, width, height } = area;
    let sides = [
        ((x, y), (x + width, y)),
        ((x, y + height), (x + width, y + height)),
        ((x, y), (x, y + height)),
        ((x + width, y), (x + width, y + height)),
    ];
    // Two lines, so that the frame shows on pale and on deep steps.
    for (stroke, width) in [(Role::Paper, 5.0), (Role::Ink, 2.5)] {
        for (from, to) in sides {
            placed.line(from, to, stroke, width);
        }
    }
}

/// Islands as small discs in the colour of the governing unit, if that is known.
fn islands(area: Area, shade: Shade, placed: &mut Placed) {
    const ISLANDS: [(f64, f64); 6] =
        [(0.25, 0.34), (0.44, 0.22), (0.52, 0.55), (0.74, 0.36), (0.83, 0.68), (0.34, 0.74)];
    for (x, y) in ISLANDS {
        let center = (area.x + area.width * x, area.y + area.height * y);
        // A line around each keeps the palest step visible on paper.
        let mut disc = |radius: f64, color: Role| placed.circle(center, radius, color, None);
        disc(3.5, Role::Rule2);
        disc(
            2.75,
            match shade {
                Shade::Class(step) => Role::Step(step),
                Shade::Several => Role::Paper,
                Shade::Nothing | Shade::Blank => Role::NoData,
            },
        );
    }
}
