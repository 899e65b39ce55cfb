//! The texts of the search in Explore.

use super::complaint::so_many;
use crate::model::text::Language;

phrases! {
    label: "Sök bland uppgifter, mått och platser", "Search data, measures and places";
    hint: "Skriv ett ord, till exempel våld eller Malmö", "Type a word, such as violence or Malmö";
    close: "Stäng", "Close";
    results: "Träffar", "Hits";
    datasets: "Datamängder", "Datasets";
    measures: "Mått", "Measures";
    breakdowns: "Uppdelningar", "Breakdowns";
    categories: "Kategorier", "Categories";
    places: "Platser", "Places";
    pinned: "Fästa platser", "Pinned places";
    recent: "Senast visade", "Recently shown";
    published: "publicerade siffror", "published figures";
    made_up: "påhittade siffror", "made-up figures";
    own_file: "egen fil", "your own file";
    own_page: "Platsens egen sida", "The place’s own page";
    fetching: "Hämtar det som går att söka på …", "Fetching what can be searched …";
    no_index: "Sökregistret kunde inte hämtas. Sök på uppgifternas namn så länge, eller försök igen om en stund.", "The search index could not be fetched. Search by the names of the data meanwhile, or try again in a while.";
    no_places: "Platserna kunde inte hämtas. Sök på annat så länge, eller försök igen om en stund.", "The places could not be fetched. Search for other things meanwhile, or try again in a while.";
}

/// "Mått – 5 av 12": the title over hits that are not all shown.
pub fn of_more(language: Language, name: &str, n_shown: usize, n_hits: usize) -> String {
    let (n_shown, n_hits) = (so_many(n_shown, language), so_many(n_hits, language));
    match language {
        Language::Swedish => format!("{name} – {n_shown} av {n_hits}"),
        Language::English => format!("{name} – {n_shown} of {n_hits}"),
    }
}

/// "12 träffar, de 8 bästa visas."
pub fn hits(language: Language, n_hits: usize, n_shown: usize) -> String {
    let (all, shown) = (so_many(n_hits, language), so_many(n_shown, language));
    match (language, n_hits) {
        (Language::Swedish, 1) => "1 träff.".to_owned(),
        (Language::English, 1) => "1 hit.".to_owned(),
        (Language::Swedish, _) if n_hits == n_shown => format!("{all} träffar."),
        (Language::English, _) if n_hits == n_shown => format!("{all} hits."),
        (Language::Swedish, _) => format!("{all} träffar, {shown} visas. Skriv mer för att få färre."),
        (Language::English, _) => format!("{all} hits, {shown} shown. Type more to get fewer."),
    }
}

/// That nothing was found, and what to try.
pub fn nothing(language: Language, typed: &str) -> String {
    match language {
        Language::Swedish => format!(
            "Inget hittades för ”{typed}”. Pröva ett kortare ord, ett annat ord för samma sak, eller namnet på en kommun eller ett län."
        ),
        Language::English => format!(
            "Nothing was found for “{typed}”. Try a shorter word, another word for the same thing, or the name of a municipality or a county."
        ),
    }
}
