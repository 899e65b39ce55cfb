//! Codes one after another in an address, apart by a sign that may stand in a code too.

/// Before the sign that parts, or before another backslash, it makes that a sign of the code.
const ESCAPE: char = '\\';

/// The codes as one text; [`parted`] reads them back.
pub fn joined<'a>(codes: impl IntoIterator<Item = &'a str>, parting: char) -> String {
    let mut text = String::new();
    for (place, code) in codes.into_iter().enumerate() {
        if place > 0 {
            text.push(parting);
        }
        for sign in code.chars() {
            if sign == parting || sign == ESCAPE {
                text.push(ESCAPE);
            }
            text.push(sign);
        }
    }
    text
}

/// The codes of such a text; of an empty text one that is empty.
pub fn parted(text: &str, parting: char) -> Vec<String> {
    let (mut parts, mut part) = (Vec::new(), String::new());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match sign {
            _ if sign == parting => parts.push(std::mem::take(&mut part)),
            ESCAPE => part.extend(signs.next()),
            _ => part.push(sign),
        }
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn codes_may_hold_any_sign(codes in prop::collection::vec("[,:\\\\]|.{1,6}", 1..6), parting in prop::sample::select(vec![',', ':'])) {
            let text = joined(codes.iter().map(String::as_str), parting);
            prop_assert_eq!(parted(&text, parting), codes);
        }
    }
}
