//! What is said of a file that was read, in both languages, as the JSON that `load::understood` reads: the worker makes it.

mod choices;

use serde_json::{Value, json};

use super::tally::Tally;
use crate::{
    load::{
        complaint::{Complaint, Severity},
        door::Opened,
    },
    model::{
        cube::Cube,
        dimension::Dimension,
        text::{Language, Text},
    },
    words::{
        absence,
        complaint::{self as complaint_words, table as table_words},
        number, opening as words, understanding as said,
    },
};

/// The JSON.
pub fn understanding(opened: &Opened) -> String {
    let cube = opened.cube.as_ref();
    json!({
        "is_readable": cube.is_some(),
        "title": cube.map_or_else(|| both(|_| String::new()), |cube| both_of(&cube.dataset.label)),
        "facts": facts(opened),
        "dimensions": cube.map_or_else(Vec::new, dimensions),
        "states": cube.map_or_else(Vec::new, states),
        "notes": cube.map_or_else(Vec::new, notes),
        "remarks": opened.complaints.iter().map(remark).collect::<Vec<_>>(),
        "choices": choices::choices(opened),
    })
    .to_string()
}

fn both(say: impl Fn(Language) -> String) -> Value {
    json!({"sv": say(Language::Swedish), "en": say(Language::English)})
}

/// A publisher's text, marked with its language where it is there in one only.
fn both_of(text: &Text) -> Value {
    let mut both = both(|language| text.get(language).to_owned());
    if let (None, Some(members)) = (text.translation(), both.as_object_mut()) {
        members.insert("lang".into(), text.language().tag().into());
    }
    both
}

fn fact(name: fn(Language) -> &'static str, value: Value) -> Value {
    json!({"name": both(|language| name(language).to_owned()), "value": value})
}

fn facts(opened: &Opened) -> Vec<Value> {
    let mut facts = Vec::new();
    if let Some(format) = opened.format {
        facts.push(fact(words::format, both(|language| said::format_name(language, format).to_owned())));
    }
    if let Some(encoding) = opened.encoding {
        facts.push(fact(words::encoding, both(|_| encoding.name().to_owned())));
    }
    if let Some(dialect) = &opened.dialect {
        facts.push(fact(said::written_as, both(|language| table_words::dialect(dialect, language))));
    }
    let Some(cube) = &opened.cube else { return facts };
    let dataset = &cube.dataset;
    if let Some(publisher) = &dataset.publisher {
        facts.push(fact(words::publisher, both_of(publisher)));
    }
    for source in &dataset.sources {
        facts.push(fact(words::source, both(|_| source.title.clone())));
    }
    if let Some(updated) = &dataset.updated {
        facts.push(fact(words::updated, both(|language| number::date(updated, language))));
    }
    facts
}

fn dimensions(cube: &Cube) -> Vec<Value> {
    let one = |dimension: &Dimension| {
        let n = dimension.categories.len();
        let value = both(|language| said::categories(language, &dimension.kind, n));
        json!({"name": both_of(&dimension.label), "value": value})
    };
    let measures =
        both(|language| said::measures_named(language, cube.measures.iter().map(|it| it.label.get(language))));
    cube.dimensions.iter().map(one).chain([fact(words::measures, measures)]).collect()
}

fn states(cube: &Cube) -> Vec<Value> {
    let tally = Tally::of(&cube.columns);
    let known = fact(words::numbers, both(|language| count(tally.n_known, language)));
    let absent = tally.absences().map(|(_, why, n)| {
        let name = both(|language| absence::name(&why, language).to_owned());
        json!({"name": name, "value": both(|language| count(n, language))})
    });
    std::iter::once(known).chain(absent).collect()
}

fn notes(cube: &Cube) -> Vec<Value> {
    cube.dataset.mandatory_notes.iter().chain(&cube.dataset.notes).map(both_of).collect()
}

fn remark(complaint: &Complaint) -> Value {
    let severity = match complaint.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Fatal => "fatal",
    };
    json!({
        "severity": severity,
        "word": both(|language| complaint_words::severity(complaint.severity, language).to_owned()),
        "place": both(|language| complaint_words::place(&complaint.place, language).unwrap_or_default()),
        "message": both(|language| complaint_words::said(complaint, language).message),
        "remedy": both(|language| complaint_words::said(complaint, language).remedy),
    })
}

fn count(n: usize, language: Language) -> String {
    number::count(u64::try_from(n).unwrap_or(u64::MAX), language)
}
