//! Who looks after each placed child: the municipality that placed it, the home, the state; and the two places that it belongs to.

use std::collections::HashMap;

use super::{super::plan, care::Care, homes::Home, yes};
use crate::publish::{data::demo::draw::Draw, demo::records::Sheet};

/// The layers of control, and all of them together.
const LAYERS: [&str; 4] = ["kommun", "hem", "stat", "alla"];
/// The two places: where the municipality lies that placed the child, and where the home does.
const SIDES: [&str; 2] = ["placerande", "hemmet"];

/// A row for each child and each layer: whether that reached the child. And a row for each child and each of its two places.
pub fn draw(lots: &mut Draw, homes: &[Home], care: &Care) -> [Sheet; 2] {
    let mut controls = Sheet::new("controls", &["child_id", "distance", "layer", "reached"]);
    let mut sides = Sheet::new("sides", &["child_id", "year", "side", "municipality", "across"]);
    let by_id: HashMap<&str, &Home> = homes.iter().map(|home| (home.id.as_str(), home)).collect();
    let mut years: HashMap<(&str, String), [bool; 2]> = HashMap::new();
    for it in &care.years {
        if let Some(home) = homes.get(it.home) {
            let is_monitored = lots.happens(plan::SELF_MONITORED);
            years.insert((home.id.as_str(), it.year.to_string()), [is_monitored, it.is_inspected]);
        }
    }
    for row in &care.children.rows {
        let of = |column| care.children.cell(row, column);
        let Some(home) = by_id.get(of("home_id")) else { continue };
        let places = [of("placed_by"), home.municipality.as_str()];
        let is_across = places[0].get(..2) != places[1].get(..2);
        let (of_all, fewer) = plan::FOLLOWED_UP;
        let is_followed_up = lots.happens(of_all - if is_across { fewer } else { 0 });
        let year = of("year").to_owned();
        let [is_monitored, is_inspected] = years.get(&(home.id.as_str(), year)).copied().unwrap_or_default();
        let is_reached = [is_followed_up, is_monitored, is_inspected, is_followed_up && is_monitored && is_inspected];
        let distance = if is_across { "utom" } else { "inom" };
        for (layer, is_reached) in LAYERS.into_iter().zip(is_reached) {
            controls.rows.push([of("child_id"), distance, layer, &yes(is_reached)].map(str::to_owned).to_vec());
        }
        for (side, municipality) in SIDES.into_iter().zip(places) {
            let row = [of("child_id"), of("year"), side, municipality, &yes(is_across)];
            sides.rows.push(row.map(str::to_owned).to_vec());
        }
    }
    [controls, sides]
}
