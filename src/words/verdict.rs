//! The words of a verdict: short in a table, whole in a sentence, and what it rests on.

use super::{explore::lower_first, number::number, phrases::pick};
use crate::{
    model::{area::Level, text::Language},
    query::against::{Against, Colour},
    stats::classes::Classing,
    verdict::{Kind, NotComparable, Tone, TooFew},
};

phrases! {
    against: "Jämför med", "Compare with";
    colour: "Kartans färg", "Colour of the map";
    colour_figure: "värdet", "the value";
    colour_verdict: "omdömet", "the verdict";
    colour_smoothed: "utjämnat värde", "smoothed value";
    classes: "Kartans klasser", "Classes of the map";
    classes_quantiles: "lika många områden i varje", "as many areas in each";
    classes_equal: "lika breda", "equally wide";
    classes_natural: "där värdena skiljer sig mest", "where values part most";
    classes_own: "egna gränser", "own limits";
    higher: "högre", "higher";
    lower: "lägre", "lower";
    not_apart: "ingen säker skillnad", "no certain difference";
    too_few: "för få för att bedöma", "too few to judge";
    not_comparable: "kan inte jämföras", "cannot be compared";
    no_figure: "ingen siffra", "no figure";
    worse: "sämre", "worse";
    better: "bättre", "better";
    yardstick: "det som de andra jämförs med", "what the others are compared with";
    not_said: "Kan inte jämföras: utgivaren har inte sagt att siffrorna får jämföras.", "Cannot be compared: the publisher has not said that the figures may be compared.";
    no_counts: "Kan inte bedömas: antalen bakom siffran är inte publicerade.", "Cannot be judged: the counts behind the figure are not published.";
    no_reference: "Kan inte bedömas: det finns ingen siffra att jämföra med.", "Cannot be judged: there is no figure to compare with.";
    smoothed: "utjämnat", "smoothed";
    smoothed_says: "Utjämnat: siffror med få bakom sig dras mot alla områdens, så att slumpen syns mindre. Läs den egna siffran i tabellen.", "Smoothed: figures with few behind them are drawn towards those of all areas, so that chance shows less. Read the area’s own figure in the table.";
    colour_counts_not_judged: "Antal bedöms inte: välj en andel.", "Numbers are not judged: choose a share.";
    own_area: "länet", "its county";
    similar: "lika stora", "places as large";
    whole: "helheten", "the whole";
    nobody: "ingen", "nothing";
    rank_interval: "Plats, 95 %", "Rank, 95%";
    rank_note: "Plats: 1 är högst. Varje område kan ha vilken som helst av platserna i intervallet; överlappar två intervall går områdena inte att rangordna.", "Rank: 1 is the highest. Each area may have any of the ranks in its interval; where two intervals overlap, the areas cannot be ranked.";
}

/// The verdict in a word or two.
pub const fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Higher => higher(language),
        Kind::Lower => lower(language),
        Kind::NotApart => not_apart(language),
        Kind::TooFew => too_few(language),
        Kind::NotComparable => not_comparable(language),
        Kind::NoFigure => no_figure(language),
    }
}

/// "högre (sämre)": the word, and whether it is to the bad or to the good where the measure says.
pub fn with_tone(language: Language, kind: Kind, tone: Tone) -> String {
    let word = self::kind(language, kind);
    match tone {
        Tone::Worse => format!("{word} ({})", worse(language)),
        Tone::Better => format!("{word} ({})", better(language)),
        Tone::Neutral => word.to_owned(),
    }
}

/// What figures are set against, as it stands in the select.
pub const fn against_name(language: Language, against: Against) -> &'static str {
    match against {
        Against::Nation => pick(language, ("riket", "the nation")),
        Against::County => own_area(language),
        Against::Similar => similar(language),
        Against::Nothing => nobody(language),
    }
}

/// What the colours say, as it stands in the select.
pub const fn colour_name(language: Language, colour: Colour) -> &'static str {
    match colour {
        Colour::Figure => colour_figure(language),
        Colour::Verdict => colour_verdict(language),
        Colour::Smoothed => colour_smoothed(language),
    }
}

/// How values are put into classes, as it stands in the select.
pub const fn classing_name(language: Language, classing: Classing) -> &'static str {
    match classing {
        Classing::Quantiles => classes_quantiles(language),
        Classing::EqualWidths => classes_equal(language),
        Classing::Natural => classes_natural(language),
        Classing::Own(_) => classes_own(language),
    }
}

/// "utjämnat 31 % (24–39 %)"
pub fn smoothed_is(language: Language, value: &str, range: Option<&str>) -> String {
    let word = smoothed(language);
    match range {
        Some(range) => format!("{word} {value} ({range})"),
        None => format!("{word} {value}"),
    }
}

/// "Jämfört med riket": the header of the column.
pub fn compared_with(language: Language, yardstick: &str) -> String {
    match language {
        Language::Swedish => format!("Jämfört med {yardstick}"),
        Language::English => format!("Compared with {yardstick}"),
    }
}

/// "Högre än riket (43,7 %). Skillnaden är större än slumpen brukar ge (p = 0,003)."
pub fn differs(language: Language, kind: Kind, tone: Tone, reference: &str, p: f64, n_judged: usize) -> String {
    let p = p_among(language, p, n_judged);
    match language {
        Language::Swedish => {
            let word = if kind == Kind::Higher { "Högre" } else { "Lägre" };
            let tone = match tone {
                Tone::Worse => ", alltså sämre",
                Tone::Better => ", alltså bättre",
                Tone::Neutral => "",
            };
            format!("{word} än {reference}{tone}. Slumpen ger sällan en så stor skillnad ({p}).")
        }
        Language::English => {
            let word = if kind == Kind::Higher { "Higher" } else { "Lower" };
            let tone = match tone {
                Tone::Worse => ", which is worse",
                Tone::Better => ", which is better",
                Tone::Neutral => "",
            };
            format!("{word} than {reference}{tone}. Chance seldom gives so large a difference ({p}).")
        }
    }
}

/// "p = 0,06 bland 21 bedömda": where many are judged, p is adjusted for that.
fn p_among(language: Language, p: f64, n_judged: usize) -> String {
    let p = p_is(language, p);
    match language {
        _ if n_judged < 2 => p,
        Language::Swedish => format!("{p} bland {n_judged} bedömda"),
        Language::English => format!("{p} among {n_judged} judged"),
    }
}

/// "Går inte att skilja från riket (43,7 %). Slumpen kan ensam ge en så stor skillnad (p = 0,06 bland 21 bedömda)."
pub fn is_not_apart(language: Language, reference: &str, p: f64, n_judged: usize) -> String {
    let p = p_among(language, p, n_judged);
    match language {
        Language::Swedish => {
            format!("Går inte att skilja från {reference}. Slumpen kan ensam ge en så stor skillnad ({p}).")
        }
        Language::English => {
            format!("Cannot be told apart from {reference}. Chance alone may give so large a difference ({p}).")
        }
    }
}

/// "För få för att bedöma: …"
pub fn are_too_few(language: Language, too_few: &TooFew) -> String {
    let n = number(too_few.n, 0, language);
    let needed = too_few.needed().map(|needed| super::number::count(needed, language));
    match (language, needed) {
        (Language::Swedish, Some(needed)) => {
            format!("För få för att bedöma: av {n} kan ingen andel skiljas från slumpen. Det krävs minst {needed}.")
        }
        (Language::Swedish, None) => format!("För få för att bedöma: av {n} kan ingen andel skiljas från slumpen."),
        (Language::English, Some(needed)) => {
            format!("Too few to judge: of {n} no share can be told from chance. It takes at least {needed}.")
        }
        (Language::English, None) => format!("Too few to judge: of {n} no share can be told from chance."),
    }
}

/// Why two figures may not be compared, in a sentence; `dimension` gives the name of a dimension by position.
pub fn why_not(language: Language, why: &NotComparable, dimension: impl Fn(usize) -> String) -> String {
    match (language, why) {
        (Language::Swedish, NotComparable::Said(reason)) => format!("Kan inte jämföras. {}", reason.get(language)),
        (Language::English, NotComparable::Said(reason)) => format!("Cannot be compared. {}", reason.get(language)),
        (_, NotComparable::NotSaid) => not_said(language).to_owned(),
        (Language::Swedish, NotComparable::Overlapping(place)) => {
            format!("Kan inte jämföras: ett och samma fall kan finnas på flera rader i {}.", dimension(*place))
        }
        (Language::English, NotComparable::Overlapping(place)) => {
            format!("Cannot be compared: one case may be in several rows of {}.", dimension(*place))
        }
        (Language::Swedish, NotComparable::Confounded { along, by }) => format!(
            "Kan inte jämföras rakt av: grupperna i {} har olika {}. Välj en kategori i {} för att jämföra lika med lika.",
            dimension(*along),
            dimension(*by),
            dimension(*by)
        ),
        (Language::English, NotComparable::Confounded { along, by }) => format!(
            "Cannot be compared as they stand: the groups of {} differ in {}. Choose a category of {} to compare like with like.",
            dimension(*along),
            dimension(*by),
            dimension(*by)
        ),
        (_, NotComparable::NoCounts) => no_counts(language).to_owned(),
        (_, NotComparable::NoReference(_)) => no_reference(language).to_owned(),
        (Language::Swedish, NotComparable::IsAll) => format!("Är {}.", yardstick(language)),
        (Language::English, NotComparable::IsAll) => format!("Is {}.", yardstick(language)),
    }
}

/// How many lie outside, and how many chance alone would put there.
pub fn outside(language: Language, n_judged: usize, n_outside: usize, by_chance: f64, n_apart: usize) -> String {
    let by_chance = number(by_chance, u8::from(by_chance < 10.0), language);
    match language {
        Language::Swedish => format!(
            "Av {n_judged} bedömda ligger {n_outside} utanför sin 95-procentsgräns; slumpen ensam ger omkring {by_chance}. Efter hänsyn till att så många jämförs skiljer sig {n_apart}."
        ),
        Language::English => format!(
            "Of {n_judged} judged, {n_outside} lie outside their 95 per cent limit; chance alone gives about {by_chance}. Allowing for so many comparisons, {n_apart} differ."
        ),
    }
}

/// That the figures vary more than chance gives, and that the verdicts allow for it.
pub const fn over_dispersed(language: Language) -> &'static str {
    pick(
        language,
        (
            "Områdena skiljer sig mer åt än slumpen ger, som de brukar göra när de har olika förutsättningar. Gränserna är vidgade för det.",
            "The areas differ more than chance gives, as they do where conditions differ. The limits are widened for it.",
        ),
    )
}

/// "i 12 av 290 kommuner": judged areas by verdict, for the map's sentence.
pub fn n_of_kind(language: Language, n: usize, kind: Kind, level: Level) -> String {
    let areas = super::map::n_areas(language, n, level);
    format!("{areas} {}", self::kind(language, kind))
}

/// "p = 0,03", "p < 0,001"
pub fn p_is(language: Language, p: f64) -> String {
    let (sign, p) = if p < 0.001 { ("<", 0.001) } else { ("=", p) };
    let decimals = if p < 0.0995 { 3 } else { 2 };
    format!("p\u{a0}{sign}\u{a0}{}", number(p, decimals, language))
}

/// "riket (43,7 %)"
pub fn named(language: Language, yardstick: &str, figure: &str) -> String {
    let yardstick = match language {
        Language::Swedish => lower_first(yardstick),
        Language::English => yardstick.to_owned(),
    };
    if figure.is_empty() { yardstick } else { format!("{yardstick} ({figure})") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::counted::Corner;

    #[test]
    fn a_p_value_is_never_said_to_be_zero() {
        assert_eq!(p_is(Language::Swedish, 0.0), "p\u{a0}<\u{a0}0,001");
        assert_eq!(p_is(Language::English, 0.0213), "p\u{a0}=\u{a0}0.021");
        assert_eq!(p_is(Language::English, 1.0), "p\u{a0}=\u{a0}1.00");
    }

    #[test]
    fn each_verdict_has_its_own_word() {
        for language in Language::ALL {
            let words: std::collections::HashSet<&str> = Kind::ALL.iter().map(|it| kind(language, *it)).collect();
            assert_eq!(words.len(), Kind::ALL.len());
        }
        assert_eq!(with_tone(Language::Swedish, Kind::Higher, Tone::Worse), "högre (sämre)");
    }

    #[test]
    fn where_many_are_judged_p_is_said_to_be_adjusted_for_that_whatever_the_verdict() {
        let apart = |n_judged| differs(Language::Swedish, Kind::Higher, Tone::Neutral, "riket", 0.01, n_judged);
        let p = p_is(Language::Swedish, 0.01);
        assert!(apart(21).ends_with(&format!("({p} bland 21 bedömda).")), "{}", apart(21));
        assert!(apart(1).ends_with(&format!("({p}).")), "{}", apart(1));
        let not_apart = |n_judged| is_not_apart(Language::English, "the country", 0.06, n_judged);
        let p = p_is(Language::English, 0.06);
        assert!(not_apart(21).ends_with(&format!("({p} among 21 judged).")), "{}", not_apart(21));
        assert!(not_apart(1).ends_with(&format!("({p}).")), "{}", not_apart(1));
    }

    #[test]
    fn too_few_says_how_many_it_takes() {
        let too_few = TooFew { n: 3.0, reference: Corner { found: 300.0, of: 1000.0 }, reachable: 0.002 };
        let needed = too_few.needed().expect("there is such a number").to_string();
        assert!(are_too_few(Language::Swedish, &too_few).contains(&needed));
    }
}
