//! The demonstration data: a made-up country of homes, counted and protected as a publisher would.

pub mod cells;
pub mod draw;
pub mod plan;
pub mod protect;
pub mod record;
pub mod sums;
pub mod tally;
pub mod world;

use super::{
    draft::{Draft, fault},
    error::{Fault, FaultKind},
};
use cells::Cell;
use record::YEARS;
use sums::Table;
use tally::Key;

/// The measures that the generator fills, in the order of the file.
const MEASURES: [&str; 3] = ["inspected", "found", "care_days"];

/// Fills a draft whose recipe has the demonstration's dimensions and measures.
pub fn fill(draft: &mut Draft, seed: u128) -> Result<(), Fault> {
    let areas = codes(draft, "area")?;
    let areas: Vec<&str> = areas.iter().map(String::as_str).collect();
    let municipalities: Vec<&str> = areas.iter().copied().filter(|code| code.len() == 4).collect();
    let homes = world::homes(&municipalities, seed);
    let table = Table::new(&tally::count(&areas, &homes, cells::is_missing), &areas);
    let held_back: Vec<bool> = table.keys.iter().map(cells::is_held_back).collect();
    let hidden = protect::hidden(&table, &held_back);
    let measures = MEASURES.map(|id| {
        let found = draft.stored_measures().position(|measure| measure.id == id);
        found.ok_or_else(|| fault(&draft.recipe, FaultKind::UnknownMeasure(id.to_owned())))
    });
    for ((key, counts), is_hidden) in table.keys.iter().zip(&table.counts).zip(hidden) {
        let at = places(draft, key)?;
        let cells = cells::cells(key, counts, is_hidden);
        let in_order = [cells.inspected, cells.found, cells.care_days];
        for (measure, Cell { value, status }) in measures.iter().zip(in_order) {
            let position = draft.position(measure.clone()?, &at);
            if let Some(value) = value {
                draft.set(position, value.into());
            }
            if let Some(sign) = status {
                draft.status.insert(position, sign.to_owned());
            }
        }
    }
    Ok(())
}

fn codes(draft: &Draft, dimension: &str) -> Result<Vec<String>, Fault> {
    let place = draft.recipe.dimensions.iter().position(|dim| dim.id == dimension);
    let place = place.ok_or_else(|| fault(&draft.recipe, FaultKind::UnknownDimension(dimension.to_owned())))?;
    Ok(draft.categories[place].iter().map(|category| category.code.clone()).collect())
}

fn places(draft: &Draft, key: &Key) -> Result<Vec<usize>, Fault> {
    let place = |(dimension, categories): (&super::recipe::RecipeDimension, &Vec<super::recipe::RecipeCategory>)| {
        let code = match dimension.id.as_str() {
            "area" => key.area.as_str(),
            "period" => YEARS[key.year],
            "sex" => key.sex,
            "home_type" => key.home_type,
            "ownership" => key.ownership,
            _ => "",
        };
        let found = categories.iter().position(|category| category.code == code);
        found.ok_or_else(|| {
            let (dimension, code) = (dimension.id.clone(), code.to_owned());
            fault(&draft.recipe, FaultKind::UnknownCode { dimension, code })
        })
    };
    draft.recipe.dimensions.iter().zip(&draft.categories).map(place).collect()
}
