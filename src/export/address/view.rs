//! The parts of Explore that an address may show.

/// Which parts of Explore are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Map, figure, chart and table.
    #[default]
    All,
    /// The map alone.
    Map,
    /// The chart alone.
    Chart,
    /// The funnel plot, with the figure.
    Funnel,
    /// Two groups set against each other.
    Difference,
    /// The periods.
    Time,
    /// One dimension by another.
    Crosstab,
    /// The table alone.
    Table,
}

impl View {
    /// All views, in the order they are offered.
    pub const ALL: [Self; 8] =
        [Self::All, Self::Map, Self::Chart, Self::Funnel, Self::Difference, Self::Time, Self::Crosstab, Self::Table];

    /// Its name in an address.
    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Map => "map",
            Self::Chart => "chart",
            Self::Funnel => "funnel",
            Self::Difference => "difference",
            Self::Time => "time",
            Self::Crosstab => "crosstab",
            Self::Table => "table",
        }
    }

    /// Whether another part can stand beside this one: two that are not the same, and neither is all.
    pub fn can_have_beside(self, other: Self) -> bool {
        self != Self::All && other != Self::All && self != other
    }
}
