//! From file to panel, as the page goes: what a question about the published and the made-up datasets is answered.

#[path = "shipped/catalogue.rs"]
mod catalogue;
mod shipped;

use catalogue::catalogue;
use insyn::{
    gate::Cleared,
    load::headlines,
    model::{
        area::Level,
        catalogue::CatalogueItem,
        choice::Choice,
        figure::{Absence, Figure},
        text::Language,
        theme::Theme,
    },
    query::{
        answer::{Origin, answer, figure_alone},
        breakdown::{break_down_by_two, moved},
        question::{Ignored, Question, choice_of, resolve, with_measure},
    },
    view_model::{
        asked::asked,
        breakdown::bars,
        context::Context,
        controls::controls,
        facts::facts,
        figure::figure,
        headline::headline,
        map::{Shade, map},
        needs, table,
        theme_picture::theme_picture,
        time::time,
    },
};
use shipped::{dataset, file};

fn ask(cleared: &Cleared, measure: Option<&str>, categories: &[(&str, &str)]) -> (Question, Vec<Ignored>) {
    let owned = |(id, code): &(&str, &str)| ((*id).to_owned(), (*code).to_owned());
    let choice = Choice {
        measure: measure.map(str::to_owned),
        categories: categories.iter().map(owned).collect(),
        ..Choice::default()
    };
    resolve(cleared, &choice).expect("there is a question")
}

#[test]
fn every_dataset_opens_on_a_figure_and_a_chart() {
    for CatalogueItem { id, levels, .. } in catalogue().items {
        let cleared = dataset(&id);
        let (question, _) = ask(&cleared, None, &[]);
        let asked = asked(&cleared, &question);
        let context = Context { cleared: &cleared, question: &question, asked: &asked, language: Language::Swedish };
        let card = figure(context).expect("there is a card");
        let panel = bars(context);
        assert!(card.is_known, "{id}: {}", card.spoken);
        assert!(panel.rows.iter().any(|row| row.value.is_some()), "{id}");
        // Every other measure has something to say too, be it that the figure is hidden.
        for measure in 0..cleared.cube().measures.len() {
            let at = with_measure(&cleared, &question, measure).at;
            let said = figure_alone(&cleared, measure, &at).figure;
            assert_ne!(said, Figure::Absent(Absence::Unpublished), "{id}: {measure}");
        }
        // A map needs areas to tell apart.
        assert_eq!(question.level.is_some(), levels.iter().any(|level| *level != Level::Nation), "{id}");
    }
}

#[test]
fn every_catalogued_dataset_is_read_and_let_in() {
    let items = catalogue().items;
    assert!(items.len() > 30);
    for item in items {
        let cleared = dataset(&item.id);
        assert_eq!(cleared.cube().dataset.is_synthetic, item.is_synthetic, "{}", item.id);
    }
}

#[test]
fn broken_down_by_two_dimensions_each_cell_is_the_one_that_is_picked_alone() {
    let cleared = dataset("demo");
    let (question, _) = ask(&cleared, Some("share"), &[("area", "01")]);
    let dimension = |id: &str| cleared.cube().dimension_by_id(id).expect("it is there");
    let (period, home_type) = (dimension("period"), dimension("home_type"));
    let all = |it: usize| (0..cleared.cube().dimensions[it].categories.len()).collect::<Vec<_>>();
    let (periods, types) = (all(period), all(home_type));
    let table = break_down_by_two(&cleared, question.measure, &question.at, (period, &periods), (home_type, &types));
    assert_eq!(table.len(), periods.len());
    for (year, rows) in table {
        assert_eq!(rows.len(), types.len());
        for row in rows {
            let at = moved(&moved(&question.at, period, year), home_type, row.category);
            assert_eq!(row.answer, answer(&cleared, question.measure, &at));
        }
    }
}

#[test]
fn a_share_is_worked_out_from_its_counts_with_an_interval() {
    let cleared = dataset("hvb-2023");
    let (question, ignored) = ask(&cleared, Some("share"), &[("finding", "brist")]);
    assert_eq!(ignored, []);
    let answer = answer(&cleared, question.measure, &question.at);
    assert_eq!(answer.origin, Origin::Divided);
    let interval = answer.interval.expect("both counts are exact");
    // Wilson's formula (1927) for 183 of 368, worked out apart from the house in Python.
    assert!((interval.low - 44.649_089_456).abs() < 1e-8 && (interval.high - 54.813_046_905).abs() < 1e-8);
}

#[test]
fn a_share_of_itself_is_neither_drawn_nor_asked_for_by_default() {
    let cleared = dataset("hvb-2023");
    let (question, _) = ask(&cleared, None, &[]);
    let context = Context {
        cleared: &cleared,
        question: &question,
        asked: &asked(&cleared, &question),
        language: Language::Swedish,
    };
    let panel = bars(context);
    assert!(panel.rows.iter().all(|row| row.key != "tillsynade"));
    assert_eq!(panel.rows.len(), 5);
    assert_eq!(figure(context).expect("there is a card").value, "49,7\u{a0}%");
}

#[test]
fn a_qualified_figure_keeps_its_words_and_has_no_interval() {
    let cleared = dataset("uppfoljning-2017");
    let (question, _) = ask(&cleared, Some("share_children"), &[("finding", "genomforandeplan")]);
    for (language, value) in [(Language::Swedish, "drygt 40\u{a0}%"), (Language::English, "just over 40%")] {
        let panel =
            figure(Context { cleared: &cleared, question: &question, asked: &asked(&cleared, &question), language })
                .expect("there is a card");
        assert_eq!(panel.value, value);
        assert_eq!(panel.interval, None);
    }
}

#[test]
fn an_area_of_which_nothing_is_published_has_no_line_and_the_nation_keeps_its_name() {
    let cleared = dataset("orosanmalningar");
    let (question, _) = ask(&cleared, Some("share_children"), &[("area", "19"), ("period", "2018")]);
    let by = cleared.cube().dimension_by_id("area").expect("there are areas");
    let question = Question { by, ..question };
    let asked = asked(&cleared, &question);
    let panel = time(Context { cleared: &cleared, question: &question, asked: &asked, language: Language::Swedish });
    let names: Vec<String> = panel.expect("there are periods").lines.into_iter().map(|line| line.name).collect();
    assert_eq!(names, ["Riket"]);
}

#[test]
fn every_headline_of_the_start_page_finds_its_figures() {
    let start = headlines::read(&file("stories/start.json")).expect("the file is whole");
    assert_eq!(start.headlines.len(), 6);
    for it in &start.headlines {
        let cleared = dataset(it.choice.dataset.as_deref().expect("it names its dataset"));
        assert_eq!(resolve(&cleared, &it.choice).expect("there is a question").1, []);
        for language in Language::ALL {
            let panel = headline(it, &cleared, language).expect("each figure has a cell");
            assert!(panel.figure.contains(|c: char| c.is_ascii_digit()), "{}", panel.figure);
            assert!(panel.source.is_some());
        }
    }
}

#[test]
fn every_theme_has_a_picture_of_published_figures_of_one_unit() {
    let start = headlines::read(&file("stories/start.json")).expect("the file is whole");
    assert_eq!(start.pictures.iter().map(|it| it.theme).collect::<Vec<_>>(), Theme::ALL);
    for it in &start.pictures {
        let cleared = dataset(&it.dataset);
        let cube = cleared.cube();
        assert!(!cube.dataset.is_synthetic, "{}", it.dataset);
        let units = it.bars.iter().map(|(_, choice)| {
            let measure = choice.measure.as_deref().and_then(|id| cube.measure_by_id(id)).expect("it names a measure");
            (cube.measures[measure].kind, cube.measures[measure].unit.clone())
        });
        let units: Vec<_> = units.collect();
        assert!(units.windows(2).all(|pair| pair[0] == pair[1]), "{}", it.dataset);
        for language in Language::ALL {
            let panel = theme_picture(it, &cleared, language).expect("each bar has a cell");
            assert_eq!(panel.bars.len(), it.bars.len(), "{}", it.dataset);
            assert!(panel.bars.iter().all(|bar| bar.length > 0.0 && bar.length <= 100.0), "{}", it.dataset);
        }
    }
}

#[test]
fn a_hidden_count_hides_the_share_and_its_n_is_still_told() {
    let cleared = dataset("demo");
    let cube = cleared.cube();
    let (question, _) = ask(&cleared, Some("share"), &[("area", "0180")]);
    let found = cube.measure_by_id("found").expect("it is there");
    let area = cube.dimension_by_id("area").expect("it is there");
    let mut n_hidden = 0;
    for place in 0..cube.dimensions[area].categories.len() {
        let mut at = question.at.clone();
        at[area] = place;
        if cube.published(found, &at) != Figure::Absent(Absence::Suppressed) {
            continue;
        }
        n_hidden += 1;
        let share = answer(&cleared, question.measure, &at);
        assert_eq!(share.figure, Figure::Absent(Absence::Suppressed));
        assert_eq!(share.interval, None);
        assert!(share.counts.expect("n is open").denominator.value().is_some());
    }
    assert!(n_hidden > 50, "only {n_hidden}");
}

#[test]
fn what_the_file_says_nothing_of_is_no_failed_sum() {
    let cleared = dataset("demo");
    // Two dimensions at once are cleared for no county.
    let (question, _) =
        ask(&cleared, Some("found"), &[("area", "01"), ("sex", "K"), ("home_type", "hvb"), ("period", "2022")]);
    let answer = answer(&cleared, question.measure, &question.at);
    assert_eq!((answer.figure, answer.summing), (Figure::Absent(Absence::Unpublished), None));
}

#[test]
fn the_map_paints_no_hidden_area_and_no_count() {
    let cleared = dataset("demo");
    let (question, _) = ask(&cleared, Some("share"), &[("area", "0180")]);
    let context = Context {
        cleared: &cleared,
        question: &question,
        asked: &asked(&cleared, &question),
        language: Language::Swedish,
    };
    let panel = map(context).expect("there is a map");
    assert_eq!((panel.level, panel.areas.len()), (Level::Municipality, 290));
    assert_eq!(panel.legend.iter().map(|row| row.n_areas).sum::<usize>(), 290);
    for area in panel.areas.iter().filter(|area| area.shade == Shade::Suppressed) {
        assert_eq!(area.lines[0], "dold av sekretess", "{}", area.name);
    }
    let found = cleared.cube().measure_by_id("found").expect("it is there");
    let counts = with_measure(&cleared, &question, found);
    let panel =
        map(Context { question: &counts, asked: &asked(&cleared, &counts), ..context }).expect("there is a map");
    assert!(panel.areas.iter().all(|area| !matches!(area.shade, Shade::Class(_))));
}

#[test]
fn the_classes_stay_when_the_year_changes() {
    let cleared = dataset("demo");
    let labels = |year: &str| {
        let (question, _) = ask(&cleared, Some("share"), &[("period", year)]);
        let context = Context {
            cleared: &cleared,
            question: &question,
            asked: &asked(&cleared, &question),
            language: Language::Swedish,
        };
        let legend = map(context).expect("there is a map").legend;
        let classes = legend.into_iter().filter(|row| matches!(row.shade, Shade::Class(_)));
        classes.map(|row| row.label).collect::<Vec<_>>()
    };
    assert_eq!(labels("2019"), labels("2022"));
    assert!(labels("2022").len() > 2);
}

#[test]
fn map_table_chart_and_card_say_the_same() {
    let cleared = dataset("demo");
    let (question, _) = ask(&cleared, Some("share"), &[("area", "1480"), ("period", "2021")]);
    for language in Language::ALL {
        let context = Context { cleared: &cleared, question: &question, asked: &asked(&cleared, &question), language };
        let card = figure(context).expect("there is a card");
        let map = map(context).expect("there is a map");
        let area = map.areas.iter().find(|area| area.is_picked).expect("it is on the map");
        let rows = table::areas(context).expect("there is a table").rows;
        let row = rows.iter().find(|row| row.is_picked).expect("it is in the table");
        let bars = bars(context);
        let bar = bars.rows.iter().find(|bar| bar.is_picked).expect("the year is in the chart");
        assert_eq!(card.place, area.name);
        assert_eq!(card.place, row.cells[0]);
        assert_eq!(card.value, area.lines[0]);
        assert!(row.cells.contains(&card.value), "{:?}", row.cells);
        assert_eq!(card.value, bar.value_text);
    }
}

#[test]
fn what_is_not_cleared_is_shut_with_its_reason() {
    let cleared = dataset("demo");
    let selects = |level: &str| {
        let choice = Choice { level: Some(level.to_owned()), ..Choice::default() };
        let (question, _) = resolve(&cleared, &choice).expect("there is a question");
        let context = Context {
            cleared: &cleared,
            question: &question,
            asked: &asked(&cleared, &question),
            language: Language::Swedish,
        };
        controls(context).dimensions.into_iter().map(|select| (select.id, select.shut_because.is_some())).collect()
    };
    let of = |id: &str, is_shut: bool| (id.to_owned(), is_shut);
    let municipality: Vec<(String, bool)> = selects("municipality");
    assert_eq!(municipality, [of("period", false), of("sex", true), of("home_type", true), of("ownership", true)]);
    let county: Vec<(String, bool)> = selects("county");
    assert_eq!(county, [of("period", false), of("sex", false), of("home_type", false), of("ownership", false)]);
}

#[test]
fn nonsense_in_an_address_is_told_and_changes_nothing_else() {
    let cleared = dataset("demo");
    let (question, ignored) =
        ask(&cleared, Some("happiness"), &[("area", "9999"), ("planet", "mars"), ("period", "2020")]);
    assert_eq!(ignored.len(), 3);
    assert_eq!(question.measure, ask(&cleared, None, &[]).0.measure);
    let period = cleared.cube().dimension_by_id("period").expect("it is there");
    assert_eq!(cleared.cube().dimensions[period].categories[question.at[period]].code, "2020");
}

#[test]
fn the_address_of_a_question_leads_back_to_it_and_nothing_in_it_is_in_vain() {
    for CatalogueItem { id, .. } in catalogue().items {
        let cleared = dataset(&id);
        for measure in &cleared.cube().measures {
            let (question, _) = ask(&cleared, Some(&measure.id), &[]);
            let choice = choice_of(cleared.cube(), &question);
            assert_eq!(resolve(&cleared, &choice), Some((question, Vec::new())), "{id}: {}", measure.id);
        }
    }
}

#[test]
fn no_text_of_a_swedish_panel_is_left_in_english() {
    for CatalogueItem { id, .. } in catalogue().items {
        let cube = dataset(&id);
        let cube = cube.cube();
        let mut labels = vec![&cube.dataset.label];
        labels.extend(cube.measures.iter().map(|measure| &measure.label));
        labels.extend(cube.dimensions.iter().map(|dimension| &dimension.label));
        for label in labels {
            assert_eq!(label.language_of(Language::English), Language::English, "{id}: {label:?} has no English");
        }
    }
}

#[test]
fn a_figure_alone_is_the_figure_of_the_whole_answer() {
    for CatalogueItem { id, .. } in catalogue().items {
        let cleared = dataset(&id);
        let cube = cleared.cube();
        let n_rows = cube.n_rows().expect("it fits");
        for measure in 0..cube.measures.len() {
            // A prime: every category of every dimension comes by.
            for row in (0..n_rows).step_by(if n_rows > 1_000 { 37 } else { 1 }) {
                let at = cube.coordinates(row);
                let (whole, alone) = (answer(&cleared, measure, &at), figure_alone(&cleared, measure, &at));
                assert_eq!((alone.figure, alone.counts, alone.origin), (whole.figure, whole.counts, whole.origin));
                assert_eq!((alone.interval, alone.bounds), (None, None));
            }
        }
    }
}

#[test]
fn the_facts_tell_laws_and_events() {
    let panel = facts(&dataset("uppfoljning-2017"), Language::English);
    let sentences = |title: &str| {
        let section = panel.sections.iter().find(|section| section.title == title);
        section.unwrap_or_else(|| panic!("no {title}")).sentences.clone()
    };
    let laws = sentences("Legal bases");
    assert_eq!(
        laws[2],
        "No implementation plan from the committee: Social Services Act (2001:453), Chapter 11, Section 3 \
         (in force 1\u{a0}January 2002–30\u{a0}June 2025)."
    );
    assert!(laws[3].contains("; United Nations Convention on the Rights of the Child, Article 25"), "{}", laws[3]);
    let events = sentences("Events to bear in mind");
    let dates: Vec<_> = events.iter().map(|event| event.split(':').next().unwrap_or_default()).collect();
    assert_eq!(
        dates,
        [
            "18\u{a0}April 2019",
            "30\u{a0}September 2019",
            "1\u{a0}January 2020",
            "22\u{a0}February 2020",
            "2021–2022",
            "1\u{a0}March 2023"
        ]
    );
}

#[test]
fn a_mean_tells_what_was_shared_out_among_what() {
    let cleared = dataset("uppdrag-2020");
    let (question, _) = ask(&cleared, Some("deficiencies_per_case"), &[]);
    let asked = asked(&cleared, &question);
    let context = Context { cleared: &cleared, question: &question, asked: &asked, language: Language::English };
    let counts = figure(context).expect("there is a card").counts;
    assert_eq!(counts.as_deref(), Some("1,297 deficiencies for 549 cases"));
}

#[test]
fn dates_and_places_keep_their_capital_letter_in_a_sentence() {
    for (id, measure, said) in
        [("sis-tillsyn", "homes", "May 2021–May 2022"), ("stangningar", "paid_in_all", "Linköping")]
    {
        let cleared = dataset(id);
        let (question, _) = ask(&cleared, Some(measure), &[]);
        let asked = asked(&cleared, &question);
        let context = Context { cleared: &cleared, question: &question, asked: &asked, language: Language::English };
        let what = figure(context).expect("there is a card").what;
        assert!(what.contains(&format!(", {said}")), "{what}");
    }
}

#[test]
fn where_more_is_needed_is_listed_by_what_is_certain() {
    let cleared = dataset("demo-handlaggning");
    let cube = cleared.cube();
    let step = cube.dimension_by_id("step").expect("it is there");
    let (question, _) = ask(&cleared, Some("steps_share"), &[("period", "2024")]);
    let question = Question { by: step, ..question };
    let low = |place: usize| {
        let at = moved(&question.at, step, place);
        answer(&cleared, question.measure, &at).interval.map_or(f64::NEG_INFINITY, |interval| interval.low)
    };
    let mut places: Vec<usize> = (0..cube.dimensions[step].categories.len()).collect();
    places.sort_by(|one, other| low(*other).total_cmp(&low(*one)));
    let expected: Vec<&str> =
        places.iter().take(5).map(|place| cube.dimensions[step].categories[*place].code.as_str()).collect();
    let answers = asked(&cleared, &question);
    let context = Context { cleared: &cleared, question: &question, asked: &answers, language: Language::Swedish };
    let needs = needs::needs(context).expect("there are shares with intervals");
    assert_eq!(needs.rows.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), expected);
    assert!(needs.rows[0].at_least.starts_with("minst "), "{:?}", needs.rows[0]);
    assert_eq!(needs.left_out, "");
    // All steps are of the same cases, and that is said; where the types of home differ, ownership is not put in order.
    assert_eq!(needs.notes.len(), 1, "{:?}", needs.notes);
    let cleared_homes = dataset("demo-utsatta");
    let (homes, _) = ask(&cleared_homes, Some("exposed_share"), &[]);
    let ownership = cleared_homes.cube().dimension_by_id("ownership").expect("it is there");
    let homes = Question { by: ownership, ..homes };
    let answers_of_homes = asked(&cleared_homes, &homes);
    let context =
        Context { cleared: &cleared_homes, question: &homes, asked: &answers_of_homes, language: Language::Swedish };
    assert_eq!(needs::needs(context), None);
    // Numbers have no certain share.
    let (question, _) = ask(&cleared, Some("steps_deficient"), &[]);
    let answers = asked(&cleared, &question);
    assert_eq!(
        needs::needs(Context { cleared: &cleared, question: &question, asked: &answers, language: Language::Swedish }),
        None
    );
}
