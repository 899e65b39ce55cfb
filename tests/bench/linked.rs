//! How fast linked views are, natively: `cargo bench --bench linked`. Each number is a median; every answer is checked against a plain scan.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use insyn::{
    gate,
    model::{
        area::Level,
        cube::{Column, Cube},
        dataset::Disclosure,
        dimension::{Category, Dimension, DimensionKind},
        figure::{Absence, Figure},
        measure::{Measure, MeasureKind, ProtectedUnit},
        text::{Language, Text},
    },
    query::linked::{
        Linked,
        scope::{Counted, Scope},
    },
};

/// The shape of a table on supervision: 290 municipalities in 21 counties, 10 years, and small dimensions as many as it takes.
const SHAPES: [(&str, &[usize]); 3] = [("100 k", &[2, 3, 6]), ("1 M", &[2, 3, 5, 4, 3]), ("10 M", &[2, 3, 6, 10, 10])];

const N_AREAS: usize = 290;
const N_COUNTIES: usize = 21;
const N_YEARS: usize = 10;

fn main() {
    println!(
        "{:>22} {:>9} {:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>7}",
        "cells", "build", "first", "one", "toggle", "dim.worst", "drag", "grab", "B/cell", "scan"
    );
    println!(
        "{:>22} {:>9} {:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>7} {:>7}",
        "", "ms", "ms", "ms", "ms", "ms", "ms", "ms", "index", "ms"
    );
    let wanted = std::env::args().nth(1).filter(|wanted| !wanted.starts_with('-'));
    for (name, small) in SHAPES {
        if wanted.as_ref().is_some_and(|wanted| !name.starts_with(wanted.as_str())) {
            continue;
        }
        for share_hidden in [0, 30] {
            measure(name, small, share_hidden);
        }
    }
}

fn measure(name: &str, small: &[usize], share_hidden: u32) {
    let cube = cube(small, share_hidden);
    let n_cells = cube.n_rows().expect("it fits");
    let cleared = gate::admit(cube).expect("nothing in it is protected");
    let cube = cleared.cube();
    let dimensions: Vec<usize> = (0..cube.dimensions.len()).collect();
    let counted = |measure| Counted { measure, at: Vec::new() };
    let scope = Scope {
        counted: vec![counted(0), counted(1)],
        at: vec![0; dimensions.len()],
        dimensions: dimensions.clone(),
        level: Some(Level::Municipality),
    };
    let build = median(3, || timed(|| Linked::build(&cleared, &scope).expect("it can be linked")).0);
    let (_, mut linked) = timed(|| Linked::build(&cleared, &scope).expect("it can be linked"));
    let (first, ()) = timed(|| {
        black_box(linked.group_bys().all(0));
    });
    check(cube, &mut linked, &scope, None);

    // One choice changed: of all categories the first half, one alone, and all again; the median over all dimensions and these.
    let mut changes = Vec::new();
    let mut toggles = Vec::new();
    let mut worst = Duration::ZERO;
    for &dimension in &dimensions {
        let leaves = linked.leaves(dimension).to_vec();
        let half = &leaves[..leaves.len().div_ceil(2)];
        let one = &leaves[leaves.len() / 2..=leaves.len() / 2];
        let mut of_dimension = Vec::new();
        for _ in 0..5 {
            for wanted in [half, one, &leaves] {
                of_dimension.push(change(&mut linked, dimension, wanted));
            }
            toggles.push(change(&mut linked, dimension, &leaves[1..]));
            toggles.push(change(&mut linked, dimension, &leaves));
        }
        of_dimension.sort();
        worst = worst.max(of_dimension[of_dimension.len() / 2]);
        changes.extend(of_dimension);
        linked.choose(dimension, half).expect("they are there");
        check(cube, &mut linked, &scope, Some((dimension, half)));
        linked.choose(dimension, &leaves).expect("they are there");
    }

    // Dragging along the years, and along the areas.
    let mut drags = Vec::new();
    let mut grabs = Vec::new();
    for dimension in [0, 1] {
        let leaves = linked.leaves(dimension).to_vec();
        grabs.push(timed(|| linked.grab(dimension)).0);
        for _ in 0..20 {
            for width in [leaves.len() / 4 + 1, leaves.len() / 2] {
                for begin in 0..leaves.len() - width {
                    drags.push(change(&mut linked, dimension, &leaves[begin..begin + width]));
                }
            }
        }
        check(
            cube,
            &mut linked,
            &scope,
            Some((dimension, &leaves[leaves.len() - leaves.len() / 2 - 1..leaves.len() - 1])),
        );
        linked.choose(dimension, &leaves).expect("they are there");
    }
    let scan = median(3, || timed(|| black_box(plain_scan(cube, &scope, None))).0);
    let label = format!("{name}, {share_hidden} % hidden");
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{label:>22} {:>9.1} {:>8.2} {:>9.3} {:>9.3} {:>9.3} {:>9.5} {:>9.3} {:>7.1} {:>7.0}",
        ms(build),
        ms(first),
        ms(middle(changes)),
        ms(middle(toggles)),
        ms(worst),
        ms(middle(drags)),
        ms(middle(grabs)),
        linked.n_bytes() as f64 / n_cells as f64,
        ms(scan),
    );
}

fn change(linked: &mut Linked, dimension: usize, wanted: &[usize]) -> Duration {
    let (time, ()) = timed(|| {
        linked.choose(dimension, wanted).expect("they are there");
        black_box(linked.group_bys().all(0));
    });
    time
}

#[expect(clippy::disallowed_methods, reason = "it runs natively, and the clock is what it is about")]
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

fn median(n: usize, mut time: impl FnMut() -> Duration) -> Duration {
    middle((0..n).map(|_| time()).collect())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// The known sum and the number hidden of each leaf of each dimension, by one plain pass over all cells.
fn plain_scan(cube: &Cube, scope: &Scope, chosen: Option<(usize, &[usize])>) -> Vec<Vec<(u64, u64)>> {
    let mut groups: Vec<Vec<(u64, u64)>> = cube.dimensions.iter().map(|it| vec![(0, 0); it.categories.len()]).collect();
    let mut at = vec![0; cube.dimensions.len()];
    let column = &cube.columns[scope.counted[0].measure];
    for row in 0..column.len() {
        let is_in = chosen.is_none_or(|(dimension, chosen)| chosen.contains(&at[dimension]));
        let (known, hidden) = match column.summand(row) {
            insyn::model::cube::Summand::Number(number) => (number as u64, 0),
            insyn::model::cube::Summand::Hidden => (0, 1),
            _ => (0, 0),
        };
        for (dimension, groups) in groups.iter_mut().enumerate() {
            if is_in || chosen.is_some_and(|(own, _)| own == dimension) {
                let group = &mut groups[at[dimension]];
                group.0 += known;
                group.1 += hidden;
            }
        }
        for (place, dimension) in at.iter_mut().zip(&cube.dimensions).rev() {
            *place += 1;
            if *place < dimension.categories.len() {
                break;
            }
            *place = 0;
        }
    }
    groups
}

fn check(cube: &Cube, linked: &mut Linked, scope: &Scope, chosen: Option<(usize, &[usize])>) {
    let wanted = plain_scan(cube, scope, chosen);
    let groups = linked.group_bys();
    for (dimension, wanted) in wanted.iter().enumerate() {
        for (category, wanted) in wanted.iter().enumerate() {
            let it = &cube.dimensions[dimension].categories[category];
            if it.level == Some(Level::County) {
                continue;
            }
            let group = groups.of(dimension, category, 0).expect("there are cells");
            assert_eq!((group.known, group.n_hidden), *wanted, "dimension {dimension}, category {category}");
        }
    }
}

fn cube(small: &[usize], share_hidden: u32) -> Cube {
    let category = |code: String, parent: Option<usize>, level: Option<Level>| Category {
        label: Text::new(Language::Swedish, &code),
        code,
        parent,
        level,
        notes: Vec::new(),
    };
    let dimension = |id: &str, kind: DimensionKind, categories: Vec<Category>| Dimension {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        kind,
        categories,
        total: None,
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    };
    let area = |area: usize| category(format!("{:04}", area + 100), None, Some(Level::Municipality));
    let _ = N_COUNTIES;
    let areas = (0..N_AREAS).map(area).collect();
    let years = (0..N_YEARS).map(|year| category(format!("{}", 2013 + year), None, None)).collect();
    let mut dimensions =
        vec![dimension("area", DimensionKind::Area, areas), dimension("period", DimensionKind::Period, years)];
    for (number, n) in small.iter().enumerate() {
        let categories = (0..*n).map(|place| category(format!("k{place}"), None, None)).collect();
        dimensions.push(dimension(&format!("d{number}"), DimensionKind::Other(format!("d{number}")), categories));
    }
    let n_rows = dimensions.iter().map(|dimension| dimension.categories.len()).product();
    let measure = |column: usize| Measure {
        id: format!("m{column}"),
        label: Text::new(Language::Swedish, "Antal"),
        kind: MeasureKind::Count,
        unit: Text::new(Language::Swedish, "hem"),
        column: Some(column),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::None,
        additive_over: (0..dimensions.len()).collect(),
        notes: Vec::new(),
    };
    // A small generator of its own: the same cells on every machine.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: u32| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        u32::try_from((state >> 33) % u64::from(below)).expect("it is below")
    };
    let (mut above, mut below) = (Column::unpublished(n_rows), Column::unpublished(n_rows));
    for row in 0..n_rows {
        let n = random(500);
        below.set(row, Figure::exact(f64::from(n)));
        let is_hidden = random(100) < share_hidden;
        let found = Figure::exact(f64::from(random(n + 1)));
        above.set(row, if is_hidden { Figure::Absent(Absence::Suppressed) } else { found });
    }
    let mut cube =
        Cube { measures: vec![measure(0), measure(1)], dimensions, columns: vec![above, below], ..Cube::default() };
    cube.dataset.disclosure = Some(Disclosure { threshold: Some(5), ..Disclosure::default() });
    cube
}
