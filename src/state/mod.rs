//! What changes: the address, the data that have arrived, the reader's choice. Signals live here.

pub mod data;
#[cfg(feature = "explore")]
pub mod kept;
pub mod maps;
pub mod naming;
pub mod opened;
pub mod place;
pub mod rank;
pub mod text_scale;
pub mod turns;
