//! Which figures the rules hide by themselves, before anybody adds anything up.

use super::{
    spec::Spec,
    web::{Place, below, is_count},
};
use crate::{
    bounds::ratio::decimals_with,
    model::{
        cube::{Column, Cube},
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
    },
};

/// Why a figure is hidden, the first reason that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// It was hidden when it came.
    Earlier,
    /// It is from 1 up to the threshold.
    Small,
    /// Too few homes or operators are behind it.
    FewContributors,
    /// One of them has most of it.
    Dominance,
    /// It is all of a small group.
    WholeGroup,
    /// It is a share of a small group.
    SmallDenominator,
    /// It is a share or a rate that with its n gives a small count.
    GivesSmallCount,
    /// It is worked out from a figure that is hidden.
    OfHidden,
    /// The same figure is hidden in another table, or hidden here and open there.
    SameFigure,
    /// It would give a hidden one away.
    Complementary,
}

impl Rule {
    /// All rules, in the order they are told.
    pub const ALL: [Self; 10] = [
        Self::Earlier,
        Self::Small,
        Self::FewContributors,
        Self::Dominance,
        Self::WholeGroup,
        Self::SmallDenominator,
        Self::GivesSmallCount,
        Self::OfHidden,
        Self::SameFigure,
        Self::Complementary,
    ];
}

/// Whether a measure counts, or may count, somebody who is protected.
pub fn is_protected(measure: &Measure, spec: &Spec) -> bool {
    measure.protected_unit != ProtectedUnit::None || spec.protected.contains(&measure.id)
}

/// Every cell that a rule hides, with the rule.
pub fn hits(cubes: &[Cube], spec: &Spec, threshold: u32) -> Vec<(Place, Rule)> {
    let mut hits = Vec::new();
    for (number, cube) in cubes.iter().enumerate() {
        let it = Rules { cube, number, spec, threshold: f64::from(threshold) };
        for (position, measure) in cube.measures.iter().enumerate() {
            if let Some(column) = column(cube, position) {
                it.of_measure(position, measure, column, &mut hits);
            }
            if let Some(ratio) = &measure.ratio {
                it.of_ratio(position, measure, ratio, &mut hits);
            }
        }
    }
    hits.sort_unstable();
    hits.dedup_by_key(|(place, _)| *place);
    hits
}

/// The column of a measure.
pub fn column(cube: &Cube, measure: usize) -> Option<&Column> {
    cube.columns.get(cube.measures.get(measure)?.column?)
}

struct Rules<'c> {
    cube: &'c Cube,
    number: usize,
    spec: &'c Spec,
    threshold: f64,
}

impl Rules<'_> {
    fn place(&self, measure: usize, row: usize) -> Place {
        Place { cube: self.number, measure, row }
    }

    fn of_measure(&self, position: usize, measure: &Measure, column: &Column, hits: &mut Vec<(Place, Rule)>) {
        let numbers = || column.numbers().enumerate().filter_map(|(row, number)| Some((row, number?)));
        if is_protected(measure, self.spec) && is_count(self.cube, measure) {
            let is_small = |(_, number): &(usize, f64)| *number != 0.0 && number.abs() < self.threshold;
            hits.extend(numbers().filter(is_small).map(|(row, _)| (self.place(position, row), Rule::Small)));
        }
        let given = self.cube.dataset.contributors.iter().filter(|given| given.measure == position);
        let named = |of: Option<&String>| self.cube.measure_by_id(of?);
        let counts = given.clone().flat_map(|given| [given.homes, given.operators]);
        let counts = counts.chain([named(self.spec.contributors.of.get(&measure.id))]).flatten();
        let least = f64::from(self.spec.contributors.least);
        for behind in counts.filter_map(|it| self::column(self.cube, it)) {
            let are_few = |(row, number): &(usize, f64)| {
                *number > 0.0 && behind.number(*row).is_some_and(|n| n > 0.0 && n < least)
            };
            hits.extend(numbers().filter(are_few).map(|(row, _)| (self.place(position, row), Rule::FewContributors)));
        }
        let largest =
            given.map(|given| given.largest).chain([named(self.spec.dominance.of.get(&measure.id))]).flatten();
        let most = self.spec.dominance.share / 100.0;
        for largest in largest.filter_map(|it| self::column(self.cube, it)) {
            let is_most = |(row, number): &(usize, f64)| {
                *number > 0.0 && largest.number(*row).is_some_and(|largest| largest > most * number)
            };
            hits.extend(numbers().filter(is_most).map(|(row, _)| (self.place(position, row), Rule::Dominance)));
        }
    }

    fn of_ratio(&self, position: usize, measure: &Measure, ratio: &Ratio, hits: &mut Vec<(Place, Rule)>) {
        let above = ratio.numerator.and_then(|numerator| self.cube.measures.get(numerator));
        let whose = above.unwrap_or(measure);
        if !is_protected(whose, self.spec)
            || !matches!(measure.kind, MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean)
        {
            return;
        }
        let counted = ratio.numerator.and_then(|numerator| column(self.cube, numerator));
        let Some(of) = column(self.cube, ratio.denominator) else { return };
        let (group, least) = (self.spec.smallest_group(), self.spec.least_denominator());
        let own = column(self.cube, position);
        let digits = own.map_or(0, |own| own.numbers().flatten().fold(0, decimals_with));
        let digits = [digits, digits.max(i32::from(measure.decimals))];
        for row in 0..self.cube.n_rows().unwrap_or(0) {
            let n = below(self.cube, row, &ratio.denominator_at).and_then(|below| of.number(below));
            let Some(n) = n.filter(|n| *n >= 1.0) else { continue };
            let found = counted.and_then(|counted| counted.number(row));
            let share = own.and_then(|own| own.number(row));
            let is_share = measure.kind == MeasureKind::Share;
            // That all have what is good, or nobody what is bad, harms none of them.
            let tells_all = match measure.polarity {
                Polarity::HigherIsBetter => found.map_or(share == Some(0.0), |found| found == 0.0),
                _ => found.map_or(share.is_some_and(|share| share >= ratio.per), |found| found == n),
            };
            if is_share && n < group && tells_all {
                let counted = ratio.numerator.filter(|_| found.is_some()).unwrap_or(position);
                hits.push((self.place(counted, row), Rule::WholeGroup));
            }
            // Beside its count a share tells nothing more.
            let Some(share) = share.filter(|_| found.is_none()) else { continue };
            if is_share && n < least && whose.protected_unit != ProtectedUnit::Home {
                hits.push((self.place(position, row), Rule::SmallDenominator));
            }
            if digits.iter().any(|digits| self.is_small(share, n, ratio.per, *digits)) {
                hits.push((self.place(position, row), Rule::GivesSmallCount));
            }
        }
    }

    /// Whether every count that a share and its n allow is small.
    fn is_small(&self, share: f64, n: f64, per: f64, decimals: i32) -> bool {
        // Rounding in binary must neither add a count nor take one away.
        let away = 0.5 * 10_f64.powi(-decimals) + 1e-9 * share.abs().max(1.0);
        let count = |share: f64| share / per * n;
        let (low, high) = (count(share - away).ceil().max(0.0), count(share + away).floor());
        low >= 1.0 && low <= high && high < self.threshold
    }
}
