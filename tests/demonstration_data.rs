//! The demonstration data hang together, show every state, and give no hidden figure away. Looked at from outside: only the file is read.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    sync::LazyLock,
};

use insyn::publish::data::demo::plan;
use serde_json::Value;

const DIMENSIONS: [&str; 5] = ["sex", "home_type", "ownership", "area", "period"];

/// Category codes, in the order of `DIMENSIONS`.
type Place = [String; 5];

/// One cell: the number, or the sign, or nothing at all.
#[derive(Clone, Debug, Default)]
struct Cell {
    value: Option<u64>,
    sign: Option<String>,
}

struct Demo {
    codes: Vec<Vec<String>>,
    measures: BTreeMap<String, BTreeMap<Place, Cell>>,
    profile: Value,
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().cloned().unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(name);
    fs::read_to_string(path).expect("the file is committed")
}

/// The file, read once for all tests.
static DEMO: LazyLock<Demo> = LazyLock::new(read);

fn read() -> Demo {
    let dataset: Value = serde_json::from_str(&source("demo.json")).expect("the file is JSON");
    let index = |id: &str| strings(&dataset["dimension"][id]["category"]["index"]);
    assert_eq!(strings(&dataset["id"])[1..], DIMENSIONS);
    let codes: Vec<Vec<String>> = DIMENSIONS.map(index).to_vec();
    let values = dataset["value"].as_array().expect("the values are a list");
    let status = dataset["status"].as_object().expect("the signs are an object");
    let n_rows: usize = codes.iter().map(Vec::len).product();
    let mut measures = BTreeMap::new();
    for (place, measure) in index("measure").into_iter().enumerate() {
        let mut cells = BTreeMap::new();
        for row in 0..n_rows {
            let at = place * n_rows + row;
            let sign = status.get(&at.to_string()).and_then(Value::as_str);
            let cell = Cell { value: values[at].as_u64(), sign: sign.map(str::to_owned) };
            if cell.value.is_some() || cell.sign.is_some() {
                cells.insert(place_of(&codes, row), cell);
            }
        }
        measures.insert(measure, cells);
    }
    Demo { codes, measures, profile: dataset["extension"]["insyn"].clone() }
}

fn place_of(codes: &[Vec<String>], mut row: usize) -> Place {
    let mut place: Place = Default::default();
    for (code, codes) in place.iter_mut().zip(codes).rev() {
        *code = codes[row % codes.len()].clone();
        row /= codes.len();
    }
    place
}

/// Every sum a reader can do in a measure: a total and its parts, all of them in the file.
fn sums(demo: &Demo, measure: &str) -> Vec<(Place, Vec<Place>)> {
    let cells = &demo.measures[measure];
    let parents = &demo.profile["dimensions"]["area"]["parents"];
    let mut sums = Vec::new();
    for total in cells.keys() {
        for (dimension, codes) in demo.codes.iter().enumerate().take(4) {
            let is_part = |code: &&String| match dimension {
                3 => parents[code.as_str()] == total[3].as_str(),
                _ => total[dimension] == "T" && *code != "T",
            };
            let with = |code: &String| {
                let mut part = total.clone();
                part[dimension] = code.clone();
                part
            };
            let parts: Vec<Place> = codes.iter().filter(is_part).map(with).collect();
            if !parts.is_empty() && parts.iter().all(|part| cells.contains_key(part)) {
                sums.push((total.clone(), parts));
            }
        }
    }
    sums
}

/// What stands in a sum: signs for nothing at all count as nothing, other signs are not known.
fn known(cell: &Cell) -> Option<u64> {
    match cell.sign.as_deref() {
        Some("z" | ":") => Some(0),
        _ => cell.value,
    }
}

#[test]
fn parts_make_their_total_where_both_are_shown() {
    let demo = &*DEMO;
    for measure in ["inspected", "found"] {
        let mut n_checked = 0;
        for (total, parts) in sums(demo, measure) {
            let cells = &demo.measures[measure];
            let parts: Option<Vec<u64>> = parts.iter().map(|part| known(&cells[part])).collect();
            if let (Some(sum), Some(parts)) = (known(&cells[&total]), parts) {
                assert_eq!(parts.iter().sum::<u64>(), sum, "{measure} {total:?}");
                n_checked += 1;
            }
        }
        assert!(n_checked > 100, "{measure}");
    }
}

#[test]
fn no_small_count_of_homes_with_a_finding_is_shown() {
    let demo = &*DEMO;
    let threshold = u64::from(plan::THRESHOLD);
    assert_eq!(demo.profile["disclosure"]["threshold"], threshold);
    for (place, cell) in &demo.measures["found"] {
        let Some(found) = cell.value else { continue };
        let inspected = demo.measures["inspected"][place].value.expect("a finding has its homes");
        assert!(!(1..threshold).contains(&found), "{place:?}");
        assert!(!(1..threshold).contains(&inspected), "{place:?}");
        assert!(found < inspected || inspected >= u64::from(plan::SMALL_GROUP), "{place:?}");
    }
}

#[test]
fn no_sum_gives_a_hidden_figure_away() {
    let demo = &*DEMO;
    let cells = &demo.measures["found"];
    let homes = |place: &Place| demo.measures["inspected"][place].value.unwrap_or(u64::MAX / 1000);
    let range = |place: &Place| known(&cells[place]).map_or((0, homes(place)), |known| (known, known));
    for (total, parts) in sums(demo, "found") {
        let (least, most) = parts.iter().map(range).fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let whole = range(&total);
        let told = |place: &Place| {
            let own = range(place);
            let (low, high) = if *place == total {
                (least, most)
            } else {
                (whole.0.saturating_sub(most - own.1), whole.1.saturating_sub(least - own.0))
            };
            own.1.min(high) - own.0.max(low)
        };
        let hidden = parts.iter().chain([&total]).filter(|place| known(&cells[*place]).is_none());
        for place in hidden {
            let protection = homes(place).min(u64::from(plan::THRESHOLD));
            assert!(told(place) >= protection, "{place:?} can be worked out from {total:?}");
        }
    }
}

#[test]
fn nothing_stands_outside_the_cleared_combinations() {
    let demo = &*DEMO;
    let levels = [("area:county", 2), ("area:municipality", 4)];
    let combinations = demo.profile["combinations"].as_array().expect("combinations are listed");
    for place in demo.measures.values().flat_map(BTreeMap::keys) {
        let is_cleared = combinations.iter().map(strings).any(|cleared| {
            DIMENSIONS.iter().zip(place).all(|(dimension, code)| {
                let is_level = |(id, len): (&str, usize)| cleared.iter().any(|c| c == id) && code.len() <= len;
                let is_total = code == "T" || code == "00";
                is_total
                    || cleared.iter().any(|id| id == dimension)
                    || (*dimension == "area" && levels.into_iter().any(is_level))
            })
        });
        assert!(is_cleared, "{place:?}");
    }
}

#[test]
fn every_state_occurs() {
    let demo = &*DEMO;
    let cells = || demo.measures.values().flat_map(BTreeMap::values);
    let signs: BTreeSet<&str> = cells().filter_map(|cell| cell.sign.as_deref()).collect();
    assert_eq!(signs, BTreeSet::from(["...", ":", "b", "c", "low", "p", "r", "u", "z", "¤"]));
    let legend = &demo.profile["states"];
    let unexplained = signs.iter().filter(|sign| legend[**sign].is_null());
    assert_eq!(unexplained.collect::<Vec<_>>(), [&"¤"]);
    let is_zero = |cell: &Cell| cell.value == Some(0);
    assert!(demo.measures["found"].values().any(is_zero), "a true zero");
}

#[test]
fn the_map_has_something_to_say() {
    let demo = &*DEMO;
    let is_town = |place: &&Place| place[3].len() == 4;
    let towns = demo.measures["found"].iter().filter(|(place, _)| is_town(place));
    let (n_known, n) = towns.fold((0, 0), |(known, n), (_, cell)| (known + u32::from(cell.value.is_some()), n + 1));
    assert_eq!(n, 290 * 5);
    assert!(n_known * 2 > n, "{n_known} of {n} municipalities and years are shown");
}

#[test]
fn the_planted_truths_are_there_and_written_down() {
    let demo = &*DEMO;
    let readme = source("source/README.md");
    assert!(readme.contains(&plan::SEED.to_string()));
    let share = |area: &str, year: &str| {
        let place = ["T", "T", "T", area, year].map(str::to_owned);
        let count = |measure: &str| demo.measures[measure][&place].value.expect("large places are shown") as f64;
        count("found") / count("inspected")
    };
    for year in &demo.codes[4] {
        for area in plan::HIGHER.0 {
            assert!(readme.contains(area));
            assert!(share(area, year) > share("00", year) + 0.15, "{area} {year}");
        }
        assert!(readme.contains(plan::LOWER.0));
        assert!(share(plan::LOWER.0, year) < share("00", year) - 0.15, "{year}");
    }
}
