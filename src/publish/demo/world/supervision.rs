//! Supervision of homes: inspections, what was found, and what it led to.

use super::{
    care::{Care, HomeYear},
    day,
    decisions::{Decisions, Of},
    homes::Home,
    joined, some_of, yes,
};
use crate::publish::{
    data::demo::{draw::Draw, record::Ownership},
    demo::records::Sheet,
};

/// Deficiencies that have nothing to do with the rest, and in how many inspections of a hundred.
const DEFICIENCIES: [(&str, u32); 9] = [
    ("lamplighet", 7),
    ("bemanning", 9),
    ("registerkontroll", 4),
    ("sakerhet", 8),
    ("dokumentation", 14),
    ("delaktighet", 10),
    ("begransning", 5),
    ("droger", 4),
    ("ledning", 9),
];
/// Kinds of a further inspection, by weight; the first of a year is the one the law asks for.
const FURTHER: [(u32, &str); 3] = [(40, "signal"), (38, "riktad"), (22, "nationell")];

/// Every inspection; what it led to is added to the decisions.
pub fn draw(draw: &mut Draw, homes: &[Home], care: &Care, decisions: &mut Decisions) -> Sheet {
    let columns = &["inspection_id", "home_id", "year", "date", "announced", "kind", "deficiencies", "deficient"];
    let mut sheet = Sheet::new("inspections", columns);
    for it in care.years.iter().filter(|it| it.is_inspected) {
        let Some(home) = homes.get(it.home) else { continue };
        let mut kinds = vec!["frekvens"];
        let n_further = u32::from(draw.happens(140)) + u32::from(it.has_violence && draw.happens(260));
        kinds.extend((0..n_further).map(|_| draw.pick(&FURTHER)));
        for kind in kinds {
            let deficiencies = deficiencies(draw, it);
            let announced = draw.happens(if kind == "signal" { 120 } else { 480 });
            let is_deficient = !deficiencies.is_empty();
            let id = format!("I{:05}", sheet.rows.len() + 1);
            let own = [&id, &home.id, &it.year.to_string(), &day(draw, it.year), &yes(announced), kind];
            let mut row: Vec<String> = own.map(str::to_owned).to_vec();
            row.extend([joined(&deficiencies), yes(is_deficient)]);
            sheet.rows.push(row);
            if is_deficient {
                let of = if home.ownership == Ownership::Private { Of::PrivateHome } else { Of::OtherHome };
                decisions.add(draw, of, &home.municipality, it.year);
            }
        }
    }
    sheet
}

/// What an inspection finds: what the staff lack, what happened to the children, and more.
fn deficiencies(draw: &mut Draw, it: &HomeYear) -> Vec<&'static str> {
    let mut found = some_of(draw, &DEFICIENCIES);
    found.extend(Some("kompetens").filter(|_| it.lacks_staff && draw.happens(700)));
    found.extend(Some("forestandare").filter(|_| it.lacks_manager && draw.happens(500)));
    found.extend(Some("vald").filter(|_| it.has_violence && draw.happens(600)));
    found
}

/// What was found of competence and of violence in each home that was inspected that year.
pub fn home_years(homes: &[Home], years: &[HomeYear]) -> Sheet {
    let level = |lacks: bool| if lacks { "brist" } else { "ok" }.to_owned();
    let row = |it: &HomeYear| {
        let id = homes.get(it.home).map(|home| home.id.clone()).unwrap_or_default();
        let own = [id, it.year.to_string(), level(it.lacks_staff), level(it.lacks_manager), joined(&it.topics)];
        own.into_iter().chain([yes(it.has_violence)]).collect()
    };
    let columns = &["home_id", "year", "staff", "manager", "topics", "violence"];
    let rows = years.iter().filter(|it| it.is_inspected).map(row).collect();
    Sheet { name: "home_years", columns, rows }
}
