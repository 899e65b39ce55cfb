//! How long protecting takes and how much it hides, natively: `cargo bench --bench protect`.

use std::time::{Duration, Instant};

use insyn::{
    bounds::{Attack, Bounds},
    model::cube::Cube,
    publish::protect::{protect, rules::Rule, spec::Spec},
};

#[path = "areas.rs"]
mod areas;

use areas::{Random, table};

fn main() {
    println!(
        "{:>44} {:>8} {:>7} {:>7} {:>10} {:>9} {:>9} {:>8}",
        "tables", "cells", "small", "more", "kept, %", "ms", "exactly", "narrow"
    );
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for mean in [200, 40, 12] {
        let mut count = |_| {
            let most = 1 + random.below(mean);
            random.below(most)
        };
        let counts: Vec<u64> = (0..290 * 3 * 2).map(&mut count).collect();
        // A cell is area, owner, sex: table 1 sums over sexes, table 2 over owners.
        let by_owner =
            table("ownership", 3, &counts, 0, |area, owner| vec![(area * 3 + owner) * 2, (area * 3 + owner) * 2 + 1]);
        let by_sex =
            table("sex", 2, &counts, 0, |area, sex| (0..3).map(|owner| (area * 3 + owner) * 2 + sex).collect());
        report(&format!("290 × 3 owners, counts to {mean}"), vec![by_owner.clone()]);
        report(&format!("290 × 3 owners and 290 × 2 sexes, to {mean}"), vec![by_owner, by_sex]);
    }
}

fn report(name: &str, cubes: Vec<Cube>) {
    let (time, done) = timed(|| protect(cubes, &Spec::default()));
    let done = match done {
        Ok(done) => done,
        Err(why) => return println!("{name:>44} {why:?}"),
    };
    let tables: Vec<&Cube> = done.cubes.iter().collect();
    let bounds = Bounds::of(&tables, Attack { presumes_sums: true, ..Attack::default() });
    let widths = || bounds.iter().map(|bound| bound.range.width());
    let n = |rule| done.report.hidden.get(&rule).copied().unwrap_or(0);
    println!(
        "{name:>44} {:>8} {:>7} {:>7} {:>10.1} {:>9.0} {:>9} {:>8}",
        done.report.n_cells,
        n(Rule::Small),
        n(Rule::Complementary),
        100.0 * done.report.kept,
        time.as_secs_f64() * 1e3,
        widths().filter(|width| *width == 0.0).count(),
        widths().filter(|width| *width < 4.0).count(),
    );
}

#[expect(clippy::disallowed_methods, reason = "it runs natively, and the clock is what it is about")]
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let done = work();
    (start.elapsed(), done)
}
