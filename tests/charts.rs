//! Stored charts: panel in, JSON out. `UPDATE_SNAPSHOTS=1 cargo test` writes them anew, and then they are read before they are committed.

use std::{env, fs, path::Path};

use insyn::{
    chart::{bars, look::Look, spec::ChartSpec, theme::Theme},
    view_model::bars::BarsPanel,
};
use serde_json::{Value, json};

#[path = "fixtures/bars_panels.rs"]
mod bars_panels;

#[test]
fn bars_are_as_they_were() {
    for (name, panel) in [("two", bars_panels::two()), ("odd", bars_panels::odd())] {
        compare(&format!("bars_{name}"), &bars::spec(&panel, Look::of(Theme::Light)));
    }
}

#[test]
fn themes_differ_in_nothing_but_colours() {
    let drained = |theme: Theme| {
        let mut text = bars::spec(&bars_panels::odd(), Look::of(theme)).option.to_string();
        for (_, colour) in theme.palette().table() {
            text = text.replace(&format!("\"{colour}\""), "\"a colour\"");
        }
        text
    };
    assert_eq!(drained(Theme::Light), drained(Theme::Dark));
    assert_eq!(drained(Theme::Light), drained(Theme::Forced));
}

#[test]
fn colours_and_type_are_those_of_the_page() {
    let css = include_str!("../style/tokens.css");
    let (light, dark) = css.split_once("prefers-color-scheme: dark").expect("the dark theme comes second");
    for (css, theme) in [(light, Theme::Light), (dark, Theme::Dark)] {
        for (token, colour) in theme.palette().table() {
            assert!(css.contains(&format!("--{token}: {colour};")), "{theme:?}: --{token} is not {colour}");
        }
    }
    assert!(light.contains(&format!("--sans: {};", Look::of(Theme::Light).fonts)));
}

#[test]
fn many_rows_make_a_tall_chart() {
    let height = |panel: &BarsPanel| bars::spec(panel, Look::of(Theme::Light)).height_px;
    assert!(height(&bars_panels::long()) > 5 * height(&bars_panels::two()));
}

fn compare(name: &str, spec: &ChartSpec) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(format!("{name}.json"));
    let got = json!({"height_px": spec.height_px, "summary": spec.summary, "option": spec.option});
    let got = serde_json::to_string_pretty(&got).expect("a chart is plain data") + "\n";
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        return fs::write(&path, got).expect("the folder of snapshots can be written");
    }
    let stored = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Both are read, since reading may round the last digit of a number.
    let read = |text: &str| serde_json::from_str::<Value>(text).expect("a snapshot is JSON");
    let (stored, got) = (read(&stored), read(&got));
    if let Some(place) = first_difference("", &stored, &got) {
        panic!("{name} differs at {place}; if it should, write it anew with UPDATE_SNAPSHOTS=1");
    }
}

/// Where two values first differ, as a JSON pointer with both.
fn first_difference(place: &str, stored: &Value, got: &Value) -> Option<String> {
    match (stored, got) {
        (Value::Object(old), Value::Object(new)) => {
            let keys = old.keys().chain(new.keys());
            keys.map(|key| (key, old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null)))
                .find_map(|(key, old, new)| first_difference(&format!("{place}/{key}"), old, new))
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            let pairs = old.iter().zip(new).enumerate();
            pairs.into_iter().find_map(|(i, (old, new))| first_difference(&format!("{place}/{i}"), old, new))
        }
        (old, new) => (old != new).then(|| format!("{place}: stored {old}, now {new}")),
    }
}

fn series<'a>(spec: &'a ChartSpec, id: &str) -> &'a Value {
    let all = spec.option["series"].as_array().expect("there are series");
    all.iter().find(|series| series["id"] == id).expect("the series has this id")
}

#[test]
fn a_row_without_a_number_has_its_reason_and_nothing_to_measure() {
    let panel = bars_panels::odd();
    let spec = bars::spec(&panel, Look::of(Theme::Light));
    for (i, row) in panel.rows.iter().enumerate().filter(|(_, row)| row.value.is_none()) {
        assert_eq!(series(&spec, "bars")["data"][i]["value"], Value::Null);
        for id in ["intervals", "values"] {
            let points = series(&spec, id)["data"].as_array().expect("a list");
            assert!(points.iter().all(|point| point[1] != i as f64 && point["value"][1] != i as f64));
        }
        let reasons = series(&spec, "reasons")["data"].as_array().expect("a list");
        let text = row.state_text.as_deref().expect("a row without a number says why");
        let here = reasons.iter().find(|reason| reason["value"][1] == i as f64).expect("the reason is drawn");
        assert!(here["name"].as_str().is_some_and(|name| name.contains(text)));
    }
}

#[test]
fn equal_panels_give_equal_charts() {
    let spec = || bars::spec(&bars_panels::odd(), Look::of(Theme::Dark));
    assert_eq!(spec(), spec());
}

#[test]
fn no_rows_give_a_chart_that_can_be_drawn() {
    let spec = bars::spec(&BarsPanel::default(), Look::of(Theme::Light));
    assert_eq!(series(&spec, "bars")["data"], Value::Null);
    assert!(spec.height_px < 60);
}

#[test]
fn a_projector_gets_larger_type_and_taller_rows() {
    let look = Look { text_px: 28.0, ..Look::of(Theme::Light) };
    let page = bars::spec(&bars_panels::odd(), Look::of(Theme::Light));
    let projector = bars::spec(&bars_panels::odd(), look);
    assert!(projector.height_px >= 2 * page.height_px - 2);
}
