//! A place as its page tells of it: what it is, what it lies in, what it consists of, its neighbours.

pub mod card;
pub mod former;
pub mod overview;
pub mod similar;

use std::sync::Arc;

use super::{table::swedish_order, walk::named};
use crate::{
    gate::Cleared,
    model::{
        area::{Level, county_of},
        dimension::DimensionKind,
        outline::{Outline, Outlines},
        text::{Language, Text},
    },
    query::question::Question,
    words::area as words,
};

/// The outlines of all levels.
#[derive(Clone, Debug, PartialEq)]
pub struct Maps {
    /// The municipalities.
    pub municipalities: Arc<Outlines>,
    /// The counties.
    pub counties: Arc<Outlines>,
    /// The inspectorate's divisions.
    pub divisions: Arc<Outlines>,
}

/// What an address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing.
    Nothing,
    /// A place, by level and by its position among the outlines of that level.
    Place(Level, usize),
    /// A place by its name; its code leads there.
    Named(String),
    /// A place by a code or a name that it no longer has: its code now, and what is to be said of the old one.
    Former {
        /// Its code now.
        code: String,
        /// What the address asked for.
        asked: String,
        /// The county whose code it began with, where only that is known of it.
        county: Option<&'static str>,
        /// The last year in which that held.
        until: u16,
    },
    /// The whole country.
    Nation,
    /// No such place.
    Unknown(String),
}

/// Another place, to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLink {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacePanel {
    /// Its code.
    pub code: String,
    /// What sort of place it is.
    pub level: Level,
    /// Its position among the outlines of its level.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// What sort of place it is, in words: "Kommun i Skåne län".
    pub kind: String,
    /// What it lies in: a municipality in a county, a county in a division.
    pub above: Option<PlaceLink>,
    /// What it consists of, in alphabetical order.
    pub parts: Vec<PlaceLink>,
    /// The places of its level that share a border with it on land, in alphabetical order.
    pub neighbours: Vec<PlaceLink>,
}

impl Maps {
    /// The outlines of a level; the whole country has none.
    pub fn of(&self, level: Level) -> Option<&Arc<Outlines>> {
        match level {
            Level::Nation => None,
            Level::Division => Some(&self.divisions),
            Level::County => Some(&self.counties),
            Level::Municipality => Some(&self.municipalities),
        }
    }

    /// What an address asks for, by code or by name.
    pub fn wanted(&self, asked: Option<&str>) -> Wanted {
        let Some(asked) = asked.map(str::trim).filter(|asked| !asked.is_empty()) else { return Wanted::Nothing };
        if Level::of_code(asked) == Some(Level::Nation) {
            return Wanted::Nation;
        }
        let by_code = |level| Some((level, self.of(level)?.areas.iter().position(|area| area.code == asked)?));
        let found = [Level::Municipality, Level::County, Level::Division].into_iter().find_map(by_code);
        match found {
            Some((level, place)) => Wanted::Place(level, place),
            None => match named(&self.every_place().areas, asked) {
                Some(area) => Wanted::Named(area.code.clone()),
                None => match former::former(asked) {
                    Some(former::Former { what, now, until }) => {
                        let county = match what {
                            former::Held::Whole => None,
                            former::Held::County(name) => Some(name),
                        };
                        Wanted::Former { code: now.to_owned(), asked: asked.to_owned(), county, until }
                    }
                    None => Wanted::Unknown(asked.to_owned()),
                },
            },
        }
    }

    /// All places of all levels in one list, to be searched: names and codes alone.
    pub fn every_place(&self) -> Outlines {
        let light = |area: &Outline| Outline { code: area.code.clone(), name: area.name.clone(), ..Outline::default() };
        let as_division = |area: &Outline| {
            let [swedish, english] = Language::ALL.map(|language| words::division(language, area.name.get(language)));
            Outline { name: Text::new(Language::Swedish, swedish).translated(english), ..light(area) }
        };
        let municipalities = self.municipalities.areas.iter().map(light);
        let counties = self.counties.areas.iter().map(light);
        let divisions = self.divisions.areas.iter().map(as_division);
        Outlines { areas: municipalities.chain(counties).chain(divisions).collect(), ..Outlines::default() }
    }

    /// A place, as its page tells of it.
    pub fn place(&self, level: Level, place: usize, language: Language) -> Option<PlacePanel> {
        let outlines = self.of(level)?;
        let area = outlines.areas.get(place)?;
        let name = |level: Level, area: &Outline| {
            let name = area.name.get(language);
            if level == Level::Division { words::division(language, name) } else { name.to_owned() }
        };
        let link = |level: Level, area: &Outline| PlaceLink { code: area.code.clone(), name: name(level, area) };
        let of_codes = |outlines: &Outlines, level: Level, is_wanted: &dyn Fn(&Outline) -> bool| {
            sorted(outlines.areas.iter().filter(|area| is_wanted(area)).map(|area| link(level, area)).collect())
        };
        let above = match level {
            Level::Municipality => {
                let county = county_of(&area.code);
                let county = self.counties.areas.iter().find(|it| Some(it.code.as_str()) == county);
                county.map(|it| link(Level::County, it))
            }
            Level::County => {
                let division = self.divisions.areas.iter().find(|it| it.parts.contains(&area.code));
                division.map(|it| link(Level::Division, it))
            }
            Level::Division | Level::Nation => None,
        };
        let parts = match level {
            Level::County => of_codes(&self.municipalities, Level::Municipality, &|it| {
                county_of(&it.code) == Some(area.code.as_str())
            }),
            Level::Division => of_codes(&self.counties, Level::County, &|it| area.parts.contains(&it.code)),
            Level::Municipality | Level::Nation => Vec::new(),
        };
        let neighbours = area.neighbours.iter().filter_map(|place| outlines.areas.get(*place));
        Some(PlacePanel {
            code: area.code.clone(),
            level,
            place,
            name: name(level, area),
            kind: words::kind(language, level, above.as_ref().map(|above| above.name.as_str())),
            above,
            parts,
            neighbours: sorted(neighbours.map(|area| link(level, area)).collect()),
        })
    }
}

/// The picked place of a question, to lead to its page; none for the whole country, and where the dataset has no places that a map has.
pub fn picked_place(cleared: &Cleared, question: &Question, language: Language) -> Option<PlaceLink> {
    let cube = cleared.cube();
    let area = cube.dimension_of_kind(&DimensionKind::Area)?;
    let picked = cube.dimensions.get(area)?.categories.get(*question.at.get(area)?)?;
    let is_place = picked.level.is_some_and(|level| level != Level::Nation);
    is_place.then(|| PlaceLink { code: picked.code.clone(), name: picked.label.get(language).to_owned() })
}

fn sorted(mut places: Vec<PlaceLink>) -> Vec<PlaceLink> {
    places.sort_by_cached_key(|it| swedish_order(&it.name));
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::outlines;

    fn maps() -> Maps {
        let file = |name: &str| {
            let path = format!("{}/public/maps/{name}.json", env!("CARGO_MANIFEST_DIR"));
            Arc::new(outlines::read(&std::fs::read(path).expect("it is there")).expect("it is whole"))
        };
        Maps { municipalities: file("municipalities"), counties: file("counties"), divisions: file("divisions") }
    }

    fn place(maps: &Maps, asked: &str, language: Language) -> PlacePanel {
        match maps.wanted(Some(asked)) {
            Wanted::Place(level, place) => maps.place(level, place, language).expect("it is there"),
            other => panic!("{asked}: {other:?}"),
        }
    }

    fn codes(links: &[PlaceLink]) -> Vec<&str> {
        links.iter().map(|link| link.code.as_str()).collect()
    }

    #[test]
    fn a_code_leads_to_its_place_and_so_does_a_name() {
        let maps = maps();
        assert_eq!(maps.wanted(None), Wanted::Nothing);
        assert_eq!(maps.wanted(Some(" ")), Wanted::Nothing);
        assert_eq!(maps.wanted(Some("00")), Wanted::Nation);
        assert_eq!(maps.wanted(Some("9999")), Wanted::Unknown("9999".into()));
        for (name, code) in
            [("malmö", "1280"), ("Gothenburg", "1480"), ("Skåne län", "12"), ("IVO division Mid", "mitt")]
        {
            assert_eq!(maps.wanted(Some(name)), Wanted::Named(code.into()), "{name}");
        }
        // Where a place is known by a name that it still has, its former code leads nowhere else.
        let heby = Wanted::Former { code: "0331".into(), asked: "1917".into(), county: None, until: 2006 };
        assert_eq!(maps.wanted(Some("1917")), heby);
        assert_eq!(maps.wanted(Some("Heby")), Wanted::Named("0331".into()));
        assert_eq!(maps.wanted(Some("Malm")), Wanted::Unknown("Malm".into()), "a part of a name is no name");
    }

    #[test]
    fn a_municipality_lies_in_its_county_beside_its_neighbours() {
        let lund = place(&maps(), "1281", Language::Swedish);
        assert_eq!((lund.name.as_str(), lund.kind.as_str()), ("Lund", "Kommun i Skåne län"));
        assert_eq!(lund.above.as_ref().map(|it| it.code.as_str()), Some("12"));
        assert!(lund.parts.is_empty());
        assert!(codes(&lund.neighbours).contains(&"1230"), "{:?}", lund.neighbours);
        let names: Vec<&str> = lund.neighbours.iter().map(|it| it.name.as_str()).collect();
        assert!(names.is_sorted_by_key(|name| swedish_order(name)), "{names:?}");
    }

    #[test]
    fn every_place_knows_what_it_lies_in_and_what_it_consists_of() {
        let maps = maps();
        let (mut n_parts, mut n_counties) = (0, 0);
        for (place, _) in maps.counties.areas.iter().enumerate() {
            let county = maps.place(Level::County, place, Language::English).expect("it is there");
            assert!(county.above.is_some() && county.kind.starts_with("County in IVO division "), "{county:?}");
            n_parts += county.parts.len();
        }
        for (place, _) in maps.divisions.areas.iter().enumerate() {
            let division = maps.place(Level::Division, place, Language::English).expect("it is there");
            assert_eq!((division.kind.as_str(), division.above), ("IVO division", None));
            n_counties += division.parts.len();
        }
        assert_eq!((n_parts, n_counties), (290, 21));
        assert_eq!(maps.every_place().areas.len(), 290 + 21 + 6);
    }

    #[test]
    fn an_island_has_no_neighbour() {
        assert!(place(&maps(), "0980", Language::Swedish).neighbours.is_empty());
    }
}
