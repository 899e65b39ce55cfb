//! Questions put to a cleared cube: one cell, a break-down, what may be asked together.

pub mod answer;
pub mod breakdown;
pub mod clearance;
pub mod question;
