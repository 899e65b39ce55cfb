//! The small picture of a theme on the start page: a few bars of published figures.

use super::{figure::answer_words, headline::told};
use crate::{
    gate::Cleared,
    model::{
        headline::ThemePicture,
        measure::{Measure, MeasureKind},
        text::{Language, Text},
    },
    query::answer::Answer,
};

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PicturePanel {
    /// What the bars count.
    pub caption: String,
    /// The bars.
    pub bars: Vec<SmallBar>,
}

/// A bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SmallBar {
    /// What it is called.
    pub label: String,
    /// Its figure.
    pub value: String,
    /// Its length, in hundredths: of all for a share, else of the largest bar; none draws no bar.
    pub length: f64,
}

/// The picture; none where the dataset has no cell for one of its bars.
pub fn theme_picture(picture: &ThemePicture, cleared: &Cleared, language: Language) -> Option<PicturePanel> {
    let told = picture.bars.iter().map(|(label, choice)| Some((label, told(choice, cleared)?)));
    let told: Vec<(&Text, (&Measure, Answer))> = told.collect::<Option<_>>()?;
    let value = |answer: &Answer| answer.figure.value().unwrap_or_default();
    let largest = told.iter().map(|(_, (_, answer))| value(answer)).fold(0.0, f64::max);
    let bar = |(label, (measure, answer)): (&Text, (&Measure, Answer))| {
        let end = if measure.kind == MeasureKind::Share { 100.0 } else { largest };
        SmallBar {
            label: label.get(language).to_owned(),
            value: answer_words(measure, &answer, language).value,
            length: if end > 0.0 { (value(&answer) / end * 100.0).clamp(0.0, 100.0) } else { 0.0 },
        }
    };
    Some(PicturePanel { caption: picture.caption.get(language).to_owned(), bars: told.into_iter().map(bar).collect() })
}
