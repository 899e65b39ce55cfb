//! What is chosen is written into the cubes: hidden cells, whatever was said of them, and shares of them.

use std::collections::{BTreeMap, HashSet};

use super::{
    rules::{Rule, column},
    web::{Place, below},
};
use crate::model::{
    cube::{Cube, Remark, Summand},
    dataset::Contributors,
    figure::{Absence, Figure},
    policy::{LegalBasis, LegalSubject},
};

/// What is hidden, and why: one reason for each cell.
#[derive(Clone, Debug, Default)]
pub struct Hidden {
    by_place: BTreeMap<Place, Rule>,
}

impl Hidden {
    /// What is hidden already.
    pub fn before(cubes: &[Cube]) -> Self {
        let mut it = Self::default();
        for (number, cube) in cubes.iter().enumerate() {
            for measure in 0..cube.measures.len() {
                let Some(column) = column(cube, measure) else { continue };
                let rows = (0..column.len()).filter(|row| column.summand(*row) == Summand::Hidden);
                rows.for_each(|row| it.hide(Place { cube: number, measure, row }, Rule::Earlier));
            }
        }
        it
    }

    /// Hides a cell for a reason, unless it is hidden for another.
    pub fn hide(&mut self, place: Place, rule: Rule) {
        self.by_place.entry(place).or_insert(rule);
    }

    /// Every cell, with its reason.
    pub fn iter(&self) -> impl Iterator<Item = (Place, Rule)> + '_ {
        self.by_place.iter().map(|(place, rule)| (*place, *rule))
    }

    /// Hides the shares and rates of which one count is hidden.
    pub fn follow(&mut self, cubes: &[Cube]) {
        for (number, cube) in cubes.iter().enumerate() {
            for (position, measure) in cube.measures.iter().enumerate() {
                let (Some(ratio), Some(own)) = (&measure.ratio, column(cube, position)) else { continue };
                let is_hidden = |measure: usize, row: usize| {
                    let is_before = column(cube, measure).is_some_and(|it| it.summand(row) == Summand::Hidden);
                    is_before || self.by_place.contains_key(&Place { cube: number, measure, row })
                };
                let is_told = |row: &usize| own.number(*row).is_some();
                let follows = |row: &usize| {
                    ratio.numerator.is_some_and(|numerator| is_hidden(numerator, *row))
                        || below(cube, *row, &ratio.denominator_at).is_some_and(|at| is_hidden(ratio.denominator, at))
                };
                let rows: Vec<usize> = (0..own.len()).filter(is_told).filter(follows).collect();
                for row in rows {
                    self.hide(Place { cube: number, measure: position, row }, Rule::OfHidden);
                }
            }
        }
    }

    /// Writes it. What was said of a hidden figure, in flags, words or notes, is no longer said.
    pub fn write(&self, cubes: &mut [Cube]) {
        for (number, cube) in cubes.iter_mut().enumerate() {
            for (position, measure) in cube.measures.iter().enumerate() {
                let of = |row| Place { cube: number, measure: position, row };
                let rows: HashSet<usize> =
                    self.by_place.range(of(0)..=of(usize::MAX)).map(|(place, _)| place.row).collect();
                let column = measure.column.and_then(|column| cube.columns.get_mut(column));
                let Some(column) = column.filter(|_| !rows.is_empty()) else { continue };
                let kept = column.remarks().filter(|(row, _)| !rows.contains(row));
                let kept: BTreeMap<u32, Remark> =
                    kept.filter_map(|(row, remark)| Some((u32::try_from(row).ok()?, remark.clone()))).collect();
                let mut bare = std::mem::take(column);
                for row in &rows {
                    bare.set(*row, Figure::Absent(Absence::Suppressed));
                }
                // They were in it before.
                *column = bare.with_remarks(kept).unwrap_or_default();
            }
        }
    }
}

/// A cube without some of its measures, by position: those that only tell how large the largest home is.
pub fn without(mut cube: Cube, out: &[usize]) -> Cube {
    if out.is_empty() {
        return cube;
    }
    let mut new_places = Vec::new();
    let mut n_kept = 0;
    for place in 0..cube.measures.len() {
        let is_kept = !out.contains(&place);
        new_places.push(is_kept.then_some(n_kept));
        n_kept += usize::from(is_kept);
    }
    let new_place = |old: usize| new_places.get(old).copied().flatten();
    let mut place = 0;
    cube.measures.retain(|_| {
        place += 1;
        !out.contains(&(place - 1))
    });
    let mut columns = Vec::new();
    for measure in &mut cube.measures {
        if let Some(column) = measure.column.and_then(|column| cube.columns.get_mut(column)) {
            measure.column = Some(columns.len());
            columns.push(std::mem::take(column));
        }
        let ratio = measure.ratio.take();
        measure.ratio = ratio.and_then(|mut ratio| {
            ratio.denominator = new_place(ratio.denominator)?;
            ratio.numerator = ratio.numerator.and_then(new_place);
            Some(ratio)
        });
    }
    cube.columns = columns;
    let contributors = std::mem::take(&mut cube.dataset.contributors).into_iter().filter_map(|it| {
        let (homes, operators) = (it.homes.and_then(new_place), it.operators.and_then(new_place));
        let measure = new_place(it.measure)?;
        (homes.is_some() || operators.is_some()).then_some(Contributors { measure, homes, operators, largest: None })
    });
    cube.dataset.contributors = contributors.collect();
    cube.dataset.covariates = cube.dataset.covariates.iter().filter_map(|old| new_place(*old)).collect();
    let moved = |it: LegalBasis| match it.subject {
        LegalSubject::Measure(old) => Some(LegalBasis { subject: LegalSubject::Measure(new_place(old)?), ..it }),
        LegalSubject::Category { .. } => Some(it),
    };
    let legal_bases = std::mem::take(&mut cube.dataset.legal_bases).into_iter().filter_map(moved);
    cube.dataset.legal_bases = legal_bases.collect();
    cube
}
