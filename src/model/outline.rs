//! The outlines of places, as a map draws them: SWEREF 99 TM on a whole-number grid, y downwards.

mod tiles;

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

/// A rectangle of the grid.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
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

impl Frame {
    /// Whether two frames share any ground.
    pub fn meets(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// A frame `factor` times as large around a point, kept within `whole`.
    pub fn zoomed(self, factor: f64, around: (f64, f64), whole: Self) -> Self {
        let width = (self.width * factor).clamp(whole.width / 24.0, whole.width);
        let height = width * whole.height / whole.width;
        let across = (around.0 - self.x) / self.width;
        let down = (around.1 - self.y) / self.height;
        Self { x: around.0 - across * width, y: around.1 - down * height, width, height }.within(whole)
    }

    /// The same frame with a point in the middle, kept within `whole`.
    pub fn centred(self, on: (f64, f64), whole: Self) -> Self {
        Self { x: on.0 - self.width / 2.0, y: on.1 - self.height / 2.0, ..self }.within(whole)
    }

    fn within(self, whole: Self) -> Self {
        Self {
            x: self.x.clamp(whole.x, (whole.x + whole.width - self.width).max(whole.x)),
            y: self.y.clamp(whole.y, (whole.y + whole.height - self.height).max(whole.y)),
            ..self
        }
    }

    /// As `viewBox` wants it.
    pub fn view_box(self) -> String {
        let Self { x, y, width, height } = self;
        format!("{x:.0} {y:.0} {width:.0} {height:.0}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Frame = Frame { x: 0.0, y: 0.0, width: 100.0, height: 200.0 };

    #[test]
    fn zooming_keeps_the_point_under_the_pointer_and_the_whole_in_view() {
        let near = WHOLE.zoomed(0.5, (25.0, 50.0), WHOLE);
        assert_eq!(near, Frame { x: 12.5, y: 25.0, width: 50.0, height: 100.0 });
        assert_eq!(near.zoomed(10.0, (0.0, 0.0), WHOLE), WHOLE);
        assert_eq!(near.centred((0.0, 0.0), WHOLE), Frame { x: 0.0, y: 0.0, ..near });
    }

    #[test]
    fn frames_that_only_touch_do_not_meet() {
        let beside = Frame { x: 100.0, ..WHOLE };
        assert!(!WHOLE.meets(beside));
        assert!(WHOLE.meets(Frame { x: 99.0, ..beside }));
    }
}
