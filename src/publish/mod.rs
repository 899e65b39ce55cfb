//! What a publisher does before anybody reads: makes the files that the page opens.

pub mod data;
