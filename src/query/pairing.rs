//! Which two groups are set against each other: a choice of the reader, its text in an address, and what stands there by default.

use super::{
    answer::figure_alone,
    breakdown::{areas_at, map_levels, moved},
    clearance::{NotCleared, clearance},
    parting::{joined, parted},
    parts::{all_of, lies_in},
    question::{Question, categories_shown, is_divided},
};
use crate::{
    gate::Cleared,
    model::{area::Level, cube::Cube, dimension::DimensionKind},
};

/// What parts the dimension and the codes in an address.
const PARTING: char = ':';

/// Two groups of one dimension, all by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Groups {
    /// The dimension that both are categories of.
    pub dimension: usize,
    /// What the other is set against.
    pub first: usize,
    /// What is set against it.
    pub second: usize,
}

impl Groups {
    /// The same two, the other way round.
    pub fn swapped(self) -> Self {
        Self { first: self.second, second: self.first, ..self }
    }

    /// As they stand in an address: "sex:K:M".
    pub fn text(self, cube: &Cube) -> Option<String> {
        let it = cube.dimensions.get(self.dimension)?;
        let code = |category: usize| Some(it.categories.get(category)?.code.as_str());
        let parts = [it.id.as_str(), code(self.first)?, code(self.second)?];
        Some(joined(parts, PARTING))
    }

    /// The groups of such a text; none where the cube has no such two, or one lies in the other.
    pub fn from_text(cube: &Cube, text: &str) -> Option<Self> {
        let [id, first, second]: [String; 3] = parted(text, PARTING).try_into().ok()?;
        let dimension = cube.dimension_by_id(&id)?;
        let it = cube.dimensions.get(dimension)?;
        let groups = Self { dimension, first: it.position(&first)?, second: it.position(&second)? };
        groups.are_apart(cube).then_some(groups)
    }

    /// Whether neither lies in the other.
    pub fn are_apart(self, cube: &Cube) -> bool {
        let Some(it) = cube.dimensions.get(self.dimension) else { return false };
        !lies_in(it, self.first, self.second) && !lies_in(it, self.second, self.first)
    }
}

/// Whether groups of the dimension may be asked for, the rest of the question as it stands; of areas, at which level.
///
/// # Errors
/// [`NotCleared`] names the dimensions that may not be asked for together.
pub fn clearance_of(cleared: &Cleared, question: &Question, dimension: usize) -> Result<Option<Level>, NotCleared> {
    let is_area = cleared.cube().dimensions.get(dimension).is_some_and(|it| it.kind == DimensionKind::Area);
    let may = |level| clearance(cleared, &question.at, Some((dimension, level)));
    if !is_area {
        return may(None).map(|()| None);
    }
    let levels = levels_from_the_maps(cleared, question, dimension);
    let open = levels.iter().copied().find(|level| may(Some(*level)).is_ok());
    match (open, levels.first()) {
        (Some(level), _) => Ok(Some(level)),
        (None, level) => may(level.copied()).map(|()| level.copied()),
    }
}

/// The levels that groups of areas may be of: the map's, then coarser ones.
pub(super) fn levels_from_the_maps(cleared: &Cleared, question: &Question, area: usize) -> Vec<Level> {
    let mut levels = map_levels(cleared, area);
    levels.retain(|level| question.level.is_none_or(|finest| *level <= finest));
    levels.reverse();
    levels
}

/// The categories that groups are chosen from: no total, and of areas those of one level.
pub fn candidates(cleared: &Cleared, question: &Question, dimension: usize) -> Vec<usize> {
    let Some(it) = cleared.cube().dimensions.get(dimension) else { return Vec::new() };
    if it.kind == DimensionKind::Area {
        let cleared_for = clearance_of(cleared, question, dimension).ok().flatten();
        let level = cleared_for.or_else(|| levels_from_the_maps(cleared, question, dimension).first().copied());
        return level.map(|level| areas_at(cleared, dimension, level)).unwrap_or_default();
    }
    let shown = categories_shown(cleared, question, dimension);
    shown.into_iter().filter(|category| Some(*category) != it.total && *category < all_of(it)).collect()
}

/// The dimensions that have two groups, in the order they are offered: the sexes, ownership, types of home, others, time, place.
pub fn dimensions(cleared: &Cleared, question: &Question) -> Vec<usize> {
    let cube = cleared.cube();
    let rank = |dimension: &usize| match cube.dimensions.get(*dimension).map(|it| &it.kind) {
        Some(DimensionKind::Sex) => 0,
        Some(DimensionKind::Ownership) => 1,
        Some(DimensionKind::HomeType) => 2,
        Some(DimensionKind::Other(_)) => 3,
        Some(DimensionKind::Period) => 4,
        Some(DimensionKind::Area) | None => 5,
    };
    let has_two =
        |dimension: &usize| is_divided(cube, *dimension) && default_of(cleared, question, *dimension).is_some();
    let mut dimensions: Vec<usize> = (0..cube.dimensions.len()).filter(has_two).collect();
    dimensions.sort_by_key(rank);
    dimensions
}

/// The groups that a dimension offers first: of periods the last two, of areas the picked one and the next, of others the first two with a figure.
pub fn default_of(cleared: &Cleared, question: &Question, dimension: usize) -> Option<Groups> {
    let cube = cleared.cube();
    let it = cube.dimensions.get(dimension)?;
    let candidates = candidates(cleared, question, dimension);
    let groups = |first: usize, second: usize| {
        let groups = Groups { dimension, first, second };
        groups.are_apart(cube).then_some(groups)
    };
    let has_figure = |category: &usize| {
        figure_alone(cleared, question.measure, &moved(&question.at, dimension, *category)).figure.value().is_some()
    };
    match it.kind {
        DimensionKind::Period => match candidates.as_slice() {
            [.., before, last] => groups(*before, *last),
            _ => None,
        },
        DimensionKind::Area => {
            let picked = question.at.get(dimension).copied();
            let first =
                candidates.iter().copied().find(|place| Some(*place) == picked).or(candidates.first().copied())?;
            groups(first, candidates.iter().copied().find(|place| *place != first)?)
        }
        // Girls and boys, where the file has homes for both as well.
        DimensionKind::Sex if it.position("K").is_some() && it.position("M").is_some() => {
            groups(it.position("K")?, it.position("M")?)
        }
        _ => {
            let known: Vec<usize> = candidates.iter().copied().filter(has_figure).take(2).collect();
            match (known.as_slice(), candidates.as_slice()) {
                ([first, second], _) | (_, [first, second, ..]) => groups(*first, *second),
                _ => None,
            }
        }
    }
}

/// The groups that a question begins with: of the first dimension that is cleared with it.
pub fn default_groups(cleared: &Cleared, question: &Question) -> Option<Groups> {
    let dimensions = dimensions(cleared, question);
    let open = dimensions.iter().copied().find(|dimension| clearance_of(cleared, question, *dimension).is_ok());
    default_of(cleared, question, open.or(dimensions.first().copied())?)
}

/// The groups of a changed question: those that the reader picked, or what is the default now where the default stood before.
pub fn followed(cleared: &Cleared, before: &Question, now: &Question) -> Option<Groups> {
    if before.pair == default_groups(cleared, before) { default_groups(cleared, now) } else { now.pair }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        dimension::{Category, Dimension},
        text::{Language, Text},
    };
    use proptest::prelude::*;

    fn cube(id: &str, codes: &[String]) -> Cube {
        let text = |words: &str| Text::new(Language::Swedish, words);
        let category = |code: &String| Category {
            code: code.clone(),
            label: text(code),
            parent: None,
            level: None,
            notes: Vec::new(),
        };
        let dimension = Dimension {
            id: id.to_owned(),
            label: text(id),
            kind: DimensionKind::from_id(id),
            categories: codes.iter().map(category).collect(),
            total: None,
            is_multi_response: false,
            is_ordered: false,
            breaks: Vec::new(),
            notes: Vec::new(),
        };
        Cube { dimensions: vec![dimension], ..Cube::default() }
    }

    #[test]
    fn groups_stand_in_an_address_by_their_codes() {
        let cube = cube("sex", &["K".to_owned(), "M".to_owned()]);
        let groups = Groups { dimension: 0, first: 0, second: 1 };
        assert_eq!(groups.text(&cube).as_deref(), Some("sex:K:M"));
        assert_eq!(groups.swapped().text(&cube).as_deref(), Some("sex:M:K"));
        for wrong in ["", "sex", "sex:K", "sex:K:M:T", "sex:K:X", "age:K:M", "sex:K:K", "sex:K\\:M", "\\"] {
            assert_eq!(Groups::from_text(&cube, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_group_is_not_set_against_its_own_whole() {
        let mut cube = cube("sex", &["T".to_owned(), "K".to_owned(), "M".to_owned()]);
        cube.dimensions[0].total = Some(0);
        assert_eq!(Groups::from_text(&cube, "sex:T:K"), None);
        assert!(Groups::from_text(&cube, "sex:M:K").is_some());
    }

    proptest! {
        #[test]
        fn codes_may_hold_any_sign(id in ".{1,6}", first in ".{0,6}", second in ".{0,6}") {
            prop_assume!(first != second);
            let cube = cube(&id, &[first, second]);
            let groups = Groups { dimension: 0, first: 0, second: 1 };
            let text = groups.text(&cube).expect("both are there");
            prop_assert_eq!(Groups::from_text(&cube, &text), Some(groups));
        }
    }
}
