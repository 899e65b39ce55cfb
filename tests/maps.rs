//! What must hold of the outlines in `public/maps`, read from the committed files.

#[path = "maps/outline.rs"]
mod outline;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use outline::{
    Point, Stretch, areas, back, file, holds, joined, lines, numbers, owners, stretches, text, twice_area, words,
};

fn divisions() -> BTreeMap<String, Vec<String>> {
    let file = file("divisions");
    let codes = words(&file["areas"]["code"]);
    codes.into_iter().enumerate().map(|(row, code)| (code, words(&file["areas"]["counties"][row]))).collect()
}

#[test]
fn every_municipality_is_there_once() {
    let areas = areas("municipalities");
    let codes: BTreeSet<&str> = areas.iter().map(|area| area.code.as_str()).collect();
    let names: BTreeSet<&str> = areas.iter().map(|area| area.name.as_str()).collect();
    assert_eq!((areas.len(), codes.len(), names.len()), (290, 290, 290));
    assert!(codes.iter().all(|code| code.len() == 4 && code.chars().all(|sign| sign.is_ascii_digit())));
}

#[test]
fn no_island_and_no_lake_is_lost() {
    let areas = areas("municipalities");
    let rings: Vec<i64> = areas.iter().flat_map(|area| &area.rings).map(|ring| twice_area(ring)).collect();
    assert_eq!(rings.len(), 314);
    assert!(rings.iter().all(|&area| area > 0), "every ring turns the same way: none is a hole");

    let coast = joined(areas.iter());
    let mut next: HashMap<Point, Point> = HashMap::new();
    for &(from, to) in &coast {
        assert_eq!(next.insert(from, to), None, "the coast never meets itself");
    }
    let mut lakes = 0;
    while let Some(&start) = next.keys().next() {
        let mut shore = vec![start];
        while let Some(to) = next.remove(&shore[shore.len() - 1]) {
            shore.push(to);
        }
        assert_eq!(shore.last(), Some(&start), "shores are closed");
        lakes += usize::from(twice_area(&shore) < 0);
    }
    assert_eq!(lakes, 7);
}

#[test]
fn neighbours_are_those_that_share_a_border() {
    for level in ["municipalities", "counties", "divisions"] {
        let areas = areas(level);
        let owners = owners(&areas);
        let shared = owners.iter().filter_map(|(&stretch, &one)| Some((one, *owners.get(&back(stretch))?)));
        let met: BTreeSet<(&str, &str)> = shared.filter(|(one, other)| one < other).collect();
        let mut named = BTreeSet::new();
        for area in &areas {
            for other in area.neighbours.iter().map(String::as_str) {
                let code = area.code.as_str();
                assert!(named.insert((code.min(other), code.max(other))), "{code} and {other} are named twice");
            }
        }
        assert_eq!(named, met, "{level}");
        if level == "municipalities" {
            assert_eq!(named.len(), 694);
            let lonely = areas.iter().filter(|area| !met.iter().any(|&(a, b)| area.code == a || area.code == b));
            let lonely: Vec<&str> = lonely.map(|area| area.name.as_str()).collect();
            assert_eq!(lonely, ["Ekerö", "Lidingö", "Gotland", "Öckerö", "Tjörn"]);
        }
    }
}

#[test]
fn counties_and_divisions_are_their_parts_joined() {
    let (municipalities, counties) = (areas("municipalities"), areas("counties"));
    assert_eq!(counties.len(), 21);
    for county in &counties {
        let parts = municipalities.iter().filter(|area| area.code.starts_with(&county.code));
        assert_eq!(joined(parts), stretches(&county.rings).collect(), "{}", county.name);
    }
    let members = divisions();
    let mut covered: Vec<&String> = members.values().flatten().collect();
    covered.sort();
    assert_eq!((members.len(), covered), (6, counties.iter().map(|county| &county.code).collect()));
    for division in areas("divisions") {
        let parts = counties.iter().filter(|county| members[&division.code].contains(&county.code));
        assert_eq!(joined(parts), stretches(&division.rings).collect(), "{}", division.name);
    }
}

#[test]
fn divisions_are_those_of_our_list() {
    let mut listed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let list = text("public/maps/divisions.csv");
    let counties: HashMap<String, String> = areas("counties").into_iter().map(|area| (area.code, area.name)).collect();
    for row in list.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        listed.entry(fields[0].to_owned()).or_default().push(fields[4].to_owned());
        assert_eq!(counties.get(fields[4]).map(String::as_str), Some(fields[5]));
    }
    listed.values_mut().for_each(|counties| counties.sort());
    assert_eq!(divisions(), listed);
}

#[test]
fn county_borders_part_municipalities_of_two_counties() {
    let areas = areas("municipalities");
    let owners = owners(&areas);
    let parts = |stretch: &Stretch| owners.get(&back(*stretch)).is_some_and(|other| other[..2] != owners[stretch][..2]);
    let either = |stretch: Stretch| stretch.min(back(stretch));
    let expected: HashSet<Stretch> = owners.keys().filter(|stretch| parts(stretch)).copied().map(either).collect();
    let drawn = lines(file("municipalities")["county_borders"].as_str().expect("a path"));
    assert_eq!(stretches(&drawn).map(either).collect::<HashSet<_>>(), expected);
    assert_eq!(stretches(&drawn).count(), expected.len(), "nothing is drawn twice");
}

#[test]
fn areas_are_as_large_as_in_the_source() {
    let source = text("tests/maps/source_km2.csv");
    let source: HashMap<&str, f64> = source
        .lines()
        .skip(1)
        .filter_map(|row| row.split_once(','))
        .map(|(code, km2)| (code, km2.parse().expect("a number")))
        .collect();
    for area in areas("municipalities") {
        // A unit is a hundred metres: a hundred of its squares are a square kilometre.
        let km2 = area.rings.iter().map(|ring| twice_area(ring)).sum::<i64>() as f64 / 200.0;
        assert!((km2 / source[area.code.as_str()] - 1.0).abs() < 0.05, "{}: {km2} km²", area.name);
    }
}

#[test]
fn labels_lie_inside_and_everything_inside_the_frame() {
    for level in ["municipalities", "counties", "divisions"] {
        let frame = numbers(&file(level)["viewBox"]);
        for area in areas(level) {
            assert!(holds(&area, area.label), "the label of {}", area.name);
            for (x, y) in area.rings.into_iter().flatten() {
                assert!(frame[0] < x && x < frame[0] + frame[2] && frame[1] < y && y < frame[1] + frame[3]);
            }
        }
    }
}

#[test]
fn insets_show_what_they_are_named_after() {
    let (file, areas) = (file("municipalities"), areas("municipalities"));
    let whole = numbers(&file["viewBox"]);
    let insets = file["insets"].as_array().expect("a list");
    let wanted = [("stockholm", "0180"), ("goteborg", "1480"), ("skane", "1281")];
    for (inset, (id, code)) in insets.iter().zip(wanted) {
        assert_eq!(inset["id"], id);
        let frame = numbers(&inset["viewBox"]);
        let area = areas.iter().find(|area| area.code == code).expect("the city is there");
        for &(x, y) in area.rings.iter().flatten() {
            assert!(frame[0] < x && x < frame[0] + frame[2] && frame[1] < y && y < frame[1] + frame[3], "{id}");
        }
        assert_eq!(frame[2] * 3, frame[3] * 4, "four by three");
        assert!(whole[0] <= frame[0] && frame[0] + frame[2] <= whole[0] + whole[2], "{id}");
        assert!(whole[1] <= frame[1] && frame[1] + frame[3] <= whole[1] + whole[3], "{id}");
    }
    assert_eq!(insets.len(), wanted.len());
}

#[test]
fn each_area_has_a_square_of_its_own_and_each_county_is_in_one_piece() {
    for level in ["municipalities", "counties", "divisions"] {
        let areas = areas(level);
        assert_eq!(areas.iter().map(|area| area.tile).collect::<HashSet<_>>().len(), areas.len(), "{level}");
    }
    let mut counties: BTreeMap<String, HashSet<Point>> = BTreeMap::new();
    for area in areas("municipalities") {
        counties.entry(area.code[..2].to_owned()).or_default().insert(area.tile);
    }
    for (county, mut left) in counties {
        let mut border: Vec<Point> = left.iter().next().copied().into_iter().collect();
        while let Some((column, row)) = border.pop() {
            left.remove(&(column, row));
            let beside = [(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)];
            border.extend(beside.into_iter().filter(|tile| left.contains(tile)));
        }
        assert!(left.is_empty(), "county {county}");
    }
}

/// Of the neighbours on land, how many of the pairs keep the order along the axis (north–south or east–west) on which their label points
/// lie farther apart, and how many have it turned around; the others stand level on that axis.
fn order_kept(level: &str) -> (f64, f64) {
    let areas = areas(level);
    let at: HashMap<&str, usize> = areas.iter().enumerate().map(|(place, area)| (area.code.as_str(), place)).collect();
    let (areas, at) = (&areas, &at);
    let pairs = areas.iter().flat_map(|one| one.neighbours.iter().map(move |other| (one, &areas[at[other.as_str()]])));
    let products: Vec<f64> = pairs
        .map(|(one, other)| {
            let way = |from: Point, to: Point| ((to.0 - from.0) as f64, (to.1 - from.1) as f64);
            let (on_ground, on_tiles) = (way(one.label, other.label), way(one.tile, other.tile));
            if on_ground.0.abs() > on_ground.1.abs() { on_ground.0 * on_tiles.0 } else { on_ground.1 * on_tiles.1 }
        })
        .collect();
    let part = |is_so: fn(&f64) -> bool| products.iter().filter(|it| is_so(it)).count() as f64 / products.len() as f64;
    (part(|product| *product > 0.0), part(|product| *product < 0.0))
}

#[test]
fn squares_lie_to_each_other_as_their_areas_do() {
    for (level, least_kept, most_turned) in
        [("municipalities", 0.85, 0.02), ("counties", 0.86, 0.0), ("divisions", 1.0, 0.0)]
    {
        let (kept, turned) = order_kept(level);
        assert!(kept >= least_kept && turned <= most_turned, "{level}: {kept:.3} kept, {turned:.3} turned around");
    }
}

#[test]
fn names_fit_on_the_squares_that_carry_them() {
    use insyn::{load::outlines, view_model::tile_label::lines};
    for level in ["counties", "divisions"] {
        let outlines =
            outlines::read(text(&format!("public/maps/{level}.json")).as_bytes()).expect("the outlines are whole");
        for name in outlines.areas.iter().flat_map(|area| area.name.wordings()) {
            let lines = lines(name);
            assert!(lines.len() <= 2 && lines.iter().all(|line| (1..=10).contains(&line.chars().count())), "{lines:?}");
        }
    }
}

#[test]
fn the_map_of_squares_has_every_area_once_and_arrows_walk_to_the_square_beside() {
    use insyn::{
        load::outlines,
        view_model::walk::{Direction, step},
    };
    for level in ["municipalities", "counties", "divisions"] {
        let bytes = text(&format!("public/maps/{level}.json"));
        let outlines = outlines::read(bytes.as_bytes()).expect("the outlines are whole");
        let tiles = outlines.tiles();
        let codes =
            |of: &insyn::model::outline::Outlines| of.areas.iter().map(|it| it.code.clone()).collect::<Vec<_>>();
        assert_eq!(codes(&tiles), codes(&outlines), "{level}");
        let paths: HashSet<&str> = tiles.areas.iter().map(|area| area.path.as_str()).collect();
        assert_eq!(paths.len(), tiles.areas.len(), "no two share a square");
        let place: HashMap<(i64, i64), usize> = (tiles.areas.iter().enumerate())
            .filter_map(|(place, area)| area.tile.map(|(column, row)| ((column as i64, row as i64), place)))
            .collect();
        for (&(column, row), &from) in &place {
            for (direction, beside) in [
                (Direction::North, (column, row - 1)),
                (Direction::East, (column + 1, row)),
                (Direction::South, (column, row + 1)),
                (Direction::West, (column - 1, row)),
            ] {
                if let Some(next) = place.get(&beside) {
                    assert_eq!(step(&tiles, from, direction), Some(*next), "{level}: {}", tiles.areas[from].code);
                }
            }
        }
    }
}
