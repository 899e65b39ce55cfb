//! From records to the counts of every cleared cell, and the sums that hold between cells.

use std::collections::BTreeMap;

use super::record::{Home, Inspection, YEARS};

/// The code of the total of a dimension.
pub const TOTAL: &str = "T";
/// The code of the nation.
pub const NATION: &str = "00";

/// Which cell: codes, so that a plan and a test can name one. In the order of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Whom the homes take.
    pub sex: &'static str,
    /// Type of home.
    pub home_type: &'static str,
    /// Who runs them.
    pub ownership: &'static str,
    /// Area code.
    pub area: String,
    /// The place of the year.
    pub year: usize,
}

/// What is counted in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Homes inspected.
    pub inspected: u32,
    /// Homes where violence or abuse was found.
    pub found: u32,
    /// Days of care in the homes inspected.
    pub care_days: u32,
}

/// Every cleared cell, also where there was no home.
pub type Tally = BTreeMap<Key, Counts>;

/// Whom homes take.
pub const SEXES: [&str; 3] = ["K", "M", "KM"];
/// Types of home.
pub const TYPES: [&str; 4] = ["hvb", "stodboende", "bmss", "sis"];
/// Who runs them.
pub const OWNERSHIPS: [&str; 3] = ["privat", "kommunal", "statlig"];

/// Counts the records in every cleared cell. `is_left_out` tells the municipalities and years that never reported.
pub fn count(areas: &[&str], homes: &[Home], is_left_out: impl Fn(&str, usize) -> bool) -> Tally {
    let mut tally = empty(areas);
    for home in homes {
        let (sex, home_type, ownership) = (home.takes.code(), home.home_type.code(), home.ownership.code());
        let areas = [NATION, &home.municipality[..2], &home.municipality];
        for (year, inspection) in home.inspections.iter().enumerate() {
            let Some(inspection) = inspection else {
                continue;
            };
            if is_left_out(&home.municipality, year) {
                continue;
            }
            for area in areas {
                for sex in [TOTAL, sex] {
                    for home_type in [TOTAL, home_type] {
                        for ownership in [TOTAL, ownership] {
                            let area = area.to_owned();
                            let key = Key { sex, home_type, ownership, area, year };
                            if let Some(counts) = tally.get_mut(&key) {
                                counts.add(inspection);
                            }
                        }
                    }
                }
            }
        }
    }
    tally
}

impl Counts {
    fn add(&mut self, inspection: &Inspection) {
        self.inspected += 1;
        self.found += u32::from(inspection.is_found);
        self.care_days += inspection.care_days;
    }
}

/// The cleared cells: one dimension beside the county, two for the nation, none for a municipality.
fn empty(areas: &[&str]) -> Tally {
    let mut tally = Tally::new();
    for sex in [TOTAL].into_iter().chain(SEXES) {
        for home_type in [TOTAL].into_iter().chain(TYPES) {
            for ownership in [TOTAL].into_iter().chain(OWNERSHIPS) {
                let broken_down = [sex, home_type, ownership];
                let n_broken_down = broken_down.iter().filter(|code| **code != TOTAL).count();
                for area in areas {
                    let n_cleared = match area.len() {
                        _ if *area == NATION => 2,
                        2 => 1,
                        _ => 0,
                    };
                    if n_broken_down > n_cleared {
                        continue;
                    }
                    for year in 0..YEARS.len() {
                        let area = (*area).to_owned();
                        tally.insert(Key { sex, home_type, ownership, area, year }, Counts::default());
                    }
                }
            }
        }
    }
    tally
}
