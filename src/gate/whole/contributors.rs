//! Enough homes and enough operators behind every figure, and no one of them that is most of it, where the file tells.

use crate::{
    gate::{
        counts::is_protected_count,
        findings::Findings,
        reason::{CellName, Contributor, Reason},
        receipt::{NotChecked, Rule},
    },
    model::{
        cube::{Column, Cube},
        dataset::Contributors,
        slices::in_slices,
    },
};

/// So many homes, and so many operators, stand behind every figure: of two, each could take itself out and know the other.
pub const FEWEST: u32 = 3;

/// No home has more of a figure than this part of it.
pub const MOST_OF_ONE: f64 = 0.75;

/// Checks the figures of every measure that the file gives contributors of.
pub async fn check(cube: &Cube, findings: &mut Findings, pause: &impl AsyncFn()) {
    let listed = &cube.dataset.contributors;
    for it in listed {
        let Some(column) = column(cube, Some(it.measure)) else { continue };
        for (of, place) in [(Contributor::Homes, it.homes), (Contributor::Operators, it.operators)] {
            if let Some(number) = self::column(cube, place) {
                let is_few = |_: f64, n: f64| n > 0.0 && n < f64::from(FEWEST);
                let rows = rows(column, number, is_few, pause).await;
                refuse(cube, it, &rows, findings, |cell| Reason::FewContributors { cell, of, least: FEWEST });
                findings.checked(Rule::Contributors);
            }
        }
        if let Some(largest) = self::column(cube, it.largest) {
            let is_most = |value: f64, largest: f64| largest > value * MOST_OF_ONE;
            let rows = rows(column, largest, is_most, pause).await;
            refuse(cube, it, &rows, findings, |cell| Reason::Dominated { cell, most: MOST_OF_ONE * 100.0 });
            findings.checked(Rule::Dominance);
        }
    }
    let is_told = |measure: usize, place: fn(&Contributors) -> Option<usize>| {
        listed.iter().any(|it| it.measure == measure && place(it).is_some())
    };
    let protected = || cube.measures.iter().enumerate().filter(|(_, it)| is_protected_count(it) && it.column.is_some());
    if protected().any(|(place, _)| !is_told(place, |it| it.homes) || !is_told(place, |it| it.operators)) {
        findings.not_checked(NotChecked::NotGiven(Rule::Contributors));
    }
    if protected().any(|(place, _)| !is_told(place, |it| it.largest)) {
        findings.not_checked(NotChecked::NotGiven(Rule::Dominance));
    }
}

fn column(cube: &Cube, measure: Option<usize>) -> Option<&Column> {
    cube.columns.get(cube.measures.get(measure?)?.column?)
}

/// The rows with a figure above zero of which the other column tells too much.
async fn rows(
    column: &Column,
    other: &Column,
    is_too_much: impl Fn(f64, f64) -> bool,
    pause: &impl AsyncFn(),
) -> Vec<usize> {
    let mut found = Vec::new();
    in_slices(column.len().min(other.len()), pause, |rows| {
        let both = column.numbers_in(rows.clone()).zip(other.numbers_in(rows.clone()));
        for (row, (value, number)) in rows.zip(both) {
            let value = value.filter(|value| *value > 0.0);
            if value.zip(number).is_some_and(|(value, number)| is_too_much(value, number)) {
                found.push(row);
            }
        }
    })
    .await;
    found
}

fn refuse(
    cube: &Cube,
    it: &Contributors,
    rows: &[usize],
    findings: &mut Findings,
    reason: impl Fn(CellName) -> Reason,
) {
    for row in rows {
        findings.refuse(|| reason(CellName::of(cube, it.measure, *row)));
    }
}
