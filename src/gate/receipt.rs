//! What the gate checked, for the reader to open.

/// What the gate checked in a cube that it let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Cells checked: those that hold a figure or a sign. Combinations that the file leaves out are not counted.
    pub n_cells: usize,
    /// Cells among them that the publisher has hidden.
    pub n_hidden: usize,
    /// Counts of a protected unit from 1 up to this less one are not let in.
    pub threshold: u32,
    /// The rules that were checked.
    pub checked: Vec<Rule>,
    /// What was not checked, and why.
    pub not_checked: Vec<NotChecked>,
}

/// A rule of the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// No count of a protected unit lies from 1 up to the threshold.
    SmallCounts,
    /// No such count follows from a share or a rate and its n.
    CountsFromShares,
    /// No text has a personal identity number, an e-mail address or a phone number.
    PersonalData,
    /// Every address is one of the web.
    Addresses,
    /// No hidden cell follows from totals and other tables.
    HiddenFromTotals,
    /// No small group has one answer only.
    WholeGroups,
    /// The rows are not single cases.
    Records,
}

/// The rules that are checked for every cube.
pub const CHECKED: [Rule; 4] = [Rule::SmallCounts, Rule::CountsFromShares, Rule::PersonalData, Rule::Addresses];

/// The rules that nothing checks yet.
pub const NOT_BUILT: [Rule; 3] = [Rule::HiddenFromTotals, Rule::WholeGroups, Rule::Records];

/// What was not checked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotChecked {
    /// Nothing checks this rule yet.
    NotBuilt(Rule),
    /// Small counts: the file does not say what the measure is, and its numbers are not whole.
    UnknownKind {
        /// The measure, by id.
        measure: String,
    },
    /// Counts from shares: the file does not say what the share or the rate is of.
    UnknownParts {
        /// The measure, by id.
        measure: String,
    },
    /// Counts from shares: all figures are rounded to a base no smaller than the threshold.
    Rounded {
        /// The base.
        base: u32,
    },
}
