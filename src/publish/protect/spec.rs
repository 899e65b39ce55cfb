//! `spec.toml`: by which rules tables are protected. Everything in it is optional.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::failure::Failure;
use crate::{
    bounds::protection::{DEFAULT, FLOOR, declared},
    gate::whole::{
        contributors::{FEWEST, MOST_OF_ONE},
        groups::{FEWEST_OF_SHARE, SMALL_GROUP},
    },
    model::cube::Cube,
};

/// The rules. A file may say, with these defaults:
///
/// ```toml
/// threshold = 5                # counts of children, cases, staff or homes from 1 up to this less one are hidden; 3 at least
/// smallest_group = 10          # of a group of fewer nobody is told that all have the answer
/// least_denominator = 20       # shares of fewer persons than this are hidden where their count is not told
/// # rounding = 5               # round all counts to this base instead, so that sums still hold: 3 or 5
/// protected = []               # measures that are protected though the file says that they count nobody
/// never_hide = []              # "measure", or "measure/dimension=code,dimension=code": what must not be hidden
///
/// [contributors]               # how many homes or operators are behind a figure: hidden where fewer
/// least = 3
/// of = {}                      # measure = "the measure that counts them", beside what the file names
///
/// [dominance]                  # hidden where the largest home has more than this many per cent
/// share = 75
/// of = {}                      # measure = "the measure with the largest home's part", beside what the file names; it is left out of what is written
///
/// [cost]                       # what is lost with a hidden figure
/// by = "log"                   # 1 + ln(1 + value), or "value": 1 + value, or "same": 1
/// zero = 4                     # a zero costs so many times 1: who knows the place may know that it is one
/// total = 100                  # a total costs so many times more than its parts, for each step up
/// measures = {}                # measure = factor
/// ```
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Spec {
    /// Counts of a protected unit from 1 up to this less one are hidden; without it the file's own, else 5.
    pub threshold: Option<u32>,
    /// Of a group of fewer nobody is told that all have the answer.
    pub smallest_group: Option<u32>,
    /// Shares of fewer persons than this are hidden where their count is not told.
    pub least_denominator: Option<u32>,
    /// Rounds all counts to this base instead: 3 or 5.
    pub rounding: Option<u32>,
    /// Measures that are protected though the file says that they count nobody.
    pub protected: Vec<String>,
    /// What must not be hidden.
    pub never_hide: Vec<String>,
    /// How many must be behind a figure.
    pub contributors: Contributors,
    /// How much of a figure one of them may have.
    pub dominance: Dominance,
    /// What is lost with a hidden figure.
    pub cost: Cost,
}

/// How many must be behind a figure.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contributors {
    /// The fewest.
    pub least: u32,
    /// Measure → the measure that counts its contributors.
    pub of: BTreeMap<String, String>,
}

/// How much of a figure one contributor may have.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Dominance {
    /// In per cent.
    pub share: f64,
    /// Measure → the measure with the largest contributor's part.
    pub of: BTreeMap<String, String>,
}

/// What is lost with a hidden figure.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Cost {
    /// How it grows with the figure.
    pub by: CostBy,
    /// For a zero.
    pub zero: f64,
    /// Times so much for each step that a total stands above its parts.
    pub total: f64,
    /// Measure → factor.
    pub measures: BTreeMap<String, f64>,
}

/// How what is lost grows with the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CostBy {
    /// 1 + ln(1 + value).
    #[default]
    Log,
    /// 1 + value.
    Value,
    /// 1.
    Same,
}

impl Default for Contributors {
    fn default() -> Self {
        Self { least: FEWEST, of: BTreeMap::new() }
    }
}

impl Default for Dominance {
    fn default() -> Self {
        Self { share: 100.0 * MOST_OF_ONE, of: BTreeMap::new() }
    }
}

impl Default for Cost {
    fn default() -> Self {
        Self { by: CostBy::Log, zero: 4.0, total: 100.0, measures: BTreeMap::new() }
    }
}

/// Cells that must not be hidden: a measure, and the categories named.
pub struct Kept<'s> {
    measure: &'s str,
    categories: Vec<(&'s str, &'s str)>,
}

impl Spec {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it, with its line.
    pub fn read(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// The threshold for these tables: the spec's, else the highest that a file names, else 5.
    ///
    /// # Errors
    /// Where the spec's is under the lowest accepted.
    pub fn threshold(&self, cubes: &[Cube]) -> Result<u32, Failure> {
        match self.threshold {
            Some(under) if under < FLOOR => Err(Failure::UnderFloor(under)),
            Some(threshold) => Ok(threshold),
            None => Ok(cubes.iter().filter_map(declared).max().unwrap_or(DEFAULT).max(FLOOR)),
        }
    }

    /// Of fewer persons no share is told by itself.
    pub fn least_denominator(&self) -> f64 {
        f64::from(self.least_denominator.unwrap_or(FEWEST_OF_SHARE))
    }

    /// Of a smaller group nobody is told that all have the answer.
    pub fn smallest_group(&self) -> f64 {
        f64::from(self.smallest_group.unwrap_or(SMALL_GROUP))
    }

    /// What is lost with a figure of a measure, so many steps above its parts.
    pub fn cost(&self, measure: &str, value: f64, level: u32) -> f64 {
        let base = match self.cost.by {
            _ if value == 0.0 => self.cost.zero,
            CostBy::Log => 1.0 + value.ln_1p(),
            CostBy::Value => 1.0 + value,
            CostBy::Same => 1.0,
        };
        let factor = self.cost.measures.get(measure).copied().unwrap_or(1.0);
        let above = self.cost.total.max(1.0).powi(i32::try_from(level).unwrap_or(i32::MAX));
        (base * factor * above).clamp(LEAST_COST, MOST_COST)
    }

    /// What must not be hidden.
    ///
    /// # Errors
    /// Where a line names what no table has.
    pub fn kept(&self, cubes: &[Cube]) -> Result<Vec<Kept<'_>>, Failure> {
        self.never_hide
            .iter()
            .map(|line| Kept::of(line, cubes).ok_or_else(|| Failure::NotThere(line.clone())))
            .collect()
    }

    /// Whether all measures that the spec names are in one of the tables.
    ///
    /// # Errors
    /// The first that is not.
    pub fn check(&self, cubes: &[Cube]) -> Result<(), Failure> {
        let pairs = self.contributors.of.iter().chain(&self.dominance.of).flat_map(|(one, other)| [one, other]);
        let mut named = self.protected.iter().chain(pairs).chain(self.cost.measures.keys());
        let is_there = |id: &str| cubes.iter().any(|cube| cube.measure_by_id(id).is_some());
        named.find(|id| !is_there(id)).map_or(Ok(()), |id| Err(Failure::NotThere(id.clone())))
    }
}

/// A cost of nothing would hide without end, and one without bound could not be added up.
const LEAST_COST: f64 = 0.01;
const MOST_COST: f64 = 1e8;

impl<'s> Kept<'s> {
    fn of(line: &'s str, cubes: &[Cube]) -> Option<Self> {
        let (measure, rest) = line.split_once('/').unwrap_or((line, ""));
        let pairs = rest.split(',').filter(|pair| !pair.is_empty()).map(|pair| pair.split_once('='));
        let categories = pairs.collect::<Option<Vec<_>>>()?;
        let kept = Self { measure: measure.trim(), categories };
        let is_in = |cube: &Cube| {
            let has = |(id, code): &(&str, &str)| {
                let it = cube.dimension_by_id(id.trim()).and_then(|place| cube.dimensions.get(place));
                it.is_some_and(|it| it.position(code.trim()).is_some())
            };
            cube.measure_by_id(kept.measure).is_some() && kept.categories.iter().all(has)
        };
        cubes.iter().any(is_in).then_some(kept)
    }

    /// Whether a cell is among them.
    pub fn has(&self, cube: &Cube, measure: usize, row: usize) -> bool {
        if cube.measures.get(measure).is_none_or(|it| it.id != self.measure) {
            return false;
        }
        let at = cube.coordinates(row);
        self.categories.iter().all(|(id, code)| {
            let found = cube
                .dimension_by_id(id.trim())
                .and_then(|place| cube.dimensions.get(place)?.categories.get(*at.get(place)?));
            found.is_some_and(|category| category.code == code.trim())
        })
    }
}
