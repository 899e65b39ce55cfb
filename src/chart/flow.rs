//! A flow as geometry: where its parts stand, and the bands between them.
//!
//! Across in hundredths of the width, so that the drawing follows it; down in CSS pixels, so that words keep their size.

use crate::view_model::flow::{FlowLink, FlowPanel, FlowStage};

/// How wide the upright bar of a part is, in CSS pixels.
pub const BAR: f64 = 10.0;
/// The height of all that flows.
const FLOWING: f64 = 250.0;
/// What is between two parts at least.
const GAP: f64 = 10.0;
/// The middles of two parts are at least so far apart: each has two lines of words.
const LINES: f64 = 40.0;
/// A part is at least so tall: a little is not nothing.
const LEAST: f64 = 1.5;

/// The drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// How tall it is.
    pub height: f64,
    /// The parts that there is anything of.
    pub parts: Vec<DrawnPart>,
    /// The bands.
    pub bands: Vec<DrawnBand>,
}

/// A part.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawnPart {
    /// Its stage.
    pub stage: usize,
    /// Its place there.
    pub place: usize,
    /// Across.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// How tall it is.
    pub height: f64,
}

/// A band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawnBand {
    /// Its place among the links of the panel.
    pub link: usize,
    /// Its outline, in hundredths of the width by CSS pixels.
    pub path: String,
}

/// The drawing of a flow.
pub fn drawing(panel: &FlowPanel) -> Drawing {
    let all = |stage: &FlowStage| stage.parts.iter().filter_map(|part| part.value).sum::<f64>();
    let most = panel.stages.iter().map(all).fold(0.0, f64::max);
    if most <= 0.0 {
        return Drawing::default();
    }
    let scale = FLOWING / most;
    let last = panel.stages.len().saturating_sub(1).max(1);
    let stages: Vec<Vec<DrawnPart>> =
        panel.stages.iter().enumerate().map(|(nth, stage)| stacked(nth, last, stage, scale)).collect();
    let bottom = |parts: &Vec<DrawnPart>| parts.last().map_or(0.0, |part| part.y + part.height);
    // The words of the last part reach below it.
    let margin = LINES / 2.0;
    let tallest = stages.iter().map(bottom).fold(0.0, f64::max);
    let spread = |mut parts: Vec<DrawnPart>| {
        let spare = tallest - bottom(&parts);
        let n_gaps = parts.len().saturating_sub(1).max(1);
        for (nth, part) in parts.iter_mut().enumerate() {
            part.y += margin + spare * share(nth, n_gaps);
        }
        parts
    };
    let parts: Vec<DrawnPart> = stages.into_iter().flat_map(spread).collect();
    Drawing { height: tallest + 2.0 * margin, bands: bands(&panel.links, &parts, scale), parts }
}

fn share(nth: usize, of: usize) -> f64 {
    let whole = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    whole(nth) / whole(of)
}

/// The parts of a stage, one below the other.
fn stacked(stage: usize, last: usize, of: &FlowStage, scale: f64) -> Vec<DrawnPart> {
    let mut parts: Vec<DrawnPart> = Vec::new();
    let there =
        of.parts.iter().enumerate().filter_map(|(place, part)| Some((place, part.value.filter(|it| *it > 0.0)?)));
    for (place, value) in there {
        let height = (value * scale).max(LEAST);
        let y = parts.last().map_or(0.0, |above| {
            let bottom = above.y + above.height;
            (bottom + GAP).max(above.y + above.height / 2.0 + LINES - height / 2.0)
        });
        parts.push(DrawnPart { stage, place, x: 100.0 * share(stage, last), y, height });
    }
    parts
}

/// The bands, each beginning below the one before it at its part, and ending so.
fn bands(links: &[FlowLink], parts: &[DrawnPart], scale: f64) -> Vec<DrawnBand> {
    let mut leaving: Vec<f64> = parts.iter().map(|part| part.y).collect();
    let mut arriving = leaving.clone();
    let find = |stage: usize, place: usize| parts.iter().position(|part| (part.stage, part.place) == (stage, place));
    let mut bands = Vec::new();
    for (nth, link) in links.iter().enumerate() {
        let (Some(value), Some(from), Some(to)) =
            (link.value, find(link.stage, link.from), find(link.stage.saturating_add(1), link.to))
        else {
            continue;
        };
        let height = value * scale;
        let (Some(x1), Some(x2)) = (parts.get(from).map(|it| it.x), parts.get(to).map(|it| it.x)) else { continue };
        let (Some(y1), Some(y2)) = (leaving.get_mut(from), arriving.get_mut(to)) else { continue };
        bands.push(DrawnBand { link: nth, path: outline((x1, *y1), (x2, *y2), height) });
        *y1 += height;
        *y2 += height;
    }
    bands
}

fn outline((x1, y1): (f64, f64), (x2, y2): (f64, f64), height: f64) -> String {
    let middle = f64::midpoint(x1, x2);
    let (low1, low2) = (y1 + height, y2 + height);
    format!(
        "M{x1:.2} {y1:.2}C{middle:.2} {y1:.2} {middle:.2} {y2:.2} {x2:.2} {y2:.2}V{low2:.2}C{middle:.2} {low2:.2} {middle:.2} {low1:.2} {x1:.2} {low1:.2}Z"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view_model::flow::FlowPart;

    fn panel() -> FlowPanel {
        let part = |value: Option<f64>| FlowPart { value, ..FlowPart::default() };
        let stage = |values: &[Option<f64>]| FlowStage {
            parts: values.iter().copied().map(part).collect(),
            ..FlowStage::default()
        };
        let link = |from, to, value| FlowLink { stage: 0, from, to, value, ..FlowLink::default() };
        FlowPanel {
            stages: vec![stage(&[Some(60.0), Some(0.0), Some(40.0)]), stage(&[Some(99.0), Some(1.0), None])],
            links: vec![link(0, 0, Some(60.0)), link(2, 0, Some(39.0)), link(2, 1, Some(1.0)), link(2, 2, None)],
            ..FlowPanel::default()
        }
    }

    #[test]
    fn what_there_is_nothing_of_or_is_not_known_is_not_drawn() {
        let drawing = drawing(&panel());
        let parts: Vec<(usize, usize)> = drawing.parts.iter().map(|part| (part.stage, part.place)).collect();
        assert_eq!(parts, [(0, 0), (0, 2), (1, 0), (1, 1)]);
        assert_eq!(drawing.bands.iter().map(|band| band.link).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn heights_are_the_numbers_and_words_have_room() {
        let drawing = drawing(&panel());
        let heights: Vec<f64> = drawing.parts.iter().map(|part| part.height).collect();
        assert_eq!(heights, [150.0, 100.0, 247.5, 2.5]);
        let middle = |part: &DrawnPart| part.y + part.height / 2.0;
        for pair in drawing.parts.windows(2) {
            let [above, below] = pair else { continue };
            assert!(above.stage != below.stage || middle(below) - middle(above) >= LINES);
        }
        let bottom = drawing.parts.iter().map(|part| part.y + part.height).fold(0.0, f64::max);
        assert!(drawing.height >= bottom + LINES / 2.0 - 1e-9);
    }

    #[test]
    fn a_band_begins_where_the_one_before_it_ended() {
        let drawing = drawing(&panel());
        let [_, second, third] = drawing.bands.as_slice() else { panic!("three bands") };
        let top = drawing.parts[1].y;
        assert!(second.path.starts_with(&format!("M0.00 {top:.2}C")));
        assert!(third.path.starts_with(&format!("M0.00 {:.2}C", top + 39.0 * 2.5)));
    }

    #[test]
    fn nothing_draws_nothing() {
        assert_eq!(drawing(&FlowPanel::default()), Drawing::default());
    }
}
