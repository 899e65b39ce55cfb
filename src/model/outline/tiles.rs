//! The equal-area alternative: a square for each area, all of one size, where `make maps` has put it.

use std::collections::HashMap;

use super::{Frame, Outline, Outlines};
use crate::model::area::county_of;

/// The side of a square and the gap to the next, in units of the grid.
const SIDE: f64 = 100.0;

/// What of a square is left free, so that it stands by itself.
const GAP: f64 = 4.0;

impl Outlines {
    /// The same areas as squares, in the same order; those that the file has no square for are left out.
    ///
    /// Neighbours are the squares that share a side, and the county borders run between squares.
    pub fn tiles(&self) -> Self {
        let placed: Vec<(&Outline, (f64, f64))> =
            self.areas.iter().filter_map(|area| Some((area, area.tile?))).collect();
        // Columns and rows are small whole numbers.
        let key = |(column, row): (f64, f64)| (column as i64, row as i64);
        let by_tile: HashMap<(i64, i64), usize> =
            placed.iter().enumerate().map(|(place, (_, tile))| (key(*tile), place)).collect();
        let beside = |(column, row): (f64, f64), (right, down): (i64, i64)| {
            let (column, row) = key((column, row));
            by_tile.get(&(column + right, row + down)).copied()
        };
        let areas = placed.iter().map(|(area, (column, row))| {
            let (x, y, side) = (column * SIDE, row * SIDE, SIDE - GAP);
            let ways = [(0, -1), (1, 0), (0, 1), (-1, 0)];
            Outline {
                code: area.code.clone(),
                name: area.name.clone(),
                path: format!("m{x} {y} {side} 0 0 {side}-{side} 0z"),
                label: (x + side / 2.0, y + side / 2.0),
                frame: Frame { x, y, width: side, height: side },
                neighbours: ways.into_iter().filter_map(|way| beside((*column, *row), way)).collect(),
                parts: area.parts.clone(),
                tile: area.tile,
            }
        });
        let county = |place: Option<usize>| placed.get(place?).and_then(|(area, _)| county_of(&area.code));
        let borders = placed.iter().flat_map(|(area, tile)| {
            let (x, y) = (tile.0 * SIDE - GAP / 2.0, tile.1 * SIDE - GAP / 2.0);
            let own = county_of(&area.code);
            let differs = move |way| county(beside(*tile, way)).is_some_and(|other| Some(other) != own);
            let left = differs((-1, 0)).then(|| format!("M{x} {y}v{SIDE}"));
            let above = differs((0, -1)).then(|| format!("M{x} {y}h{SIDE}"));
            left.into_iter().chain(above)
        });
        // From the westernmost column and the northernmost row, which need not be the first.
        let tiles = || placed.iter().map(|(_, tile)| *tile);
        let least = |of: fn((f64, f64)) -> f64| tiles().map(of).reduce(f64::min).unwrap_or_default();
        let most = |of: fn((f64, f64)) -> f64| tiles().map(of).reduce(f64::max).unwrap_or_default();
        let side_by_side = |of| (least(of) * SIDE - GAP, (most(of) - least(of) + 1.0) * SIDE + GAP);
        let ((x, width), (y, height)) = (side_by_side(|tile| tile.0), side_by_side(|tile| tile.1));
        Self {
            frame: Frame { x, y, width, height },
            areas: areas.collect(),
            insets: Vec::new(),
            borders: self.borders.is_some().then(|| borders.collect()),
            credit: self.credit.clone(),
            is_tiled: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Outlines {
        let area = |code: &str, tile| Outline { code: code.into(), tile, ..Outline::default() };
        Outlines {
            areas: vec![
                area("0114", Some((0.0, 0.0))),
                area("0115", Some((1.0, 0.0))),
                area("0330", Some((1.0, 1.0))),
                area("0980", Some((4.0, 1.0))),
                area("9999", None),
            ],
            borders: Some(String::new()),
            ..Outlines::default()
        }
    }

    #[test]
    fn squares_that_share_a_side_are_neighbours() {
        let tiles = some().tiles();
        let neighbours: Vec<&[usize]> = tiles.areas.iter().map(|area| area.neighbours.as_slice()).collect();
        assert_eq!(neighbours, [&[1][..], &[2, 0], &[1], &[]]);
        assert_eq!(tiles.areas[1].path, "m100 0 96 0 0 96-96 0z");
        assert_eq!(tiles.areas[1].label, (148.0, 48.0));
        assert_eq!(tiles.frame, Frame { x: -4.0, y: -4.0, width: 504.0, height: 204.0 });
        assert!(tiles.is_tiled);
    }

    #[test]
    fn borders_run_between_squares_of_two_counties_alone() {
        assert_eq!(some().tiles().borders.as_deref(), Some("M98 98h100"));
        assert_eq!(Outlines { borders: None, ..some() }.tiles().borders, None);
        assert_eq!(Outlines::default().tiles().areas, []);
    }

    #[test]
    fn the_frame_begins_where_squares_do() {
        let area = |tile| Outline { tile: Some(tile), ..Outline::default() };
        let east = Outlines { areas: vec![area((3.0, 1.0)), area((4.0, 1.0))], ..Outlines::default() };
        assert_eq!(east.tiles().frame, Frame { x: 296.0, y: 96.0, width: 204.0, height: 104.0 });
    }
}
