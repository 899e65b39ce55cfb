//! From a cleared cube to a linked one: its leaves laid out on two sides, and its cells in the narrowest lanes.

use super::{
    LinkedDimension, LinkedMeasure,
    fill::fill,
    scope::{NotLinked, Scope, leaves_of},
    side::Side,
    source::{Source, source},
    survey::survey,
    table::Table,
};
use crate::{gate::Cleared, model::cube::Cube};

/// What a linked cube is made of.
pub(super) struct Built {
    pub dimensions: Vec<LinkedDimension>,
    pub measures: Vec<LinkedMeasure>,
    pub sides: [Side; 2],
    pub tables: [Table; 2],
}

pub(super) fn build(cleared: &Cleared, scope: &Scope) -> Result<Built, NotLinked> {
    let cube = cleared.cube();
    let leaves = scope.dimensions.iter().map(|dimension| scope.leaves(cube, *dimension));
    let leaves = leaves.collect::<Result<Vec<_>, _>>()?;
    if leaves.iter().any(|leaves| u16::try_from(leaves.len()).is_err()) {
        return Err(NotLinked::TooLarge);
    }
    if leaves.iter().any(Vec::is_empty) {
        return Err(NotLinked::NoSuch);
    }
    scope.check(cleared, &leaves)?;
    let sizes: Vec<usize> = leaves.iter().map(Vec::len).collect();
    let split = split(&sizes).ok_or(NotLinked::TooLarge)?;
    let side = |of: usize| {
        let dimensions = split.iter().zip(&sizes).enumerate().filter(|(_, (on, _))| **on == of);
        Side::new(&dimensions.map(|(linked, (_, n))| (linked, *n)).collect::<Vec<_>>()).ok_or(NotLinked::TooLarge)
    };
    let sides = [side(0)?, side(1)?];
    let sources: Vec<Source> =
        scope.counted.iter().map(|counted| source(cube, scope, counted, &sides, &leaves)).collect::<Result<_, _>>()?;
    let survey = survey(cube, scope, &sources, &sides)?;
    let tables = fill(&sources, &survey, &sides)?;
    let dimensions = dimensions(cube, scope, leaves, &sides);
    Ok(Built { dimensions, measures: survey.measures, sides, tables })
}

/// Which side each dimension lies on, so that the sides together have the fewest positions: that many are looked at for each question.
fn split(sizes: &[usize]) -> Option<Vec<usize>> {
    let n_ways = 1_usize.checked_shl(u32::try_from(sizes.len()).ok()?)?;
    let on = |way: usize, place: usize| (way >> place) & 1;
    let n_positions = |way: usize| {
        let side = |of: usize| {
            let sizes = sizes.iter().enumerate().filter(|(place, _)| on(way, *place) == of);
            sizes.fold(1_usize, |n, (_, size)| n.saturating_mul(*size))
        };
        side(0).saturating_add(side(1))
    };
    let best = (0..n_ways).min_by_key(|way| n_positions(*way))?;
    Some((0..sizes.len()).map(|place| on(best, place)).collect())
}

fn dimensions(cube: &Cube, scope: &Scope, leaves: Vec<Vec<usize>>, sides: &[Side; 2]) -> Vec<LinkedDimension> {
    let mut begin = 0;
    let mut linked = Vec::new();
    for (place, (dimension, leaves)) in scope.dimensions.iter().zip(leaves).enumerate() {
        let found = sides
            .iter()
            .enumerate()
            .find_map(|(side, it)| Some((side, it.dimensions.iter().position(|dimension| dimension.linked == place)?)));
        let (Some((side, on_side)), Some(it)) = (found, cube.dimensions.get(*dimension)) else { continue };
        let n = leaves.len();
        let not_summable = scope.is_summable(cube, *dimension).err();
        linked.push(LinkedDimension {
            dimension: *dimension,
            leaves_of: leaves_of(it, &leaves, not_summable.is_none()),
            leaves,
            not_summable,
            side,
            on_side,
            begin,
            is_wanted: vec![true; n],
        });
        begin += n;
    }
    linked
}
