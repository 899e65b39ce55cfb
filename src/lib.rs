//! Insyn: what the supervision of Swedish care for children has seen.

pub mod model;

pub mod load;

#[cfg(feature = "cli")]
pub mod publish;
