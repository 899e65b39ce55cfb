//! Search in Explore: what a typed text may mean among datasets, measures, breakdowns, categories and places, and where a hit leads.

mod entries;
mod hits;
mod ways;

pub use entries::{Entry, entries, own_entries, place_entries};
pub use hits::{Found, Group, Hit, Kind, Target, known_places, search};
pub use ways::{at_place, next_choice};

#[cfg(test)]
mod tests;
