//! No count of a protected unit from 1 up to the threshold.

use super::{
    findings::Findings,
    reason::{CellName, Reason},
    receipt::NotChecked,
};
use crate::model::{
    cube::{Column, Cube},
    measure::{Measure, MeasureKind, ProtectedUnit},
    slices::in_slices,
};

/// Checks every count of a protected unit, also where the file says that it is rounded: a rounded count is not small.
///
/// A measure that does not say what it is, and has whole numbers only, is taken for a count of children.
pub async fn check(cube: &Cube, threshold: u32, findings: &mut Findings, pause: &impl AsyncFn()) {
    for (position, measure) in cube.measures.iter().enumerate() {
        let column = measure.column.and_then(|column| cube.columns.get(column));
        let Some(column) = column else { continue };
        if measure.protected_unit == ProtectedUnit::None {
            continue;
        }
        let is_taken_for_count = match measure.kind {
            MeasureKind::Count => false,
            MeasureKind::Unknown if is_whole(column, pause).await => true,
            MeasureKind::Unknown => {
                findings.not_checked(NotChecked::UnknownKind { measure: measure.id.clone() });
                continue;
            }
            _ => continue,
        };
        in_slices(column.len(), pause, |rows| {
            for (row, number) in rows.clone().zip(column.numbers_in(rows)) {
                if number.is_some_and(|number| is_small(number, threshold)) {
                    findings.refuse(|| Reason::SmallCount {
                        cell: CellName::of(cube, position, row),
                        threshold,
                        is_taken_for_count,
                    });
                }
            }
        })
        .await;
    }
}

/// Whether a count could single somebody out. A difference of counts, which may be below zero, is as telling as a count.
pub fn is_small(count: f64, threshold: u32) -> bool {
    let size = count.abs();
    size > 0.0 && size < f64::from(threshold)
}

/// Whether a measure counts something that is protected, or may do so.
pub fn is_protected_count(measure: &Measure) -> bool {
    measure.protected_unit != ProtectedUnit::None && matches!(measure.kind, MeasureKind::Count | MeasureKind::Unknown)
}

async fn is_whole(column: &Column, pause: &impl AsyncFn()) -> bool {
    let mut is_whole = true;
    in_slices(column.len(), pause, |rows| {
        is_whole = is_whole && column.numbers_in(rows).flatten().all(|number| number.fract() == 0.0);
    })
    .await;
    is_whole
}
