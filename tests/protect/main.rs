//! What is hidden, and that it stays so: `insyn protect` and `insyn check`.

#[path = "../bench/areas.rs"]
mod areas;
mod big;
mod command;
mod properties;
mod rules;
mod suppression;
mod tables;
