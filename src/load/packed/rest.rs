//! What is not read yet of packed bytes, taken from the front.

use crate::model::cube::Width;

/// The widths of numbers, and the bytes of one.
const WIDTHS: [(Width, u8); 3] = [(Width::U16, 2), (Width::U32, 4), (Width::F64, 8)];

/// The byte that says this width: as many bytes as a number has.
pub fn width_byte(width: Width) -> u8 {
    WIDTHS.iter().find(|(known, _)| *known == width).map_or(0, |(_, byte)| *byte)
}

/// The bytes of one number of this width.
pub fn n_bytes_of(width: Width) -> usize {
    usize::from(width_byte(width))
}

/// What is not read yet. Each of its verbs answers none where there is not enough of it.
#[derive(Debug)]
pub struct Rest<'b>(pub &'b [u8]);

impl<'b> Rest<'b> {
    /// So many bytes.
    pub fn take(&mut self, n: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    /// The same, their number known beforehand.
    pub fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*taken)
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    /// The width of numbers.
    pub fn width(&mut self) -> Option<Width> {
        let byte = self.byte()?;
        WIDTHS.iter().find(|(_, known)| *known == byte).map(|(width, _)| *width)
    }

    /// A number of things, or the position of one.
    pub fn count(&mut self) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(self.array()?)).ok()
    }

    /// A text.
    pub fn text(&mut self) -> Option<&'b str> {
        let n = self.count()?;
        std::str::from_utf8(self.take(n)?).ok()
    }
}

/// Adds a number of things. No readable file comes near to outgrowing it; one that did would not be unpacked.
pub fn put_count(bytes: &mut Vec<u8>, n: usize) {
    bytes.extend(u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes());
}

/// Adds a text.
pub fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_count(bytes, text.len());
    bytes.extend(text.as_bytes());
}
