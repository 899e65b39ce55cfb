//! The answer for a person.

use super::{Content, Found, Inspection};
use crate::{
    gate::{Refusal, receipt::Receipt},
    load::complaint::Complaint,
    model::{
        dataset::{Dataset, Source},
        dimension::Dimension,
        measure::Measure,
        text::Language,
    },
    view_model::tally::Tally,
    words::{absence, complaint, inspection as words, notes, number, receipt, refusal},
};

/// So many codes are listed; `--json` lists all.
const MOST_CODES: usize = 12;

/// The answer, a line for each thing.
pub fn answer(inspection: &Inspection, language: Language) -> String {
    let mut answer = Answer { language, text: String::new() };
    match &inspection.found {
        Found::Nothing => {
            answer.line(0, words::unreadable(language));
            answer.complaints(&inspection.complaints);
        }
        Found::Catalogue(catalogue) => {
            answer.heading(words::datasets(language));
            for item in &catalogue.items {
                answer.line(1, &format!("{}: {} ({})", item.id, item.label.get(language), item.href));
            }
            answer.complaints(&inspection.complaints);
        }
        Found::Dataset(content) => {
            answer.content(content);
            answer.complaints(&inspection.complaints);
            answer.outcome(&content.outcome);
        }
    }
    answer.text
}

struct Answer {
    language: Language,
    text: String,
}

impl Answer {
    fn line(&mut self, depth: usize, line: &str) {
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn heading(&mut self, heading: &str) {
        self.text.push('\n');
        self.line(0, heading);
    }

    fn named(&mut self, name: &str, value: &str) {
        self.line(0, &format!("{name}: {value}"));
    }

    fn content(&mut self, content: &Content) {
        self.dataset(&content.cube.dataset);
        self.heading(words::dimensions(self.language));
        for dimension in &content.cube.dimensions {
            self.dimension(dimension);
        }
        self.heading(words::measures(self.language));
        for measure in &content.cube.measures {
            let column = measure.column.and_then(|column| content.cube.columns.get(column));
            self.measure(measure, column.map(|column| Tally::of([column])));
        }
        let n_cells = content.cube.columns.iter().map(|column| column.len()).sum();
        let all = self.tally(&Tally::of(&content.cube.columns));
        let cells = format!("{}: {} ({all})", words::cells(self.language), self.count(n_cells));
        self.heading(&cells);
    }

    fn dataset(&mut self, dataset: &Dataset) {
        let language = self.language;
        self.line(0, dataset.label.get(language));
        if dataset.is_synthetic {
            self.line(0, words::synthetic(language));
        }
        if let Some(publisher) = &dataset.publisher {
            self.named(words::publisher(language), publisher.get(language));
        }
        for source in &dataset.sources {
            self.named(words::source(language), &in_one_line(source));
        }
        for registry_number in &dataset.registry_numbers {
            self.named(words::registry_number(language), registry_number);
        }
        if let Some(updated) = &dataset.updated {
            self.named(words::updated(language), updated);
        }
        self.named(words::selection(language), notes::design(language, dataset.design));
    }

    fn dimension(&mut self, dimension: &Dimension) {
        let n = dimension.categories.len();
        let codes: Vec<&str> = dimension.categories.iter().take(MOST_CODES).map(|it| it.code.as_str()).collect();
        let mut codes = codes.join(", ");
        if n > MOST_CODES {
            let more = self.count(n.saturating_sub(MOST_CODES));
            codes = format!("{codes} {}", words::and_more(&more, self.language));
        }
        let label = dimension.label.get(self.language);
        self.line(1, &format!("{}: {label} [{}, {}]", dimension.id, dimension.kind.id(), self.count(n)));
        self.line(2, &codes);
    }

    fn measure(&mut self, measure: &Measure, tally: Option<Tally>) {
        let language = self.language;
        let unit = measure.unit.get(language);
        let kind = words::kind(measure.kind, language);
        let kind = if unit.is_empty() { kind.to_owned() } else { format!("{kind}, {unit}") };
        let protected = words::protected_unit(measure.protected_unit, language);
        self.line(1, &format!("{}: {} [{kind}; {protected}]", measure.id, measure.label.get(language)));
        let cells = match tally {
            Some(tally) => self.tally(&tally),
            None => words::worked_out(language).to_owned(),
        };
        self.line(2, &cells);
    }

    fn tally(&self, tally: &Tally) -> String {
        let known = format!("{} {}", self.count(tally.n_known), words::numbers(self.language));
        let absent =
            tally.absences().map(|(_, why, n)| format!("{} {}", self.count(n), absence::name(&why, self.language)));
        std::iter::once(known).chain(absent).collect::<Vec<_>>().join(", ")
    }

    fn complaints(&mut self, complaints: &[Complaint]) {
        let language = self.language;
        self.heading(words::remarks(language));
        if complaints.is_empty() {
            self.line(1, words::no_remarks(language));
        }
        for one in complaints {
            let severity = complaint::severity(one.severity, language);
            self.line(1, &format!("[{severity}] {}", complaint::complaint(one, language)));
        }
    }

    fn outcome(&mut self, outcome: &Result<Receipt, Refusal>) {
        let language = self.language;
        self.heading(words::gate(language));
        match outcome {
            Ok(it) => {
                self.line(1, &format!("{} {}", words::cleared(language), receipt::summary(it, language)));
                for rule in &it.checked {
                    self.line(1, &format!("{}: {}", words::checked(language), receipt::rule(*rule, language)));
                }
                for what in &it.not_checked {
                    self.line(
                        1,
                        &format!("{}: {}", words::not_checked(language), receipt::not_checked(what, language)),
                    );
                }
                for it in &it.warnings {
                    self.line(1, &format!("{}: {}", words::worth_a_look(language), receipt::warning(it, language)));
                }
            }
            Err(it) => {
                self.line(1, words::refused(language));
                for reason in refusal::refusal(it, language) {
                    self.line(1, &reason);
                }
            }
        }
    }

    fn count(&self, n: usize) -> String {
        number::count(u64::try_from(n).unwrap_or(u64::MAX), self.language)
    }
}

/// "Rapport 2023. Exempelmyndigheten, 2023. https://example.org"
fn in_one_line(source: &Source) -> String {
    let publisher = Some(source.publisher.clone()).filter(|publisher| !publisher.is_empty());
    let year = source.year.map(|year| year.to_string());
    let by: Vec<String> = publisher.into_iter().chain(year).collect();
    let parts = [source.title.clone(), by.join(", "), source.url.clone().unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(". ")
}
