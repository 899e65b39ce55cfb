//! The faults of a file in Swedish.

use super::so_many;
use crate::{
    load::fault::{Class, Counted, Fault, Found, Limit, Named, Shape},
    model::{figure::Absence, text::Language},
    words::absence,
};

/// What was wrong, and what to do.
pub fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NotJson(word) => {
            format!("Texten går inte att läsa som JSON ({word}). Kontrollera tecknen just före den här platsen.")
        }
        Fault::OverLimit { limit, most, found } => over_limit(*limit, *most, *found),
        Fault::WrongClass { expected, found } => wrong_class(expected, found),
        Fault::UnknownVersion { expected, found } => {
            format!("Versionen är ”{found}”, men sidan känner till version {expected}. Spara filen i den versionen.")
        }
        Fault::Lacking(name) => lacking(name),
        Fault::WrongShape { expected, found: it } => format!("Här ska stå {}. Här står {}.", shape(*expected), found(it)),
        Fault::RepeatedName => "Ett namn står två gånger i samma objekt. Ta bort det ena.".into(),
        Fault::Duplicate(id) => format!("”{id}” står två gånger. Varje id, kod och position får stå en gång."),
        Fault::Miscounted { what, expected, found } => miscounted(*what, &n(*expected), &n(*found)),
        Fault::BadPosition { code, found: it, n: all } => format!(
            "Kategorin ”{code}” har som position {}. Kategorierna ska ha positionerna 0 till {}, var och en en gång.",
            found(it),
            n(all.saturating_sub(1))
        ),
        Fault::NoSuch { what, id } => {
            format!("{} ”{id}” finns inte i filen. Rätta namnet eller ta bort hänvisningen.", named(*what))
        }
        Fault::LeftOver(id) => {
            format!("Dimensionen ”{id}” beskrivs men står inte i ”id”. Lägg till den där eller ta bort beskrivningen.")
        }
        Fault::UnknownWord { word, expected } => {
            format!("Sidan känner inte till ordet ”{word}”. Skriv ett av dessa: {}.", expected.join(", "))
        }
        Fault::UnknownLanguage(tag) => {
            format!("Texterna på språket ”{tag}” läses inte. Sidan finns på svenska (sv) och engelska (en).")
        }
        Fault::NotUnderstood => "Sidan känner inte till det här namnet i profilen. Kontrollera hur det stavas.".into(),
        Fault::UnreadableProfile(word) => format!(
            "Profilen går inte att läsa ({word}). Den kan säga att siffror är påhittade eller ska döljas, så inget visas ur filen innan felet är rättat."
        ),
        Fault::UnknownSign { sign, n_cells } => format!(
            "Tecknet ”{sign}” står vid {} och förklaras inte. Skriv vad det betyder under ”states” i profilen.",
            cells(*n_cells)
        ),
        Fault::NumberWithheld { sign, absence, n_cells } => withheld(sign, absence, *n_cells),
        Fault::NotFinite => "Talet är för stort för att räkna med. Kontrollera det och enhetens ”multiplier”.".into(),
        Fault::SeveralMetrics(n_dimensions) => format!(
            "{} dimensioner anges som mått. Den första används, de andra läses som vanliga dimensioner. Ange bara en.",
            n(*n_dimensions)
        ),
        Fault::NotWorkedOut => {
            "Det framgår inte vad måttet räknas ur. Ange ”numerator” och ”denominator” bland de mått som har siffror, och ”kind”.".into()
        }
        Fault::Circular(code) => {
            format!("Kategorin ”{code}” ligger under sig själv. Kopplingen är utelämnad. Rätta ”child” eller ”parents”.")
        }
        Fault::TwoParents(code) => {
            format!("Kategorin ”{code}” ligger under två andra. Den första gäller. Ta bort den andra.")
        }
        Fault::NoReason => "Skälet saknas. Skriv det under ”reason”.".into(),
        Fault::QualifierWithoutNumber => {
            "Profilen säger hur exakt talet är, men cellen har inget tal. Ta bort det ena eller lägg till det andra.".into()
        }
        Fault::OutsideFolder(href) => {
            format!("Adressen ”{href}” leder ut ur katalogens mapp. Ange en fil i mappen, till exempel ”hvb-2023.json”.")
        }
        Fault::NotSha256(hash) => format!("”{hash}” är ingen SHA-256-summa. Den ska ha 64 hexadecimala tecken."),
        #[cfg(feature = "formats")]
        Fault::Px(fault) => super::px::fault(fault, Language::Swedish),
        Fault::Unlisted(more) => format!("{} anmärkningar till visas inte här. Rätta de visade först.", n(*more)),
    }
}

fn over_limit(limit: Limit, most: usize, found: Option<usize>) -> String {
    let most = n(most);
    let found = found.map_or_else(|| "fler".to_owned(), n);
    match limit {
        Limit::Bytes => format!("Filen har {found} byte. Sidan läser högst {most}. Dela tabellen per år eller län."),
        Limit::TextBytes => format!("En text är längre än {most} byte. Korta den."),
        Limit::Cells => {
            format!("Tabellen har {found} celler. Sidan läser högst {most}. Dela tabellen per år eller län.")
        }
        Limit::Dimensions => format!("Tabellen har {found} dimensioner. Sidan läser högst {most}. Dela tabellen."),
        Limit::Items => format!("Katalogen har {found} poster. Sidan läser högst {most}. Dela katalogen."),
    }
}

fn wrong_class(expected: &Class, found: &Class) -> String {
    match (expected, found) {
        (Class::Catalogue, _) => "Filen är ingen katalog: ”class” ska vara ”collection”.".into(),
        (_, Class::Catalogue) => {
            "Filen är en katalog över tabeller (”collection”), ingen tabell. Öppna en av tabellerna i den.".into()
        }
        (_, Class::Dimension) => {
            "Filen beskriver en enda dimension (”dimension”) och har inga siffror. Öppna tabellen i stället.".into()
        }
        (_, Class::Version1) => {
            "Filen är i JSON-stat 1. Sidan läser JSON-stat 2.0. Hämta tabellen i den versionen.".into()
        }
        (_, Class::Other(Some(class))) => {
            format!("Filen säger att den är ”{class}”. Sidan läser tabeller i JSON-stat 2.0, med ”class”: ”dataset”.")
        }
        (_, Class::Other(None) | Class::Dataset) => {
            "Filen säger inte vad den är. Sidan läser tabeller i JSON-stat 2.0, med ”class”: ”dataset”.".into()
        }
    }
}

fn lacking(name: &str) -> String {
    match name {
        "value" => "”value” saknas eller är tomt, så tabellen har inga siffror. Hämta tabellen med siffrorna.".into(),
        "per" => "”per” saknas. Ange hur många kvoten räknas på, till exempel 1000 eller 100000.".into(),
        "synthetic" => "”synthetic” saknas. Ange true om siffrorna är påhittade, annars false.".into(),
        name => format!("”{name}” saknas. Lägg till det."),
    }
}

fn miscounted(what: Counted, expected: &str, found: &str) -> String {
    match what {
        Counted::Sizes => {
            format!("”id” har {expected} dimensioner men ”size” har {found} tal. De ska vara lika många.")
        }
        Counted::Categories => {
            format!("Enligt ”size” är kategorierna {expected}, men här finns {found}. Rätta ”size” eller kategorierna.")
        }
        Counted::Values => format!(
            "Storlekarna ger {expected} celler, men ”value” har {found} värden. Rätta ”size” eller fyll i de värden som saknas."
        ),
        Counted::Statuses => format!(
            "Storlekarna ger {expected} celler, men ”status” har {found} tecken. Ange ett för varje cell, eller ett för alla."
        ),
    }
}

fn withheld(sign: &str, absence: &Absence, n_cells: usize) -> String {
    let cells = cells(n_cells);
    match absence {
        Absence::UnknownSymbol(_) => format!(
            "Tecknet ”{sign}” förklaras med ett ord som sidan inte känner till. Det kan vara att något ska döljas, så talet visas inte i {cells}. Rätta ordet under ”states”."
        ),
        absence => format!(
            "Tecknet ”{sign}” betyder ”{}”, men {cells} har ett tal också. Talet visas inte. Ta bort det ur filen.",
            absence::name(absence, Language::Swedish)
        ),
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
