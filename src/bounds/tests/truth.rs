//! The truth is never excluded, whatever hides in linked tables with shares.

use proptest::prelude::*;

use super::*;
use crate::{
    bounds::{Attack, Bounds, Cell},
    model::measure::Ratio,
};

const AREAS: [(&str, Option<usize>); 5] = [("T", None), ("A", None), ("B", None), ("a", Some(1)), ("b", Some(1))];

/// Two tables of the same children, by area and sex and by area and owner, with a share in the first; the truth of each, and what hides.
fn tables() -> impl Strategy<Value = (Vec<Cube>, Vec<Vec<Vec<f64>>>)> {
    // Leaves: three areas, two sexes, three owners; those found among those examined.
    let leaves = proptest::collection::vec((0..12_u32, 0..=100_u32), 18);
    let hides = proptest::collection::vec(0..100_u32, 200);
    (leaves, hides, 0..100_u32).prop_map(|(leaves, hides, share)| {
        let area_leaves = |area: usize| match area {
            0 => vec![2, 3, 4],
            1 => vec![3, 4],
            other => vec![other],
        };
        let part = |of: usize, n: usize| if of == 0 { (0..n).collect() } else { vec![of - 1] };
        let sum = |areas: &[usize], sexes: &[usize], owners: &[usize]| {
            let mut sums = (0.0, 0.0);
            for (area, sex, owner) in areas.iter().flat_map(|area| {
                sexes.iter().flat_map(move |sex| owners.iter().map(move |owner| (*area, *sex, *owner)))
            }) {
                let (n, share) = leaves[((area - 2) * 2 + sex) * 3 + owner];
                sums.0 += f64::from(n * share / 100);
                sums.1 += f64::from(n);
            }
            sums
        };
        let areas = || dimension("kind", &AREAS, true);
        let mut hides = hides.into_iter().cycle();
        let mut hide = |value: f64| if hides.next().unwrap_or(0) < share { None } else { Some(value) };
        let mut cubes = Vec::new();
        let mut truths = Vec::new();
        for (n, by_sex) in [(2, true), (3, false)] {
            let codes = if by_sex { vec!["T", "f", "m"] } else { vec!["T", "p", "q", "r"] };
            let dimensions = vec![areas(), flat(if by_sex { "sex" } else { "who" }, &codes, true)];
            let cells: Vec<(f64, f64)> = (0..5)
                .flat_map(|area| (0..=n).map(move |other| (area, other)))
                .map(|(area, other)| {
                    let own = part(other, n);
                    let all = |n| part(0, n);
                    if by_sex { sum(&area_leaves(area), &own, &all(3)) } else { sum(&area_leaves(area), &all(2), &own) }
                })
                .collect();
            let found: Vec<f64> = cells.iter().map(|(found, _)| *found).collect();
            let all: Vec<f64> = cells.iter().map(|(_, all)| *all).collect();
            let shares: Vec<Option<f64>> = cells
                .iter()
                .map(|(found, all)| (*all > 0.0).then(|| (found / all * 1000.0).round() / 10.0).and_then(&mut hide))
                .collect();
            let shown = |cells: &[f64], hide: &mut dyn FnMut(f64) -> Option<f64>| {
                column(&cells.iter().map(|cell| hide(*cell)).collect::<Vec<_>>())
            };
            let columns = vec![shown(&found, &mut hide), shown(&all, &mut hide), column(&shares)];
            let ratio = Ratio { numerator: Some(0), denominator: 1, denominator_at: Vec::new(), per: 100.0 };
            let share = Measure { kind: MeasureKind::Share, ratio: Some(ratio), ..count("andel", 2, 0) };
            let measures = vec![count("fynd", 0, 2), count("alla", 1, 2), share];
            cubes.push(Cube { dimensions, measures, columns, ..Cube::default() });
            truths.push(vec![found, all]);
        }
        (cubes, truths)
    })
}

proptest! {
    #[test]
    fn the_truth_is_never_excluded((cubes, truths) in tables(), presumes_sums in any::<bool>()) {
        let tables: Vec<&Cube> = cubes.iter().collect();
        let mut bounds = Bounds::of(&tables, Attack { presumes_sums, ..Attack::default() });
        for is_exact in [false, true] {
            if is_exact {
                bounds.make_exact(24);
            }
            prop_assert_eq!(bounds.contradictions(), &[]);
            for bound in bounds.iter() {
                let Cell { table, measure, row } = bound.cell;
                prop_assert!(bound.range.contains(truths[table][measure][row]), "{:?} is {}", bound, truths[table][measure][row]);
            }
        }
    }
}
