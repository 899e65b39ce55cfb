//! Numbers in, numbers out: no text, no idea what the numbers are about.

pub mod classes;
pub mod interval;
pub mod nice;
pub mod wilson;
