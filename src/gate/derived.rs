//! No such count that follows from a share or a rate and its n: 10.3 per cent of 29 is 3.

use super::{
    counts::is_protected_count,
    findings::Findings,
    reason::{CellName, Reason},
    receipt::NotChecked,
};
use crate::{
    bounds::ratio,
    model::{
        cube::{Column, Cube},
        measure::{Measure, MeasureKind, ProtectedUnit, Ratio},
        slices::in_slices,
    },
};

/// Checks every published share and rate whose n is published and whose count is not.
pub async fn check(cube: &Cube, threshold: u32, findings: &mut Findings, pause: &impl AsyncFn()) {
    let base = cube.dataset.disclosure.as_ref().and_then(|disclosure| disclosure.rounding_base);
    if let Some(base) = base.filter(|base| *base >= threshold) {
        findings.not_checked(NotChecked::Rounded { base });
        return;
    }
    for (position, measure) in cube.measures.iter().enumerate() {
        let is_ratio = matches!(measure.kind, MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean);
        let column = measure.column.and_then(|column| cube.columns.get(column));
        let (Some(column), true) = (column, is_ratio) else { continue };
        match &measure.ratio {
            Some(ratio) if is_protected(cube, measure, ratio) => {
                let decimals = decimals(measure, column, pause).await;
                let published = Published { cube, position, column, ratio, decimals };
                published.check(threshold, findings, pause).await;
            }
            Some(_) => {}
            None if measure.protected_unit == ProtectedUnit::None || measure.kind == MeasureKind::Mean => {}
            None => findings.not_checked(NotChecked::UnknownParts { measure: measure.id.clone() }),
        }
    }
}

/// Whether what stands above the line is a count of a protected unit.
fn is_protected(cube: &Cube, measure: &Measure, ratio: &Ratio) -> bool {
    match ratio.numerator {
        Some(numerator) => cube.measures.get(numerator).is_some_and(is_protected_count),
        None => measure.protected_unit != ProtectedUnit::None,
    }
}

/// A column of shares or rates.
struct Published<'c> {
    cube: &'c Cube,
    position: usize,
    column: &'c Column,
    ratio: &'c Ratio,
    /// To how many decimals it may be rounded.
    decimals: [i32; 2],
}

impl Published<'_> {
    async fn check(&self, threshold: u32, findings: &mut Findings, pause: &impl AsyncFn()) {
        in_slices(self.column.len(), pause, |rows| {
            for (row, share) in rows.clone().zip(self.column.numbers_in(rows)) {
                if share.is_some_and(|share| self.gives_small_count(row, share, threshold)) {
                    let denominator = self.cube.measures.get(self.ratio.denominator);
                    findings.refuse(|| Reason::CountFromShare {
                        cell: CellName::of(self.cube, self.position, row),
                        denominator: denominator.map(|measure| measure.id.clone()).unwrap_or_default(),
                        threshold,
                    });
                }
            }
        })
        .await;
    }

    /// Whether every count that the share and its n allow is small. A count that is published is checked by itself.
    fn gives_small_count(&self, row: usize, share: f64, threshold: u32) -> bool {
        let mut at = self.cube.coordinates(row);
        let is_published = |numerator| self.cube.published(numerator, &at).value().is_some();
        if self.ratio.numerator.is_some_and(is_published) {
            return false;
        }
        for (dimension, category) in &self.ratio.denominator_at {
            if let Some(place) = at.get_mut(*dimension) {
                *place = *category;
            }
        }
        let Some(n) = self.cube.published(self.ratio.denominator, &at).value() else {
            return false;
        };
        self.decimals.iter().any(|decimals| {
            let half = 0.5 * 10_f64.powi(-decimals);
            // Rounding in binary must neither add a count nor take one away.
            let noise = 1e-9 * share.abs().max(1.0);
            let count = |share: f64| share / self.ratio.per * n;
            let low = count(share - half - noise).ceil().max(0.0);
            let high = count(share + half + noise).floor();
            low >= 1.0 && low <= high && high < f64::from(threshold)
        })
    }
}

/// To how many decimals a column may be rounded: as many as its numbers have, or as many as it says.
async fn decimals(measure: &Measure, column: &Column, pause: &impl AsyncFn()) -> [i32; 2] {
    let mut found = 0;
    in_slices(column.len(), pause, |rows| {
        found = column.numbers_in(rows).flatten().fold(found, ratio::decimals_with);
    })
    .await;
    [found, found.max(i32::from(measure.decimals))]
}
