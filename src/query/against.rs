//! What a figure is set against, and what the colours of the map say: two choices of the reader.

/// What a figure is set against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Against {
    /// The nation without the place itself; of other categories the whole they are part of.
    #[default]
    Nation,
    /// The place's county without the place itself.
    County,
    /// Places with about as many units behind the figure, taken together.
    Similar,
    /// Nothing: no verdicts.
    Nothing,
}

impl Against {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Nation, Self::County, Self::Similar, Self::Nothing];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::County => "county",
            Self::Similar => "similar",
            Self::Nothing => "none",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|against| against.id() == id)
    }
}

/// What the colours of the map say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colour {
    /// Where the figure lies.
    #[default]
    Figure,
    /// The verdict on it.
    Verdict,
    /// Where the smoothed figure lies: drawn towards all areas, the more so the fewer units are behind it.
    Smoothed,
}

impl Colour {
    /// All of them, as they are offered.
    pub const ALL: [Self; 3] = [Self::Figure, Self::Verdict, Self::Smoothed];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Verdict => "verdict",
            Self::Smoothed => "smoothed",
        }
    }

    /// The one with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.id() == id)
    }
}
