//! JSON-stat 2.0, the house's own format, with the profile `extension.insyn` for what the standard cannot say.

pub mod profile;
