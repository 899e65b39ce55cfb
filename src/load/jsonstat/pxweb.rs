//! What PxWeb says beside the standard: which notes must be shown, what stands for the total, what may be summed.

use super::{
    given::{Code, Entries, Given, Member},
    node::members,
};
use crate::model::{dimension::Dimension, measure::Measure, text::Text};

/// By the position of a note: whether it must be shown.
pub type WireMandatory = Member<Entries<Given<bool>>>;

/// `extension.px` of a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WirePx {
    /// The language of the file.
    pub language: Member<String>,
    /// Decimals to show, where a measure has none of its own.
    pub decimals: Member<u8>,
    /// Whether figures may be summed at all.
    pub aggregallowed: Member<bool>,
}
members!(WirePx: language, decimals, aggregallowed);

/// `extension` of a dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WireAxisExtension {
    /// Whether the dimension may be left out of a question.
    pub elimination: Member<bool>,
    /// The category that then stands for all of it; without one, all are summed.
    pub elimination_value_code: Member<Code>,
    /// Which notes on the dimension must be shown.
    pub note_mandatory: WireMandatory,
    /// The same of notes on a category, by code.
    pub category_note_mandatory: Member<Entries<Given<Entries<Given<bool>>>>>,
    /// By the code of a measure: `Stock`, `Flow`, `Average`, `Other`.
    pub measuring_type: Member<Entries<Given<String>>>,
}
members!(
    WireAxisExtension: elimination, elimination_value_code "eliminationValueCode", note_mandatory "noteMandatory",
    category_note_mandatory "categoryNoteMandatory", measuring_type "measuringType"
);

/// What stands for a whole dimension in a question that does not ask for a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Elimination {
    /// Nothing: a category must be picked.
    #[default]
    None,
    /// The sum of all categories.
    Sum,
    /// The category with this code.
    Total(String),
}

/// What an axis of PxWeb's has beside the standard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// What stands for all of it.
    pub elimination: Elimination,
    /// The notes that must be shown.
    pub mandatory_notes: Vec<Text>,
    /// The codes of measures that are averages or the like: they are summed over nothing.
    pub not_summable: Vec<String>,
    /// The codes of measures that are taken at a moment: they are not summed over time.
    pub stocks: Vec<String>,
}

impl Said {
    /// What the extension of a dimension says; its notes come with the dimension.
    pub fn of(wire: &WireAxisExtension) -> Self {
        let (mut not_summable, mut stocks) = (Vec::new(), Vec::new());
        for (code, kind) in entries(&wire.measuring_type) {
            match kind {
                Given::Right(kind) if kind.eq_ignore_ascii_case("stock") => stocks.push(code.clone()),
                Given::Right(kind) if kind.eq_ignore_ascii_case("flow") => {}
                _ => not_summable.push(code.clone()),
            }
        }
        let elimination = match (&wire.elimination, &wire.elimination_value_code) {
            (Some(Given::Right(false)), _) => Elimination::None,
            (_, Some(Given::Right(code))) => Elimination::Total(code.text.clone()),
            (Some(Given::Right(true)), _) => Elimination::Sum,
            _ => Elimination::None,
        };
        Self { elimination, mandatory_notes: Vec::new(), not_summable, stocks }
    }
}

/// Whether the note in this position must be shown.
pub fn is_mandatory(wire: &WireMandatory, position: usize) -> bool {
    let position = position.to_string();
    entries(wire).iter().any(|(name, must)| *name == position && matches!(must, Given::Right(true)))
}

/// The same of a note on a category.
pub fn is_mandatory_of(wire: &WireAxisExtension, code: &str, position: usize) -> bool {
    entries(&wire.category_note_mandatory).iter().any(|(name, notes)| match notes {
        Given::Right(notes) => *name == code && is_mandatory(&Some(Given::Right(notes.clone())), position),
        Given::Wrong(_) => false,
    })
}

fn entries<T>(member: &Member<Entries<T>>) -> &[(String, T)] {
    match member {
        Some(Given::Right(Entries(entries))) => entries,
        _ => &[],
    }
}

/// What PxWeb says of the sums of a file: `axes` are those of the dimensions, `metric` is that of the measures.
pub fn write_sums(
    px: &WirePx,
    axes: &[Said],
    metric: Option<&Said>,
    dimensions: &[Dimension],
    measures: &mut [Measure],
) {
    if matches!(px.aggregallowed, Some(Given::Right(false))) {
        return;
    }
    let is_time = |place: usize| {
        dimensions.get(place).is_some_and(|it| it.kind == crate::model::dimension::DimensionKind::Period)
    };
    let summable = axes.iter().enumerate().filter(|(_, said)| said.elimination == Elimination::Sum);
    let summable: Vec<usize> = summable.map(|(place, _)| place).collect();
    for measure in measures {
        let is_among = |codes: &[String]| codes.contains(&measure.id);
        if !measure.additive_over.is_empty() || metric.is_some_and(|said| is_among(&said.not_summable)) {
            continue;
        }
        let is_stock = metric.is_some_and(|said| is_among(&said.stocks));
        measure.additive_over = summable.iter().copied().filter(|place| !(is_stock && is_time(*place))).collect();
    }
}
