//! What a publisher does before anybody reads: fetches from the sources, counts records, makes the files that the page opens, and looks into them.

pub mod aggregate;
pub mod check;
pub mod convert;
pub mod data;
pub mod demo;
pub mod fetch;
pub mod inspect;
pub mod protect;
pub mod site;

mod open;
mod packed;
