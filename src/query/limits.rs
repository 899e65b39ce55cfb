//! Limits of classes as somebody types them: numbers in rising order, apart by semicolons, spaces or commas.

use crate::{
    model::text::Language,
    stats::classes::{Limits, MOST_DECIMALS, MOST_LIMITS},
};

/// Why a text is no list of limits.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// It has no number.
    Nothing,
    /// This is no number.
    NoNumber(String),
    /// This has more than six decimals.
    TooFine(String),
    /// This is larger than anything counted.
    TooLarge(String),
    /// So many are more than a map can tell apart.
    TooMany(usize),
    /// A space, or in English a comma, may part two numbers or the thousands of one.
    Thousands(String),
    /// The second of these stands after the first and is not larger.
    NotRising(String, String),
}

/// The limits that a reader of a language has typed.
///
/// A semicolon parts two numbers, and where there is none a space does; between semicolons a space parts thousands. A comma is the decimal sign in Swedish where it stands once within a number;
/// elsewhere, and in English, it parts two. Signs of per cent are left out. Nothing is put in order: where `12,5` was meant
/// otherwise than it is read, the order mostly shows it.
///
/// # Errors
/// The first thing that is wrong.
pub fn read(text: &str, language: Language) -> Result<Limits, Fault> {
    let words: Vec<String> = match text.contains(';') {
        // Between semicolons a space parts thousands.
        true => {
            let words: Vec<String> = text.split(';').flat_map(with_thousands).collect();
            no_thousands_by_comma(words.iter().map(String::as_str), language)?;
            words.iter().flat_map(|word| numbers(word, language)).collect()
        }
        false => {
            let words: Vec<&str> = text.split_whitespace().collect();
            if words.windows(2).any(is_thousands) {
                return Err(Fault::Thousands(words.join(" ")));
            }
            no_thousands_by_comma(words.iter().copied(), language)?;
            words.into_iter().flat_map(|word| numbers(word, language)).collect()
        }
    };
    let read = words.iter().map(|word| number(word)).collect::<Result<Vec<_>, _>>()?;
    if read.is_empty() {
        return Err(Fault::Nothing);
    }
    for (pair, words) in read.windows(2).zip(words.windows(2)) {
        if let ([one, other], [first, second]) = (pair, words)
            && one >= other
        {
            return Err(Fault::NotRising(first.clone(), second.clone()));
        }
    }
    if read.len() > MOST_LIMITS {
        return Err(Fault::TooMany(read.len()));
    }
    Limits::new(&read).ok_or_else(|| Fault::TooLarge(words.last().cloned().unwrap_or_default()))
}

/// In English a comma between digits may part two numbers or the thousands of one: "1,250".
fn no_thousands_by_comma<'a>(mut words: impl Iterator<Item = &'a str>, language: Language) -> Result<(), Fault> {
    let is_meant = |word: &&str| word.split(',').collect::<Vec<_>>().windows(2).any(is_thousands);
    match words.find(|word| language == Language::English && is_meant(word)) {
        Some(word) => Err(Fault::Thousands(word.to_owned())),
        None => Ok(()),
    }
}

/// Whether two words may be one number written with a space between its thousands: "1 250".
fn is_thousands(pair: &[&str]) -> bool {
    let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let whole = |word: &str| word.split([',', '.', '%']).next().unwrap_or_default().to_owned();
    let [before, after] = pair else { return false };
    is_digits(before) && before.len() <= 3 && whole(after).len() == 3 && is_digits(&whole(after))
}

/// The words of a text, with the groups of a number's thousands put together: "1 250".
fn with_thousands(text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut together: Vec<String> = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|before| words.get(before));
        match (together.last_mut(), before) {
            (Some(last), Some(before)) if is_thousands(&[before, word]) => last.push_str(word),
            _ => together.push((*word).to_owned()),
        }
    }
    together
}

/// The limits as [`read`] understands them: `10; 20,5`.
pub fn written(limits: Limits, language: Language) -> String {
    let number = |limit: &f64| match language {
        Language::Swedish => limit.to_string().replace('.', ","),
        Language::English => limit.to_string(),
    };
    limits.values().iter().map(number).collect::<Vec<_>>().join("; ")
}

/// What may be numbers in a word without spaces and semicolons.
fn numbers(word: &str, language: Language) -> Vec<String> {
    let word = word.trim_matches(',');
    let is_decimal = language == Language::Swedish && word.matches(',').count() == 1 && !word.contains('.');
    let parts = if is_decimal { vec![word] } else { word.split(',').collect() };
    let parts = parts.into_iter().map(|part| part.trim_end_matches('%').to_owned());
    parts.filter(|part| !part.is_empty()).collect()
}

fn number(word: &str) -> Result<f64, Fault> {
    let plain = word.replace(',', ".").replace('\u{2212}', "-");
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value = plain.parse::<f64>().ok().filter(|_| is_plain).ok_or_else(|| Fault::NoNumber(word.to_owned()))?;
    let n_decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    match () {
        () if n_decimals > MOST_DECIMALS => Err(Fault::TooFine(word.to_owned())),
        () if Limits::new(&[value]).is_none() => Err(Fault::TooLarge(word.to_owned())),
        () => Ok(value),
    }
}

#[cfg(test)]
mod tests {
    use Language::{English, Swedish};
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str, language: Language) -> Result<Vec<f64>, Fault> {
        read(text, language).map(|limits| limits.values().to_vec())
    }

    #[test]
    fn limits_are_read_as_people_write_them() {
        for text in ["10;20,5;30", "10 20,5 30", "10, 20,5, 30", "10 %; 20,5 %; 30 %", " 10%  20.5 ;30; "] {
            assert_eq!(of(text, Swedish), Ok(vec![10.0, 20.5, 30.0]), "{text}");
        }
        for text in ["10,20.5,30", "10, 20.5, 30", "10;20.5;30%", "10 20.5 30"] {
            assert_eq!(of(text, English), Ok(vec![10.0, 20.5, 30.0]), "{text}");
        }
        for text in ["1,250", "1,250; 2,500", "10 1,250", "100,250,500"] {
            assert!(matches!(of(text, English), Err(Fault::Thousands(_))), "{text}");
        }
        assert_eq!(of("100, 250, 500", English), Ok(vec![100.0, 250.0, 500.0]));
        assert_eq!(of("10,20", Swedish), Ok(vec![10.2]));
        assert_eq!(of("10,20", English), Ok(vec![10.0, 20.0]));
        assert_eq!(of("10,20,30", Swedish), Ok(vec![10.0, 20.0, 30.0]));
        assert_eq!(of("1\u{a0}250; 2 500,5", Swedish), Ok(vec![1250.0, 2500.5]));
        assert_eq!(of("100, 250", Swedish), Ok(vec![100.0, 250.0]));
        assert_eq!(of("1 250", Swedish), Err(Fault::Thousands("1 250".into())));
        assert_eq!(of("\u{2212}4;0", Swedish), Ok(vec![-4.0, 0.0]));
    }

    #[test]
    fn what_is_wrong_is_told_with_what_was_typed() {
        let wrong = |text| of(text, Swedish).expect_err("it is wrong");
        assert_eq!(wrong(" ; , %"), Fault::Nothing);
        assert_eq!(wrong("10; tio"), Fault::NoNumber("tio".into()));
        for text in ["1e5", "inf", "NaN", "+5", "1-2", "--1", "1.2.3", "."] {
            assert_eq!(wrong(text), Fault::NoNumber(text.into()));
        }
        assert_eq!(wrong("0,1234567"), Fault::TooFine("0,1234567".into()));
        assert_eq!(wrong("1; 1000000000000"), Fault::TooLarge("1000000000000".into()));
        assert_eq!(wrong("1 2 3 4 5 6 7"), Fault::TooMany(7));
        assert_eq!(wrong("10; 10"), Fault::NotRising("10".into(), "10".into()));
        assert_eq!(of("12,5 20", English), Err(Fault::NotRising("12".into(), "5".into())));
        assert_eq!(wrong("1 000 2 000"), Fault::Thousands("1 000 2 000".into()));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            mut scaled in prop::collection::btree_set(-2_000_000_i64..2_000_000, 1..=MOST_LIMITS),
            power in 0_i32..5,
            is_english in any::<bool>(),
            separator in prop::sample::select(vec!["; ", ";", " ", ", "]),
        ) {
            let language = if is_english { English } else { Swedish };
            let limits: Vec<f64> = scaled.iter().map(|it| *it as f64 / 10_f64.powi(power)).collect();
            let limits = Limits::new(&limits).expect("they rise");
            let text = written(limits, language);
            prop_assert_eq!(read(&text, language), Ok(limits));
            let apart = read(&text.replace("; ", separator), language);
            let is_unsure = separator == " " && matches!(apart, Err(Fault::Thousands(_)));
            prop_assert!(is_unsure || apart == Ok(limits), "{apart:?}");
            // One limit more than there may be, and one that does not rise.
            let more = format!("{text}; {}", scaled.pop_last().expect("there is one"));
            prop_assert!(power > 0 || read(&more, language).is_err());
        }

        #[test]
        fn any_text_is_limits_or_a_fault(text in "[-0-9 ,.;%a\u{2212}]{0,40}", is_english in any::<bool>()) {
            let language = if is_english { English } else { Swedish };
            if let Ok(limits) = read(&text, language) {
                prop_assert!((1..=MOST_LIMITS).contains(&limits.values().len()));
                prop_assert!(limits.values().windows(2).all(|pair| pair[0] < pair[1]));
                prop_assert_eq!(read(&written(limits, language), language), Ok(limits));
            }
        }
    }
}
