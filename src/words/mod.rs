//! Every text in every language, and numbers and dates as its readers write them.

pub mod number;
