//! The wall to JavaScript and the network: the only floor that knows `window`, fetch and the global `echarts`.

pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod drawing;
pub mod echarts;
pub mod fetch;
pub mod grid;
#[cfg(feature = "explore")]
pub mod keeping;
pub mod pause;
#[cfg(feature = "explore")]
pub mod presenting;
pub mod raster;
pub mod reader;
