//! From bytes to the model: one folder a format, and the complaints they share.

#[cfg(feature = "formats")]
pub mod archive;
pub mod arrival;
pub mod complaint;
#[cfg(feature = "formats")]
pub mod csv;
#[cfg(feature = "formats")]
pub mod door;
#[cfg(feature = "formats")]
pub mod encoding;
pub mod fault;
pub mod headlines;
pub mod jsonstat;
pub mod limits;
pub mod outlines;
#[cfg(feature = "formats")]
pub mod package;
pub mod packed;
#[cfg(feature = "formats")]
pub mod px;
pub mod releases;
#[cfg(feature = "formats")]
pub mod table;
pub mod understood;
#[cfg(feature = "formats")]
pub mod workbook;
