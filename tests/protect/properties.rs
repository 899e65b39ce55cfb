//! Random tables, protected: no attack finds anything, nothing is hidden that the spec forbids, and twice is the same as once.

use insyn::{
    bounds::{
        Attack, Bound, Bounds, Cell,
        protection::{self, exposure},
    },
    gate,
    model::{
        cube::Cube,
        figure::{Absence, Figure},
    },
    publish::protect::{self, failure::Failure, rules::Rule, spec::Spec},
};
use proptest::{collection::vec, prelude::*, strategy::ValueTree};

use super::tables::{SHAPES, Shape, cells, cube, linked, tables, with_share};

/// What an attacker finds: protected cells whose range is too narrow.
pub fn found(cubes: &[Cube], most: usize) -> Vec<String> {
    let tables: Vec<&Cube> = cubes.iter().collect();
    let mut bounds = Bounds::of(&tables, Attack { presumes_sums: true, asks_protected: true, ..Attack::default() });
    assert_eq!(bounds.contradictions(), []);
    bounds.make_exact(most);
    let is_narrow = |bound: &Bound| {
        let Cell { table, measure, row } = bound.cell;
        exposure(bound.range, protection::width(&cubes[table], measure, row)).is_some()
    };
    bounds.iter().filter(is_narrow).map(|bound| format!("{bound:?}")).collect()
}

/// Whether the gate lets them in together.
pub fn is_let_in(cubes: &[Cube]) -> Result<(), String> {
    gate::admit_all(cubes.to_vec(), &[]).map(|_| ()).map_err(|refusal| format!("{refusal:?}"))
}

/// Protects, and tries all that must hold of what comes out.
fn try_protect(cubes: Vec<Cube>) -> Result<(), TestCaseError> {
    let spec = Spec::default();
    let done = protect::protect(cubes.clone(), &spec).expect("it can be protected");
    prop_assert_eq!(found(&done.cubes, 200), Vec::<String>::new());
    prop_assert_eq!(is_let_in(&done.cubes), Ok(()));
    for (before, after) in cubes.iter().zip(&done.cubes) {
        for (before, after) in before.columns.iter().zip(&after.columns) {
            for row in 0..before.len() {
                let (before, after) = (before.figure(row), after.figure(row));
                prop_assert!(
                    after == before || after == Figure::Absent(Absence::Suppressed),
                    "{:?} became {:?}",
                    before,
                    after
                );
            }
        }
    }
    let twice = protect::protect(done.cubes.clone(), &spec).expect("it can be protected again");
    prop_assert_eq!(twice.cubes, done.cubes);
    prop_assert_eq!(twice.report.n_hidden(), done.report.n_hidden());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

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
                prop_assert_eq!(found(&done.cubes, 200), Vec::<String>::new());
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
        let bounds = Bounds::of(&tables, Attack { presumes_sums: true, asks_rounded: true, ..Attack::default() });
        prop_assert!(bounds.iter().all(|bound| bound.range.width() >= 4.0));
        prop_assert_eq!(protect::protect(done.cubes.clone(), &spec).expect("twice").cubes, done.cubes);
    }
}

#[test]
fn the_same_tables_are_protected_in_the_same_way() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..8 {
        let cubes = linked().new_tree(&mut runner).expect("it can be drawn").current();
        let once = protect::protect(cubes.clone(), &Spec::default());
        assert!(once.is_ok());
        assert_eq!(protect::protect(cubes, &Spec::default()), once);
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
