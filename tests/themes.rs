//! The themes as they are shipped: each question is one of its dataset's, each sentence is filled, none is without its limits, each theme is told in easy words too.

mod shipped;

use insyn::{
    gate::{self, Cleared},
    load::{jsonstat, theme},
    model::{
        choice::Choice,
        figure::Absence,
        text::Language,
        theme::{Aspect, Picture, PlainSentence, Section, Story, Theme},
    },
    query::{
        answer::figure_alone,
        question::{cell, resolve},
    },
    view_model::{
        asked::asked,
        breakdown,
        context::Context,
        crosstab, difference, flow, funnel,
        glossary::{Piece, pieces},
        map, needs, steps,
        theme::{first_terms, plain, section},
        time,
    },
    words::{absence, theme::lead},
};
use shipped::{dataset, file};

fn story(theme: Theme) -> Story {
    theme::read(&file(&format!("stories/{}.json", theme.id()))).unwrap_or_else(|why| panic!("{theme:?}: {why:?}"))
}

/// Whether the dataset has a number where the sentence wants one.
fn is_known(figure: &Choice, cleared: &Cleared) -> bool {
    let (measure, at, ignored) = cell(cleared, figure).expect("there is a measure");
    assert_eq!(ignored, [], "{figure:?}");
    figure_alone(cleared, measure, &at).figure.value().is_some()
}

#[test]
fn every_section_answers_its_question_in_both_languages() {
    let mut n_spread = 0;
    for theme in Theme::ALL {
        let sections = story(theme).sections;
        assert!(sections.len() >= 4, "{theme:?}");
        for it in &sections {
            let id = it.choice.dataset.as_deref().expect("a section names its dataset");
            let place = format!("{theme:?}, {}", it.title.get(Language::English));
            let cleared = dataset(id);
            let (question, ignored) = resolve(&cleared, &it.choice).expect("there is a question");
            assert_eq!(ignored, [], "{place}");
            let asked = asked(&cleared, &question);
            for language in [Language::Swedish, Language::English] {
                let panel = section(it, &cleared, language).unwrap_or_else(|| panic!("{place}: a figure has no cell"));
                assert!(!panel.title.is_empty() && !panel.limits.is_empty(), "{place}");
                assert!(panel.source.is_some() || cleared.cube().dataset.is_synthetic, "{place}");
                assert!(!panel.sentence.contains(['{', '}']), "{place}: {}", panel.sentence);
                let absent = absence::name(&Absence::Unpublished, language);
                assert!(!panel.sentence.contains(absent), "{place}: {}", panel.sentence);
                let is_published = !cleared.cube().dataset.is_synthetic;
                assert!(!is_published || it.figures.values().all(|figure| is_known(figure, &cleared)), "{place}");
                let context = Context { cleared: &cleared, question: &question, asked: &asked, language };
                match it.picture {
                    Picture::Bars => {
                        assert!(breakdown::bars(context).rows.iter().any(|row| row.value.is_some()), "{place}");
                        assert!(!panel.sentence.is_empty(), "{place}: bars have no sentence of their own");
                    }
                    Picture::Time => {
                        let time = time::time(context).expect("there is a series");
                        assert!(!time.lines.is_empty(), "{place}: {}", time.why_not);
                    }
                    Picture::Difference => {
                        let difference =
                            difference::difference(context).unwrap_or_else(|| panic!("{place}: no groups"));
                        assert!(!difference.headline.is_empty(), "{place}");
                    }
                    Picture::Funnel => {
                        let funnel = funnel::funnel(context).unwrap_or_else(|| panic!("{place}: no funnel"));
                        n_spread += usize::from(funnel.spread.is_some());
                    }
                    Picture::Map => assert!(map::map(context).is_some(), "{place}"),
                    Picture::Flow => assert!(flow::panel(context).is_some(), "{place}"),
                    Picture::Needs => {
                        let needs = needs::needs(context).unwrap_or_else(|| panic!("{place}: nothing is certain"));
                        assert!(needs.rows.len() > 1 && !needs.rule.is_empty(), "{place}");
                    }
                    Picture::Steps => {
                        let steps = steps::steps(context).unwrap_or_else(|| panic!("{place}: no steps"));
                        let by = &cleared.cube().dimensions[question.by];
                        let shown: Vec<&str> = steps.steps.iter().map(|step| step.row.key.as_str()).collect();
                        let in_file: Vec<&str> = by.categories.iter().map(|it| it.code.as_str()).collect();
                        assert_eq!(shown, in_file, "{place}: the order is the file's");
                        assert!(steps.steps.iter().all(|step| step.row.value.is_some()), "{place}: no figure");
                        let opened = steps::opened(context).unwrap_or_else(|| panic!("{place}: no step is open"));
                        assert_eq!(
                            Some(&opened.code),
                            it.choice.categories.iter().find(|at| at.0 == by.id).map(|at| &at.1)
                        );
                        assert!(opened.has_time && opened.has_map && !opened.over_time.is_empty(), "{place}");
                        assert!(!panel.sentence.is_empty(), "{place}: a chain has no sentence of its own");
                    }
                    Picture::Crosstab => {
                        let table = crosstab::crosstab(context).unwrap_or_else(|| panic!("{place}: nothing across"));
                        let looks = table.rows.iter().flat_map(|row| &row.looks);
                        assert!(looks.clone().any(|look| look.shade == 5), "{place}: no figure");
                        assert!(!panel.sentence.is_empty(), "{place}: a crosstab has no sentence of its own");
                    }
                }
            }
        }
    }
    assert!(n_spread >= 4, "a funnel says in words how far apart its areas are: {n_spread}");
}

#[test]
fn every_aspect_has_a_question_and_each_question_is_about_an_aspect_once() {
    let sections: Vec<Section> = Theme::ALL.into_iter().flat_map(|theme| story(theme).sections).collect();
    for aspect in Aspect::ALL {
        assert!(sections.iter().any(|section| section.aspects.contains(&aspect)), "{aspect:?}");
    }
    for section in &sections {
        let mut once = Vec::new();
        for aspect in &section.aspects {
            assert!(!once.contains(aspect), "{aspect:?} twice: {}", section.title.get(Language::English));
            once.push(*aspect);
        }
    }
    assert!(sections.iter().any(|section| section.aspects.is_empty()), "nothing is told apart if all are about all");
}

#[test]
fn a_question_that_tells_of_a_perspective_is_about_it() {
    let mut n_told = 0;
    for section in Theme::ALL.into_iter().flat_map(|theme| story(theme).sections) {
        let choices = section.figures.values().chain([&section.choice]);
        for (dimension, code) in choices.flat_map(|choice| &choice.categories) {
            if dimension == "perspective" {
                let aspect = Aspect::from_id(code).expect("the perspectives of the data are aspects");
                assert!(section.aspects.contains(&aspect), "{code}: {}", section.title.get(Language::English));
                n_told += 1;
            }
        }
    }
    assert!(n_told > 4, "{n_told}");
}

#[test]
fn a_sentence_says_no_number_of_its_own() {
    for theme in Theme::ALL {
        let file: serde_json::Value =
            serde_json::from_slice(&file(&format!("stories/{}.json", theme.id()))).expect("JSON");
        let sections = file["sections"].as_array().expect("sections").iter().map(|section| &section["sentence"]);
        for sentence in sections.chain(file["plain"].as_array().expect("easy sentences")) {
            for text in ["sv", "en"].into_iter().filter_map(|language| sentence.get(language)) {
                let mut words = text.as_str().expect("a text").to_owned();
                while let (Some(from), Some(to)) = (words.find('{'), words.find('}')) {
                    words.replace_range(from..=to, "");
                }
                // A year says when, not how many.
                let digits: Vec<&str> =
                    words.split(|sign: char| !sign.is_ascii_digit()).filter(|it| !it.is_empty()).collect();
                assert!(
                    digits.iter().all(|digits| digits.len() == 4 && digits.starts_with("20")),
                    "{theme:?}: {words}"
                );
            }
        }
    }
}

#[test]
fn every_theme_is_told_in_a_few_easy_sentences_of_published_figures() {
    for theme in Theme::ALL {
        let story = story(theme);
        assert!((4..=7).contains(&story.plain.len()), "{theme:?}");
        let shown: Vec<&str> = story.sections.iter().filter_map(|it| it.choice.dataset.as_deref()).collect();
        for language in [Language::Swedish, Language::English] {
            let mut lengths = Vec::new();
            for sentence in &story.plain {
                let cleared = sentence.dataset.as_deref().map(dataset);
                let said = plain(sentence, cleared.as_ref(), language);
                let said = said.unwrap_or_else(|| panic!("{theme:?}: {:?} is not filled", sentence.words));
                assert!(!said.contains(['{', '}']) && said.ends_with('.'), "{theme:?}: {said}");
                let words = said.split([' ', '\u{a0}']).count();
                assert!(words <= 18, "{theme:?}: {words} words: {said}");
                assert_eq!(said.trim_end_matches('.').find(['.', ';', ':', '(']), None, "one thought: {said}");
                lengths.push(words);
                if let (Some(id), Some(cleared)) = (sentence.dataset.as_deref(), &cleared) {
                    assert!(sentence.figures.values().all(|figure| is_known(figure, cleared)), "{theme:?}: {said}");
                    assert!(!sentence.figures.is_empty(), "{theme:?}: {said} needs no dataset");
                    assert!(shown.contains(&id), "{theme:?}: {id} would be fetched for this sentence alone");
                    assert!(!dataset(id).cube().dataset.is_synthetic, "{theme:?}: {id} is made up");
                }
            }
            let n_words: usize = lengths.iter().sum();
            assert!(n_words <= 12 * lengths.len(), "{theme:?}, {language:?}: {lengths:?}");
        }
        assert!(story.plain.iter().any(|it| it.dataset.is_some()), "{theme:?}: no figure");
    }
}

#[test]
fn an_easy_sentence_of_made_up_or_missing_data_is_left_out() {
    let sentence = story(Theme::Violence).plain.into_iter().find(|it| it.dataset.is_some()).expect("one has figures");
    assert_eq!(plain(&sentence, None, Language::Swedish), None);
    let mut unknown = sentence.clone();
    for figure in unknown.figures.values_mut() {
        figure.measure = Some("revoked".to_owned());
        figure.categories = vec![("finding".to_owned(), "brist".to_owned())];
    }
    assert_eq!(plain(&unknown, Some(&dataset("hvb-2023")), Language::Swedish), None, "that is not published");
    let of_demo = Theme::ALL.into_iter().flat_map(|theme| story(theme).sections).find_map(|section| {
        let id = section.choice.dataset.clone()?;
        let words = section.sentence.clone()?;
        id.starts_with("demo").then_some(PlainSentence { dataset: Some(id), words, figures: section.figures })
    });
    let of_demo = of_demo.expect("a section has made-up figures");
    let id = of_demo.dataset.clone().expect("it has one");
    assert_eq!(plain(&of_demo, Some(&dataset(&id)), Language::Swedish), None);
}

#[test]
fn terms_are_found_in_every_theme_and_where_they_were_allotted() {
    for theme in Theme::ALL {
        for language in [Language::Swedish, Language::English] {
            let story = story(theme);
            let first = first_terms(lead(language, theme), &story.sections, language);
            assert_eq!(first.sections.len(), story.sections.len());
            let n_terms = |text: &str, terms| {
                pieces(text, terms, language).iter().filter(|piece| matches!(piece, Piece::Term { .. })).count()
            };
            for (it, (in_sentence, in_limits)) in story.sections.iter().zip(&first.sections) {
                let cleared = dataset(it.choice.dataset.as_deref().expect("it has one"));
                let panel = section(it, &cleared, language).expect("it is filled");
                // The figures put into a sentence hide no term.
                assert_eq!(n_terms(&panel.sentence, in_sentence), in_sentence.len(), "{}", panel.sentence);
                assert_eq!(n_terms(&panel.limits, in_limits), in_limits.len(), "{}", panel.limits);
            }
            let sections = first.sections.iter().map(|(sentence, limits)| sentence.len() + limits.len());
            assert!(first.lead.len() + sections.sum::<usize>() >= 2, "{theme:?}, {language:?}: {first:?}");
        }
    }
}

/// The sentence of a theme's first question that sets two groups against each other by type of home, with its file changed so.
fn said_of_two_groups(theme: Theme, change: impl FnOnce(&mut serde_json::Value)) -> String {
    let sections = story(theme).sections;
    let is_it = |it: &&Section| it.picture == Picture::Difference && it.choice.by.is_some();
    let choice = &sections.iter().find(is_it).expect("it is there").choice;
    let id = choice.dataset.as_deref().expect("a section names its dataset");
    let mut file = serde_json::from_slice(&file(&format!("data/{id}.json"))).expect("JSON");
    change(&mut file);
    let bytes = serde_json::to_vec(&file).expect("JSON");
    let cleared = gate::admit(jsonstat::read(&bytes, id).0.expect("it is whole")).expect("it is let in");
    let (question, _) = resolve(&cleared, choice).expect("there is a question");
    let asked = asked(&cleared, &question);
    let context = Context { cleared: &cleared, question: &question, asked: &asked, language: Language::Swedish };
    difference::difference(context).expect("there are two groups").headline
}

#[test]
fn a_difference_turned_around_in_the_file_turns_the_sentence_and_none_is_made_of_chance() {
    let planted = said_of_two_groups(Theme::Competence, |_| ());
    assert!(planted.starts_with("Tillräcklig: 36,0\u{a0}%, brister: 63,8\u{a0}%. Skillnaden är 27,8"), "{planted}");
    assert!(planted.ends_with("större än slumpen brukar ge."), "{planted}");
    let turned = said_of_two_groups(Theme::Competence, |file| {
        file["dimension"]["staff"]["category"]["index"] = serde_json::json!(["T", "brist", "ok"]);
    });
    assert!(turned.starts_with("Tillräcklig: 63,8\u{a0}%, brister: 36,0\u{a0}%. Skillnaden är 27,8"), "{turned}");
    let by_chance = said_of_two_groups(Theme::Violence, |_| ());
    assert!(by_chance.ends_with("slumpen ensam kan ge så mycket."), "{by_chance}");
}
