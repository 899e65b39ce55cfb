//! What a flow says: its stages with their parts, the bands between them, and each as a sentence.

use super::{context::Context, figure::answer_words};
use crate::{
    model::{
        measure::Measure,
        text::{Language, Text},
    },
    query::{
        breakdown::Row,
        flow::{Flow, Stage, flow},
    },
    words::{crosstab::caption, explore::lower_first, flow as words},
};

/// A flow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowPanel {
    /// What flows: measure, stages, what else is picked.
    pub title: String,
    /// The same for those who do not see it.
    pub summary: String,
    /// What is counted.
    pub measure: String,
    /// The stages, the first one first.
    pub stages: Vec<FlowStage>,
    /// The bands from each stage to the next, in the order of the stages, and within one in that of the file. Those of nothing are left out.
    pub links: Vec<FlowLink>,
    /// How to read it, and what is not drawn.
    pub notes: Vec<String>,
}

/// A stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowStage {
    /// What its parts are parts of: "Verktyg".
    pub label: String,
    /// The parts.
    pub parts: Vec<FlowPart>,
}

/// A part of a stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowPart {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many; none where that is not known exactly.
    pub value: Option<f64>,
    /// The same in words, or why there is no number.
    pub text: String,
    /// The part and where it goes on to, in a sentence.
    pub spoken: String,
}

/// A band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowLink {
    /// The stage that it comes from.
    pub stage: usize,
    /// The part there.
    pub from: usize,
    /// The part of the next stage.
    pub to: usize,
    /// How many; none where that is not known exactly, and no band is drawn.
    pub value: Option<f64>,
    /// The same in words, or why there is no number.
    pub text: String,
    /// The band in a sentence.
    pub spoken: String,
}

/// The flow of the question; none where nothing flows.
pub fn panel(context: Context) -> Option<FlowPanel> {
    let measure = context.measure()?;
    let flow = flow(context.cleared, context.question)?;
    let (title, summary) = titles(context, &flow)?;
    let stages: Vec<FlowStage> = flow.stages.iter().map(|stage| self::stage(context, measure, stage)).collect();
    let mut panel = FlowPanel {
        title,
        summary,
        measure: context.measure_label().to_owned(),
        links: links(context, measure, &flow, &stages),
        stages,
        notes: Vec::new(),
    };
    say_onwards(&mut panel, context.language);
    let parts = panel.stages.iter().flat_map(|stage| stage.parts.iter().map(|part| part.value));
    let is_hidden = parts.chain(panel.links.iter().map(|link| link.value)).any(|value| value.is_none());
    let hidden = is_hidden.then(|| words::not_drawn(context.language).to_owned());
    panel.notes = std::iter::once(words::reading(context.language).to_owned()).chain(hidden).collect();
    Some(panel)
}

/// What flows, and the same for those who do not see it.
fn titles(context: Context, flow: &Flow) -> Option<(String, String)> {
    let label = |stage: &Stage| context.dimension(stage.dimension).map(|it| it.label.get(context.language));
    let (first, last) = (label(flow.stages.first()?)?, label(flow.stages.last()?)?);
    let stages = flow.stages.iter().map(|stage| Some(stage.dimension));
    let rest = context.rest(&stages.chain([context.area()]).collect::<Vec<_>>());
    let place = context.area().map(|_| context.place());
    let rest: Vec<&str> = place.into_iter().chain((!rest.is_empty()).then_some(rest.as_str())).collect();
    let title = caption(context.language, context.measure_label(), first, last, &rest.join(", "));
    let summary = words::summary(context.language, &title, flow.stages.len());
    Some((title, summary))
}

fn stage(context: Context, measure: &Measure, stage: &Stage) -> FlowStage {
    let label = |label: &Text| label.get(context.language).to_owned();
    let Some(dimension) = context.dimension(stage.dimension) else { return FlowStage::default() };
    let part = |row: &Row| {
        let category = dimension.categories.get(row.category)?;
        let texts = answer_words(measure, &row.answer, context.language);
        Some(FlowPart {
            code: category.code.clone(),
            name: label(&category.label),
            value: row.answer.figure.exact_value(),
            text: texts.value,
            spoken: texts.spoken,
        })
    };
    FlowStage { label: label(&dimension.label), parts: stage.parts.iter().filter_map(part).collect() }
}

fn links(context: Context, measure: &Measure, flow: &Flow, stages: &[FlowStage]) -> Vec<FlowLink> {
    let name = |stage: usize, part: usize| {
        stages.get(stage).and_then(|stage| stage.parts.get(part)).map_or("", |part| part.name.as_str())
    };
    let link = |stage: usize, from: usize, to: usize, cell: &Row| {
        let value = cell.answer.figure.exact_value();
        let text = answer_words(measure, &cell.answer, context.language).value;
        let spoken = words::link(context.language, name(stage, from), name(stage.saturating_add(1), to), &text);
        (value != Some(0.0)).then_some(FlowLink { stage, from, to, value, text, spoken })
    };
    let of_part = |stage, from, cells: &[Row]| {
        let links = cells.iter().enumerate().filter_map(|(to, cell)| link(stage, from, to, cell));
        links.collect::<Vec<_>>()
    };
    let of_stage = |(stage, rows): (usize, &Vec<(usize, Vec<Row>)>)| {
        let links = rows.iter().enumerate().flat_map(|(from, (_, cells))| of_part(stage, from, cells));
        links.collect::<Vec<_>>()
    };
    flow.links.iter().enumerate().flat_map(of_stage).collect()
}

/// Makes of each part's figure the sentence that also says where it goes on to.
fn say_onwards(panel: &mut FlowPanel, language: Language) {
    let names: Vec<Vec<String>> =
        panel.stages.iter().map(|stage| stage.parts.iter().map(|part| lower_first(&part.name)).collect()).collect();
    for (nth, stage) in panel.stages.iter_mut().enumerate() {
        for (from, part) in stage.parts.iter_mut().enumerate() {
            let links = panel.links.iter().filter(|link| (link.stage, link.from) == (nth, from));
            let onward = |link: &FlowLink| {
                let name = names.get(nth.saturating_add(1)).and_then(|names| names.get(link.to))?;
                Some(format!("{name} {}", link.text))
            };
            part.spoken =
                words::part(language, &part.name, &part.spoken, &links.filter_map(onward).collect::<Vec<_>>());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{gate, load::jsonstat, model::choice::Choice, query::question::resolve, view_model::asked::Asked};

    fn asked(by: &str, across: &str, measure: &str) -> Option<FlowPanel> {
        let bytes = include_bytes!("../../public/data/demo-atgarder.json");
        let cube = jsonstat::read(bytes, "demo-atgarder").0.expect("the file is whole");
        let cleared = gate::admit(cube).expect("the gate lets it in");
        let text = |it: &str| Some(it.to_owned());
        let choice = Choice { measure: text(measure), by: text(by), across: text(across), ..Choice::default() };
        let (question, _) = resolve(&cleared, &choice).expect("there is a question");
        let asked = Asked::nothing(&question);
        panel(Context { cleared: &cleared, question: &question, asked: &asked, language: Language::Swedish })
    }

    #[test]
    fn decisions_flow_over_follow_up_to_outcome_and_none_is_lost() {
        let panel = asked("tool", "follow_up", "decisions").expect("it flows");
        assert_eq!(panel.stages.iter().map(|stage| stage.parts.len()).collect::<Vec<_>>(), [6, 4, 6]);
        for (nth, stage) in panel.stages.iter().enumerate() {
            for (place, part) in stage.parts.iter().enumerate() {
                let sum = |links: &dyn Fn(&&FlowLink) -> bool| {
                    panel.links.iter().filter(links).filter_map(|it| it.value).sum::<f64>()
                };
                let out = sum(&|link| (link.stage, link.from) == (nth, place));
                let into = sum(&|link| (link.stage + 1, link.to) == (nth, place));
                assert!(nth == 2 || part.value == Some(out), "{}", part.name);
                assert!(nth == 0 || part.value == Some(into), "{}", part.name);
            }
        }
    }

    #[test]
    fn without_follow_up_it_flows_to_the_outcome_at_once() {
        let panel = asked("tool", "outcome", "decisions").expect("it flows");
        assert_eq!(panel.stages.iter().map(|stage| stage.label.as_str()).collect::<Vec<_>>(), ["Verktyg", "Utfall"]);
    }

    #[test]
    fn shares_and_durations_do_not_flow() {
        assert_eq!(asked("tool", "outcome", "mended_share"), None);
        assert_eq!(asked("tool", "outcome", "days_median"), None);
    }
}
