//! The texts of `insyn protect` and `insyn check`: what was done, why it could not be, and what the protected file says of itself.

use super::{complaint::so_many, number, refusal};
use crate::{
    gate::reason::CellName,
    model::text::{Language, Text},
};

phrases! {
    cells: "Celler", "Cells";
    hidden: "Dolda", "Hidden";
    kept: "Kvar av informationen", "Information kept";
    by_earlier: "dolda redan förut", "hidden before";
    by_size: "antal under tröskeln", "counts under the threshold";
    by_contributors: "för få hem eller utförare bakom", "too few homes or operators behind";
    by_dominance: "en enda står för det mesta", "one alone has most of it";
    by_whole_group: "alla i en liten grupp", "all of a small group";
    by_denominator: "andelar av små grupper", "shares of small groups";
    by_share: "andelar som ger ett litet antal", "shares that give a small count";
    by_hidden: "räknas ur dolda antal", "worked out from hidden counts";
    by_same: "samma siffra dold i annan tabell", "same figure hidden in another table";
    by_complement: "för att andra inte ska kunna räknas ut", "so that others cannot be worked out";
    contradiction: "Siffror som redan var dolda går inte ihop med de synliga: summorna kan inte stämma. Utgå från tabellen som den var innan något doldes.", "Figures that were hidden before do not agree with those shown: the sums cannot hold. Begin with the table as it was before anything was hidden.";
    no_rounding: "Ingen avrundning håller ihop alla summor. Dölj i stället: ta bort ”rounding” ur specifikationen.", "No rounding keeps all sums. Hide instead: remove “rounding” from the spec.";
    hidden_before: "Tabellen har dolda antal, och de går inte att avrunda. Utgå från tabellen som den var innan något doldes.", "The table has hidden counts, and these cannot be rounded. Begin with the table as it was before anything was hidden.";
    no_way: "En siffra går att räkna ut vad som än döljs. Slå ihop grupper, eller låt fler siffror få döljas.", "A figure can be worked out whatever is hidden. Merge groups, or let more figures be hidden.";
    is_safe: "Inget röjs.", "Nothing is given away.";
    not_safe: "Får inte publiceras.", "Must not be published.";
}

/// What the file says of its protection.
pub fn description(threshold: u32, has_complementary: bool, rounding: Option<u32>) -> Text {
    let said = |language: Language| match (rounding, language) {
        (Some(base), Language::Swedish) => {
            format!(
                "Alla antal är avrundade till en multipel av {base}, så att delarna fortfarande summerar till helheten."
            )
        }
        (Some(base), Language::English) => {
            format!("All counts are rounded to a multiple of {base}, so that parts still make their totals.")
        }
        (None, Language::Swedish) if has_complementary => {
            format!("Antal under {threshold} är dolda, och fler siffror så att ingen dold går att räkna ut.")
        }
        (None, Language::English) if has_complementary => {
            format!("Counts under {threshold} are hidden, and more figures so that no hidden one can be worked out.")
        }
        (None, Language::Swedish) => format!("Antal under {threshold} är dolda."),
        (None, Language::English) => format!("Counts under {threshold} are hidden."),
    };
    Text::new(Language::Swedish, said(Language::Swedish)).translated(said(Language::English))
}

/// "Celler: 4 350, 62 dolda (1,4 %)."
pub fn counted(n_cells: usize, n_hidden: usize, language: Language) -> String {
    let [all, hidden] = [n_cells, n_hidden].map(|n| so_many(n, language));
    let share = number::percent(share(n_hidden, n_cells), 1, language);
    match language {
        Language::Swedish => format!("Celler: {all}, dolda: {hidden} ({share})"),
        Language::English => format!("Cells: {all}, hidden: {hidden} ({share})"),
    }
}

/// How much of the information is kept.
pub fn information(kept: f64, language: Language) -> String {
    format!("{}: {}", self::kept(language), number::percent(100.0 * kept, 1, language))
}

/// How many cells were rounded.
pub fn rounded(base: u32, n: usize, language: Language) -> String {
    let n = so_many(n, language);
    match language {
        Language::Swedish => format!("Avrundade till {base}: {n} celler ändrades"),
        Language::English => format!("Rounded to {base}: {n} cells were changed"),
    }
}

fn share(part: usize, all: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "for a percentage")]
    let share = 100.0 * part as f64 / all.max(1) as f64;
    share
}

/// "7 antal under tröskeln".
pub fn by_rule(n: usize, rule: &str, language: Language) -> String {
    format!("{:>7} {rule}", so_many(n, language))
}

/// A file was written.
pub fn written(path: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Skrivet: {path}"),
        Language::English => format!("Written: {path}"),
    }
}

/// The unprotected file would be lost.
pub fn own_input(path: &str, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("{path} är den oskyddade filen själv. Ange med -o en annan plats, så att den inte går förlorad.")
        }
        Language::English => {
            format!("{path} is the unprotected file itself. Say with -o another place, so that it is not lost.")
        }
    }
}

/// A rule hides what the spec says must stay.
pub fn must_stay(cell: &CellName, language: Language) -> String {
    let cell = refusal::cell(cell, language);
    match language {
        Language::Swedish => format!(
            "{cell}: Måste döljas, men ”never_hide” i specifikationen förbjuder det. Ta bort den raden, eller slå ihop grupper."
        ),
        Language::English => {
            format!(
                "{cell}: It must be hidden, but “never_hide” in the spec forbids it. Remove that line, or merge groups."
            )
        }
    }
}

/// A figure can be worked out whatever else is hidden.
pub fn worked_out(cell: &CellName, language: Language) -> String {
    let cell = refusal::cell(cell, language);
    match language {
        Language::Swedish => format!(
            "{cell}: Går att räkna ut, vad som än döljs av det som får döljas. Slå ihop grupper, eller ta bort rader ur ”never_hide”."
        ),
        Language::English => format!(
            "{cell}: It can be worked out, whatever is hidden of what may be. Merge groups, or remove lines from “never_hide”."
        ),
    }
}

/// The same figure has two values.
pub fn differs(one: &CellName, other: &CellName, language: Language) -> String {
    let (one, other) = (refusal::cell(one, language), refusal::cell(other, language));
    match language {
        Language::Swedish => {
            format!("{one} och {other}: Samma siffra står med två värden. Rätta den ena, eller ge måtten olika id.")
        }
        Language::English => {
            format!(
                "{one} and {other}: The same figure has two values. Correct one, or give the measures different ids."
            )
        }
    }
}

/// A total is not the sum of its parts.
pub fn not_a_sum(whole: &CellName, dimension: &str, language: Language) -> String {
    let whole = refusal::cell(whole, language);
    match language {
        Language::Swedish => format!(
            "{whole}: Delarna i dimensionen ”{dimension}” blir inte helheten, fast måttet sägs få summeras över den. Rätta siffrorna, eller ta bort dimensionen ur ”additive_over”."
        ),
        Language::English => format!(
            "{whole}: The parts in dimension “{dimension}” do not make the total, though the measure is said to be additive over it. Correct the figures, or remove the dimension from “additive_over”."
        ),
    }
}

/// The spec names what is not there.
pub fn not_there(what: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Specifikationen nämner ”{what}”, som inte finns i någon av tabellerna. Rätta måttets, dimensionens eller kategorins kod."
        ),
        Language::English => format!(
            "The spec names “{what}”, which is in none of the tables. Correct the code of the measure, the dimension or the category."
        ),
    }
}

/// The threshold is too low.
pub fn under_floor(threshold: u32, floor: u32, language: Language) -> String {
    match language {
        Language::Swedish => {
            format!("Tröskeln {threshold} i specifikationen är för låg: {floor} är den lägsta som godtas.")
        }
        Language::English => {
            format!("The threshold {threshold} in the spec is too low: {floor} is the lowest accepted.")
        }
    }
}

/// Rounding does not hide small counts.
pub fn base_under_threshold(base: u32, threshold: u32, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "Avrundning till {base} lämnar antal under tröskeln {threshold}. Skriv ”threshold = {base}” eller avrunda till en större bas."
        ),
        Language::English => format!(
            "Rounding to {base} leaves counts under the threshold {threshold}. Write “threshold = {base}”, or round to a larger base."
        ),
    }
}

/// Nobody rounds to this.
pub fn other_base(base: u32, language: Language) -> String {
    match language {
        Language::Swedish => format!("Det går att avrunda till 3 eller 5, inte till {base}."),
        Language::English => format!("It is possible to round to 3 or 5, not to {base}."),
    }
}

/// Two files would be written as one.
pub fn same_name(name: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!("Två filer heter {name} och skulle skriva över varandra. Byt namn på den ena."),
        Language::English => format!("Two files are called {name} and would overwrite each other. Rename one."),
    }
}

/// The spec can't be read, with the reader's own word for it, which has the line.
pub fn bad_spec(path: &str, why: &str, language: Language) -> String {
    match language {
        Language::Swedish => format!(
            "{path} går inte att läsa som specifikation:\n{why}\nVad som kan stå där visas av: insyn protect --help"
        ),
        Language::English => {
            format!("{path} cannot be read as a spec:\n{why}\nWhat may stand there is shown by: insyn protect --help")
        }
    }
}
