//! What is planted in the demonstration: the truths a reader should find, and the cells that show every state. README.md beside the sources lists them.

use super::record::{HomeType, Ownership, Takes};

/// The seed. Another seed is another made-up country.
pub const SEED: u128 = 2019_01922;

/// Counts of homes with a finding under this are hidden; groups of fewer homes are not told of at all.
pub const THRESHOLD: u32 = 3;

/// In groups of fewer homes than this it is also hidden that every one had a finding.
pub const SMALL_GROUP: u32 = 10;

/// Findings in a thousand inspections, by type of home: the only thing but place and year that matters.
pub const fn per_mille(home_type: HomeType) -> u32 {
    match home_type {
        HomeType::Hvb => 460,
        HomeType::Stodboende => 340,
        HomeType::Bmss => 260,
        HomeType::Sis => 560,
    }
}

/// The first year counted by the wider definition, by place, and what it adds in a thousand: a break, not a change in the homes.
pub const BREAK: (usize, u32) = (2, 70);

/// Municipalities drawn by lot where findings are truly more common; what is added in a thousand.
pub const HIGHER: ([&str; 3], u32) = (["0780", "1880", "2580"], 330);

/// One drawn by lot where they are truly rarer; what is taken away.
pub const LOWER: (&str, u32) = ("2180", 290);

/// Homes in each of the municipalities with a planted truth: enough for it to be seen.
pub const N_HOMES_PLANTED: u32 = 64;

/// Counties with state homes, and how many in each: together, so that most of their figures can be shown.
pub const STATE_HOMES: ([&str; 5], u32) = (["01", "05", "12", "14", "22"], 7);

/// Who runs homes of a type, by weight: private homes are mostly of the type with most findings, and that is all there is to it.
pub const fn ownership(home_type: HomeType) -> &'static [(u32, Ownership)] {
    match home_type {
        HomeType::Hvb => &[(80, Ownership::Private), (20, Ownership::Municipal)],
        HomeType::Stodboende => &[(55, Ownership::Private), (45, Ownership::Municipal)],
        HomeType::Bmss => &[(25, Ownership::Private), (75, Ownership::Municipal)],
        HomeType::Sis => &[(1, Ownership::State)],
    }
}

/// Whom homes of a type take, by weight: it has no effect on findings, so differences between girls and boys are chance.
pub const fn takes(home_type: HomeType) -> &'static [(u32, Takes)] {
    match home_type {
        HomeType::Hvb => &[(28, Takes::Girls), (38, Takes::Boys), (34, Takes::Both)],
        HomeType::Stodboende => &[(20, Takes::Girls), (30, Takes::Boys), (50, Takes::Both)],
        HomeType::Bmss => &[(10, Takes::Girls), (12, Takes::Boys), (78, Takes::Both)],
        HomeType::Sis => &[(35, Takes::Girls), (65, Takes::Boys)],
    }
}

/// Places in homes of a type: from, and how many more at most.
pub const fn places(home_type: HomeType) -> (u32, u32) {
    match home_type {
        HomeType::Hvb => (5, 8),
        HomeType::Stodboende => (4, 9),
        HomeType::Bmss => (1, 6),
        HomeType::Sis => (18, 20),
    }
}

/// Types of home but the state's, by weight.
pub const TYPES: [(u32, HomeType); 3] = [(46, HomeType::Hvb), (16, HomeType::Stodboende), (38, HomeType::Bmss)];

/// Municipality and year, by place, where nothing was reported.
pub const MISSING: [(&str, usize); 2] = [("0604", 1), ("1765", 1)];

/// The county whose municipalities are not ready for the newest year, and that year.
pub const NOT_YET: (&str, usize) = ("23", 4);

/// Municipality and year where the finding is too uncertain: inspected by telephone only.
pub const UNCERTAIN: [(&str, usize); 3] = [("0123", 2), ("1292", 2), ("2184", 2)];

/// Municipality and year with a sign that no legend explains.
pub const UNEXPLAINED: (&str, usize) = ("1984", 3);

/// The county whose figures of a year were corrected after they were first published.
pub const REVISED: (&str, usize) = ("08", 1);

/// The year that may still change.
pub const PROVISIONAL: usize = 4;
