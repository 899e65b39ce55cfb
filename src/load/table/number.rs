//! Numbers as people write them: decimal sign, group sign, minus.

/// The sign before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decimal {
    /// `1,5`
    Comma,
    /// `1.5`
    Point,
}

impl Decimal {
    /// The sign itself.
    pub const fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    /// The other of the two.
    pub const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// As many digits as a double holds exactly.
const MOST_DIGITS: usize = 15;

/// Powers of ten that a double holds exactly, as many as there can be decimals.
const POWERS: [f64; MOST_DIGITS + 1] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberForm {
    /// The sign before the decimals.
    pub decimal: char,
    /// The sign between thousands; a space stands for every sort of space. None: the digits stand together.
    pub group: Option<char>,
    /// A per cent sign or a currency may stand around the number.
    pub has_affixes: bool,
}

impl Default for NumberForm {
    fn default() -> Self {
        Self { decimal: '.', group: Some(' '), has_affixes: false }
    }
}

impl NumberForm {
    /// Numbers with this decimal sign, and spaces between thousands.
    pub fn with(decimal: Decimal) -> Self {
        Self { decimal: decimal.sign(), ..Self::default() }
    }

    /// The number of a text; none where it is not one, or not a finite one. Brackets are no minus.
    pub fn parse(&self, text: &str) -> Option<f64> {
        self.parse_short(text).or_else(|| self.parse_any(text))
    }

    /// The number of few digits with at most one decimal sign, as `parse_any` reads it; none says nothing.
    ///
    /// The digits and the power of ten are exact as doubles, so one division rounds once, and right: W. D. Clinger,
    /// “How to Read Floating Point Numbers Accurately”, 1990.
    fn parse_short(&self, text: &str) -> Option<f64> {
        let bytes = text.as_bytes();
        let (is_negative, bytes) = match bytes.split_first() {
            Some((sign @ (b'-' | b'+'), rest)) => (*sign == b'-', rest),
            _ => (false, bytes),
        };
        let (mut digits, mut n_digits, mut n_decimals) = (0_u64, 0_usize, None);
        for byte in bytes.get(..bytes.len().min(MOST_DIGITS.saturating_add(2)))? {
            let digit = byte.wrapping_sub(b'0');
            if digit <= 9 {
                // It can't wrap: no more than seventeen bytes are looked at.
                digits = digits.wrapping_mul(10).wrapping_add(u64::from(digit));
                n_digits = n_digits.saturating_add(1);
                n_decimals = n_decimals.map(|n: usize| n.saturating_add(1));
            } else if matches!(byte, b',' | b'.') && char::from(*byte) == self.decimal && n_decimals.is_none() {
                n_decimals = Some(0);
            } else {
                return None;
            }
        }
        if !(1..=MOST_DIGITS).contains(&n_digits) {
            return None;
        }
        let number = digits as f64 / POWERS.get(n_decimals.unwrap_or_default())?;
        Some(if is_negative { -number } else { number })
    }

    fn parse_any(&self, text: &str) -> Option<f64> {
        let text = match self.has_affixes {
            true => text.trim_matches(|letter: char| !is_of_number(letter)),
            false => text,
        };
        let (minus, rest) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => ("-", rest),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, power) = match rest.split_once(['e', 'E']) {
            Some((mantissa, power)) => (mantissa, Some(power)),
            None => (rest, None),
        };
        let (whole, decimals) = match mantissa.split_once(self.decimal) {
            Some((whole, decimals)) => (whole, decimals),
            None => (mantissa, ""),
        };
        let whole = self.without_groups(whole)?;
        if !all_digits(decimals) || whole.is_empty() && decimals.is_empty() {
            return None;
        }
        let power = match power {
            Some(power) => {
                let digits = power.strip_prefix(['-', '+']).unwrap_or(power);
                let is_power = (1..=3).contains(&digits.len()) && all_digits(digits);
                is_power.then(|| format!("e{power}"))?
            }
            None => String::new(),
        };
        format!("{minus}{whole}.{decimals}{power}").parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The digits before the decimal sign: groups are of three, but for the first.
    fn without_groups(&self, whole: &str) -> Option<String> {
        if all_digits(whole) {
            return Some(whole.to_owned());
        }
        let group = self.group?;
        let is_group = |letter: char| letter == group || (is_space(group) && is_space(letter));
        let mut parts = whole.split(is_group);
        let first = parts.next()?;
        let mut digits = first.to_owned();
        let is_first = (1..=3).contains(&first.len()) && all_digits(first);
        for part in parts {
            if !is_first || part.len() != 3 || !all_digits(part) {
                return None;
            }
            digits.push_str(part);
        }
        is_first.then_some(digits)
    }
}

/// The spaces that stand in numbers: plain, no-break, narrow no-break, thin, figure.
pub const fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

const fn is_of_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '-' | '+' | '\u{2212}' | ',' | '.')
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_short_number_is_the_one_that_the_long_way_gives(
            text in "[-+\u{2212}]?([0-9]{0,3}[ .,]?){1,2}[0-9]{0,12}[.,]?[0-9]{0,7}([eE][0-9]| ?%)?",
            decimal in prop_oneof![Just('.'), Just(','), Just('e'), Just('-')],
            group in prop_oneof![Just(None), Just(Some(' ')), Just(Some('.')), Just(Some(','))],
            has_affixes in any::<bool>(),
        ) {
            let form = NumberForm { decimal, group, has_affixes };
            if let Some(number) = form.parse_short(&text) {
                prop_assert_eq!(form.parse_any(&text).map(f64::to_bits), Some(number.to_bits()), "{}", text);
            }
        }
    }

    #[test]
    fn numbers_as_swedes_write_them() {
        let form = NumberForm::with(Decimal::Comma);
        let numbers = [
            ("1,5", 1.5),
            ("12", 12.0),
            ("1 234 567,25", 1_234_567.25),
            ("1\u{a0}234", 1234.0),
            ("1\u{202f}234", 1234.0),
            ("1\u{2009}234", 1234.0),
            ("\u{2212}3,5", -3.5),
            ("-3", -3.0),
            ("+3", 3.0),
            (",5", 0.5),
            ("1,2E+05", 120_000.0),
        ];
        for (text, number) in numbers {
            assert_eq!(form.parse(text), Some(number), "{text}");
        }
        for text in
            ["", "-", ".", "(5)", "1.5", "1 23", "12 34", "1,5,5", "1 234 5", "e5", "NaN", "inf", "1e999", "5 %", "1e"]
        {
            assert_eq!(form.parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_group_sign_and_affixes_only_where_the_column_has_them() {
        let form = NumberForm { decimal: ',', group: Some('.'), has_affixes: true };
        assert_eq!(form.parse("1.234,5 kr"), Some(1234.5));
        assert_eq!(form.parse("12 %"), Some(12.0));
        assert_eq!(form.parse("1.23"), None);
        let none = NumberForm { decimal: '.', group: None, has_affixes: false };
        assert_eq!(none.parse("1 234"), None);
    }
}
