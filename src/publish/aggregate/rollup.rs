//! From answers of the records to the cells of a table: each combination of values, and how many records have it, goes into every cell it belongs to.

use std::{collections::HashMap, rc::Rc};

use super::{
    Source,
    cells::{Cells, filled},
    coding::{Coded, Coder, Trouble, holds, micros},
    fault::Fault,
    margins,
    plan::{Amount, Asked, Condition, Plan, Query, Table},
    tally::Tally,
};
use crate::model::cube::Cube;

/// A question, and the measures that it answers.
struct Asking {
    query: Query,
    /// Where the key or the number is among the columns.
    own: Option<usize>,
    /// Whether what is wrong with that column has not been told elsewhere.
    tells: bool,
    measures: Vec<usize>,
}

/// A table as it is being counted.
struct Rollup<'p> {
    plan: &'p Plan,
    table: &'p Table,
    depths: Vec<Vec<usize>>,
    cells: Vec<Cells>,
    tally: Tally,
}

/// Counts a table: its cube, and what could not be counted.
///
/// # Errors
/// What the source says.
pub fn table(plan: &Plan, table: &Table, source: &mut impl Source) -> Result<(Cube, Tally), Fault> {
    let n_rows = table.cube.columns.first().map_or(0, |column| column.len());
    let cells = table.measures.iter().map(|amount| Cells::of(amount, n_rows)).collect();
    let mut rollup = Rollup { plan, table, depths: margins::depths(table), cells, tally: Tally::default() };
    for (number, asking) in askings(plan, table).iter().enumerate() {
        rollup.ask(asking, number == 0, source)?;
    }
    let Rollup { depths, cells, tally, .. } = rollup;
    Ok((filled(table, &depths, &cells), tally))
}

/// The questions of a table: one for all that counts records, one for each key and each column of numbers.
fn askings(plan: &Plan, table: &Table) -> Vec<Asking> {
    let dimensions: Vec<Asked> = table.dimensions.iter().flat_map(|dimension| dimension.coding.columns()).collect();
    let own_of = |amount: &Amount| match amount {
        Amount::Rows(_) => Some((false, None)),
        Amount::Distinct(key, _) | Amount::Largest(key, _) => Some((true, Some(key.clone()))),
        Amount::Sum(number, _) | Amount::Mean(number, _) | Amount::Quantile(number, ..) => {
            Some((false, Some(number.clone())))
        }
        Amount::Ratio => None,
    };
    // The first question tells what is missing, whether or not records are counted.
    let mut kinds: Vec<(bool, Option<Asked>)> = vec![(false, None)];
    for kind in table.measures.iter().filter_map(own_of) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let mut askings: Vec<Asking> = Vec::new();
    for kind in kinds {
        let its = table.measures.iter().enumerate().filter(|(_, amount)| own_of(amount).as_ref() == Some(&kind));
        let (is_key, own) = &kind;
        let conditions = its.clone().flat_map(|(_, amount)| amount.conditions());
        let all = dimensions.iter().cloned().chain(conditions.map(|condition| condition.column.clone()));
        let mut query = plan.query(table.base, all.filter(|column| Some(column) != own.as_ref()).chain(own.clone()));
        query.is_ordered = *is_key;
        let told = |asking: &Asking| asking.own.is_some() && asking.query.columns.last() == own.as_ref();
        askings.push(Asking {
            own: own.as_ref().map(|_| query.columns.len().saturating_sub(1)),
            tells: own.as_ref().is_some_and(|own| !dimensions.contains(own)) && !askings.iter().any(told),
            query,
            measures: its.map(|(at, _)| at).collect(),
        });
    }
    askings
}

impl Rollup<'_> {
    fn ask(&mut self, asking: &Asking, is_first: bool, source: &mut impl Source) -> Result<(), Fault> {
        let Self { plan, table, depths, cells, tally } = self;
        let asked = &asking.query.columns;
        let mut coders: Vec<Coder> = table.dimensions.iter().map(|dimension| Coder::new(dimension, asked)).collect();
        let conditions: Vec<(usize, Vec<(usize, &Condition)>)> =
            asking.measures.iter().map(|at| (*at, placed(table, *at, asked))).collect();
        let own_name =
            asking.own.and_then(|at| asked.get(at)).map(|asked| plan.name(&asked.column)).unwrap_or_default();
        let is_key = asking.query.is_ordered;
        let mut met = Met::new(&asking.measures, if is_key { cells } else { &[] });
        let mut known: HashMap<Vec<usize>, Rc<Vec<usize>>> = HashMap::new();
        let mut coded: Vec<Rc<Coded>> = Vec::new();
        source.each(plan, &asking.query, &mut |values, n| {
            coded.clear();
            coded.extend(coders.iter_mut().map(|coder| coder.code(values)));
            if is_first {
                tell(plan, table, &coded, n, tally);
            }
            let value = |at: usize| values.get(at).copied().flatten();
            let is_meant = |wanted: &[(usize, &Condition)]| wanted.iter().all(|(at, it)| holds(it, value(*at)));
            let mut meant = conditions.iter().filter(|(_, wanted)| is_meant(wanted)).peekable();
            if coded.iter().any(|coded| coded.is_left_out) || meant.peek().is_none() {
                return;
            }
            let own = asking.own.map(|at| value(at).unwrap_or_default());
            let number = own.filter(|_| !is_key).and_then(micros);
            match own {
                Some(text) if text.trim().is_empty() => {
                    if asking.tells {
                        tally.missing(&own_name, n);
                    }
                    return;
                }
                Some(text) if !is_key && number.is_none() => {
                    if asking.tells {
                        tally.unknown(&own_name, text.trim(), n);
                    }
                    return;
                }
                _ => {}
            }
            met.turn_to(own.unwrap_or_default());
            let rows = rows(table, depths, &coded, &mut known);
            for (measure, _) in meant {
                let Some(cells) = cells.get_mut(*measure) else { continue };
                let is_largest = matches!(table.measures.get(*measure), Some(Amount::Largest(..)));
                for row in rows.iter() {
                    if !is_key {
                        cells.add(*row, number, n);
                        continue;
                    }
                    match met.add(*measure, *row, n) {
                        Some(so_far) if is_largest => cells.raise(*row, so_far),
                        Some(so_far) if so_far == n => cells.add(*row, None, 1),
                        _ => {}
                    }
                }
            }
        })
    }
}

/// As many combinations of categories as are remembered with their rows.
const MOST_REMEMBERED: usize = 100_000;

/// The rows that a record stands in, remembered for the next one like it.
fn rows(
    table: &Table,
    depths: &[Vec<usize>],
    coded: &[Rc<Coded>],
    known: &mut HashMap<Vec<usize>, Rc<Vec<usize>>>,
) -> Rc<Vec<usize>> {
    let key: Option<Vec<usize>> = coded.iter().map(|coded| coded.number).collect();
    if let Some(rows) = key.as_ref().and_then(|key| known.get(key)) {
        return Rc::clone(rows);
    }
    let rows = Rc::new(margins::rows_of(table, depths, coded));
    if let Some(key) = key.filter(|_| known.len() < MOST_REMEMBERED) {
        known.insert(key, Rc::clone(&rows));
    }
    rows
}

/// Where a key has been met already, of keys that come one after the other.
#[derive(Default)]
struct Met {
    key: String,
    /// The keys are numbered as they come, from 1.
    number: u64,
    /// By measure and row: the last key that was met there, and how many records it had there.
    last: HashMap<usize, Vec<(u64, u64)>>,
}

impl Met {
    fn new(measures: &[usize], cells: &[Cells]) -> Self {
        let n_rows = |measure: &usize| match cells.get(*measure) {
            Some(Cells::Counts(counts)) => counts.len(),
            _ => 0,
        };
        let last = measures.iter().map(|measure| (*measure, vec![(0, 0); n_rows(measure)])).collect();
        Self { last, ..Self::default() }
    }

    fn turn_to(&mut self, key: &str) {
        if self.number == 0 || self.key != key {
            self.key.clear();
            self.key.push_str(key);
            self.number = self.number.saturating_add(1);
        }
    }

    /// So many records more of the key: how many it has there by now, and only these where it has not been there before.
    fn add(&mut self, measure: usize, row: usize, n: u64) -> Option<u64> {
        let (key, so_far) = self.last.get_mut(&measure)?.get_mut(row)?;
        if *key != self.number {
            (*key, *so_far) = (self.number, 0);
        }
        *so_far = so_far.saturating_add(n);
        Some(*so_far)
    }
}

/// The conditions of a measure, and where their columns are.
fn placed<'t>(table: &'t Table, measure: usize, asked: &[Asked]) -> Vec<(usize, &'t Condition)> {
    let conditions = table.measures.get(measure).map(Amount::conditions).unwrap_or_default();
    let place = |condition: &'t Condition| {
        let at = asked.iter().position(|column| *column == condition.column)?;
        Some((at, condition))
    };
    conditions.iter().filter_map(place).collect()
}

/// What has no category, and how many records were left out for it.
fn tell(plan: &Plan, table: &Table, coded: &[Rc<Coded>], n: u64, tally: &mut Tally) {
    tally.n_rows = tally.n_rows.saturating_add(n);
    if coded.iter().any(|coded| coded.is_left_out) {
        tally.n_left_out = tally.n_left_out.saturating_add(n);
    }
    for (coded, dimension) in coded.iter().zip(&table.dimensions) {
        for (at, trouble) in &coded.troubles {
            let columns = dimension.coding.columns();
            let Some(asked) = columns.get(*at) else { continue };
            let name = plan.name(&asked.column);
            match trouble {
                Trouble::Missing => tally.missing(&name, n),
                Trouble::Unknown(value) => tally.unknown(&name, value, n),
            }
        }
    }
}
