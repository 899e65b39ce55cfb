//! Which categories a category is the sum of: the parts of a total, the areas of an area – all of them, and none twice.

use super::{
    area::{Level, n_parts},
    cube::Cube,
    dimension::{Category, Dimension, DimensionKind},
    measure::{Measure, MeasureKind},
};

/// Why categories cannot be summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotSummable {
    /// The measure is no count: shares, rates and averages are never summed.
    NotACount,
    /// The publisher does not say that the measure may be summed over the dimension, by position.
    NotAdditive(usize),
    /// One unit may be in several categories of the dimension, by position.
    MultiResponse(usize),
    /// The categories asked for lie in each other, so that something would count twice.
    Overlapping(usize),
    /// The file has only some of the parts.
    Incomplete {
        /// The dimension, by position.
        dimension: usize,
        /// How many parts the file has.
        has: usize,
        /// How many there are.
        of: usize,
    },
    /// It has no parts in the file.
    NoParts(usize),
}

/// The place after the last category: all of a dimension that has no published total.
pub fn all_of(dimension: &Dimension) -> usize {
    dimension.categories.len()
}

/// The place of the whole of a dimension: its published total, else [`all_of`] it.
pub fn whole_of(dimension: &Dimension) -> usize {
    dimension.total.unwrap_or(all_of(dimension))
}

/// Whether a measure may be summed over a dimension at all.
///
/// # Errors
/// Why not.
pub fn is_summable(cube: &Cube, measure: &Measure, dimension: usize) -> Result<(), NotSummable> {
    if matches!(measure.kind, MeasureKind::Share | MeasureKind::Rate | MeasureKind::Mean | MeasureKind::Index) {
        return Err(NotSummable::NotACount);
    }
    if cube.dimensions.get(dimension).is_some_and(|it| it.is_multi_response) {
        return Err(NotSummable::MultiResponse(dimension));
    }
    if !measure.additive_over.contains(&dimension) {
        return Err(NotSummable::NotAdditive(dimension));
    }
    Ok(())
}

/// Whether a measure, or both counts of a share or a rate, may be summed over a dimension.
///
/// # Errors
/// Why not. A denominator read at one category of the dimension is the same for all of them, and would count many times.
pub fn is_summed(cube: &Cube, measure: &Measure, dimension: usize) -> Result<(), NotSummable> {
    let Some(ratio) = &measure.ratio else { return is_summable(cube, measure, dimension) };
    for count in [ratio.numerator, Some(ratio.denominator)] {
        let count = count.and_then(|count| cube.measures.get(count)).ok_or(NotSummable::NotACount)?;
        is_summable(cube, count, dimension)?;
    }
    match ratio.denominator_at.iter().any(|(place, _)| *place == dimension) {
        true => Err(NotSummable::NotAdditive(dimension)),
        false => Ok(()),
    }
}

/// The parts that a category is the sum of: the categories directly below it, or all that stand alone for the total or for [`all_of`] the dimension.
///
/// Counties and the inspectorate's divisions cut the same country twice: of several levels only a complete one is taken.
///
/// # Errors
/// Where there are none in the file, not all of them, or several cuts of the same whole.
pub fn parts(cube: &Cube, dimension: usize, category: usize) -> Result<Vec<usize>, NotSummable> {
    let it = cube.dimensions.get(dimension).ok_or(NotSummable::NoParts(dimension))?;
    let is_whole = it.total == Some(category) || category == all_of(it);
    let is_part = |place: usize, part: &Category| {
        place != category && (part.parent == Some(category) || (is_whole && part.parent.is_none()))
    };
    let parts: Vec<usize> = it
        .categories
        .iter()
        .enumerate()
        .filter(|(place, part)| is_part(*place, part))
        .map(|(place, _)| place)
        .collect();
    one_cut(it, dimension, category, parts)
}

/// The finest parts that cut all of a dimension completely: what no total and no sum lies in.
///
/// # Errors
/// Where the whole cannot be cut.
pub fn leaves(cube: &Cube, dimension: usize) -> Result<Vec<usize>, NotSummable> {
    let it = cube.dimensions.get(dimension).ok_or(NotSummable::NoParts(dimension))?;
    let mut below = vec![Vec::new(); it.categories.len()];
    for (place, category) in it.categories.iter().enumerate() {
        if let Some(parts) = category.parent.and_then(|parent| below.get_mut(parent)) {
            parts.push(place);
        }
    }
    let mut leaves = Vec::new();
    let mut open = parts(cube, dimension, whole_of(it))?;
    // Each category is taken out of `below` when it is opened: nobody comes by twice, whatever the file says of parents.
    while let Some(whole) = open.pop() {
        let parts = below.get_mut(whole).map(std::mem::take).unwrap_or_default();
        match one_cut(it, dimension, whole, parts) {
            Ok(parts) => open.extend(parts),
            Err(_) => leaves.push(whole),
        }
    }
    leaves.sort_unstable();
    leaves.dedup();
    Ok(leaves)
}

/// Of the categories below a whole those that cut it once and completely.
fn one_cut(it: &Dimension, dimension: usize, category: usize, parts: Vec<usize>) -> Result<Vec<usize>, NotSummable> {
    match it.kind {
        _ if parts.is_empty() => Err(NotSummable::NoParts(dimension)),
        DimensionKind::Area => areas(it, dimension, category, parts),
        _ => Ok(parts),
    }
}

/// Every complete cut among the categories below a whole, where `parts` takes the first: counties make a country, and so do its municipalities.
///
/// `code` is that of the whole.
pub fn complete_cuts(it: &Dimension, code: &str, parts: Vec<usize>) -> Vec<Vec<usize>> {
    if it.kind != DimensionKind::Area || parts.is_empty() {
        return if parts.is_empty() { Vec::new() } else { vec![parts] };
    }
    let level = |place: &usize| it.categories.get(*place).and_then(|area| area.level);
    let mut levels: Vec<Option<Level>> = parts.iter().map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    let is_only = levels.len() == 1;
    let cuts = levels.into_iter().filter_map(|wanted| {
        let cut: Vec<usize> = parts.iter().copied().filter(|place| level(place) == wanted).collect();
        match wanted.and_then(|level| n_parts(code, level)) {
            Some(of) => of == cut.len(),
            // Nobody knows how many there should be: taken for whole only where nothing else lies beside them.
            None => is_only,
        }
        .then_some(cut)
    });
    cuts.collect()
}

/// Of areas: those of one level, and all of them where it is known how many there are.
fn areas(it: &Dimension, dimension: usize, category: usize, areas: Vec<usize>) -> Result<Vec<usize>, NotSummable> {
    let level = |place: &usize| it.categories.get(*place).and_then(|area| area.level);
    let code = it.categories.get(category).map_or("00", |area| area.code.as_str());
    let mut levels: Vec<Option<Level>> = areas.iter().map(level).collect();
    levels.sort_unstable();
    levels.dedup();
    let n_needed = |level: Option<Level>| level.and_then(|level| n_parts(code, level));
    if let [only] = levels.as_slice() {
        return match n_needed(*only) {
            Some(of) if of != areas.len() => Err(NotSummable::Incomplete { dimension, has: areas.len(), of }),
            _ => Ok(areas),
        };
    }
    let of_level = |wanted: Option<Level>| areas.iter().copied().filter(move |place| level(place) == wanted);
    let complete = levels.iter().find(|level| n_needed(**level) == Some(of_level(**level).count()));
    complete.map(|level| of_level(*level).collect()).ok_or(NotSummable::Overlapping(dimension))
}

/// Whether a category lies in another of its dimension, or is the same.
pub fn lies_in(dimension: &Dimension, category: usize, whole: usize) -> bool {
    if category == whole || dimension.total == Some(whole) || whole == all_of(dimension) {
        return true;
    }
    let mut above = dimension.categories.get(category).and_then(|it| it.parent);
    // A reader of files breaks circles; here the count of steps does.
    for _ in 0..dimension.categories.len() {
        match above {
            Some(parent) if parent == whole => return true,
            Some(parent) => above = dimension.categories.get(parent).and_then(|it| it.parent),
            None => return false,
        }
    }
    false
}
