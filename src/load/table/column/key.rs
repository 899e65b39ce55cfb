//! Short texts as numbers, which are compared at once and found in one reading of eight bytes.

/// A text of at most seven bytes: they themselves, the first of them lowest, and above them how many they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(u64);

impl Key {
    /// As many bytes as a short text has at most.
    pub const MOST: usize = 7;

    /// A text that is not short.
    pub const LONG: Self = Self(u64::MAX);

    /// The key of a text.
    pub fn of(text: &str) -> Self {
        let mut bytes = [0; 8];
        match bytes.get_mut(..text.len()) {
            Some(start) if text.len() <= Self::MOST => start.copy_from_slice(text.as_bytes()),
            _ => return Self::LONG,
        }
        Self::of_word(u64::from_le_bytes(bytes), u32::try_from(text.len()).unwrap_or_default())
    }

    /// The key of a word's first bytes, at most seven.
    pub const fn of_word(word: u64, n_bytes: u32) -> Self {
        Self(word & bits(n_bytes) | (n_bytes as u64).wrapping_shl(56))
    }

    /// Number of bytes, where a word begins with this text and has the sign after it.
    pub const fn begins(self, word: u64, sign: u8) -> Option<usize> {
        let n_bytes = (self.0 >> 56) as u32;
        let is_there = n_bytes <= Self::MOST as u32
            && (word ^ self.0) & bits(n_bytes) == 0
            && word.wrapping_shr(n_bytes.wrapping_mul(8)) as u8 == sign;
        if is_there { Some(n_bytes as usize) } else { None }
    }

    /// Whether a text is short.
    pub fn is_short(self) -> bool {
        self != Self::LONG
    }

    /// Bits that differ between most keys, at most twelve.
    pub const fn slot(self) -> usize {
        // The odd number next to 2⁶⁴ over the golden ratio spreads what is alike: D. E. Knuth, “Sorting and Searching”, 1973, § 6.4.
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
    }
}

/// The bits of the first bytes of a word, at most seven.
const fn bits(n_bytes: u32) -> u64 {
    1_u64.wrapping_shl(n_bytes.wrapping_mul(8)).wrapping_sub(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_sign_after_a_text_counts() {
        let word = u64::from_le_bytes(*b"0114;201");
        assert_eq!(Key::of("0114").begins(word, b';'), Some(4));
        assert_eq!(Key::of("011").begins(word, b';'), None);
        assert_eq!(Key::of("0114;20").begins(word, b'1'), Some(7));
        assert_eq!(Key::of("").begins(word, b'0'), Some(0));
        assert_eq!(Key::LONG.begins(word, b';'), None);
        assert_eq!(Key::of_word(word, 4), Key::of("0114"));
    }

    proptest! {
        #[test]
        fn two_short_texts_have_one_key_where_they_are_one(one in "[a\0å]{0,5}", other in "[a\0å]{0,5}") {
            let (first, second) = (Key::of(&one), Key::of(&other));
            prop_assert_eq!(first.is_short(), one.len() <= Key::MOST);
            prop_assert_eq!(first == second, one == other || !first.is_short() && !second.is_short());
            prop_assert!(first.slot() < 4096);
        }
    }
}
