//! The outlines of places, as a map draws them: SWEREF 99 TM on a whole-number grid, y downwards.

mod frame;
mod tiles;

pub use frame::Frame;

use super::text::Text;

/// One map: all areas of a level.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// The part of the grid that shows it all.
    pub frame: Frame,
    /// The areas.
    pub areas: Vec<Outline>,
    /// Parts worth showing larger.
    pub insets: Vec<Inset>,
    /// Lines drawn over the areas: borders of the level above.
    pub borders: Option<String>,
    /// Who is to be thanked.
    pub credit: Text,
    /// Whether the areas are squares of one size: see [`Outlines::tiles`].
    pub is_tiled: bool,
}

/// One area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// An SVG path.
    pub path: String,
    /// A point well inside it.
    pub label: (f64, f64),
    /// The smallest frame around it.
    pub frame: Frame,
    /// The areas that share a border on land, by position.
    pub neighbours: Vec<usize>,
    /// The codes of the areas that it consists of, where the map says: the counties of a division.
    pub parts: Vec<String>,
    /// The column and the row of its square in a map of equal squares, where the file says.
    pub tile: Option<(f64, f64)>,
}

/// A part of the map shown larger.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inset {
    /// Its name.
    pub name: Text,
    /// The part.
    pub frame: Frame,
}
