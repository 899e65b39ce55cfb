//! One column of a table: each distinct text once, and a code for each row.

mod builder;
mod key;

use std::ops::Range;

pub use builder::Builder;
pub use key::Key;

/// One column: each distinct text once, and for each row which of them stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The name above it.
    pub header: String,
    texts: Texts,
    codes: Codes,
}

/// Distinct texts, one after the other in one buffer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Texts {
    buffer: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

/// Codes by row, in as few bytes as there are distinct texts for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Codes {
    One(Vec<u8>),
    Two(Vec<u16>),
    Four(Vec<u32>),
}

impl Column {
    /// A column of these texts.
    pub fn new<'t>(header: impl Into<String>, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut builder = Builder::default();
        for text in texts {
            builder.push(text);
        }
        builder.finish(header.into())
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The text of a row; empty outside the column.
    pub fn text(&self, row: usize) -> &str {
        self.code(row).and_then(|code| self.texts.get(code)).unwrap_or_default()
    }

    /// Which of the distinct texts stands in a row.
    pub fn code(&self, row: usize) -> Option<usize> {
        match &self.codes {
            Codes::One(codes) => codes.get(row).map(|code| usize::from(*code)),
            Codes::Two(codes) => codes.get(row).map(|code| usize::from(*code)),
            Codes::Four(codes) => codes.get(row).and_then(|code| usize::try_from(*code).ok()),
        }
    }

    /// The distinct texts by code, in the order they first come.
    pub fn distinct(&self) -> impl Iterator<Item = &str> + Clone {
        (0..self.n_distinct()).filter_map(|code| self.texts.get(code))
    }

    /// The distinct texts that are not empty.
    pub fn filled(&self) -> impl Iterator<Item = &str> + Clone {
        self.distinct().filter(|text| !text.is_empty())
    }

    /// How many distinct texts there are.
    pub fn n_distinct(&self) -> usize {
        self.texts.ends.len()
    }

    /// For each distinct text in how many rows it stands.
    pub fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0_usize; self.n_distinct()];
        self.each_code(0..self.len(), |code| {
            if let Some(count) = counts.get_mut(code) {
                *count = count.saturating_add(1);
            }
        });
        counts
    }

    /// Takes the codes of these rows one after the other, which is quicker than to ask for each; none where not all of them are there.
    pub fn each_code(&self, rows: Range<usize>, mut take: impl FnMut(usize)) {
        match &self.codes {
            Codes::One(codes) => {
                codes.get(rows).unwrap_or_default().iter().for_each(|code| take(usize::from(*code)));
            }
            Codes::Two(codes) => {
                codes.get(rows).unwrap_or_default().iter().for_each(|code| take(usize::from(*code)));
            }
            Codes::Four(codes) => {
                for code in codes.get(rows).unwrap_or_default() {
                    take(usize::try_from(*code).unwrap_or(usize::MAX));
                }
            }
        }
    }

    /// Whether some row is empty.
    pub fn has_empty(&self) -> bool {
        self.distinct().any(str::is_empty)
    }

    /// Bytes held.
    pub fn n_bytes(&self) -> usize {
        let codes = match &self.codes {
            Codes::One(codes) => codes.len(),
            Codes::Two(codes) => codes.len().saturating_mul(2),
            Codes::Four(codes) => codes.len().saturating_mul(4),
        };
        codes.saturating_add(self.texts.buffer.len()).saturating_add(self.texts.ends.len().saturating_mul(4))
    }
}

impl Texts {
    fn get(&self, code: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(code)?).ok()?;
        let start = match code.checked_sub(1) {
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()?,
            None => 0,
        };
        self.buffer.get(start..end)
    }

    /// The code of a new text; none where the buffer is full.
    fn add(&mut self, text: &str) -> Option<u32> {
        let end = u32::try_from(self.buffer.len().checked_add(text.len())?).ok()?;
        let code = u32::try_from(self.ends.len()).ok()?;
        self.buffer.push_str(text);
        self.ends.push(end);
        Some(code)
    }
}

impl Default for Codes {
    fn default() -> Self {
        Self::One(Vec::new())
    }
}

impl Codes {
    fn len(&self) -> usize {
        match self {
            Self::One(codes) => codes.len(),
            Self::Two(codes) => codes.len(),
            Self::Four(codes) => codes.len(),
        }
    }

    fn push(&mut self, code: u32) {
        match self {
            Self::One(codes) => match u8::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Two(codes.iter().map(|code| u16::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::Two(codes) => match u16::try_from(code) {
                Ok(code) => codes.push(code),
                Err(_) => {
                    *self = Self::Four(codes.iter().map(|code| u32::from(*code)).collect());
                    self.push(code);
                }
            },
            Self::Four(codes) => codes.push(code),
        }
    }

    /// The code of this row; the rows before it that have none yet have the last one that was pushed.
    fn push_at(&mut self, row: usize, code: u32) {
        self.fill_up_to(row);
        self.push(code);
    }

    fn fill_up_to(&mut self, n_rows: usize) {
        match self {
            Self::One(codes) => repeat_last(codes, n_rows),
            Self::Two(codes) => repeat_last(codes, n_rows),
            Self::Four(codes) => repeat_last(codes, n_rows),
        }
    }
}

fn repeat_last<T: Copy + Default>(codes: &mut Vec<T>, n_rows: usize) {
    if codes.len() < n_rows {
        codes.resize(n_rows, codes.last().copied().unwrap_or_default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once_and_its_zeros_with_it() {
        let column = Column::new("kommun", ["0114", " 0180 ", "0114", "", "0114"]);
        assert_eq!(column.distinct().collect::<Vec<_>>(), ["0114", "0180", ""]);
        assert_eq!((0..6).map(|row| column.text(row)).collect::<Vec<_>>(), ["0114", "0180", "0114", "", "0114", ""]);
        assert_eq!(column.counts(), [3, 1, 1]);
        assert!(column.has_empty());
    }

    #[test]
    fn codes_widen_when_there_are_many_texts() {
        let texts: Vec<String> = (0..70_000).chain(0..70_000).map(|n: u32| n.to_string()).collect();
        let column = Column::new("n", texts.iter().map(String::as_str));
        assert_eq!(column.n_distinct(), 70_000);
        assert!(texts.iter().enumerate().all(|(row, text)| column.text(row) == text));
    }

    #[test]
    fn rows_are_filled_up_with_the_last_code() {
        let mut codes = Codes::default();
        for (row, code) in [(0, 7), (1, 255), (3, 256), (4, 65_536), (7, 1)] {
            codes.push_at(row, code);
        }
        codes.fill_up_to(9);
        assert_eq!(codes, Codes::Four(vec![7, 255, 255, 256, 65_536, 65_536, 65_536, 1, 1]));
    }
}
