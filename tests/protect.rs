//! Random tables, protected: no attack finds anything, nothing is hidden that the spec forbids, and twice is the same as once.

use insyn::{
    bounds::{Attack, Bounds},
    gate,
    model::{
        area::Level,
        cube::{Column, Cube},
        dimension::{Category, Dimension, DimensionKind},
        figure::{Absence, Figure},
        measure::{Measure, MeasureKind, ProtectedUnit, Ratio},
        text::{Language, Text},
    },
    publish::protect::{self, failure::Failure, rules::Rule, spec::Spec},
};
use proptest::{collection::vec, prelude::*};

/// A dimension: each category with its parent.
type Shape = &'static [(&'static str, Option<usize>)];

/// Flat with and without a total, and with levels; the first of the first is its total.
const SHAPES: [Shape; 5] = [
    &[("T", None), ("a", None), ("b", None)],
    &[("T", None), ("a", None), ("b", None), ("c", None)],
    &[("T", None), ("a", None), ("b", None), ("c", None), ("d", None), ("e", None)],
    &[("T", None), ("A", Some(0)), ("B", Some(0)), ("a", Some(1)), ("b", Some(1)), ("c", Some(2)), ("d", Some(2))],
    &[("T", None), ("A", Some(0)), ("b", Some(0)), ("a", Some(1)), ("c", Some(1)), ("d", Some(1))],
];

fn dimension(id: &str, shape: Shape) -> Dimension {
    let kind = DimensionKind::from_id(id);
    let category = |(code, parent): &(&str, Option<usize>)| Category {
        code: (*code).to_owned(),
        label: Text::new(Language::Swedish, *code),
        parent: *parent,
        level: (kind == DimensionKind::Area).then(|| Level::of_code(code)).flatten(),
        notes: Vec::new(),
    };
    Dimension {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        categories: shape.iter().map(category).collect(),
        kind,
        total: Some(0),
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    }
}

fn count(id: &str, column: usize, n_dimensions: usize) -> Measure {
    Measure {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        kind: MeasureKind::Count,
        unit: Text::new(Language::Swedish, "barn"),
        column: Some(column),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::Child,
        additive_over: (0..n_dimensions).collect(),
        notes: Vec::new(),
    }
}

/// The categories that no other lies in, below one.
fn leaves(shape: Shape, category: usize) -> Vec<usize> {
    let below: Vec<usize> = (1..shape.len())
        .filter(|place| shape[*place].1 == Some(category) || (category == 0 && shape[*place].1.is_none()))
        .collect();
    if below.is_empty() { vec![category] } else { below.into_iter().flat_map(|part| leaves(shape, part)).collect() }
}

/// The leaves of each cell, by row: a place for each dimension.
fn cells(shapes: &[Shape]) -> Vec<Vec<Vec<usize>>> {
    shapes.iter().fold(vec![vec![Vec::new()]], |cells, shape| {
        let with = |paths: &Vec<Vec<usize>>, category: usize| {
            let of = leaves(shape, category);
            paths.iter().flat_map(|path| of.iter().map(move |leaf| [path.as_slice(), &[*leaf]].concat())).collect()
        };
        cells.iter().flat_map(|paths| (0..shape.len()).map(|category| with(paths, category)).collect::<Vec<_>>()).collect()
    })
}

/// A column of the sums of what stands in the leaves.
fn column(shapes: &[Shape], leaf: impl Fn(&[usize]) -> f64) -> Column {
    let cells = cells(shapes);
    let mut column = Column::unpublished(cells.len());
    for (row, paths) in cells.iter().enumerate() {
        column.set(row, Figure::exact(paths.iter().map(|path| leaf(path)).sum()));
    }
    column
}

fn cube(id: &str, dimensions: &[(&str, Shape)], leaf: impl Fn(&[usize]) -> f64) -> Cube {
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
fn tables() -> impl Strategy<Value = Vec<Cube>> {
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
fn linked() -> impl Strategy<Value = Vec<Cube>> {
    (0..4_usize, vec(0..14_u32, 60)).prop_map(|(one, values)| {
        let leaf = move |kind: usize, who: usize, sex: usize| f64::from(values[(kind * 7 + who * 3 + sex) % 60]);
        let kind = ("kind", SHAPES[one]);
        let by_who = cube("by_who", &[kind, ("who", SHAPES[1])], |path| (1..3).map(|sex| leaf(path[0], path[1], sex)).sum());
        let by_sex = cube("by_sex", &[kind, ("sex", SHAPES[0])], |path| (1..4).map(|who| leaf(path[0], who, path[1])).sum());
        vec![by_who, by_sex]
    })
}

/// A count, what it is a part of, and the share.
fn with_share() -> impl Strategy<Value = Vec<Cube>> {
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

/// What an attacker finds: cells whose range is too narrow.
fn found(cubes: &[Cube], threshold: f64) -> Vec<String> {
    let tables: Vec<&Cube> = cubes.iter().collect();
    let mut bounds = Bounds::of(&tables, Attack { presumes_sums: true, asks_rounded: false });
    assert_eq!(bounds.contradictions(), []);
    bounds.make_exact(200);
    let is_narrow = |width: f64| width < threshold - 1.0;
    bounds.iter().filter(|bound| is_narrow(bound.range.width())).map(|bound| format!("{bound:?}")).collect()
}

fn is_let_in(cubes: &[Cube]) -> Result<(), String> {
    gate::admit_all(cubes.to_vec(), &[]).map(|_| ()).map_err(|refusal| format!("{refusal:?}"))
}

/// Protects, and tries all that must hold of what comes out.
fn try_protect(cubes: Vec<Cube>) -> Result<(), TestCaseError> {
    let spec = Spec::default();
    let done = protect::protect(cubes.clone(), &spec).expect("it can be protected");
    prop_assert_eq!(found(&done.cubes, 5.0), Vec::<String>::new());
    prop_assert_eq!(is_let_in(&done.cubes), Ok(()));
    for (before, after) in cubes.iter().zip(&done.cubes) {
        for (before, after) in before.columns.iter().zip(&after.columns) {
            for row in 0..before.len() {
                let (before, after) = (before.figure(row), after.figure(row));
                prop_assert!(after == before || after == Figure::Absent(Absence::Suppressed), "{:?} became {:?}", before, after);
            }
        }
    }
    prop_assert_eq!(&protect::protect(cubes, &spec).expect("it can be protected"), &done, "it is not the same again");
    let twice = protect::protect(done.cubes.clone(), &spec).expect("it can be protected again");
    prop_assert_eq!(twice.cubes, done.cubes);
    prop_assert_eq!(twice.report.n_hidden(), done.report.n_hidden());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_attack_finds_what_is_hidden(cubes in tables()) {
        try_protect(cubes)?;
    }

    #[test]
    fn linked_tables_are_protected_together(cubes in linked()) {
        try_protect(cubes)?;
    }

    #[test]
    fn shares_hide_with_their_counts(cubes in with_share()) {
        try_protect(cubes)?;
    }

    #[test]
    fn what_must_stay_stays(cubes in tables(), keeps in vec((0..7_usize, 0..7_usize), 1..4)) {
        let dimensions = &cubes[0].dimensions;
        let line = |(one, other): &(usize, usize)| {
            let code = |place: usize, category: usize| {
                dimensions.get(place).and_then(|it| Some(format!("{}={}", it.id, it.categories.get(category)?.code)))
            };
            let named: Vec<String> = [code(0, *one), code(1, *other)].into_iter().flatten().collect();
            format!("barn/{}", named.join(","))
        };
        let never_hide: Vec<String> = keeps.iter().map(line).collect();
        let spec = Spec { never_hide: never_hide.clone(), ..Spec::default() };
        match protect::protect(cubes.clone(), &spec) {
            Err(Failure::MustStay { .. } | Failure::NoWay { .. }) => {}
            Err(other) => prop_assert!(false, "{:?}", other),
            Ok(done) => {
                prop_assert_eq!(found(&done.cubes, 5.0), Vec::<String>::new());
                for row in 0..done.cubes[0].columns[0].len() {
                    let at = done.cubes[0].coordinates(row);
                    let codes: Vec<String> = done.cubes[0].dimensions.iter().zip(at)
                        .map(|(it, category)| format!("{}={}", it.id, it.categories[category].code)).collect();
                    let is_named = |line: &String| {
                        let asked = line.strip_prefix("barn/").unwrap_or_default();
                        asked.split(',').filter(|it| !it.is_empty()).all(|it| codes.iter().any(|code| code == it))
                    };
                    if never_hide.iter().any(is_named) {
                        prop_assert!(done.cubes[0].columns[0].number(row).is_some(), "{:?} is hidden", codes);
                    }
                }
            }
        }
    }

    #[test]
    fn rounded_parts_still_make_their_totals(cubes in tables()) {
        let spec = Spec { rounding: Some(5), ..Spec::default() };
        let done = protect::protect(cubes.clone(), &spec).expect("it can be rounded");
        prop_assert_eq!(is_let_in(&done.cubes), Ok(()));
        let (before, after) = (&cubes[0].columns[0], &done.cubes[0].columns[0]);
        for row in 0..before.len() {
            let (before, after) = (before.number(row).unwrap_or(-1.0), after.number(row).unwrap_or(-1.0));
            prop_assert!(after % 5.0 == 0.0 && after >= 0.0 && (after - before).abs() <= 5.0, "{} became {}", before, after);
        }
        let shapes: Vec<Shape> = cubes[0].dimensions.iter().map(|it| *SHAPES.iter().find(|shape| {
            shape.iter().map(|(code, _)| *code).eq(it.categories.iter().map(|category| category.code.as_str()))
        }).expect("it is one of them")).collect();
        let own: Vec<Vec<Vec<usize>>> = cells(&shapes);
        for (row, paths) in own.iter().enumerate() {
            let sum: f64 = paths.iter().filter_map(|path| after.number(done.cubes[0].row(path)?)).sum();
            prop_assert_eq!(Some(sum), after.number(row), "row {}", row);
        }
        let tables: Vec<&Cube> = done.cubes.iter().collect();
        let bounds = Bounds::of(&tables, Attack { presumes_sums: true, asks_rounded: true });
        prop_assert!(bounds.iter().all(|bound| bound.range.width() >= 4.0));
        prop_assert_eq!(protect::protect(done.cubes.clone(), &spec).expect("twice").cubes, done.cubes);
    }
}

#[test]
fn a_county_of_one_municipality_hides_with_it() {
    let shape: Shape = &[("00", None), ("09", Some(0)), ("0980", Some(1))];
    let mut one = cube("t", &[("area", shape)], |_| 3.0);
    one.columns[0].set(0, Figure::exact(40.0));
    let done = protect::protect(vec![one], &Spec::default()).expect("it can be protected");
    assert_eq!(done.report.hidden.get(&Rule::Small), Some(&2));
    assert_eq!(done.cubes[0].columns[0].number(0), Some(40.0));
}
