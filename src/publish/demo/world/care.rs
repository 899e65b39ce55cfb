//! A year in a home: what its staff know, the children placed there, what happens to them, and what they answer when they are asked.

use super::{
    super::plan::{self, YEARS},
    day,
    homes::Home,
    joined,
    places::{Country, Planted},
    some_of, yes,
};
use crate::publish::{
    data::demo::{
        draw::Draw,
        record::{HomeType, Ownership, Takes},
    },
    demo::records::Sheet,
};

/// A home in a year.
#[derive(Clone, Debug)]
pub struct HomeYear {
    /// The home, by position.
    pub home: usize,
    /// The year.
    pub year: u16,
    /// The staff lack competence.
    pub lacks_staff: bool,
    /// The manager does.
    pub lacks_manager: bool,
    /// Topics in which the staff do not know enough.
    pub topics: Vec<&'static str>,
    /// Some child met violence or abuse.
    pub has_violence: bool,
    /// It was inspected.
    pub is_inspected: bool,
}

/// All that happens in homes.
#[derive(Clone, Debug)]
pub struct Care {
    /// Home by home, year by year.
    pub years: Vec<HomeYear>,
    /// Children, a row for each year in a home.
    pub children: Sheet,
    /// Events of violence or abuse.
    pub events: Sheet,
    /// Answers of those who were asked.
    pub answers: Sheet,
}

/// Kinds of violence and abuse, by weight.
const KINDS: [(u32, &str); 6] =
    [(32, "fysiskt"), (24, "hot"), (26, "krankning"), (14, "mobbning"), (7, "sexuellt"), (9, "tvang")];
/// Who did it, by weight.
const BY: [(u32, &str); 3] = [(26, "personal"), (58, "boende"), (16, "okand")];
/// How severe it was, by weight.
const SEVERITY: [(u32, &str); 3] = [(52, "mindre"), (34, "allvarlig"), (14, "mycket")];
/// What children are asked about, and how many of a thousand say yes; fewer by so many where they met violence or abuse.
const PERSPECTIVES: [(&str, u32); 4] = [("delaktighet", 690), ("sakerhet", 790), ("trygghet", 820), ("stod", 750)];
const FEWER_YES: u32 = 260;

/// Everything that happens in the homes of a country.
pub fn draw(draw: &mut Draw, country: &Country, planted: &Planted, homes: &[Home]) -> Care {
    let columns = &["child_id", "home_id", "year", "sex", "age", "placed_by", "exposed"];
    let mut care = Care {
        years: Vec::new(),
        children: Sheet::new("children", columns),
        events: Sheet::new("events", &["event_id", "child_id", "date", "kinds", "by", "severity"]),
        answers: Sheet::new("answers", &["child_id", "perspective", "yes"]),
    };
    for (number, home) in homes.iter().enumerate() {
        let mut lacks_staff = draw.happens(plan::STAFF_GAP_PCT * 10);
        let mut lacks_manager = draw.happens(plan::MANAGER_GAP_PCT * 10);
        for year in YEARS {
            // Who works there changes: each year one home in six is drawn anew.
            if draw.happens(160) {
                lacks_staff = draw.happens(plan::STAFF_GAP_PCT * 10);
                lacks_manager = draw.happens(plan::MANAGER_GAP_PCT * 10);
            }
            let topics = some_of(draw, &plan::TOPICS);
            let is_inspected = draw.happens(930);
            let chance = exposed(home, planted, year, lacks_staff);
            let occupied = home.places * (60 + draw.below(36));
            let mut has_violence = false;
            for _ in 0..occupied.div_ceil(100) {
                has_violence |= care.child(draw, country, home, year, chance);
            }
            care.years.push(HomeYear {
                home: number,
                year,
                lacks_staff,
                lacks_manager,
                topics,
                has_violence,
                is_inspected,
            });
        }
    }
    care
}

/// Children of a thousand who meet violence or abuse in the home that year.
fn exposed(home: &Home, planted: &Planted, year: u16, lacks_staff: bool) -> u32 {
    let mut chance = plan::exposed(home.home_type);
    if lacks_staff {
        chance *= plan::GAP;
    }
    let (first, more) = plan::BREAK;
    if year >= first {
        chance += more;
    }
    if home.municipality.starts_with(&planted.higher) {
        chance += plan::HIGHER;
    }
    if home.municipality.starts_with(&planted.lower) {
        chance = chance * plan::LOWER_PCT / 100;
    }
    chance
}

impl Care {
    /// A child's year in a home; whether it met violence or abuse.
    fn child(&mut self, draw: &mut Draw, country: &Country, home: &Home, year: u16, chance: u32) -> bool {
        let id = format!("B{:06}", self.children.rows.len() + 1);
        let sex = match home.takes {
            Takes::Girls => "K",
            Takes::Boys => "M",
            Takes::Both => draw.pick(&[(45, "K"), (55, "M")]),
        };
        let (youngest, more) = match home.home_type {
            HomeType::Hvb => (10, 10),
            HomeType::Stodboende => (16, 5),
            HomeType::Bmss => (3, 17),
            HomeType::Sis => (13, 8),
        };
        let age = youngest + draw.below(more);
        let stays = if home.ownership == Ownership::Municipal { 850 } else { 250 };
        let placed_by = if draw.happens(stays) { home.municipality.as_str() } else { country.any(draw) };
        let is_exposed = draw.happens(chance);
        let row = [&id, &home.id, &year.to_string(), sex, &age.to_string(), placed_by, &yes(is_exposed)];
        self.children.rows.push(row.map(str::to_owned).to_vec());
        if is_exposed {
            for _ in 0..1 + draw.below(3).min(draw.below(3)) {
                self.event(draw, &id, year);
            }
        }
        if draw.happens(130) {
            self.answers(draw, &id, is_exposed);
        }
        is_exposed
    }

    fn event(&mut self, draw: &mut Draw, child: &str, year: u16) {
        let first = draw.pick(&KINDS);
        let mut kinds = vec![first];
        if draw.happens(220) {
            let second = draw.pick(&KINDS);
            kinds.extend(Some(second).filter(|second| *second != first));
        }
        // Unlawful restraint is what staff do.
        let mut by = vec![if kinds.contains(&"tvang") { "personal" } else { draw.pick(&BY) }];
        if draw.happens(70) {
            let second = draw.pick(&BY);
            by.extend(Some(second).filter(|second| !by.contains(second)));
        }
        let id = format!("V{:05}", self.events.rows.len() + 1);
        let severity = draw.pick(&SEVERITY);
        let row = [id, child.to_owned(), day(draw, year), joined(&kinds), joined(&by), severity.to_owned()];
        self.events.rows.push(row.to_vec());
    }

    fn answers(&mut self, draw: &mut Draw, child: &str, is_exposed: bool) {
        for (perspective, per_mille) in PERSPECTIVES {
            if draw.happens(960) {
                let is_yes = draw.happens(per_mille - if is_exposed { FEWER_YES } else { 0 });
                self.answers.rows.push(vec![child.to_owned(), perspective.to_owned(), yes(is_yes)]);
            }
        }
    }
}
