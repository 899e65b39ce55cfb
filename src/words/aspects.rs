//! The texts of what a theme's questions are about: the perspectives and indicators that they can be chosen by.

use super::phrases::pick;
use crate::model::{
    text::Language,
    theme::{Aspect, AspectFamily},
};

phrases! {
    title: "Visa frågor om", "Show questions about";
    all: "Alla frågor", "All questions";
    perspectives: "Perspektiv", "Perspectives";
    indicators: "Indikatorer", "Indicators";
    delaktighet: "Delaktighet", "Participation";
    sakerhet: "Säkerhet", "Safety";
    trygghet: "Trygghet", "Feeling safe";
    stod: "Stöd", "Support";
    barnets_basta: "Barnets bästa", "The best interests of the child";
    folja_varden: "Att följa vården", "Following the care";
    folja_upp: "Att följa upp ett barns situation", "Following up a child's situation";
}

/// What an aspect is called.
pub const fn name(language: Language, aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Participation => delaktighet(language),
        Aspect::Safety => sakerhet(language),
        Aspect::FeelingSafe => trygghet(language),
        Aspect::Support => stod(language),
        Aspect::BestInterests => barnets_basta(language),
        Aspect::FollowingCare => folja_varden(language),
        Aspect::FollowingUp => folja_upp(language),
    }
}

/// What the aspects of a family are called together.
pub const fn family(language: Language, family: AspectFamily) -> &'static str {
    match family {
        AspectFamily::Perspective => perspectives(language),
        AspectFamily::Indicator => indicators(language),
    }
}

/// How many of a page's questions are shown.
pub fn status(language: Language, chosen: Option<Aspect>, n_left: usize, n_all: usize) -> String {
    let Some(chosen) = chosen else {
        return match (language, n_all) {
            (Language::Swedish, 1) => "1 fråga visas.".to_owned(),
            (Language::English, 1) => "1 question is shown.".to_owned(),
            (Language::Swedish, _) => format!("Alla {n_all} frågor visas."),
            (Language::English, _) => format!("All {n_all} questions are shown."),
        };
    };
    let about = running(name(language, chosen));
    match (language, n_left) {
        (Language::Swedish, 0) => format!("Ingen fråga på den här sidan handlar om {about}."),
        (Language::English, 0) => format!("No question on this page is about {about}."),
        (Language::Swedish, _) => format!("{n_left} av {n_all} frågor handlar om {about}."),
        (Language::English, 1) => format!("1 of {n_all} questions is about {about}."),
        (Language::English, _) => format!("{n_left} of {n_all} questions are about {about}."),
    }
}

/// A name as it stands within a sentence.
fn running(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Which questions are held to be about an aspect, in a sentence.
pub const fn counted(language: Language, aspect: Aspect) -> &'static str {
    pick(
        language,
        match aspect {
            Aspect::Participation => (
                "Hit hör frågor om barnet får veta vad som händer, får säga vad det tycker och blir lyssnat på.",
                "These are questions of whether the child is told what happens, may say what it thinks and is listened to.",
            ),
            Aspect::Safety => (
                "Hit hör frågor om barn skyddas från våld, övergrepp och kränkningar där de bor.",
                "These are questions of whether children are protected from violence, assault and violations where they live.",
            ),
            Aspect::FeelingSafe => (
                "Hit hör frågor om barnen själva känner sig trygga.",
                "These are questions of whether children themselves feel safe.",
            ),
            Aspect::Support => (
                "Hit hör frågor om barnet får den hjälp det behöver, och om de som ska hjälpa kan det de behöver kunna.",
                "These are questions of whether the child gets the help it needs, and whether those who are to help know what they need to know.",
            ),
            Aspect::BestInterests => (
                "Hit hör frågor om hur ett barns ärende handläggs, från anmälan till beslut: det är där barnets bästa ska beaktas.",
                "These are questions of how a child's case is handled, from report to decision: that is where the best interests of the child are to be considered.",
            ),
            Aspect::FollowingCare => (
                "Hit hör frågor om hur kommunen följer vården av ett placerat barn: besök, samtal, planer och omprövningar.",
                "These are questions of how the municipality follows the care of a child it has placed: visits, talks, plans and reconsiderations.",
            ),
            Aspect::FollowingUp => (
                "Hit hör frågor om hur kommunen följer upp hur det har gått för ett barn.",
                "These are questions of how the municipality follows up how a child has got on.",
            ),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_counts_and_names() {
        let status = |language, chosen, n_left| status(language, chosen, n_left, 11);
        assert_eq!(status(Language::Swedish, None, 11), "Alla 11 frågor visas.");
        assert_eq!(status(Language::Swedish, Some(Aspect::Participation), 5), "5 av 11 frågor handlar om delaktighet.");
        assert_eq!(
            status(Language::Swedish, Some(Aspect::FollowingCare), 0),
            "Ingen fråga på den här sidan handlar om att följa vården."
        );
        assert_eq!(
            status(Language::English, Some(Aspect::BestInterests), 1),
            "1 of 11 questions is about the best interests of the child."
        );
        assert_eq!(status(Language::English, Some(Aspect::Support), 2), "2 of 11 questions are about support.");
        assert_eq!(running("Åtgärd"), "åtgärd");
    }

    #[test]
    fn every_aspect_has_its_own_name_and_meaning() {
        for language in [Language::Swedish, Language::English] {
            let mut said: Vec<&str> = Aspect::ALL
                .into_iter()
                .flat_map(|aspect| [name(language, aspect), counted(language, aspect)])
                .collect();
            said.sort_unstable();
            said.dedup();
            assert_eq!(said.len(), 14);
        }
    }
}
