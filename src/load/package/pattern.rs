//! Patterns of a Table Schema, which XML Schema defines: a text must be as the pattern has it from its first letter to its last.

use regex_lite::{Regex, RegexBuilder};

use crate::load::limits;

/// Bytes of texts that are held against the patterns of one table: ten thousand codes of a hundred letters.
pub const WORK: usize = 1024 * 1024;

/// Bytes that a pattern may take once it is built: some hundred steps for each letter of a text, at most.
const BUILT_BYTES: usize = 16 * 1024;

/// Letters of a pattern that are shown.
const SHOWN: usize = 80;

/// A pattern that can be checked.
pub struct Pattern(Regex);

impl Pattern {
    /// None for what XML Schema has and the crate has not (names of Unicode's classes, one class without another), and for
    /// what would take too long. `^` and `$` around the whole are what people write although the standard implies them.
    pub fn new(written: &str) -> Option<Self> {
        if written.len() > limits::TEXT_BYTES {
            return None;
        }
        let bare = written.strip_prefix('^').unwrap_or(written);
        let bare = match bare.strip_suffix('$') {
            // An escaped dollar sign is one of the text.
            Some(before) if before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 0 => before,
            _ => bare,
        };
        let whole = format!("^(?:{})$", translated(bare)?);
        RegexBuilder::new(&whole).size_limit(BUILT_BYTES).nest_limit(50).build().ok().map(Self)
    }

    /// Whether the whole text is as the pattern has it.
    pub fn is_match(&self, text: &str) -> bool {
        self.0.is_match(text)
    }
}

/// The pattern as the crate writes it. `\w` takes every letter beyond ASCII, so that Å is one; none for what means something else
/// there than in XML Schema.
fn translated(written: &str) -> Option<String> {
    const WORD: &str = r"0-9A-Za-z_\x{80}-\x{10FFFF}";
    let mut out = String::with_capacity(written.len());
    let mut is_class = false;
    let mut letters = written.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next()? {
                'w' if is_class => out.push_str(WORD),
                'w' => out.extend(["[", WORD, "]"]),
                // What is left of the letters, edges of words, and the ends of the text are not in XML Schema, or not the same.
                'W' | 'b' | 'B' | 'A' | 'z' | '<' | '>' | 'i' | 'I' | 'c' | 'C' | 'p' | 'P' => return None,
                other => out.extend(['\\', other]),
            },
            // One class without another: `[a-z-[aeiou]]`.
            '[' if is_class => return None,
            '[' => {
                is_class = true;
                out.push('[');
                if letters.next_if_eq(&'^').is_some() {
                    out.push('^');
                }
            }
            ']' if is_class => {
                is_class = false;
                out.push(']');
            }
            // Sets of the crate's kin, which XML Schema has not.
            '&' | '~' if is_class => out.extend(['\\', letter]),
            '(' if !is_class && letters.peek() == Some(&'?') => {
                // Groups that only group; nothing else after a question mark is in XML Schema.
                letters.next();
                letters.next_if_eq(&':')?;
                out.push_str("(?:");
            }
            other => out.push(other),
        }
    }
    Some(out)
}

/// Whether these texts may still be held against a pattern; then their bytes are taken from what is left.
pub fn spend<'t>(left: &mut usize, texts: impl Iterator<Item = &'t str>) -> bool {
    let n_bytes = texts.fold(0_usize, |sum, text| sum.saturating_add(text.len()).saturating_add(1));
    match left.checked_sub(n_bytes) {
        Some(rest) => *left = rest,
        None => return false,
    }
    true
}

/// The pattern as far as it is shown.
pub fn shown(written: &str) -> String {
    written.chars().take(SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_of_the_whole_text() {
        for (pattern, right, wrong) in [
            ("[0-9]{4}", "0114", "01140"),
            ("^[0-9]{4}$", "0114", "a0114"),
            ("a|bc", "bc", "abc"),
            (r"\w+", "Åre", "Åre kommun"),
            (r"[\w ]+", "Åre kommun", "Åre!"),
            (r"\d{2}-\d{2}", "01-14", "0114"),
            (r"5\$", "5$", "5"),
            ("(?:K|M)", "K", "KM"),
            ("[a&&b~]", "&", "c"),
            ("[^0-9]+", "abc", "a1"),
        ] {
            let built = Pattern::new(pattern).expect(pattern);
            assert!(built.is_match(right), "{pattern} {right}");
            assert!(!built.is_match(wrong), "{pattern} {wrong}");
        }
    }

    #[test]
    fn what_cannot_be_checked_is_no_pattern() {
        let deep = "(".repeat(1000);
        for pattern in [
            r"\p{L}+",
            "[a-z-[aeiou]]",
            r"\i\c*",
            "(?i)abc",
            "(",
            &deep,
            "((a{100}){100}){100}",
            "(?=a)",
            r"a\",
            "[z-a]",
        ] {
            assert!(Pattern::new(pattern).is_none(), "{pattern}");
        }
    }

    #[test]
    fn work_is_bounded() {
        let mut left = 10;
        assert!(spend(&mut left, ["abcd", "efg"].into_iter()));
        assert!(!spend(&mut left, ["a"].into_iter()));
    }
}
