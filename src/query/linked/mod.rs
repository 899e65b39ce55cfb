//! Linked views: every chart of a view anew when one choice changes, each chart blind to its own choice.
//!
//! The dimensions lie on two sides. Cells are kept with the one side as rows and again with the other, and each side keeps, for each of its
//! positions, the sums over the positions of the other side that the choices let through. A choice on one side adds or takes whole rows of the other
//! side's sums; every chart is rolled up from these sums, a position counting for a dimension's own chart if nothing or only that dimension shuts it out.

mod build;
mod drag;
mod fill;
mod groups;
mod half;
mod lane;
pub mod scope;
mod side;
mod source;
mod survey;
mod table;

pub use groups::{Group, GroupBys};

use drag::Drag;
use half::{Half, bring_over};
use lane::Sums;
use scope::{Counted, NotLinked, Scope};

use super::parts::NotSummable;
use crate::{
    bounds::protection::Protection,
    gate::Cleared,
    model::{cube::Coordinates, figure::Flags},
};

/// A cleared cube, ready for linked views of its counts.
#[derive(Clone, Debug)]
pub struct Linked {
    dimensions: Vec<LinkedDimension>,
    measures: Vec<LinkedMeasure>,
    /// Where the dimensions stand that are not linked.
    at: Coordinates,
    first: Half,
    second: Half,
    /// For each lane the sums of each leaf of each dimension, and last of all chosen cells.
    groups: Vec<Vec<u64>>,
    /// A choice has changed since the groups were worked out.
    is_stale: bool,
    drag: Option<Drag>,
}

/// A dimension of a linked cube.
#[derive(Clone, Debug)]
struct LinkedDimension {
    /// By position in the cube.
    dimension: usize,
    /// The categories of its leaves, by position in the cube.
    leaves: Vec<usize>,
    /// For each category of the cube the leaves in it.
    leaves_of: Vec<Vec<u16>>,
    /// Why its categories cannot be summed: then one of them is always chosen.
    not_summable: Option<NotSummable>,
    side: usize,
    on_side: usize,
    /// Where its leaves begin among the groups.
    begin: usize,
    /// Room for a choice on its way.
    is_wanted: Vec<bool>,
}

/// A measure of a linked cube, and its lanes.
#[derive(Clone, Debug)]
struct LinkedMeasure {
    counted: Counted,
    protection: Option<Protection>,
    flags: Flags,
    value: usize,
    hidden: Option<usize>,
    absent: Option<Absent>,
}

/// Which cells a lane marks: those that are absent or, where these are more, those that are not.
#[derive(Clone, Copy, Debug)]
enum Absent {
    Marked(usize),
    Unmarked(usize),
}

/// Why a choice was not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotChosen {
    /// The dimension is not linked.
    NotLinked,
    /// No such category, or it has no cells here.
    NoSuchCategory(usize),
    /// More or fewer than one category, and the dimension cannot be summed over.
    NotSummable(NotSummable),
}

impl Linked {
    /// Links a cube. Everything is chosen, but of a dimension that cannot be summed over the category of `scope.at`, or its first.
    ///
    /// # Errors
    /// Why it cannot be linked so.
    pub fn build(cleared: &Cleared, scope: &Scope) -> Result<Self, NotLinked> {
        let build::Built { dimensions, measures, sides: [first, second], tables: [by_first, by_second] } =
            build::build(cleared, scope)?;
        let n_slots = dimensions.iter().map(|it| it.leaves.len()).sum::<usize>() + 1;
        let (first_sums, second_sums) = (by_second.sums(), by_first.sums());
        let mut linked = Self {
            dimensions,
            measures,
            at: scope.at.clone(),
            groups: first_sums.iter().map(|_| vec![0; n_slots]).collect(),
            first: Half { side: first, rows: by_first, sums: first_sums },
            second: Half { side: second, rows: by_second, sums: second_sums },
            is_stale: true,
            drag: None,
        };
        for place in 0..linked.dimensions.len() {
            let Some(it) = linked.dimensions.get(place).filter(|it| it.not_summable.is_some()) else { continue };
            let at = scope.at.get(it.dimension).filter(|at| it.leaves.contains(at)).or(it.leaves.first());
            let (dimension, at) = (it.dimension, at.copied().unwrap_or(0));
            // It has this leaf, and one is what it wants.
            let _ = linked.choose(dimension, &[at]);
        }
        Ok(linked)
    }

    /// The linked dimensions, by position in the cube.
    pub fn dimensions(&self) -> impl Iterator<Item = usize> {
        self.dimensions.iter().map(|it| it.dimension)
    }

    /// The categories that a dimension's own chart shows, by position.
    pub fn leaves(&self, dimension: usize) -> &[usize] {
        self.find(dimension).map_or(&[], |it| &it.leaves)
    }

    /// The measures that are counted, in the order of [`GroupBys::of`].
    pub fn counted(&self) -> impl Iterator<Item = &Counted> {
        self.measures.iter().map(|measure| &measure.counted)
    }

    /// The bytes of the index, the cube apart.
    pub fn n_bytes(&self) -> usize {
        let half = |it: &Half| {
            let sums = it.sums.iter().map(Sums::n_bytes).fold(0, usize::saturating_add);
            it.side.n_bytes().saturating_add(it.rows.n_bytes()).saturating_add(sums)
        };
        let drag = self.drag.as_ref().map_or(0, Drag::n_bytes);
        half(&self.first).saturating_add(half(&self.second)).saturating_add(drag)
    }

    /// Chooses categories of a dimension, instead of what was chosen; a category above others stands for all of them.
    ///
    /// Nothing is worked out before [`Linked::group_bys`] is asked.
    ///
    /// # Errors
    /// Why the choice was not made; then the old one stands.
    pub fn choose(&mut self, dimension: usize, categories: &[usize]) -> Result<(), NotChosen> {
        let it = self.dimensions.iter_mut().find(|it| it.dimension == dimension).ok_or(NotChosen::NotLinked)?;
        it.is_wanted.fill(false);
        for category in categories {
            let leaves = it.leaves_of.get(*category).filter(|leaves| !leaves.is_empty());
            let leaves = leaves.ok_or(NotChosen::NoSuchCategory(*category))?;
            for leaf in leaves {
                if let Some(is_wanted) = it.is_wanted.get_mut(usize::from(*leaf)) {
                    *is_wanted = true;
                }
            }
        }
        if let Some(why) = it.not_summable
            && it.is_wanted.iter().filter(|is_wanted| **is_wanted).count() != 1
        {
            return Err(NotChosen::NotSummable(why));
        }
        let half = if it.side == 0 { &mut self.first } else { &mut self.second };
        if half.side.choose(it.on_side, &it.is_wanted) {
            self.is_stale = true;
            if let Some(drag) = &mut self.drag {
                drag.chosen(dimension);
            }
        }
        Ok(())
    }

    /// Prepares for many choices in one dimension, one after the other: when a slider is taken hold of.
    ///
    /// Each of them then costs the leaves it changes. A choice in another dimension ends it. Returns whether the dimension is linked.
    pub fn grab(&mut self, dimension: usize) -> bool {
        let Some(place) = self.dimensions.iter().position(|it| it.dimension == dimension) else { return false };
        self.refresh();
        // After another drag the groups are up to date, and these sums are not.
        bring_over(&mut self.first, &mut self.second);
        bring_over(&mut self.second, &mut self.first);
        let mut drag = self.drag.take().unwrap_or_default();
        drag.build(place, &self.dimensions, [&self.first, &self.second], self.groups.first().map_or(0, Vec::len));
        self.drag = Some(drag);
        true
    }

    /// Every group of every dimension, each blind to its own choice, and all chosen cells together.
    pub fn group_bys(&mut self) -> GroupBys<'_> {
        self.refresh();
        GroupBys { linked: self }
    }

    fn refresh(&mut self) {
        if !self.is_stale {
            return;
        }
        self.is_stale = false;
        let Self { first, second, groups, dimensions, drag, .. } = self;
        let grabbed = drag.as_mut().filter(|drag| drag.is_ready());
        if let Some(drag) = grabbed
            && let Some(it) = dimensions.get(drag.place())
        {
            let half = if it.side == 0 { first } else { second };
            let is_chosen = half.side.dimensions.get(it.on_side).map_or(&[][..], |it| &it.is_chosen);
            drag.move_to(is_chosen, groups);
            return;
        }
        bring_over(first, second);
        bring_over(second, first);
        for lane in groups.iter_mut() {
            lane.fill(0);
        }
        first.roll_up(dimensions, groups, true);
        second.roll_up(dimensions, groups, false);
    }

    fn find(&self, dimension: usize) -> Option<&LinkedDimension> {
        self.dimensions.iter().find(|it| it.dimension == dimension)
    }

    fn is_chosen(&self, it: &LinkedDimension) -> &[bool] {
        let half = if it.side == 0 { &self.first } else { &self.second };
        half.side.dimensions.get(it.on_side).map_or(&[], |it| &it.is_chosen)
    }

    /// The category whose leaves are the ones chosen.
    fn chosen(&self, it: &LinkedDimension) -> Option<usize> {
        let is_chosen = self.is_chosen(it);
        let n_chosen = is_chosen.iter().filter(|is_chosen| **is_chosen).count();
        let is_all = |leaves: &Vec<u16>| {
            leaves.len() == n_chosen && leaves.iter().all(|leaf| is_chosen.get(usize::from(*leaf)) == Some(&true))
        };
        it.leaves_of.iter().position(|leaves| !leaves.is_empty() && is_all(leaves))
    }
}
