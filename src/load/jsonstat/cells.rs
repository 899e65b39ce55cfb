//! `value` and `status` as they stand in a file, as columns.

mod block;
mod lanes;
mod odd;
mod signs;
mod values;

pub use odd::Odd;
pub use signs::Signs;
pub use values::{Slot, Values};

use super::member::Members;

/// `value`: a list or an object.
pub type WireValues = Members<Values>;

/// `status`: a list, an object or one sign.
pub type WireStatuses = Members<Signs>;
