//! The choropleth: which class each area is in, and what the legend says of the classes.

mod breaks;
mod legend;
mod multiples;
mod painting;
mod shade;
mod twin;

pub use breaks::breaks_at_hand;
pub use legend::LegendRow;
pub use multiples::{Multiples, SmallMap, are_several, multiples};
pub use painting::is_painted;
pub use shade::Shade;
pub use twin::twin;

use painting::Painting;

use super::context::Context;
use crate::{
    model::{area::Level, text::Language},
    words::map as words,
};

/// What the map shows.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPanel {
    /// What the map shows.
    pub title: String,
    /// What the areas are.
    pub level: Level,
    /// The areas the dataset has, by code.
    pub areas: Vec<MapArea>,
    /// How many maps the areas are on: each of them is there once on each.
    pub n_maps: usize,
    /// The legend, only with what occurs.
    pub legend: Vec<LegendRow>,
    /// Sentences under the legend.
    pub notes: Vec<String>,
    /// The map in one sentence.
    pub summary: String,
}

/// One area of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapArea {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How it is painted.
    pub shade: Shade,
    /// Value, n and interval for the tooltip, a line each.
    pub lines: Vec<String>,
    /// Name, value, n and interval in one sentence.
    pub spoken: String,
    /// Whether it is picked.
    pub is_picked: bool,
}

/// The map of the question; none where the file has no map.
pub fn map(context: Context) -> Option<MapPanel> {
    let judged = context.asked.areas.as_ref()?;
    let painting = Painting::of(context, judged)?;
    let breaks = if painting.has_classes() {
        breaks::steady_breaks(context.cleared, context.question, None)
    } else {
        Vec::new()
    };
    painting.panel(&breaks)
}

/// The areas of one shade, which the reader has asked to see alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Their codes.
    pub codes: Vec<String>,
    /// What is shown, for a line over the table: "16–18 %: 23 av 290 kommuner".
    pub said: String,
}

impl MapPanel {
    /// Whether the legend has a shade, or it is that of areas outside the file.
    pub fn has(&self, shade: Shade) -> bool {
        shade == Shade::Outside || self.legend.iter().any(|row| row.shade == shade)
    }

    /// Whether there are more classes than the colours of the usual five.
    pub fn has_many_classes(&self) -> bool {
        self.legend.iter().any(|row| matches!(row.shade, Shade::Class(5..)))
    }

    /// The areas of a shade; none where the legend does not have it.
    pub fn held(&self, shade: Shade, language: Language) -> Option<Held> {
        let row = self.legend.iter().find(|row| row.shade == shade)?;
        let areas = self.areas.iter().filter(|area| area.shade == shade);
        let n_all = words::n_areas(language, self.areas.len(), self.level);
        let said = format!("{}: {}", row.label, words::so_many_of(language, row.n_areas, &n_all));
        Some(Held { codes: areas.map(|area| area.code.clone()).collect(), said })
    }

    /// The row of the legend for areas that are drawn and not in the file; none where there are none.
    pub fn outside(&self, n_drawn: usize, language: Language) -> Option<LegendRow> {
        let n_areas = (n_drawn * self.n_maps).saturating_sub(self.areas.len());
        let label = words::outside(language).to_owned();
        let count = words::n_on_maps(language, n_areas, self.level, self.n_maps);
        (n_areas > 0).then_some(LegendRow { shade: Shade::Outside, label, count, n_areas })
    }
}
