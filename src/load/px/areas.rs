//! Which codes are Swedish places for certain: the country, the 21 counties and the 290 municipalities.

use crate::model::area::{Level, county_of};

/// County, and the last two digits of its municipalities, by Statistics Sweden's list of 2026.
const COUNTIES: [(&str, &str); 21] = [
    ("01", "14 15 17 20 23 25 26 27 28 36 38 39 40 60 62 63 80 81 82 83 84 86 87 88 91 92"),
    ("03", "05 19 30 31 60 80 81 82"),
    ("04", "28 61 80 81 82 83 84 86 88"),
    ("05", "09 12 13 60 61 62 63 80 81 82 83 84 86"),
    ("06", "04 17 42 43 62 65 80 82 83 84 85 86 87"),
    ("07", "60 61 63 64 65 67 80 81"),
    ("08", "21 34 40 60 61 62 80 81 82 83 84 85"),
    ("09", "80"),
    ("10", "60 80 81 82 83"),
    ("12", "14 30 31 33 56 57 60 61 62 63 64 65 66 67 70 72 73 75 76 77 78 80 81 82 83 84 85 86 87 90 91 92 93"),
    ("13", "15 80 81 82 83 84"),
    (
        "14",
        "01 02 07 15 19 21 27 30 35 38 39 40 41 42 43 44 45 46 47 52 60 61 62 63 65 66 70 71 72 73 80 81 82 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99",
    ),
    ("17", "15 30 37 60 61 62 63 64 65 66 80 81 82 83 84 85"),
    ("18", "14 60 61 62 63 64 80 81 82 83 84 85"),
    ("19", "04 07 60 61 62 80 81 82 83 84"),
    ("20", "21 23 26 29 31 34 39 61 62 80 81 82 83 84 85"),
    ("21", "01 04 21 32 61 80 81 82 83 84"),
    ("22", "60 62 80 81 82 83 84"),
    ("23", "03 05 09 13 21 26 61 80"),
    ("24", "01 03 04 09 17 18 21 22 25 60 62 63 80 81 82"),
    ("25", "05 06 10 13 14 18 21 23 60 80 81 82 83 84"),
];

/// Counties with nothing but the country beside them must be this many: a few of their codes may be ages or branches.
const MOST_OF_THE_COUNTIES: usize = 15;

/// Whether a code is a Swedish place.
pub fn is_place(code: &str) -> bool {
    let of_county = |county: &str| COUNTIES.iter().find(|(code, _)| *code == county);
    match Level::of_code(code) {
        Some(Level::Nation) => true,
        Some(Level::County) => of_county(code).is_some(),
        Some(Level::Municipality) => county_of(code).and_then(of_county).is_some_and(|(county, municipalities)| {
            let last = code.strip_prefix(county).unwrap_or_default();
            municipalities.split(' ').any(|known| known == last)
        }),
        _ => false,
    }
}

/// Whether these codes can be nothing but Swedish places.
pub fn are_places<'c>(codes: impl Iterator<Item = &'c str> + Clone) -> bool {
    let has = |wanted: Level| codes.clone().any(|code| Level::of_code(code) == Some(wanted));
    let n_counties = codes.clone().filter(|code| Level::of_code(code) == Some(Level::County)).count();
    let is_year = |code: &str| ["19", "20", "21"].iter().any(|century| code.starts_with(century));
    let has_no_year = codes.clone().any(|code| Level::of_code(code) == Some(Level::Municipality) && !is_year(code));
    let is_certain = has_no_year
        || has(Level::Municipality) && (has(Level::Nation) || n_counties > 0)
        || n_counties >= MOST_OF_THE_COUNTIES;
    is_certain && codes.clone().all(is_place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_years_and_ages() {
        let are = |codes: &[&str]| are_places(codes.iter().copied());
        assert!(are(&["00", "01", "0114"]));
        assert!(are(&["0114", "2584"]));
        assert!(!are(&["2020", "2021", "2022"]), "2020 is no municipality");
        assert!(!are(&["2021", "2023"]), "both are municipalities, and years");
        assert!(!are(&["00", "01", "02"]), "02 is no county");
        assert!(!are(&["00", "03", "04"]), "the country and two counties, or three ages");
        assert!(!are(&["1", "2"]));
        assert!(!are(&[]));
    }
}
