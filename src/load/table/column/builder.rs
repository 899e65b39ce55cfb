//! A column as its rows come: each text is looked for among those that came before.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::{Codes, Column, Key, Texts};

/// A column as its rows come.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    texts: Texts,
    codes: Codes,
    /// The key of each text.
    keys: Vec<Key>,
    known: HashTable<u32>,
    hasher: DefaultHashBuilder,
    /// The code that had the slot of a key last: most texts are found here without their hash.
    recent: Vec<u32>,
    /// For each text the one that came after it last: tables run through their categories in the same order again and again.
    next: Vec<Guess>,
    last: u32,
    guess: Guess,
    /// Whether there is a short text with bytes that are not bare.
    has_signs: bool,
}

/// A text that is likely to come.
#[derive(Clone, Copy, Debug)]
struct Guess {
    code: u32,
    key: Key,
}

impl Default for Guess {
    fn default() -> Self {
        Self { code: 0, key: Key::LONG }
    }
}

/// The most slots of a column: 16 KB, of whatever many columns a table may have.
const MOST_SLOTS: usize = 4096;

impl Builder {
    /// Whether a byte stands in no text but as itself: it ends no field and surrounds none.
    pub const fn is_bare(byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+')
    }

    /// The text that is likely to come now, where it is short and all its bytes are bare.
    pub const fn expected(&self) -> Key {
        if self.has_signs { Key::LONG } else { self.guess.key }
    }

    /// The code of the expected text, which has come.
    pub fn take_expected(&mut self) -> u32 {
        let code = self.guess.code;
        self.go_to(code);
        code
    }

    /// The code of a short text that has come, where it takes no time to find; none says nothing.
    pub fn find(&mut self, key: Key) -> Option<u32> {
        if !key.is_short() {
            return None;
        }
        if self.guess.key == key {
            return Some(self.take_expected());
        }
        let slot = key.slot() & self.recent.len().wrapping_sub(1);
        let code = self.recent.get(slot).copied().filter(|code| self.key(*code) == Some(key))?;
        self.learn(Guess { code, key });
        Some(code)
    }

    /// The code of a text that has come, without the spaces around it.
    pub fn look_up(&mut self, text: &str) -> u32 {
        let text = trimmed(text);
        let key = Key::of(text);
        if self.guess.key == key && (key.is_short() || self.text(self.guess.code) == Some(text)) {
            return self.take_expected();
        }
        let code = self.code_of(text, key);
        self.learn(Guess { code, key });
        code
    }

    /// The text of the next row, without the spaces around it.
    pub fn push(&mut self, text: &str) {
        let code = self.look_up(text);
        self.codes.push(code);
    }

    /// A row has this code, which was looked up; the rows before it that were left out have the code of the row before them.
    pub fn push_at(&mut self, row: usize, code: u32) {
        self.codes.push_at(row, code);
    }

    /// The rows that were left out at the end have the code of the last one.
    pub fn fill_up_to(&mut self, n_rows: usize) {
        self.codes.fill_up_to(n_rows);
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn go_to(&mut self, code: u32) {
        self.last = code;
        self.guess = usize::try_from(code).ok().and_then(|code| self.next.get(code)).copied().unwrap_or_default();
    }

    fn learn(&mut self, came: Guess) {
        if let Some(next) = usize::try_from(self.last).ok().and_then(|last| self.next.get_mut(last)) {
            *next = came;
        }
        self.go_to(came.code);
    }

    fn key(&self, code: u32) -> Option<Key> {
        self.keys.get(usize::try_from(code).ok()?).copied()
    }

    fn text(&self, code: u32) -> Option<&str> {
        self.texts.get(usize::try_from(code).ok()?)
    }

    fn code_of(&mut self, text: &str, key: Key) -> u32 {
        let hash = match key.is_short() {
            true => self.hasher.hash_one(key),
            false => self.hasher.hash_one(text),
        };
        let is_it = |code: &u32| self.key(*code) == Some(key) && (key.is_short() || self.text(*code) == Some(text));
        let code = match self.known.find(hash, is_it) {
            Some(code) => *code,
            None => self.add(text, key, hash),
        };
        let slot = key.slot() & self.recent.len().wrapping_sub(1);
        if key.is_short()
            && let Some(recent) = self.recent.get_mut(slot)
        {
            *recent = code;
        }
        code
    }

    fn add(&mut self, text: &str, key: Key, hash: u64) -> u32 {
        let Self { texts, known, hasher, keys, .. } = self;
        // Four gigabytes of texts are not read from any file: see `limits`.
        let code = texts.add(text).unwrap_or_default();
        keys.push(key);
        known.insert_unique(hash, code, |code| {
            let at = usize::try_from(*code).ok();
            match at.and_then(|at| keys.get(at)) {
                Some(key) if key.is_short() => hasher.hash_one(key),
                _ => hasher.hash_one(at.and_then(|at| texts.get(at)).unwrap_or_default()),
            }
        });
        self.next.push(Guess::default());
        self.has_signs |= key.is_short() && !text.bytes().all(Self::is_bare);
        let n_slots = self.keys.len().saturating_mul(8).next_power_of_two().min(MOST_SLOTS);
        if n_slots > self.recent.len() {
            self.recent = vec![0; n_slots];
        }
        code
    }

    /// The column with its header.
    pub fn finish(self, header: String) -> Column {
        Column { header, texts: self.texts, codes: self.codes }
    }
}

/// The text without the spaces around it; most have none.
fn trimmed(text: &str) -> &str {
    let is_plain = |byte: Option<&u8>| byte.is_none_or(|byte| byte.is_ascii_graphic());
    let bytes = text.as_bytes();
    match is_plain(bytes.first()) && is_plain(bytes.last()) {
        true => text,
        false => text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}'),
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    proptest! {
        #[test]
        fn a_text_is_found_by_its_key_or_looked_up(texts in vec("[ab;å]{0,3}|[ab]{6,9}|[0-9]{1,4}", 0..600)) {
            let (mut by_key, mut by_text) = (Builder::default(), Builder::default());
            for (row, text) in texts.iter().enumerate() {
                by_text.push(text);
                let (expected, guess) = (by_key.expected(), by_key.guess);
                prop_assert!(!expected.is_short() || by_key.text(guess.code).map(Key::of) == Some(expected));
                let code = by_key.find(Key::of(text)).unwrap_or_else(|| by_key.look_up(text));
                if row == 0 || texts.get(row - 1) != Some(text) {
                    by_key.push_at(row, code);
                }
            }
            by_key.fill_up_to(texts.len());
            let column = by_text.finish(String::new());
            prop_assert_eq!(&column, &by_key.finish(String::new()));
            prop_assert!(texts.iter().enumerate().all(|(row, text)| column.text(row) == text));
            let distinct: std::collections::HashSet<&String> = texts.iter().collect();
            prop_assert_eq!(column.n_distinct(), distinct.len());
        }
    }
}
