//! How many cells there are in each state.

use std::collections::BTreeMap;

use crate::model::{cube::Column, figure::Absence};

/// Cells by state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Cells with a number.
    pub n_known: usize,
    /// Cells without, by the reason's place in `ABSENCES`.
    n_absent: BTreeMap<usize, usize>,
}

/// The reasons, with their words in files, in the order they are told.
static ABSENCES: [(&str, Absence); 8] = [
    ("rounds_to_zero", Absence::RoundsToZero),
    ("suppressed", Absence::Suppressed),
    ("missing", Absence::Missing),
    ("not_applicable", Absence::NotApplicable),
    ("uncertain", Absence::Uncertain),
    ("not_yet", Absence::NotYet),
    ("unpublished", Absence::Unpublished),
    ("unknown_symbol", Absence::UnknownSymbol(String::new())),
];

/// The word for a reason in files.
pub fn word(absence: &Absence) -> &'static str {
    let is_kind = |known: &Absence| std::mem::discriminant(known) == std::mem::discriminant(absence);
    ABSENCES.iter().find(|(_, known)| is_kind(known)).map_or("", |(word, _)| *word)
}

impl Tally {
    /// The cells of these columns.
    pub fn of<'c>(columns: impl IntoIterator<Item = &'c Column>) -> Self {
        let mut tally = Self::default();
        for column in columns {
            let (n_known, n_absent) = column.n_by_reason();
            tally.n_known = tally.n_known.saturating_add(n_known);
            for (absence, n) in n_absent {
                tally.add(&absence, n);
            }
        }
        tally
    }

    fn add(&mut self, absence: &Absence, n_cells: usize) {
        let is_kind = |known: &Absence| std::mem::discriminant(known) == std::mem::discriminant(absence);
        if let Some(place) = ABSENCES.iter().position(|(_, known)| is_kind(known)) {
            let n = self.n_absent.entry(place).or_default();
            *n = n.saturating_add(n_cells);
        }
    }

    /// Every state a cell can have, with how many cells have it.
    pub fn states(&self) -> impl Iterator<Item = (&'static str, usize)> {
        let absent =
            (0..).zip(&ABSENCES).map(|(place, (id, _))| (*id, self.n_absent.get(&place).copied().unwrap_or(0)));
        std::iter::once(("known", self.n_known)).chain(absent)
    }

    /// The reasons there are, each with its word in files and how many cells.
    pub fn absences(&self) -> impl Iterator<Item = (&'static str, Absence, usize)> {
        self.n_absent.iter().filter_map(|(place, n)| {
            let (id, absence) = ABSENCES.get(*place)?;
            Some((*id, absence.clone(), *n))
        })
    }
}
