//! The sums of one measure over one dimension, as relations between figures.

use std::collections::{HashMap, HashSet};

use super::{
    Place, Relation, Standing, Web,
    names::Names,
    sheet::{Reading, Sheet, read},
};
use crate::{
    bounds::cuts::{Cut, Whole},
    gate::reason::CellName,
    model::cube::Cube,
    publish::protect::failure::Failure,
};

/// The sums of one measure over one dimension.
pub struct Sums<'c> {
    pub cube: &'c Cube,
    pub sheet: &'c Sheet<'c>,
    pub dimension: usize,
    pub cuts: &'c [Cut],
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
    pub fn are_disproved(&self) -> bool {
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

    pub fn relate(
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
        let has_hidden = terms
            .iter()
            .any(|(entry, _)| web.entries.get(*entry).is_some_and(|entry| entry.standing == Standing::Hidden));
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
