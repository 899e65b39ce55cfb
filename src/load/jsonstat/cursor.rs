//! A place in the bytes of a JSON text. It answers none where the text is not what it expects: then serde reads it, and says why.

use std::borrow::Cow;

use super::decimal;
use crate::load::limits;

/// A place in the bytes of a JSON text.
pub struct Cursor<'b> {
    bytes: &'b [u8],
    at: usize,
}

/// As deep as a member may be nested; serde refuses a little later.
const DEPTH: usize = 100;

/// As many digits as always fit 32 bits.
const MOST_DIGITS: usize = 9;

impl<'b> Cursor<'b> {
    /// The start of a text.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// All that is not passed yet.
    pub fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Goes on where this is what is not passed yet.
    pub fn go_on_at(&mut self, rest: &[u8]) {
        self.at = self.bytes.len().saturating_sub(rest.len());
    }

    /// The next byte that is no white space, not yet passed.
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(byte);
            }
            self.at = self.at.saturating_add(1);
        }
    }

    /// Passes the next byte that is no white space.
    pub fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at = self.at.saturating_add(1);
        Some(byte)
    }

    /// Passes this byte.
    pub fn pass(&mut self, expected: u8) -> Option<()> {
        (self.next()? == expected).then_some(())
    }

    /// Whether this byte is next; then it is passed.
    pub fn passes(&mut self, expected: u8) -> bool {
        let is_next = self.peek() == Some(expected);
        self.at = self.at.saturating_add(usize::from(is_next));
        is_next
    }

    /// Passes `null`.
    pub fn null(&mut self) -> Option<()> {
        self.peek()?;
        let end = self.at.checked_add(4)?;
        let is_null = self.bytes.get(self.at..end)? == b"null";
        self.at = end;
        is_null.then_some(())
    }

    /// Passes a number.
    pub fn number(&mut self) -> Option<f64> {
        self.peek()?;
        let (number, n_bytes) = decimal::read(self.bytes.get(self.at..)?)?;
        self.at = self.at.checked_add(n_bytes)?;
        Some(number)
    }

    /// Passes a text of a few digits and no other signs, as the number it is; where there is another text, it stands there still.
    pub fn position(&mut self) -> Option<usize> {
        self.peek()?;
        let rest = self.bytes.get(self.at..)?.strip_prefix(b"\"")?;
        let mut position = 0_u32;
        for (n, byte) in rest.iter().enumerate().take(MOST_DIGITS) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            position = position.wrapping_mul(10).wrapping_add(u32::from(digit));
            if rest.get(n.checked_add(1)?) == Some(&b'"') {
                self.at = self.at.checked_add(n)?.checked_add(3)?;
                return usize::try_from(position).ok();
            }
        }
        None
    }

    /// Passes a text.
    pub fn text(&mut self) -> Option<Cow<'b, str>> {
        let (quoted, is_plain) = self.quoted()?;
        if is_plain {
            let text = quoted.get(1..quoted.len().checked_sub(1)?)?;
            return std::str::from_utf8(text).ok().map(Cow::Borrowed);
        }
        serde_json::from_slice(quoted).ok().map(Cow::Owned)
    }

    /// Passes a text: with its quotes, and whether it stands as it is meant.
    fn quoted(&mut self) -> Option<(&'b [u8], bool)> {
        self.pass(b'"')?;
        let start = self.at.checked_sub(1)?;
        let mut is_plain = true;
        for (n, &byte) in self.bytes.get(self.at..)?.iter().enumerate() {
            match byte {
                // A mark that is quoted is no end, and one before it may itself be quoted.
                b'"' if is_plain || !self.is_escaped(self.at.saturating_add(n)) => {
                    self.at = self.at.checked_add(n)?.checked_add(1)?;
                    let is_short = n <= limits::TEXT_BYTES;
                    return is_short.then_some((self.bytes.get(start..self.at)?, is_plain));
                }
                b'\\' => is_plain = false,
                ..b' ' => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether the byte here stands behind an odd number of backslashes.
    fn is_escaped(&self, at: usize) -> bool {
        let before = self.bytes.get(..at).unwrap_or_default();
        before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    }

    /// Passes any value, its bytes unread but for the lengths of its texts and how deep it goes.
    pub fn value(&mut self) -> Option<&'b [u8]> {
        self.peek()?;
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(self.at)? {
                b'"' => {
                    self.quoted()?;
                    if depth == 0 {
                        break;
                    }
                    continue;
                }
                b'{' | b'[' if depth == DEPTH => return None,
                b'{' | b'[' => depth = depth.saturating_add(1),
                b'}' | b']' | b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => break,
                b'}' | b']' if depth == 1 => {
                    self.at = self.at.saturating_add(1);
                    break;
                }
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at = self.at.saturating_add(1);
        }
        self.bytes.get(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_ends_at_a_mark_that_is_not_quoted() {
        let text = |json: &'static str| Cursor::new(json.as_bytes()).text();
        assert_eq!(text(r#" "a" "#).as_deref(), Some("a"));
        assert_eq!(text(r#""a\"b""#).as_deref(), Some("a\"b"));
        assert_eq!(text(r#""a\\""#).as_deref(), Some("a\\"));
        assert_eq!(text(r#""\u00e5\\\"" x"#).as_deref(), Some("å\\\""));
        assert_eq!(text(r#""a"#), None);
        assert_eq!(text("\"a\nb\""), None);
        assert_eq!(Cursor::new(b"\"\xff\"").text(), None);
        let long = |n| format!("\"{}\"", "x".repeat(n));
        assert!(Cursor::new(long(limits::TEXT_BYTES).as_bytes()).text().is_some());
        assert!(Cursor::new(long(limits::TEXT_BYTES + 1).as_bytes()).text().is_none());
    }

    #[test]
    fn a_position_is_a_text_of_digits() {
        let position = |json: &'static str| {
            let mut cursor = Cursor::new(json.as_bytes());
            (cursor.position(), cursor.next())
        };
        assert_eq!(position(" \"0120\": 1"), (Some(120), Some(b':')));
        assert_eq!(position("\"999999999\","), (Some(999_999_999), Some(b',')));
        for other in ["\"\":", "\"1234567890\"", "\"1a\"", "\"+1\"", "\"12"] {
            assert_eq!(position(other), (None, Some(b'"')), "{other}");
        }
    }

    #[test]
    fn a_value_is_passed_whole() {
        let value = |json: &'static str| Cursor::new(json.as_bytes()).value();
        assert_eq!(value(" [1, {\"a\": \"]\"}], 2"), Some(&b"[1, {\"a\": \"]\"}]"[..]));
        assert_eq!(value("12}"), Some(&b"12"[..]));
        assert_eq!(value("\"a,b\",1"), Some(&b"\"a,b\""[..]));
        assert_eq!(value("[1"), None);
        assert_eq!(Cursor::new(&[b'['; DEPTH + 1]).value(), None);
    }
}
