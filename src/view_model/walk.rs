//! Walking over the map and down rows by arrow keys, and finding a place by name.

use super::spelling::{Fit, Spelt};
use crate::model::outline::{Outline, Outlines};

/// Where an arrow points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// Down.
    South,
    /// Left.
    West,
    /// Right.
    East,
}

impl Direction {
    /// How far along this direction, and how far aside, a step leads. y grows downwards.
    fn along_and_aside(self, (x, y): (f64, f64)) -> (f64, f64) {
        match self {
            Self::North => (-y, x.abs()),
            Self::South => (y, x.abs()),
            Self::West => (-x, y.abs()),
            Self::East => (x, y.abs()),
        }
    }
}

/// The area one step away: the neighbour that lies most in this direction, else the nearest area there over water.
pub fn step(outlines: &Outlines, from: usize, direction: Direction) -> Option<usize> {
    let here = outlines.areas.get(from)?;
    let ahead = |place: usize| {
        let there = outlines.areas.get(place)?;
        let (along, aside) = direction.along_and_aside((there.label.0 - here.label.0, there.label.1 - here.label.1));
        // Within 60 degrees of the arrow: wide enough that a neighbour to the north-east is reached somehow.
        (along > 0.0 && aside <= along * 1.8).then_some((place, along, aside))
    };
    let straightest = here.neighbours.iter().filter_map(|place| ahead(*place));
    let straightest = straightest.min_by(|one, other| (one.2 / one.1).total_cmp(&(other.2 / other.1)));
    let over_water = || {
        let all = (0..outlines.areas.len()).filter(|place| *place != from).filter_map(ahead);
        all.min_by(|one, other| (one.1 + 2.0 * one.2).total_cmp(&(other.1 + 2.0 * other.2)))
    };
    straightest.or_else(over_water).map(|(place, ..)| place)
}

/// The area that walking begins at.
pub fn northernmost(outlines: &Outlines) -> Option<usize> {
    let labels = outlines.areas.iter().enumerate().map(|(place, area)| (place, area.label.1));
    labels.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(place, _)| place)
}

/// The row that a key leads to, of so many; none for a key that leads nowhere.
pub fn row_step(key: &str, from: Option<usize>, n_rows: usize) -> Option<usize> {
    let last = n_rows.checked_sub(1)?;
    match (key, from) {
        ("ArrowDown" | "ArrowRight", Some(row)) => Some((row + 1).min(last)),
        ("ArrowUp" | "ArrowLeft", Some(row)) => Some(row.saturating_sub(1).min(last)),
        ("ArrowDown" | "ArrowRight" | "Home", _) => Some(0),
        ("ArrowUp" | "ArrowLeft" | "End", _) => Some(last),
        _ => None,
    }
}

/// The areas that a typed text may mean, best first, at most `limit`: by code or by name, see [`Fit`]. With slips only where nothing is spelt so.
pub fn find<'a>(areas: &'a [Outline], typed: &str, limit: usize) -> Vec<&'a Outline> {
    let wanted = Spelt::of(typed);
    if wanted.is_empty() {
        return areas.iter().take(limit).collect();
    }
    let fit = |area: &Outline| {
        let code = wanted.fit_code(&area.code);
        code.or_else(|| names(area).filter_map(|name| wanted.fit(&Spelt::of(name))).min())
    };
    let mut found: Vec<(Fit, &Outline)> = areas.iter().filter_map(|area| Some((fit(area)?, area))).collect();
    #[cfg(any(feature = "explore", not(feature = "page")))]
    if found.is_empty() {
        let is_nearly = |area: &&Outline| names(area).any(|name| wanted.is_nearly(&Spelt::of(name)));
        return areas.iter().filter(is_nearly).take(limit).collect();
    }
    found.sort_by_key(|(fit, _)| *fit);
    found.into_iter().take(limit).map(|(_, area)| area).collect()
}

/// The names of an area, in all languages, and those that people use beside them.
fn names(area: &Outline) -> impl Iterator<Item = &str> {
    area.name.wordings().chain(other_names(&area.code).iter().copied())
}

/// The area that a text is the whole name of, however it is spelt.
pub fn named<'a>(areas: &'a [Outline], text: &str) -> Option<&'a Outline> {
    let wanted = Spelt::of(text);
    areas.iter().find(|area| names(area).any(|name| wanted.fit(&Spelt::of(name)) == Some(Fit::Whole)))
}

/// Names that people use beside the official one.
pub fn other_names(code: &str) -> &'static [&'static str] {
    match code {
        "1480" => &["Gothenburg"],
        "0980" => &["Visby"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        outline::Outline,
        text::{Language, Text},
    };

    fn area(code: &str, name: &str, label: (f64, f64), neighbours: &[usize]) -> Outline {
        Outline {
            code: code.into(),
            name: Text::new(Language::Swedish, name),
            label,
            neighbours: neighbours.to_vec(),
            ..Outline::default()
        }
    }

    fn some() -> Vec<Outline> {
        vec![
            area("0780", "Växjö", (0.0, 0.0), &[1, 2]),
            area("1480", "Göteborg", (-10.0, -3.0), &[0]),
            area("0765", "Älmhult", (2.0, 10.0), &[0]),
            area("0980", "Gotland", (40.0, -8.0), &[]),
            area("0115", "Upplands Väsby", (9.0, -40.0), &[]),
        ]
    }

    #[test]
    fn a_place_is_found_however_it_is_spelt() {
        let areas = some();
        let best = |typed: &str| find(&areas, typed, 5).first().map(|area| area.code.as_str());
        for typed in ["Växjö", "vaxjo", "WÄXJÖ", "vaexjoe", "0780", "väx"] {
            assert_eq!(best(typed), Some("0780"), "{typed}");
        }
        assert_eq!(best("gothenburg"), Some("1480"));
        assert_eq!(best("goteborg"), Some("1480"));
        assert_eq!(best("väsby"), Some("0115"));
        assert_eq!(best("elm"), None);
        assert_eq!(best("almhult"), Some("0765"));
    }

    #[test]
    fn keys_go_down_rows_and_stop_at_the_ends() {
        let keys = [
            ("ArrowDown", None),
            ("ArrowDown", Some(2)),
            ("ArrowUp", Some(0)),
            ("End", Some(0)),
            ("Home", Some(2)),
            ("x", None),
        ];
        assert_eq!(keys.map(|(key, from)| row_step(key, from, 3)), [Some(0), Some(2), Some(0), Some(2), Some(0), None]);
        assert_eq!(row_step("ArrowDown", None, 0), None);
    }

    #[test]
    fn an_arrow_goes_to_the_neighbour_and_else_over_water() {
        let outlines = Outlines { areas: some(), ..Outlines::default() };
        assert_eq!(step(&outlines, 0, Direction::West), Some(1));
        assert_eq!(step(&outlines, 0, Direction::South), Some(2));
        assert_eq!(step(&outlines, 0, Direction::East), Some(3));
        assert_eq!(step(&outlines, 1, Direction::West), None);
        assert_eq!(step(&outlines, 99, Direction::West), None);
    }
}
