//! Hides the counts that could point a home out, and as many more as it takes for no sum to give them away.

use super::{
    plan,
    sums::{Sum, Table},
    tally::Counts,
};

/// What a reader who does every sum can know of a cell: the least and the most it can be.
pub type Range = (u32, u32);

/// The cells whose count of findings must not be shown. `held_back` are those that are not shown for other reasons:
/// a sum must not give them away either.
pub fn hidden(table: &Table, held_back: &[bool]) -> Vec<bool> {
    let at_risk = table.counts.iter().map(is_at_risk);
    let mut hidden: Vec<bool> = at_risk.zip(held_back).map(|(one, other)| one || *other).collect();
    // Each turn hides one cell more, so it ends at the latest when all are hidden.
    while let Some(more) = next_to_hide(table, &hidden) {
        hidden[more] = true;
    }
    hidden
}

/// Too few findings, too few homes, or a finding in every home of a small group.
pub fn is_at_risk(counts: &Counts) -> bool {
    let Counts { inspected, found, .. } = *counts;
    let has_few_findings = (1..plan::THRESHOLD).contains(&found);
    let is_tiny = (1..plan::THRESHOLD).contains(&inspected);
    let is_all = found == inspected && (1..plan::SMALL_GROUP).contains(&inspected);
    has_few_findings || is_tiny || is_all
}

/// The cell to hide next: first for the sums that tell too much by themselves, then for those that do so together.
fn next_to_hide(table: &Table, hidden: &[bool]) -> Option<usize> {
    let open = untouched(table, hidden);
    let told = table.sums.iter().find_map(|sum| {
        let mut inside = sum.cells().filter(|cell| hidden[*cell]);
        let is_telling = inside.any(|cell| width_told(&open, sum, cell) < protection(table, cell));
        is_telling.then(|| cheapest(table, sum, hidden)).flatten()
    });
    told.or_else(|| {
        let known = ranges(table, open.clone());
        let mut exposed = (0..hidden.len()).filter(|cell| is_exposed(table, &known, *cell, hidden));
        exposed.find_map(|cell| {
            let sums = table.sums_of[cell].iter().map(|number| &table.sums[*number]);
            let blunted = sums.filter_map(|sum| Some((width_told(&open, sum, cell), cheapest(table, sum, hidden)?)));
            blunted.min().map(|(_, more)| more)
        })
    })
}

/// What is known before any sum is done: the published count, or anything up to the homes inspected.
pub fn untouched(table: &Table, hidden: &[bool]) -> Vec<Range> {
    let range = |(counts, is_hidden): (&Counts, &bool)| {
        if *is_hidden { (0, counts.inspected) } else { (counts.found, counts.found) }
    };
    table.counts.iter().zip(hidden).map(range).collect()
}

/// Tightens every range by every sum until nothing moves.
pub fn ranges(table: &Table, mut known: Vec<Range>) -> Vec<Range> {
    loop {
        let mut has_moved = false;
        for sum in &table.sums {
            for cell in sum.cells() {
                let (least, most) = told(&known, sum, cell);
                let new = (known[cell].0.max(least), known[cell].1.min(most));
                has_moved |= new != known[cell];
                known[cell] = new;
            }
        }
        if !has_moved {
            return known;
        }
    }
}

/// Whether a hidden cell's range is narrower than its protection.
pub fn is_exposed(table: &Table, known: &[Range], cell: usize, hidden: &[bool]) -> bool {
    let (least, most) = known[cell];
    hidden[cell] && most - least < protection(table, cell)
}

/// How wide the range of a hidden cell must be: the threshold, or all there is in a smaller group.
fn protection(table: &Table, cell: usize) -> u32 {
    table.counts[cell].inspected.min(plan::THRESHOLD)
}

/// How wide a range one sum leaves to one of its cells.
fn width_told(open: &[Range], sum: &Sum, cell: usize) -> u32 {
    let (least, most) = told(open, sum, cell);
    most.min(open[cell].1).saturating_sub(least.max(open[cell].0))
}

/// What one sum tells of one of its cells, by what is known of the others.
fn told(known: &[Range], sum: &Sum, cell: usize) -> Range {
    let others = sum.parts.iter().filter(|part| **part != cell);
    let (least, most) = others.fold((0, 0), |(least, most), part| (least + known[*part].0, most + known[*part].1));
    if cell == sum.total {
        return (least, most);
    }
    let total = known[sum.total];
    (total.0.saturating_sub(most), total.1.saturating_sub(least))
}

/// The shown cell of a sum whose loss costs least: a part before the total; one that fewest other sums would give away
/// again; a small one.
fn cheapest(table: &Table, sum: &Sum, hidden: &[bool]) -> Option<usize> {
    let shown = |cell: &usize| !hidden[*cell] && table.counts[*cell].inspected > 0;
    let lonely = |cell: usize| {
        let is_lonely = |number: &&usize| !table.sums[**number].cells().any(|other| hidden[other]);
        table.sums_of[cell].iter().filter(is_lonely).count()
    };
    let cost = |cell: &usize| (*cell == sum.total, lonely(*cell), table.counts[*cell].inspected);
    sum.cells().filter(shown).min_by_key(cost)
}
