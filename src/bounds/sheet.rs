//! The counts of one measure in one table: which cells are exactly known, which lie between bounds, and what may be added up.

use super::{Attack, cuts::Whole, protection::Protection, table::Table};
use crate::model::{
    cube::{Column, Cube, Summand},
    figure::{Flag, Qualifier},
    measure::{Measure, MeasureKind, ProtectedUnit},
    parts::is_summable,
};

/// Above this not every whole number is a number.
const MOST: f64 = 9_007_199_254_740_992.0;

/// The counts of one measure.
#[derive(Debug)]
pub struct Sheet<'c> {
    /// The table, by position.
    pub table: usize,
    /// The measure, by position in its cube.
    pub measure: usize,
    pub own: &'c Measure,
    pub column: &'c Column,
    /// For each dimension whether the counts may be added up over it, and whether the file itself says so.
    pub additive: Vec<bool>,
    pub is_declared: Vec<bool>,
    /// Where a hidden count lies by the publisher's rule alone.
    pub prior: (f64, f64),
    /// Whether any cell is hidden.
    hides: bool,
    /// Whether any cell has no number for another reason.
    lacks: bool,
    /// Whether anything is asked of it.
    asks: bool,
    /// All figures are rounded to this base.
    base: Option<u32>,
}

/// What is known of a cell by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// Exactly this.
    Fixed(f64),
    /// A whole number between these.
    Between(f64, f64),
    /// Something that is not counted with: changed on purpose, or not a count at all.
    Unusable,
}

impl<'c> Sheet<'c> {
    /// The sheet of a measure; none where it is no count with cells of its own.
    pub async fn of(
        number: usize,
        table: &Table<'c>,
        measure: usize,
        attack: Attack,
        pause: &impl AsyncFn(),
    ) -> Option<Self> {
        let cube: &'c Cube = table.cube;
        let own = cube.measures.get(measure)?;
        let column = cube.columns.get(own.column?)?;
        let is_count = match own.kind {
            MeasureKind::Count => true,
            MeasureKind::Unknown => column.numbers().flatten().all(|number| number.fract() == 0.0),
            _ => false,
        };
        if !is_count || column.len() != table.n_rows {
            return None;
        }
        let prior = Protection::of(cube, own).map_or((0.0, f64::INFINITY), |rule| (0.0, f64::from(rule.most)));
        let base = cube.dataset.disclosure.as_ref().and_then(|disclosure| disclosure.rounding_base);
        let (_, n_hidden) = column.tally(0..column.len());
        let lacks = attack.asks_absent
            && own.protected_unit != ProtectedUnit::None
            && column.numbers().filter(Option::is_none).count() > n_hidden;
        let asks = n_hidden > 0 || lacks;
        let dimensions = 0..cube.dimensions.len();
        let is_declared: Vec<bool> = dimensions.map(|dimension| is_summable(cube, own, dimension).is_ok()).collect();
        let additive = is_declared.clone();
        let mut sheet = Self {
            table: number,
            measure,
            own,
            column,
            additive,
            is_declared,
            prior,
            hides: n_hidden > 0,
            lacks,
            asks,
            base,
        };
        if attack.presumes_sums && asks {
            for dimension in (0..cube.dimensions.len())
                .filter(|place| sheet.is_declared.get(*place) == Some(&false))
                .collect::<Vec<_>>()
            {
                let holds = !sheet.disproves(table, dimension);
                if let Some(additive) = sheet.additive.get_mut(dimension) {
                    *additive = holds;
                }
                pause().await;
            }
        }
        Some(sheet)
    }

    /// Cells without a number that nobody says are hidden, and that are all that some sum lacks: what is left out tells too.
    pub fn lone_rows(&self, table: &Table<'c>, dimension: usize, mut add: impl FnMut(usize)) {
        let Some(axis) = table.axes.get(dimension) else { return };
        for base in table.bases(dimension) {
            let row = |category: usize| table.row(base, dimension, category);
            let is_absent = |row: &usize| matches!(self.column.summand(*row), Summand::Hidden | Summand::Unknown);
            for cut in &axis.cuts {
                let Whole::Category(whole) = cut.whole else { continue };
                let mut absent = cut.parts.iter().chain([&whole]).map(|category| row(*category)).filter(is_absent);
                if let (Some(lone), None) = (absent.next(), absent.next())
                    && !self.is_hidden(lone)
                {
                    add(lone);
                }
            }
        }
    }

    /// Whether any cell is hidden.
    pub fn has_any(&self) -> bool {
        self.hides
    }

    /// Whether any cell has no number for another reason, and that is of interest.
    pub fn lacks_any(&self) -> bool {
        self.lacks
    }

    /// Whether there is anything to find out.
    pub fn is_asked(&self) -> bool {
        self.asks
    }

    /// Whether the publisher hides a cell.
    pub fn is_hidden(&self, row: usize) -> bool {
        self.column.summand(row) == Summand::Hidden
    }

    /// Whether its figures are rounded to a base.
    pub fn is_rounded(&self) -> bool {
        self.base.is_some_and(|base| base > 1)
    }

    /// Whether a whole that is published with all its parts is not their sum.
    fn disproves(&self, table: &Table<'c>, dimension: usize) -> bool {
        let Some(axis) = table.axes.get(dimension) else { return true };
        table.bases(dimension).any(|base| {
            let number = |category: usize| self.column.number(table.row(base, dimension, category));
            axis.cuts.iter().any(|cut| {
                let Whole::Category(whole) = cut.whole else { return false };
                let Some(published) = number(whole) else { return false };
                let summed = cut.parts.iter().try_fold(0.0, |sum, part| Some(sum + number(*part)?));
                summed.is_some_and(|summed| summed != published)
            })
        })
    }

    /// What is known of a cell by itself.
    pub fn read(&self, row: usize) -> Reading {
        let anything = Reading::Between(0.0, f64::INFINITY);
        let value = match self.column.summand(row) {
            Summand::Number(value) => value,
            Summand::Nothing => return Reading::Fixed(0.0),
            Summand::Hidden => return Reading::Between(self.prior.0, self.prior.1),
            Summand::Unknown => return anything,
        };
        let remark = self.column.remark(row);
        let flags = self.column.flags_of(row);
        let is_count = value.fract() == 0.0 && (0.0..=MOST).contains(&value);
        if flags.has(Flag::Perturbed) || !is_count {
            return Reading::Unusable;
        }
        if !matches!(remark.and_then(|remark| remark.qualifier.as_ref()), None | Some(Qualifier::Derived)) {
            return anything;
        }
        match self.base {
            Some(base) if base > 1 => {
                let away = f64::from(base) - 1.0;
                Reading::Between((value - away).max(0.0), value + away)
            }
            None if flags.has(Flag::RoundedToBase) => anything,
            _ => Reading::Fixed(value),
        }
    }
}
