//! Records that are in memory already, for those who make them up themselves, and for tests; for files there is the engine.

use std::collections::HashMap;

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

/// Records of one sort, column by column.
#[derive(Clone, Debug, Default)]
struct Sort {
    name: String,
    columns: Vec<Column>,
    n_rows: usize,
}

/// A column: its different texts, and for each record which of them it has. None has the first, which is no text at all.
#[derive(Clone, Debug, Default)]
struct Column {
    name: String,
    texts: Vec<String>,
    codes: Vec<usize>,
}

impl Memory {
    /// Adds records of one sort: their name, the names of their columns, and a row each. An empty text is no value.
    pub fn add(&mut self, name: &str, columns: &[&str], rows: Vec<Vec<String>>) {
        let n_rows = rows.len();
        let column = |(at, name): (usize, &&str)| {
            let texts = rows.iter().map(|row| row.get(at).map_or("", String::as_str));
            Column::of(name, texts)
        };
        let columns = columns.iter().enumerate().map(column).collect();
        self.sorts.push(Sort { name: name.to_owned(), columns, n_rows });
    }

    fn sort(&self, plan: &Plan, records: usize) -> Result<&Sort, Fault> {
        let name = plan.records.get(records).map(|records| records.name.clone()).unwrap_or_default();
        let found = self.sorts.iter().find(|sort| sort.name == name);
        found.ok_or_else(|| Fault::new(Place::Records(name), FaultKind::NoFiles))
    }
}

impl Column {
    fn of<'t>(name: &str, texts: impl Iterator<Item = &'t str>) -> Self {
        let mut it = Self { name: name.to_owned(), texts: vec![String::new()], codes: Vec::new() };
        let mut known: HashMap<&str, usize> = HashMap::from([("", 0)]);
        for text in texts {
            let code = *known.entry(text).or_insert(it.texts.len());
            if code == it.texts.len() {
                it.texts.push(text.to_owned());
            }
            it.codes.push(code);
        }
        it
    }

    /// The column with only so many letters of each text.
    fn beginning(&self, n: u8) -> Self {
        let end = |text: &str| text.char_indices().nth(n.into()).map_or(text.len(), |(end, _)| end);
        let cut = Self::of(&self.name, self.texts.iter().map(|text| text.get(..end(text)).unwrap_or_default()));
        let codes = self.codes.iter().filter_map(|code| cut.codes.get(*code).copied()).collect();
        Self { codes, ..cut }
    }
}

impl Sort {
    fn column(&self, name: &str) -> Result<&Column, Fault> {
        self.columns.iter().find(|column| column.name == name).ok_or_else(|| {
            let known = self.columns.iter().map(|column| column.name.clone()).collect();
            let kind = FaultKind::NoSuch { what: Named::Column, id: name.to_owned(), known };
            Fault::new(Place::Records(self.name.clone()), kind)
        })
    }
}

/// For each record that is counted, which of the records it is led to, by the records' place in the plan.
type Reached = HashMap<usize, Vec<Option<usize>>>;

impl Memory {
    fn reached(&self, plan: &Plan, query: &Query) -> Result<Reached, Fault> {
        let base = self.sort(plan, query.base)?;
        let mut reached: Reached = HashMap::from([(query.base, (0..base.n_rows).map(Some).collect())]);
        for join in query.joins.iter().filter_map(|join| plan.joins.get(*join)) {
            let from = self.sort(plan, join.from.records)?.column(&join.from.name)?;
            let to = self.sort(plan, join.to.records)?.column(&join.to.name)?;
            let keys = to.codes.iter().enumerate().filter_map(|(row, code)| Some((to.texts.get(*code)?.as_str(), row)));
            let keys: HashMap<&str, usize> = keys.filter(|(key, _)| !key.is_empty()).collect();
            // Each text is looked up once, however many records have it.
            let led: Vec<Option<usize>> = from.texts.iter().map(|text| keys.get(text.as_str()).copied()).collect();
            let lead = |row: &Option<usize>| led.get(*from.codes.get((*row)?)?).copied().flatten();
            let rows = reached.get(&join.from.records).map(|rows| rows.iter().map(lead).collect());
            reached.insert(join.to.records, rows.unwrap_or_default());
        }
        Ok(reached)
    }
}

impl Source for Memory {
    fn each(&mut self, plan: &Plan, query: &Query, each: &mut dyn FnMut(&[Option<&str>], u64)) -> Result<(), Fault> {
        let base = self.sort(plan, query.base)?;
        let reached = self.reached(plan, query)?;
        let mut columns = Vec::new();
        for Asked { column, first } in &query.columns {
            let whole = self.sort(plan, column.records)?.column(&column.name)?;
            columns.push((column.records, first.map_or_else(|| whole.clone(), |n| whole.beginning(n))));
        }
        // The combinations are numbered as they are met, column by column: a number so far and a code make the next number.
        let mut numbers: Vec<usize> = vec![0; base.n_rows];
        let mut combinations: Vec<Vec<usize>> = vec![Vec::new()];
        for (records, column) in &columns {
            let mut known: HashMap<(usize, usize), usize> = HashMap::new();
            let mut longer: Vec<Vec<usize>> = Vec::new();
            let rows = reached.get(records).map(Vec::as_slice).unwrap_or_default();
            for (number, row) in numbers.iter_mut().zip(rows) {
                let code = row.and_then(|row| column.codes.get(row).copied()).unwrap_or(0);
                let next = *known.entry((*number, code)).or_insert(longer.len());
                if next == longer.len() {
                    let before = combinations.get(*number).map(Vec::as_slice).unwrap_or_default();
                    longer.push(before.iter().copied().chain([code]).collect());
                }
                *number = next;
            }
            combinations = longer;
        }
        let mut counts = vec![0_u64; combinations.len()];
        for number in &numbers {
            if let Some(count) = counts.get_mut(*number) {
                *count = count.saturating_add(1);
            }
        }
        let text = |(code, (_, column)): (&usize, &(usize, Column))| {
            column.texts.get(*code).filter(|text| !text.is_empty()).cloned()
        };
        let texts = |codes: &Vec<usize>| codes.iter().zip(&columns).map(text).collect::<Vec<Option<String>>>();
        let mut answers: Vec<(Vec<Option<String>>, u64)> =
            combinations.iter().map(texts).zip(counts).filter(|(_, n)| *n > 0).collect();
        if query.is_ordered {
            answers.sort_by(|(one, _), (other, _)| (one.last(), one).cmp(&(other.last(), other)));
        } else {
            answers.sort();
        }
        for (values, n) in answers {
            let values: Vec<Option<&str>> = values.iter().map(Option::as_deref).collect();
            each(&values, n);
        }
        Ok(())
    }
}
