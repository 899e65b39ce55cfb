//! Records that are in memory already, for those who make them up themselves, and for tests; for files there is the engine.

use std::collections::{BTreeMap, HashMap};

use super::{
    Source,
    fault::{Fault, FaultKind, Named, Place},
    plan::{Asked, Plan, Query},
};

/// Records of several sorts.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    sorts: Vec<Sort>,
}

/// Records of one sort.
#[derive(Clone, Debug, Default)]
struct Sort {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Memory {
    /// Adds records of one sort: their name, the names of their columns, and a row each. An empty text is no value.
    pub fn add(&mut self, name: &str, columns: &[&str], rows: Vec<Vec<String>>) {
        let columns = columns.iter().map(|column| (*column).to_owned()).collect();
        self.sorts.push(Sort { name: name.to_owned(), columns, rows });
    }

    fn sort(&self, plan: &Plan, records: usize) -> Result<&Sort, Fault> {
        let name = plan.records.get(records).map(|records| records.name.clone()).unwrap_or_default();
        let found = self.sorts.iter().find(|sort| sort.name == name);
        found.ok_or_else(|| Fault::new(Place::Records(name), FaultKind::NoFiles))
    }
}

/// From records that were reached before to those that a column of theirs leads to.
struct Way<'r> {
    from: usize,
    column: usize,
    to: usize,
    /// Each by its key.
    rows: HashMap<&'r str, &'r Vec<String>>,
}

impl Sort {
    fn place(&self, column: &str) -> Result<usize, Fault> {
        self.columns.iter().position(|other| other == column).ok_or_else(|| {
            let kind = FaultKind::NoSuch { what: Named::Column, id: column.to_owned(), known: self.columns.clone() };
            Fault::new(Place::Records(self.name.clone()), kind)
        })
    }
}

impl Source for Memory {
    fn each(&mut self, plan: &Plan, query: &Query, each: &mut dyn FnMut(&[Option<&str>], u64)) -> Result<(), Fault> {
        let base = self.sort(plan, query.base)?;
        let mut ways: Vec<Way> = Vec::new();
        for join in query.joins.iter().filter_map(|join| plan.joins.get(*join)) {
            let from = self.sort(plan, join.from.records)?.place(&join.from.name)?;
            let to = self.sort(plan, join.to.records)?;
            let key = to.place(&join.to.name)?;
            let rows = to.rows.iter().filter_map(|row| Some((row.get(key)?.as_str(), row)));
            let rows = rows.filter(|(key, _)| !key.is_empty()).collect();
            ways.push(Way { from: join.from.records, column: from, to: join.to.records, rows });
        }
        let mut columns = Vec::new();
        for Asked { column, first } in &query.columns {
            columns.push((column.records, self.sort(plan, column.records)?.place(&column.name)?, *first));
        }
        let mut counts: BTreeMap<Vec<Option<&str>>, u64> = BTreeMap::new();
        for row in &base.rows {
            let mut reached: HashMap<usize, &Vec<String>> = HashMap::from([(query.base, row)]);
            for way in &ways {
                let key = reached.get(&way.from).and_then(|row| row.get(way.column));
                if let Some(row) = key.and_then(|key| way.rows.get(key.as_str())) {
                    reached.insert(way.to, row);
                }
            }
            let value = |(records, at, first): &(usize, usize, Option<u8>)| {
                let text = reached.get(records)?.get(*at)?;
                let end = first.and_then(|n| text.char_indices().nth(n.into())).map_or(text.len(), |(end, _)| end);
                text.get(..end).filter(|text| !text.is_empty())
            };
            let values: Vec<Option<&str>> = columns.iter().map(value).collect();
            let count = counts.entry(values).or_insert(0);
            *count = count.saturating_add(1);
        }
        let mut answers: Vec<(Vec<Option<&str>>, u64)> = counts.into_iter().collect();
        if query.is_ordered {
            answers.sort_by(|(one, _), (other, _)| one.last().cmp(&other.last()));
        }
        for (values, n) in answers {
            each(&values, n);
        }
        Ok(())
    }
}
