//! The members that most files consist of, one straight after the other: plain numbers, nulls, signs seen before, a comma behind each.
//!
//! Whatever looks otherwise is left to `swift`, with the cursor before it.

use super::decimal;

/// What there is of a list or an object, and what is left of the text behind it and its comma.
type Taken<'b, T> = Option<(T, &'b [u8])>;

/// Any number as a member of a list, NaN for null.
pub fn number(rest: &[u8]) -> Taken<'_, f64> {
    let rest = without_space(rest);
    let (number, n_bytes) = match rest.first_chunk() {
        Some(b"null,") => (f64::NAN, 4),
        _ => decimal::read(rest)?,
    };
    Some((number, rest.get(n_bytes..)?.strip_prefix(b",")?))
}

/// The position that a member of an object is named after; what is left is its value.
#[inline]
pub fn position(rest: &[u8]) -> Taken<'_, usize> {
    let rest = without_space(rest).strip_prefix(b"\"")?;
    let (position, n_digits) = decimal::up_to_eight(rest)?;
    let rest = rest.get(n_digits..)?.strip_prefix(b"\":")?;
    Some((usize::try_from(position).ok().filter(|_| n_digits > 0)?, rest))
}

/// A sign seen before, by its place among the distinct ones; none in it for null.
#[inline]
pub fn sign<'b>(rest: &'b [u8], near: &[String]) -> Taken<'b, Option<usize>> {
    let rest = without_space(rest);
    // Most signs are one letter.
    if let Some((&[b'"', letter, b'"', b','], rest)) = rest.split_first_chunk()
        && let Some(place) = near.iter().position(|sign| sign.as_bytes() == [letter])
        && is_plain(letter)
    {
        return Some((Some(place), rest));
    }
    if let Some(rest) = rest.strip_prefix(b"null,") {
        return Some((None, rest));
    }
    let rest = rest.strip_prefix(b"\"")?;
    near.iter().enumerate().find_map(|(place, sign)| {
        let rest = rest.strip_prefix(sign.as_bytes())?.strip_prefix(b"\",")?;
        sign.bytes().all(is_plain).then_some((Some(place), rest))
    })
}

/// Whether a letter of a text stands in the file as it is meant.
pub fn is_plain(letter: u8) -> bool {
    letter >= b' ' && letter != b'"' && letter != b'\\'
}

#[inline]
fn without_space(mut rest: &[u8]) -> &[u8] {
    while let Some((b' ' | b'\n' | b'\r' | b'\t', behind)) = rest.split_first() {
        rest = behind;
    }
    rest
}
