//! What another file format cannot say, in sentences.

use super::complaint::so_many;
use super::phrases::pick;
use crate::model::{
    loss::{Loss, PxLoss},
    text::Language,
};

/// What is lost.
pub fn sentence(loss: &Loss, language: Language) -> String {
    match language {
        Language::Swedish => swedish(loss),
        Language::English => english(loss),
    }
}

/// What is lost in a PX file.
pub const fn px_sentence(loss: PxLoss, language: Language) -> &'static str {
    let pair = match loss {
        PxLoss::Synthetic => {
            ("Att siffrorna är påhittade står bara som en not.", "That the figures are made up stands as a note only.")
        }
        PxLoss::Publisher => (
            "Utgivare, diarienummer, licens, urval och population följer inte med.",
            "Publisher, registry numbers, licence, design and population do not come along.",
        ),
        PxLoss::Updated => (
            "Uppdateringsdagen följer inte med: den är inget datum med klockslag.",
            "The day of the update does not come along: it is no date and time.",
        ),
        PxLoss::Sources => (
            "Av källorna följer bara titlar och en adress med.",
            "Of the sources only titles and one address come along.",
        ),
        PxLoss::Comparability => ("Vad som får jämföras följer inte med.", "What may be compared does not come along."),
        PxLoss::Disclosure => (
            "Vad som gjorts för att ingen ska kunna identifieras följer inte med.",
            "What was done so that nobody can be identified does not come along.",
        ),
        PxLoss::Policy => {
            ("Lagrum och daterade händelser följer inte med.", "Legal bases and dated events do not come along.")
        }
        PxLoss::Combinations => (
            "Vilka uppdelningar som är godkända följer inte med.",
            "Which break-downs are cleared does not come along.",
        ),
        PxLoss::Ratios => (
            "Mått som räknas ut ur andra, och vad andelar räknas ur, följer inte med.",
            "Measures worked out from others, and what shares are worked out from, do not come along.",
        ),
        PxLoss::MeasureKinds => (
            "Måttens slag, riktning och skydd följer inte med.",
            "The kinds of measures, their direction and whom they protect do not come along.",
        ),
        PxLoss::Sums => ("Alla tillåtna summor följer inte med.", "Not all allowed sums come along."),
        PxLoss::DimensionKinds => (
            "Dimensionernas slag, ordning och överlapp, eller platsernas nivå, följer inte med.",
            "The kinds, order and overlaps of dimensions, or the levels of places, do not come along.",
        ),
        PxLoss::Breaks => ("Tidsseriebrott följer inte med.", "Breaks in series do not come along."),
        PxLoss::Flags => ("Flaggor vid enskilda tal följer inte med.", "Flags of single numbers do not come along."),
        PxLoss::Qualifiers => {
            ("Ord som ”drygt” och ”cirka” följer inte med.", "Words such as “just over” and “about” do not come along.")
        }
        PxLoss::Provenance => (
            "Var och hur enskilda siffror lästes följer inte med.",
            "Where and how single figures were read does not come along.",
        ),
        PxLoss::Signs => {
            ("En del tecken utan förklaring följer inte med.", "Some signs that nobody explains do not come along.")
        }
        PxLoss::Letters => (
            "Citattecken, radbrytningar och nummertecken i texter har bytts ut.",
            "Quotation marks, line breaks and number signs in texts have been replaced.",
        ),
        PxLoss::Names => {
            ("Namn som står två gånger har gjorts olika.", "Names that stand twice have been made different.")
        }
        PxLoss::Languages => {
            ("Språket för en del texter följer inte med.", "The language of some texts does not come along.")
        }
        PxLoss::Places => (
            "Platsen för en del noter eller summor följer inte med.",
            "The place of some notes or totals does not come along.",
        ),
        PxLoss::Decimals => {
            ("Fler än femton decimaler följer inte med.", "More than fifteen decimals do not come along.")
        }
    };
    pick(language, pair)
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
        Loss::Policy => "Lagrum och daterade händelser följer inte med.".into(),
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
        Loss::Policy => "Legal bases and dated events are left out.".into(),
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
