//! What the inspectorate does about what it found: the tool, the follow-up, what came of it, and after how many days.

use crate::publish::{data::demo::draw::Draw, demo::records::Sheet};

/// Whom a decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A home that needs a permit, which can be taken from it.
    PrivateHome,
    /// Another home.
    OtherHome,
    /// A municipality's handling of cases.
    Municipality,
}

/// All decisions.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    rows: Vec<Vec<String>>,
}

/// Tools, mildest first, by weight, and how many days it takes at most until the fault is mended.
const TOOLS: [(u32, (&str, u32)); 6] = [
    (20, ("papekande", 120)),
    (38, ("kritik", 200)),
    (27, ("atgardskrav", 260)),
    (10, ("forelaggande", 340)),
    (4, ("vite", 420)),
    (1, ("aterkallelse", 0)),
];
/// How far the follow-up has come, by weight.
const FOLLOW_UP: [(u32, &str); 4] = [(12, "ej_paborjad"), (14, "planerad"), (18, "pagar"), (56, "genomford")];
/// What came of it, by weight, where the follow-up is done.
const OUTCOMES: [(u32, &str); 5] = [(52, "atgardad"), (20, "delvis"), (12, "kvarstar"), (12, "positivt"), (4, "okand")];

impl Decisions {
    /// A decision more, drawn by lot.
    pub fn add(&mut self, draw: &mut Draw, of: Of, municipality: &str, year: u16) {
        let (mut tool, mut most) = draw.pick(&TOOLS);
        // Only a permit can be taken away.
        if tool == "aterkallelse" && of != Of::PrivateHome {
            (tool, most) = ("vite", 420);
        }
        let follow_up = draw.pick(&FOLLOW_UP);
        let outcome = if follow_up == "genomford" { draw.pick(&OUTCOMES) } else { "" };
        let is_mended = outcome == "atgardad" || outcome == "positivt";
        let days = (is_mended && most > 0).then(|| 14 + draw.below(most) / 2 + draw.below(most) / 2);
        let of = if of == Of::Municipality { "kommun" } else { "hem" };
        let id = format!("D{:05}", self.rows.len() + 1);
        let own = [&id, municipality, &year.to_string(), of, tool, follow_up, outcome];
        let days = days.map(|days| days.to_string()).unwrap_or_default();
        self.rows.push(own.into_iter().map(str::to_owned).chain([days]).collect());
    }

    /// The records.
    pub fn sheet(self) -> Sheet {
        let columns = &["decision_id", "municipality", "year", "of", "tool", "follow_up", "outcome", "days"];
        Sheet { name: "decisions", columns, rows: self.rows }
    }
}
