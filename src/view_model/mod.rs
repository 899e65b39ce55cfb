//! What a panel says: labels, numbers as text, classes, notes, the sentence for a screen reader. Everything drawn comes from here.

pub mod asked;
pub mod bars;
pub mod breakdown;
pub mod choosing;
pub mod context;
pub mod controls;
pub mod difference;
pub mod facts;
pub mod figure;
pub mod formula;
pub mod funnel;
pub mod headline;
pub mod map;
pub mod method;
pub mod policy;
pub mod table;
pub mod taken;
#[cfg(feature = "formats")]
pub mod tally;
pub mod time;
pub mod trouble;
#[cfg(feature = "formats")]
pub mod understanding;
pub mod verdict;
pub mod walk;
