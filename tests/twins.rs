//! One question, one answer: whatever is asked of any dataset, card, map, table, chart, series and file say the same.

#[path = "shipped/catalogue.rs"]
mod catalogue;
mod shipped;

use std::{collections::BTreeMap, sync::LazyLock};

use catalogue::catalogue;
use insyn::{
    export::{
        sheet::{Reader, Value, sheet},
        sheet_csv,
    },
    gate::Cleared,
    model::{choice::Choice, dimension::DimensionKind, figure::Absence, measure::MeasureKind, text::Language},
    query::{
        answer::answer,
        crossing::parts_shown,
        question::{Ignored, choice_of, resolve},
    },
    verdict::Kind,
    view_model::{
        asked::asked,
        breakdown::bars,
        context::Context,
        crosstab::crosstab,
        figure::{answer_words, figure},
        funnel::{FEWEST_SPREAD, funnel},
        map::map,
        table,
        time::time,
    },
    words::figure::{Style, plain},
};
use proptest::{prelude::*, sample::Index};
use shipped::dataset;

/// Every dataset that is shipped.
static DATASETS: LazyLock<Vec<Cleared>> =
    LazyLock::new(|| catalogue().items.iter().map(|item| dataset(&item.id)).collect());

/// Any question of any dataset, as an address would put it: many of its parts do not go together.
fn questions() -> impl Strategy<Value = (&'static Cleared, Choice, Language)> {
    let indices = || prop::collection::vec(any::<Index>(), 12);
    (any::<Index>(), any::<Index>(), any::<[Index; 2]>(), indices(), any::<[bool; 3]>()).prop_map(
        |(dataset, measure, [by, across], places, [has_level, is_smoothed, is_english])| {
            let cleared = dataset.get(&DATASETS);
            let cube = cleared.cube();
            let categories = cube
                .dimensions
                .iter()
                .zip(&places)
                .map(|(dimension, place)| (dimension.id.clone(), place.get(&dimension.categories).code.clone()));
            let choice = Choice {
                measure: Some(measure.get(&cube.measures).id.clone()),
                by: Some(by.get(&cube.dimensions).id.clone()),
                across: Some(across.get(&cube.dimensions).id.clone()),
                level: has_level.then(|| "county".to_owned()),
                colour: is_smoothed.then(|| "smoothed".to_owned()),
                categories: categories.collect(),
                ..Choice::default()
            };
            (cleared, choice, if is_english { Language::English } else { Language::Swedish })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn every_panel_says_the_same((cleared, choice, language) in questions()) {
        let (question, _) = resolve(cleared, &choice).expect("every dataset has a question");
        let asked = asked(cleared, &question);
        let context = Context { cleared, question: &question, asked: &asked, language };
        let cube = cleared.cube();
        let measure = &cube.measures[question.measure];
        let words = |at: &[usize]| answer_words(measure, &answer(cleared, question.measure, at), language);
        let at_code = |dimension: usize, code: &str| {
            let mut at = question.at.clone();
            at[dimension] = cube.dimensions[dimension].position(code).expect("a row is one of its categories");
            at
        };

        let picked = words(&question.at);
        let card = figure(context).expect("there is a card");
        prop_assert_eq!(&card.value, &picked.value);
        prop_assert!(card.spoken.contains(&picked.spoken), "{} has no {}", card.spoken, picked.spoken);

        // The chart, its table and the file of it.
        let by = question.by;
        let parts = table::broken_down(context).expect("there is a table");
        let of_parts: BTreeMap<&str, &Vec<String>> = parts.rows.iter().map(|row| (row.code.as_str(), &row.cells)).collect();
        for row in bars(context).rows {
            let expected = words(&at_code(by, &row.key));
            prop_assert_eq!(&row.value_text, &expected.value);
            prop_assert_eq!(&row.interval_text, &expected.interval);
            prop_assert_eq!(row.value, answer(cleared, question.measure, &at_code(by, &row.key)).figure.value());
            prop_assert_eq!(row.value.is_none(), row.state_text.is_some());
            prop_assert!(row.spoken.contains(&expected.spoken), "{} has no {}", row.spoken, expected.spoken);
            prop_assert_eq!(&of_parts[row.key.as_str()][1], &expected.value);
        }

        // How it is spread over the areas that can be judged: told by quartiles and ends of the figures drawn, or not at all.
        if let Some(funnel) = funnel(context) {
            let judged: Vec<f64> = funnel.points.iter().filter(|it| it.kind < Kind::TooFew).map(|it| it.value).collect();
            prop_assert_eq!(funnel.spread.is_some(), judged.len() >= FEWEST_SPREAD);
            if let Some(spread) = &funnel.spread {
                let mut sorted = judged.clone();
                sorted.sort_by(f64::total_cmp);
                let at = |part: f64| {
                    let place = part * (sorted.len() - 1) as f64;
                    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
                    below + (above - below) * place.fract()
                };
                // No finer than the coarsest of them.
                let is_coarse = measure.kind == MeasureKind::Share && funnel.points.iter().any(|it| it.kind < Kind::TooFew && it.n < 100.0);
                let style = Style::of(measure, language);
                let style = Style { decimals: if is_coarse { 0 } else { style.decimals }, ..style };
                let said = [at(0.25), at(0.75), sorted[0], sorted[sorted.len() - 1]].map(|value| plain(value, &style, language));
                let mut rest = spread.as_str();
                for number in &said {
                    let place = rest.find(number.as_str());
                    prop_assert!(place.is_some(), "{spread} has no {number} in its place");
                    rest = &rest[place.unwrap_or(0) + number.len()..];
                }
                prop_assert!(spread.contains(&format!("{}\u{a0}", judged.len())), "{spread}");
                prop_assert!(sorted.iter().filter(|it| **it < at(0.25)).count() <= sorted.len().div_ceil(4));
            }
        }

        // The map, its table and the file of it.
        if let (Some(area), Some(map), Some(table)) = (context.area(), map(context), table::areas(context)) {
            prop_assert_eq!(map.areas.len(), table.rows.len());
            let file = sheet(&table, Reader::Program);
            let head = |name: &str| file.heads.iter().position(|head| head == name).expect("the column is there");
            let (value, status) = (head("value"), head("value_status"));
            let written = sheet_csv::for_person(&sheet(&table, Reader::Person(language)), &[], language);
            let delimiter = if language == Language::Swedish { ";" } else { "," };
            let filed: BTreeMap<&str, (&Vec<Value>, &str)> = (table.rows.iter().zip(&file.rows).zip(written.lines().skip(1)))
                .map(|((row, filed), line)| (row.code.as_str(), (filed, line)))
                .collect();
            let cells: BTreeMap<&str, &Vec<String>> = table.rows.iter().map(|row| (row.code.as_str(), &row.cells)).collect();
            for shown in &map.areas {
                let expected = words(&at_code(area, &shown.code));
                let cells = cells[shown.code.as_str()];
                prop_assert_eq!(&shown.lines[0], &expected.value);
                prop_assert_eq!(&cells[1], &expected.value);
                prop_assert!(shown.spoken.contains(&expected.spoken), "{} has no {}", shown.spoken, expected.spoken);
                prop_assert_eq!(shown.is_picked, cube.dimensions[area].position(&shown.code) == Some(question.at[area]));
                let (filed, line) = filed[shown.code.as_str()];
                match answer(cleared, question.measure, &at_code(area, &shown.code)).figure.value() {
                    Some(known) => {
                        prop_assert!(matches!(filed[value], Value::Number { value, .. } if value == known), "{filed:?}");
                        // A person reads the number that the page shows.
                        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                        let field = line.split(delimiter).nth(2).expect("the figure has a field");
                        prop_assert!(digits(&expected.value).contains(&digits(field)), "{line}: {}", expected.value);
                    }
                    None => {
                        prop_assert_eq!(&filed[value], &Value::Nothing);
                        prop_assert!(filed[status] != Value::Nothing, "{filed:?}");
                    }
                }
            }
        }

        // The crosstab and the file of it; whatever stands across, the address is understood again.
        let (again, ignored) = resolve(cleared, &choice_of(cube, &question)).expect("it is a question");
        prop_assert_eq!(again.across, question.across);
        prop_assert!(!ignored.iter().any(|part| matches!(part, Ignored::Across(_))), "{:?}", ignored);
        prop_assert_eq!(crosstab(context).is_some(), question.across.is_some());
        if let (Some(across), Some(table)) = (question.across, crosstab(context)) {
            prop_assert!(across != by);
            let file = sheet(&table, Reader::Program);
            let parts = [by, across].map(|dimension| parts_shown(cleared, &question, dimension));
            let mut strongest = None;
            for (row, filed) in table.rows.iter().zip(&file.rows) {
                prop_assert_eq!((row.cells.len(), row.looks.len()), (table.columns.len(), table.columns.len()));
                for (place, column) in table.columns.iter().enumerate().skip(1) {
                    let prefix = format!("{}_", cube.dimensions[across].id);
                    let code = column.id.strip_prefix(&prefix).expect("a column is one of the categories across");
                    let mut at = at_code(by, &row.code);
                    at[across] = cube.dimensions[across].position(code).expect("it is one of its categories");
                    let (expected, told) = (words(&at), answer(cleared, question.measure, &at));
                    prop_assert_eq!(&row.cells[place], &expected.value);
                    let head = file.heads.iter().position(|head| *head == column.id).expect("the column is there");
                    match told.figure.value() {
                        Some(known) => {
                            let is_there = matches!(filed[head], Value::Number { value, .. } if value == known);
                            prop_assert!(is_there, "{:?}: {}", filed, known);
                        }
                        None => prop_assert!(filed[head] == Value::Nothing && filed[head + 1] != Value::Nothing),
                    }
                    let look = &row.looks[place];
                    prop_assert!(look.below.contains(&expected.interval), "{}: {}", look.below, expected.interval);
                    let is_part = parts[0].contains(&at[by]) && parts[1].contains(&at[across]);
                    if look.shade > 0 {
                        prop_assert!(is_part && told.figure.value().is_some_and(|value| value > 0.0));
                    }
                    if is_part {
                        strongest = strongest.max(told.figure.value().map(|value| (value.to_bits(), look.shade)));
                    }
                }
            }
            // The highest figure has the strongest shade; a measure may also be below nothing.
            if let Some((bits, shade)) = strongest.filter(|(bits, _)| f64::from_bits(*bits) > 0.0) {
                prop_assert_eq!(shade, 5, "{}", f64::from_bits(bits));
            }
        }

        // The series and its table: the picked cell's own line comes first, unless each group has one, or nothing is published of it.
        let periods = cube.dimension_of_kind(&DimensionKind::Period);
        if let (Some(period), Some(panel)) = (periods, time(context).filter(|panel| !panel.lines.is_empty())) {
            let table = panel.table.as_ref().expect("what is drawn has a table");
            prop_assert_eq!(table.rows.len(), panel.periods.len());
            // What a line stands for is what other views mark when it is pointed at.
            for line in &panel.lines {
                let Some(of) = panel.lines_of.as_ref().and_then(|id| cube.dimension_by_id(id)) else {
                    prop_assert!(line.code.is_empty() && panel.lines.len() == 1, "{} is of nothing", line.name);
                    continue;
                };
                for (shown, point) in panel.periods.iter().zip(&line.points) {
                    let mut at = at_code(period, &shown.code);
                    at[of] = cube.dimensions[of].position(&line.code).expect("a line is of a category");
                    prop_assert_eq!(&point.lines[0], &words(&at).value, "{} in {}", line.name, shown.label);
                }
            }
            let is_told = |code: &str| {
                answer(cleared, question.measure, &at_code(period, code)).figure.absence() != Some(&Absence::Unpublished)
            };
            let has_own = panel.periods.iter().any(|shown| is_told(&shown.code));
            if has_own && (by == period || Some(by) == context.area()) {
                for (place, shown) in panel.periods.iter().enumerate() {
                    let expected = words(&at_code(period, &shown.code));
                    prop_assert_eq!(&table.rows[place].cells[1], &expected.value);
                    prop_assert_eq!(&panel.lines[0].points[place].lines[0], &expected.value);
                }
            }
        }
    }
}
