//! From bytes to the model: one folder a format, and the complaints they share.

pub mod arrival;
pub mod complaint;
#[cfg(feature = "formats")]
pub mod door;
#[cfg(feature = "formats")]
pub mod encoding;
pub mod fault;
pub mod headlines;
pub mod jsonstat;
pub mod limits;
pub mod outlines;
pub mod packed;
#[cfg(feature = "formats")]
pub mod px;
pub mod understood;
