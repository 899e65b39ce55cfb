//! What is planted in the demonstration's records: the truths that a reader should find, with their sizes. README.md beside the sources lists them.

use crate::publish::data::demo::{
    self,
    record::{HomeType, Ownership},
};

/// The seed. Another seed is another made-up country.
pub const SEED: u64 = 2019_01922;

/// The years, oldest first.
pub const YEARS: [u16; 8] = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

/// Children who meet violence or abuse in a year, of a thousand, where the staff have the competence they need: the type of home decides,
/// not who runs it, and not whether the child is a girl or a boy.
pub const fn exposed(home_type: HomeType) -> u32 {
    match home_type {
        HomeType::Hvb => 85,
        HomeType::Stodboende => 50,
        HomeType::Bmss => 40,
        HomeType::Sis => 130,
    }
}

/// So many times as common where the staff lack competence: the strong association. Whether the manager lacks it makes no difference.
pub const GAP: u32 = 3;

/// From this year on more is counted as abuse, and so many more of a thousand children: a break, not a change in the homes.
pub const BREAK: (u16, u32) = (2020, 30);

/// In one county, drawn by lot, so many more of a thousand children; in another so many per cent of what it is elsewhere.
pub const HIGHER: u32 = 140;
/// See [`HIGHER`].
pub const LOWER_PCT: u32 = 40;

/// A county with a planted truth has so many homes: with fewer nobody could see it, with more it would be the nation.
pub const HOMES: std::ops::Range<usize> = 35..120;

/// Homes in a hundred where the staff lack competence, and where the manager does.
pub const STAFF_GAP_PCT: u32 = 25;
/// See [`STAFF_GAP_PCT`].
pub const MANAGER_GAP_PCT: u32 = 30;

/// Topics in which staff are found not to know enough, and in how many homes of a hundred: drawn apart from all else.
pub const TOPICS: [(&str, u32); 6] =
    [("heder", 30), ("trauma", 22), ("suicid", 18), ("npf", 16), ("missbruk", 14), ("lagstiftning", 12)];

/// The steps of a case, in order, and in how many of a thousand something is wrong.
pub const STEPS: [(&str, u32); 8] = [
    ("orosanmalan", 120),
    ("skyddsbedomning", 180),
    ("forhandsbedomning", 230),
    ("utredning", 370),
    ("dokumentation", 330),
    ("beslut", 140),
    ("uppfoljning", 560),
    ("egenkontroll", 290),
];

/// The step with a trend, and how many fewer of a thousand there are each year.
pub const TREND: (&str, u32) = ("uppfoljning", 40);

/// Two steps that fail together: where the first fails and the other does not, so many of a thousand cases exchange another deficiency
/// for one in the other step, with a case of the same municipality and year.
pub const TOGETHER: (&str, &str, u32) = ("skyddsbedomning", "uppfoljning", 400);

/// The time limits of a case, and of a thousand late cases how many miss each.
pub const LIMITS: [(&str, u32); 4] =
    [("skyddsbedomning", 250), ("forhandsbedomning", 350), ("utredning", 150), ("overvagande", 500)];

/// The time limit with a trend, and how many more of a thousand late cases miss it each year.
pub const LIMIT_TREND: (&str, u32) = ("utredning", 90);

/// Children in so many of a thousand cases are placed, so that the care is to be considered every six months.
pub const PLACED: u32 = 450;

/// Of a thousand cases with a deficiency in how many the best interests of the child were not looked to, and in how many more
/// where lack of knowledge was a cause.
pub const BEST_INTERESTS: (u32, u32) = (350, 200);

/// Of a thousand children how many their municipality has followed up as it should, and how many fewer where the home lies in
/// another county than the municipality.
pub const FOLLOWED_UP: (u32, u32) = (820, 180);

/// Of a thousand homes how many have a self-monitoring that works in a year.
pub const SELF_MONITORED: u32 = 640;

/// Municipalities differ in how they handle cases: by so many more or fewer of a thousand, drawn by lot.
pub const SPREAD: u32 = 80;

/// Places in homes of a type: from, and how many more at most.
pub const fn places(home_type: HomeType) -> (u32, u32) {
    match home_type {
        HomeType::Hvb => (4, 5),
        HomeType::Stodboende => (3, 5),
        HomeType::Bmss => (1, 4),
        HomeType::Sis => (12, 16),
    }
}

/// Counties with state homes, and how many in each.
pub const STATE_HOMES: (usize, u32) = (5, 5);

/// Who runs homes of a type, by weight: private homes are mostly of the type with most violence, and that is all there is to it.
pub const fn ownership(home_type: HomeType) -> &'static [(u32, Ownership)] {
    demo::plan::ownership(home_type)
}
