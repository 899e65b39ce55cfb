//! The reader's own limits of the map's classes: what stands in the field, and what is wrong with what was typed.

use super::{context::Context, controls::has_classes};
use crate::{
    model::{measure::MeasureKind, text::Language},
    query::limits::{self, Fault},
    stats::classes::Classing,
    words::{figure::per_cent, map as words},
};

/// The field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LimitsPanel {
    /// What it is called.
    pub label: String,
    /// How limits are written, and in what unit.
    pub hint: String,
    /// The limits at hand.
    pub text: String,
}

/// The field for the limits; none where the classes are not the reader's own.
pub fn limits(context: Context) -> Option<LimitsPanel> {
    let language = context.language;
    let Classing::Own(limits) = context.question.classes else { return None };
    let measure = context.measure()?;
    let unit = match measure.kind {
        MeasureKind::Share => per_cent(language),
        _ => measure.unit.get(language),
    };
    has_classes(context).then(|| LimitsPanel {
        label: words::limits(language).to_owned(),
        hint: words::limits_hint(language, unit),
        text: limits::written(limits, language),
    })
}

/// What was typed as it stands in an address after `classes=`.
///
/// # Errors
/// A sentence on what is wrong and why.
pub fn typed(text: &str, language: Language) -> Result<String, String> {
    limits::read(text, language).map(|limits| Classing::Own(limits).to_string()).map_err(|fault| match fault {
        Fault::Nothing => words::limits_nothing(language).to_owned(),
        Fault::Thousands(words) => words::limits_thousands(language, &words),
        Fault::NoNumber(word) => words::limits_no_number(language, &word),
        Fault::TooFine(word) => words::limits_too_fine(language, &word),
        Fault::TooLarge(word) => words::limits_too_large(language, &word),
        Fault::TooMany(n) => words::limits_too_many(language, n),
        Fault::NotRising(before, after) => words::limits_not_rising(language, &before, &after),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_an_address_or_a_sentence_that_has_it() {
        assert_eq!(typed("10 %; 20,5", Language::Swedish).as_deref(), Ok("own:10:20.5"));
        for (wrong, named) in [("tio", "tio"), ("30; 20", "20"), ("1 2 3 4 5 6 7", "7"), ("0.1234567", "0.1234567")] {
            for language in Language::ALL {
                let why = typed(wrong, language).expect_err("it is wrong");
                assert!(why.contains(named), "{why}");
            }
        }
        assert!(typed("", Language::English).is_err());
    }
}
