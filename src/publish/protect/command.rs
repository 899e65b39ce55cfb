//! `insyn protect DATASET…`: tables that may be published, and what was done to them.

use crate::publish::protect::*;
