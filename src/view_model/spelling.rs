//! How well a typed text fits a name: spelt the old way, without dots and rings, by the beginnings of its words, and with a slip or two.
//!
//! The program of the first view has no room for the slips: there only what is spelt right is found.

/// How a typed text fits a name, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the name.
    Whole,
    /// The name begins with it.
    Start,
    /// A word of the name begins with it.
    Word,
    /// Each of its words begins a word of the name.
    #[cfg(any(feature = "explore", not(feature = "page")))]
    Words,
    /// It stands within the name.
    Within,
}

/// What parts the words of a name.
const BETWEEN: [char; 9] = [' ', '-', '–', '(', ')', '/', ',', ':', '”'];

/// A text in the spelling that texts are compared in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spelt {
    plain: String,
    /// Without the old spellings: a slip in one of them would change more than a letter of the plain text.
    #[cfg(any(feature = "explore", not(feature = "page")))]
    letters: String,
}

impl Spelt {
    /// The text as it is compared.
    pub fn of(text: &str) -> Self {
        let letters = letters(text);
        Self {
            plain: plain(&letters),
            #[cfg(any(feature = "explore", not(feature = "page")))]
            letters,
        }
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.plain.split(BETWEEN).all(str::is_empty)
    }

    /// How it fits a code, letter by letter.
    pub fn fit_code(&self, code: &str) -> Option<Fit> {
        if code == self.plain {
            return Some(Fit::Whole);
        }
        code.starts_with(&self.plain).then_some(Fit::Start)
    }

    /// How this text, which somebody has typed, fits a name; none where that would take slips.
    pub fn fit(&self, name: &Self) -> Option<Fit> {
        let (wanted, own) = (self.plain.as_str(), name.plain.as_str());
        if own == wanted {
            Some(Fit::Whole)
        } else if own.starts_with(wanted) {
            Some(Fit::Start)
        } else if own.split(BETWEEN).any(|word| word.starts_with(wanted)) {
            Some(Fit::Word)
        } else {
            #[cfg(any(feature = "explore", not(feature = "page")))]
            if words(wanted).all(|word| words(own).any(|own| own.starts_with(word))) && !self.is_empty() {
                return Some(Fit::Words);
            }
            (wanted.len() > 2 && own.contains(wanted)).then_some(Fit::Within)
        }
    }

    /// Whether this text, which somebody has typed, is the name, or words of it, but for a slip or two: the last thing to look for.
    #[cfg(any(feature = "explore", not(feature = "page")))]
    pub fn is_nearly(&self, name: &Self) -> bool {
        slips::nearly(&self.letters, &name.letters)
    }
}

/// The words of a text.
#[cfg(any(feature = "explore", not(feature = "page")))]
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).filter(|word| !word.is_empty())
}

/// Small letters, without rings and dots; v for w and k for q.
fn letters(text: &str) -> String {
    let letters = text.trim().to_lowercase();
    let letters = letters.chars().map(|letter| match letter {
        'å' | 'ä' | 'á' | 'à' | 'æ' => 'a',
        'ö' | 'ó' | 'ø' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        'w' => 'v',
        'q' => 'k',
        '\u{a0}' => ' ',
        other => other,
    });
    letters.collect()
}

/// The old spellings (fv, hv, ch, gh, aa, ae, oe, th) as today.
fn plain(letters: &str) -> String {
    let mut plain = letters.to_owned();
    for (old, new) in [
        ("aa", "a"),
        ("ae", "a"),
        ("oe", "o"),
        ("fv", "v"),
        ("hv", "v"),
        ("ch", "k"),
        ("ck", "k"),
        ("gh", "g"),
        ("th", "t"),
    ] {
        plain = plain.replace(old, new);
    }
    plain
}

#[cfg(any(feature = "explore", not(feature = "page")))]
mod slips {
    //! Slips: a letter too many, one too few, another letter, two that have changed places.

    use super::BETWEEN;

    /// So many slips are forgiven in so many letters; in few letters each makes another word.
    const fn forgiven(n_letters: usize) -> usize {
        match n_letters {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        }
    }

    /// Whether the typed text is the name but for slips, or each of its words a word of it, or from five letters the beginning of one.
    pub fn nearly(typed: &str, name: &str) -> bool {
        let whole: Vec<char> = typed.chars().collect();
        let names: Vec<char> = name.chars().collect();
        if is_near(&whole, &names, forgiven(whole.len()), false) {
            return true;
        }
        let words = |text: &str| {
            let words = text.split(BETWEEN).filter(|word| !word.is_empty());
            words.map(|word| word.chars().collect::<Vec<char>>()).collect::<Vec<_>>()
        };
        let own = words(name);
        words(typed).iter().all(|word| {
            let most = forgiven(word.len());
            own.iter()
                .any(|own| if most == 0 { own.starts_with(word) } else { is_near(word, own, most, word.len() > 4) })
        })
    }

    /// Whether so few slips lead from the typed word to the other, or to a beginning of it.
    fn is_near(typed: &[char], word: &[char], most: usize, to_beginning: bool) -> bool {
        if typed.len() > word.len() + most || (!to_beginning && word.len() > typed.len() + most) {
            return false;
        }
        let word = word.get(..typed.len() + most).unwrap_or(word);
        let distances = distances(typed, word);
        let nearest = if to_beginning { distances.iter().min() } else { distances.last() };
        nearest.is_some_and(|slips| *slips <= most)
    }

    /// The slips from a word to each beginning of another, the empty one first: the optimal string alignment distance.
    pub fn distances(typed: &[char], word: &[char]) -> Vec<usize> {
        let mut before = Vec::new();
        let mut above: Vec<usize> = (0..=word.len()).collect();
        for (row, letter) in typed.iter().enumerate() {
            let mut here = vec![row + 1];
            for (column, other) in word.iter().enumerate() {
                let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX - 1);
                let changed = at(&above, column) + usize::from(letter != other);
                let mut least = changed.min(at(&above, column + 1) + 1).min(at(&here, column) + 1);
                let crossed = |back: usize| typed.get(row.checked_sub(1)?).zip(word.get(back));
                let swapped = column.checked_sub(1).and_then(crossed);
                if swapped.is_some_and(|(last, next)| last == other && next == letter) {
                    least = least.min(at(&before, column - 1) + 1);
                }
                here.push(least);
            }
            before = std::mem::replace(&mut above, here);
        }
        above
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How it fits; with slips nothing is said but that.
    fn fit(typed: &str, name: &str) -> Option<Result<Fit, ()>> {
        let (typed, name) = (Spelt::of(typed), Spelt::of(name));
        typed.fit(&name).map(Ok).or_else(|| typed.is_nearly(&name).then_some(Err(())))
    }

    #[test]
    fn signs_alone_are_nothing_to_look_for() {
        for typed in ["", " ", "-", "/", "( )", ":"] {
            assert!(Spelt::of(typed).is_empty(), "{typed}");
        }
        assert!(!Spelt::of("a").is_empty());
        let code = |typed: &str, code: &str| Spelt::of(typed).fit_code(code);
        assert_eq!(
            (code("12", "12"), code("12", "1280"), code("12", "0112")),
            (Some(Fit::Whole), Some(Fit::Start), None)
        );
    }

    #[test]
    fn a_name_fits_better_the_more_of_it_is_typed_right() {
        let fits = [
            ("malmo", "Malmö", Some(Ok(Fit::Whole))),
            ("malm", "Malmö", Some(Ok(Fit::Start))),
            ("väsby", "Upplands Väsby", Some(Ok(Fit::Word))),
            ("tvång", "Avskiljning och tvångsåtgärder", Some(Ok(Fit::Word))),
            ("brister hem", "Andel hem med brister", Some(Ok(Fit::Words))),
            ("brister - hem", "Andel hem med brister", Some(Ok(Fit::Words))),
            ("åtgärder", "Avskiljning och tvångsåtgärder", Some(Ok(Fit::Within))),
            ("mlamö", "Malmö", Some(Err(()))),
            ("mallmö", "Malmö", Some(Err(()))),
            ("gotebrog", "Göteborg", Some(Err(()))),
            ("andel hem med bister", "Andel hem med brister", Some(Err(()))),
            ("tillsny", "Beslut efter tillsyn", Some(Err(()))),
            ("elm", "Älmhult", None),
            ("lvu", "LSS", None),
            ("våld", "Vårdformer", None),
            ("stockholm", "Malmö", None),
        ];
        for (typed, name, expected) in fits {
            assert_eq!(fit(typed, name), expected, "{typed} – {name}");
        }
        assert!(fits.iter().filter_map(|(.., fit)| *fit).is_sorted(), "the order of the list is that of the fits");
    }

    /// One slip at a place of the text.
    fn slipped(text: &str, place: usize, kind: u8, letter: char) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        let place = place % letters.len();
        match kind {
            0 => letters[place] = letter,
            1 => letters.insert(place, letter),
            2 => drop(letters.remove(place)),
            _ if place + 1 < letters.len() => letters.swap(place, place + 1),
            _ => {}
        }
        letters.into_iter().collect()
    }

    proptest! {
        #[test]
        fn a_name_with_one_slip_is_found(
            name in "[A-ZÅÄÖ][a-zåäö]{3,9}( [a-zåäö]{1,8}){0,4}",
            place in 0_usize..60,
            kind in 0_u8..4,
            letter in "[a-zåäö]",
        ) {
            let typed = slipped(&name, place, kind, letter.chars().next().unwrap_or('a'));
            prop_assume!(typed.trim().chars().count() > 3);
            prop_assert!(fit(&typed, &name).is_some(), "{typed:?} does not find {name:?}");
        }

        #[test]
        fn a_name_is_itself_whatever_its_letters(name in ".{1,30}") {
            let name = name.trim();
            prop_assume!(!name.is_empty());
            prop_assert_eq!(fit(name, name), Some(Ok(Fit::Whole)));
        }

        #[test]
        fn the_slips_are_those_that_others_count(typed in "[abc]{0,7}", word in "[abc]{0,7}") {
            let letters = |text: &str| text.chars().collect::<Vec<char>>();
            let counted = slips::distances(&letters(&typed), &letters(&word));
            let to_beginnings: Vec<usize> = (0..=word.len()).map(|end| strsim::osa_distance(&typed, &word[..end])).collect();
            prop_assert_eq!(counted, to_beginnings);
        }
    }
}
