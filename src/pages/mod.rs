//! One file for each address.

pub mod about;
#[cfg(feature = "explore")]
pub mod area;
#[cfg(feature = "explore")]
pub mod compare;
#[cfg(feature = "explore")]
pub mod explore;
#[cfg(feature = "explore")]
pub mod explorer;
pub mod glossary;
pub mod method;
pub mod not_found;
pub mod open;
pub mod start;
#[cfg(feature = "explore")]
pub mod theme;
