//! The faults of a file in Swedish.

use super::{
    said::{Said, said},
    so_many,
};
use crate::{
    load::fault::{Class, Counted, Fault, Found, Limit, Named, Shape},
    model::{figure::Absence, text::Language},
    words::absence,
};

/// What was wrong, and what to do.
pub fn fault(fault: &Fault) -> Said {
    match fault {
        Fault::NotJson(word) => {
            said!("Texten går inte att läsa som JSON ({word})."; "Kontrollera tecknen just före den här platsen.")
        }
        Fault::OverLimit { limit, most, found } => over_limit(*limit, *most, *found),
        Fault::WrongClass { expected, found } => wrong_class(expected, found),
        Fault::UnknownVersion { expected, found } => {
            said!("Versionen är ”{found}”, men sidan känner till version {expected}."; "Spara filen i den versionen.")
        }
        Fault::Lacking(name) => lacking(name),
        Fault::WrongShape { expected, found: it } => {
            said!("Här står {}.", found(it); "Skriv i stället {}.", shape(*expected))
        }
        Fault::RepeatedName => said!("Ett namn står två gånger i samma objekt."; "Ta bort det ena."),
        Fault::Duplicate(id) => said!("”{id}” står två gånger."; "Låt varje id, kod och position stå en gång."),
        Fault::Miscounted { what, expected, found } => miscounted(*what, &n(*expected), &n(*found)),
        Fault::BadPosition { code, found: it, n: all } => said!("Kategorin ”{code}” har som position {}.", found(it);
            "Ge kategorierna positionerna 0 till {}, var och en en gång.",
            n(all.saturating_sub(1))
        ),
        Fault::NoSuch { what, id } => {
            said!("{} ”{id}” finns inte i filen.", named(*what); "Rätta namnet eller ta bort hänvisningen.")
        }
        Fault::LeftOver(id) => {
            said!("Dimensionen ”{id}” beskrivs men står inte i ”id”."; "Lägg till den där eller ta bort beskrivningen.")
        }
        Fault::UnknownWord { word, expected } => {
            said!("Sidan känner inte till ordet ”{word}”."; "Skriv ett av dessa: {}.", expected.join(", "))
        }
        Fault::UnknownLanguage(tag) => {
            said!("Texterna på språket ”{tag}” läses inte."; "Skriv dem på svenska (sv) eller engelska (en).")
        }
        Fault::NotUnderstood => {
            said!("Sidan känner inte till det här namnet i profilen."; "Kontrollera hur det stavas.")
        }
        Fault::UnreadableProfile(word) => {
            said!("Profilen går inte att läsa ({word})."; "Rätta den: den kan säga att siffror är påhittade eller ska döljas, så inget visas ur filen innan dess."
            )
        }
        Fault::UnknownSign { sign, n_cells } => {
            said!("Tecknet ”{sign}” står vid {} och förklaras inte.", cells(*n_cells);
                "Skriv vad det betyder under ”states” i profilen."
            )
        }
        Fault::NumberWithheld { sign, absence, n_cells } => withheld(sign, absence, *n_cells),
        Fault::NotFinite => {
            said!("Talet är för stort för att räkna med."; "Kontrollera det och enhetens ”multiplier”.")
        }
        Fault::SeveralMetrics(n_dimensions) => {
            said!("{} dimensioner anges som mått; den första används, de andra läses som vanliga dimensioner.", n(*n_dimensions);
                "Ange bara en."
            )
        }
        Fault::NotWorkedOut => {
            said!("Det framgår inte vad måttet räknas ur."; "Ange ”numerator” och ”denominator” bland de mått som har siffror, och ”kind”.")
        }
        Fault::Circular(code) => {
            said!("Kategorin ”{code}” ligger under sig själv; kopplingen är utelämnad."; "Rätta ”child” eller ”parents”.")
        }
        Fault::TwoParents(code) => {
            said!("Kategorin ”{code}” ligger under två andra; den första gäller."; "Ta bort den andra.")
        }
        Fault::NoReason => said!("Skälet saknas."; "Skriv det under ”reason”."),
        Fault::NotADate(text) => {
            said!("”{text}” är inget datum, eller tidigare än datumet före; det är utelämnat."; "Skriv ”2023”, ”2023-03” eller ”2023-03-01”, det tidigare under ”from”.")
        }
        Fault::QualifierWithoutNumber => {
            said!("Profilen säger hur exakt talet är, men cellen har inget tal."; "Ta bort det ena eller lägg till det andra.")
        }
        Fault::OutsideFolder(href) => {
            said!("Adressen ”{href}” leder ut ur katalogens mapp."; "Ange en fil i mappen, till exempel ”hvb-2023.json”.")
        }
        Fault::NotSha256(hash) => said!("”{hash}” är ingen SHA-256-summa."; "Ange dess 64 hexadecimala tecken."),
        Fault::OtherPacking { expected, found } => {
            said!("Filen är packad i version {found}, men sidan läser version {expected}."; "Ladda om sidan. Hjälper det inte ska den som driver den göra om webbplatsen, så att sida och filer blir lika nya.")
        }
        Fault::NotPacked => {
            said!("Filen är inte packad som sidan läser den, eller inte hel."; "Försök igen. Hjälper det inte ska den som driver sidan göra om webbplatsen.")
        }
        #[cfg(feature = "formats")]
        Fault::Table(fault) => super::table::fault(fault, Language::Swedish),
        #[cfg(feature = "formats")]
        Fault::Package(fault) => super::package::fault(fault, Language::Swedish),
        #[cfg(feature = "formats")]
        Fault::Workbook(fault) => super::workbook::fault(fault, Language::Swedish),
        #[cfg(feature = "formats")]
        Fault::Px(fault) => super::px::fault(fault, Language::Swedish),
        Fault::Unlisted(more) => said!("{} anmärkningar till visas inte här.", n(*more); "Rätta de visade först."),
    }
}

fn over_limit(limit: Limit, most: usize, found: Option<usize>) -> Said {
    let most = n(most);
    let found = found.map_or_else(|| "fler".to_owned(), n);
    match limit {
        Limit::Bytes => said!("Filen har {found} byte; sidan läser högst {most}."; "Dela tabellen per år eller län."),
        Limit::TextBytes => said!("En text är längre än {most} byte."; "Korta den."),
        Limit::Cells => {
            said!("Tabellen har {found} celler; sidan läser högst {most}."; "Dela tabellen per år eller län.")
        }
        Limit::Dimensions => said!("Tabellen har {found} dimensioner; sidan läser högst {most}."; "Dela tabellen."),
        Limit::Items => said!("Katalogen har {found} poster; sidan läser högst {most}."; "Dela katalogen."),
        Limit::Columns => {
            said!("Tabellen har {found} kolumner; sidan läser högst {most}."; "Ta bort dem som inte behövs.")
        }
        Limit::Unpacked => said!("Filen i arkivet blir större än {most} byte när den packas upp.";
            "Packa upp den själv och öppna tabellen för sig."
        ),
    }
}

fn wrong_class(expected: &Class, found: &Class) -> Said {
    match (expected, found) {
        (Class::Catalogue, _) => {
            said!("Filen är ingen katalog."; "Låt ”class” vara ”collection”, eller öppna en annan fil.")
        }
        (_, Class::Catalogue) => {
            said!("Filen är en katalog över tabeller (”collection”), ingen tabell."; "Öppna en av tabellerna i den.")
        }
        (_, Class::Dimension) => {
            said!("Filen beskriver en enda dimension (”dimension”) och har inga siffror."; "Öppna tabellen i stället.")
        }
        (_, Class::Version1) => {
            said!("Filen är i JSON-stat 1, men sidan läser JSON-stat 2.0."; "Hämta tabellen i den versionen.")
        }
        (_, Class::Other(Some(class))) => {
            said!("Filen säger att den är ”{class}”."; "Hämta den som en tabell i JSON-stat 2.0, med ”class”: ”dataset”.")
        }
        (_, Class::Other(None) | Class::Dataset) => {
            said!("Filen säger inte vad den är."; "Hämta den som en tabell i JSON-stat 2.0, med ”class”: ”dataset”.")
        }
    }
}

fn lacking(name: &str) -> Said {
    match name {
        "value" => {
            said!("”value” saknas eller är tomt, så tabellen har inga siffror."; "Hämta tabellen med siffrorna.")
        }
        "per" => said!("”per” saknas."; "Ange hur många kvoten räknas på, till exempel 1000 eller 100000."),
        "packed" => {
            said!("Förteckningen nämner ingen packad fil för startsidan."; "Den som driver sidan ska göra om webbplatsen.")
        }
        "synthetic" => said!("”synthetic” saknas."; "Ange true om siffrorna är påhittade, annars false."),
        name => said!("”{name}” saknas."; "Lägg till det."),
    }
}

fn miscounted(what: Counted, expected: &str, found: &str) -> Said {
    match what {
        Counted::Sizes => {
            said!("”id” har {expected} dimensioner men ”size” har {found} tal."; "Ange lika många av båda.")
        }
        Counted::Categories => {
            said!("Enligt ”size” är kategorierna {expected}, men här finns {found}."; "Rätta ”size” eller kategorierna.")
        }
        Counted::Values => {
            said!("Storlekarna ger {expected} celler, men ”value” har {found} värden."; "Rätta ”size” eller fyll i de värden som saknas."
            )
        }
        Counted::Statuses => {
            said!("Storlekarna ger {expected} celler, men ”status” har {found} tecken."; "Ange ett för varje cell, eller ett för alla."
            )
        }
    }
}

fn withheld(sign: &str, absence: &Absence, n_cells: usize) -> Said {
    let cells = cells(n_cells);
    match absence {
        Absence::UnknownSymbol(_) => {
            said!("Tecknet ”{sign}” förklaras med ett ord som sidan inte känner till; något kan behöva döljas, så talet visas inte i {cells}."; "Rätta ordet under ”states”."
            )
        }
        absence => {
            said!("Tecknet ”{sign}” betyder ”{}”, men {cells} har ett tal också, som inte visas.", absence::name(absence, Language::Swedish);
                "Ta bort talet ur filen."
            )
        }
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Object => "ett objekt { … }",
        Shape::List => "en lista [ … ]",
        Shape::Text => "en text inom citattecken",
        Shape::Texts => "en text eller en lista med texter",
        Shape::Number => "ett tal eller null",
        Shape::WholeNumber => "ett heltal, 0 eller större",
        Shape::PowerOfTen => "ett heltal från \u{2212}12 till 12",
        Shape::ListOrObject => "en lista eller ett objekt",
        Shape::ListObjectOrText => "en lista, ett objekt eller en text",
        Shape::Truth => "true eller false",
    }
}

fn found(found: &Found) -> String {
    match found {
        Found::Null => "null".into(),
        Found::Truth(truth) => truth.to_string(),
        Found::Number(number) => format!("talet {number}"),
        Found::Text(text) => format!("texten ”{text}”"),
        Found::List => "en lista".into(),
        Found::Object => "ett objekt".into(),
    }
}

fn named(what: Named) -> &'static str {
    match what {
        Named::Dimension => "Dimensionen",
        Named::Category => "Kategorin",
        Named::Measure => "Måttet",
        Named::Source => "Källan",
        Named::Cell => "Cellen",
    }
}

fn cells(n_cells: usize) -> String {
    match n_cells {
        1 => "en cell".into(),
        n_cells => format!("{} celler", n(n_cells)),
    }
}

fn n(n: usize) -> String {
    so_many(n, Language::Swedish)
}
