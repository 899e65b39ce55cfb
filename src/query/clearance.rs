//! Which dimensions the publisher has cleared for being broken down together.

use super::parts::all_of;
use crate::{
    gate::Cleared,
    model::{area::Level, cube::Cube, dataset::Combination, dimension::DimensionKind},
};

/// A question that the publisher has not cleared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCleared {
    /// The dimensions asked for together, by position.
    pub asked: Vec<usize>,
    /// The level asked for, where areas are among them.
    pub level: Option<Level>,
}

/// Whether the cell may be asked for, with `open` (a dimension broken down, whatever category it stands at) as well.
///
/// A file without combinations has cleared what it publishes: its cells say the rest themselves.
///
/// # Errors
/// [`NotCleared`] names the dimensions that may not be asked for together.
pub fn clearance(cleared: &Cleared, at: &[usize], open: Option<(usize, Option<Level>)>) -> Result<(), NotCleared> {
    let cube = cleared.cube();
    let Some(combinations) = &cube.dataset.combinations else { return Ok(()) };
    let mut asked: Vec<(usize, Option<Level>)> = Vec::new();
    for (dimension, &category) in at.iter().enumerate() {
        match open {
            Some((opened, level)) if opened == dimension => asked.push((dimension, level)),
            _ => asked.extend(narrowed(cube, dimension, category)),
        }
    }
    if combinations.iter().any(|combination| asked.iter().all(|one| covers(combination, *one))) {
        return Ok(());
    }
    let level = asked.iter().find_map(|(_, level)| *level);
    Err(NotCleared { asked: asked.into_iter().map(|(dimension, _)| dimension).collect(), level })
}

/// The dimension, if this category of it narrows the question down.
fn narrowed(cube: &Cube, dimension: usize, category: usize) -> Option<(usize, Option<Level>)> {
    let it = cube.dimensions.get(dimension)?;
    // Behind the last category stands the whole dimension.
    if it.total == Some(category) || it.categories.len() == 1 || category == all_of(it) {
        return None;
    }
    let level = (it.kind == DimensionKind::Area).then(|| it.categories.get(category)?.level).flatten();
    (level != Some(Level::Nation)).then_some((dimension, level))
}

fn covers(combination: &Combination, (dimension, level): (usize, Option<Level>)) -> bool {
    combination.iter().any(|it| {
        it.dimension == dimension && it.level.is_none_or(|down_to| level.is_some_and(|level| level <= down_to))
    })
}
