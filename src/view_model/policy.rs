//! What lies behind the figures, a sentence each: what measures and categories rest on in law, and dated events.

use crate::{
    model::{
        cube::Cube,
        policy::{Event, LegalBasis, LegalSubject},
        text::Language,
    },
    words::{notes as words, number},
};

/// What each category and each measure rests on.
pub fn legal_bases(cube: &Cube, language: Language) -> Vec<String> {
    let bases = &cube.dataset.legal_bases;
    // The file has those of one subject after each other.
    bases
        .chunk_by(|one, other| one.subject == other.subject)
        .filter_map(|bases| {
            let name = subject(cube, bases.first()?.subject, language)?;
            let bases: Vec<String> = bases.iter().map(|basis| provision(basis, language)).collect();
            Some(format!("{name}: {}.", bases.join("; ")))
        })
        .collect()
}

/// The events, each with its date first.
pub fn events(cube: &Cube, language: Language) -> Vec<String> {
    cube.dataset.events.iter().map(|event| told(event, language)).collect()
}

fn subject(cube: &Cube, subject: LegalSubject, language: Language) -> Option<&str> {
    let label = match subject {
        LegalSubject::Category { dimension, category } => {
            &cube.dimensions.get(dimension)?.categories.get(category)?.label
        }
        LegalSubject::Measure(measure) => &cube.measures.get(measure)?.label,
    };
    Some(label.get(language))
}

fn provision(basis: &LegalBasis, language: Language) -> String {
    let act = basis.act.get(language);
    let act = match &basis.provision {
        Some(provision) => format!("{act}, {}", provision.get(language)),
        None => act.to_owned(),
    };
    let date = |day: &Option<String>| day.as_ref().map(|day| number::date(day, language));
    match words::held(language, date(&basis.from).as_deref(), date(&basis.until).as_deref()) {
        Some(held) => format!("{act} ({held})"),
        None => act,
    }
}

/// An event in a sentence, its date first.
pub fn told(event: &Event, language: Language) -> String {
    let from = number::date(&event.from, language);
    let when = match &event.until {
        Some(until) => format!("{from}–{}", number::date(until, language)),
        None => from,
    };
    let source = event.source.as_ref().map(|source| format!(" ({})", source.get(language))).unwrap_or_default();
    format!("{when}: {}{source}.", event.label.get(language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Text;

    fn text(swedish: &str, english: &str) -> Text {
        Text::new(Language::Swedish, swedish).translated(english)
    }

    #[test]
    fn a_provision_tells_when_it_held() {
        let basis = |from: Option<&str>, until: Option<&str>| LegalBasis {
            subject: LegalSubject::Measure(0),
            act: text("Lagen", "The Act"),
            provision: Some(text("3 §", "Section 3")),
            from: from.map(str::to_owned),
            until: until.map(str::to_owned),
        };
        let said = |from, until, language| provision(&basis(from, until), language);
        let until = Some("2025-06-30");
        assert_eq!(
            said(Some("2002-01-01"), until, Language::Swedish),
            "Lagen, 3 § (gällde 1\u{a0}januari 2002–30\u{a0}juni 2025)"
        );
        assert_eq!(said(Some("1990"), None, Language::English), "The Act, Section 3 (in force from 1990)");
        assert_eq!(said(None, until, Language::English), "The Act, Section 3 (in force until 30\u{a0}June 2025)");
        assert_eq!(said(None, None, Language::Swedish), "Lagen, 3 §");
    }

    #[test]
    fn an_event_begins_with_its_date() {
        let event = |until: Option<&str>| Event {
            from: "2021".to_owned(),
            until: until.map(str::to_owned),
            label: text("Förstärkt tillsyn", "Stronger supervision"),
            source: until.map(|_| text("Beslutet", "The decision")),
        };
        assert_eq!(told(&event(None), Language::Swedish), "2021: Förstärkt tillsyn.");
        assert_eq!(told(&event(Some("2022")), Language::English), "2021–2022: Stronger supervision (The decision).");
    }
}
