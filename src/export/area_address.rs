//! The address of a page about one place, and back: which place, whether published or made-up figures, and by what areas are called similar.

use super::address::Address;
use crate::{
    model::{area::Level, catalogue::Reality, choice::Choice, text::Language},
    query::compared::{listed, parted},
};

/// The name of the place's code in an address.
const AREA: &str = "area";

/// The name of what figures are shown.
const DATA: &str = "data";

/// Before the id of a dataset: its covariates that count, as in `like.demo=inspected`. Each dataset has its own.
const LIKE: &str = "like.";

/// What the address of such a page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaAddress {
    /// The language.
    pub language: Language,
    /// The place, as it was asked for: a code, or a name.
    pub area: Option<String>,
    /// Which figures are shown; none where the address does not say.
    pub data: Option<Reality>,
    /// By which covariates areas are called similar where the reader has chosen: the dataset and their ids, in the order of the datasets' ids.
    pub like: Vec<(String, Vec<String>)>,
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
                _ => match name.strip_prefix(LIKE).filter(|dataset| !dataset.is_empty()) {
                    Some(dataset) => read.choose(dataset, Some(ids(&value))),
                    None => read.unknown.push((name, value)),
                },
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

    /// The covariates that the reader has chosen for a dataset; none where there is no choice, and all count.
    pub fn like_of(&self, dataset: &str) -> Option<&[String]> {
        self.like.iter().find(|(id, _)| id == dataset).map(|(_, ids)| ids.as_slice())
    }

    /// Chooses by which covariates of a dataset areas are called similar; none: by all of them again.
    pub fn choose(&mut self, dataset: &str, ids: Option<Vec<String>>) {
        self.like.retain(|(id, _)| id != dataset);
        self.like.extend(ids.map(|ids| (dataset.to_owned(), ids)));
        self.like.sort();
    }

    /// The address of another place with the same choices.
    pub fn of_place(&self, language: Language, area: &str, data: Option<Reality>) -> Address {
        let mut address = Self::to(language, area, data);
        address.choice.categories.extend(self.like.iter().map(|(id, ids)| Self::like_pair(id, ids)));
        address
    }

    /// The address of a place that the reader goes on to: which figures were shown goes along only to a place of the same level, for another may have others.
    pub fn moved_to(&self, language: Language, area: &str) -> Address {
        let level = |code: &str| Level::of_code(code).unwrap_or(Level::Division);
        let is_of_level = self.area.as_deref().is_some_and(|own| level(own) == level(area));
        self.of_place(language, area, self.data.filter(|_| is_of_level))
    }

    /// The covariates chosen for a dataset as they stand in an address: name and value.
    pub fn like_pair(dataset: &str, ids: &[String]) -> (String, String) {
        (format!("{LIKE}{dataset}"), listed(ids.iter().map(String::as_str)))
    }
}

fn ids(text: &str) -> Vec<String> {
    parted(text).into_iter().filter(|id| !id.is_empty()).collect()
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
    fn what_counts_as_like_is_written_for_each_dataset_and_read_back() {
        let mut asked = read(&[("area", "1280"), ("like.b", "x,y\\,z"), ("like.a", ""), ("like.", "x")]);
        let like = [("a".to_owned(), vec![]), ("b".to_owned(), vec!["x".to_owned(), "y,z".to_owned()])];
        assert_eq!(asked.like, like);
        assert_eq!(asked.unknown, [("like.".to_owned(), "x".to_owned())]);
        assert_eq!((asked.like_of("a"), asked.like_of("c")), (Some(&[][..]), None));
        let address = asked.of_place(Language::English, "12", None);
        assert_eq!(address.query(), "lang=en&area=12&like.a=&like.b=x%2Cy%5C%2Cz");
        assert_eq!(AreaAddress::of(&address).like, like);
        asked.choose("b", None);
        asked.choose("a", Some(vec!["n".to_owned()]));
        assert_eq!(asked.like, [("a".to_owned(), vec!["n".to_owned()])]);
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
