//! How fast hidden cells are bounded, natively: `cargo bench --bench bounds`. It prints what it finds: how many can be worked out.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use insyn::{
    bounds::{Attack, Bounds},
    load::jsonstat,
    model::cube::{Column, Cube},
};

#[path = "areas.rs"]
mod areas;
#[path = "shape.rs"]
mod shape;

use areas::{Random, table};

/// Counts under this are hidden.
const THRESHOLD: u64 = 5;

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
        let by_owner = table("ownership", 3, &counts, THRESHOLD, |area, owner| {
            vec![(area * 3 + owner) * 2, (area * 3 + owner) * 2 + 1]
        });
        let by_sex =
            table("sex", 2, &counts, THRESHOLD, |area, sex| (0..3).map(|owner| (area * 3 + owner) * 2 + sex).collect());
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
