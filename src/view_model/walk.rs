//! Walking over the map and down rows by arrow keys, and finding a place by name.

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

/// The areas that a typed text may mean, best first, at most `limit`.
///
/// Codes, beginnings of names, then beginnings of words in them; å, ä, ö may be left out or spelt the old way.
pub fn find<'a>(areas: &'a [Outline], typed: &str, limit: usize) -> Vec<&'a Outline> {
    let wanted = plain(typed);
    if wanted.is_empty() {
        return areas.iter().take(limit).collect();
    }
    let rank = |area: &Outline| {
        let names = area.name.wordings().chain(other_names(&area.code).iter().copied());
        names.filter_map(|name| rank_of(name, &wanted)).min().or_else(|| area.code.starts_with(&wanted).then_some(0))
    };
    let mut found: Vec<(u8, &Outline)> = areas.iter().filter_map(|area| Some((rank(area)?, area))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(limit).map(|(_, area)| area).collect()
}

/// The area that a text is the whole name of, however it is spelt.
pub fn named<'a>(areas: &'a [Outline], text: &str) -> Option<&'a Outline> {
    let wanted = plain(text);
    let names = |area: &'a Outline| area.name.wordings().chain(other_names(&area.code).iter().copied());
    areas.iter().find(|area| names(area).any(|name| plain(name) == wanted))
}

fn rank_of(name: &str, wanted: &str) -> Option<u8> {
    let name = plain(name);
    if name == wanted {
        Some(0)
    } else if name.starts_with(wanted) {
        Some(1)
    } else if name.split([' ', '-']).any(|word| word.starts_with(wanted)) {
        Some(2)
    } else if wanted.len() > 2 && name.contains(wanted) {
        Some(3)
    } else {
        None
    }
}

/// Names that people use beside the official one.
fn other_names(code: &str) -> &'static [&'static str] {
    match code {
        "1480" => &["Gothenburg"],
        "0980" => &["Visby"],
        _ => &[],
    }
}

/// The text as it sounds: small letters, without rings and dots, old spellings (w, fv, hv, qv, ch, gh, aa, ae, oe, th) as today.
fn plain(text: &str) -> String {
    let mut plain: String = text
        .trim()
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'å' | 'ä' | 'á' | 'à' | 'æ' => 'a',
            'ö' | 'ó' | 'ø' => 'o',
            'é' | 'è' | 'ë' => 'e',
            'ü' => 'u',
            'w' => 'v',
            'q' => 'k',
            other => other,
        })
        .collect();
    for (old, new) in [
        ("aa", "a"),
        ("ae", "a"),
        ("oe", "o"),
        ("fv", "v"),
        ("hv", "v"),
        ("ch", "k"),
        ("ck", "k"),
        ("gh", "g"),
        ("th", "t"),
    ] {
        plain = plain.replace(old, new);
    }
    plain
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
