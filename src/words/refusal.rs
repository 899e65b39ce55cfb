//! Why a file is not let in, as sentences: which rule, which cell or text, what to do. What stands there is never repeated.

mod english;
mod swedish;
mod way;

use super::complaint::so_many;
use crate::{
    gate::{
        Refusal,
        reason::{CellName, Reason, Refused},
    },
    model::text::Language,
};

/// A sentence for each reason, and last how many are not listed.
pub fn refusal(refusal: &Refusal, language: Language) -> Vec<String> {
    let mut said: Vec<String> = refusal.reasons.iter().map(|it| refused(it, language)).collect();
    if refusal.n_unlisted > 0 {
        let n = so_many(refusal.n_unlisted, language);
        said.push(match language {
            Language::Swedish => format!("{n} skäl till visas inte här."),
            Language::English => format!("{n} more reasons are not listed here."),
        });
    }
    said
}

/// With the name of the dataset before it, where there are several.
fn refused(refused: &Refused, language: Language) -> String {
    let said = reason(&refused.reason, language);
    match &refused.dataset {
        None => said,
        Some(name) => format!("{} ({}) – {said}", name.label.get(language), name.code),
    }
}

fn reason(reason: &Reason, language: Language) -> String {
    match language {
        Language::Swedish => swedish::reason(reason),
        Language::English => english::reason(reason),
    }
}

/// "Barn, Stockholm, flickor (children: area = 0180, sex = girls)": a cell as a reader knows it, and as the file writes it.
pub(super) fn cell(cell: &CellName, language: Language) -> String {
    let names = std::iter::once(&cell.measure).chain(cell.categories.iter().map(|(_, name)| name));
    let labels: Vec<&str> = names.map(|name| name.label.get(language)).collect();
    let codes: Vec<String> = cell.categories.iter().map(|(id, name)| format!("{id} = {}", name.code)).collect();
    let codes = if codes.is_empty() { String::new() } else { format!(": {}", codes.join(", ")) };
    format!("{} ({}{codes})", labels.join(", "), cell.measure.code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        gate::{
            personal::Personal,
            reason::{Contributor, DatasetText, Name, Part, TextPlace},
        },
        model::text::Text,
    };

    fn said(reason: Reason, language: Language) -> String {
        said_of(Refused { dataset: None, reason }, language)
    }

    fn said_of(refused: Refused, language: Language) -> String {
        refusal(&Refusal { reasons: vec![refused], n_unlisted: 0 }, language).join(" ")
    }

    fn name(code: &str, swedish: &str, english: &str) -> Name {
        Name { code: code.into(), label: Text::new(Language::Swedish, swedish).translated(english) }
    }

    #[test]
    fn a_cell_is_named_as_the_publisher_names_it() {
        let cell = || CellName {
            elsewhere: None,
            measure: name("children", "Antal barn", "Number of children"),
            categories: vec![("area".into(), name("0180", "Stockholm", "Stockholm"))],
        };
        let reason = |is_taken_for_count| Reason::SmallCount { cell: cell(), threshold: 5, is_taken_for_count };
        assert_eq!(
            said(reason(false), Language::Swedish),
            "Antal barn, Stockholm (children: area = 0180): Antalet är under 5 men inte noll, och kan peka ut någon. Dölj det, och fler celler om det annars går att räkna ut, eller slå ihop grupper."
        );
        assert!(said(reason(true), Language::Swedish).contains("”kind”"));
        assert!(
            said(reason(false), Language::English)
                .starts_with("Number of children, Stockholm (children: area = 0180): The count is under 5")
        );
    }

    #[test]
    fn a_text_is_pointed_at_and_not_repeated() {
        let reason = |place| Reason::PersonalData { place, kind: Personal::IdentityNumber };
        assert_eq!(
            said(reason(TextPlace::Dataset(DatasetText::Title)), Language::Swedish),
            "Titeln: Här står något som ser ut som ett personnummer. Ta bort det."
        );
        assert_eq!(
            said(reason(TextPlace::Category("area".into(), "0180".into(), Part::Note)), Language::English),
            "A note on category “0180” of dimension “area”: There is something here that looks like a personal identity number. Remove it."
        );
    }

    #[test]
    fn of_several_datasets_the_one_that_is_meant_is_named() {
        let reason = Reason::ThresholdUnderFloor { declared: 1, floor: 3 };
        let said = said_of(Refused { dataset: Some(name("hem", "Hem", "Homes")), reason }, Language::Swedish);
        assert!(said.starts_with("Hem (hem) – Filen har tröskeln 1"), "{said}");
    }

    #[test]
    fn every_rule_says_what_to_do() {
        let cell = CellName { measure: name("children", "Antal barn", "Number of children"), ..CellName::default() };
        let dimension = || "hem".to_owned();
        let reasons = [
            Reason::WholeGroup { cell: cell.clone(), is_all: true, under: 10 },
            Reason::WholeGroup { cell: cell.clone(), is_all: false, under: 10 },
            Reason::ShareOfFew { cell: cell.clone(), least: 20 },
            Reason::FewContributors { cell: cell.clone(), of: Contributor::Homes, least: 3 },
            Reason::FewContributors { cell: cell.clone(), of: Contributor::Operators, least: 3 },
            Reason::Dominated { cell, most: 75.0 },
            Reason::HomeByHome { dimension: dimension() },
            Reason::Records { dimension: dimension(), n: 30 },
            Reason::SeveralSigns { signs: vec!["x".into(), "y".into()] },
        ];
        for reason in reasons {
            let swedish = said(reason.clone(), Language::Swedish);
            assert!(
                ["Dölj", "slå ihop", "Summera", "Använd"].iter().any(|remedy| swedish.contains(remedy)),
                "{swedish}"
            );
            let english = said(reason, Language::English);
            assert!(["Hide", "erge", "Add up", "Use"].iter().any(|remedy| english.contains(remedy)), "{english}");
        }
    }

    #[test]
    fn the_rest_are_counted() {
        let all = Refusal { reasons: Vec::new(), n_unlisted: 1500 };
        assert_eq!(refusal(&all, Language::Swedish), ["1\u{a0}500 skäl till visas inte här."]);
    }
}
