//! A checked specification: every name found, every code with its category, every way from records to records.

use std::collections::HashMap;

use super::spec::dimension::DatePart;
use crate::model::{area::Level, cube::Cube};

/// What is read, and what is made of it.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// The records.
    pub records: Vec<Records>,
    /// What leads from one to another.
    pub joins: Vec<Join>,
    /// The tables.
    pub tables: Vec<Table>,
}

/// Records of one sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Records {
    /// What they are called.
    pub name: String,
    /// The files that hold them, as the specification names them.
    pub files: Vec<String>,
    /// The column that no two of them have the same in.
    pub key: Option<String>,
    /// For CSV: what stands between columns.
    pub delimiter: Option<u8>,
}

/// Each record leads to at most one other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    /// The column that holds the key.
    pub from: Column,
    /// The column that it is the key of.
    pub to: Column,
}

/// A column of some records.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Column {
    /// The records, by position.
    pub records: usize,
    /// The column.
    pub name: String,
}

/// A column, and how much of what it holds is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Asked {
    /// The column.
    pub column: Column,
    /// Only so many letters from the beginning: a date has a thousand days for each three years.
    pub first: Option<u8>,
}

/// A question to the records: the different combinations of some columns, and how many records have each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The records that are counted.
    pub base: usize,
    /// The columns, each once.
    pub columns: Vec<Asked>,
    /// The joins that lead to them, in the order they are taken.
    pub joins: Vec<usize>,
    /// Answers that have the same in the last column come after each other.
    pub is_ordered: bool,
}

/// A table to be made.
#[derive(Clone, Debug)]
pub struct Table {
    /// The records that are counted.
    pub base: usize,
    /// How each of the cube's dimensions is read.
    pub dimensions: Vec<Dimension>,
    /// How each of the cube's measures is worked out.
    pub measures: Vec<Amount>,
    /// The sets that are broken down together: for each dimension how deep; 0 is the total.
    pub margins: Vec<Vec<usize>>,
    /// The dimensions of which no record has the same code.
    pub never_same: Vec<[usize; 2]>,
    /// The cube with all its words, and no cell published.
    pub cube: Cube,
}

/// How a dimension is read.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Its id.
    pub id: String,
    /// The categories in the order of the file.
    pub places: Vec<Place>,
    /// The category for all.
    pub total: Option<usize>,
    /// The category for records without a known code.
    pub missing: Option<usize>,
    /// How a record's category is found.
    pub coding: Coding,
    /// How many levels there are below the total.
    pub n_levels: usize,
    /// The parts of each category make all of it; where only some municipalities are shown they do not, and where what is counted
    /// stands in several of them they make more.
    pub is_whole: bool,
}

/// Where a category lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// From 1, the highest; the total has 0.
    pub depth: usize,
    /// The category above it.
    pub parent: Option<usize>,
    /// What kind of place it is.
    pub level: Option<Level>,
}

/// How a record's category is found.
#[derive(Clone, Debug)]
pub enum Coding {
    /// A column has the code.
    Codes(Asked, Option<DatePart>, HashMap<String, usize>),
    /// A column has a number.
    Numbers(Asked, Vec<Span>),
    /// A column has several codes.
    Several(Asked, String, HashMap<String, usize>),
    /// Columns say yes or no.
    Flags(Vec<(Asked, usize)>),
}

/// Numbers that belong to a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The least.
    pub from: i64,
    /// The largest.
    pub to: i64,
    /// The category.
    pub category: usize,
}

/// How a measure is worked out.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    /// So many records.
    Rows(Vec<Condition>),
    /// So many different values.
    Distinct(Asked, Vec<Condition>),
    /// So many records of the value that has the most.
    Largest(Asked, Vec<Condition>),
    /// The sum of numbers.
    Sum(Asked, Vec<Condition>),
    /// Their mean.
    Mean(Asked, Vec<Condition>),
    /// A quantile of them.
    Quantile(Asked, f64, Vec<Condition>),
    /// Worked out from other measures where it is read: it has no cells.
    Ratio,
}

/// What must hold of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The column.
    pub column: Asked,
    /// What stands between its values, where it holds several.
    pub separator: Option<String>,
    /// The values.
    pub values: Vec<String>,
    /// Whether it holds one of them, or none.
    pub wants: bool,
}

impl Coding {
    /// The columns that are read for it.
    pub fn columns(&self) -> Vec<Asked> {
        match self {
            Self::Codes(column, ..) | Self::Numbers(column, _) | Self::Several(column, ..) => vec![column.clone()],
            Self::Flags(flags) => flags.iter().map(|(column, _)| column.clone()).collect(),
        }
    }

    /// Whether a record may be in several categories.
    pub const fn is_multi_response(&self) -> bool {
        matches!(self, Self::Several(..) | Self::Flags(_))
    }
}

impl Dimension {
    /// The dimension down to a depth only: what lies deeper counts for what it lies in. For each category that is left, where it was.
    pub fn down_to(&self, depth: usize) -> (Self, Vec<usize>) {
        let left: Vec<usize> = (0..self.places.len()).filter(|at| self.depth(*at) <= depth).collect();
        let new = |at: usize| left.iter().position(|old| *old == at);
        let above = |at: usize| {
            let mut here = Some(at);
            while let Some(it) = here.filter(|it| self.depth(*it) > depth) {
                here = self.places.get(it).and_then(|place| place.parent);
            }
            here.and_then(new)
        };
        let codes = |codes: &HashMap<String, usize>| {
            codes.iter().filter_map(|(code, at)| Some((code.clone(), above(*at)?))).collect::<HashMap<_, _>>()
        };
        let coding = match &self.coding {
            Coding::Codes(asked, part, known) => Coding::Codes(asked.clone(), *part, codes(known)),
            Coding::Several(asked, separator, known) => Coding::Several(asked.clone(), separator.clone(), codes(known)),
            Coding::Numbers(asked, spans) => {
                let span = |span: &Span| Some(Span { category: above(span.category)?, ..*span });
                Coding::Numbers(asked.clone(), spans.iter().filter_map(span).collect())
            }
            Coding::Flags(flags) => {
                Coding::Flags(flags.iter().filter_map(|(asked, at)| Some((asked.clone(), above(*at)?))).collect())
            }
        };
        let place = |at: &usize| {
            let place = self.places.get(*at).cloned().unwrap_or_default();
            Place { parent: place.parent.and_then(new), ..place }
        };
        let cut = Self {
            places: left.iter().map(place).collect(),
            total: self.total.and_then(new),
            missing: self.missing.and_then(new),
            coding,
            n_levels: self.n_levels.min(depth),
            ..self.clone()
        };
        (cut, left)
    }

    fn depth(&self, at: usize) -> usize {
        self.places.get(at).map_or(0, |place| place.depth)
    }
}

impl Amount {
    /// What must hold of the records that are counted.
    pub fn conditions(&self) -> &[Condition] {
        match self {
            Self::Rows(conditions)
            | Self::Distinct(_, conditions)
            | Self::Largest(_, conditions)
            | Self::Sum(_, conditions)
            | Self::Mean(_, conditions)
            | Self::Quantile(_, _, conditions) => conditions,
            Self::Ratio => &[],
        }
    }
}

impl Plan {
    /// A column as the specification writes it: `records.column`.
    pub fn name(&self, column: &Column) -> String {
        let records = self.records.get(column.records).map(|records| records.name.as_str()).unwrap_or_default();
        format!("{records}.{}", column.name)
    }

    /// The question for these columns; none where no way leads to one of them.
    pub fn query(&self, base: usize, columns: impl IntoIterator<Item = Asked>) -> Query {
        let mut query = Query { base, ..Query::default() };
        for asked in columns {
            if let Some(way) = self.way(base, asked.column.records) {
                let new: Vec<usize> = way.into_iter().filter(|join| !query.joins.contains(join)).collect();
                query.joins.extend(new);
            }
            if !query.columns.contains(&asked) {
                query.columns.push(asked);
            }
        }
        query
    }

    /// The joins from some records to others; none where there is no way.
    pub fn way(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let mut ways: Vec<(usize, Vec<usize>)> = vec![(from, Vec::new())];
        let mut next = 0;
        while let Some((here, way)) = ways.get(next).cloned() {
            if here == to {
                return Some(way);
            }
            next += 1;
            for (number, join) in self.joins.iter().enumerate() {
                if join.from.records == here && !ways.iter().any(|(seen, _)| *seen == join.to.records) {
                    ways.push((join.to.records, way.iter().copied().chain([number]).collect()));
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(records: usize, name: &str) -> Column {
        Column { records, name: name.into() }
    }

    #[test]
    fn a_way_takes_several_joins_in_order() {
        let join = |from, to| Join { from: column(from, "x"), to: column(to, "id") };
        let plan = Plan { joins: vec![join(1, 0), join(2, 1)], ..Plan::default() };
        assert_eq!(plan.way(2, 0), Some(vec![1, 0]));
        assert_eq!(plan.way(0, 2), None);
        assert_eq!(plan.way(1, 1), Some(vec![]));
        let asked = |records| Asked { column: column(records, "c"), first: None };
        let query = plan.query(2, [asked(0), asked(1), asked(0)]);
        assert_eq!((query.joins, query.columns.len()), (vec![1, 0], 2));
    }
}
