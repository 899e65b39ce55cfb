//! What one can take away: a view as its address, a cube as a file.

pub mod address;
pub mod jsonstat;
pub mod packed;
