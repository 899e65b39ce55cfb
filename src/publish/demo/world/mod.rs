//! The made-up country: homes and what happens in them, cases and what is wrong with them, and what the inspectorate does about both.

mod about;
mod care;
mod cases;
mod control;
mod decisions;
mod homes;
mod places;
mod supervision;
mod together;

pub use places::{Country, Planted};

use super::{plan::YEARS, records::Sheet};
use crate::publish::data::demo::draw::Draw;

/// All records of the country that this seed makes.
pub fn records(seed: u64) -> Vec<Sheet> {
    let mut draw = Draw::new(seed.into());
    let country = Country::draw(&mut draw);
    let homes = homes::draw(&mut draw, &country);
    let planted = country.planted(&homes);
    let mut decisions = decisions::Decisions::default();
    let care = care::draw(&mut draw, &country, &planted, &homes);
    let inspections = supervision::draw(&mut draw, &homes, &care, &mut decisions);
    // What was added later is drawn apart, so that it changes nothing else.
    let lots = |stream| Draw::of_stream(seed.into(), stream);
    let mut of_cases = cases::Lots { together: lots(2), child: lots(3) };
    let [cases, steps, pairs] = cases::draw(&mut draw, &mut of_cases, &country, &mut decisions);
    let limits = about::limits(&mut lots(4), &cases);
    let concerns = about::concerns(&mut lots(5), &cases);
    let [controls, sides] = control::draw(&mut lots(6), &homes, &care);
    let years = YEARS.iter().map(|year| vec![year.to_string()]).collect();
    let care::Care { years: home_years, children, events, answers } = care;
    vec![
        Sheet { name: "years", columns: &["year"], rows: years },
        country.sheet(),
        homes::sheet(&homes),
        supervision::home_years(&homes, &home_years),
        inspections,
        children,
        events,
        answers,
        cases,
        steps,
        pairs,
        limits,
        concerns,
        controls,
        sides,
        decisions.sheet(),
    ]
}

/// What is planted in the country that this seed makes.
pub fn planted(seed: u64) -> Planted {
    let mut draw = Draw::new(seed.into());
    let country = Country::draw(&mut draw);
    let homes = homes::draw(&mut draw, &country);
    country.planted(&homes)
}

/// Several codes in one column.
fn joined(codes: &[&str]) -> String {
    codes.join(super::records::SEPARATOR)
}

/// Yes or no.
fn yes(is: bool) -> String {
    if is { "1" } else { "0" }.to_owned()
}

/// A day of this year, drawn by lot.
fn day(draw: &mut Draw, year: u16) -> String {
    let (month, day) = (1 + draw.below(12), 1 + draw.below(28));
    format!("{year}-{month:02}-{day:02}")
}

/// Each of these codes in so many of a hundred; in the order of the list.
fn some_of<'c>(draw: &mut Draw, weighted: &[(&'c str, u32)]) -> Vec<&'c str> {
    weighted.iter().filter(|(_, percent)| draw.happens(percent * 10)).map(|(code, _)| *code).collect()
}
