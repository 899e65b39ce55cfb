//! `insyn demo`: made-up records of homes, children and cases, counted and protected as a publisher would.

pub mod command;
pub mod make;
pub mod plan;
pub mod records;
pub mod world;
