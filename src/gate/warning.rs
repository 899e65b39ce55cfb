//! What the gate lets in and yet finds worth a second look: a publisher should know, a reader may.

/// One warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Published figures cannot all be right: so many sums do not hold. Nothing was concluded from them.
    SumsContradict {
        /// How many.
        n: usize,
    },
    /// In so many small groups nobody has the answer, and the file does not say whether that is good or bad.
    NobodyInSmallGroups {
        /// The share, by id.
        measure: String,
        /// How many groups.
        n: usize,
    },
    /// So many shares are of fewer persons than a share is usually given of; both counts are published beside them.
    SharesOfFew {
        /// The share, by id.
        measure: String,
        /// How many shares.
        n: usize,
        /// The fewest persons.
        least: u32,
    },
    /// So many categories look like the names of homes or companies.
    NamesOfHomes {
        /// The dimension, by id.
        dimension: String,
        /// How many.
        n: usize,
    },
    /// Each category may be a single case.
    MayBeRecords {
        /// The dimension, by id.
        dimension: String,
        /// How many categories.
        n: usize,
    },
}
