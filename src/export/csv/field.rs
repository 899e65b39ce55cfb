//! The columns of a CSV file, and the word for what is said of a cell.

use crate::{
    export::jsonstat,
    load::jsonstat::vocabulary::{self, ABSENCES, FLAGS},
    model::{
        cube::Cube,
        figure::{Absence, Figure},
    },
};

/// A column of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The code of this dimension's category.
    Code(usize),
    /// Its label.
    Label(usize),
    /// The id of the measure.
    Measure,
    /// Its label.
    MeasureLabel,
    /// The number; empty where there is none.
    Value,
    /// What is said of the cell.
    Status,
    /// That the figures are made up; only where they are.
    Synthetic,
}

/// What stands before the sign, in the word of a cell whose sign nobody explains.
pub const UNKNOWN_SYMBOL: &str = "unknown_symbol:";
/// The word of a cell that the publisher's file does not have.
pub const UNPUBLISHED: &str = "unpublished";

/// The columns with their names, each name once.
pub fn fields(cube: &Cube) -> Vec<(Field, String)> {
    let mut fields: Vec<(Field, String)> = Vec::new();
    let mut add = |field: Field, name: &str| {
        let mut name = name.to_owned();
        while fields.iter().any(|(_, known)| *known == name) {
            name.push('_');
        }
        fields.push((field, name));
    };
    let metric = jsonstat::metric(cube);
    let mut measures = metric.as_ref();
    for place in 0..=cube.dimensions.len() {
        if let Some(metric) = measures.take_if(|metric| metric.place == place) {
            add(Field::Measure, &metric.id);
            add(Field::MeasureLabel, &format!("{}_label", metric.id));
        }
        if let Some(dimension) = cube.dimensions.get(place) {
            add(Field::Code(place), &dimension.id);
            add(Field::Label(place), &format!("{}_label", dimension.id));
        }
    }
    add(Field::Value, "value");
    add(Field::Status, "status");
    if cube.dataset.is_synthetic {
        add(Field::Synthetic, "synthetic");
    }
    fields
}

/// The profile's words: why there is no number, or how exact it is and its flags, with a space between; empty where nothing is said.
pub fn status(figure: &Figure) -> String {
    match figure {
        Figure::Known(known) => {
            let qualifier = known.qualifier.as_ref().map(vocabulary::qualifier_word);
            let flags = known.flags.iter().filter_map(|flag| vocabulary::word(FLAGS, &flag)).map(str::to_owned);
            qualifier.into_iter().chain(flags).collect::<Vec<_>>().join(" ")
        }
        Figure::Absent(Absence::UnknownSymbol(symbol)) => format!("{UNKNOWN_SYMBOL}{symbol}"),
        Figure::Absent(absence) => vocabulary::word(ABSENCES, absence).unwrap_or(UNPUBLISHED).to_owned(),
    }
}
