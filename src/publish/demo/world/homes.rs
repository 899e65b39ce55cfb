//! Homes: where, of which type, run by whom, and whom they take.

use super::{super::plan, places::Country};
use crate::publish::{
    data::demo::{
        draw::Draw,
        plan::{TYPES, takes},
        record::{HomeType, Ownership, Takes},
    },
    demo::records::Sheet,
};

/// A home.
#[derive(Clone, Debug)]
pub struct Home {
    /// Its key.
    pub id: String,
    /// Where it lies.
    pub municipality: String,
    /// What type it is of.
    pub home_type: HomeType,
    /// Who runs it.
    pub ownership: Ownership,
    /// Whom it takes.
    pub takes: Takes,
    /// How many children it has room for.
    pub places: u32,
}

/// All homes.
pub fn draw(draw: &mut Draw, country: &Country) -> Vec<Home> {
    let mut homes = Vec::new();
    for (code, size) in &country.municipalities {
        for _ in 0..*size {
            let home_type = draw.pick(&TYPES);
            homes.push(home(draw, homes.len(), code, home_type));
        }
    }
    for county in country.state_counties() {
        let inside: Vec<&String> =
            country.municipalities.iter().map(|(code, _)| code).filter(|code| code.starts_with(county)).collect();
        for _ in 0..plan::STATE_HOMES.1 {
            let place = draw.below(u32::try_from(inside.len()).unwrap_or(0)) as usize;
            if let Some(code) = inside.get(place) {
                homes.push(home(draw, homes.len(), code, HomeType::Sis));
            }
        }
    }
    homes
}

fn home(draw: &mut Draw, number: usize, municipality: &str, home_type: HomeType) -> Home {
    let (fewest, more) = plan::places(home_type);
    Home {
        id: format!("H{:04}", number + 1),
        municipality: municipality.to_owned(),
        home_type,
        ownership: draw.pick(plan::ownership(home_type)),
        takes: draw.pick(takes(home_type)),
        places: fewest + draw.below(more + 1),
    }
}

/// The records of homes.
pub fn sheet(homes: &[Home]) -> Sheet {
    let row = |home: &Home| {
        let own = [home.home_type.code(), home.ownership.code(), home.takes.code()].map(str::to_owned);
        let [home_type, ownership, takes] = own;
        vec![home.id.clone(), home.municipality.clone(), home_type, ownership, takes, home.places.to_string()]
    };
    let columns = &["home_id", "municipality", "type", "ownership", "takes", "places"];
    Sheet { name: "homes", columns, rows: homes.iter().map(row).collect() }
}
