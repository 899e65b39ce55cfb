//! Municipalities' cases: the eight steps, what was wrong in each, why, and what works.

use super::{
    super::plan::{self, YEARS},
    decisions::{Decisions, Of},
    joined,
    places::Country,
    some_of,
    together::{self, Severities},
    yes,
};
use crate::publish::{data::demo::draw::Draw, demo::records::Sheet};

/// What is wrong in a step, by weight.
const TYPES: [(u32, &str); 6] = [
    (26, "skyndsamhet"),
    (24, "delaktighet"),
    (18, "riskbedomning"),
    (16, "underlag"),
    (10, "plan"),
    (6, "behorighet"),
];
/// Why, by weight.
const CAUSES: [(u32, &str); 5] =
    [(30, "okunskap"), (26, "resurser"), (20, "rutiner"), (14, "samverkan"), (10, "ledning")];
/// Girls and boys, by weight.
const SEX: [(u32, &str); 2] = [(45, "K"), (55, "M")];
/// How severe, by weight.
const SEVERITY: [(u32, &str); 3] = [(46, "mindre"), (40, "allvarlig"), (14, "mycket")];
/// What works in a municipality, and in how many of a hundred.
const SUCCESS: [(&str, u32); 5] =
    [("utbildning", 44), ("rekrytering", 22), ("samverkan", 38), ("rutiner", 35), ("ledning", 30)];

/// Lots of their own for what was added to the records later, so that it changes nothing else.
pub struct Lots {
    /// For which steps fail together.
    pub together: Draw,
    /// For who the child is.
    pub child: Draw,
}

/// The cases, their steps and which of these fail together; what a municipality was told is added to the decisions.
pub fn draw(draw: &mut Draw, lots: &mut Lots, country: &Country, decisions: &mut Decisions) -> [Sheet; 3] {
    let columns = &[
        "case_id",
        "municipality",
        "year",
        "kind",
        "n_steps",
        "types",
        "causes",
        "severity",
        "works",
        "violence",
        "opened",
        "in_time",
        "sex",
    ];
    let mut cases = Sheet::new("cases", columns);
    let mut steps = Sheet::new("steps", &["case_id", "step", "deficient", "severity", "type"]);
    let mut pairs = Sheet::new("pairs", &["case_id", "step", "other", "both"]);
    for (code, size) in &country.municipalities {
        let own = draw.below(2 * plan::SPREAD + 1);
        for year in YEARS {
            if !draw.happens(300) {
                continue;
            }
            let kind = draw.pick(&[(55, "nationell"), (25, "riktad"), (20, "signal")]);
            let works = joined(&some_of(draw, &SUCCESS));
            let (mut ids, mut failed, mut kinds): (Vec<String>, Vec<Severities>, Vec<Severities>) = Default::default();
            let mut is_wrong = false;
            for _ in 0..7 + draw.below(8) + size / 4 {
                let id = format!("A{:05}", cases.rows.len() + 1);
                let (mut types, mut causes, mut worst, mut n_steps) = (Vec::new(), Vec::new(), "", 0_u32);
                let (mut severities, mut in_step) = (Severities::default(), Severities::default());
                for (at, (step, per_mille)) in plan::STEPS.into_iter().enumerate() {
                    let is_deficient = draw.happens(chance(step, per_mille, year, own));
                    if is_deficient {
                        let severity = draw.pick(&SEVERITY);
                        n_steps += 1;
                        (severities[at], in_step[at]) = (severity, draw.pick(&TYPES));
                        add(&mut types, in_step[at]);
                        add(&mut causes, draw.pick(&CAUSES));
                        worst = worse(worst, severity);
                    }
                }
                is_wrong |= n_steps > 0;
                let violence = draw.happens(260);
                // Where a child may have met or seen violence, an inquiry is to begin; it does not always.
                let opened = !violence || draw.happens(830);
                let own = [&id, code, &year.to_string(), kind, &n_steps.to_string()];
                let mut row: Vec<String> = own.map(str::to_owned).to_vec();
                row.extend([joined(&types), joined(&causes), worst.to_owned(), works.clone()]);
                row.extend([violence, opened, draw.happens(720)].map(yes));
                row.push(lots.child.pick(&SEX).to_owned());
                cases.rows.push(row);
                ids.push(id);
                failed.push(severities);
                kinds.push(in_step);
            }
            let before = failed.clone();
            together::plant(&mut lots.together, &mut failed);
            for (((id, severities), before), in_step) in ids.iter().zip(&failed).zip(&before).zip(&mut kinds) {
                together::follow(in_step, before, severities);
                for (((step, _), severity), kind) in plan::STEPS.iter().zip(severities).zip(in_step) {
                    let row = [id, *step, &yes(!severity.is_empty()), severity, kind];
                    steps.rows.push(row.map(str::to_owned).to_vec());
                }
                pairs.rows.extend(together::pairs(id, severities));
            }
            if is_wrong {
                decisions.add(draw, Of::Municipality, code, year);
            }
        }
    }
    [cases, steps, pairs]
}

/// Of a thousand cases, where `own` is how much better or worse the municipality is, from 0.
fn chance(step: &str, per_mille: u32, year: u16, own: u32) -> u32 {
    let (trend, fewer) = plan::TREND;
    let years = u32::from(year.saturating_sub(YEARS[0]));
    let less = if step == trend { fewer * years } else { 0 };
    (per_mille + own).saturating_sub(plan::SPREAD + less)
}

fn add<'c>(codes: &mut Vec<&'c str>, code: &'c str) {
    if !codes.contains(&code) {
        codes.push(code);
    }
}

fn worse<'c>(one: &'c str, other: &'c str) -> &'c str {
    let rank = |code: &str| SEVERITY.iter().position(|(_, known)| *known == code).map_or(0, |at| at + 1);
    if rank(other) > rank(one) { other } else { one }
}
