//! All counts of the tables that are published together, each figure once, and the sums that hold between them.

use std::collections::{HashMap, HashSet};

use super::{
    cuts::{self, Cut, Whole},
    failure::Failure,
};
use crate::{
    gate::reason::CellName,
    model::{
        cube::{Column, Cube, Summand},
        dimension::Dimension,
        figure::{Flag, Qualifier},
        measure::{Measure, MeasureKind},
        parts::is_summable,
        text::Language,
    },
};

/// Above this not every whole number is a number.
const MOST: f64 = 9_007_199_254_740_992.0;

/// No figure.
const NONE: usize = usize::MAX;

/// A cell of one of the cubes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub cube: usize,
    pub measure: usize,
    pub row: usize,
}

/// What may be done with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is published, and may be hidden.
    Shown,
    /// It is known to all: it cannot occur.
    Fixed,
    /// It was hidden already, in every place: its value here is only one that it may have.
    Hidden,
}

/// One figure, wherever it stands.
#[derive(Clone, Debug)]
pub struct Entry {
    pub value: f64,
    pub standing: Standing,
    /// In one of its places it was hidden already, in another it stands open.
    pub is_half_hidden: bool,
    /// Of how many sums of sums it is the whole.
    pub level: u32,
    pub places: Vec<Place>,
}

/// What holds between figures: `Σ factor × figure` is 0, or at most 0.
#[derive(Clone, Debug, PartialEq)]
pub struct Relation {
    pub terms: Vec<(usize, f64)>,
    pub is_at_most: bool,
}

/// The figures and what holds between them.
#[derive(Debug, Default)]
pub struct Web {
    pub entries: Vec<Entry>,
    pub relations: Vec<Relation>,
    /// The relations of each figure.
    pub of: Vec<Vec<usize>>,
    /// Figures that are a part of another by a published share: part, and all.
    pub parts: Vec<(usize, usize)>,
    /// The figure of each cell, by cube and measure.
    at: HashMap<(usize, usize), Vec<usize>>,
}

/// A measure's counts in one cube.
struct Sheet<'c> {
    cube: usize,
    measure: usize,
    own: &'c Measure,
    column: &'c Column,
    /// Those with the same number count the same.
    class: u32,
}

/// What is known of a cell by itself.
#[derive(Clone, Copy, PartialEq)]
enum Reading {
    Number(f64),
    Fixed,
    Hidden,
    Unknown,
    /// Changed on purpose, or no count: nothing is worked out from it.
    Unusable,
}

impl Web {
    /// The figures of cubes that are published together.
    ///
    /// # Errors
    /// Where figures contradict each other: then nobody can say what protects them.
    pub fn of(cubes: &[Cube]) -> Result<Self, Failure> {
        let sheets = sheets(cubes);
        let mut names = Names::of(cubes);
        let mut web = Self::default();
        let mut by_key: HashMap<Vec<u32>, usize> = HashMap::new();
        let axes: Vec<Vec<(Vec<Cut>, Vec<u32>)>> = cubes
            .iter()
            .map(|cube| {
                let axis = |it: &Dimension| {
                    let cuts = cuts::cuts(it);
                    let heights = cuts::heights(it.categories.len(), &cuts);
                    (cuts, heights)
                };
                cube.dimensions.iter().map(axis).collect()
            })
            .collect();
        for sheet in &sheets {
            let (Some(cube), Some(axes)) = (cubes.get(sheet.cube), axes.get(sheet.cube)) else { continue };
            let mut at = vec![NONE; sheet.column.len()];
            for (row, at) in at.iter_mut().enumerate() {
                let reading = read(cube, sheet, row);
                if matches!(reading, Reading::Unknown | Reading::Unusable) {
                    continue;
                }
                let place = Place { cube: sheet.cube, measure: sheet.measure, row };
                let coordinates = cube.coordinates(row);
                let height = |(category, (_, heights)): (&usize, &(Vec<Cut>, Vec<u32>))| {
                    heights.get(*category).copied().unwrap_or(0)
                };
                let level = coordinates.iter().zip(axes).map(height).sum();
                let key = names.key(sheet.class, sheet.cube, &coordinates, None);
                *at = web.add(cubes, &mut by_key, key, place, reading, level)?;
            }
            web.at.insert((sheet.cube, sheet.measure), at);
        }
        let mut seen: HashSet<Vec<(usize, bool)>> = HashSet::new();
        for sheet in &sheets {
            let (Some(cube), Some(axes)) = (cubes.get(sheet.cube), axes.get(sheet.cube)) else { continue };
            for (dimension, (cuts, _)) in axes.iter().enumerate() {
                let is_declared = is_summable(cube, sheet.own, dimension).is_ok();
                let sums = Sums { cube, sheet, dimension, cuts };
                if is_declared || !sums.are_disproved() {
                    sums.relate(cubes, &mut web, &mut names, &mut by_key, &mut seen, is_declared)?;
                }
            }
        }
        web.shares(cubes);
        web.index();
        Ok(web)
    }

    fn index(&mut self) {
        self.of = vec![Vec::new(); self.entries.len()];
        for (number, relation) in self.relations.iter().enumerate() {
            for (entry, _) in &relation.terms {
                if let Some(of) = self.of.get_mut(*entry) {
                    of.push(number);
                }
            }
        }
    }

    /// Whether a relation holds, and is not known yet.
    pub fn is_new(&self, relation: &Relation) -> bool {
        let sorted = |relation: &Relation| {
            let mut terms = relation.terms.clone();
            terms.sort_by(|one, other| one.0.cmp(&other.0).then(one.1.total_cmp(&other.1)));
            terms
        };
        let sum: f64 = relation.terms.iter().map(|(entry, factor)| factor * self.value(*entry)).sum();
        let holds = if relation.is_at_most { sum <= 0.0 } else { sum == 0.0 };
        let own = sorted(relation);
        let first = relation.terms.first().and_then(|(entry, _)| self.of.get(*entry));
        let mut known = first.into_iter().flatten().filter_map(|number| self.relations.get(*number));
        holds && !known.any(|it| it.is_at_most == relation.is_at_most && sorted(it) == own)
    }

    /// Adds relations that somebody else has found.
    pub fn learn(&mut self, relations: Vec<Relation>) {
        for relation in relations {
            if self.is_new(&relation) {
                self.relations.push(relation);
                self.index();
            }
        }
    }

    /// The figure at a cell, where it counts something.
    pub fn at(&self, place: Place) -> Option<usize> {
        self.at.get(&(place.cube, place.measure))?.get(place.row).copied().filter(|entry| *entry != NONE)
    }

    /// Its value.
    pub fn value(&self, entry: usize) -> f64 {
        self.entries.get(entry).map_or(0.0, |entry| entry.value)
    }

    fn add(
        &mut self,
        cubes: &[Cube],
        by_key: &mut HashMap<Vec<u32>, usize>,
        key: Vec<u32>,
        place: Place,
        reading: Reading,
        level: u32,
    ) -> Result<usize, Failure> {
        let (value, standing) = match reading {
            Reading::Number(value) => (value, Standing::Shown),
            Reading::Fixed => (0.0, Standing::Fixed),
            _ => (0.0, Standing::Hidden),
        };
        let number = *by_key.entry(key).or_insert(self.entries.len());
        let Some(entry) = self.entries.get_mut(number) else {
            self.entries.push(Entry { value, standing, is_half_hidden: false, level, places: vec![place] });
            return Ok(number);
        };
        entry.level = entry.level.max(level);
        match (entry.standing, standing) {
            (Standing::Hidden, Standing::Hidden) => {}
            (Standing::Hidden, _) => (entry.value, entry.standing, entry.is_half_hidden) = (value, standing, true),
            (_, Standing::Hidden) => entry.is_half_hidden = true,
            _ if entry.value != value => {
                let name = |place: &Place| cubes.get(place.cube).map(|cube| CellName::of(cube, place.measure, place.row));
                let one = entry.places.first().and_then(name);
                return Err(Failure::Differs { one: one.map(Box::new), other: name(&place).map(Box::new) });
            }
            (Standing::Fixed, _) | (_, Standing::Fixed) => entry.standing = Standing::Fixed,
            _ => {}
        }
        entry.places.push(place);
        Ok(number)
    }

    /// No more are found than there are: the counts behind each share.
    fn shares(&mut self, cubes: &[Cube]) {
        for (number, cube) in cubes.iter().enumerate() {
            for measure in cube.measures.iter().filter(|measure| measure.kind == MeasureKind::Share) {
                let Some(ratio) = &measure.ratio else { continue };
                let Some(numerator) = ratio.numerator else { continue };
                let Some(n_rows) = self.at.get(&(number, numerator)).map(Vec::len) else { continue };
                for row in 0..n_rows {
                    let below = below(cube, row, &ratio.denominator_at);
                    let above = self.at(Place { cube: number, measure: numerator, row });
                    let below = below.and_then(|row| self.at(Place { cube: number, measure: ratio.denominator, row }));
                    let is_hidden =
                        |entry: usize| self.entries.get(entry).is_some_and(|it| it.standing == Standing::Hidden);
                    if let (Some(above), Some(below)) = (above, below)
                        && above != below
                        && (is_hidden(above) || is_hidden(below) || self.value(above) <= self.value(below))
                    {
                        self.parts.push((above, below));
                        self.relations
                            .push(Relation { terms: vec![(above, 1.0), (below, -1.0)], is_at_most: true });
                    }
                }
            }
        }
    }
}

/// The row that a share's denominator is read at.
pub fn below(cube: &Cube, row: usize, denominator_at: &[(usize, usize)]) -> Option<usize> {
    if denominator_at.is_empty() {
        return Some(row);
    }
    let mut at = cube.coordinates(row);
    for (dimension, category) in denominator_at {
        *at.get_mut(*dimension)? = *category;
    }
    cube.row(&at)
}

/// The counts of a cube: what says that it is one, and what does not say what it is and has whole numbers only.
pub fn is_count(cube: &Cube, measure: &Measure) -> bool {
    let column = measure.column.and_then(|column| cube.columns.get(column));
    match (measure.kind, column) {
        (_, None) => false,
        (MeasureKind::Count, _) => true,
        (MeasureKind::Unknown, Some(column)) => column.numbers().flatten().all(|number| number.fract() == 0.0),
        _ => false,
    }
}

fn sheets(cubes: &[Cube]) -> Vec<Sheet<'_>> {
    let mut classes: HashMap<(&str, bool, [&str; 2], bool), u32> = HashMap::new();
    let mut sheets = Vec::new();
    for (cube, it) in cubes.iter().enumerate() {
        for (measure, own) in it.measures.iter().enumerate().filter(|(_, own)| is_count(it, own)) {
            let column = own.column.and_then(|column| it.columns.get(column));
            let Some(column) = column.filter(|column| Some(column.len()) == it.n_rows()) else { continue };
            let next = u32::try_from(classes.len()).unwrap_or(u32::MAX);
            let unit = Language::ALL.map(|language| own.unit.get(language));
            let key = (own.id.as_str(), own.kind == MeasureKind::Count, unit, it.dataset.is_synthetic);
            let class = *classes.entry(key).or_insert(next);
            sheets.push(Sheet { cube, measure, own, column, class });
        }
    }
    sheets
}

fn read(cube: &Cube, sheet: &Sheet, row: usize) -> Reading {
    let value = match sheet.column.summand(row) {
        Summand::Number(value) => value,
        Summand::Nothing => return Reading::Fixed,
        Summand::Hidden => return Reading::Hidden,
        Summand::Unknown => return Reading::Unknown,
    };
    let remark = sheet.column.remark(row);
    let flags = remark.map(|remark| remark.flags).unwrap_or_default();
    if flags.has(Flag::Perturbed) || value.fract() != 0.0 || !(0.0..=MOST).contains(&value) {
        return Reading::Unusable;
    }
    let is_rounded = flags.has(Flag::RoundedToBase)
        || cube.dataset.disclosure.as_ref().is_some_and(|it| it.rounding_base.is_some_and(|base| base > 1));
    match remark.and_then(|remark| remark.qualifier.as_ref()) {
        _ if is_rounded => Reading::Unknown,
        None | Some(Qualifier::Derived) => Reading::Number(value),
        Some(_) => Reading::Unknown,
    }
}

/// Dimensions and codes by number, so that the same cell has the same key in every table.
struct Names {
    /// For each cube and dimension its number.
    dimensions: Vec<Vec<u32>>,
    /// For each cube, dimension and category the code's number; none where it is all of the dimension.
    codes: Vec<Vec<Vec<Option<u32>>>>,
    by_code: HashMap<String, u32>,
}

impl Names {
    fn of(cubes: &[Cube]) -> Self {
        let mut by_dimension: HashMap<(&str, &str), u32> = HashMap::new();
        let mut by_code: HashMap<String, u32> = HashMap::new();
        let mut tops: HashSet<(u32, &str)> = HashSet::new();
        let mut dimensions = Vec::new();
        for cube in cubes {
            let mut of_cube = Vec::new();
            for it in &cube.dimensions {
                let next = u32::try_from(by_dimension.len()).unwrap_or(u32::MAX);
                let number = *by_dimension.entry((&it.id, it.kind.id())).or_insert(next);
                tops.extend(cuts::top(it).and_then(|top| Some((number, it.categories.get(top)?.code.as_str()))));
                of_cube.push(number);
            }
            dimensions.push(of_cube);
        }
        let mut codes = Vec::new();
        for (cube, numbers) in cubes.iter().zip(&dimensions) {
            let mut of_cube = Vec::new();
            for (it, number) in cube.dimensions.iter().zip(numbers) {
                let mut of_dimension = Vec::new();
                for category in &it.categories {
                    let next = u32::try_from(by_code.len()).unwrap_or(u32::MAX);
                    let code = *by_code.entry(category.code.clone()).or_insert(next);
                    of_dimension.push((!tops.contains(&(*number, category.code.as_str()))).then_some(code));
                }
                of_cube.push(of_dimension);
            }
            codes.push(of_cube);
        }
        Self { dimensions, codes, by_code }
    }

    /// The same for the same figure: what is counted, and each category that is not all of its dimension. `instead` stands for another category of a dimension.
    fn key(&mut self, class: u32, cube: usize, at: &[usize], instead: Option<(usize, &Whole)>) -> Vec<u32> {
        let (Some(dimensions), Some(codes)) = (self.dimensions.get(cube), self.codes.get(cube)) else {
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for (place, ((number, codes), category)) in dimensions.iter().zip(codes).zip(at).enumerate() {
            let code = match instead {
                Some((dimension, Whole::All)) if dimension == place => None,
                Some((dimension, Whole::Code(code))) if dimension == place => {
                    // A code that no table has is nowhere.
                    Some(self.by_code.get(code).copied().unwrap_or(u32::MAX))
                }
                Some((dimension, Whole::Category(category))) if dimension == place => {
                    codes.get(*category).copied().flatten()
                }
                _ => codes.get(*category).copied().flatten(),
            };
            pairs.extend(code.map(|code| (*number, code)));
        }
        pairs.sort_unstable();
        std::iter::once(class).chain(pairs.into_iter().flat_map(|(number, code)| [number, code])).collect()
    }
}

/// The sums of one measure over one dimension.
struct Sums<'c> {
    cube: &'c Cube,
    sheet: &'c Sheet<'c>,
    dimension: usize,
    cuts: &'c [Cut],
}

impl Sums<'_> {
    /// The rows at the first category of the dimension, and how far apart its categories are.
    fn bases(&self) -> (impl Iterator<Item = usize>, usize) {
        let sizes = self.cube.dimensions.iter().map(|it| it.categories.len().max(1));
        let stride: usize = sizes.clone().skip(self.dimension + 1).product();
        let block = stride * sizes.clone().nth(self.dimension).unwrap_or(1);
        let n_blocks = self.sheet.column.len() / block.max(1);
        ((0..n_blocks).flat_map(move |outer| (0..stride).map(move |inner| outer * block + inner)), stride)
    }

    /// Whether a whole that is published with all its parts is not their sum.
    fn are_disproved(&self) -> bool {
        let (mut bases, stride) = self.bases();
        let number = |row: usize| match read(self.cube, self.sheet, row) {
            Reading::Number(value) => Some(value),
            Reading::Fixed => Some(0.0),
            _ => None,
        };
        bases.any(|base| {
            self.cuts.iter().any(|cut| {
                let Whole::Category(whole) = cut.whole else { return false };
                let Some(published) = number(base + whole * stride) else { return false };
                let summed = cut.parts.iter().try_fold(0.0, |sum, part| Some(sum + number(base + part * stride)?));
                summed.is_some_and(|summed| summed != published)
            })
        })
    }

    fn relate(
        &self,
        cubes: &[Cube],
        web: &mut Web,
        names: &mut Names,
        by_key: &mut HashMap<Vec<u32>, usize>,
        seen: &mut HashSet<Vec<(usize, bool)>>,
        is_declared: bool,
    ) -> Result<(), Failure> {
        let (bases, stride) = self.bases();
        let (cube, measure) = (self.sheet.cube, self.sheet.measure);
        for base in bases {
            let coordinates = self.cube.coordinates(base);
            'cuts: for cut in self.cuts {
                let mut terms = Vec::with_capacity(cut.parts.len() + 1);
                let mut unknown = Vec::new();
                for part in &cut.parts {
                    let row = base + part * stride;
                    match (web.at(Place { cube, measure, row }), read(self.cube, self.sheet, row)) {
                        (Some(entry), _) => terms.push((entry, 1.0)),
                        (None, Reading::Unusable) => continue 'cuts,
                        (None, _) => unknown.push((row, 1.0)),
                    }
                }
                let key = names.key(self.sheet.class, cube, &coordinates, Some((self.dimension, &cut.whole)));
                match (by_key.get(&key), &cut.whole) {
                    (Some(entry), _) => terms.push((*entry, -1.0)),
                    (None, Whole::Category(whole)) => {
                        let row = base + whole * stride;
                        if read(self.cube, self.sheet, row) == Reading::Unusable {
                            continue;
                        }
                        unknown.push((row, -1.0));
                    }
                    (None, _) => continue,
                }
                if let Some(relation) = self.relation(cubes, web, terms, &unknown, is_declared)? {
                    let mut mark: Vec<(usize, bool)> =
                        relation.terms.iter().map(|(entry, factor)| (*entry, *factor > 0.0)).collect();
                    mark.sort_unstable();
                    if seen.insert(mark) {
                        web.relations.push(relation);
                    }
                }
            }
        }
        Ok(())
    }

    /// What is left of a sum when some of it is unknown to all.
    fn relation(
        &self,
        cubes: &[Cube],
        web: &Web,
        mut terms: Vec<(usize, f64)>,
        unknown: &[(usize, f64)],
        is_declared: bool,
    ) -> Result<Option<Relation>, Failure> {
        // The same figure on both sides.
        if let Some((whole, -1.0)) = terms.last().copied()
            && let Some(same) = terms.iter().position(|(entry, factor)| *entry == whole && *factor > 0.0)
        {
            terms.pop();
            terms.remove(same);
        }
        let has_hidden = terms.iter().any(|(entry, _)| {
            web.entries.get(*entry).is_some_and(|entry| entry.standing == Standing::Hidden)
        });
        let sum: f64 = terms.iter().map(|(entry, factor)| factor * web.value(*entry)).sum();
        let holds = has_hidden || if unknown.is_empty() { sum == 0.0 } else { sum <= 0.0 };
        // A whole that nobody knows tells nothing of its parts.
        if terms.is_empty() || unknown.iter().any(|(_, factor)| *factor < 0.0) {
            return Ok(None);
        }
        if !holds {
            let place = terms.last().and_then(|(entry, _)| web.entries.get(*entry)?.places.first());
            let name = place.and_then(|place| Some(CellName::of(cubes.get(place.cube)?, place.measure, place.row)));
            return match is_declared {
                true => Err(Failure::DoesNotAddUp { whole: name.map(Box::new), dimension: self.dimension_id() }),
                // Nobody promised that it does.
                false => Ok(None),
            };
        }
        Ok(Some(Relation { terms, is_at_most: !unknown.is_empty() }))
    }

    fn dimension_id(&self) -> String {
        self.cube.dimensions.get(self.dimension).map(|it| it.id.clone()).unwrap_or_default()
    }
}
