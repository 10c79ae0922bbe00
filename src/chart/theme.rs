//! Colours: what each is for, and what it is in the light and in the dark theme.
//!
//! The values are those of `www/tokens.css`; a test checks that they agree.

/// What a colour is for.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Role {
    /// The page.
    Paper,
    /// Text, the nation, the zero line.
    Ink,
    /// Labels.
    Ink2,
    /// Axis numbers.
    Ink3,
    /// Grid.
    Rule,
    /// One of eight entity hues, 1 to 8. 1 is the ministries, 2 the provinces.
    Category(u8),
    /// The possible part of a bound: the washed-out hue of a category.
    Wash(u8),
    /// The possible part for the nation.
    WashInk,
    /// The row that stands out.
    Lamp,
    /// The tab on a frame. It never encodes data.
    Disc,
    /// "No data", and nothing else.
    NoData,
    /// Its hatching.
    NoDataLine,
    /// Text on it.
    NoDataText,
    /// Lines of the axes, leaders, borders.
    Rule2,
    /// The other members of a group behind a line that stands out.
    Peer,
    /// A break: what may not be computed across.
    Break,
    /// Its background.
    BreakSoft,
    /// One of seven steps of a map, 1 to 7. The highest always stands out most.
    Step(u8),
    /// Text on that step.
    OnStep(u8),
}

/// Names of the custom properties of the steps of a map and of the text on them.
const STEPS: [(&str, &str); 7] = [
    ("seq-1", "on-1"),
    ("seq-2", "on-2"),
    ("seq-3", "on-3"),
    ("seq-4", "on-4"),
    ("seq-5", "on-5"),
    ("seq-6", "on-6"),
    ("seq-7", "on-7"),
];

impl Role {
    /// Every role.
    pub const ALL: [Self; 45] = [
        Self::Paper,
        Self::Ink,
        Self::Ink2,
        Self::Ink3,
        Self::Rule,
        Self::Category(1),
        Self::Category(2),
        Self::Category(3),
        Self::Category(4),
        Self::Category(5),
        Self::Category(6),
        Self::Category(7),
        Self::Category(8),
        Self::Wash(1),
        Self::Wash(2),
        Self::Wash(3),
        Self::Wash(4),
        Self::Wash(5),
        Self::Wash(6),
        Self::Wash(7),
        Self::Wash(8),
        Self::WashInk,
        Self::Lamp,
        Self::Disc,
        Self::NoData,
        Self::NoDataLine,
        Self::NoDataText,
        Self::Rule2,
        Self::Peer,
        Self::Break,
        Self::BreakSoft,
        Self::Step(1),
        Self::Step(2),
        Self::Step(3),
        Self::Step(4),
        Self::Step(5),
        Self::Step(6),
        Self::Step(7),
        Self::OnStep(1),
        Self::OnStep(2),
        Self::OnStep(3),
        Self::OnStep(4),
        Self::OnStep(5),
        Self::OnStep(6),
        Self::OnStep(7),
    ];

    /// The possible part that goes with a hue.
    #[must_use]
    pub fn washed(self) -> Self {
        match self {
            Self::Category(hue @ 1..=8) => Self::Wash(hue),
            _ => Self::WashInk,
        }
    }

    /// Name of the custom property in `www/tokens.css`.
    pub fn token(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Ink | Self::Category(0 | 9..) => "ink",
            Self::Ink2 => "ink-2",
            Self::Ink3 => "ink-3",
            Self::Rule => "rule",
            Self::Category(1) => "cat-1",
            Self::Category(2) => "cat-2",
            Self::Category(3) => "cat-3",
            Self::Category(4) => "cat-4",
            Self::Category(5) => "cat-5",
            Self::Category(6) => "cat-6",
            Self::Category(7) => "cat-7",
            Self::Category(8) => "cat-8",
            Self::Wash(1) => "wash-1",
            Self::Wash(2) => "wash-2",
            Self::Wash(3) => "wash-3",
            Self::Wash(4) => "wash-4",
            Self::Wash(5) => "wash-5",
            Self::Wash(6) => "wash-6",
            Self::Wash(7) => "wash-7",
            Self::Wash(8) => "wash-8",
            Self::Wash(_) | Self::WashInk => "wash-ink",
            Self::Lamp => "lamp-soft",
            Self::Disc => "disc",
            Self::NoData => "nodata",
            Self::NoDataLine => "nodata-line",
            Self::NoDataText => "nodata-text",
            Self::Rule2 => "rule-2",
            Self::Peer => "peer",
            Self::Break => "no",
            Self::BreakSoft => "no-soft",
            Self::Step(step) => STEPS[usize::from(step.clamp(1, 7)) - 1].0,
            Self::OnStep(step) => STEPS[usize::from(step.clamp(1, 7)) - 1].1,
        }
    }

    /// The colour as red, green and blue.
    pub fn rgb(self, dark: bool) -> (u8, u8, u8) {
        let (light_value, dark_value) = match self.token() {
            "paper" => (0x00ff_ffff, 0x0012_141f),
            "ink-2" => (0x0047_4c6b, 0x00b9_bed8),
            "ink-3" => (0x0062_688a, 0x0097_9dbd),
            "rule" => (0x00d9_dcea, 0x002f_344c),
            "cat-1" => (0x004d_51b2, 0x0093_9ef7),
            "cat-2" => (0x00af_5923, 0x00e3_a07d),
            "cat-3" => (0x0002_856e, 0x0015_ccc3),
            "cat-4" => (0x00c7_61a9, 0x00be_6c9c),
            "cat-5" => (0x00ae_8f2d, 0x00ff_d16b),
            "cat-6" => (0x0006_95e3, 0x00a5_e2fe),
            "cat-7" => (0x003a_502f, 0x0060_943f),
            "cat-8" => (0x004c_1c1c, 0x0090_5451),
            "wash-1" => (0x00d9_daf2, 0x002d_3259),
            "wash-2" => (0x00f4_dfd1, 0x0047_352d),
            "wash-3" => (0x00d3_ebe5, 0x0012_403f),
            "wash-4" => (0x00f4_dfee, 0x003d_2a3e),
            "wash-5" => (0x00ef_e9d5, 0x004d_4332),
            "wash-6" => (0x00cd_eaf9, 0x0037_4857),
            "wash-7" => (0x00d8_dcd5, 0x0026_3427),
            "wash-8" => (0x00db_d2d2, 0x0032_242c),
            "wash-ink" => (0x00da_dce8, 0x0034_3952),
            "disc" => (0x00ff_d166, 0x00ff_d166),
            "lamp-soft" => (0x00ff_f3cd, 0x0035_2c12),
            "nodata" => (0x00ec_ecec, 0x002b_2b2b),
            "nodata-line" => (0x008c_8c8c, 0x008f_8f8f),
            "nodata-text" => (0x0059_5959, 0x00bd_bdbd),
            "rule-2" => (0x008a_90ae, 0x006c_7297),
            "peer" => (0x008b_90cb, 0x005c_64a0),
            "no" => (0x00ab_2315, 0x00ff_9a88),
            "no-soft" => (0x00fd_eae6, 0x0035_1b1d),
            "seq-1" => (0x00f7_f0cc, 0x0029_315a),
            "seq-2" => (0x00c5_dda4, 0x001d_5079),
            "seq-3" => (0x0084_c39a, 0x001e_728a),
            "seq-4" => (0x003f_a49b, 0x0037_9690),
            "seq-5" => (0x001f_7f93, 0x0073_b891),
            "seq-6" => (0x002a_5884, 0x00b6_d4a0),
            "seq-7" => (0x002b_316a, 0x00f0_e8c0),
            "on-1" | "on-2" | "on-3" => (0x0016_1a33, 0x00ff_ffff),
            "on-4" => (0x0016_1a33, 0x000f_111c),
            "on-5" | "on-6" | "on-7" => (0x00ff_ffff, 0x000f_111c),
            _ => (0x0016_1a33, 0x00ec_eef8),
        };
        let [_, red, green, blue] = u32::to_be_bytes(if dark { dark_value } else { light_value });
        (red, green, blue)
    }
}
