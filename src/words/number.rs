//! Numbers and dates as Swedish and English readers write them.
//!
//! Our own and not `icu_decimal`: for two languages that differ in two signs it adds 10.5 KB (brotli) to the page where this file adds 1.4 KB.

use crate::model::text::Language;

/// U+2212, as wide as a plus and never broken off from its number.
const MINUS: char = '\u{2212}';
/// U+00A0: the number and what follows it stay on one line.
const NO_BREAK_SPACE: char = '\u{a0}';
/// What stands where a number should and is none; only a mistake of ours can show it.
const NO_NUMBER: &str = "\u{2013}";

/// A number with so many decimals, halves away from zero: "1 497,5" or "1,497.5".
///
/// Thousands are parted from four digits on, with a no-break space in Swedish as Statistics Sweden does, with a comma in English. Not for years and codes.
pub fn number(value: f64, decimals: u8, language: Language) -> String {
    let Some(digits) = digits(value, decimals) else {
        return NO_NUMBER.into();
    };
    let (thousands, point) = match language {
        Language::Swedish => (NO_BREAK_SPACE, ','),
        Language::English => (',', '.'),
    };
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (Some(MINUS), digits),
        None => (None, digits.as_str()),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::from_iter(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

/// A whole number: "1 497" or "1,497".
pub fn count(value: u64, language: Language) -> String {
    // Exact up to 2⁵³, more than anybody counts.
    number(value as f64, 0, language)
}

/// A number of per cent: "31 %" in Swedish, "31%" in English.
pub fn percent(value: f64, decimals: u8, language: Language) -> String {
    number(value, decimals, language) + percent_sign(language)
}

/// What follows a number of per cent, with the space that the language sets before it.
pub const fn percent_sign(language: Language) -> &'static str {
    match language {
        Language::Swedish => "\u{a0}%",
        Language::English => "%",
    }
}

/// From one number to another: "17–41"; "−4 till 26" where a dash would stand beside a minus.
pub fn range(low: f64, high: f64, decimals: u8, language: Language) -> String {
    let (low, high) = (number(low, decimals, language), number(high, decimals, language));
    if low.starts_with(MINUS) || high.starts_with(MINUS) {
        format!("{low} {} {high}", to(language))
    } else {
        format!("{low}–{high}")
    }
}

/// From one number of per cent to another, the sign once: "17–41 %".
pub fn percent_range(low: f64, high: f64, decimals: u8, language: Language) -> String {
    range(low, high, decimals, language) + percent_sign(language)
}

/// The word between two numbers that are read aloud.
pub const fn to(language: Language) -> &'static str {
    match language {
        Language::Swedish => "till",
        Language::English => "to",
    }
}

/// A day as it is written in running text: "22 november 2026" or "22 November 2026". `iso` is `2026-11-22`, with or without a time after it; what is no day is left as
/// it stands.
pub fn date(iso: &str, language: Language) -> String {
    day_in_words(iso, language).unwrap_or_else(|| iso.to_owned())
}

fn day_in_words(iso: &str, language: Language) -> Option<String> {
    let mut parts = iso.split(['T', ' ']).next()?.split('-');
    let mut digits =
        |len| parts.next().filter(|part| part.len() == len && part.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
    let months = match language {
        Language::Swedish => MONTHS_SV,
        Language::English => MONTHS_EN,
    };
    let month = months.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let day: u8 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    (parts.next().is_none()).then(|| format!("{day}{NO_BREAK_SPACE}{month} {year}"))
}

/// The size of a file: "12 kB", "1,2 MB"; a thousand bytes to the kilobyte.
pub fn kilobytes(bytes: u64, language: Language) -> String {
    let bytes = bytes as f64;
    let (value, decimals, unit) = match bytes {
        ..1e6 => ((bytes / 1e3).ceil(), 0, "kB"),
        _ => (bytes / 1e6, 1, "MB"),
    };
    format!("{}{NO_BREAK_SPACE}{unit}", number(value, decimals, language))
}

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The digits with a point, halves away from zero, and no minus before zeros; none for what is no number.
fn digits(value: f64, decimals: u8) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    let scale = 10_f64.powi(i32::from(decimals));
    let scaled = value * scale;
    // `format!` rounds halves to even, and 12.5 % is 13 % to our readers; beyond 2⁵³ there are no halves to round.
    let rounded = if scaled.abs() < 9e15 { scaled.round() / scale } else { value };
    let digits = format!("{rounded:.*}", usize::from(decimals));
    let is_zero = digits.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    Some(match digits.strip_prefix('-') {
        Some(unsigned) if is_zero => unsigned.into(),
        _ => digits,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};
    use proptest::prelude::*;

    #[test]
    fn numbers_are_written_as_readers_write_them() {
        assert_eq!(number(1_497.0, 0, Swedish), "1\u{a0}497");
        assert_eq!(number(1_497.0, 0, English), "1,497");
        assert_eq!(number(1_234_567.891, 2, Swedish), "1\u{a0}234\u{a0}567,89");
        assert_eq!(number(1_234_567.891, 2, English), "1,234,567.89");
        assert_eq!(number(-4.0, 0, Swedish), "\u{2212}4");
        assert_eq!(number(999.0, 1, English), "999.0");
        assert_eq!(count(819, Swedish), "819");
        assert_eq!(percent(31.0, 0, Swedish), "31\u{a0}%");
        assert_eq!(percent(31.0, 0, English), "31%");
    }

    #[test]
    fn halves_go_away_from_zero_and_zero_has_no_sign() {
        assert_eq!(number(12.5, 0, English), "13");
        assert_eq!(number(-12.5, 0, English), "\u{2212}13");
        assert_eq!(number(0.25, 1, English), "0.3");
        assert_eq!(number(-0.04, 1, English), "0.0");
        assert_eq!(number(999.6, 0, Swedish), "1\u{a0}000");
        assert_eq!(number(1e22, 0, English), "10,000,000,000,000,000,000,000");
        assert_eq!(number(f64::NAN, 0, English), "–");
    }

    #[test]
    fn a_range_with_a_minus_is_said_in_words() {
        assert_eq!(percent_range(17.0, 41.0, 0, Swedish), "17–41\u{a0}%");
        assert_eq!(range(-4.0, 26.0, 0, Swedish), "\u{2212}4 till 26");
        assert_eq!(percent_range(0.5, 1.25, 1, English), "0.5–1.3%");
    }

    #[test]
    fn dates_are_written_out() {
        assert_eq!(date("2026-11-22", Swedish), "22\u{a0}november 2026");
        assert_eq!(date("2019-09-03T08:00:00Z", English), "3\u{a0}September 2019");
        for wrong in ["2026", "2026-13-01", "2026-00-01", "2026-01-32", "26-1-1", "2026-01-01-01", ""] {
            assert_eq!(date(wrong, Swedish), wrong);
        }
    }

    #[test]
    fn sizes_are_rounded_up_to_kilobytes() {
        assert_eq!(kilobytes(11_200, Swedish), "12\u{a0}kB");
        assert_eq!(kilobytes(1_234_567, Swedish), "1,2\u{a0}MB");
        assert_eq!(kilobytes(0, English), "0\u{a0}kB");
    }

    proptest! {
        #[test]
        fn no_digit_is_lost(scaled in -9_000_000_000_000_i64..9_000_000_000_000, decimals in 0_u8..4) {
            let value = scaled as f64 / 10_f64.powi(i32::from(decimals));
            for language in Language::ALL {
                let text = number(value, decimals, language);
                let read: String = text
                    .chars()
                    .filter_map(|c| match c {
                        MINUS => Some('-'),
                        c if c.is_ascii_digit() => Some(c),
                        _ => None,
                    })
                    .collect();
                prop_assert_eq!(read.parse::<i64>().expect("digits and a sign"), scaled);
                prop_assert!(!text.contains(' '), "a number is never broken over two lines");
            }
        }

        #[test]
        fn any_number_has_a_text(value in any::<f64>(), decimals in 0_u8..9) {
            prop_assert!(!number(value, decimals, Swedish).is_empty());
        }
    }
}
