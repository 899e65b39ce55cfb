//! How exactly a number was given, in words.

use super::phrases::pick;
use crate::model::{figure::Qualifier, text::Language};

/// The number with its qualifier before it, after it within `marks`, or in its place.
pub fn around(qualifier: &Qualifier, number: &str, marks: (&str, &str), language: Language) -> String {
    let before = |sv, en| format!("{} {number}", pick(language, (sv, en)));
    let after = |sv, en| {
        let word = pick(language, (sv, en));
        format!("{number}{}{word}{}", marks.0, marks.1)
    };
    match qualifier {
        Qualifier::JustOver => before("drygt", "just over"),
        Qualifier::Over => before("över", "over"),
        Qualifier::About => before("cirka", "about"),
        Qualifier::Nearly => before("närmare", "close to"),
        Qualifier::Almost => before("nästan", "almost"),
        Qualifier::Half => pick(language, ("hälften", "half")).into(),
        Qualifier::OneIn(of) => one_in(*of, language),
        Qualifier::Rounded => after("avrundat", "rounded"),
        Qualifier::Derived => after("beräknat", "calculated"),
        Qualifier::Contradicted => after("källan motsäger sig", "the source contradicts itself"),
    }
}

/// "var femte", "one in five"; in digits beyond ten.
fn one_in(of: u8, language: Language) -> String {
    const SV: [&str; 8] = ["tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde"];
    const EN: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let word =
        |words: &[&'static str], first: usize| usize::from(of).checked_sub(first).and_then(|i| words.get(i).copied());
    match language {
        Language::Swedish if of == 2 => "varannan".into(),
        Language::Swedish => match word(&SV, 3) {
            Some(ordinal) => format!("var {ordinal}"),
            None if matches!(of % 10, 1 | 2) && !matches!(of % 100, 11 | 12) => {
                format!("var {of}:a")
            }
            None => format!("var {of}:e"),
        },
        Language::English => match word(&EN, 2) {
            Some(number) => format!("one in {number}"),
            None => format!("one in {of}"),
        },
    }
}

/// What the qualifier means, in a sentence.
pub const fn meaning(qualifier: &Qualifier, language: Language) -> &'static str {
    let pair = match qualifier {
        Qualifier::JustOver | Qualifier::Over | Qualifier::About | Qualifier::Nearly | Qualifier::Almost => {
            ("Källan anger inte ett exakt tal.", "The source does not give an exact number.")
        }
        Qualifier::Half | Qualifier::OneIn(_) => {
            ("Källan säger det i ord, inte som ett tal.", "The source says it in words, not as a number.")
        }
        Qualifier::Rounded => ("Källan har avrundat talet.", "The source has rounded the number."),
        Qualifier::Derived => (
            "Uträknat ur andra publicerade uppgifter; källan anger det inte själv.",
            "Worked out from other published figures; the source does not give it itself.",
        ),
        Qualifier::Contradicted => ("Källan anger två olika tal.", "The source gives two different numbers."),
    };
    pick(language, pair)
}
