//! The words of the profile, and what each means in the model.

use crate::{
    load::{complaint::Complaints, fault::Fault},
    model::{
        area::Level,
        dataset::{Design, Reading},
        figure::{Absence, Flag, Qualifier},
        measure::{MeasureKind, Polarity, ProtectedUnit},
    },
};

/// Words with their meanings.
pub type Vocabulary<T> = [(&'static str, T)];

/// How the units were chosen.
pub const DESIGNS: &Vocabulary<Design> = &[
    ("total", Design::Total),
    ("register", Design::Register),
    ("sample", Design::Sample),
    ("targeted", Design::Targeted),
    ("survey", Design::Survey),
];

/// What sort of number a measure is.
pub const MEASURE_KINDS: &Vocabulary<MeasureKind> = &[
    ("count", MeasureKind::Count),
    ("share", MeasureKind::Share),
    ("rate", MeasureKind::Rate),
    ("mean", MeasureKind::Mean),
    ("index", MeasureKind::Index),
    ("duration", MeasureKind::Duration),
];

/// Whether more is worse.
pub const POLARITIES: &Vocabulary<Polarity> = &[
    ("higher_is_worse", Polarity::HigherIsWorse),
    ("higher_is_better", Polarity::HigherIsBetter),
    ("neutral", Polarity::Neutral),
];

/// Whom a small count could identify.
pub const PROTECTED_UNITS: &Vocabulary<ProtectedUnit> = &[
    ("child", ProtectedUnit::Child),
    ("case", ProtectedUnit::Case),
    ("staff", ProtectedUnit::Staff),
    ("home", ProtectedUnit::Home),
    ("none", ProtectedUnit::None),
];

/// How a figure was read.
pub const READINGS: &Vocabulary<Reading> = &[
    ("primary", Reading::Primary),
    ("primary_mirror", Reading::PrimaryMirror),
    ("secondary", Reading::Secondary),
    ("derived", Reading::Derived),
];

/// What kind of place an area is.
pub const LEVELS: &Vocabulary<Level> = &[
    (Level::Nation.id(), Level::Nation),
    (Level::Division.id(), Level::Division),
    (Level::County.id(), Level::County),
    (Level::Municipality.id(), Level::Municipality),
];

/// An area that is of none of these levels, although its code looks so.
pub const NO_LEVEL: &str = "none";

/// Why a cell has no number.
pub const ABSENCES: &Vocabulary<Absence> = &[
    ("suppressed", Absence::Suppressed),
    ("missing", Absence::Missing),
    ("not_applicable", Absence::NotApplicable),
    ("uncertain", Absence::Uncertain),
    ("not_yet", Absence::NotYet),
    ("rounds_to_zero", Absence::RoundsToZero),
];

/// What is said of a number.
pub const FLAGS: &Vocabulary<Flag> = &[
    ("provisional", Flag::Provisional),
    ("estimated", Flag::Estimated),
    ("revised", Flag::Revised),
    ("break", Flag::BreakInSeries),
    ("definition_differs", Flag::DefinitionDiffers),
    ("imputed", Flag::Imputed),
    ("forecast", Flag::Forecast),
    ("perturbed", Flag::Perturbed),
    ("rounded_to_base", Flag::RoundedToBase),
    ("implied_zero", Flag::ImpliedZero),
];

/// How exactly a number was given; `one_in_5` and the like are read by `qualifier`.
const QUALIFIERS: &Vocabulary<Qualifier> = &[
    ("just_over", Qualifier::JustOver),
    ("over", Qualifier::Over),
    ("about", Qualifier::About),
    ("nearly", Qualifier::Nearly),
    ("almost", Qualifier::Almost),
    ("half", Qualifier::Half),
    ("rounded", Qualifier::Rounded),
    ("derived", Qualifier::Derived),
    ("contradicted", Qualifier::Contradicted),
];

/// The beginning of "one in so many".
const ONE_IN: &str = "one_in_";

/// The words of a vocabulary.
pub fn words<T>(vocabulary: &Vocabulary<T>) -> impl Iterator<Item = &'static str> {
    vocabulary.iter().map(|(word, _)| *word)
}

/// What a word means.
pub fn meaning<T: Clone>(vocabulary: &Vocabulary<T>, word: &str) -> Option<T> {
    vocabulary.iter().find(|(known, _)| *known == word).map(|(_, meaning)| meaning.clone())
}

/// The word for a meaning; none where there is none.
pub fn word<T: PartialEq>(vocabulary: &Vocabulary<T>, meaning: &T) -> Option<&'static str> {
    vocabulary.iter().find(|(_, known)| known == meaning).map(|(word, _)| *word)
}

/// The word for how exactly a number was given: the reverse of `qualifier`.
pub fn qualifier_word(qualifier: &Qualifier) -> String {
    match qualifier {
        Qualifier::OneIn(n) => format!("{ONE_IN}{n}"),
        other => word(QUALIFIERS, other).unwrap_or_default().to_owned(),
    }
}

/// What a word means, or a complaint that names the words it could be. No word is no fault.
pub fn meaning_or_complaint<T: Clone>(
    complaints: &mut Complaints,
    vocabulary: &Vocabulary<T>,
    word: Option<&str>,
    place: impl FnOnce() -> String,
) -> Option<T> {
    let word = word?;
    let found = meaning(vocabulary, word);
    if found.is_none() {
        complain(complaints, words(vocabulary), word, place());
    }
    found
}

/// Complains of a word that is not one of these.
pub fn complain(complaints: &mut Complaints, expected: impl Iterator<Item = &'static str>, word: &str, place: String) {
    let fault = Fault::UnknownWord { word: word.to_owned(), expected: expected.collect() };
    complaints.warn(place, fault);
}

/// How exactly a number was given. A word we do not know says at least that it was not given exactly.
pub fn qualifier(complaints: &mut Complaints, word: &str, place: impl FnOnce() -> String) -> Qualifier {
    known_qualifier(word).unwrap_or_else(|| {
        complain(complaints, words(QUALIFIERS).chain(["one_in_5"]), word, place());
        Qualifier::About
    })
}

/// How exactly a number was given, by a word we know.
pub fn known_qualifier(word: &str) -> Option<Qualifier> {
    let one_in = word.strip_prefix(ONE_IN).and_then(|n| n.parse().ok()).filter(|n| *n >= 2).map(Qualifier::OneIn);
    one_in.or_else(|| meaning(QUALIFIERS, word))
}
