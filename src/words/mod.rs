//! Every text in every language, and numbers and dates as its readers write them.

pub mod absence;
pub mod figure;
pub mod flag;
pub mod number;
pub mod phrase;
pub mod qualifier;
