//! The texts of figures along time.

use super::{complaint::so_many, phrases::pick};
use crate::model::text::Language;

phrases! {
    view: "Över tid", "Over time";
    how_to_read: "Så läser du", "How to read it";
    reading: "Punkten är siffran och strecket dess osäkerhet. En linje binder bara ihop punkter som får jämföras.", "The point is the figure and the bar its uncertainty. A line joins only points that may be compared.";
    too_many: "Fler än fem linjer går inte att skilja åt. Därför visas bara den valda; välj en annan ovanför.", "More than five lines cannot be told apart. So only the one chosen is shown; choose another above.";
    dashed: "Streckad linje går förbi perioder som saknas.", "A dashed line passes over periods that are missing.";
    unequal: "Perioderna är olika långa. Bara de som är lika långa och inte överlappar binds ihop.", "The periods differ in length. Only those that are equally long and do not overlap are joined.";
    hollow: "En tom ruta vid botten betyder att siffran saknas eller är dold; tabellen säger varför.", "A hollow square at the bottom means that the figure is missing or hidden; the table says why.";
    keys: "Vänster- och högerpil går mellan perioderna, upp- och nedpil mellan linjerna, Retur väljer perioden.", "The left and right arrows move between the periods, up and down between the lines, Enter picks the period.";
    events: "Händelser", "Events";
    no_periods: "Uppgifterna är inte uppdelade på perioder.", "The data are not divided by period.";
    not_cleared: "Utgivaren har inte lämnat ut den här siffran för flera perioder.", "The publisher has not released this figure for several periods.";
    play: "Spela upp", "Play";
    stop: "Stanna", "Stop";
}

/// "Uppgifterna gäller bara 2023."
pub fn one_period(language: Language, period: &str) -> String {
    match language {
        Language::Swedish => format!("Uppgifterna gäller bara {period}, så det finns inget att följa över tid."),
        Language::English => format!("The data are for {period} only, so there is nothing to follow over time."),
    }
}

/// "Andel hem över tid, Umeå, flickor"
pub fn title(language: Language, measure: &str, by: Option<&str>, rest: &str) -> String {
    let over = pick(language, ("över tid", "over time"));
    let by = match (language, by) {
        (_, None) => String::new(),
        (Language::Swedish, Some(by)) => format!(" efter {}", super::explore::lower_first(by)),
        (Language::English, Some(by)) => format!(" by {}", super::explore::lower_first(by)),
    };
    let rest = if rest.is_empty() { String::new() } else { format!(", {rest}") };
    format!("{measure} {over}{by}{rest}")
}

/// The line chart, for those who do not see it.
pub fn summary(language: Language, title: &str, n_periods: usize, n_lines: usize) -> String {
    let (periods, lines) = (so_many(n_periods, language), so_many(n_lines, language));
    match language {
        Language::Swedish if n_lines == 1 => {
            format!("{title}. Linjediagram med {periods} perioder. Samma uppgifter står i tabellen.")
        }
        Language::Swedish => {
            format!("{title}. Linjediagram med {lines} linjer och {periods} perioder. Samma uppgifter står i tabellen.")
        }
        Language::English if n_lines == 1 => {
            format!("{title}. Line chart of {periods} periods. The table says the same.")
        }
        Language::English => {
            format!("{title}. Line chart of {lines} lines and {periods} periods. The table says the same.")
        }
    }
}

/// "Tidsseriebrott före 2020: …"
pub fn broken(language: Language, period: &str, reason: &str) -> String {
    match language {
        Language::Swedish => format!("Tidsseriebrott före {period}: {reason}"),
        Language::English => format!("Break in the series before {period}: {reason}"),
    }
}

/// "Umeå, 2020: 31 procent, …"
pub fn spoken(line: &str, period: &str, said: &str) -> String {
    format!("{line}, {period}: {said}")
}
