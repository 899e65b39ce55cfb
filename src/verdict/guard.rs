//! Whether two figures may be set against each other at all: what the dataset says of it, and what its design allows.

use super::NotComparable;
use crate::model::{
    cube::Cube,
    dataset::Comparability,
    dimension::{Dimension, DimensionKind},
    text::Text,
};

/// What is set against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// Categories of a dimension that is no period: places, the sexes, types of home.
    Categories(usize),
    /// Periods of a dimension, by position: from the earlier to the later.
    Periods {
        /// The dimension.
        dimension: usize,
        /// The earlier.
        from: usize,
        /// The later.
        to: usize,
    },
}

/// Whether figures may be compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Guard {
    /// They may.
    Open,
    /// They may, and this is to be said beside it.
    WithCare(Text),
    /// They may not.
    Closed(NotComparable),
}

/// Whether the figures of a cell may be compared along a dimension.
///
/// Shares that are all of the same units are no groups to compare. A dataset that says nothing has promised nothing. Ownership is never compared across types of home: state homes are all of one type.
pub fn guard(cube: &Cube, measure: usize, at: &[usize], along: Along) -> Guard {
    let comparable = &cube.dataset.comparable;
    let (dimension, answer) = match along {
        Along::Periods { dimension, from, to } => {
            if let Some(reason) = broken(cube, dimension, from, to) {
                return Guard::Closed(NotComparable::Said(reason));
            }
            (dimension, &comparable.over_time)
        }
        Along::Categories(dimension) => {
            let is_area = kind(cube, dimension) == Some(&DimensionKind::Area);
            (dimension, if is_area { &comparable.between_areas } else { &comparable.between_categories })
        }
    };
    if cube.dimensions.get(dimension).is_some_and(|it| it.is_multi_response) || has_one_n(cube, measure, dimension) {
        return Guard::Closed(NotComparable::Overlapping(dimension));
    }
    if let Some(by) = confounder(cube, at, dimension) {
        return Guard::Closed(NotComparable::Confounded { along: dimension, by });
    }
    match answer {
        Comparability::Yes => Guard::Open,
        Comparability::WithCare(reason) => Guard::WithCare(reason.clone()),
        Comparability::No(reason) => Guard::Closed(NotComparable::Said(reason.clone())),
        Comparability::Unknown => Guard::Closed(NotComparable::NotSaid),
    }
}

/// Whether the shares of a dimension are all of the same units: what was found in them, and no groups of them.
fn has_one_n(cube: &Cube, measure: usize, dimension: usize) -> bool {
    let ratio = cube.measures.get(measure).and_then(|measure| measure.ratio.as_ref());
    ratio.is_some_and(|ratio| ratio.denominator_at.iter().any(|(place, _)| *place == dimension))
}

fn kind(cube: &Cube, dimension: usize) -> Option<&DimensionKind> {
    cube.dimensions.get(dimension).map(|it| &it.kind)
}

/// The reason of the first break between two periods.
fn broken(cube: &Cube, dimension: usize, from: usize, to: usize) -> Option<Text> {
    let periods = cube.dimensions.get(dimension)?;
    let (first, last) = (from.min(to), from.max(to));
    let breaks = cube.dimensions.iter().flat_map(|it| &it.breaks);
    let lies_between = |period: &str| periods.position(period).is_some_and(|at| first < at && at <= last);
    breaks.into_iter().find(|it| lies_between(&it.period)).map(|it| it.reason.clone())
}

/// The type of home, where ownership is compared and the types are not told apart.
fn confounder(cube: &Cube, at: &[usize], dimension: usize) -> Option<usize> {
    if kind(cube, dimension) != Some(&DimensionKind::Ownership) {
        return None;
    }
    let by = cube.dimension_of_kind(&DimensionKind::HomeType)?;
    let is_mixed = |it: &Dimension| {
        let picked = at.get(by).copied().unwrap_or_default();
        it.categories.len() > 1 && (it.total == Some(picked) || picked >= it.categories.len())
    };
    cube.dimensions.get(by).is_some_and(is_mixed).then_some(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        dataset::{Comparable, Dataset},
        dimension::{Break, Category},
        measure::{Measure, MeasureKind, Polarity, ProtectedUnit, Ratio},
        text::Language,
    };

    fn text(words: &str) -> Text {
        Text::new(Language::Swedish, words)
    }

    fn dimension(kind: DimensionKind, codes: &[&str], total: Option<usize>) -> Dimension {
        let category = |code: &&str| Category {
            code: (*code).to_owned(),
            label: text(code),
            parent: None,
            level: None,
            notes: Vec::new(),
        };
        Dimension {
            id: kind.id().to_owned(),
            label: text(kind.id()),
            kind,
            categories: codes.iter().map(category).collect(),
            total,
            is_multi_response: false,
            is_ordered: false,
            breaks: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn cube() -> Cube {
        Cube {
            dataset: Dataset {
                comparable: Comparable {
                    over_time: Comparability::Yes,
                    between_areas: Comparability::WithCare(text("olika hem")),
                    between_categories: Comparability::Yes,
                },
                ..Dataset::default()
            },
            dimensions: vec![
                dimension(DimensionKind::Area, &["00", "01"], Some(0)),
                dimension(DimensionKind::Ownership, &["T", "private", "state"], Some(0)),
                dimension(DimensionKind::HomeType, &["T", "hvb", "sis"], Some(0)),
                dimension(DimensionKind::Period, &["2019", "2020", "2021"], None),
            ],
            ..Cube::default()
        }
    }

    #[test]
    fn the_datasets_own_word_goes_through() {
        assert_eq!(guard(&cube(), 0, &[0, 0, 0, 2], Along::Categories(0)), Guard::WithCare(text("olika hem")));
        assert_eq!(guard(&cube(), 0, &[0, 0, 0, 2], Along::Categories(2)), Guard::Open);
        let mut forbidden = cube();
        forbidden.dataset.comparable.between_areas = Comparability::No(text("olika urval"));
        let closed = Guard::Closed(NotComparable::Said(text("olika urval")));
        assert_eq!(guard(&forbidden, 0, &[0, 0, 0, 2], Along::Categories(0)), closed);
    }

    #[test]
    fn what_nobody_has_promised_is_not_compared() {
        let mut silent = cube();
        silent.dataset.comparable = Comparable::default();
        for along in [Along::Categories(0), Along::Categories(2), Along::Periods { dimension: 3, from: 0, to: 1 }] {
            assert_eq!(guard(&silent, 0, &[0, 0, 0, 2], along), Guard::Closed(NotComparable::NotSaid));
        }
    }

    #[test]
    fn ownership_is_compared_within_a_type_of_home_only() {
        let along = Along::Categories(1);
        let confounded = NotComparable::Confounded { along: 1, by: 2 };
        assert_eq!(guard(&cube(), 0, &[0, 0, 0, 2], along), Guard::Closed(confounded.clone()));
        assert_eq!(guard(&cube(), 0, &[0, 0, 3, 2], along), Guard::Closed(confounded), "the sum of all types");
        assert_eq!(guard(&cube(), 0, &[0, 0, 1, 2], along), Guard::Open);
    }

    #[test]
    fn overlapping_categories_are_not_compared() {
        let mut overlapping = cube();
        overlapping.dimensions[2].is_multi_response = true;
        let along = Along::Categories(2);
        assert_eq!(guard(&overlapping, 0, &[0, 0, 0, 2], along), Guard::Closed(NotComparable::Overlapping(2)));
    }

    #[test]
    fn no_comparison_goes_across_a_break() {
        let mut broken = cube();
        broken.dimensions[3].breaks = vec![Break { period: "2020".into(), reason: text("ny definition") }];
        let along = |from, to| Along::Periods { dimension: 3, from, to };
        let closed = Guard::Closed(NotComparable::Said(text("ny definition")));
        assert_eq!(guard(&broken, 0, &[0, 0, 0, 2], along(0, 1)), closed);
        assert_eq!(guard(&broken, 0, &[0, 0, 0, 2], along(2, 0)), closed, "whichever way round");
        assert_eq!(guard(&broken, 0, &[0, 0, 0, 2], along(1, 2)), Guard::Open, "both after the break");
    }

    #[test]
    fn several_findings_of_the_same_homes_are_no_groups() {
        let mut findings = cube();
        let along = Along::Categories(2);
        assert_eq!(guard(&findings, 0, &[0, 0, 0, 2], along), Guard::Open);
        findings.measures = vec![Measure {
            id: "share".into(),
            label: text("andel"),
            kind: MeasureKind::Share,
            unit: text("procent"),
            column: None,
            ratio: Some(Ratio { numerator: None, denominator: 0, denominator_at: vec![(2, 0)], per: 100.0 }),
            polarity: Polarity::Neutral,
            decimals: 0,
            protected_unit: ProtectedUnit::None,
            additive_over: Vec::new(),
            notes: Vec::new(),
        }];
        assert_eq!(guard(&findings, 0, &[0, 0, 0, 2], along), Guard::Closed(NotComparable::Overlapping(2)));
    }
}
