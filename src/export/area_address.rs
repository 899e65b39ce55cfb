//! The address of a page about one place, and back: which place, and whether published or made-up figures.

use super::address::Address;
use crate::model::{catalogue::Reality, choice::Choice, text::Language};

/// The name of the place's code in an address.
const AREA: &str = "area";

/// The name of what figures are shown.
const DATA: &str = "data";

/// What the address of such a page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaAddress {
    /// The language.
    pub language: Language,
    /// The place, as it was asked for: a code, or a name.
    pub area: Option<String>,
    /// Which figures are shown; none where the address does not say.
    pub data: Option<Reality>,
    /// What stood there and means nothing here: (name, value).
    pub unknown: Vec<(String, String)>,
}

impl AreaAddress {
    /// What an address says of a place.
    pub fn of(address: &Address) -> Self {
        let mut read = Self { language: address.language, unknown: address.unknown.clone(), ..Self::default() };
        for (name, value) in address.pairs() {
            match name.as_str() {
                "lang" => {}
                AREA => read.area = Some(value),
                DATA if Reality::from_id(&value).is_some() => read.data = Reality::from_id(&value),
                _ => read.unknown.push((name, value)),
            }
        }
        // The view has no name of its own without a dataset, and means nothing with one.
        read.unknown.retain(|(name, _)| name != "view");
        read
    }

    /// The address of a place.
    pub fn to(language: Language, area: &str, data: Option<Reality>) -> Address {
        let area = (AREA.to_owned(), area.to_owned());
        let data = data.map(|data| (DATA.to_owned(), data.id().to_owned()));
        let choice = Choice { categories: std::iter::once(area).chain(data).collect(), ..Choice::default() };
        Address { language, choice, ..Address::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> AreaAddress {
        AreaAddress::of(&Address::from_pairs(pairs.iter().copied()))
    }

    #[test]
    fn a_place_and_its_figures_are_written_and_read_back() {
        let address = AreaAddress::to(Language::English, "1280", Some(Reality::Synthetic));
        assert_eq!(address.query(), "lang=en&area=1280&data=synthetic");
        let back = AreaAddress::of(&address);
        assert_eq!((back.area.as_deref(), back.data), (Some("1280"), Some(Reality::Synthetic)));
        assert_eq!((back.language, back.unknown), (Language::English, Vec::new()));
    }

    #[test]
    fn what_means_nothing_here_is_kept_to_be_told() {
        let address = read(&[("area", "01"), ("data", "all"), ("dataset", "demo"), ("view", "map"), ("sex", "K")]);
        assert_eq!((address.area.as_deref(), address.data), (Some("01"), None));
        let names: Vec<&str> = address.unknown.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["dataset", "data", "sex"]);
        assert_eq!(read(&[]), AreaAddress::default());
    }
}
