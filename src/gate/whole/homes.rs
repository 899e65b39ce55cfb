//! Homes by name, or one by one: a heuristic over categories, which says so.

use crate::{
    gate::{
        counts::is_protected_count,
        findings::Findings,
        reason::{Reason, discreet},
        receipt::Rule,
        warning::Warning,
    },
    model::{
        cube::Cube,
        dimension::{Category, Dimension},
    },
};

/// Words for a dimension whose categories are homes.
const KINDS_OF_HOMES: [&str; 4] = ["home", "homes", "hem", "facility"];

/// Words that end the name of a company.
const COMPANY: [&str; 6] = ["AB", "HB", "KB", "Aktiebolag", "Handelsbolag", "aktiebolag"];

/// Words for a kind of home, which stand before or behind a name.
const KINDS: [&str; 8] = [
    "hvb",
    "hvb-hem",
    "behandlingshem",
    "ungdomshem",
    "stödboende",
    "stödboendet",
    "behandlingshemmet",
    "ungdomshemmet",
];

/// Words that stand beside the kind in ordinary categories.
const ORDINARY: [&str; 3] = ["Totalt", "Total", "Övriga"];

/// Refuses protected counts home by home, where the file itself says that it has them; warns of categories that look like names.
pub fn check(cube: &Cube, findings: &mut Findings) {
    let has_protected = cube.measures.iter().any(|it| is_protected_count(it) && it.column.is_some());
    for dimension in &cube.dimensions {
        if has_protected && KINDS_OF_HOMES.contains(&dimension.kind.id()) && dimension.categories.len() > 1 {
            findings.refuse(|| Reason::HomeByHome { dimension: discreet(&dimension.id) });
            continue;
        }
        let n = n_names(dimension);
        if n > 0 {
            findings.warn(Warning::NamesOfHomes { dimension: discreet(&dimension.id), n });
        }
    }
    findings.checked(Rule::NamesOfHomes);
}

fn n_names(dimension: &Dimension) -> usize {
    let is_name = |category: &&Category| category.label.wordings().any(looks_like_name);
    dimension.categories.iter().filter(is_name).count()
}

/// Whether a label looks like the name of a home or a company: "Solgårdens HVB", "HVB Solgården", "Omsorg i Norr AB".
///
/// A name that is a name alone ("Solgården") is not told from a word.
fn looks_like_name(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let [first, .., last] = words.as_slice() else { return false };
    let is_kind = |word: &str| KINDS.contains(&word.to_lowercase().as_str());
    let is_owner = first.ends_with('s') && first.chars().count() > 4 && first.starts_with(char::is_uppercase);
    let is_own_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().count() >= 3
            && letters.all(char::is_lowercase)
            && !ORDINARY.contains(&word)
    };
    let is_company = COMPANY.contains(last) && is_own_name(first);
    is_company || (is_kind(last) && is_owner) || (is_kind(first) && is_own_name(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_homes_are_told_from_ordinary_categories() {
        for name in
            ["Solgårdens HVB", "HVB Solgården", "Björkbackens behandlingshem", "Stödboendet Eken", "Omsorg Norr AB"]
        {
            assert!(looks_like_name(name), "{name}");
        }
        for ordinary in [
            "HVB",
            "SiS",
            "Stödboende",
            "HVB för barn och unga",
            "Privata HVB",
            "Kommunala HVB",
            "Statliga ungdomshem",
            "Särskilda ungdomshem",
            "HVB totalt",
            "HVB Totalt",
            "HVB och stödboende",
            "AB",
            "Stockholms län",
            "Västra Götalands län",
            "",
        ] {
            assert!(!looks_like_name(ordinary), "{ordinary}");
        }
    }
}
