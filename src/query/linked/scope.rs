//! What is linked: which counts, which dimensions, and down to which leaves.

use crate::{
    gate::Cleared,
    model::{
        area::Level,
        cube::{Coordinates, Cube},
        dimension::{Dimension, DimensionKind},
        figure::Flag,
    },
    query::{
        clearance::{NotCleared, clearance},
        parts::{self, NotSummable, is_summable},
    },
};

/// The counts and dimensions of a linked view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// What is counted: numerator and denominator of a share, or one count.
    pub counted: Vec<Counted>,
    /// The dimensions that are linked, by position.
    pub dimensions: Vec<usize>,
    /// Where the others stand, and where a linked one stands that may not be summed over.
    pub at: Coordinates,
    /// The level of the areas; none takes the finest that cuts the whole completely.
    pub level: Option<Level>,
}

/// A measure that is counted, and where it is read at another category than the cell's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The measure, by position.
    pub measure: usize,
    /// (dimension, category) by position: see [`crate::model::measure::Ratio::denominator_at`].
    pub at: Vec<(usize, usize)>,
}

/// Why a cube cannot be linked so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotLinked {
    /// There is no such measure with cells of its own, or no such dimension.
    NoSuch,
    /// The measure's number is not a whole count.
    NotWhole {
        /// The measure, by position.
        measure: usize,
    },
    /// The counts were changed on purpose: their sums are not the published totals.
    Perturbed {
        /// The measure, by position.
        measure: usize,
    },
    /// The parts of a dimension cannot be told from its wholes.
    NotSummable(NotSummable),
    /// The publisher has not cleared these dimensions for being broken down together.
    NotCleared(NotCleared),
    /// More cells or categories than can be linked.
    TooLarge,
}

/// The most dimensions that are linked: more fit no view, and each doubles the ways to lay them out.
pub const MOST_DIMENSIONS: usize = 16;

impl Scope {
    /// The scope of a measure: of a share or a rate its two counts.
    pub fn of(
        cube: &Cube,
        measure: usize,
        dimensions: Vec<usize>,
        at: Coordinates,
        level: Option<Level>,
    ) -> Option<Self> {
        let own = |measure: usize| Counted { measure, at: Vec::new() };
        let it = cube.measures.get(measure)?;
        let counted = match &it.ratio {
            Some(ratio) => {
                let below = Counted { measure: ratio.denominator, at: ratio.denominator_at.clone() };
                vec![own(ratio.numerator?), below]
            }
            None => vec![own(measure)],
        };
        Some(Self { counted, dimensions, at, level })
    }

    /// Whether categories of a dimension may be summed: for each of the counts, and at its own categories.
    ///
    /// # Errors
    /// Why not: then only one category of it is ever chosen.
    pub fn is_summable(&self, cube: &Cube, dimension: usize) -> Result<(), NotSummable> {
        for counted in &self.counted {
            let measure = cube.measures.get(counted.measure).ok_or(NotSummable::NotACount)?;
            is_summable(cube, measure, dimension)?;
            if counted.at.iter().any(|(place, _)| *place == dimension) {
                return Err(NotSummable::NotAdditive(dimension));
            }
        }
        Ok(())
    }

    /// The categories of a linked dimension that its cells are read at: no total, and nothing that lies above another.
    pub(super) fn leaves(&self, cube: &Cube, dimension: usize) -> Result<Vec<usize>, NotLinked> {
        let it = cube.dimensions.get(dimension).ok_or(NotLinked::NoSuch)?;
        let is_summed = self.is_summable(cube, dimension).is_ok();
        let places = 0..it.categories.len();
        if it.kind == DimensionKind::Area
            && let Some(level) = self.level
        {
            let is_there = |place: &usize| it.categories.get(*place).is_some_and(|area| area.level == Some(level));
            return Ok(places.filter(is_there).collect());
        }
        if !is_summed {
            return Ok(places.collect());
        }
        parts::leaves(cube, dimension).map_err(NotLinked::NotSummable)
    }

    /// Refuses what the publisher has not cleared, and what was perturbed.
    pub(super) fn check(&self, cleared: &Cleared, leaves: &[Vec<usize>]) -> Result<(), NotLinked> {
        let cube = cleared.cube();
        if self.at.len() != cube.dimensions.len() || self.dimensions.len() > MOST_DIMENSIONS {
            return Err(NotLinked::TooLarge);
        }
        let mut at = self.at.clone();
        for (dimension, leaves) in self.dimensions.iter().zip(leaves) {
            let total = cube.dimensions.get(*dimension).and_then(|it| it.total);
            let leaf = leaves.iter().find(|leaf| Some(**leaf) != total);
            if let (Some(place), Some(leaf)) = (at.get_mut(*dimension), leaf) {
                *place = *leaf;
            }
        }
        clearance(cleared, &at, None).map_err(NotLinked::NotCleared)?;
        for Counted { measure, .. } in &self.counted {
            let column = cube.measures.get(*measure).and_then(|it| cube.columns.get(it.column?));
            let column = column.ok_or(NotLinked::NoSuch)?;
            if column.flags().has(Flag::Perturbed) {
                return Err(NotLinked::Perturbed { measure: *measure });
            }
        }
        Ok(())
    }
}

/// For each category, the places among the leaves of those that lie in it; where nothing is summed, a category is only itself.
pub(super) fn leaves_of(dimension: &Dimension, leaves: &[usize], is_summed: bool) -> Vec<Vec<u16>> {
    let mut of = vec![Vec::new(); dimension.categories.len()];
    for (place, leaf) in (0..).zip(leaves) {
        let mut add = |category: usize| {
            if let Some(it) = of.get_mut(category)
                && it.last() != Some(&place)
            {
                it.push(place);
            }
        };
        let mut above = Some(*leaf);
        // A reader of files breaks circles; here the count of steps does.
        for _ in 0..dimension.categories.len() {
            let Some(category) = above else { break };
            add(category);
            above = dimension.categories.get(category).and_then(|it| it.parent).filter(|_| is_summed);
        }
        dimension.total.into_iter().filter(|_| is_summed).for_each(&mut add);
    }
    of
}
