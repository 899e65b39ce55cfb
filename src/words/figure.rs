//! A cell in words: the number with all that qualifies it, or why there is none.

use super::{
    absence, flag,
    number::{number, percent},
    phrases::pick,
    qualifier,
};
use crate::model::{
    figure::{Absence, Figure, Known},
    measure::{Measure, MeasureKind},
    text::Language,
};

/// How the numbers of a measure are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style<'a> {
    /// What sort of number it is: a share gets its sign, the others stand bare, their unit being in the heading.
    pub kind: MeasureKind,
    /// Decimals to show.
    pub decimals: u8,
    /// The unit in words, said after a number that is no share when it is read aloud; may be empty.
    pub unit: &'a str,
}

impl<'a> Style<'a> {
    /// As the publisher says of a measure.
    pub fn of(measure: &'a Measure, language: Language) -> Self {
        Self { kind: measure.kind, decimals: measure.decimals, unit: measure.unit.get(language) }
    }

    /// Whole numbers with no unit: the n beside a share.
    pub const fn count() -> Self {
        Self { kind: MeasureKind::Count, decimals: 0, unit: "" }
    }
}

/// A cell in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureWords {
    /// What stands in the cell: "drygt 30 %", "dold av sekretess".
    pub text: String,
    /// The publisher's flags, a word or two each, to stand beside the text: "preliminär".
    pub flags: Vec<&'static str>,
    /// What is read aloud: "drygt 30 procent, preliminär".
    pub spoken: String,
    /// What it means, in whole sentences; none where the number was given exactly and nothing more was said of it.
    pub explanation: Option<String>,
}

/// A cell in words.
pub fn figure(figure: &Figure, style: &Style, language: Language) -> FigureWords {
    match figure {
        Figure::Known(known) => known_words(known, style, language),
        Figure::Absent(absence) => absence_words(absence, language),
    }
}

fn known_words(known: &Known, style: &Style, language: Language) -> FigureWords {
    let written = plain(known.value, style, language);
    let aloud = spoken(known.value, style, language);
    let flags: Vec<&str> = known.flags.iter().map(|flag| flag::name(flag, language)).collect();
    let (text, mut spoken) = match &known.qualifier {
        None => (written, aloud),
        Some(qualifier) => (
            qualifier::around(qualifier, &written, (" (", ")"), language),
            qualifier::around(qualifier, &aloud, (", ", ""), language),
        ),
    };
    for flag in &flags {
        spoken.push_str(", ");
        spoken.push_str(flag);
    }
    let meaning = known.qualifier.as_ref().map(|it| qualifier::meaning(it, language));
    let meanings = known.flags.iter().map(|flag| flag::meaning(flag, language));
    let sentences: Vec<&str> = meaning.into_iter().chain(meanings).collect();
    FigureWords { text, flags, spoken, explanation: (!sentences.is_empty()).then(|| sentences.join(" ")) }
}

/// A number with nothing said of it, as it is written: "30 %", "1 497".
pub fn plain(value: f64, style: &Style, language: Language) -> String {
    match style.kind {
        MeasureKind::Share => percent(value, style.decimals, language),
        _ => number(value, style.decimals, language),
    }
}

/// A number as it is read aloud, with its unit: "30 procent", "minus 4", "450 ärenden".
pub fn spoken(value: f64, style: &Style, language: Language) -> String {
    let number = number(value, style.decimals, language).replace('\u{2212}', "minus ");
    let unit = match style.kind {
        MeasureKind::Share => per_cent(language),
        _ => style.unit,
    };
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// The unit of a share.
pub const fn per_cent(language: Language) -> &'static str {
    pick(language, ("procent", "per cent"))
}

fn absence_words(absence: &Absence, language: Language) -> FigureWords {
    let name = absence::name(absence, language);
    let (text, spoken) = match absence {
        Absence::UnknownSymbol(sign) if !sign.trim().is_empty() => {
            let the_sign = pick(language, ("tecknet", "the sign"));
            (format!("{sign} ({name})"), format!("{the_sign} {sign}, {name}"))
        }
        _ => (name.to_owned(), name.to_owned()),
    };
    FigureWords { text, flags: Vec::new(), spoken, explanation: Some(absence::meaning(absence, language).to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::figure::{Flag, Flags, Qualifier};
    use Language::{English, Swedish};
    use std::collections::HashSet;

    const SHARE: &Style = &Style { kind: MeasureKind::Share, decimals: 0, unit: "" };
    const CASES: &Style = &Style { kind: MeasureKind::Count, decimals: 0, unit: "ärenden" };

    fn known(value: f64, qualifier: Qualifier) -> Figure {
        Figure::Known(Known { value, qualifier: Some(qualifier), flags: Flags::default() })
    }

    #[test]
    fn a_qualified_number_keeps_its_qualifier() {
        let just_over = known(30.0, Qualifier::JustOver);
        let words = figure(&just_over, SHARE, Swedish);
        assert_eq!(words.text, "drygt 30\u{a0}%");
        assert_eq!(words.spoken, "drygt 30 procent");
        assert!(words.explanation.is_some());
        assert_eq!(figure(&just_over, SHARE, English).text, "just over 30%");
        let cases = figure(&known(450.0, Qualifier::JustOver), CASES, Swedish);
        assert_eq!(cases.text, "drygt 450");
        assert_eq!(cases.spoken, "drygt 450 ärenden");
    }

    #[test]
    fn what_was_said_in_words_gets_no_number() {
        assert_eq!(figure(&known(50.0, Qualifier::Half), SHARE, Swedish).text, "hälften");
        for (of, sv, en) in [
            (2, "varannan", "one in two"),
            (5, "var femte", "one in five"),
            (10, "var tionde", "one in ten"),
            (12, "var 12:e", "one in 12"),
            (21, "var 21:a", "one in 21"),
        ] {
            let one_in = known(100.0 / f64::from(of), Qualifier::OneIn(of));
            assert_eq!(figure(&one_in, SHARE, Swedish).text, sv);
            assert_eq!(figure(&one_in, SHARE, English).text, en);
        }
    }

    #[test]
    fn what_was_done_to_a_number_stands_after_it() {
        let words = figure(&known(2.4, Qualifier::Derived), &Style { decimals: 1, ..*CASES }, Swedish);
        assert_eq!(words.text, "2,4 (beräknat)");
        assert_eq!(words.spoken, "2,4 ärenden, beräknat");
    }

    #[test]
    fn an_exact_number_needs_no_explanation_and_zero_is_a_number() {
        let words = figure(&Figure::exact(0.0), SHARE, Swedish);
        assert_eq!(words.text, "0\u{a0}%");
        assert_eq!(words.explanation, None);
        assert_eq!(figure(&Figure::exact(-4.0), CASES, Swedish).spoken, "minus 4 ärenden");
    }

    #[test]
    fn every_flag_is_seen_heard_and_explained() {
        for language in Language::ALL {
            let figures = Figure::Known(Known { value: 30.0, qualifier: None, flags: Flag::ALL.into_iter().collect() });
            let words = figure(&figures, SHARE, language);
            let explanation = words.explanation.expect("flags are explained");
            assert_eq!(words.flags.iter().collect::<HashSet<_>>().len(), Flag::ALL.len());
            for (flag, name) in Flag::ALL.into_iter().zip(&words.flags) {
                assert!(words.spoken.contains(name));
                assert!(explanation.contains(flag::meaning(flag, language)));
            }
        }
    }

    #[test]
    fn every_absence_has_its_own_words_and_none_has_a_digit() {
        let absences = [
            Absence::RoundsToZero,
            Absence::Suppressed,
            Absence::Missing,
            Absence::NotApplicable,
            Absence::Uncertain,
            Absence::NotYet,
            Absence::Unpublished,
            Absence::UnknownSymbol("¤".into()),
        ];
        for language in Language::ALL {
            let texts: HashSet<String> =
                absences.iter().map(|absence| figure(&Figure::Absent(absence.clone()), SHARE, language).text).collect();
            assert_eq!(texts.len(), absences.len());
            assert!(texts.iter().all(|text| !text.contains(|c: char| c.is_ascii_digit())));
        }
        let hidden = figure(&Figure::Absent(Absence::Suppressed), SHARE, Swedish);
        assert_eq!(hidden.text, "dold av sekretess");
        let sign = figure(&Figure::Absent(Absence::UnknownSymbol("¤".into())), SHARE, Swedish);
        assert_eq!(sign.text, "¤ (betydelse ej angiven)");
        assert_eq!(sign.spoken, "tecknet ¤, betydelse ej angiven");
        let no_sign = figure(&Figure::Absent(Absence::UnknownSymbol(String::new())), SHARE, English);
        assert_eq!(no_sign.text, "meaning not given");
    }
}
