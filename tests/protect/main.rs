//! What is hidden, and that it stays so: `insyn protect` and `insyn check`.

#[path = "../bench/areas.rs"]
mod areas;
mod big;
mod command;
mod properties;
mod rules;
#[path = "../small_tables/mod.rs"]
mod small_tables;
mod suppression;
mod tables;
