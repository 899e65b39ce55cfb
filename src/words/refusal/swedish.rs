//! The reasons of a refusal in Swedish.

use crate::{
    gate::{
        personal::Personal,
        reason::{CellName, DatasetText, Part, Reason, TextPlace},
    },
    model::text::Language,
};

/// Which rule, where, and what to do.
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Unprotected => {
            "Filen är räknad ur poster och har inte skyddats. Kör insyn protect på den först.".to_owned()
        }
        Reason::ThresholdUnderFloor { declared, floor } => format!(
            "Filen har tröskeln {declared}, men den lägsta som godtas är {floor}. Dölj antal under {floor} och ange minst den tröskeln under ”disclosure”."
        ),
        Reason::SmallCount { cell: name, threshold, is_taken_for_count } => {
            let said = format!(
                "{}: Antalet är under {threshold} men inte noll, och kan peka ut någon. Dölj det, och fler celler om det annars går att räkna ut, eller slå ihop grupper.",
                cell(name)
            );
            match is_taken_for_count {
                true => {
                    said + " Filen säger inte vad måttet är, så hela tal tas för antal barn: är det något annat, skriv ”kind” och ”protected_unit” i profilen."
                }
                false => said,
            }
        }
        Reason::CountFromShare { cell: name, denominator, threshold } => format!(
            "{}: Andelen och ”{denominator}” ger tillsammans ett antal under {threshold}. Dölj andelen också, eller ange den med färre decimaler.",
            cell(name)
        ),
        Reason::PersonalData { place: where_it_is, kind } => {
            format!("{}: Här står något som ser ut som {}. Ta bort det.", place(where_it_is), personal(*kind))
        }
        Reason::UnsafeAddress { place: where_it_is } => {
            format!("{}: Adressen är ingen webbadress. Den ska börja med https:// eller http://.", place(where_it_is))
        }
    }
}

fn cell(name: &CellName) -> String {
    super::cell(name, Language::Swedish)
}

fn personal(kind: Personal) -> &'static str {
    match kind {
        Personal::IdentityNumber => "ett personnummer",
        Personal::EmailAddress => "en e-postadress",
        Personal::PhoneNumber => "ett telefonnummer",
    }
}

fn place(place: &TextPlace) -> String {
    match place {
        TextPlace::Dataset(text) => dataset(*text).to_owned(),
        TextPlace::Source(number) => format!("Källa {number}"),
        TextPlace::Dimension(id, part_of_it) => format!("{} dimensionen ”{id}”", part(*part_of_it)),
        TextPlace::Category(id, code, part_of_it) => {
            format!("{} kategorin ”{code}” i dimensionen ”{id}”", part(*part_of_it))
        }
        TextPlace::Measure(id, part_of_it) => format!("{} måttet ”{id}”", part(*part_of_it)),
        TextPlace::Cell(name) => format!("Anmärkning till {}", cell(name)),
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Code => "Koden för",
        Part::Label => "Namnet på",
        Part::Unit => "Enheten för",
        Part::Note => "En not till",
        Part::Break => "Skälet till brottet i",
    }
}

fn dataset(text: DatasetText) -> &'static str {
    match text {
        DatasetText::Id => "Filens namn",
        DatasetText::Title => "Titeln",
        DatasetText::RegistryNumber => "Ett diarienummer",
        DatasetText::Publisher => "Utgivaren",
        DatasetText::Licence => "Licensen",
        DatasetText::Updated => "Dagen för uppdatering",
        DatasetText::Population => "Beskrivningen av vad som granskats",
        DatasetText::Comparison => "Ett skäl om jämförbarhet",
        DatasetText::Disclosure => "Beskrivningen av röjandekontrollen",
        DatasetText::Event => "En daterad händelse",
        DatasetText::LegalBasis => "Ett lagrum",
        DatasetText::Note => "En not till tabellen",
    }
}
