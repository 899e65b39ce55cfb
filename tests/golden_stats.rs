//! Our statistics against numbers that another implementation worked out; the script that made them lies beside each file.

#[path = "golden/support.rs"]
mod support;

#[path = "golden/counts.rs"]
mod counts;
#[path = "golden/coverage.rs"]
mod coverage;
#[path = "golden/cross_tables.rs"]
mod cross_tables;
#[path = "golden/one_share.rs"]
mod one_share;
#[path = "golden/special.rs"]
mod special;
#[path = "golden/standardised.rs"]
mod standardised;
#[path = "golden/two_groups.rs"]
mod two_groups;
#[path = "golden/wilson.rs"]
mod wilson;
