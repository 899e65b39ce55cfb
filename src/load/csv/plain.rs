//! Rows that are as they should be, which are nearly all: eight bytes at a time, and each field looked up where it stands.
//!
//! What is odd in any way is left to `split`, which knows all the rules; the tests hold the two against each other.

use super::split::Splitter;
use crate::load::table::column::{Builder, Key};

/// A field whose code must be looked up: its column, its first byte, the byte after its last.
#[derive(Clone, Copy, Debug)]
pub struct Missed {
    /// Its column.
    pub column: usize,
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

/// A text whose rows are read as long as they are plain.
pub struct Plain<'t> {
    bytes: &'t [u8],
    delimiter: u8,
    quote: Option<u8>,
    /// Where the row before began, and for each of its fields where the next one did.
    before: usize,
    nexts: Vec<usize>,
    /// How many of this row's first fields are those of the row before.
    pub n_same: usize,
    /// The codes of the row's fields.
    pub codes: Vec<u32>,
    /// The fields of this row whose codes are not known yet.
    pub missed: Vec<Missed>,
}

/// A field, and the sign after it.
struct Field {
    start: usize,
    end: usize,
    key: Key,
    sign: u8,
    /// Where the sign stands: behind the quote, where there is one.
    at: usize,
}

/// As many words as a field may have; texts that are longer are not plain.
const MOST_WORDS: usize = 32;

/// One in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
const HIGHS: u64 = 0x8080_8080_8080_8080;

impl<'t> Plain<'t> {
    /// The text, with so many columns, unless its signs stand in texts too.
    pub fn new(splitter: &Splitter<'t>, width: usize) -> Option<Self> {
        let Splitter { text, delimiter, quote, .. } = *splitter;
        let is_apart = |sign: u8| sign.is_ascii() && !Builder::is_bare(sign) && !matches!(sign, b'\n' | b'\r');
        let are_apart = is_apart(delimiter) && quote.is_none_or(|quote| is_apart(quote) && quote != delimiter);
        are_apart.then(|| Self {
            bytes: text.as_bytes(),
            delimiter,
            quote,
            before: 0,
            nexts: Vec::new(),
            n_same: 0,
            codes: vec![0; width],
            missed: Vec::new(),
        })
    }

    /// Finds the codes of the row that begins here, but for those that were missed, and tells where its line ends; none where it is not
    /// plain, or might not be a row: then this text is not to be asked again.
    pub fn row(&mut self, start: usize, columns: &mut [Builder]) -> Option<usize> {
        let (delimiter, width) = (self.delimiter, columns.len());
        // An empty line is none, and a lone first field may be a remark.
        let telling = match width {
            1 => 0,
            2 => usize::MAX,
            _ => 1,
        };
        self.missed.clear();
        // Tables are mostly sorted: a row begins with the fields of the row before.
        let n_same = self.n_as_before(start);
        self.n_same = n_same;
        let mut at = match n_same.checked_sub(1).and_then(|last| self.nexts.get(last)) {
            Some(next) => start.checked_add(*next)?,
            None => start,
        };
        let (mut n, mut last) = (n_same, delimiter);
        self.nexts.truncate(n_same);
        for (column, code) in columns.iter_mut().zip(&mut self.codes).skip(n_same) {
            let begin = at;
            let word = word(self.bytes, begin)?;
            let found = ends(word, delimiter);
            if let Some(n_bytes) = column.expected().begins(word, delimiter) {
                at = at.saturating_add(n_bytes);
                *code = column.take_expected();
            } else if found != 0 && self.quote != Some(word as u8) {
                let n_bytes = found.trailing_zeros() / u8::BITS;
                at = at.saturating_add(usize::try_from(n_bytes).ok()?);
                last = nth(word, n_bytes);
                match column.find(Key::of_word(word, n_bytes)) {
                    Some(known) => *code = known,
                    None => self.missed.push(Missed { column: n, start: begin, end: at }),
                }
            } else {
                let field = Field::long(self.bytes, begin, delimiter, self.quote)?;
                (last, at) = (field.sign, field.at);
                let key = field.key;
                match column.find(key) {
                    Some(known) => *code = known,
                    None => self.missed.push(Missed { column: n, start: field.start, end: field.end }),
                }
                if n == telling && field.start == field.end {
                    return None;
                }
            }
            if n == telling && at == begin {
                return None;
            }
            n = n.saturating_add(1);
            if last != delimiter {
                break;
            }
            at = at.saturating_add(1);
            self.nexts.push(at.saturating_sub(start));
        }
        self.before = start;
        (n == width && matches!(last, b'\n' | b'\r')).then_some(at)
    }

    /// How many fields are those of the row before, byte for byte, with the delimiters after them.
    fn n_as_before(&self, start: usize) -> usize {
        let Some(most) = self.nexts.last() else { return 0 };
        let mut n_bytes = 0_usize;
        while n_bytes < *most {
            let one = word(self.bytes, self.before.saturating_add(n_bytes));
            let (Some(one), Some(other)) = (one, word(self.bytes, start.saturating_add(n_bytes))) else { break };
            let n_same = (one ^ other).trailing_zeros() / u8::BITS;
            n_bytes = n_bytes.saturating_add(usize::try_from(n_same).unwrap_or_default());
            if one != other {
                break;
            }
        }
        self.nexts.iter().take_while(|next| **next <= n_bytes).count()
    }
}

impl Field {
    /// The field that begins here, between quotes or longer than a word.
    #[cold]
    fn long(bytes: &[u8], at: usize, delimiter: u8, quote: Option<u8>) -> Option<Self> {
        let is_end = |sign: u8| sign == delimiter || matches!(sign, b'\n' | b'\r');
        match quote.filter(|quote| bytes.get(at) == Some(quote)) {
            Some(quote) => {
                let inner = Self::until(bytes, at.checked_add(1)?, quote)?;
                let at = inner.end.checked_add(1)?;
                let sign = *bytes.get(at)?;
                // No quote and no line break within, and nothing between the quote and the end.
                (inner.sign == quote && is_end(sign)).then_some(Self { sign, at, ..inner })
            }
            None => Self::until(bytes, at, delimiter).filter(|field| is_end(field.sign)),
        }
    }

    /// The bytes up to this sign or one that is no letter.
    fn until(bytes: &[u8], start: usize, sign: u8) -> Option<Self> {
        let mut begin = start;
        for _ in 0..MOST_WORDS {
            let word = word(bytes, begin)?;
            let found = ends(word, sign);
            if found != 0 {
                let n_bytes = found.trailing_zeros() / u8::BITS;
                let key = if begin == start { Key::of_word(word, n_bytes) } else { Key::LONG };
                let end = begin.checked_add(usize::try_from(n_bytes).ok()?)?;
                return Some(Self { start, end, key, sign: nth(word, n_bytes), at: end });
            }
            begin = begin.checked_add(size_of::<u64>())?;
        }
        None
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..)?.first_chunk().map(|bytes| u64::from_le_bytes(*bytes))
}

/// A byte of a word.
const fn nth(word: u64, n: u32) -> u8 {
    word.wrapping_shr(n.wrapping_mul(u8::BITS)) as u8
}

/// The high bits of the bytes that are this sign or stand before the letters in ASCII, as line breaks do; right up to the first of them.
///
/// Subtracting borrows from a byte only where a lower one was found: S. E. Anderson, “Bit Twiddling Hacks”, 1997–2005.
const fn ends(word: u64, sign: u8) -> u64 {
    let same = word ^ ONES.wrapping_mul(sign as u64);
    let is_same = same.wrapping_sub(ONES) & !same;
    let is_low = word.wrapping_sub(ONES.wrapping_mul(0x0e)) & !word;
    (is_same | is_low) & HIGHS
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use crate::load::csv::{CsvOptions, read};

    /// Fields that repeat, and now and then an odd one.
    fn field() -> impl Strategy<Value = String> {
        prop_oneof![
            12 => "[ab]|011[45]|20(19|20)|g2-k[0-2]",
            4 => "[0-9]{1,4}|[0-9][.,][0-9]{1,2}|\"[ab]\"|\"a,b\"|abcdefg|abcdefgh|område nummer [12]|",
            1 => "\"a\"\"b\"|\"x\ny\"|\"x\r\ny\"|\"q\" z|\"q\" | a |5\" rör|\t|a\0|\"\"|\"(åäö|långt )\"|(lång ){60}|\"",
        ]
    }

    fn file() -> impl Strategy<Value = String> {
        let rows = |width| {
            let end = prop_oneof![30 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\n\n")];
            let row = prop_oneof![30 => vec(field(), width), 1 => vec(field(), 1..5)];
            vec((row, end), 0..60)
        };
        let delimiter = prop_oneof![Just(","), Just(";"), Just("\t"), Just("a")];
        ((1_usize..5).prop_flat_map(rows), delimiter, any::<bool>()).prop_map(|(rows, delimiter, is_even)| {
            let lines = rows.into_iter().map(|(row, end)| row.join(delimiter) + if is_even { "\r\n" } else { end });
            lines.collect()
        })
    }

    proptest! {
        #[test]
        fn plain_rows_are_read_as_all_others_are(text in file(), quote in prop_oneof![Just(None), Just(Some(None))]) {
            let options = CsvOptions { quote, ..CsvOptions::default() };
            // Where lines may be comments no row is taken for plain.
            let one_by_one = CsvOptions { comment: Some('\u{e000}'), ..options.clone() };
            prop_assert_eq!(read(text.as_bytes(), &options), read(text.as_bytes(), &one_by_one), "{}", text);
        }
    }
}
