//! The bytes of a PX file with their encoding, and where in the text a byte is.

use std::{borrow::Cow, cell::Cell};

use crate::load::{complaint::Place, encoding::Encoding};

/// A part of the bytes, from a position up to another. A file has fewer bytes than a `u32` can count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
}

impl Span {
    /// From a position up to another.
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |position| u32::try_from(position).unwrap_or(u32::MAX);
        Self { start: narrow(start), end: narrow(end) }
    }

    /// How many bytes it has.
    pub fn len(self) -> usize {
        wide(self.end.saturating_sub(self.start))
    }
}

/// A position as a `usize`.
pub fn wide(position: u32) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

/// The bytes and their encoding.
pub struct Source<'a> {
    /// The bytes, with no mark before them.
    pub bytes: &'a [u8],
    /// How the texts in them are read.
    pub encoding: Encoding,
    /// A byte whose line is known: (byte, line, first byte of the line).
    known: Cell<(usize, usize, usize)>,
}

impl<'a> Source<'a> {
    /// The source of these bytes.
    pub fn new(bytes: &'a [u8], encoding: Encoding) -> Self {
        Self { bytes, encoding, known: Cell::new((0, 1, 0)) }
    }

    /// The bytes of a part.
    pub fn raw(&self, span: Span) -> &'a [u8] {
        self.bytes.get(wide(span.start)..wide(span.end)).unwrap_or_default()
    }

    /// The text of a part.
    pub fn text(&self, span: Span) -> Cow<'a, str> {
        let raw = self.raw(span);
        match std::str::from_utf8(raw) {
            Ok(text) if raw.is_ascii() || self.encoding == Encoding::Utf8 => text.into(),
            _ => self.encoding.decode(raw).0,
        }
    }

    /// Line and column of a byte, both from 1; the column in letters.
    pub fn place(&self, at: usize) -> Place {
        let at = at.min(self.bytes.len());
        let (from, mut line, mut start) = match self.known.get() {
            known if known.0 <= at => known,
            _ => (0, 1, 0),
        };
        for (position, _) in
            self.bytes.get(from..at).unwrap_or_default().iter().enumerate().filter(|(_, byte)| **byte == b'\n')
        {
            line = line.saturating_add(1);
            start = from.saturating_add(position).saturating_add(1);
        }
        self.known.set((at, line, start));
        let before = self.bytes.get(start..at).unwrap_or_default();
        let is_letter = |byte: &&u8| self.encoding != Encoding::Utf8 || **byte & 0xC0 != 0x80;
        Place::Text { line, column: before.iter().filter(is_letter).count().saturating_add(1) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_counted_in_letters() {
        let place = |bytes: &[u8], encoding, at| Source::new(bytes, encoding).place(at);
        assert_eq!(place("a\nåäö=".as_bytes(), Encoding::Utf8, 8), Place::Text { line: 2, column: 4 });
        assert_eq!(place(b"a\n\xe5\xe4\xf6=", Encoding::Windows1252, 5), Place::Text { line: 2, column: 4 });
        let source = Source::new(b"a\nb\nc", Encoding::Utf8);
        assert_eq!(source.place(4), Place::Text { line: 3, column: 1 });
        assert_eq!(source.place(0), Place::Text { line: 1, column: 1 }, "an earlier place after a later one");
    }
}
