//! What a file format cannot say of a cube.

/// Something of a cube that is lost in another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// The words in the other language.
    Translations,
    /// That the figures are made up.
    Synthetic,
    /// Who publishes it, from where, when, under what licence.
    Origin,
    /// What was examined, how it was chosen, what may be compared, what was done to protect people, what is cleared.
    Conditions,
    /// So many notes on the dataset, its dimensions and measures.
    Notes(usize),
    /// What sort of number a measure is, whom it could identify, what it may be summed over, what it is worked out from.
    Measures,
    /// Measures that are only worked out from others, by id.
    WorkedOut(Vec<String>),
    /// What these dimensions are about, their totals, hierarchies and breaks, by id.
    Dimensions(Vec<String>),
    /// What the publisher says of so many cells: provisional, estimated.
    Flags(usize),
    /// How exactly so many numbers were given: "drygt".
    Qualifiers(usize),
    /// Why so many cells have no number, where the format has no sign for it.
    States(usize),
    /// Where so many figures were read, and notes on single cells.
    Remarks(usize),
}
