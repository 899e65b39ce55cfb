//! The small picture of a theme on the start page: a few bars of published figures.

use super::figure::answer_words;
use crate::{
    gate::Cleared,
    model::{
        choice::Choice,
        figure::Figure,
        headline::ThemePicture,
        measure::MeasureKind,
        text::{Language, Text},
    },
    query::{answer::figure_alone, question::cell},
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
    let found: Vec<(&Text, MeasureKind, Figure, String)> =
        picture.bars.iter().map(|(label, choice)| bar(label, choice, cleared, language)).collect::<Option<_>>()?;
    let value = |figure: &Figure| figure.value().unwrap_or_default();
    let largest = found.iter().map(|(_, _, figure, _)| value(figure)).fold(0.0, f64::max);
    let bars = found.into_iter().map(|(label, kind, figure, words)| {
        let end = if kind == MeasureKind::Share { 100.0 } else { largest };
        let length = if end > 0.0 { (value(&figure) / end * 100.0).clamp(0.0, 100.0) } else { 0.0 };
        SmallBar { label: label.get(language).to_owned(), value: words, length }
    });
    Some(PicturePanel { caption: picture.caption.get(language).to_owned(), bars: bars.collect() })
}

fn bar<'p>(
    label: &'p Text,
    choice: &Choice,
    cleared: &Cleared,
    language: Language,
) -> Option<(&'p Text, MeasureKind, Figure, String)> {
    let (position, at, ignored) = cell(cleared, choice)?;
    let measure = cleared.cube().measures.get(position)?;
    let answer = figure_alone(cleared, position, &at);
    let words = answer_words(measure, &answer, language).value;
    ignored.is_empty().then_some((label, measure.kind, answer.figure, words))
}
