//! What another file format cannot say, in sentences.

use super::complaint::so_many;
use crate::model::{loss::Loss, text::Language};

/// What is lost.
pub fn sentence(loss: &Loss, language: Language) -> String {
    match language {
        Language::Swedish => swedish(loss),
        Language::English => english(loss),
    }
}

fn swedish(loss: &Loss) -> String {
    let n = |n: &usize| so_many(*n, Language::Swedish);
    match loss {
        Loss::Translations => "Orden på det andra språket följer inte med.".into(),
        Loss::Synthetic => "Att siffrorna är påhittade följer inte med.".into(),
        Loss::Origin => "Utgivare, källor, licens, diarienummer och uppdateringsdag följer inte med.".into(),
        Loss::Conditions => {
            "Vad som undersökts, vad som får jämföras och brytas ned, och hur enskilda skyddats följer inte med.".into()
        }
        Loss::Notes(all) => format!("Noter som inte följer med: {}.", n(all)),
        Loss::Measures => {
            "Måttens enhet, slag och skydd, vad de räknas ur och vad de får summeras över följer inte med.".into()
        }
        Loss::WorkedOut(ids) => format!("Mått som räknas ut ur andra följer inte med: {}.", ids.join(", ")),
        Loss::Dimensions(ids) => {
            format!("Slag, totaler, nivåer och tidsseriebrott följer inte med för dimensionerna {}.", ids.join(", "))
        }
        Loss::Flags(all) => format!("Celler vars flaggor (preliminär, reviderad …) inte följer med: {}.", n(all)),
        Loss::Qualifiers(all) => format!("Tal vars förbehåll (drygt, cirka …) inte följer med: {}.", n(all)),
        Loss::States(all) => format!("Celler vars skäl till att tal saknas inte följer med: {}.", n(all)),
        Loss::Remarks(all) => format!("Celler vars källa eller not inte följer med: {}.", n(all)),
    }
}

fn english(loss: &Loss) -> String {
    let n = |n: &usize| so_many(*n, Language::English);
    match loss {
        Loss::Translations => "The words in the other language are left out.".into(),
        Loss::Synthetic => "That the figures are made up is left out.".into(),
        Loss::Origin => "Publisher, sources, licence, registry numbers and the day of the update are left out.".into(),
        Loss::Conditions => {
            "What was examined, what may be compared and broken down, and how individuals are protected is left out.".into()
        }
        Loss::Notes(all) => format!("Notes left out: {}.", n(all)),
        Loss::Measures => {
            "The unit, kind and protection of the measures, what they are worked out from and may be summed over are left out.".into()
        }
        Loss::WorkedOut(ids) => format!("Measures that are worked out from others are left out: {}.", ids.join(", ")),
        Loss::Dimensions(ids) => {
            format!("Kinds, totals, levels and breaks in series are left out for the dimensions {}.", ids.join(", "))
        }
        Loss::Flags(all) => format!("Cells whose flags (provisional, revised …) are left out: {}.", n(all)),
        Loss::Qualifiers(all) => format!("Numbers whose qualifiers (just over, about …) are left out: {}.", n(all)),
        Loss::States(all) => format!("Cells whose reason for having no number is left out: {}.", n(all)),
        Loss::Remarks(all) => format!("Cells whose source or note is left out: {}.", n(all)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_reader_writes_them() {
        assert_eq!(sentence(&Loss::Notes(1200), Language::Swedish), "Noter som inte följer med: 1\u{a0}200.");
        assert_eq!(sentence(&Loss::Notes(1200), Language::English), "Notes left out: 1,200.");
    }
}
