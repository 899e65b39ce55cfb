//! An example of which areas are most like one.

use super::Say;
use crate::{
    model::text::Language,
    stats::nearest::{Taken, distance, nearest, standardised},
    words::worked,
};

/// The two places of four that are most like the first.
pub(in crate::view_model::method) fn similar(language: Language) -> Option<Vec<String>> {
    const PLACES: [(&str, u64, f64); 5] =
        [("A", 7, 0.2), ("B", 15, 0.1), ("C", 31, 0.3), ("D", 3, 0.5), ("E", 63, 0.4)];
    const MOST: usize = 2;
    let say = Say(language);
    let scores = [
        standardised(&PLACES.map(|(_, homes, _)| Some(homes as f64)), Taken::Logarithm).ok()?,
        standardised(&PLACES.map(|(_, _, share)| Some(share)), Taken::Plain).ok()?,
    ];
    let [homes, shares] = &scores;
    let name = |at: usize| Some(PLACES.get(at)?.0.to_owned());
    let score = |scores: &Vec<Option<f64>>, at: usize| Some(say.number((*scores.get(at)?)?, 2));
    let far = |other: usize| Some(say.number(distance(&scores, 0, other)?, 2));
    let found = nearest(&scores, 0, MOST)?;
    let names: Option<Vec<String>> = found.places.iter().map(|place| name(*place)).collect();
    let place = |(name, homes, share): (&str, u64, f64)| {
        let values = [("place", name.to_owned()), ("n", say.count(homes)), ("share", say.share(share))];
        say.fill(worked::similar_place, &values)
    };
    let distances: Option<Vec<String>> =
        (1..PLACES.len()).map(|other| Some(format!("{} {}", name(other)?, far(other)?))).collect();
    let places = [("m", say.count(PLACES.len() as u64)), ("places", PLACES.map(place).join("; "))];
    let first = [
        ("place", name(0)?),
        ("z1", score(homes, 0)?),
        ("z2", score(shares, 0)?),
        ("other", name(1)?),
        ("w1", score(homes, 1)?),
        ("w2", score(shares, 1)?),
        ("d", far(1)?),
    ];
    let nearest = [
        ("place", name(0)?),
        ("distances", distances?.join("; ")),
        ("k", say.count(found.places.len() as u64)),
        ("names", names?.join(", ")),
    ];
    Some(vec![
        say.fill(worked::similar_places, &places),
        say.fill(worked::similar_scores, &first),
        say.fill(worked::similar_nearest, &nearest),
    ])
}
