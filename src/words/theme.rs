//! The texts of the themes.

use super::phrases::pick;
use crate::model::{text::Language, theme::Theme};

phrases! {
    themes: "Teman", "Themes";
    questions: "Frågorna på sidan", "The questions on this page";
    plain: "Lättläst", "Easy to read";
    others: "Andra teman", "Other themes";
    limits: "Vad siffrorna inte säger", "What the figures do not tell";
    made_up: "Med påhittade uppgifter", "With made-up data";
    made_up_lead: "Det här är inte publicerat för verkliga hem. Exemplen visar hur frågan besvaras när uppgifterna finns.", "This has not been published for real homes. The examples show how the question is answered once the data exist.";
    in_explore: "Utforska frågan", "Explore this question";
    not_here: "Uppgifterna till den här frågan finns inte bland dem som visas här.", "The data for this question are not among those shown here.";
}

/// What a theme is called.
pub const fn name(language: Language, theme: Theme) -> &'static str {
    pick(
        language,
        match theme {
            Theme::Violence => ("Våld och kränkningar", "Violence and abuse"),
            Theme::Competence => ("Kompetens", "Competence"),
            Theme::CaseHandling => ("Handläggningen", "Case handling"),
            Theme::Tools => ("Tillsynens verktyg", "The tools of supervision"),
            Theme::Differences => ("Skillnader", "Differences"),
            Theme::Voice => ("Barnens röst", "What children say"),
            Theme::Timeline => ("Tidslinje", "Timeline"),
        },
    )
}

/// What a theme is about, in a sentence.
pub const fn lead(language: Language, theme: Theme) -> &'static str {
    pick(
        language,
        match theme {
            Theme::Violence => (
                "Hur många hem som har uppgifter om våld, övergrepp eller kränkningar, vilka som utsätts, och vad som hänger samman med det.",
                "How many homes have reports of violence, assault or violations, who is exposed, and what goes with it.",
            ),
            Theme::Competence => (
                "Vad personal och föreståndare kan, vad de saknar, och var.",
                "What staff and managers know, what they lack, and where.",
            ),
            Theme::CaseHandling => (
                "Ett ärendes åtta steg, från anmälan till egenkontroll: var det brister, hur allvarligt, och om tiderna hålls.",
                "The eight steps of a case, from report to self-monitoring: where it fails, how severely, and whether time limits are kept.",
            ),
            Theme::Tools => (
                "Vad inspektionen gör när den finner brister, om den följer upp det, och vad det leder till.",
                "What the inspectorate does when it finds deficiencies, whether it follows up, and what comes of it.",
            ),
            Theme::Differences => (
                "Flickor och pojkar, privata, kommunala och statliga hem, och platser: vad som skiljer dem åt, och vad slumpen kan ge.",
                "Girls and boys, private, municipal and state homes, and places: what sets them apart, and what chance may give.",
            ),
            Theme::Voice => (
                "Vad barn och unga själva svarar om delaktighet, säkerhet, trygghet och stöd.",
                "What children themselves answer about participation, safety, feeling safe and support.",
            ),
            Theme::Timeline => (
                "Beslut, lagar och rapporter i tidsordning, och siffrorna bredvid dem där de får jämföras.",
                "Decisions, laws and reports in order of time, and the figures beside them where they may be compared.",
            ),
        },
    )
}
