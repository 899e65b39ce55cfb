//! Numbers in, numbers out: no text, no idea what the numbers are about.

pub mod interval;
pub mod wilson;
