//! The glossary: each term of the field with what it means here, and the forms that it has in running text.

mod care;
mod handling;
mod statistics;
mod supervision;

use super::phrases::pick;
use crate::model::text::Language;

phrases! {
    lead: "Vad orden betyder på den här sidan. Lagrummen är de som uppgifterna vilar på; den nya socialtjänstlagen från 2025 har andra kapitelnummer.", "What the words mean on this page. The provisions are those the data rest on; the new Social Services Act of 2025 has other chapter numbers.";
    letters: "Till bokstaven", "To the letter";
    in_the_other: "På engelska", "In Swedish";
    legal_basis: "Lagrum", "Legal basis";
}

/// A term in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its place in the page: `ordlista/#hvb`.
    pub id: &'static str,
    name: Pair,
    means: Pair,
    forms: (&'static [&'static str], &'static [&'static str]),
    laws: &'static [Law],
}

/// The Swedish and the English.
type Pair = (&'static str, &'static str);

/// Where a law says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Law {
    act: Act,
    provision: Pair,
}

/// The acts, regulations and the convention that terms rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    SocialServices2001,
    CareOfYoungPersons,
    SupportAndService,
    HomeRegulations,
    QualityRegulations,
    DocumentationRegulations,
    Convention,
}

impl Term {
    const fn new(id: &'static str, name: Pair, means: Pair) -> Self {
        Self { id, name, means, forms: (&[], &[]), laws: &[] }
    }

    const fn forms(self, swedish: &'static [&'static str], english: &'static [&'static str]) -> Self {
        Self { forms: (swedish, english), ..self }
    }

    const fn laws(self, laws: &'static [Law]) -> Self {
        Self { laws, ..self }
    }

    /// The term, as it stands at the head of its entry.
    pub const fn name(&self, language: Language) -> &'static str {
        pick(language, self.name)
    }

    /// What it means.
    pub const fn means(&self, language: Language) -> &'static str {
        pick(language, self.means)
    }

    /// The forms by which running text is searched for it; none for a word that also means other things.
    pub const fn written(&self, language: Language) -> &'static [&'static str] {
        match language {
            Language::Swedish => self.forms.0,
            Language::English => self.forms.1,
        }
    }

    /// Where laws say it, with the period that an act held where it has been replaced.
    pub fn legal_basis(&self, language: Language) -> impl Iterator<Item = String> {
        self.laws.iter().map(move |law| {
            let (act, until) = named(law.act, language);
            let provision = pick(language, law.provision);
            let space = if provision.is_empty() { "" } else { " " };
            format!("{act}{space}{provision}{until}")
        })
    }
}

/// All terms, by subject.
pub fn terms() -> impl Iterator<Item = &'static Term> {
    [care::TERMS, handling::TERMS, supervision::TERMS, statistics::TERMS].into_iter().flatten()
}

const fn law(act: Act, provision: Pair) -> Law {
    Law { act, provision }
}

const fn sol(provision: Pair) -> Law {
    law(Act::SocialServices2001, provision)
}

/// What an act is called, and until when it held.
const fn named(act: Act, language: Language) -> (&'static str, &'static str) {
    let (name, until) = match act {
        Act::SocialServices2001 => (
            ("socialtjänstlagen (2001:453)", "Social Services Act (2001:453),"),
            (" (gällde till och med den 30 juni 2025)", " (held until 30 June 2025)"),
        ),
        Act::CareOfYoungPersons => (
            (
                "lagen med särskilda bestämmelser om vård av unga, LVU (1990:52)",
                "Care of Young Persons Act, LVU (1990:52)",
            ),
            ("", ""),
        ),
        Act::SupportAndService => (
            (
                "lagen om stöd och service till vissa funktionshindrade, LSS (1993:387)",
                "Act concerning Support and Service for Persons with Certain Functional Impairments, LSS (1993:387)",
            ),
            ("", ""),
        ),
        Act::HomeRegulations => (
            ("Socialstyrelsens föreskrifter HSLF-FS 2016:55", "Regulations of the National Board, HSLF-FS 2016:55"),
            ("", ""),
        ),
        Act::QualityRegulations => (
            ("Socialstyrelsens föreskrifter SOSFS 2011:9", "Regulations of the National Board, SOSFS 2011:9"),
            ("", ""),
        ),
        Act::DocumentationRegulations => (
            ("Socialstyrelsens föreskrifter SOSFS 2014:5", "Regulations of the National Board, SOSFS 2014:5"),
            ("", ""),
        ),
        Act::Convention => (
            ("FN:s konvention om barnets rättigheter", "United Nations Convention on the Rights of the Child"),
            ("", ""),
        ),
    };
    (pick(language, name), pick(language, until))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_provision_stands_here_that_the_data_do_not_rest_on() {
        let path = format!("{}/public/data/source/laws.toml", env!("CARGO_MANIFEST_DIR"));
        let laws = std::fs::read_to_string(path).expect("the provisions are there");
        let known: Vec<&str> = laws.split("\n[").collect();
        let number = |act: &str| act.split(['(', ' ', ')', ',']).find(|part| part.contains(':')).map(str::to_owned);
        for term in terms() {
            for law in term.laws {
                let (swedish, _) = named(law.act, Language::Swedish);
                let act = number(swedish).unwrap_or_else(|| swedish.to_owned());
                let (swedish, english) = law.provision;
                let provision = format!("provision = {{ sv = \"{swedish}\", en = \"{english}\" }}");
                let is_it = |block: &&str| block.contains(&act) && (swedish.is_empty() || block.contains(&provision));
                assert!(known.iter().any(is_it), "{}: {act} {swedish}", term.id);
            }
        }
    }
}
