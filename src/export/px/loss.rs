//! What PX cannot say of a cube: told, so that nobody takes the file for the whole.

pub use crate::model::loss::PxLoss;
