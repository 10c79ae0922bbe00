//! Colours: what each is for, and what it is in the light and in the dark theme.
//!
//! The values are those of `www/tokens.css`; a test holds the two together.

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
    /// The possible part of a bound: the washed-out hue of category 1, 2 or 3.
    Wash(u8),
    /// The possible part for the nation and for all other categories.
    WashInk,
    /// The row that stands out.
    Lamp,
    /// "No data", and nothing else.
    NoData,
    /// Its hatching.
    NoDataLine,
    /// Text on it.
    NoDataText,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 21] = [
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
        Self::WashInk,
        Self::Lamp,
        Self::NoData,
        Self::NoDataLine,
        Self::NoDataText,
    ];

    /// The possible part that goes with a hue.
    #[must_use]
    pub fn washed(self) -> Self {
        match self {
            Self::Category(hue @ 1..=3) => Self::Wash(hue),
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
            Self::Wash(_) | Self::WashInk => "wash-ink",
            Self::Lamp => "lamp-soft",
            Self::NoData => "nodata",
            Self::NoDataLine => "nodata-line",
            Self::NoDataText => "nodata-text",
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
            "wash-ink" => (0x00da_dce8, 0x0034_3952),
            "lamp-soft" => (0x00ff_f3cd, 0x0035_2c12),
            "nodata" => (0x00ec_ecec, 0x002b_2b2b),
            "nodata-line" => (0x008c_8c8c, 0x008f_8f8f),
            "nodata-text" => (0x0059_5959, 0x00bd_bdbd),
            _ => (0x0016_1a33, 0x00ec_eef8),
        };
        let [_, red, green, blue] = u32::to_be_bytes(if dark { dark_value } else { light_value });
        (red, green, blue)
    }
}
