//! The texts of Explore: controls, cards, tables.

use super::complaint::so_many;
use crate::model::{area::Level, text::Language};

phrases! {
    controls: "Vad vill du se?", "What would you like to see?";
    dataset: "Uppgifter", "Data";
    choose_dataset: "Välj uppgifter …", "Choose data …";
    measure: "Mått", "Measure";
    level: "Karta per", "Map by";
    by: "Diagram efter", "Chart by";
    view: "Visa", "Show";
    beside: "Bredvid", "Beside it";
    beside_nothing: "ingenting", "nothing";
    change_places: "Byt plats", "Swap places";
    view_all: "Allt", "All";
    view_map: "Karta", "Map";
    view_chart: "Diagram", "Chart";
    view_difference: "Skillnad", "Difference";
    view_table: "Tabell", "Table";
    number: "Antal", "Number";
    share: "Andel", "Share";
    found: "Därav", "Of which";
    interval: "95 % osäkerhet", "95% uncertainty";
    state: "Anmärkning", "Remark";
    source: "Källa", "Source";
    address_of_view: "Vyn finns på", "This view is at";
    read_primary: "läst i myndighetens egen text", "read in the authority’s own text";
    read_mirror: "läst i en kopia av myndighetens text", "read in a copy of the authority’s text";
    read_secondary: "läst hos någon som återger källan", "read where somebody cites the source";
    read_derived: "uträknad ur publicerade siffror", "worked out from published figures";
    as_table: "Visa diagrammet som tabell", "Show the chart as a table";
    read_bars: "Stapeln är siffran och strecket dess osäkerhet: inom strecket kan det sanna värdet ligga. Två staplar skiljer sig säkert bara om ordet för omdömet säger det.", "The bar is the figure and the line its uncertainty: the true value may lie anywhere along it. Two bars differ with certainty only where the word of the verdict says so.";
    read_table: "Varje rad är siffran, dess osäkerhet, antalen bakom och omdömet. Ett streck eller en tom ruta betyder att det inte finns något att säga, aldrig noll.", "Each row is the figure, its uncertainty, the numbers behind it and the verdict. A dash or an empty cell means that there is nothing to say, never zero.";
    chart_keys: "Piltangenterna går mellan staplarna, Retur väljer.", "The arrow keys move between the bars, Enter picks.";
    table_filter: "Sök i tabellen", "Search the table";
    table_none: "Ingen rad passar.", "No row matches.";
    no_map: "Uppgifterna publiceras bara för hela riket, så det finns ingen karta att visa.", "The figures are published for the whole country only, so there is no map to show.";
    no_interval: "Osäkerheten kan inte räknas ut: antalet bakom andelen är inte publicerat.", "The uncertainty cannot be worked out: the number behind the share is not published.";
    nothing_counted: "inget tillsynat (n = 0)", "nothing supervised (n = 0)";
}

/// In what order two views stand: "Först Karta, sedan Tabell."
pub fn places_of_views(language: Language, first: &str, second: &str) -> String {
    match language {
        Language::Swedish => format!("Först {first}, sedan {second}."),
        Language::English => format!("First {first}, then {second}."),
    }
}

/// "kommun", "län": the level in the select of the map.
pub const fn level_name(language: Language, level: Level) -> &'static str {
    match (language, level) {
        (Language::Swedish, Level::Nation) => "riket",
        (Language::Swedish, Level::Division) => "IVO-avdelning",
        (Language::Swedish, Level::County) => "län",
        (Language::Swedish, Level::Municipality) => "kommun",
        (Language::English, Level::Nation) => "the nation",
        (Language::English, Level::Division) => "IVO division",
        (Language::English, Level::County) => "county",
        (Language::English, Level::Municipality) => "municipality",
    }
}

/// "kommuner", "län": several of them.
pub const fn level_names(language: Language, level: Level) -> &'static str {
    match (language, level) {
        (Language::Swedish, Level::Nation) => "länder",
        (Language::Swedish, Level::Division) => "IVO-avdelningar",
        (Language::Swedish, Level::County) => "län",
        (Language::Swedish, Level::Municipality) => "kommuner",
        (Language::English, Level::Nation) => "nations",
        (Language::English, Level::Division) => "IVO divisions",
        (Language::English, Level::County) => "counties",
        (Language::English, Level::Municipality) => "municipalities",
    }
}

/// "13 av 48 hem"
pub fn counts(language: Language, numerator: &str, denominator: &str, unit: &str) -> String {
    match language {
        Language::Swedish => format!("{numerator} av {denominator} {unit}"),
        Language::English => format!("{numerator} of {denominator} {unit}"),
    }
}

/// "1 297 brister på 549 ärenden": what a mean is worked out from.
pub fn shared_out(language: Language, (all, unit): (&str, &str), (among, unit_among): (&str, &str)) -> String {
    match language {
        Language::Swedish => format!("{all} {unit} på {among} {unit_among}"),
        Language::English => format!("{all} {unit} for {among} {unit_among}"),
    }
}

/// "n = 48"
pub fn n_is(n: &str) -> String {
    format!("n\u{a0}=\u{a0}{n}")
}

/// "95 % osäkerhet 17–41 %"
pub fn interval_is(language: Language, range: &str) -> String {
    match language {
        Language::Swedish => format!("95\u{a0}% osäkerhet {range}"),
        Language::English => format!("95% uncertainty {range}"),
    }
}

/// "Andel hem efter boendeform, Umeå"
pub fn broken_down(language: Language, measure: &str, dimension: &str, place: &str) -> String {
    let dimension = lower_first(dimension);
    match language {
        Language::Swedish => format!("{measure} efter {dimension}, {place}"),
        Language::English => format!("{measure} by {dimension}, {place}"),
    }
}

/// "Karta per kommun": the title of the map's card; what it shows stands above.
pub fn map_by(language: Language, level: Level) -> String {
    format!("{} {}", self::level(language), level_name(language, level))
}

/// "Andel hem per kommun, 2022"
pub fn mapped(language: Language, measure: &str, level: Level, rest: &str) -> String {
    let level = level_name(language, level);
    let per = match language {
        Language::Swedish => "per",
        Language::English => "by",
    };
    if rest.is_empty() { format!("{measure} {per} {level}") } else { format!("{measure} {per} {level}, {rest}") }
}

/// The bar chart, for those who do not see it.
pub fn chart_summary(language: Language, title: &str, n_rows: usize, n_known: usize) -> String {
    match language {
        Language::Swedish => format!(
            "{title}. Stapeldiagram med {n_rows} rader, {n_known} med ett värde. Samma uppgifter står i tabellen under."
        ),
        Language::English => {
            format!("{title}. Bar chart of {n_rows} rows, {n_known} with a value. The table below says the same.")
        }
    }
}

/// "Visar 12 av 290 rader."
pub fn rows_shown(language: Language, shown: usize, all: usize) -> String {
    let (shown, all) = (so_many(shown, language), so_many(all, language));
    match language {
        Language::Swedish => format!("Visar {shown} av {all} rader."),
        Language::English => format!("Showing {shown} of {all} rows."),
    }
}

/// "Diagrammet visar 120 av 290. Tabellen har alla."
pub fn bars_shown(language: Language, shown: usize, all: usize) -> String {
    let (shown, all) = (so_many(shown, language), so_many(all, language));
    match language {
        Language::Swedish => format!("Diagrammet visar {shown} av {all}. Tabellen har alla."),
        Language::English => format!("The chart shows {shown} of {all}. The table has them all."),
    }
}

/// The reason why a select is shut: nothing of the dimension is cleared at this level.
pub fn not_cleared_by(language: Language, level: Level) -> String {
    let level = level_name(language, level);
    match language {
        Language::Swedish => format!("Publiceras inte per {level}."),
        Language::English => format!("Not published by {level}."),
    }
}

/// The reason why a select is shut: the dimension is not cleared together with these others.
pub fn not_cleared_with(language: Language, others: &str) -> String {
    match language {
        Language::Swedish if others.is_empty() => "Publiceras inte ihop med det du valt.".to_owned(),
        Language::English if others.is_empty() => "Not published with your choice.".to_owned(),
        Language::Swedish => format!("Publiceras inte ihop med {others}."),
        Language::English => format!("Not published together with {others}."),
    }
}

/// The name of a country within a sentence: "riket" is a word in Swedish, "Sweden" a name in English.
pub fn within_a_sentence(language: Language, name: &str) -> String {
    match language {
        Language::Swedish => lower_first(name),
        Language::English => name.to_owned(),
    }
}

/// The word with its first letter small, unless it is an abbreviation.
pub fn lower_first(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_abbreviation = letters.clone().next().is_some_and(char::is_uppercase);
    if is_abbreviation { word.to_owned() } else { first.to_lowercase().chain(letters).collect() }
}
