//! Tables to be protected, drawn by lot.

use insyn::model::{
    cube::{Column, Cube},
    figure::{Absence, Figure},
    measure::{Measure, MeasureKind, ProtectedUnit, Ratio},
};
use proptest::{collection::vec, prelude::*};

use super::small_tables::{count, dimension};

/// A dimension: each category with its parent.
pub type Shape = &'static [(&'static str, Option<usize>)];

/// Flat with and without a total, and with levels; the first of the first is its total.
pub const SHAPES: [Shape; 5] = [
    &[("T", None), ("a", None), ("b", None)],
    &[("T", None), ("a", None), ("b", None), ("c", None)],
    &[("T", None), ("a", None), ("b", None), ("c", None), ("d", None), ("e", None)],
    &[("T", None), ("A", Some(0)), ("B", Some(0)), ("a", Some(1)), ("b", Some(1)), ("c", Some(2)), ("d", Some(2))],
    &[("T", None), ("A", Some(0)), ("b", Some(0)), ("a", Some(1)), ("c", Some(1)), ("d", Some(1))],
];

/// The categories that no other lies in, below one.
fn leaves(shape: Shape, category: usize) -> Vec<usize> {
    let below: Vec<usize> = (1..shape.len())
        .filter(|place| shape[*place].1 == Some(category) || (category == 0 && shape[*place].1.is_none()))
        .collect();
    if below.is_empty() { vec![category] } else { below.into_iter().flat_map(|part| leaves(shape, part)).collect() }
}

/// The leaves of each cell, by row: a place for each dimension.
pub fn cells(shapes: &[Shape]) -> Vec<Vec<Vec<usize>>> {
    shapes.iter().fold(vec![vec![Vec::new()]], |cells, shape| {
        let with = |paths: &Vec<Vec<usize>>, category: usize| {
            let of = leaves(shape, category);
            paths.iter().flat_map(|path| of.iter().map(move |leaf| [path.as_slice(), &[*leaf]].concat())).collect()
        };
        cells
            .iter()
            .flat_map(|paths| (0..shape.len()).map(|category| with(paths, category)).collect::<Vec<_>>())
            .collect()
    })
}

/// A column of the sums of what stands in the leaves.
pub fn column(shapes: &[Shape], leaf: impl Fn(&[usize]) -> f64) -> Column {
    let cells = cells(shapes);
    let mut column = Column::unpublished(cells.len());
    for (row, paths) in cells.iter().enumerate() {
        column.set(row, Figure::exact(paths.iter().map(|path| leaf(path)).sum()));
    }
    column
}

pub fn cube(id: &str, dimensions: &[(&str, Shape)], leaf: impl Fn(&[usize]) -> f64) -> Cube {
    let shapes: Vec<Shape> = dimensions.iter().map(|(_, shape)| *shape).collect();
    let mut cube = Cube {
        measures: vec![count("barn", 0, shapes.len())],
        columns: vec![column(&shapes, leaf)],
        dimensions: dimensions.iter().map(|(id, shape)| dimension(id, shape)).collect(),
        ..Cube::default()
    };
    cube.dataset.id = id.to_owned();
    cube
}

/// What stands in a leaf, by its path: the same for every table with these ids.
fn at(values: &[u32], path: &[usize]) -> f64 {
    let place = path.iter().fold(0, |place, step| place * 8 + step);
    f64::from(values[place % values.len()])
}

const IDS: [&str; 3] = ["kind", "who", "sex"];

/// One table, with values of a sort: any, all small, mostly nothing, or only one that is not.
pub fn tables() -> impl Strategy<Value = Vec<Cube>> {
    let shapes = prop_oneof![
        (0..5_usize).prop_map(|one| vec![SHAPES[one]]),
        (0..5_usize, 0..4_usize).prop_map(|(one, other)| vec![SHAPES[one], SHAPES[other]]),
        (0..2_usize, 0..2_usize).prop_map(|(one, other)| vec![SHAPES[one], SHAPES[other], SHAPES[0]]),
    ];
    let value = |sort: usize| match sort {
        0 => (0..30_u32).boxed(),
        1 => (0..5_u32).boxed(),
        2 => prop_oneof![3 => Just(0_u32), 1 => 0..12_u32].boxed(),
        _ => prop_oneof![30 => Just(0_u32), 1 => 1..9_u32].boxed(),
    };
    let values = (0..4_usize).prop_flat_map(move |sort| vec(value(sort), 61));
    (shapes, values).prop_map(|(shapes, values)| {
        let dimensions: Vec<(&str, Shape)> = IDS.into_iter().zip(shapes).collect();
        vec![cube("t", &dimensions, |path| at(&values, path))]
    })
}

/// Two tables of the same children: by kind and owner, and by kind and sex.
pub fn linked() -> impl Strategy<Value = Vec<Cube>> {
    (0..4_usize, vec(0..14_u32, 60)).prop_map(|(one, values)| {
        let leaf = move |kind: usize, who: usize, sex: usize| f64::from(values[(kind * 7 + who * 3 + sex) % 60]);
        let kind = ("kind", SHAPES[one]);
        let by_who =
            cube("by_who", &[kind, ("who", SHAPES[1])], |path| (1..3).map(|sex| leaf(path[0], path[1], sex)).sum());
        let by_sex =
            cube("by_sex", &[kind, ("sex", SHAPES[0])], |path| (1..4).map(|who| leaf(path[0], who, path[1])).sum());
        vec![by_who, by_sex]
    })
}

/// A count, what it is a part of, and the share.
pub fn with_share() -> impl Strategy<Value = Vec<Cube>> {
    let leaves = vec((0..25_u32, 0..=100_u32), 61);
    (0..2_usize, 0..3_usize, leaves, any::<bool>()).prop_map(|(one, other, leaves, is_public)| {
        let dimensions = [("kind", SHAPES[one]), ("who", SHAPES[other])];
        let n: Vec<u32> = leaves.iter().map(|(n, _)| *n).collect();
        let found: Vec<u32> = leaves.iter().map(|(n, share)| n * share / 100).collect();
        let mut cube = cube("t", &dimensions, |path| at(&found, path));
        let shapes = dimensions.map(|(_, shape)| shape);
        cube.columns.push(column(&shapes, |path| at(&n, path)));
        cube.measures.push(count("alla", 1, 2));
        if is_public {
            cube.measures[1].protected_unit = ProtectedUnit::None;
        }
        let mut shares = Column::unpublished(cube.columns[0].len());
        for row in 0..shares.len() {
            let [found, n] = [0, 1].map(|column: usize| cube.columns[column].number(row).unwrap_or(0.0));
            if n > 0.0 {
                shares.set(row, Figure::exact((found / n * 1000.0).round() / 10.0));
            } else {
                shares.set(row, Figure::Absent(Absence::NotApplicable));
            }
        }
        cube.columns.push(shares);
        let ratio = Ratio { numerator: Some(0), denominator: 1, denominator_at: Vec::new(), per: 100.0 };
        let share = Measure { kind: MeasureKind::Share, ratio: Some(ratio), ..count("andel", 2, 0) };
        cube.measures.push(Measure { additive_over: Vec::new(), ..share });
        vec![cube]
    })
}
