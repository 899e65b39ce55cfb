//! From the bytes of DATA to values, one by one, with nothing built between.

/// One value of DATA.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// A number; it may be infinite.
    Number(f64),
    /// A sign of so many dots.
    Dots(usize),
    /// `-`
    Nil,
    /// Another text in quotation marks, without them.
    Quoted(&'a [u8]),
    /// Anything else.
    Bare(&'a [u8]),
    /// A quotation mark without its fellow.
    Open,
}

/// Reads values from the bytes.
pub struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    /// Where the last value began.
    pub start: usize,
}

impl<'a> Scanner<'a> {
    /// Of these bytes, from a position on.
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, start: at }
    }

    /// The next value; none at the end.
    pub fn value(&mut self) -> Option<Value<'a>> {
        self.skip_separators();
        let rest = self.bytes.get(self.start..)?;
        let (value, length) = match *rest.first()? {
            b'"' => quoted(rest),
            _ => match number(rest) {
                Some(number) => number,
                None => bare(rest),
            },
        };
        self.at = self.start.saturating_add(length);
        Some(value)
    }

    /// The next key of a row, quoted or not; none at the end.
    pub fn key(&mut self) -> Option<&'a [u8]> {
        self.skip_separators();
        let rest = self.bytes.get(self.start..)?;
        let (key, length) = match *rest.first()? {
            b'"' => {
                let inside = rest.get(1..)?;
                let end = inside.iter().position(|byte| *byte == b'"').unwrap_or(inside.len());
                (inside.get(..end)?, end.saturating_add(2))
            }
            _ => {
                let end = rest.iter().position(|byte| is_separator(*byte)).unwrap_or(rest.len());
                (rest.get(..end)?, end)
            }
        };
        self.at = self.start.saturating_add(length);
        Some(key)
    }

    fn skip_separators(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_separator(*byte)).unwrap_or(rest.len());
        self.start = self.at.saturating_add(length);
        self.at = self.start;
    }
}

/// What stands between values: space, tab, a new line, and in old files a comma or a semicolon.
const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b',' | b';' | 0x0C)
}

fn quoted(rest: &[u8]) -> (Value<'_>, usize) {
    let inside = rest.get(1..).unwrap_or_default();
    let Some(end) = inside.iter().position(|byte| *byte == b'"') else { return (Value::Open, rest.len()) };
    let inside = inside.get(..end).unwrap_or_default();
    (sign(inside.trim_ascii()).unwrap_or(Value::Quoted(inside)), end.saturating_add(2))
}

fn bare(rest: &[u8]) -> (Value<'_>, usize) {
    let end = rest.iter().position(|byte| is_separator(*byte) || *byte == b'"').unwrap_or(rest.len());
    let word = rest.get(..end).unwrap_or_default();
    (sign(word).unwrap_or(Value::Bare(word)), end)
}

fn sign<'a>(word: &[u8]) -> Option<Value<'a>> {
    match word {
        b"-" => Some(Value::Nil),
        dots if !dots.is_empty() && dots.iter().all(|byte| *byte == b'.') => Some(Value::Dots(dots.len())),
        _ => None,
    }
}

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// A number that ends at a separator. Up to 2⁵³ its digits and the power of ten are both exact, so that one division rounds
/// right (Clinger 1990); the rest is left to the standard library.
fn number(rest: &[u8]) -> Option<(Value<'static>, usize)> {
    let is_negative = rest.first() == Some(&b'-');
    let mut at = usize::from(is_negative);
    let first = at;
    let (mut digits, mut n_digits, mut n_decimals) = (0_u64, 0_usize, 0_usize);
    let mut has_point = false;
    while let Some(byte) = rest.get(at) {
        match byte {
            b'0'..=b'9' => {
                digits = digits.wrapping_mul(10).wrapping_add(u64::from(byte.wrapping_sub(b'0')));
                n_digits = n_digits.wrapping_add(1);
                n_decimals = n_decimals.wrapping_add(usize::from(has_point));
            }
            b'.' if !has_point => has_point = true,
            _ => break,
        }
        at = at.wrapping_add(1);
    }
    let is_ended = rest.get(at).is_none_or(|byte| is_separator(*byte));
    if n_digits == 0 {
        return None;
    }
    if is_ended && n_digits <= 15 {
        // Fifteen digits are less than 2⁵³.
        let power = POWERS.get(n_decimals).copied().unwrap_or(1.0);
        #[expect(clippy::cast_precision_loss, reason = "at most fifteen digits, so below 2⁵³")]
        let value = digits as f64 / power;
        let value = if is_negative && digits != 0 { -value } else { value };
        return Some((Value::Number(value), at));
    }
    let end = rest
        .iter()
        .skip(first)
        .position(|byte| is_separator(*byte))
        .map_or(rest.len(), |length| length.saturating_add(first));
    let word = std::str::from_utf8(rest.get(..end)?).ok()?;
    word.parse().ok().map(|value| (Value::Number(value), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<Value<'_>> {
        let mut scanner = Scanner::new(text.as_bytes(), 0);
        std::iter::from_fn(|| scanner.value()).collect()
    }

    #[test]
    fn numbers_and_signs_in_all_their_forms() {
        use Value::{Bare, Dots, Nil, Number, Open, Quoted};
        assert_eq!(
            values("1 -2.5\t0.1\r\n.5 1e3 -0 123456789.123456789123456789"),
            [
                Number(1.0),
                Number(-2.5),
                Number(0.1),
                Number(0.5),
                Number(1000.0),
                Number(0.0),
                Number(123_456_789.123_456_79)
            ]
        );
        assert_eq!(values("\"..\" \"-\" - ... \"x y\""), [Dots(2), Nil, Nil, Dots(3), Quoted(b"x y")]);
        assert_eq!(values("1,2;3;\n4"), [Number(1.0), Number(2.0), Number(3.0), Number(4.0)]);
        assert_eq!(values("12a 1.2.3 nan \"x"), [Bare(b"12a"), Bare(b"1.2.3"), Bare(b"nan"), Open]);
        assert_eq!(values(""), []);
    }

    #[test]
    fn keys_are_read_as_they_stand() {
        let mut scanner = Scanner::new(b" \"01\" 02 \"a;b\" 5", 0);
        assert_eq!(
            (scanner.key(), scanner.key(), scanner.key()),
            (Some(&b"01"[..]), Some(&b"02"[..]), Some(&b"a;b"[..]))
        );
        assert_eq!(scanner.value(), Some(Value::Number(5.0)));
    }

    proptest::proptest! {
        #[test]
        fn a_number_is_the_one_the_standard_library_reads(text in "-?[0-9]{1,20}(\\.[0-9]{0,20})?") {
            proptest::prop_assert_eq!(values(&text), [Value::Number(text.parse::<f64>().expect("a number") + 0.0)]);
        }
    }
}
