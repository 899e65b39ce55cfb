//! A chain of steps in the order of the file: each with its figure, and the one that is open with what is behind it.

use super::{
    bars::{BarRow, BarsPanel},
    breakdown::bars,
    context::Context,
    figure::{FigurePanel, figure},
    time::time,
};
use crate::{query::parts::whole_of, words::steps as words};

/// The chain.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StepsPanel {
    /// What the steps show.
    pub title: String,
    /// The steps, never sorted.
    pub steps: Vec<Step>,
    /// Where the scale of all bars ends; it begins at 0.
    pub scale_end: f64,
    /// The scale in words.
    pub scale: String,
    /// What to mind when steps are set beside each other, a sentence each.
    pub notes: Vec<String>,
}

/// One step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// Which it is, from 1.
    pub number: String,
    /// Its code, name and figure, or why there is none.
    pub row: BarRow,
}

/// What is behind the step that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenedStep {
    /// Its code.
    pub code: String,
    /// "Steg 3 av 8".
    pub nth: String,
    /// Its name.
    pub name: String,
    /// What is counted, where.
    pub what: String,
    /// The figure, or why there is none.
    pub value: String,
    /// "108 av 935 ärenden"; may be empty.
    pub counts: String,
    /// "95 % osäkerhet 9,7–13,8 %"; may be empty.
    pub interval: String,
    /// What qualifies the figure, a sentence each.
    pub remarks: Vec<String>,
    /// From the first to the last period that may be compared, in a sentence; may be empty.
    pub over_time: String,
    /// Whether there are periods to follow it through.
    pub has_time: bool,
    /// Whether there are areas to see it in.
    pub has_map: bool,
    /// The step before it.
    pub previous: Option<Neighbour>,
    /// The step after it.
    pub next: Option<Neighbour>,
}

/// A step to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The categories of the question's own dimension as steps, without the one that is all of them. None where there are none.
pub fn steps(context: Context) -> Option<StepsPanel> {
    let dimension = context.dimension(context.question.by)?;
    let whole = whole_of(dimension);
    let whole = dimension.categories.get(whole).map(|it| it.code.as_str());
    let BarsPanel { title, ticks, rows, notes, .. } = bars(context);
    let step = |(place, row): (usize, BarRow)| Step { number: (place + 1).to_string(), row };
    let rows = rows.into_iter().filter(|row| Some(row.key.as_str()) != whole);
    let steps: Vec<Step> = rows.enumerate().map(step).collect();
    let (first, last) = (ticks.first()?, ticks.last()?);
    (!steps.is_empty()).then(|| StepsPanel {
        title,
        steps,
        scale_end: last.value,
        scale: words::scale(context.language, &first.label, &last.label),
        notes,
    })
}

/// What is behind the picked step. None where the picked category is no step.
pub fn opened(context: Context) -> Option<OpenedStep> {
    let steps = steps(context)?.steps;
    let place = steps.iter().position(|step| step.row.is_picked)?;
    let Step { number, row } = steps.get(place)?;
    let neighbour = |place: usize| {
        let row = &steps.get(place)?.row;
        Some(Neighbour { code: row.key.clone(), name: row.label.clone() })
    };
    let FigurePanel { place: area, what, value, counts, interval, remarks, .. } = figure(context)?;
    let time = time(context).filter(|time| time.why_not.is_empty());
    let areas = context.asked.areas.as_ref().map(|areas| areas.rows.as_slice()).unwrap_or_default();
    Some(OpenedStep {
        code: row.key.clone(),
        nth: words::nth(context.language, number, steps.len()),
        name: row.label.clone(),
        what: format!("{area}: {what}"),
        value,
        counts: counts.unwrap_or_default(),
        interval: interval.unwrap_or_default(),
        remarks,
        has_time: time.is_some(),
        has_map: areas.iter().any(|row| row.answer.figure.value().is_some()),
        over_time: time.map(|time| time.headline).unwrap_or_default(),
        previous: place.checked_sub(1).and_then(neighbour),
        next: neighbour(place + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        gate::{self, Cleared},
        load::jsonstat,
        model::{choice::Choice, cube::Cube, text::Language},
        query::question::resolve,
        view_model::asked::asked,
    };

    const SEX: usize = 0;

    fn with<T>(
        change: impl FnOnce(&mut Cube),
        (by, at): (&str, &[(&str, &str)]),
        make: impl FnOnce(Context) -> T,
    ) -> T {
        let bytes = include_bytes!("../../tests/fixtures/jsonstat/parts.json");
        let mut cube = jsonstat::read(bytes, "parts").0.expect("the file is whole");
        change(&mut cube);
        let cleared: Cleared = gate::admit(cube).expect("the gate lets it in");
        let categories = at.iter().map(|(id, code)| ((*id).to_owned(), (*code).to_owned())).collect();
        let text = |it: &str| Some(it.to_owned());
        let choice = Choice { measure: text("share"), by: text(by), categories, ..Choice::default() };
        let (question, ignored) = resolve(&cleared, &choice).expect("there is a question");
        assert_eq!(ignored, []);
        let asked = asked(&cleared, &question);
        make(Context { cleared: &cleared, question: &question, asked: &asked, language: Language::Swedish })
    }

    fn shown<'a>(panel: &'a StepsPanel) -> Vec<(&'a str, &'a str, &'a str)> {
        let step = |it: &'a Step| (it.number.as_str(), it.row.key.as_str(), it.row.value_text.as_str());
        panel.steps.iter().map(step).collect()
    }

    #[test]
    fn steps_stand_as_in_the_file_whichever_is_larger() {
        let in_karlskrona = [("sex", "girl"), ("area", "1080"), ("period", "2020")];
        let by_sex = with(|_| (), ("sex", &in_karlskrona), steps).expect("there are steps");
        assert_eq!(shown(&by_sex), [("1", "girl", "20,0\u{a0}%"), ("2", "boy", "15,0\u{a0}%")]);
        let by_period = with(|_| (), ("period", &in_karlskrona), steps).expect("there are steps");
        let values = [("1", "2020", "20,0\u{a0}%"), ("2", "2021", "25,0\u{a0}%"), ("3", "2022", "30,0\u{a0}%")];
        assert_eq!(shown(&by_period), values);
        assert_eq!(by_period.steps.iter().map(|step| step.row.is_picked).collect::<Vec<_>>(), [true, false, false]);
        // The scale takes in every interval.
        let highest = by_period.steps.iter().filter_map(|step| step.row.high).fold(0.0, f64::max);
        assert!(highest > 30.0 && by_period.scale_end >= highest, "{highest}, {}", by_period.scale_end);
    }

    #[test]
    fn a_hidden_step_says_so_and_has_no_bar() {
        let at = [("sex", "boy"), ("area", "1060"), ("period", "2021")];
        let panel = with(|_| (), ("sex", &at), steps).expect("there are steps");
        let boys = &panel.steps[1].row;
        assert_eq!((boys.value, boys.low, boys.high), (None, None, None));
        assert_eq!(boys.state_text.as_deref(), Some("dold av sekretess"));
        let opened = with(|_| (), ("sex", &at), opened).expect("it is open");
        assert_eq!((opened.value.as_str(), opened.interval.as_str()), ("dold av sekretess", ""));
    }

    #[test]
    fn the_picked_step_is_open_and_knows_those_beside_it() {
        let at = |period| [("sex", "girl"), ("area", "1080"), ("period", period)];
        let of = |period| with(|_| (), ("period", &at(period)), opened).expect("it is open");
        let code = |neighbour: Option<Neighbour>| neighbour.map(|it| it.code);
        let (first, middle, last) = (of("2020"), of("2021"), of("2022"));
        assert_eq!((code(first.previous), code(first.next)), (None, Some("2021".to_owned())));
        assert_eq!(middle.nth, "Steg 2 av 3");
        assert_eq!((code(middle.previous), code(middle.next)), (Some("2020".to_owned()), Some("2022".to_owned())));
        assert_eq!((code(last.previous), code(last.next)), (Some("2021".to_owned()), None));
        assert_eq!((middle.value.as_str(), middle.counts.as_str()), ("25,0\u{a0}%", "25 av 100 ärenden"));
        assert!(middle.interval.starts_with("95\u{a0}% osäkerhet "), "{}", middle.interval);
        assert!(middle.has_time && middle.has_map);
    }

    #[test]
    fn over_time_is_said_only_of_periods_that_may_be_compared() {
        let at = [("sex", "girl"), ("area", "1080"), ("period", "2021")];
        let said = |change: fn(&mut Cube)| with(change, ("sex", &at), opened).expect("it is open").over_time;
        // The form is new in 2022: the last stretch is that one year.
        let broken = said(|_| ());
        let whole = said(|cube| cube.dimensions.iter_mut().for_each(|it| it.breaks.clear()));
        assert!(!broken.contains("2022"), "{broken}");
        assert!(whole.contains("2022"), "{whole}");
    }

    #[test]
    fn all_of_them_together_is_no_step() {
        let at = [("sex", "girl"), ("area", "1080"), ("period", "2020")];
        let change = |cube: &mut Cube| {
            cube.dimensions[SEX].total = Some(0);
            cube.measures.iter_mut().for_each(|it| it.additive_over.clear());
        };
        let panel = with(change, ("sex", &at), steps).expect("there are steps");
        assert_eq!(shown(&panel), [("1", "boy", "15,0\u{a0}%")]);
        assert_eq!(with(change, ("sex", &at), opened), None);
    }
}
