//! How a preview is laid out: headline above, figures in the middle, finding and sources below.

use ro_so::chart::{
    Anchor, Area, Mark, Placed, Role, Weight, entity_role, fits_ruler, place_ruler, text_width,
    wrap,
};
use ro_so::compare::vietnamese::{capitalised, uncapitalised};
use ro_so::compare::{Verdict, judge};
use ro_so::data::{Dataset, Kind, Observation, Operation};
use ro_so::render::{Paint, svg};
use ro_so::text::{Key, NBSP, due, figure, full_name_inside, label_of, period};
use ro_so::view::Lang;

/// Size of the picture in its own units.
pub(super) const SIZE: (f64, f64) = (600.0, 315.0);
pub(super) const MARGIN: f64 = 34.0;
/// Width between the margins.
pub(super) const INNER: f64 = SIZE.0 - 2.0 * MARGIN;
/// Width of a figure's scale and of its description.
const WIDE: f64 = 250.0;
/// From the middle to the edge of a figure, and to the edge of the square.
const APART: f64 = 12.0;
const HALF: f64 = 150.0;
/// Size of the largest figure.
const LARGEST: f64 = 42.0;
/// Where a figure would be smaller, its word stands above it.
const SMALLEST: f64 = 24.0;

/// A picture that is being laid out.
pub(super) struct Sheet {
    pub placed: Placed,
    /// The figures, and their markup.
    pub blocks: Vec<Block>,
    inside: String,
    /// What it shows, in words.
    pub label: String,
    /// Where the content above ends, and where the finding begins.
    pub bottom: f64,
    pub foot: f64,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub size: f64,
    pub weight: Weight,
    pub fill: Role,
}

pub(super) const BRAND: Style = Style { size: 11.0, weight: Weight::Semibold, fill: Role::Ink };
pub(super) const TITLE: Style = Style { size: 26.0, weight: Weight::Semibold, fill: Role::Ink };
pub(super) const LABEL: Style = Style { size: 10.0, weight: Weight::Regular, fill: Role::Ink2 };
pub(super) const FINDING: Style = Style { size: 11.5, weight: Weight::Regular, fill: Role::Ink };
pub(super) const SOURCE: Style = Style { size: 8.5, weight: Weight::Regular, fill: Role::Ink2 };

impl Sheet {
    /// A sheet with only the rule and the tab of every frame.
    pub(super) fn new(label: String) -> Self {
        let (width, height) = SIZE;
        let marks = vec![
            rect(0.0, 0.0, width, height, Role::Paper),
            rect(MARGIN, 18.0, INNER, 2.0, Role::Ink),
            rect(MARGIN, 20.0, 44.0, 6.0, Role::Disc),
        ];
        let placed = Placed { width, height, marks, ..Placed::default() };
        let inside = String::new();
        Self { placed, inside, blocks: Vec::new(), label, bottom: 46.0, foot: height }
    }

    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, style: Style, content: &str) {
        self.placed.marks.push(set(at, anchor, style, content));
    }

    /// Adds the figures, large, with their scales and descriptions, in the middle of the space that
    /// is left. Two stand left and right of the middle, so that a square cut still shows both.
    pub(super) fn figures(&mut self, dataset: &Dataset, figures: &[&Observation], lang: Lang) {
        let middle = SIZE.0 / 2.0;
        let sides = match figures {
            [_, _] => vec![Side::Left(middle - APART), Side::Right(middle + APART)],
            _ => vec![Side::Middle(middle)],
        };
        let printed =
            |o: &&Observation| o.quantity.map(|quantity| Large::of(&figure(&quantity, lang)));
        let mut numbers: Vec<Large> = figures.iter().filter_map(printed).collect();
        let most = if figures.len() == 2 { HALF - APART } else { 2.0 * HALF };
        let common = |numbers: &[Large]| {
            numbers.iter().map(|number| number.size(most)).fold(LARGEST, f64::min)
        };
        let mut size = common(&numbers);
        if size < SMALLEST && numbers.iter().any(|number| !number.word.is_empty()) {
            for number in &mut numbers {
                number.is_stacked = true;
            }
            size = common(&numbers);
        }
        let whole = whole(dataset, figures);
        let mut blocks: Vec<Block> = Vec::new();
        for ((o, number), place) in figures.iter().zip(&numbers).zip(sides) {
            blocks.push(Block::of(dataset, o, number, size, place, whole, lang));
        }
        let height = blocks.iter().map(|block| block.height).fold(0.0, f64::max);
        let top = self.bottom + ((self.foot - self.bottom - height) / 2.0).max(0.0);
        if let [_, _] = figures {
            let rule = rect(middle - 0.5, top + 6.0, 1.0, height - 8.0, Role::Rule2);
            self.placed.marks.push(rule);
        }
        for block in blocks {
            self.inside.push_str(&block.markup(top));
            self.blocks.push(block);
        }
        self.bottom = top + height;
    }

    /// Adds the finding and the sources.
    pub(super) fn foot(&mut self, finding: &str, style: Style, sources: &[String]) {
        let mut y = SIZE.1 - 12.0;
        for line in sources.iter().rev() {
            self.text((MARGIN, y), Anchor::Start, SOURCE, line);
            y -= 11.5;
        }
        y -= 4.0;
        for line in wrap(finding, INNER, style.size, style.weight).iter().rev() {
            self.text((MARGIN, y), Anchor::Start, style, line);
            y -= 1.35 * style.size;
        }
        self.foot = y;
    }

    pub(super) fn markup(&self) -> String {
        let markup = svg(&self.placed, &self.label, "", Paint::Light);
        let drawn = markup.strip_suffix("</svg>").unwrap_or(&markup);
        format!("{drawn}{}</svg>", self.inside)
    }
}

/// A figure split into its word and its number.
struct Large {
    word: String,
    number: String,
    /// Whether the word stands above the number.
    is_stacked: bool,
}

impl Large {
    fn of(printed: &str) -> Self {
        let at = printed.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let (word, number) = printed.split_at(at);
        let word = word.trim_end_matches(NBSP).to_owned();
        Self { word, number: number.to_owned(), is_stacked: false }
    }

    /// Widths of the word, of the gap behind it, and of the number.
    fn widths(&self, size: f64) -> [f64; 3] {
        let is_beside = !self.word.is_empty() && !self.is_stacked;
        let gap = if is_beside { 0.2 * size } else { 0.0 };
        let word = if is_beside { self.word_width(0.5 * size) } else { 0.0 };
        [word, gap, text_width(&self.number, size, Weight::Semibold)]
    }

    fn word_width(&self, size: f64) -> f64 {
        text_width(&self.word, size, Weight::Semibold)
    }

    /// The largest size at which it fits into `width`.
    fn size(&self, width: f64) -> f64 {
        let fits = |size: &f64| self.widths(*size).iter().sum::<f64>() <= width;
        (12..=LARGEST as u32).rev().map(f64::from).find(fits).unwrap_or(12.0)
    }
}

/// A figure with its scale and description, from 0 downwards.
pub(super) struct Block {
    pub placed: Placed,
    height: f64,
    /// Where the scale begins, and its drawing.
    scale: Option<((f64, f64), Placed)>,
}

impl Block {
    /// `whole` is what a bar of the full width stands for; none where no bar is drawn.
    fn of(
        dataset: &Dataset,
        o: &Observation,
        large: &Large,
        size: f64,
        place: Side,
        whole: Option<f64>,
        lang: Lang,
    ) -> Self {
        let mut marks = Vec::new();
        let widths = large.widths(size);
        let (left, mut y) = (place.left(widths.iter().sum()), 0.8 * size);
        let style = Style { size, weight: Weight::Semibold, fill: Role::Ink };
        let mut small = Style { size: 0.5 * size, ..style };
        let mut word_at = (left, y);
        if large.is_stacked {
            small.size = 14.0;
            word_at = (place.left(large.word_width(small.size)), 12.0);
            y += 16.0;
        }
        marks.push(set(word_at, Anchor::Start, small, &large.word));
        marks.push(set((left + widths[0] + widths[1], y), Anchor::Start, style, &large.number));
        y += 8.0;
        let color = dataset.entity(&o.entity).map_or(Role::Ink, entity_role);
        let mut scale = None;
        let scaled = o.quantity.filter(fits_ruler);
        if let Some(quantity) = scaled {
            scale = Some(((place.left(WIDE), y), place_ruler(&quantity, color, WIDE, lang)));
            y += 38.0;
        } else if let Some(whole) = whole.or(denominator(o)) {
            let part = WIDE * value(o) / whole;
            if denominator(o).is_some() {
                marks.push(rect(place.left(WIDE), y, WIDE, 10.0, Role::WashInk));
            }
            marks.push(rect(place.left(part), y, part, 10.0, color));
            y += 15.0;
        }
        let (x, anchor) = place.anchor();
        for line in wrap(&what(dataset, o, lang), WIDE, LABEL.size, LABEL.weight) {
            y += 13.0;
            marks.push(set((x, y), anchor, LABEL, &line));
        }
        let (width, height) = (SIZE.0, y + 4.0);
        Self { placed: Placed { width, height, marks, ..Placed::default() }, height, scale }
    }

    fn markup(&self, top: f64) -> String {
        let within = |placed: &Placed, (x, y): (f64, f64)| {
            let open = format!("<svg x=\"{x}\" y=\"{y}\" ");
            svg(placed, "", "", Paint::Light).replacen("<svg ", &open, 1)
        };
        let scale = self.scale.as_ref();
        let scale = scale.map_or(String::new(), |((x, y), placed)| within(placed, (*x, top + y)));
        within(&self.placed, (0.0, top)) + &scale
    }
}

/// What a bar of the full width stands for, where two figures without a scale of their own may be
/// compared: the larger of them.
fn whole(dataset: &Dataset, figures: &[&Observation]) -> Option<f64> {
    let [a, b] = figures else { return None };
    let verdict = judge(dataset, a, b, Operation::Difference).verdict;
    let has_wholes = denominator(a).is_some() || denominator(b).is_some();
    (verdict != Verdict::NotComparable && !has_wholes).then(|| value(a).max(value(b)))
}

fn denominator(o: &Observation) -> Option<f64> {
    o.quantity.and_then(|quantity| quantity.denominator)
}

fn set(at: (f64, f64), anchor: Anchor, style: Style, content: &str) -> Mark {
    let Style { size, weight, fill } = style;
    Mark::Text { at, anchor, size, weight, fill, content: content.to_owned() }
}

/// Where a figure stands: to one side of a line, or around it.
#[derive(Clone, Copy)]
enum Side {
    Left(f64),
    Right(f64),
    Middle(f64),
}

impl Side {
    /// The left edge of something of that width.
    fn left(self, width: f64) -> f64 {
        match self {
            Self::Left(x) => x - width,
            Self::Right(x) => x,
            Self::Middle(x) => x - width / 2.0,
        }
    }

    /// Where a text is anchored.
    fn anchor(self) -> (f64, Anchor) {
        match self {
            Self::Left(x) => (x, Anchor::End),
            Self::Right(x) => (x, Anchor::Start),
            Self::Middle(x) => (x, Anchor::Middle),
        }
    }
}

fn rect(x: f64, y: f64, width: f64, height: f64, fill: Role) -> Mark {
    Mark::Rect { area: Area { x, y, width, height }, fill }
}

fn value(o: &Observation) -> f64 {
    o.quantity.and_then(|quantity| quantity.value()).unwrap_or(f64::NAN)
}

/// Measure, place and time of a figure.
fn what(dataset: &Dataset, o: &Observation, lang: Lang) -> String {
    let measure = label_of(dataset, o, lang);
    let place = dataset.entity(&o.entity).map_or(String::new(), |e| full_name_inside(e, lang));
    let when = match o.kind {
        Kind::Target => {
            let target = uncapitalised(Key::Target.text(lang));
            format!("{target} {}", due(o.period.end(), lang))
        }
        _ => period(&o.period, lang),
    };
    format!("{}, {place}, {when}", capitalised(measure))
}
