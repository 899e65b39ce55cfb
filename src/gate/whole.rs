//! The rules that look further than one cell: what all cells together tell, who stands behind them, what sort of file it is.

pub mod contributors;
pub mod groups;
mod hidden;
mod homes;
mod records;
mod way;

use super::findings::Findings;
use crate::model::cube::Cube;

/// Checks each cube by itself, and then all together, with what was published earlier.
pub async fn check(cubes: &[Cube], earlier: &[Cube], found: &mut [Findings], pause: &impl AsyncFn()) {
    for (cube, findings) in cubes.iter().zip(found.iter_mut()) {
        groups::check(cube, findings, pause).await;
        contributors::check(cube, findings, pause).await;
        records::check(cube, findings, pause).await;
        homes::check(cube, findings);
    }
    let all: Vec<&Cube> = cubes.iter().chain(earlier).collect();
    hidden::check(&all, cubes.len(), found, pause).await;
}
