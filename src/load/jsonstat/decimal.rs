//! From the digits of a JSON number to the double nearest to them.

use super::word;

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// As many digits as always fit 64 bits.
const MOST_DIGITS: usize = 19;

/// The largest number up to which a double holds every whole number.
const LARGEST_EXACT: u64 = 1 << 53;

/// Powers of ten by which few decimals are moved.
const WHOLE_POWERS: [u64; 8] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// The number at the start of the bytes, and how many bytes it is; none where it is no JSON number, or too large for a double.
///
/// Few digits and a small power of ten are both exact as doubles, so one division rounds once, and right: W. D. Clinger,
/// “How to Read Floating Point Numbers Accurately”, 1990. Everything else is left to the standard library.
#[inline]
pub fn read(bytes: &[u8]) -> Option<(f64, usize)> {
    short(bytes).or_else(|| general(bytes))
}

/// A number of at most seven digits and as many decimals, which most are; none also where it is another.
#[inline]
fn short(bytes: &[u8]) -> Option<(f64, usize)> {
    let (whole, n_whole) = up_to_eight(bytes)?;
    if !(1..=7).contains(&n_whole) || (n_whole > 1 && bytes.first() == Some(&b'0')) {
        return None;
    }
    match bytes.get(n_whole)? {
        b'.' => {
            let rest = bytes.get(n_whole.checked_add(1)?..)?;
            let (decimals, n_decimals) = up_to_eight(rest)?;
            if !(1..=7).contains(&n_decimals) || matches!(rest.get(n_decimals)?, b'e' | b'E') {
                return None;
            }
            // Fourteen digits, which a double holds, divided by a power that it holds.
            let digits = u64::from(whole).checked_mul(*WHOLE_POWERS.get(n_decimals)?)?.checked_add(decimals.into())?;
            let number = digits as f64 / POWERS.get(n_decimals)?;
            Some((number, n_whole.checked_add(1)?.checked_add(n_decimals)?))
        }
        b'e' | b'E' => None,
        _ => Some((f64::from(whole), n_whole)),
    }
}

/// How many of the first eight bytes are digits before one that is none, and the number they are; none where there are not eight bytes.
#[inline]
pub fn up_to_eight(bytes: &[u8]) -> Option<(u32, usize)> {
    let word = word::at(bytes, 0)?;
    let n_digits = word::n_digits(word);
    Some((word::number_of_any(word, n_digits), n_digits))
}

/// Any number.
#[inline(never)]
fn general(bytes: &[u8]) -> Option<(f64, usize)> {
    let is_negative = bytes.first() == Some(&b'-');
    let start = usize::from(is_negative);
    let mut digits = 0_u64;
    let n_whole = digits_at(bytes, start, &mut digits);
    if n_whole == 0 || (n_whole > 1 && bytes.get(start) == Some(&b'0')) {
        return None;
    }
    let mut end = start.checked_add(n_whole)?;
    let mut n_decimals = 0;
    if bytes.get(end) == Some(&b'.') {
        end = end.checked_add(1)?;
        n_decimals = digits_at(bytes, end, &mut digits);
        if n_decimals == 0 {
            return None;
        }
        end = end.checked_add(n_decimals)?;
    }
    let has_power = matches!(bytes.get(end), Some(b'e' | b'E'));
    if !has_power && n_whole.checked_add(n_decimals)? <= MOST_DIGITS && digits <= LARGEST_EXACT {
        let number = digits as f64 / POWERS.get(n_decimals)?;
        return Some((if is_negative { -number } else { number }, end));
    }
    if has_power {
        end = end.checked_add(1)?;
        end = end.checked_add(usize::from(matches!(bytes.get(end), Some(b'+' | b'-'))))?;
        let n = digits_at(bytes, end, &mut 0);
        if n == 0 {
            return None;
        }
        end = end.checked_add(n)?;
    }
    let number: f64 = std::str::from_utf8(bytes.get(..end)?).ok()?.parse().ok()?;
    number.is_finite().then_some((number, end))
}

/// How many digits stand here; they are added to the number.
fn digits_at(bytes: &[u8], at: usize, number: &mut u64) -> usize {
    let mut n = 0_usize;
    for byte in bytes.get(at..).unwrap_or_default() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            break;
        }
        // It may wrap: then there are too many digits, and the number is not used.
        *number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
        n = n.saturating_add(1);
    }
    n
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    #[test]
    fn only_what_json_calls_a_number_is_one() {
        for (text, n_bytes) in [("0", 1), ("-0,", 2), ("12.5]", 4), ("1e3", 3), ("1E-2 ", 4), ("01.5", 0), ("0x", 1)] {
            let found = read(text.as_bytes()).map_or(0, |(_, n_bytes)| n_bytes);
            assert_eq!(found, n_bytes, "{text}");
        }
        for text in ["", "-", "+1", ".5", "1.", "1.e3", "1e", "1e+", "NaN", "1e999"] {
            assert_eq!(read(text.as_bytes()), None, "{text}");
        }
        assert!(read(b"-0").is_some_and(|(number, _)| number.is_sign_negative()));
    }

    proptest! {
        #[test]
        fn the_quick_way_and_the_general_one_give_the_same(text in "(0|[0-9]{1,9})([.][0-9]{1,9})?([eE][+-]?[0-9]{1,2})?.{0,9}") {
            let bits = |number: Option<(f64, usize)>| number.map(|(number, n_bytes)| (number.to_bits(), n_bytes));
            if let Some(quick) = short(text.as_bytes()) {
                prop_assert_eq!(bits(Some(quick)), bits(general(text.as_bytes())), "{}", text);
            }
        }

        #[test]
        fn eight_bytes_are_read_as_one_by_one(bytes in vec(prop_oneof![3 => b'0'..=b'9', 1 => any::<u8>()], 0..12)) {
            let n = bytes.iter().take(8).take_while(|byte| byte.is_ascii_digit()).count();
            let number = bytes[..n].iter().fold(0, |number, byte| number * 10 + u32::from(byte - b'0'));
            prop_assert_eq!(up_to_eight(&bytes), (bytes.len() >= 8).then_some((number, n)));
        }

        #[test]
        fn a_number_is_the_one_that_serde_reads(text in "-?(0|[1-9][0-9]{0,24})([.][0-9]{1,25})?([eE][+-]?[0-9]{1,3})?") {
            let serde = serde_json::from_str::<f64>(&text).ok().map(f64::to_bits);
            prop_assert_eq!(read(text.as_bytes()).map(|(number, _)| number.to_bits()), serde, "{}", text);
        }

        #[test]
        fn a_number_as_it_is_written_comes_back(number in any::<f64>().prop_filter("JSON has no others", |number| number.is_finite())) {
            let text = serde_json::to_string(&number).expect("it is finite");
            prop_assert_eq!(read(text.as_bytes()), Some((number, text.len())));
        }
    }
}
