//! Insyn: what the supervision of Swedish care for children has seen. The floors, lowest first.

pub mod stats;

pub mod model;

pub mod load;

pub mod bounds;

pub mod gate;

pub mod verdict;

pub mod query;

pub mod words;

pub mod view_model;

pub mod chart;

pub mod export;

#[cfg(feature = "cli")]
pub mod publish;

#[cfg(feature = "page")]
pub mod browser;

#[cfg(feature = "page")]
pub mod state;

#[cfg(feature = "page")]
#[allow(missing_docs, reason = "the macro of a component makes a public struct of its props")]
pub mod components;

#[cfg(feature = "page")]
#[allow(missing_docs, reason = "the macro of a component makes a public struct of its props")]
pub mod pages;

#[cfg(feature = "page")]
#[allow(missing_docs, reason = "the macro of a component makes a public struct of its props")]
pub mod app;
