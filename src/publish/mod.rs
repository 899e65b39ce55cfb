//! What a publisher does before anybody reads: makes the files that the page opens, and looks into them.

pub mod convert;
pub mod data;
pub mod inspect;
