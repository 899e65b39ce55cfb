//! Places: how an area code tells what kind of place it is.

/// What kind of place an area is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// The whole country, code `00`.
    Nation,
    /// One of the inspectorate's divisions.
    Division,
    /// A county, two digits.
    County,
    /// A municipality, four digits; the first two are its county.
    Municipality,
}

impl Level {
    /// The level that Statistics Sweden's area code stands for.
    pub fn of_code(code: &str) -> Option<Self> {
        let all_digits = code.bytes().all(|byte| byte.is_ascii_digit());
        match code.len() {
            2 if code == "00" => Some(Self::Nation),
            2 if all_digits => Some(Self::County),
            4 if all_digits => Some(Self::Municipality),
            _ => None,
        }
    }

    /// The word for the level in files and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Division => "division",
            Self::County => "county",
            Self::Municipality => "municipality",
        }
    }

    /// The level a file or an address means.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Nation, Self::Division, Self::County, Self::Municipality].into_iter().find(|level| level.id() == id)
    }
}

/// The county that a municipality's code begins with.
pub fn county_of(municipality_code: &str) -> Option<&str> {
    (Level::of_code(municipality_code) == Some(Level::Municipality)).then(|| &municipality_code[..2])
}

/// How many municipalities each county has, by its code; none has come or gone since 2003.
/// Source: Statistics Sweden, "Län och kommuner i kodnummerordning".
const N_MUNICIPALITIES: [(&str, usize); 21] = [
    ("01", 26),
    ("03", 8),
    ("04", 9),
    ("05", 13),
    ("06", 13),
    ("07", 8),
    ("08", 12),
    ("09", 1),
    ("10", 5),
    ("12", 33),
    ("13", 6),
    ("14", 49),
    ("17", 16),
    ("18", 12),
    ("19", 10),
    ("20", 15),
    ("21", 10),
    ("22", 7),
    ("23", 8),
    ("24", 15),
    ("25", 14),
];

/// How many areas of this level an area consists of; none where the code does not tell.
///
/// Whoever sums areas must have them all: a file may hold only some municipalities of a county.
pub fn n_parts(code: &str, parts: Level) -> Option<usize> {
    match (Level::of_code(code)?, parts) {
        (Level::Nation, Level::County) => Some(N_MUNICIPALITIES.len()),
        (Level::Nation, Level::Municipality) => Some(N_MUNICIPALITIES.iter().map(|(_, n)| n).sum()),
        (Level::County, Level::Municipality) => N_MUNICIPALITIES.iter().find(|(it, _)| *it == code).map(|(_, n)| *n),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nation_has_all_its_municipalities() {
        assert_eq!(n_parts("00", Level::County), Some(21));
        assert_eq!(n_parts("00", Level::Municipality), Some(290));
        assert_eq!(n_parts("09", Level::Municipality), Some(1));
        assert_eq!(n_parts("02", Level::Municipality), None);
        assert_eq!(n_parts("0980", Level::Municipality), None);
    }

    #[test]
    fn codes_tell_the_level_and_names_do_not() {
        assert_eq!(Level::of_code("00"), Some(Level::Nation));
        assert_eq!(Level::of_code("09"), Some(Level::County));
        assert_eq!(Level::of_code("0980"), Some(Level::Municipality));
        assert_eq!(Level::of_code("98å"), None);
        assert_eq!(Level::of_code("980"), None);
        assert_eq!(county_of("0980"), Some("09"));
        assert_eq!(county_of("åä"), None);
    }
}
