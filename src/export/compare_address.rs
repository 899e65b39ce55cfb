//! The address of the page that compares, and back: what is asked, and which categories stand side by side.

use super::address::Address;
use crate::model::{choice::Choice, text::Language};

/// The name of the compared codes in an address.
const COMPARE: &str = "compare";

/// What the address of that page says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareAddress {
    /// What is asked; `by` is the dimension that is compared along.
    pub choice: Choice,
    /// The codes side by side, the first of them what the others are set against: "1280,1480".
    pub compared: Option<String>,
}

impl CompareAddress {
    /// What an address says.
    pub fn of(address: &Address) -> Self {
        let mut choice = address.choice.clone();
        let compared = choice.categories.iter().find(|(name, _)| name == COMPARE).map(|(_, codes)| codes.clone());
        choice.categories.retain(|(name, _)| name != COMPARE);
        Self { choice, compared }
    }

    /// The address of it.
    pub fn to(self, language: Language) -> Address {
        let choice = match self.compared {
            Some(codes) => self.choice.at(COMPARE, &codes),
            None => self.choice,
        };
        Address { language, choice, ..Address::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compared_is_written_and_read_back() {
        let choice = Choice { dataset: Some("demo".into()), by: Some("area".into()), ..Choice::default() };
        let said = CompareAddress { choice: choice.at("period", "2022"), compared: Some("1280,00".into()) };
        let address = said.clone().to(Language::English);
        assert_eq!(address.query(), "lang=en&dataset=demo&by=area&view=all&period=2022&compare=1280%2C00");
        assert_eq!(CompareAddress::of(&address), said);
        assert_eq!(CompareAddress::of(&Address::default()), CompareAddress::default());
    }
}
