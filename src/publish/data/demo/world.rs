//! The made-up country: homes in every municipality, and their inspections.

use super::{
    draw::Draw,
    plan,
    record::{Home, HomeType, Inspection, YEARS},
};

/// Every home of the made-up country that this seed makes.
pub fn homes(municipalities: &[&str], seed: u128) -> Vec<Home> {
    let mut draw = Draw::new(seed);
    let mut homes = Vec::new();
    for code in municipalities {
        for _ in 0..n_homes(&mut draw, code) {
            let home_type = draw.pick(&plan::TYPES);
            homes.push(home(&mut draw, code, home_type));
        }
    }
    let (counties, n_each) = plan::STATE_HOMES;
    for county in counties {
        let inside: Vec<&&str> = municipalities.iter().filter(|code| code.starts_with(county)).collect();
        let n_inside = u32::try_from(inside.len()).unwrap_or(0);
        for _ in 0..n_each {
            let place = draw.below(n_inside) as usize;
            if let Some(code) = inside.get(place) {
                homes.push(home(&mut draw, code, HomeType::Sis));
            }
        }
    }
    homes
}

/// How many homes a municipality has. Its size is guessed from its code alone: the three largest cities, the seats
/// of the counties (…80), the old towns (…81 and on), the suburbs of Stockholm, the rest.
fn n_homes(draw: &mut Draw, code: &str) -> u32 {
    let is_planted = plan::HIGHER.0.contains(&code) || plan::LOWER.0 == code;
    let (county, number) = code.split_at(2);
    match (county, number) {
        _ if is_planted => plan::N_HOMES_PLANTED,
        ("01", "80") => 190,
        ("14", "80") => 150,
        ("12", "80") => 110,
        (_, "80") => 26 + draw.below(40),
        (_, number) if number > "80" => 6 + draw.below(22).min(draw.below(22)),
        ("01", _) => 8 + draw.below(24),
        _ => draw.below(15).min(draw.below(15)),
    }
}

fn home(draw: &mut Draw, municipality: &str, home_type: HomeType) -> Home {
    let ownership = draw.pick(plan::ownership(home_type));
    let takes = draw.pick(plan::takes(home_type));
    let (fewest, more) = plan::places(home_type);
    let places = fewest + draw.below(more + 1);
    let mut inspections = [None; YEARS.len()];
    for (year, inspection) in inspections.iter_mut().enumerate() {
        let is_inspected = draw.happens(920);
        let is_found = draw.happens(per_mille(municipality, home_type, year));
        let occupancy_pct = 60 + draw.below(36);
        *inspection = is_inspected.then_some(Inspection { is_found, care_days: places * 365 * occupancy_pct / 100 });
    }
    Home { municipality: municipality.to_owned(), home_type, ownership, takes, inspections }
}

/// Findings in a thousand inspections. Who runs the home and whom it takes are not asked for: they have no effect.
fn per_mille(municipality: &str, home_type: HomeType, year: usize) -> u32 {
    let (first_year, wider) = plan::BREAK;
    let mut chance = plan::per_mille(home_type);
    if year >= first_year {
        chance += wider;
    }
    if plan::HIGHER.0.contains(&municipality) {
        chance += plan::HIGHER.1;
    }
    if plan::LOWER.0 == municipality {
        chance = chance.saturating_sub(plan::LOWER.1);
    }
    chance
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_type_place_and_year_have_an_effect() {
        let before = per_mille("0114", HomeType::Hvb, 1);
        assert_eq!(before, plan::per_mille(HomeType::Hvb));
        assert!(per_mille("0114", HomeType::Hvb, 2) > before);
        assert!(per_mille(plan::HIGHER.0[0], HomeType::Hvb, 1) > before);
        assert!(per_mille(plan::LOWER.0, HomeType::Hvb, 1) < before);
    }
}
