//! The funnel plot as a picture: where each dot, limit and mark stands, in the units of an SVG.

use crate::view_model::funnel::{FunnelLimit, FunnelPanel};

/// The picture: as wide and high as its view box, with room for the marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunnelPicture {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// Where the plot begins and ends: left, top, right, bottom.
    pub plot: [f64; 4],
    /// The dots, in the order of the panel.
    pub dots: Vec<(f64, f64)>,
    /// The limits as paths, lower and upper in one, in the order of the panel.
    pub limits: Vec<String>,
    /// Where the name of each limit stands: at the end of its upper line.
    pub limit_labels: Vec<(f64, f64)>,
    /// Height of the target.
    pub target: Option<f64>,
    /// Heights of the marks of the upright axis.
    pub ticks: Vec<f64>,
    /// Places of the marks of the level axis.
    pub n_ticks: Vec<f64>,
}

/// Room for the upright axis' marks.
const LEFT: f64 = 56.0;
/// Room for the names of the limits.
const RIGHT: f64 = 56.0;
/// Room above the plot.
const TOP: f64 = 18.0;
/// Room for the level axis and its title.
const BOTTOM: f64 = 52.0;

/// The picture of a panel, so wide and high.
pub fn picture(panel: &FunnelPanel, width: f64, height: f64) -> FunnelPicture {
    let plot = [LEFT, TOP, width - RIGHT, height - BOTTOM];
    let scale = Scale::of(panel, plot);
    FunnelPicture {
        width,
        height,
        plot,
        dots: panel.points.iter().map(|point| scale.place(point.n, point.value)).collect(),
        limits: panel.limits.iter().map(|limit| path(limit, &scale)).collect(),
        limit_labels: panel.limits.iter().filter_map(|limit| label(limit, &scale)).collect(),
        target: panel.target.as_ref().map(|target| scale.place(1.0, target.value).1),
        ticks: panel.ticks.iter().map(|tick| scale.place(1.0, tick.value).1).collect(),
        n_ticks: panel.n_ticks.iter().map(|tick| scale.place(tick.value, 0.0).0).collect(),
    }
}

/// From numbers to places: n by its logarithm, the figure evenly.
struct Scale {
    plot: [f64; 4],
    first: f64,
    last: f64,
    highest: f64,
}

impl Scale {
    fn of(panel: &FunnelPanel, plot: [f64; 4]) -> Self {
        let end = |tick: Option<&crate::view_model::bars::Tick>| tick.map_or(1.0, |tick| tick.value);
        Self {
            plot,
            first: end(panel.n_ticks.first()).max(1.0).ln(),
            last: end(panel.n_ticks.last()).max(2.0).ln(),
            highest: end(panel.ticks.last()),
        }
    }

    fn place(&self, n: f64, value: f64) -> (f64, f64) {
        let [left, top, right, bottom] = self.plot;
        let along = ((n.max(1.0).ln() - self.first) / (self.last - self.first)).clamp(0.0, 1.0);
        let up = (value / self.highest).clamp(0.0, 1.0);
        (left + along * (right - left), bottom - up * (bottom - top))
    }
}

fn path(limit: &FunnelLimit, scale: &Scale) -> String {
    let line = |bound: fn(&crate::stats::interval::Interval) -> f64| {
        let points = limit.points.iter().map(|(n, limits)| scale.place(*n, bound(limits)));
        let points: Vec<String> = points.map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
        format!("M{}", points.join("L"))
    };
    line(|limits| limits.low) + &line(|limits| limits.high)
}

fn label(limit: &FunnelLimit, scale: &Scale) -> Option<(f64, f64)> {
    let (n, limits) = limit.points.last()?;
    Some(scale.place(*n, limits.high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        stats::interval::Interval,
        verdict::Kind,
        view_model::{bars::Tick, funnel::FunnelPoint},
    };

    fn panel() -> FunnelPanel {
        let tick = |value: f64| Tick { value, label: value.to_string() };
        let point = |n: f64, value: f64| FunnelPoint {
            code: String::new(),
            name: String::new(),
            n,
            value,
            kind: Kind::NotApart,
            lines: Vec::new(),
            spoken: String::new(),
            is_picked: false,
        };
        FunnelPanel {
            n_ticks: [1.0, 10.0, 100.0].map(tick).to_vec(),
            ticks: [0.0, 50.0, 100.0].map(tick).to_vec(),
            points: vec![point(1.0, 0.0), point(10.0, 50.0), point(100.0, 100.0)],
            target: Some(tick(50.0)),
            limits: vec![FunnelLimit {
                label: "95 %".into(),
                points: vec![(1.0, Interval { low: 0.0, high: 100.0 }), (100.0, Interval { low: 40.0, high: 60.0 })],
            }],
            ..FunnelPanel::default()
        }
    }

    #[test]
    fn dots_stand_where_their_numbers_are() {
        let picture = picture(&panel(), 600.0, 400.0);
        let [left, top, right, bottom] = picture.plot;
        assert_eq!(picture.dots[0], (left, bottom));
        assert_eq!(picture.dots[1], (f64::midpoint(left, right), f64::midpoint(top, bottom)));
        assert_eq!(picture.dots[2], (right, top));
        assert_eq!(picture.target, Some(f64::midpoint(top, bottom)));
        assert_eq!(picture.limits[0].matches('M').count(), 2);
    }

    #[test]
    fn nothing_at_all_is_still_a_picture() {
        let picture = picture(&FunnelPanel::default(), 600.0, 400.0);
        assert!(picture.dots.is_empty() && picture.limits.is_empty());
    }
}
