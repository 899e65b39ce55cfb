//! More of each case: which time limits it had and missed, and what its deficiencies were about. Both are drawn from the cases as they are.

use super::{super::plan, yes};
use crate::publish::{
    data::demo::draw::Draw,
    demo::records::{SEPARATOR, Sheet},
};

/// What a kind of deficiency is about, besides the best interests of the child, which any of them may be.
const ABOUT: [(&str, &str); 6] = [
    ("skyndsamhet", "rattssakerhet"),
    ("delaktighet", "delaktighet"),
    ("riskbedomning", "kvalitet"),
    ("underlag", "rattssakerhet"),
    ("plan", "kvalitet"),
    ("behorighet", "rattssakerhet"),
];
/// What a deficiency may be about.
const CONCERNS: [&str; 4] = ["barnets_basta", "delaktighet", "rattssakerhet", "kvalitet"];

/// A row for each time limit of each case: whether it was missed. A case is late where it misses one, and only there.
pub fn limits(lots: &mut Draw, cases: &Sheet) -> Sheet {
    let mut sheet = Sheet::new("limits", &["case_id", "limit", "late"]);
    for row in &cases.rows {
        let of = |column| cases.cell(row, column);
        let is_opened = of("opened") == "1";
        let is_placed = is_opened && lots.happens(plan::PLACED);
        let applies = |limit: &str| match limit {
            "utredning" => is_opened,
            "overvagande" => is_placed,
            _ => true,
        };
        let years = of("year").parse().unwrap_or(plan::YEARS[0]).saturating_sub(plan::YEARS[0]);
        let is_late = of("in_time") == "0";
        let mut missed: Vec<&str> = Vec::new();
        for (limit, per_mille) in plan::LIMITS.into_iter().filter(|(limit, _)| applies(limit)) {
            let (trend, more) = plan::LIMIT_TREND;
            let more = if limit == trend { more * u32::from(years) } else { 0 };
            if is_late && lots.happens(per_mille + more) {
                missed.push(limit);
            }
        }
        if is_late && missed.is_empty() {
            missed.push(if is_opened { "utredning" } else { "forhandsbedomning" });
        }
        for (limit, _) in plan::LIMITS.into_iter().filter(|(limit, _)| applies(limit)) {
            sheet.rows.push([of("case_id"), limit, &yes(missed.contains(&limit))].map(str::to_owned).to_vec());
        }
    }
    sheet
}

/// A row for each case and each thing that a deficiency may be about: whether one was.
pub fn concerns(lots: &mut Draw, cases: &Sheet) -> Sheet {
    let mut sheet = Sheet::new("concerns", &["case_id", "concern", "deficient"]);
    for row in &cases.rows {
        let of = |column| cases.cell(row, column);
        let has = |column, code: &str| of(column).split(SEPARATOR).any(|it| it == code);
        let (of_all, more) = plan::BEST_INTERESTS;
        let chance = of_all + if has("causes", "okunskap") { more } else { 0 };
        let is_missed = of("n_steps") != "0" && lots.happens(chance);
        for concern in CONCERNS {
            let is_about = ABOUT.iter().any(|(kind, about)| *about == concern && has("types", kind));
            let is_deficient = is_about || (is_missed && concern == CONCERNS[0]);
            sheet.rows.push([of("case_id"), concern, &yes(is_deficient)].map(str::to_owned).to_vec());
        }
    }
    sheet
}
