//! What one can take away: a view as its address, a cube as a file.

pub mod address;
pub mod area_address;
pub mod citation;
pub mod compare_address;
pub mod csv;
mod digits;
pub mod jsonstat;
pub mod loss;
pub mod packed;
pub mod picture;
#[cfg(feature = "formats")]
pub mod px;
pub mod sheet;
pub mod sheet_csv;
pub mod table_drawing;
pub mod table_schema;
pub mod table_tsv;
pub mod take;
pub mod theme_address;
pub mod xlsx;
