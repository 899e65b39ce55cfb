//! The address of a theme, and back: which aspect the reader keeps to, which question is presented.

use super::address::Address;
use crate::model::{choice::Choice, text::Language, theme::Aspect};

/// The name of the aspect in an address.
const ASPECT: &str = "aspect";

/// The name of the question that is presented, counted from 1 among those that are left.
const STEP: &str = "step";

/// What the address of a theme says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeAddress {
    /// What the questions shown are about; none: all questions are shown.
    pub aspect: Option<Aspect>,
    /// Which of them is presented, counted from 1, as it stands there; none: nothing is presented.
    pub step: Option<usize>,
    /// What stood there and means nothing here: (name, value).
    pub unknown: Vec<(String, String)>,
}

impl ThemeAddress {
    /// What an address says of a theme.
    pub fn of(address: &Address) -> Self {
        let mut read = Self { aspect: None, step: None, unknown: address.unknown.clone() };
        for (name, value) in address.pairs() {
            match name.as_str() {
                // The view is said with every dataset, asked for or not.
                "lang" | "view" => {}
                ASPECT if Aspect::from_id(&value).is_some() => read.aspect = Aspect::from_id(&value),
                STEP if is_count(&value) => read.step = Some(value.parse().unwrap_or(usize::MAX)),
                _ => read.unknown.push((name, value)),
            }
        }
        read
    }

    /// The number of the question that is presented when there are so many; none where there is none to present.
    pub fn step_of(&self, n_left: usize) -> Option<usize> {
        self.step.filter(|_| n_left > 0).map(|step| step.clamp(1, n_left))
    }

    /// The same address with this question presented, or none.
    pub fn at_step(mut address: Address, step: Option<usize>) -> Address {
        address.choice.categories.retain(|(name, _)| name != STEP);
        address.choice.categories.extend(step.map(|step| (STEP.to_owned(), step.to_string())));
        address
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

/// Whether a text is a whole number, however large.
fn is_count(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
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

    #[test]
    fn a_step_is_written_and_read_back_beside_any_aspect() {
        for aspect in Aspect::ALL.map(Some).into_iter().chain([None]) {
            for language in [Language::Swedish, Language::English] {
                let address = ThemeAddress::at_step(ThemeAddress::to(language, aspect), Some(7));
                let back = ThemeAddress::of(&address);
                assert_eq!((back.aspect, back.step, back.unknown.len()), (aspect, Some(7), 0));
                let other = ThemeAddress::at_step(address.clone(), Some(8));
                assert_eq!(ThemeAddress::of(&other).step, Some(8), "the old one is gone");
                assert_eq!(ThemeAddress::at_step(other, None), ThemeAddress::to(language, aspect));
            }
        }
        let address = ThemeAddress::at_step(ThemeAddress::to(Language::English, Some(Aspect::Support)), Some(3));
        assert_eq!(address.query(), "lang=en&aspect=stod&step=3");
    }

    #[test]
    fn a_step_beyond_the_questions_is_the_nearest_and_nonsense_is_told() {
        for (said, n_left, expected) in [
            ("0", 5, Some(1)),
            ("1", 5, Some(1)),
            ("5", 5, Some(5)),
            ("6", 5, Some(5)),
            ("99999999999999999999999999", 5, Some(5)),
            ("2", 0, None),
        ] {
            let at = read(&[("step", said)]);
            assert_eq!((at.step_of(n_left), at.unknown.len()), (expected, 0), "{said} of {n_left}");
        }
        for said in ["", "-1", "+1", "1.5", "two", " 2", "٣"] {
            let at = read(&[("step", said), ("aspect", "stod")]);
            assert_eq!((at.step, at.aspect), (None, Some(Aspect::Support)));
            assert_eq!(at.unknown, [("step".to_owned(), said.to_owned())]);
        }
        // What means nothing stays where the step is put right.
        let address = Address::from_pairs([("step", "9"), ("sex", "K")]);
        assert_eq!(ThemeAddress::of(&ThemeAddress::at_step(address, Some(2))).unknown.len(), 1);
    }
}
