//! Questions put to a cleared cube: one cell, a break-down and its verdicts, two dimensions crossed, what may be asked together, sums, and linked views of many cells.

pub mod against;
pub mod answer;
pub mod breakdown;
pub mod clearance;
pub mod compared;
pub mod crossing;
pub mod difference;
pub mod drawn;
pub mod each;
pub mod fair;
pub mod flow;
pub mod judged;
pub mod limits;
pub mod linked;
pub mod pairing;
mod parting;
pub mod place;
pub mod question;
pub mod rank;
pub mod ranked;
pub mod searched;
pub mod series;
pub mod similar;
pub mod smoothed;
pub mod standard;
pub mod sum;
pub mod sums;
pub mod told;

pub use crate::model::parts;
