//! What in a text leads to a person.

use super::{coordinates, email_address, identity_number, phone_number};

/// What a text looks like it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Personal {
    /// A personal identity number or a coordination number.
    IdentityNumber,
    /// An e-mail address.
    EmailAddress,
    /// A Swedish phone number.
    PhoneNumber,
    /// Coordinates of a place in Sweden.
    Coordinates,
}

impl Personal {
    const ALL: [Self; 4] = [Self::IdentityNumber, Self::EmailAddress, Self::PhoneNumber, Self::Coordinates];

    fn is_in(self, text: &str) -> bool {
        match self {
            Self::IdentityNumber => identity_number::is_in(text),
            Self::EmailAddress => email_address::is_in(text),
            Self::PhoneNumber => phone_number::is_in(text),
            Self::Coordinates => coordinates::is_in(text),
        }
    }
}

/// All that a text looks like it has, each once.
pub fn kinds(text: &str) -> impl Iterator<Item = Personal> {
    // Most texts have neither: they are read once.
    let n_digits = text.bytes().filter(u8::is_ascii_digit).count();
    let may_have = n_digits >= FEWEST_DIGITS || text.contains('@');
    Personal::ALL.into_iter().filter(move |kind| may_have && kind.is_in(text))
}

/// A phone number in another country's form has this many digits at least.
const FEWEST_DIGITS: usize = 7;
