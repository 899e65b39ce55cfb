//! The words of the field: cube, dimension, measure, figure, area, period. No file format, no browser.

pub mod area;
pub mod catalogue;
pub mod choice;
pub mod cube;
pub mod dataset;
pub mod dimension;
pub mod figure;
pub mod headline;
pub mod kept;
pub mod loss;
pub mod measure;
pub mod outline;
pub mod parts;
pub mod policy;
pub mod searched;
pub mod slices;
pub mod text;
pub mod theme;
pub mod time;
