//! What a publisher does before anybody reads: fetches from the sources, makes the files that the page opens, and looks into them.

pub mod check;
pub mod convert;
pub mod data;
pub mod fetch;
pub mod inspect;
pub mod protect;

mod open;
