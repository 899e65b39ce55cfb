//! The measures of a table: where their cells stand, what they are worked out from, and who stands behind them.

use crate::{
    model::{
        dataset::Contributors,
        measure::{Measure, Ratio},
    },
    publish::aggregate::{
        check::{Checking, measure::Counted},
        fault::{FaultKind, Place},
        plan::{Amount, Asked, Dimension},
        spec::{Spec, measure::SpecMeasure},
    },
};

impl Checking<'_> {
    /// Every column must be led to from the records that are counted.
    pub(super) fn ways(&mut self, base: usize, dimensions: &[Dimension], counted: &[Counted], place: &Place) {
        let mut columns: Vec<Asked> = dimensions.iter().flat_map(|it| it.coding.columns()).collect();
        for (amount, _) in counted {
            columns.extend(amount.conditions().iter().map(|condition| condition.column.clone()));
            match amount {
                Amount::Distinct(column, _)
                | Amount::Largest(column, _)
                | Amount::Sum(column, _)
                | Amount::Mean(column, _)
                | Amount::Quantile(column, ..) => columns.push(column.clone()),
                Amount::Rows(_) | Amount::Ratio => {}
            }
        }
        let mut told = Vec::new();
        for Asked { column, .. } in columns {
            if self.plan.way(base, column.records).is_none() && !told.contains(&column.records) {
                told.push(column.records);
                let name = |at: usize| self.plan.records.get(at).map(|it| it.name.clone()).unwrap_or_default();
                let kind = FaultKind::NoWay { from: name(base), to: name(column.records) };
                self.fault(place, kind);
            }
        }
    }

    /// Which measures have cells, which they may be summed over, and where the parts of a share stand.
    pub(super) fn columns(
        &mut self,
        counted: Vec<Counted>,
        spec: &Spec,
        dimensions: &[Dimension],
        place: &Place,
    ) -> (Vec<Amount>, Vec<Measure>) {
        // What has no cells stands last, as whoever reads the file has it.
        let (ratios, mut counted): (Vec<Counted>, Vec<Counted>) =
            counted.into_iter().partition(|(amount, _)| *amount == Amount::Ratio);
        counted.extend(ratios);
        let (amounts, mut measures): (Vec<Amount>, Vec<Measure>) = counted.into_iter().unzip();
        let mut n_columns = 0_usize;
        for (amount, measure) in amounts.iter().zip(&mut measures) {
            if *amount != Amount::Ratio {
                measure.column = Some(n_columns);
                n_columns = n_columns.saturating_add(1);
            }
            if matches!(amount, Amount::Rows(_) | Amount::Sum(..)) {
                let adds_up =
                    |(_, dimension): &(usize, &Dimension)| !dimension.coding.is_multi_response() && dimension.is_whole;
                measure.additive_over = dimensions.iter().enumerate().filter(adds_up).map(|(at, _)| at).collect();
            }
        }
        let stored: Vec<Option<String>> = measures.iter().map(|it| it.column.map(|_| it.id.clone())).collect();
        let position = |id: &Option<String>| stored.iter().position(|other| other.is_some() && other == id);
        for (amount, measure) in amounts.iter().zip(&mut measures) {
            let Some(it) = spec.measure.iter().find(|it| it.id == measure.id) else { continue };
            if *amount == Amount::Ratio {
                match (position(&it.numerator), position(&it.denominator)) {
                    (Some(numerator), Some(denominator)) => {
                        let per = it.per.unwrap_or(100.0);
                        let denominator_at = Vec::new();
                        measure.ratio = Some(Ratio { numerator: Some(numerator), denominator, denominator_at, per });
                    }
                    _ => self.fault(place, FaultKind::BadRatio(measure.id.clone())),
                }
            }
        }
        (amounts, measures)
    }
}

/// Which measures of a table tell who stands behind another one of it.
pub(super) fn contributors(measures: &[Measure], spec: &Spec) -> Vec<Contributors> {
    let teller = |told: &str, of: fn(&SpecMeasure) -> &Vec<String>| {
        measures.iter().position(|measure| {
            let it = spec.measure.iter().find(|it| it.id == measure.id);
            it.is_some_and(|it| of(it).iter().any(|id| id == told))
        })
    };
    let told = |(measure, it): (usize, &Measure)| {
        let homes = teller(&it.id, |it| &it.homes_of);
        let operators = teller(&it.id, |it| &it.operators_of);
        let largest = teller(&it.id, |it| &it.largest_of);
        let is_told = homes.or(operators).or(largest).is_some();
        is_told.then_some(Contributors { measure, homes, operators, largest })
    };
    measures.iter().enumerate().filter_map(told).collect()
}
