//! What a panel says: labels, numbers as text, classes, notes, the sentence for a screen reader. Everything drawn comes from here.

pub mod area;
pub mod asked;
pub mod bars;
pub mod breakdown;
pub mod choosing;
pub mod compare;
pub mod context;
pub mod controls;
pub mod crosstab;
pub mod difference;
pub mod facts;
pub mod figure;
pub mod flow;
pub mod formula;
pub mod funnel;
pub mod glossary;
pub mod headline;
pub mod map;
pub mod method;
pub mod needs;
pub mod policy;
<<<<<<< HEAD
pub mod steps;
=======
pub mod presentation;
>>>>>>> present
pub mod table;
pub mod taken;
#[cfg(feature = "formats")]
pub mod tally;
pub mod theme;
pub mod theme_picture;
pub mod time;
pub mod trouble;
#[cfg(feature = "formats")]
pub mod understanding;
pub mod verdict;
pub mod walk;
