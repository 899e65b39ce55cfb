//! The reasons of a refusal in Swedish.

use super::way::follows;
use crate::{
    gate::{
        personal::Personal,
        reason::{CellName, Contributor, DatasetText, Part, Reason, TextPlace},
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
        Reason::HiddenFollows { cell: name, exposure, withheld, way } => {
            format!("{}: {}", cell(name), follows(name, *exposure, *withheld, way, Language::Swedish))
        }
        Reason::WholeGroup { cell: name, is_all: true, under } => format!(
            "{}: Alla i en grupp på färre än {under} har svaret, och då är det känt om var och en av dem. Dölj antalet, och fler celler så att det inte går att räkna ut, eller slå ihop grupper.",
            cell(name)
        ),
        Reason::WholeGroup { cell: name, is_all: false, under } => format!(
            "{}: Ingen i en grupp på färre än {under} har det som alla borde ha, och då är det känt om var och en av dem. Dölj antalet, och fler celler så att det inte går att räkna ut, eller slå ihop grupper.",
            cell(name)
        ),
        Reason::ShareOfFew { cell: name, least } => {
            format!("{}: Andelen gäller färre än {least} personer. Dölj den, eller slå ihop grupper.", cell(name))
        }
        Reason::FewContributors { cell: name, of, least } => {
            let few = match of {
                Contributor::Homes => format!("färre än {least} hem"),
                Contributor::Operators => format!("färre än {least} utförare"),
            };
            format!(
                "{}: Bakom siffran står {few}, och då kan en av dem räkna ut de andras. Dölj den, och fler celler så att den inte går att räkna ut, eller slå ihop grupper.",
                cell(name)
            )
        }
        Reason::Dominated { cell: name, most } => format!(
            "{}: Ett enda hem står för mer än {most} procent av siffran. Dölj den, och fler celler så att den inte går att räkna ut, eller slå ihop grupper.",
            cell(name)
        ),
        Reason::HomeByHome { dimension } => format!(
            "Dimensionen ”{dimension}” har en kategori för varje hem. Siffror om barn, ärenden, personal eller hem publiceras för grupper av hem: slå ihop till områden, typer eller regiformer."
        ),
        Reason::Records { dimension, n } => format!(
            "Dimensionen ”{dimension}” har en rad för var och en av sina {n} kategorier: det ser ut som enskilda fall, inte som statistik. Summera till grupper och ta bort dimensionen."
        ),
        Reason::SeveralSigns { signs } => format!(
            "Filen har flera tecken för dolda tal ({}), och de kan berätta vilka som är små. Använd samma tecken för alla dolda tal.",
            signs.join(" ")
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
        Personal::Coordinates => "koordinater",
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
