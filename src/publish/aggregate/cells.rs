//! The cells of a table as they are counted, and the cube that comes of them.

use std::collections::{BTreeMap, HashMap};

use super::{
    coding::MICRO,
    margins,
    plan::{Amount, Table},
    quantile::quantile,
};
use crate::model::{
    cube::Cube,
    figure::{Absence, Figure},
};

/// What has been counted in each row of a column so far.
pub enum Cells {
    /// Records, or different keys.
    Counts(Vec<u64>),
    /// The sum in millionths, and of how many numbers.
    Sums(Vec<(i128, u64)>),
    /// By row: how often each number is there, in millionths.
    Numbers(HashMap<usize, BTreeMap<i128, u64>>),
}

impl Cells {
    /// Nothing counted yet.
    pub fn of(amount: &Amount, n_rows: usize) -> Self {
        match amount {
            Amount::Rows(_) | Amount::Distinct(..) | Amount::Largest(..) => Self::Counts(vec![0; n_rows]),
            Amount::Sum(..) | Amount::Mean(..) => Self::Sums(vec![(0, 0); n_rows]),
            Amount::Quantile(..) | Amount::Ratio => Self::Numbers(HashMap::new()),
        }
    }

    /// So many records more; of a number, where it is one that is counted.
    pub fn add(&mut self, row: usize, number: Option<i128>, n: u64) {
        match (self, number) {
            (Self::Counts(counts), _) => {
                if let Some(count) = counts.get_mut(row) {
                    *count = count.saturating_add(n);
                }
            }
            (Self::Sums(sums), Some(number)) => {
                if let Some((sum, count)) = sums.get_mut(row) {
                    *sum = sum.saturating_add(number.saturating_mul(i128::from(n)));
                    *count = count.saturating_add(n);
                }
            }
            (Self::Numbers(numbers), Some(number)) => {
                let count = numbers.entry(row).or_default().entry(number).or_insert(0);
                *count = count.saturating_add(n);
            }
            (Self::Sums(_) | Self::Numbers(_), None) => {}
        }
    }

    /// At least so many.
    pub fn raise(&mut self, row: usize, n: u64) {
        if let Self::Counts(counts) = self
            && let Some(count) = counts.get_mut(row)
        {
            *count = n.max(*count);
        }
    }

    /// The figure of a published row. Of no numbers there is no mean.
    fn figure(&self, row: usize, amount: &Amount) -> Figure {
        let known = |number: Option<f64>| number.map_or(Figure::Absent(Absence::NotApplicable), Figure::exact);
        let one = |micros: f64| micros / MICRO as f64;
        match self {
            Self::Counts(counts) => known(counts.get(row).map(|count| *count as f64)),
            Self::Sums(sums) => known(sums.get(row).and_then(|(sum, count)| match amount {
                Amount::Mean(..) => (*count > 0).then(|| one(*sum as f64) / *count as f64),
                _ => Some(one(*sum as f64)),
            })),
            Self::Numbers(numbers) => known(match amount {
                Amount::Quantile(_, p, _) => numbers.get(&row).and_then(|counts| quantile(counts, *p)).map(one),
                _ => None,
            }),
        }
    }
}

/// The cube with its cells: those of a declared margin hold a figure, the others stay unpublished.
pub fn filled(table: &Table, depths: &[Vec<usize>], cells: &[Cells]) -> Cube {
    let mut cube = table.cube.clone();
    let rows: Vec<usize> = depths.iter().flat_map(|depths| margins::rows(table, depths)).collect();
    for ((measure, amount), cells) in cube.measures.iter().zip(&table.measures).zip(cells) {
        let Some(column) = measure.column.and_then(|at| cube.columns.get_mut(at)) else { continue };
        for row in &rows {
            let figure = cells.figure(*row, amount);
            // What was counted all the same stays to be seen.
            let cannot_be = figure.exact_value() == Some(0.0) && is_of_the_same(table, *row);
            column.set(*row, if cannot_be { Figure::Absent(Absence::NotApplicable) } else { figure });
        }
    }
    cube
}

/// Whether a row has the same code in two dimensions of which no record has it.
fn is_of_the_same(table: &Table, row: usize) -> bool {
    let at = table.cube.coordinates(row);
    let code = |dimension: usize| {
        let category = at.get(dimension).copied()?;
        Some(&table.cube.dimensions.get(dimension)?.categories.get(category)?.code)
    };
    table.never_same.iter().any(|[one, other]| code(*one).is_some() && code(*one) == code(*other))
}
