//! A view as something to take away: its address.

pub mod address;
