//! Insyn: what the supervision of Swedish care for children has seen.

pub mod stats;

pub mod model;

pub mod load;

pub mod words;
