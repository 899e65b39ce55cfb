//! No small group in which all have the same sensitive answer, and no share of a group too small for one.

use crate::{
    gate::{
        counts::is_protected_count,
        findings::Findings,
        reason::{CellName, Reason},
        receipt::Rule,
        warning::Warning,
    },
    model::{
        cube::{Column, Cube},
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
        slices::in_slices,
    },
};

/// In a group of fewer than this nobody may be told that all of them have the answer: then each of them is known.
pub const SMALL_GROUP: u32 = 10;

/// A share of persons is given of at least so many.
pub const FEWEST_OF_SHARE: u32 = 20;

/// Checks every share of a protected unit.
pub async fn check(cube: &Cube, findings: &mut Findings, pause: &impl AsyncFn()) {
    for (position, measure) in cube.measures.iter().enumerate() {
        let Some(ratio) = measure.ratio.as_ref().filter(|_| measure.kind == MeasureKind::Share) else { continue };
        let Some(unit) = protected_unit(cube, measure, ratio) else { continue };
        let share = Share { cube, position, measure, ratio, unit };
        share.check(findings, pause).await;
    }
    findings.checked(Rule::WholeGroups);
}

/// Whom a share is of; none where that is nobody who is protected.
fn protected_unit(cube: &Cube, measure: &Measure, ratio: &Ratio) -> Option<ProtectedUnit> {
    let counted = match ratio.numerator {
        Some(numerator) => cube.measures.get(numerator).filter(|it| is_protected_count(it))?,
        None => measure,
    };
    Some(counted.protected_unit).filter(|unit| *unit != ProtectedUnit::None)
}

struct Share<'c> {
    cube: &'c Cube,
    position: usize,
    measure: &'c Measure,
    ratio: &'c Ratio,
    unit: ProtectedUnit,
}

/// What is found in the rows of a share.
#[derive(Default)]
struct Found {
    all: Vec<usize>,
    none: Vec<usize>,
    few: Vec<usize>,
    n_nobody: usize,
    n_few: usize,
}

impl Share<'_> {
    async fn check(&self, findings: &mut Findings, pause: &impl AsyncFn()) {
        let column = |measure: usize| self.cube.columns.get(self.cube.measures.get(measure)?.column?);
        let own = self.measure.column.and_then(|column| self.cube.columns.get(column));
        let above = self.ratio.numerator.and_then(column);
        let Some(below) = column(self.ratio.denominator) else { return };
        let mut found = Found::default();
        in_slices(below.len(), pause, |rows| {
            for row in rows {
                self.look(row, own, above, below, &mut found);
            }
        })
        .await;
        let counted = self.ratio.numerator.filter(|_| above.is_some()).unwrap_or(self.position);
        for (rows, is_all) in [(&found.all, true), (&found.none, false)] {
            for row in rows {
                let cell = || CellName::of(self.cube, counted, *row);
                findings.refuse(|| Reason::WholeGroup { cell: cell(), is_all, under: SMALL_GROUP });
            }
        }
        for row in &found.few {
            let cell = || CellName::of(self.cube, self.position, *row);
            findings.refuse(|| Reason::ShareOfFew { cell: cell(), least: FEWEST_OF_SHARE });
        }
        if found.n_nobody > 0 {
            findings.warn(Warning::NobodyInSmallGroups { measure: self.measure.id.clone(), n: found.n_nobody });
        }
        if found.n_few > 0 {
            findings.warn(Warning::SharesOfFew {
                measure: self.measure.id.clone(),
                n: found.n_few,
                least: FEWEST_OF_SHARE,
            });
        }
    }

    fn look(&self, row: usize, own: Option<&Column>, above: Option<&Column>, below: &Column, found: &mut Found) {
        let share = own.and_then(|column| column.number(row));
        let count = above.and_then(|column| column.number(row));
        if share.is_none() && count.is_none() {
            return;
        }
        let Some(n) = below.number(self.row_below(row)).filter(|n| *n >= 1.0) else { return };
        if n < f64::from(SMALL_GROUP) {
            let is_all = count == Some(n) || share.is_some_and(|share| share >= self.ratio.per);
            let is_none = count == Some(0.0) || (count.is_none() && share == Some(0.0));
            match (is_all, is_none, self.measure.polarity) {
                // That all have what is good, or nobody what is bad, harms none of them.
                (true, _, Polarity::HigherIsBetter) | (_, true, Polarity::HigherIsWorse) => {}
                (true, _, _) => found.all.push(row),
                (_, true, Polarity::HigherIsBetter) => found.none.push(row),
                (_, true, Polarity::Neutral) => found.n_nobody = found.n_nobody.saturating_add(1),
                _ => {}
            }
        }
        if share.is_some() && n < f64::from(FEWEST_OF_SHARE) && self.unit != ProtectedUnit::Home {
            // Beside both counts the share tells nothing more.
            match count {
                Some(_) => found.n_few = found.n_few.saturating_add(1),
                None => found.few.push(row),
            }
        }
    }

    /// Where the denominator of a row is read.
    fn row_below(&self, row: usize) -> usize {
        if self.ratio.denominator_at.is_empty() {
            return row;
        }
        let mut at = self.cube.coordinates(row);
        for (dimension, category) in &self.ratio.denominator_at {
            if let Some(place) = at.get_mut(*dimension) {
                *place = *category;
            }
        }
        self.cube.row(&at).unwrap_or(row)
    }
}
