//! The page about the methods: each with its words, formulas, sources and an example that the very same code works out.

mod examples;
mod formulas;
mod plan;

use super::formula::Formula;
use crate::{
    model::text::Language,
    words::{literature::Source, method as words, verdict},
};
use plan::{Drawing, PLANS, Plan};

/// A fixed text in the reader's language.
type Phrase = fn(Language) -> &'static str;

/// A method, or what is said beside the methods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MethodSection {
    /// Its place in the page: what stands after `#` in an address. Others link here, so it does not change.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What it answers, in plain words.
    pub answers: &'static str,
    /// Words and what they mean.
    pub terms: Vec<(&'static str, &'static str)>,
    /// When it is used here; none for what is said beside the methods.
    pub used: Option<&'static str>,
    /// How it is worked out.
    pub formulas: Vec<FormulaLine>,
    /// Where it comes from; none for the page's own rules.
    pub sources: &'static [Source],
    /// Sentences with invented numbers, and what the code makes of them.
    pub example: Vec<String>,
}

/// A formula and how it is read out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaLine {
    /// What is seen.
    pub formula: Formula,
    /// What is heard, and read by those who do not read formulas.
    pub reading: &'static str,
}

/// All of them, in the order of the page.
pub fn sections(language: Language) -> Vec<MethodSection> {
    PLANS.iter().map(|plan| section(plan, language)).collect()
}

fn section(plan: &Plan, language: Language) -> MethodSection {
    let terms = |(name, means): &(Phrase, Phrase)| (name(language), means(language));
    let formula =
        |(formula, reading): &(Drawing, Phrase)| FormulaLine { formula: formula(), reading: reading(language) };
    MethodSection {
        id: plan.id,
        title: (plan.title)(language),
        answers: (plan.answers)(language),
        terms: plan.terms.iter().map(terms).collect(),
        used: plan.used.map(|used| used(language)),
        formulas: plan.formulas.iter().map(formula).collect(),
        sources: plan.sources,
        // A test makes sure that each can be worked out.
        example: plan.example.and_then(|example| example(language)).unwrap_or_default(),
    }
}

/// The six verdicts and what each means.
const VERDICTS: [(Phrase, Phrase); 6] = [
    (verdict::higher, words::verdict_higher),
    (verdict::lower, words::verdict_lower),
    (verdict::not_apart, words::verdict_not_apart),
    (verdict::too_few, words::verdict_too_few),
    (verdict::not_comparable, words::verdict_not_comparable),
    (verdict::no_figure, words::verdict_no_figure),
];

/// What the page does not do, and why.
const NOT_DONE: [(Phrase, Phrase); 5] = [
    (words::hunting, words::hunting_why),
    (words::league, words::league_why),
    (words::register, words::register_why),
    (words::risk, words::risk_why),
    (words::cause, words::cause_why),
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn each_section_says_everything_in_both_languages() {
        let [swedish, english] = [Language::Swedish, Language::English].map(sections);
        for (swedish, english) in swedish.iter().zip(&english) {
            assert_eq!(swedish.id, english.id);
            for (one, other) in [(swedish.title, english.title), (swedish.answers, english.answers)] {
                assert!(!one.is_empty() && !other.is_empty() && one != other, "{}", swedish.id);
            }
            assert_eq!(swedish.example.len(), english.example.len(), "{}", swedish.id);
        }
    }

    #[test]
    fn each_method_has_its_use_and_an_example_without_gaps() {
        for language in Language::ALL {
            for section in sections(language) {
                assert_eq!(section.used.is_none(), section.id == "not-done");
                assert_eq!(section.example.is_empty(), section.id == "not-done", "{} has an example", section.id);
                let said = section.example.join(" ");
                assert!(!said.contains(['{', '}']), "{}: {said}", section.id);
                assert_eq!(said.contains(|c: char| c.is_ascii_digit()), section.id != "not-done", "{said}");
            }
        }
    }

    #[test]
    fn addresses_within_the_page_are_their_own() {
        let ids: HashSet<&str> = PLANS.iter().map(|plan| plan.id).collect();
        assert_eq!(ids.len(), PLANS.len());
        assert!(["wilson", "funnel", "hidden", "verdict"].iter().all(|id| ids.contains(id)));
    }
}
