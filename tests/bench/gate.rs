//! How long the gate takes beside reading the file, natively: `cargo bench --bench gate`. Budget: twice the reading, all checks.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use insyn::{
    export::jsonstat as written,
    gate,
    load::jsonstat,
    model::{
        cube::{Column, Cube},
        dataset::Disclosure,
        figure::{Absence, Figure},
        measure::ProtectedUnit,
    },
};

#[path = "shape.rs"]
mod shape;

/// Counts under this are hidden.
const THRESHOLD: u32 = 5;

fn main() {
    println!(
        "{:>44} {:>9} {:>8} {:>9} {:>9} {:>6}  outcome",
        "table", "cells", "hidden", "read, ms", "gate, ms", "ratio"
    );
    // With totals in every dimension but areas and years the last shape has a million cells.
    let small = shape::SHAPES[1].1;
    for (name, mean, share) in [
        ("no small counts, nothing hidden", 500, 0),
        ("no small counts, 2 % hidden", 500, 2),
        ("no small counts, 20 % hidden", 500, 20),
        ("small counts hidden, and nothing more", 40, 0),
        ("small counts hidden, and 20 % more", 40, 20),
    ] {
        report(name, &table(small, mean, share));
    }
    let demo = include_bytes!("../../public/data/demo.json");
    let (demo, _) = jsonstat::read(demo, "demo");
    report("the demonstration data", &demo.expect("it can be read"));
}

fn report(name: &str, cube: &Cube) {
    let text = written::write(cube);
    let reading = median(|| drop(black_box(jsonstat::read(&text, "t"))));
    let n_cells: usize = cube.columns.iter().map(Column::len).sum();
    let n_hidden: usize = cube.columns.iter().map(|column| column.tally(0..column.len()).1).sum();
    let mut outcome = String::new();
    let mut times: Vec<Duration> = (0..3)
        .map(|_| {
            let cube = cube.clone();
            let (time, admitted) = timed(|| gate::admit(cube));
            outcome = match &admitted {
                Ok(cleared) => format!("let in, not checked: {:?}", cleared.receipt().not_checked),
                Err(refusal) => format!("refused, {} reasons", refusal.reasons.len() + refusal.n_unlisted),
            };
            time
        })
        .collect();
    times.sort();
    let gate = times[1];
    println!(
        "{name:>44} {n_cells:>9} {n_hidden:>8} {:>9.1} {:>9.1} {:>6.2}  {outcome}",
        ms(reading),
        ms(gate),
        gate.as_secs_f64() / reading.as_secs_f64()
    );
}

/// A table in which all sums hold: the first category of each small dimension is its total. Small counts hide, and so many per cent more.
fn table(small: &[usize], mean: u32, share: u32) -> Cube {
    let mut cube = shape::cube(small, 0);
    cube.measures.truncate(1);
    cube.columns.truncate(1);
    cube.dataset.disclosure = Some(Disclosure { threshold: Some(THRESHOLD), ..Disclosure::default() });
    cube.measures[0].protected_unit = ProtectedUnit::Child;
    cube.measures[0].additive_over = (2..cube.dimensions.len()).collect();
    let sizes: Vec<usize> = cube.dimensions.iter().map(|dimension| dimension.categories.len()).collect();
    let n_rows: usize = sizes.iter().product();
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    let least = if mean > 100 { u64::from(THRESHOLD) } else { 0 };
    let mut values: Vec<u64> = (0..n_rows).map(|_| least + random.below(u64::from(mean))).collect();
    let mut stride = 1;
    for (place, size) in sizes.iter().enumerate().rev() {
        if place >= 2 {
            cube.dimensions[place].total = Some(0);
            for row in (0..n_rows).filter(|row| row / stride % size == 0) {
                values[row] = (1..*size).map(|category| values[row + category * stride]).sum();
            }
        }
        stride *= size;
    }
    for (row, value) in values.iter().enumerate() {
        let is_hidden = (1..u64::from(THRESHOLD)).contains(value) || random.below(100) < u64::from(share);
        let figure = if is_hidden { Figure::Absent(Absence::Suppressed) } else { Figure::exact(*value as f64) };
        cube.columns[0].set(row, figure);
    }
    cube
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..3).map(|_| timed(&mut work).0).collect();
    times.sort();
    times[1]
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
