//! One file for each address.

pub mod about;
pub mod explore;
pub mod explorer;
pub mod method;
pub mod not_found;
pub mod open;
pub mod start;
