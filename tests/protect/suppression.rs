//! What we hide beside the least that would do, which OR-tools found: `tests/golden/suppression.py`; and our ranges of hidden cells beside SciPy's.

use insyn::{
    bounds::{Attack, Bounds},
    model::{
        cube::{Column, Cube},
        dimension::Dimension,
        figure::{Absence, Figure},
    },
    publish::protect::{protect, spec::Spec},
};

use super::small_tables;

const NUMBERS: &str = include_str!("../golden/suppression.csv");

/// One table: its dimensions and cells, what the optimum costs, what it hides, and between which numbers that lies.
struct Row {
    parents: &'static str,
    cells: Vec<f64>,
    least: f64,
    hidden: Vec<f64>,
    ranges: Vec<(f64, f64)>,
}

fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let [parents, cells, least, hidden, low, high] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("a cell is missing: {line}")
        };
        let high = numbers(high).into_iter().map(|high| if high < 0.0 { f64::INFINITY } else { high });
        let ranges = numbers(low).into_iter().zip(high).collect();
        Row { parents, cells: numbers(cells), least: numbers(least)[0], hidden: numbers(hidden), ranges }
    };
    NUMBERS.lines().skip(1).map(row).collect()
}

fn numbers(words: &str) -> Vec<f64> {
    words.split_whitespace().map(|word| word.parse().expect("it is a number")).collect()
}

fn dimension(place: usize, parents: &str) -> Dimension {
    let parents = numbers(parents);
    let codes: Vec<String> = (0..=parents.len()).map(|number| format!("c{number}")).collect();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small whole numbers")]
    let parents = std::iter::once(None).chain(parents.into_iter().map(|parent| Some(parent as usize)));
    let categories: Vec<(&str, Option<usize>)> = codes.iter().map(String::as_str).zip(parents).collect();
    small_tables::dimension(&format!("d{place}"), &categories)
}

fn cube(parents: &str, cells: &[f64]) -> Cube {
    let dimensions: Vec<Dimension> =
        parents.split(';').enumerate().map(|(place, parents)| dimension(place, parents)).collect();
    let mut column = Column::unpublished(cells.len());
    cells.iter().enumerate().for_each(|(row, cell)| column.set(row, Figure::exact(*cell)));
    let measure = small_tables::count("barn", 0, dimensions.len());
    Cube { dimensions, measures: vec![measure], columns: vec![column], ..Cube::default() }
}

/// How many steps a cell's categories stand above those that have no parts.
fn level(cube: &Cube, row: usize) -> u32 {
    let height = |(it, category): (&Dimension, usize)| {
        fn of(it: &Dimension, category: usize) -> u32 {
            let parts = (0..it.categories.len()).filter(|part| it.categories[*part].parent == Some(category));
            parts.map(|part| 1 + of(it, part)).max().unwrap_or(0)
        }
        of(it, category)
    };
    cube.dimensions.iter().zip(cube.coordinates(row)).map(height).sum()
}

#[test]
fn what_is_hidden_costs_little_more_than_the_least_that_would_do() {
    let spec = Spec::default();
    let (mut ours, mut theirs, mut worst, mut n_best) = (0.0, 0.0, 1.0_f64, 0);
    let rows = rows();
    for Row { parents, cells, least, .. } in &rows {
        let (cells, least) = (cells.as_slice(), *least);
        let cube = cube(parents, cells);
        let done = protect(vec![cube.clone()], &spec).expect("it can be protected");
        let hidden = (0..cells.len()).filter(|row| done.cubes[0].columns[0].number(*row).is_none());
        let chosen = hidden.filter(|row| cells[*row] == 0.0 || cells[*row] >= 5.0);
        let cost: f64 = chosen.map(|row| spec.cost("barn", cells[row], level(&cube, row))).sum();
        assert!(cost >= least * (1.0 - 1e-9), "{parents}: {cost} is less than the least, {least}");
        println!(
            "{parents:>24} ours {cost:8.2} least {least:8.2} ratio {:.3}",
            if least > 0.0 { cost / least } else { 1.0 }
        );
        ours += cost;
        theirs += least;
        worst = worst.max(if least > 0.0 { cost / least } else { 1.0 });
        n_best += usize::from(cost <= least * (1.0 + 1e-9));
    }
    let n = rows.len();
    println!(
        "{n} tables: {ours:.1} against {theirs:.1}, {:.4} in all, {worst:.3} at worst, {n_best} at the least",
        ours / theirs
    );
    assert_eq!(n, 40);
    assert!(ours <= 1.25 * theirs, "{ours} against {theirs}");
    assert!(worst <= 2.0, "one table costs {worst} times the least");
}

#[test]
fn the_ranges_of_hidden_cells_are_those_of_another_solver() {
    for Row { parents, cells, hidden, ranges, .. } in rows() {
        let mut cube = cube(parents, &cells);
        for place in hidden {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small whole numbers")]
            cube.columns[0].set(place as usize, Figure::Absent(Absence::Suppressed));
        }
        let mut bounds = Bounds::of(&[&cube], Attack::default());
        assert_eq!(bounds.make_exact(64), 0, "{parents}");
        let found: Vec<(f64, f64)> = bounds.iter().map(|bound| (bound.range.low, bound.range.high)).collect();
        assert_eq!(found, ranges, "{parents}: {cells:?}");
    }
}
