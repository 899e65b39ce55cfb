//! Which dimensions of a table are broken down together, and how deep.

use crate::{
    model::{
        area::Level,
        dataset::{Combination, CombinedDimension},
        dimension::{Category, Dimension as Named},
    },
    publish::aggregate::{
        check::Checking,
        fault::{FaultKind, Named as What, Place},
        plan::{self, Dimension},
        spec::table::SpecTable,
    },
};

impl Checking<'_> {
    /// How deep each margin goes in each dimension, and the same for the reader.
    pub(super) fn margins(
        &mut self,
        it: &SpecTable,
        dimensions: &[Dimension],
        place: &Place,
    ) -> (Vec<Vec<usize>>, Vec<Combination>) {
        let all = || vec![it.dimensions.clone()];
        let (mut margins, mut combinations) = (Vec::new(), Vec::new());
        for parts in it.margins.clone().unwrap_or_else(all) {
            let mut depths: Vec<usize> = vec![0; dimensions.len()];
            let mut combination = Combination::new();
            for part in &parts {
                let Some((at, level)) = self.part(part, dimensions, place) else { continue };
                let Some(dimension) = dimensions.get(at) else { continue };
                let of_level = |at: &&plan::Place| level.is_some() && at.level == level;
                let depth = dimension.places.iter().find(of_level).map_or(dimension.n_levels, |at| at.depth);
                if let Some(place) = depths.get_mut(at) {
                    *place = depth;
                }
                combination.push(CombinedDimension { dimension: at, level });
            }
            for (dimension, depth) in dimensions.iter().zip(&depths) {
                if dimension.total.is_none() && *depth == 0 {
                    self.fault(place, FaultKind::NotInMargin(dimension.id.clone()));
                }
            }
            margins.push(depths);
            combinations.push(combination);
        }
        (margins, combinations)
    }

    fn part(&mut self, part: &str, dimensions: &[Dimension], place: &Place) -> Option<(usize, Option<Level>)> {
        let position = |id: &str| dimensions.iter().position(|dimension| dimension.id == id);
        if let Some(at) = position(part) {
            return Some((at, None));
        }
        let (id, word) = part.split_once(':').unwrap_or((part, ""));
        let Some(at) = position(id) else {
            let known = dimensions.iter().map(|dimension| dimension.id.clone()).collect();
            self.fault(place, FaultKind::NoSuch { what: What::Dimension, id: id.to_owned(), known });
            return None;
        };
        let level = Level::from_id(word);
        let has_level = |dimension: &Dimension| dimension.places.iter().any(|at| at.level == level);
        let is_there = dimensions.get(at).is_some_and(has_level);
        if level.is_none() || !is_there {
            self.fault(place, FaultKind::NoLevel(part.to_owned()));
            return None;
        }
        Some((at, level))
    }
}

/// Takes out the categories that no margin goes down to: a table by county has no need of the municipalities.
pub(super) fn cut(read: &mut [Dimension], named: &mut [Named], margins: &[Vec<usize>]) {
    for (at, (dimension, named)) in read.iter_mut().zip(named).enumerate() {
        let deepest = margins.iter().filter_map(|depths| depths.get(at)).max().copied().unwrap_or(0);
        if deepest >= dimension.n_levels || deepest == 0 {
            continue;
        }
        let (left, kept) = dimension.down_to(deepest);
        let category = |(at, place): (&usize, &plan::Place)| {
            let category = named.categories.get(*at)?.clone();
            Some(Category { parent: place.parent, ..category })
        };
        named.categories = kept.iter().zip(&left.places).filter_map(category).collect();
        named.total = left.total;
        *dimension = left;
    }
}
