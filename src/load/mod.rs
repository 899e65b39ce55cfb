//! From bytes to the model: one folder a format, and the complaints they share.

pub mod arrival;
pub mod complaint;
pub mod fault;
pub mod headlines;
pub mod jsonstat;
pub mod outlines;
