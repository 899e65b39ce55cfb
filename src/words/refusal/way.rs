//! How a hidden cell can be worked out, in words: which figures it takes, and never what they come to.

use super::so_many;
use crate::{
    bounds::protection::Exposure,
    gate::reason::{CellName, Elsewhere, Step, Way, Withheld},
    model::text::Language,
};

/// "Talet är dolt men kan räknas ut: Totalt minus Flickor. Dölj …"
pub fn follows(target: &CellName, exposure: Exposure, withheld: Withheld, way: &Way, language: Language) -> String {
    let steps: Vec<String> = way.steps.iter().map(|it| step(it, target, language)).collect();
    let swedish = language == Language::Swedish;
    let told = match (withheld, exposure) {
        (Withheld::Hidden, Exposure::Exact) if swedish => "Talet är dolt men kan räknas ut",
        (Withheld::Hidden, Exposure::Exact) => "The figure is hidden but can be worked out",
        (Withheld::Hidden, Exposure::Narrow) if swedish => "Talet är dolt men kan ringas in till några få möjliga",
        (Withheld::Hidden, Exposure::Narrow) => "The figure is hidden but can be narrowed down to a few possible ones",
        (Withheld::Rounded, _) if swedish => "Talet är avrundat, men det kan räknas ut att antalet var litet",
        (Withheld::Rounded, _) => "The figure is rounded, but it can be worked out that the count was small",
        (Withheld::Absent, _) if swedish => "Här står inget tal, men det kan räknas ut att antalet är litet",
        (Withheld::Absent, _) => "There is no figure here, but it can be worked out that the count is small",
    };
    let mut said = told.to_owned();
    if !steps.is_empty() {
        said += &format!(": {}", steps.join("; "));
    }
    if way.n_more > 0 {
        let n = so_many(way.n_more, language);
        said += &if swedish {
            format!("; tillsammans med {n} samband till")
        } else {
            format!("; together with {n} more relations")
        };
    }
    said += ".";
    if way.is_chain {
        said += if swedish {
            " Andra tal som saknas räknas ut på vägen."
        } else {
            " Other missing figures are worked out on the way."
        };
    }
    said += match (way.steps.iter().any(is_of_earlier), swedish) {
        (true, true) => {
            " Det som redan är publicerat kan inte tas tillbaka: publicera talet som förut, eller ändra indelningen."
        }
        (true, false) => {
            " What has been published cannot be taken back: publish the figure as before, or change the categories."
        }
        (false, true) => " Dölj ett tal till i samma summa, eller slå ihop grupper.",
        (false, false) => " Hide one more figure of the same sum, or merge groups.",
    };
    if way.is_presumed {
        said += if swedish {
            " Filen säger inte att delarna kan läggas ihop, men det tas för givet: överlappar de, skriv ”multi_response” i profilen."
        } else {
            " The file does not say that the parts may be added up, but it is taken for granted: if they overlap, write “multi_response” in the profile."
        };
    }
    said
}

fn step(step: &Step, target: &CellName, language: Language) -> String {
    let swedish = language == Language::Swedish;
    let name = |cell: &CellName| short(cell, target, language);
    match step {
        Step::LessParts { whole, parts, n_more } if swedish => {
            format!("{} minus {}", name(whole), list(parts, *n_more, target, language))
        }
        Step::LessParts { whole, parts, n_more } => {
            format!("{} less {}", name(whole), list(parts, *n_more, target, language))
        }
        Step::Parts { parts, n_more } if swedish => {
            format!("summan av {}", list(parts, *n_more, target, language))
        }
        Step::Parts { parts, n_more } => format!("the sum of {}", list(parts, *n_more, target, language)),
        Step::Same(other) if swedish => format!("samma tal står som {}", name(other)),
        Step::Same(other) => format!("the same figure stands as {}", name(other)),
        Step::AtMost(other) if swedish => format!("det kan inte vara större än {}", name(other)),
        Step::AtMost(other) => format!("it cannot be more than {}", name(other)),
        Step::AtLeast(other) if swedish => format!("det kan inte vara mindre än {}", name(other)),
        Step::AtLeast(other) => format!("it cannot be less than {}", name(other)),
        Step::Quotient { share, other } if swedish => format!("{} och {}", name(share), name(other)),
        Step::Quotient { share, other } => format!("{} and {}", name(share), name(other)),
    }
}

fn list(cells: &[CellName], n_more: usize, target: &CellName, language: Language) -> String {
    let mut names: Vec<String> = cells.iter().map(|cell| short(cell, target, language)).collect();
    let and = if language == Language::Swedish { "och" } else { "and" };
    if n_more > 0 {
        let n = so_many(n_more, language);
        names.push(if language == Language::Swedish { format!("{n} till") } else { format!("{n} more") });
    }
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {and} {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None if language == Language::Swedish => "ingenting".to_owned(),
        None => "nothing".to_owned(),
    }
}

/// A cell by what sets it apart from another: "Totalt"; with its dataset where that is another.
fn short(cell: &CellName, target: &CellName, language: Language) -> String {
    let is_alike = cell.categories.len() == target.categories.len()
        && cell.categories.iter().zip(&target.categories).all(|((id, _), (other, _))| id == other);
    let is_same_measure = cell.measure.code == target.measure.code;
    let apart =
        cell.categories.iter().zip(&target.categories).filter(|((_, name), (_, other))| name.code != other.code);
    let mut labels: Vec<&str> = match is_alike {
        true => apart.map(|((_, name), _)| name.label.get(language)).collect(),
        false => cell.categories.iter().map(|(_, name)| name.label.get(language)).collect(),
    };
    if !is_same_measure || labels.is_empty() {
        labels.insert(0, cell.measure.label.get(language));
    }
    let place = cell.elsewhere.as_ref().map(|it| elsewhere(it, language)).unwrap_or_default();
    match language {
        Language::Swedish => format!("”{}”{place}", labels.join(", ")),
        Language::English => format!("“{}”{place}", labels.join(", ")),
    }
}

fn elsewhere(it: &Elsewhere, language: Language) -> String {
    let swedish = language == Language::Swedish;
    match it {
        Elsewhere::Dataset(name) if swedish => format!(" i {} ({})", name.label.get(language), name.code),
        Elsewhere::Dataset(name) => format!(" in {} ({})", name.label.get(language), name.code),
        Elsewhere::Earlier { name, updated } => {
            let day = updated.as_ref().map(|day| format!(", {day}")).unwrap_or_default();
            let said = if swedish { "i en tidigare utgåva av" } else { "in an earlier release of" };
            format!(" {said} {} ({}{day})", name.label.get(language), name.code)
        }
    }
}

fn is_of_earlier(step: &Step) -> bool {
    let is_earlier = |cell: &CellName| matches!(cell.elsewhere, Some(Elsewhere::Earlier { .. }));
    match step {
        Step::LessParts { whole, parts, .. } => is_earlier(whole) || parts.iter().any(is_earlier),
        Step::Parts { parts, .. } => parts.iter().any(is_earlier),
        Step::Same(other) | Step::AtMost(other) | Step::AtLeast(other) => is_earlier(other),
        Step::Quotient { share, other } => is_earlier(share) || is_earlier(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{gate::reason::Name, model::text::Text};

    fn cell(code: &str, label: &str) -> CellName {
        let name = |code: &str, label: &str| Name { code: code.into(), label: Text::new(Language::Swedish, label) };
        let categories = vec![("area".to_owned(), name("0180", "Stockholm")), ("sex".to_owned(), name(code, label))];
        CellName { elsewhere: None, measure: name("barn", "Barn"), categories }
    }

    #[test]
    fn the_figures_it_takes_are_named_by_what_sets_them_apart() {
        let step = Step::LessParts { whole: cell("T", "Totalt"), parts: vec![cell("f", "Flickor")], n_more: 0 };
        let way = Way { steps: vec![step], ..Way::default() };
        let said = |language| follows(&cell("m", "Pojkar"), Exposure::Exact, Withheld::Hidden, &way, language);
        assert_eq!(
            said(Language::Swedish),
            "Talet är dolt men kan räknas ut: ”Totalt” minus ”Flickor”. Dölj ett tal till i samma summa, eller slå ihop grupper."
        );
        assert!(
            said(Language::English).starts_with("The figure is hidden but can be worked out: “Totalt” less “Flickor”.")
        );
    }

    #[test]
    fn what_was_published_before_cannot_be_taken_back() {
        let name = Name { code: "hem".into(), label: Text::new(Language::Swedish, "Hem") };
        let elsewhere = Some(Elsewhere::Earlier { name, updated: Some("2024-03-01".into()) });
        let other = CellName { elsewhere, ..cell("m", "Pojkar") };
        let way = Way { steps: vec![Step::Same(other)], ..Way::default() };
        let said = follows(&cell("m", "Pojkar"), Exposure::Exact, Withheld::Hidden, &way, Language::Swedish);
        assert!(said.contains("samma tal står som ”Barn” i en tidigare utgåva av Hem (hem, 2024-03-01)."), "{said}");
        assert!(said.contains("kan inte tas tillbaka"), "{said}");
    }
}
