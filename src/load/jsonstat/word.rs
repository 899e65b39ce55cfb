//! Eight bytes of a text looked at together as one number, the first byte lowest: no step waits for how many digits there are.

/// The same bit or byte in each of the eight.
const EACH: u64 = 0x0101_0101_0101_0101;

/// As many digits as there is room for beside a comma.
pub const MOST_DIGITS: usize = 7;

/// A member of a list with what is behind it, as it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its number; 0 where it is null.
    pub count: u32,
    /// Whether it is null.
    pub is_null: bool,
    /// Bytes up to the next member.
    pub n_bytes: usize,
}

/// The eight bytes from here on; none where there are fewer.
#[inline(always)]
pub fn at(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
}

/// A count of up to seven digits, or null, with the comma behind it, and one space if the text is spaced; none where it is anything else.
#[inline(always)]
pub fn member<const SPACED: bool>(word: u64) -> Option<Member> {
    const NULL: u64 = u64::from_le_bytes(*b"null,\0\0\0");
    const SPACED_NULL: u64 = u64::from_le_bytes(*b"null, \0\0");
    // A digit has this bit; a comma has it not, nor has the first letter of null.
    let n_bits = (!word & (EACH * 0x10)).trailing_zeros() & !7;
    let digits = moved(word, n_bits);
    let behind = word.wrapping_shr(n_bits);
    let (is_null, is_end) = match SPACED {
        true => (word & 0xFFFF_FFFF_FFFF == SPACED_NULL, behind & 0xFFFF == u64::from(u16::from_le_bytes(*b", "))),
        false => (word & 0xFF_FFFF_FFFF == NULL, behind & 0xFF == u64::from(b',')),
    };
    // JSON knows no zero before other digits.
    let is_first = word & 0xFF != u64::from(b'0') || n_bits == 8;
    if !(is_null | ((n_bits > 0) & is_digits(digits) & is_end & is_first)) {
        return None;
    }
    let n_digits = if is_null { 4 } else { usize::try_from(n_bits / 8).unwrap_or_default() };
    let count = if is_null { 0 } else { number(digits) };
    Some(Member { count, is_null, n_bytes: n_digits.wrapping_add(if SPACED { 2 } else { 1 }) })
}

/// Bytes in which the writer's way with spaces is looked for.
const SAMPLE: usize = 64;

/// Whether a space stands behind each comma, and behind the colons of an object, as many writers have it.
pub fn is_spaced(text: &[u8]) -> bool {
    let mut sample = text.iter().take(SAMPLE);
    sample.any(|byte| *byte == b',') && sample.next() == Some(&b' ')
}

/// The text from the member on that comes next, if it is spaced.
pub fn without_space<const SPACED: bool>(text: &[u8]) -> &[u8] {
    text.strip_prefix(b" ").filter(|_| SPACED).unwrap_or(text)
}

/// A text of one letter with the comma behind it, and one space if the text is spaced; and where the next member begins.
#[inline(always)]
pub fn letter<const SPACED: bool>(text: &[u8], begin: usize) -> Option<(u8, usize)> {
    let text = text.get(begin..)?;
    match (SPACED, text.first_chunk()?, text.get(4)) {
        (false, &[b'"', letter, b'"', b','], _) => Some((letter, begin.wrapping_add(4))),
        (true, &[b'"', letter, b'"', b','], Some(b' ')) => Some((letter, begin.wrapping_add(5))),
        _ => None,
    }
}

/// The position that a member of an object is named after, and where its value begins, with one space before that if the text is spaced;
/// none where the name is anything but one to seven digits. It has as many as the last one had, or they are counted.
#[inline(always)]
pub fn position<const SPACED: bool>(text: &[u8], begin: usize, n_digits: &mut usize) -> Option<(usize, usize)> {
    let word = at(text, begin)?;
    if word & 0xFF != u64::from(b'"') {
        return None;
    }
    let digits = word >> 8;
    let first = begin.wrapping_add(1);
    let behind = |n: usize| {
        let behind = first.wrapping_add(n);
        let text = text.get(behind..)?;
        let rest = if SPACED { text.strip_prefix(b"\": ") } else { text.strip_prefix(b"\":") };
        rest.and(Some(behind.wrapping_add(if SPACED { 3 } else { 2 })))
    };
    let (number, at) = match number_of(digits, *n_digits).zip(behind(*n_digits)) {
        Some(found) => found,
        None => {
            *n_digits = self::n_digits(digits);
            number_of(digits, *n_digits).zip(behind(*n_digits))?
        }
    };
    Some((usize::try_from(number).unwrap_or(usize::MAX), at))
}

/// The number that so many digits at the start are, at most seven; none where they are not all digits.
#[inline(always)]
pub fn number_of(word: u64, n_digits: usize) -> Option<u32> {
    let n_bits = u32::try_from(n_digits).unwrap_or_default().wrapping_mul(8);
    let digits = moved(word, n_bits);
    (is_digits(digits) & (n_digits.wrapping_sub(1) < MOST_DIGITS)).then(|| number(digits))
}

/// The number that so many digits at the start are, up to eight; 0 where there are none.
#[inline(always)]
pub fn number_of_any(word: u64, n_digits: usize) -> u32 {
    let n_bits = u32::try_from(n_digits).unwrap_or_default().wrapping_mul(8);
    number((word ^ (EACH * 0x30)).checked_shl(64_u32.wrapping_sub(n_bits)).unwrap_or_default())
}

/// How many of the bytes are digits before one that is none.
#[inline(always)]
pub fn n_digits(word: u64) -> usize {
    let digits = word ^ (EACH * 0x30);
    // A byte over 9 gets its highest bit; what it carries over changes only bytes behind it.
    let others = (digits.wrapping_add(EACH * 0x76) | digits) & (EACH * 0x80);
    usize::try_from(others.trailing_zeros() / 8).unwrap_or_default()
}

/// The first bytes as digits, moved up so that the last stands last, behind zeros.
#[inline(always)]
fn moved(word: u64, n_bits: u32) -> u64 {
    (word ^ (EACH * 0x30)).wrapping_shl(64_u32.wrapping_sub(n_bits))
}

/// Whether all are digits.
#[inline(always)]
fn is_digits(digits: u64) -> bool {
    (digits.wrapping_add(EACH * 0x76) | digits) & (EACH * 0x80) == 0
}

/// The number that eight digits are.
#[inline(always)]
fn number(digits: u64) -> u32 {
    let pairs = (digits & (EACH * 0x0F)).wrapping_mul(10 * 0x100 + 1) >> 8;
    let fours = (pairs & 0x00FF_00FF_00FF_00FF).wrapping_mul(100 * 0x1_0000 + 1) >> 16;
    let eight = (fours & 0x0000_FFFF_0000_FFFF).wrapping_mul(10_000 * 0x1_0000_0000 + 1) >> 32;
    u32::try_from(eight & 0xFFFF_FFFF).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::load::jsonstat::decimal;

    /// A member as the general reader finds it.
    fn general(text: &[u8], separator: &[u8]) -> Option<Member> {
        let (number, n_bytes) = match text.starts_with(b"null") {
            true => (None, 4),
            false => decimal::read(text).map(|(number, n_bytes)| (Some(number), n_bytes))?,
        };
        let is_count = number.is_none_or(|_| n_bytes <= MOST_DIGITS && text[..n_bytes].iter().all(u8::is_ascii_digit));
        let n_all = n_bytes + separator.len();
        let is_plain = is_count && n_all <= 8 && text[n_bytes..].starts_with(separator);
        let count = number.unwrap_or_default() as u32;
        is_plain.then_some(Member { count, is_null: number.is_none(), n_bytes: n_all })
    }

    proptest! {
        #[test]
        fn a_member_is_found_as_the_general_reader_finds_it(
            text in prop_oneof![
                "(0|[1-9][0-9]{0,8}|null)(,| ,|, |,,|\\.5,|e1,|\\])[0-9, ]{8}",
                "[0-9nul,. -]{8,12}",
                "0?[0-9]{0,7},[^a]{8}",
            ],
        ) {
            let word = at(text.as_bytes(), 0).expect("there are eight bytes");
            prop_assert_eq!(member::<false>(word), general(text.as_bytes(), b","), "{}", text);
            prop_assert_eq!(member::<true>(word), general(text.as_bytes(), b", "), "{}", text);
        }

        #[test]
        fn digits_are_counted_and_read_as_one_by_one(bytes in vec(prop_oneof![3 => b'0'..=b'9', 1 => any::<u8>()], 8), asked in 0_usize..10) {
            let word = at(&bytes, 0).expect("there are eight bytes");
            let n = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            prop_assert_eq!(n_digits(word), n);
            let number = || bytes[..asked].iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'));
            prop_assert_eq!(number_of(word, asked), (1..=n.min(MOST_DIGITS)).contains(&asked).then(number));
        }
    }

    #[test]
    fn there_must_be_eight_bytes() {
        assert_eq!(at(b"01234567", 0), Some(u64::from_le_bytes(*b"01234567")));
        assert_eq!(at(b"01234567", 1), None);
        assert_eq!(at(b"", 9), None);
    }
}
