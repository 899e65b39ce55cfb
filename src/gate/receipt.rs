//! What the gate checked, for the reader to open.

use super::warning::Warning;

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
    /// What is let in and yet worth a second look.
    pub warnings: Vec<Warning>,
}

/// A rule of the gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// No count of a protected unit lies from 1 up to the threshold.
    SmallCounts,
    /// No such count follows from a share or a rate and its n.
    CountsFromShares,
    /// No text has a personal identity number, an e-mail address, a phone number or coordinates.
    PersonalData,
    /// Every address is one of the web.
    Addresses,
    /// No hidden cell follows from totals and other tables.
    HiddenFromTotals,
    /// No small group has one answer only.
    WholeGroups,
    /// Enough homes and operators stand behind every figure.
    Contributors,
    /// No home has most of a figure.
    Dominance,
    /// The rows are not single cases.
    Records,
    /// No count is given home by home, and no category looks like the name of one.
    NamesOfHomes,
    /// Hidden figures have one sign.
    OneSign,
}

/// The rules that are checked in one cube after the other.
pub const CHECKED: [Rule; 5] =
    [Rule::SmallCounts, Rule::CountsFromShares, Rule::PersonalData, Rule::Addresses, Rule::OneSign];

/// The rules that look further than one cell.
pub const WHOLE: [Rule; 6] =
    [Rule::HiddenFromTotals, Rule::WholeGroups, Rule::Contributors, Rule::Dominance, Rule::Records, Rule::NamesOfHomes];

/// What was not checked, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotChecked {
    /// The file does not give what the rule is about.
    NotGiven(Rule),
    /// This program shows nothing but what was checked by this rule when it was published.
    WhenPublished(Rule),
    /// Hidden cells: so many hang together that it would take too long to find what only all sums together tell; each sum by itself tells nothing.
    TooMuchTogether {
        /// How many hidden cells.
        n_cells: usize,
    },
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
