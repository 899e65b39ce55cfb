//! Reads the outlines, and the little geometry that their tests need.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

pub type Point = (i64, i64);
pub type Stretch = (Point, Point);

pub struct Area {
    pub code: String,
    pub name: String,
    pub label: Point,
    pub neighbours: Vec<String>,
    pub tile: Point,
    pub rings: Vec<Vec<Point>>,
}

pub fn text(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("the file is committed")
}

pub fn file(level: &str) -> Value {
    serde_json::from_str(&text(&format!("public/maps/{level}.json"))).expect("the file is JSON")
}

pub fn words(value: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().expect("a text").to_owned();
    value.as_array().expect("a list").iter().map(word).collect()
}

pub fn numbers(value: &Value) -> Vec<i64> {
    value.as_array().expect("a list").iter().map(|value| value.as_i64().expect("a whole number")).collect()
}

pub fn areas(level: &str) -> Vec<Area> {
    let fields = &file(level)["areas"];
    let codes = words(&fields["code"]);
    for (field, column) in fields.as_object().expect("lists by name") {
        assert_eq!(column.as_array().map(Vec::len), Some(codes.len()), "{level}: {field}");
    }
    let point = |field: &str, row: usize| match numbers(&fields[field][row])[..] {
        [x, y] => (x, y),
        _ => panic!("{field}: two numbers"),
    };
    let area = |(row, (code, name)): (usize, (&String, String))| Area {
        code: code.clone(),
        name,
        label: point("label", row),
        neighbours: words(&fields["neighbours"][row]),
        tile: point("tile", row),
        rings: lines(fields["path"][row].as_str().expect("a path")),
    };
    codes.iter().zip(words(&fields["name"])).enumerate().map(area).collect()
}

/// The lines of a path of `m`, `z` and whole numbers; anything else is a failure.
pub fn lines(path: &str) -> Vec<Vec<Point>> {
    assert!(path.chars().all(|sign| sign.is_ascii_digit() || "-mz ".contains(sign)), "only whole numbers: {path}");
    let mut pen = (0, 0);
    let mut line = |part: &str| {
        let spaced = part.trim_end_matches('z').replace('-', " -");
        let steps: Vec<i64> = spaced.split_whitespace().map(|step| step.parse().expect("a number")).collect();
        assert_eq!(steps.len() % 2, 0, "pairs: {part}");
        let mut line: Vec<Point> = Vec::new();
        for step in steps.chunks(2) {
            pen = (pen.0 + step[0], pen.1 + step[1]);
            line.push(pen);
        }
        if part.ends_with('z') {
            pen = line[0];
            line.push(pen);
        }
        line
    };
    path.split('m').skip(1).map(&mut line).collect()
}

pub fn stretches(lines: &[Vec<Point>]) -> impl Iterator<Item = Stretch> {
    lines.iter().flat_map(|line| line.windows(2).map(|ends| (ends[0], ends[1])))
}

pub fn back((from, to): Stretch) -> Stretch {
    (to, from)
}

/// Twice what a ring encloses: negative for a hole, which turns the other way.
pub fn twice_area(ring: &[Point]) -> i64 {
    ring.windows(2).map(|ends| ends[1].0 * ends[0].1 - ends[0].0 * ends[1].1).sum()
}

/// The outer border of several areas together: what no two of them share.
pub fn joined<'a>(areas: impl Iterator<Item = &'a Area>) -> HashSet<Stretch> {
    let all: HashSet<Stretch> = areas.flat_map(|area| stretches(&area.rings)).collect();
    all.iter().copied().filter(|&stretch| !all.contains(&back(stretch))).collect()
}

/// Which area a stretch belongs to; two with the same one would overlap.
pub fn owners(areas: &[Area]) -> HashMap<Stretch, &str> {
    let mut owners = HashMap::new();
    for area in areas {
        for stretch in stretches(&area.rings) {
            assert_eq!(owners.insert(stretch, area.code.as_str()), None, "{} overlaps", area.code);
        }
    }
    owners
}

/// Whether the point is inside: a line eastwards from it crosses the border an odd number of times.
pub fn holds(area: &Area, (x, y): Point) -> bool {
    let crosses = |&((x1, y1), (x2, y2)): &Stretch| {
        // Half a unit down, so that no corner lies on the line.
        let (up, down, level) = (2 * y1, 2 * y2, 2 * y + 1);
        let side = (x2 - x1) * (level - up) - (x - x1) * (down - up);
        (up < level) != (down < level) && (side > 0) == (down > up)
    };
    stretches(&area.rings).filter(crosses).count() % 2 == 1
}
