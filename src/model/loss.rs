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
    /// What it rests on in law, and dated events.
    Policy,
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

/// Something in a cube that is not in its PX file, or not as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PxLoss {
    /// That the figures are made up is only a note that must be shown.
    Synthetic,
    /// Who publishes it, registry numbers, licence, design and population.
    Publisher,
    /// When it was updated, where that is no date and time.
    Updated,
    /// More of the sources than a title and one address.
    Sources,
    /// What may be compared.
    Comparability,
    /// What was done so that nobody can be identified.
    Disclosure,
    /// What it rests on in law, and dated events.
    Policy,
    /// Which dimensions may be broken down together.
    Combinations,
    /// Measures that are only worked out, and what shares and rates are worked out from.
    Ratios,
    /// What sort of number a measure is, whether more is worse, and whom it could identify.
    MeasureKinds,
    /// Sums that are allowed for some measures, or over dimensions that have a total.
    Sums,
    /// What a dimension is about, its order, that its categories overlap, or the level of a place.
    DimensionKinds,
    /// Breaks in series.
    Breaks,
    /// Flags of cells; an implied zero is written out.
    Flags,
    /// How exactly numbers were given.
    Qualifiers,
    /// Where and how single figures were read.
    Provenance,
    /// Signs that nobody explains, where there are more than PX has room for or they would get a meaning.
    Signs,
    /// Quotation marks, line breaks and number signs in texts.
    Letters,
    /// Names that stand twice: they are made different.
    Names,
    /// The language of a text that is in neither language of the file.
    Languages,
    /// The place of a note or a total, where names do not tell it.
    Places,
    /// More than fifteen decimals.
    Decimals,
}
