//! Every text a reader sees, in every language; a text that is missing in one of them does not compile.

#[macro_use]
mod phrases;

pub mod about;
pub mod absence;
#[cfg(feature = "cli")]
pub mod aggregate;
pub mod area;
pub mod aspects;
pub mod compare;
pub mod complaint;
pub mod conversion;
pub mod crosstab;
pub mod difference;
pub mod explore;
#[cfg(feature = "cli")]
pub mod fetch;
pub mod figure;
pub mod flag;
pub mod flow;
pub mod frame;
pub mod funnel;
pub mod glossary;
pub mod inspection;
pub mod kept;
pub mod keyboard;
pub mod literature;
pub mod loss;
pub mod map;
pub mod method;
pub mod needs;
pub mod notes;
pub mod number;
pub mod opening;
pub mod presentation;
#[cfg(feature = "cli")]
pub mod protection;
pub mod qualifier;
pub mod reading;
pub mod receipt;
pub mod refusal;
#[cfg(feature = "cli")]
pub mod release;
pub mod search;
pub mod start;
pub mod steps;
pub mod sum;
pub mod table;
pub mod taken;
pub mod theme;
pub mod time;
pub mod trouble;
#[cfg(feature = "formats")]
pub mod understanding;
pub mod verdict;
pub mod worked;
