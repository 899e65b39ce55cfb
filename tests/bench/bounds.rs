//! How fast hidden cells are bounded, natively: `cargo bench --bench bounds`. It prints what it finds: how many can be worked out.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use insyn::{
    bounds::{Attack, Bounds},
    load::jsonstat,
    model::{
        area::Level,
        cube::{Column, Cube},
        dimension::{Category, Dimension, DimensionKind},
        figure::{Absence, Figure},
        measure::{Measure, MeasureKind, ProtectedUnit},
        text::{Language, Text},
    },
};

#[path = "shape.rs"]
mod shape;

/// Counts under this are hidden.
const THRESHOLD: u64 = 5;

/// Municipalities in each of 21 counties: 290 in all.
const COUNTIES: [usize; 21] = [26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14];

fn main() {
    println!(
        "{:>40} {:>8} {:>7} {:>9} {:>9} {:>8} {:>8} {:>6}",
        "tables", "cells", "hidden", "relations", "ms", "exactly", "narrow", "whole"
    );
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for mean in [40, 12] {
        let mut count = |_| {
            let most = 1 + random.below(mean);
            random.below(most)
        };
        let counts: Vec<u64> = (0..290 * 3 * 2).map(&mut count).collect();
        // A cell is area, owner, sex: table 1 sums over sexes, table 2 over owners.
        let by_owner =
            table("ownership", 3, &counts, |area, owner| vec![(area * 3 + owner) * 2, (area * 3 + owner) * 2 + 1]);
        let by_sex = table("sex", 2, &counts, |area, sex| (0..3).map(|owner| (area * 3 + owner) * 2 + sex).collect());
        report(&format!("290 × 3 owners, counts to {mean}"), &[&by_owner]);
        report(&format!("290 × 3 owners and 290 × 2 sexes, to {mean}"), &[&by_owner, &by_sex]);
        for most in [64, 256] {
            let mut bounds = Bounds::of(&[&by_owner, &by_sex], Attack::default());
            let (time, n_left) = timed(|| bounds.make_exact(most));
            let (exactly, narrow) = found(&bounds);
            println!(
                "{:>40} {:>8} {:>7} {n_left:>9} {:>9.1} {exactly:>8} {narrow:>8}",
                format!("… exact to {most} cells, left"),
                "",
                bounds.iter().count(),
                ms(time)
            );
        }
    }
    let demo = include_bytes!("../../public/data/demo.json");
    let (demo, _) = jsonstat::read(demo, "demo");
    report("the demonstration data", &[&demo.expect("it can be read")]);
    for (name, share) in [("1 M cells, nothing hidden", 0), ("1 M cells, 30 % hidden, no totals", 30)] {
        report(name, &[&shape::cube(shape::SHAPES[1].1, share)]);
    }
    for share in [0, 2, 30] {
        let mut cube = shape::cube(shape::SHAPES[1].1, share);
        for dimension in cube.dimensions.iter_mut().skip(1) {
            dimension.total = Some(0);
        }
        // Its figures do not add up: every sum is looked at, few hold.
        report(&format!("1 M cells, {share} % hidden, six totals"), &[&cube]);
    }
}

fn report(name: &str, cubes: &[&Cube]) {
    let mut times: Vec<Duration> = Vec::new();
    for _ in 0..5 {
        times.push(timed(|| black_box(Bounds::of(cubes, Attack::default()))).0);
    }
    times.sort();
    let bounds = Bounds::of(cubes, Attack::default());
    let n_cells: usize = cubes.iter().flat_map(|cube| &cube.columns).map(Column::len).sum();
    let (exactly, narrow) = found(&bounds);
    println!(
        "{name:>40} {n_cells:>8} {:>7} {:>9} {:>9.1} {exactly:>8} {narrow:>8} {:>6}",
        bounds.iter().count(),
        bounds.n_relations(),
        ms(times[2]),
        bounds.is_whole()
    );
}

/// How many are known exactly, and how many to less than counts under the threshold.
fn found(bounds: &Bounds) -> (usize, usize) {
    let widths = || bounds.iter().map(|bound| bound.range.width());
    let least = (THRESHOLD - 1) as f64;
    (widths().filter(|width| *width == 0.0).count(), widths().filter(|width| *width < least).count())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::disallowed_methods, reason = "it runs natively, and the clock is what it is about")]
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}

/// A small generator of its own: the same cells on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) % below
    }
}

/// Nation, counties and municipalities by one more dimension with its total; small counts hidden, and nothing more.
fn table(id: &str, n: usize, counts: &[u64], leaves: impl Fn(usize, usize) -> Vec<usize>) -> Cube {
    let category = |code: String, parent: Option<usize>, level: Option<Level>| Category {
        label: Text::new(Language::Swedish, &code),
        code,
        parent,
        level,
        notes: Vec::new(),
    };
    let dimension = |id: &str, categories: Vec<Category>| Dimension {
        id: id.to_owned(),
        label: Text::new(Language::Swedish, id),
        kind: DimensionKind::from_id(id),
        categories,
        total: Some(0),
        is_multi_response: false,
        is_ordered: false,
        breaks: Vec::new(),
        notes: Vec::new(),
    };
    let codes = [
        "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
        "23", "24", "25",
    ];
    let mut areas = vec![category("00".to_owned(), None, Some(Level::Nation))];
    let mut inside: Vec<Vec<usize>> = vec![(0..290).collect()];
    let mut first = 0;
    for (code, size) in codes.iter().zip(COUNTIES) {
        areas.push(category((*code).to_owned(), Some(0), Some(Level::County)));
        inside.push((first..first + size).collect());
        let county = areas.len() - 1;
        for number in 0..size {
            areas.push(category(format!("{code}{:02}", number + 10), Some(county), Some(Level::Municipality)));
            inside.push(vec![first + number]);
        }
        first += size;
    }
    let mut categories = vec![category("T".to_owned(), None, None)];
    categories.extend((0..n).map(|place| category(format!("{id}{place}"), None, None)));
    let dimensions = vec![dimension("area", areas), dimension(id, categories)];
    let mut column = Column::unpublished(inside.len() * (n + 1));
    for (area, inside) in inside.iter().enumerate() {
        for other in 0..=n {
            let others = if other == 0 { 0..n } else { other - 1..other };
            let cells = inside.iter().flat_map(|area| others.clone().flat_map(|other| leaves(*area, other)));
            let sum: u64 = cells.map(|leaf| counts[leaf]).sum();
            let is_hidden = (1..THRESHOLD).contains(&sum);
            let figure = if is_hidden { Figure::Absent(Absence::Suppressed) } else { Figure::exact(sum as f64) };
            column.set(area * (n + 1) + other, figure);
        }
    }
    let measure = Measure {
        id: "children".to_owned(),
        label: Text::new(Language::Swedish, "Barn"),
        kind: MeasureKind::Count,
        unit: Text::new(Language::Swedish, "barn"),
        column: Some(0),
        ratio: None,
        polarity: Default::default(),
        decimals: 0,
        protected_unit: ProtectedUnit::Child,
        additive_over: vec![0, 1],
        notes: Vec::new(),
    };
    Cube { dimensions, measures: vec![measure], columns: vec![column], ..Cube::default() }
}
