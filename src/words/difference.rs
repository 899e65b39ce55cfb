//! The texts of two groups set against each other.

use super::{number::number, phrases::pick};
use crate::{
    model::{measure::MeasureKind, text::Language},
    stats::{
        estimate::{Estimate, OpenEstimate},
        interval::Interval,
    },
};

phrases! {
    groups: "Grupper", "Groups";
    dimension: "Jämför", "Compare";
    first: "Första gruppen", "First group";
    second: "Andra gruppen", "Second group";
    swap: "Byt plats", "Swap";
    difference: "Skillnad", "Difference";
    ratio: "Kvot", "Ratio";
    verdict: "Omdöme", "Verdict";
    points: "procentenheter", "percentage points";
    point: "procentenhet", "percentage point";
    keys: "Piltangenterna går mellan raderna, Retur väljer.", "The arrow keys move between the rows, Enter picks.";
    as_table: "Visa jämförelsen som tabell", "Show the comparison as a table";
    how_to_read: "Så läser du", "How to read this";
    read_intervals: "Strecken får överlappa fast grupperna skiljer sig: det är skillnaden och omdömet som gäller, och omdömet säger ”högre” eller ”lägre” bara när slumpen sällan ger så mycket.", "The lines may overlap although the groups differ: go by the difference and the verdict, which says “higher” or “lower” only where chance seldom gives as much.";
    counts_not_judged: "Antal bedöms inte, för grupperna är olika stora: välj en andel.", "Numbers are not judged, for the groups differ in size: choose a share.";
    no_groups: "Uppgifterna har inga två grupper att ställa mot varandra.", "The data have no two groups to set against each other.";
    fair_title: "Rättvis jämförelse", "A fair comparison";
    group: "Grupp", "Group";
    crude: "Som det är", "As it is";
    standardised: "Med samma blandning", "With the same mix";
    no_common_strata: "Det finns ingen typ som båda grupperna har, så de kan inte göras jämförbara.", "There is no kind that both groups have, so they cannot be made comparable.";
    not_standardised: "Kan inte räknas ut: minst en del av underlaget är dold eller saknas.", "Cannot be worked out: at least one part of what it rests on is hidden or missing.";
    whole: "hela gruppen", "the whole group";
    chance: "slumpen ensam kan ge så mycket", "chance alone may give as much";
    chance_among_many: "när så många rader bedöms kan slumpen ge så mycket", "among so many rows chance may give as much";
    beyond_chance: "större än slumpen brukar ge", "more than chance tends to give";
}

/// "Flickor och pojkar: andel av hemmen efter boendeform, riket, 2022"
pub fn title(
    language: Language,
    [first, second]: [&str; 2],
    measure: &str,
    across: Option<&str>,
    rest: &str,
) -> String {
    let measure = super::explore::lower_first(measure);
    let and = pick(language, ("och", "and"));
    let by = pick(language, ("efter", "by"));
    let across = across.map(|across| format!(" {by} {across}")).unwrap_or_default();
    let rest = if rest.is_empty() { String::new() } else { format!(", {rest}") };
    format!("{} {and} {second}: {measure}{across}{rest}", capitalised(first))
}

/// "Flickor: 46 %, pojkar: 40 %."
pub fn both(language: Language, category: Option<&str>, [first, second]: [(&str, &str); 2]) -> String {
    let none = pick(language, ("ingen siffra", "no figure"));
    let value = |text: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
    let said = format!("{}: {}, {}: {}.", first.0, value(first.1), second.0, value(second.1));
    match category {
        Some(category) => format!("{category}. {}", capitalised(&said)),
        None => capitalised(&said),
    }
}

/// "Skillnaden är 6 procentenheter (95 % osäkerhet 2–10): större än slumpen brukar ge."
pub fn difference_is(language: Language, size: &str, range: &str, conclusion: &str) -> String {
    match language {
        Language::Swedish => format!("Skillnaden är {size} (95\u{a0}% osäkerhet {range}): {conclusion}."),
        Language::English => format!("The difference is {size} (95% uncertainty {range}): {conclusion}."),
    }
}

/// "Förändringen är −6 procentenheter (95 % osäkerhet −10 till −2): större än slumpen brukar ge."
pub fn change_is(language: Language, change: &str, range: &str, conclusion: &str) -> String {
    match language {
        Language::Swedish => format!("Förändringen är {change} (95\u{a0}% osäkerhet {range}): {conclusion}."),
        Language::English => format!("The change is {change} (95% uncertainty {range}): {conclusion}."),
    }
}

/// "6 procentenheter", "0,4"
pub fn size(language: Language, kind: MeasureKind, value: f64, decimals: u8) -> String {
    in_points(language, kind, number(value, decimals, language))
}

/// "−6 procentenheter", "+0,4"
pub fn change(language: Language, kind: MeasureKind, value: f64, decimals: u8) -> String {
    in_points(language, kind, signed(language, value, decimals))
}

fn in_points(language: Language, kind: MeasureKind, text: String) -> String {
    let is_one = matches!(text.as_str(), "1" | "+1" | "\u{2212}1");
    match kind {
        MeasureKind::Share if is_one => format!("{text} {}", point(language)),
        MeasureKind::Share => format!("{text} {}", points(language)),
        _ => text,
    }
}

/// "+6", "−6", "0": a difference with its sign.
pub fn signed(language: Language, value: f64, decimals: u8) -> String {
    let text = number(value, decimals, language);
    let is_positive = value > 0.0 && text.chars().any(|sign| matches!(sign, '1'..='9'));
    if is_positive { format!("+{text}") } else { text }
}

/// "−4,5 till 1,2"
pub fn range(language: Language, interval: Interval, decimals: u8) -> String {
    super::number::range(interval.low, interval.high, decimals, language)
}

/// "+6,0 (2,1–9,9)"
pub fn difference_cell(language: Language, it: &Estimate, decimals: u8) -> String {
    format!("{} ({})", signed(language, it.value, decimals), range(language, it.interval, decimals))
}

/// "1,05"; "–" where it would be divided by zero.
pub fn ratio_value(language: Language, it: &OpenEstimate) -> String {
    it.value.map_or_else(|| "–".to_owned(), |value| number(value, 2, language))
}

/// "0,94–1,16", or "minst 0,94" where there is no upper end.
pub fn ratio_range(language: Language, it: &OpenEstimate) -> String {
    match it.high {
        Some(high) => super::number::range(it.low, high, 2, language),
        None => format!("{} {}", pick(language, ("minst", "at least")), number(it.low, 2, language)),
    }
}

/// "Skillnad, procentenheter: pojkar minus flickor"
pub fn difference_header(language: Language, kind: MeasureKind, [first, second]: [&str; 2]) -> String {
    let minus = pick(language, ("minus", "less"));
    match kind {
        MeasureKind::Share => format!("{}, {} ({second} {minus} {first})", difference(language), points(language)),
        _ => format!("{} ({second} {minus} {first})", difference(language)),
    }
}

/// "Kvot (pojkar delat med flickor)"
pub fn ratio_header(language: Language, [first, second]: [&str; 2]) -> String {
    let through = pick(language, ("delat med", "divided by"));
    format!("{} ({second} {through} {first})", ratio(language))
}

/// What the groups are called where their names are too long.
pub const fn in_order(language: Language) -> [&'static str; 2] {
    match language {
        Language::Swedish => ["den första", "den andra"],
        Language::English => ["the first", "the second"],
    }
}

/// "högre för pojkar": the verdict's own word, and whom it is about.
pub fn of_whom(language: Language, word: &str, second: &str) -> String {
    format!("{word} {} {second}", pick(language, ("för", "for")))
}

/// "Varje rad visar två grupper: fylld punkt är flickor, tom ruta pojkar, och strecket är 95 % osäkerhet."
pub fn read_marks(language: Language, [first, second]: [&str; 2]) -> String {
    match language {
        Language::Swedish => format!(
            "På varje rad är den fyllda punkten {first} och den tomma rutan {second}; strecken visar var den rätta siffran troligen ligger (95\u{a0}% osäkerhet)."
        ),
        Language::English => format!(
            "In each row the filled dot is {first} and the hollow square {second}; the lines show where the true figure probably lies (95% uncertainty)."
        ),
    }
}

/// That the rows are allowed for each other.
pub fn judged_together(language: Language, n: usize) -> String {
    match language {
        Language::Swedish => format!(
            "{n} rader bedöms tillsammans, så att högst 5\u{a0}% av de skillnader som pekas ut väntas bero på slumpen."
        ),
        Language::English => {
            format!(
                "{n} rows are judged together, so that at most 5% of the differences pointed out are expected to be chance."
            )
        }
    }
}

/// The picture, for those who do not see it.
pub fn summary(language: Language, title: &str, headline: &str, n_rows: usize, n_apart: usize) -> String {
    match language {
        Language::Swedish => {
            let rows = if n_rows == 1 { "1 rad".to_owned() } else { format!("{n_rows} rader") };
            format!(
                "{title}. {headline} Punktdiagram med {rows}, {n_apart} med säker skillnad. Samma uppgifter står i tabellen under."
            )
        }
        Language::English => {
            let rows = if n_rows == 1 { "1 row".to_owned() } else { format!("{n_rows} rows") };
            format!(
                "{title}. {headline} Dot plot of {rows}, {n_apart} with a certain difference. The table below says the same."
            )
        }
    }
}

/// A row in one sentence.
pub fn spoken(language: Language, category: &str, [first, second]: [(&str, &str); 2], rest: &str) -> String {
    let both = format!("{}: {}, {}: {}", first.0, first.1, second.0, second.1);
    let difference = if rest.is_empty() { String::new() } else { format!("; {}: {rest}", lower(difference(language))) };
    format!("{category}. {}{difference}", capitalised(&both))
}

/// Why the groups are standardised, and by what.
pub fn why_fair(language: Language, by: &str, whole: &str) -> String {
    match language {
        Language::Swedish => format!(
            "Grupperna har olika {by}, och det kan ensamt göra siffrorna olika. Till höger räknas båda om som om de hade samma blandning av {by} som {whole}."
        ),
        Language::English => format!(
            "The groups differ in {by}, and that alone may make the figures differ. On the right both are worked out as if they had the same mix of {by} as {whole}."
        ),
    }
}

/// "Med samma blandning är skillnaden 0,6 procentenheter (95 % osäkerhet −3 till 4)."
pub fn fair_difference(language: Language, size: &str, range: &str) -> String {
    match language {
        Language::Swedish => format!("Med samma blandning är skillnaden {size} (95\u{a0}% osäkerhet {range})."),
        Language::English => format!("With the same mix the difference is {size} (95% uncertainty {range})."),
    }
}

/// "Inte med: särskilt ungdomshem, som minst en av grupperna saknar."
pub fn left_out(language: Language, names: &str) -> String {
    match language {
        Language::Swedish => format!("Inte med: {names}, som minst en av grupperna saknar."),
        Language::English => format!("Left out: {names}, which at least one of the groups does not have."),
    }
}

/// "Dela upp efter boendeform": what a button does.
pub fn split_by(language: Language, by: &str) -> String {
    match language {
        Language::Swedish => format!("Jämför lika med lika: dela upp efter {by}"),
        Language::English => format!("Compare like with like: split by {by}"),
    }
}

/// "Kön kan inte väljas nu. Publiceras inte per kommun."
pub fn cannot_choose(language: Language, dimension: &str, reason: &str) -> String {
    match language {
        Language::Swedish => format!("{dimension} kan inte väljas nu. {reason}"),
        Language::English => format!("{dimension} cannot be chosen now. {reason}"),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn lower(text: &str) -> String {
    super::explore::lower_first(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{English, Swedish};

    #[test]
    fn a_difference_of_shares_is_in_percentage_points() {
        assert_eq!(size(Swedish, MeasureKind::Share, 6.04, 1), "6,0 procentenheter");
        assert_eq!(size(Swedish, MeasureKind::Share, 1.2, 0), "1 procentenhet");
        assert_eq!(size(English, MeasureKind::Share, -6.0, 0), "\u{2212}6 percentage points");
        assert_eq!(size(English, MeasureKind::Rate, 0.44, 1), "0.4");
        assert_eq!(change(Swedish, MeasureKind::Share, 1.0, 0), "+1 procentenhet");
        assert_eq!(change(English, MeasureKind::Mean, -0.44, 1), "\u{2212}0.4");
    }

    #[test]
    fn a_difference_says_which_way_it_goes_and_nothing_goes_nowhere() {
        assert_eq!(
            [3.2, -3.2, 0.04, -0.04].map(|value| signed(Swedish, value, 1)),
            ["+3,2", "\u{2212}3,2", "0,0", "0,0"]
        );
    }

    #[test]
    fn a_ratio_without_an_end_says_so() {
        let open = OpenEstimate { value: None, low: 1.5, high: None };
        assert_eq!(
            (ratio_value(Swedish, &open), ratio_range(Swedish, &open)),
            ("–".to_owned(), "minst 1,50".to_owned())
        );
    }
}
