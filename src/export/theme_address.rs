//! The address of a theme, and back: which aspect the reader keeps to.

use super::address::Address;
use crate::model::{choice::Choice, text::Language, theme::Aspect};

/// The name of the aspect in an address.
const ASPECT: &str = "aspect";

/// What the address of a theme says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeAddress {
    /// What the questions shown are about; none: all questions are shown.
    pub aspect: Option<Aspect>,
    /// What stood there and means nothing here: (name, value).
    pub unknown: Vec<(String, String)>,
}

impl ThemeAddress {
    /// What an address says of a theme.
    pub fn of(address: &Address) -> Self {
        let mut read = Self { aspect: None, unknown: address.unknown.clone() };
        for (name, value) in address.pairs() {
            match name.as_str() {
                // The view is said with every dataset, asked for or not.
                "lang" | "view" => {}
                ASPECT if Aspect::from_id(&value).is_some() => read.aspect = Aspect::from_id(&value),
                _ => read.unknown.push((name, value)),
            }
        }
        read
    }

    /// What an address says besides the language, for this aspect to be kept to.
    pub fn choice(aspect: Option<Aspect>) -> Choice {
        let categories = aspect.map(|aspect| (ASPECT.to_owned(), aspect.id().to_owned()));
        Choice { categories: categories.into_iter().collect(), ..Choice::default() }
    }

    /// The address of a theme at this aspect.
    pub fn to(language: Language, aspect: Option<Aspect>) -> Address {
        Address { language, choice: Self::choice(aspect), ..Address::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> ThemeAddress {
        ThemeAddress::of(&Address::from_pairs(pairs.iter().copied()))
    }

    #[test]
    fn every_aspect_is_written_and_read_back_in_both_languages() {
        for aspect in Aspect::ALL.map(Some).into_iter().chain([None]) {
            for language in [Language::Swedish, Language::English] {
                let address = ThemeAddress::to(language, aspect);
                let back = ThemeAddress::of(&address);
                assert_eq!((back.aspect, back.unknown), (aspect, Vec::new()));
                // The language switch changes the language alone.
                let other = Address { language: language.other(), ..address };
                assert_eq!(other, ThemeAddress::to(language.other(), aspect));
            }
        }
        let address = ThemeAddress::to(Language::English, Some(Aspect::FollowingUp));
        assert_eq!(address.query(), "lang=en&aspect=folja-upp");
    }

    #[test]
    fn an_aspect_that_nobody_knows_shows_all_and_is_kept_to_be_told() {
        let at =
            read(&[("aspect", "trivsel"), ("lang", "klingon"), ("dataset", "demo"), ("view", "map"), ("sex", "K")]);
        assert_eq!(at.aspect, None);
        let names: Vec<&str> = at.unknown.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["lang", "dataset", "aspect", "sex"]);
        assert_eq!(read(&[("aspect", "Stod")]).aspect, None, "codes are written as they are");
        assert_eq!(
            read(&[("aspect", "stod"), ("aspect", "trygghet")]).aspect,
            Some(Aspect::FeelingSafe),
            "the last counts"
        );
        assert_eq!(read(&[]), ThemeAddress::default());
    }
}
