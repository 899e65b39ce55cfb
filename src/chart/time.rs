//! The line chart along time as a picture: where each point, line, band and mark stands, in the units of an SVG.

use crate::view_model::time::{Event, Join, Line, Point, TimePanel};

/// The picture: as wide and high as its view box, with room for the marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimePicture {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box.
    pub height: f64,
    /// Where the plot begins and ends: left, top, right, bottom.
    pub plot: [f64; 4],
    /// Heights of the marks of the upright axis.
    pub ticks: Vec<f64>,
    /// Where each period has its name; none where there is no room for it.
    pub names: Vec<Option<f64>>,
    /// Where each period begins and ends.
    pub periods: Vec<(f64, f64)>,
    /// The lines, in the order of the panel.
    pub lines: Vec<PictureLine>,
    /// Where the series is broken.
    pub breaks: Vec<f64>,
    /// The events, in the order of the panel.
    pub events: Vec<PictureEvent>,
    /// For each period, which line is nearest where: its place, from, until; from the top to the bottom of the plot.
    pub nearest: Vec<Vec<(usize, f64, f64)>>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PictureLine {
    /// What joins points that follow each other, as a path.
    pub next: String,
    /// What joins points across periods that are missing, as a path.
    pub across: String,
    /// The points.
    pub points: Vec<PicturePoint>,
}

/// One point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PicturePoint {
    /// Its middle.
    pub x: f64,
    /// How high; at the bottom where there is no figure.
    pub y: f64,
    /// Whether there is a figure.
    pub is_known: bool,
    /// From where to where its interval goes, from the top.
    pub range: Option<(f64, f64)>,
}

/// One event.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PictureEvent {
    /// Where it begins; one that went on for no time stands there.
    pub from: f64,
    /// Where it ends.
    pub until: f64,
    /// The middle of its number.
    pub number: (f64, f64),
}

/// Room for the upright axis' marks.
const LEFT: f64 = 56.0;
/// Room for half the name of the last period.
const RIGHT: f64 = 24.0;
/// Room above the plot, without events.
const TOP: f64 = 14.0;
/// Room for the level axis.
const BOTTOM: f64 = 40.0;
/// Height of a row of numbers, and how far numbers are apart in one.
const NUMBER: f64 = 22.0;
/// As many rows of numbers as there may be.
const MOST_ROWS: usize = 3;
/// Width of a letter in the name of a period.
const LETTER: f64 = 7.6;
/// How far the points of different lines are apart in one period.
const APART: f64 = 9.0;

/// The picture of a panel, so wide and high.
pub fn picture(panel: &TimePanel, width: f64, height: f64) -> TimePicture {
    let scale = Scale::level(panel, width);
    let (rows, numbers) = numbers(&panel.events, &scale);
    let top = TOP + rows as f64 * NUMBER;
    let scale = Scale { top, bottom: height - BOTTOM, ..scale };
    let event = |(event, (x, row)): (&Event, &(f64, usize))| PictureEvent {
        from: scale.x(if event.is_band { event.span.from } else { event.span.middle() }),
        until: scale.x(if event.is_band { event.span.until } else { event.span.middle() }),
        number: (*x, TOP + (*row as f64 + 0.5) * NUMBER - 4.0),
    };
    let n_lines = panel.lines.len();
    let lines: Vec<PictureLine> =
        panel.lines.iter().enumerate().map(|(place, it)| line(panel, it, &scale, place, n_lines)).collect();
    TimePicture {
        width,
        height,
        plot: [LEFT, top, width - RIGHT, height - BOTTOM],
        ticks: panel.ticks.iter().map(|tick| scale.y(tick.value)).collect(),
        names: names(panel, &scale),
        periods: panel.periods.iter().map(|it| (scale.x(it.span.from), scale.x(it.span.until))).collect(),
        nearest: (0..panel.periods.len()).map(|period| nearest(&lines, period, &scale)).collect(),
        lines,
        breaks: panel.breaks.iter().map(|at| scale.x(*at)).collect(),
        events: panel.events.iter().zip(&numbers).map(event).collect(),
    }
}

/// Which line is nearest where in a period: each reaches half the way to the next. One that another hides has no room.
fn nearest(lines: &[PictureLine], period: usize, scale: &Scale) -> Vec<(usize, f64, f64)> {
    let heights = lines.iter().enumerate().filter_map(|(place, line)| Some((place, line.points.get(period)?.y)));
    let mut heights: Vec<(usize, f64)> = heights.collect();
    heights.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let halves = heights.windows(2).filter_map(|pair| Some(f64::midpoint(pair.first()?.1, pair.last()?.1)));
    let ends: Vec<f64> = std::iter::once(scale.top).chain(halves).chain([scale.bottom]).collect();
    let strips = heights.iter().zip(ends.windows(2)).filter_map(|((place, _), ends)| {
        let (from, until) = (*ends.first()?, *ends.last()?);
        (until > from).then_some((*place, from, until))
    });
    strips.collect()
}

/// From numbers to places.
#[derive(Clone, Copy)]
struct Scale {
    first: f64,
    last: f64,
    right: f64,
    highest: f64,
    top: f64,
    bottom: f64,
}

impl Scale {
    fn level(panel: &TimePanel, width: f64) -> Self {
        let spans = || panel.periods.iter().map(|it| it.span);
        let (first, last) = (
            spans().map(|it| it.from).fold(f64::INFINITY, f64::min),
            spans().map(|it| it.until).fold(f64::NEG_INFINITY, f64::max),
        );
        let highest = panel.ticks.last().map_or(1.0, |tick| tick.value);
        Self { first, last, right: width - RIGHT, highest, top: 0.0, bottom: 0.0 }
    }

    fn x(&self, at: f64) -> f64 {
        let along = ((at - self.first) / (self.last - self.first)).clamp(0.0, 1.0);
        LEFT + along * (self.right - LEFT)
    }

    fn y(&self, value: f64) -> f64 {
        self.bottom - (value / self.highest).clamp(0.0, 1.0) * (self.bottom - self.top)
    }
}

fn line(panel: &TimePanel, line: &Line, scale: &Scale, place: usize, n_lines: usize) -> PictureLine {
    let narrowest = panel.periods.iter().map(|it| scale.x(it.span.until) - scale.x(it.span.from));
    let narrowest = narrowest.fold(f64::INFINITY, f64::min);
    let apart = APART.min(narrowest / (n_lines as f64 + 1.0));
    let aside = (place as f64 - (n_lines as f64 - 1.0) / 2.0) * apart;
    let point = |(point, period): (&Point, &crate::view_model::time::Period)| PicturePoint {
        x: scale.x(period.span.middle()) + aside,
        y: point.value.map_or(scale.bottom, |value| scale.y(value)),
        is_known: point.value.is_some(),
        range: point.range.map(|(low, high)| (scale.y(high), scale.y(low))),
    };
    let points: Vec<PicturePoint> = line.points.iter().zip(&panel.periods).map(point).collect();
    let path = |wanted: Join| {
        let joined = points.windows(2).zip(&line.joins).filter(|(_, join)| **join == wanted);
        let pieces = joined.filter_map(|(pair, _)| match pair {
            [one, next] => Some(format!("M{:.1} {:.1}L{:.1} {:.1}", one.x, one.y, next.x, next.y)),
            _ => None,
        });
        pieces.collect::<String>()
    };
    PictureLine { next: path(Join::Next), across: path(Join::Across), points }
}

/// Names where they do not run into each other; the picked period has its own in any case.
fn names(panel: &TimePanel, scale: &Scale) -> Vec<Option<f64>> {
    let half = |label: &str| label.chars().count() as f64 * LETTER / 2.0 + 4.0;
    let room = |it: &crate::view_model::time::Period| {
        let x = scale.x(it.span.middle());
        (x - half(&it.label), x + half(&it.label))
    };
    let mut taken: Vec<(f64, f64)> = panel.periods.iter().filter(|it| it.is_picked).map(room).collect();
    let name = |it: &crate::view_model::time::Period| {
        let (left, right) = room(it);
        let is_free = it.is_picked || taken.iter().all(|(from, until)| right <= *from || left >= *until);
        is_free.then(|| {
            taken.push((left, right));
            scale.x(it.span.middle())
        })
    };
    panel.periods.iter().map(name).collect()
}

/// How many rows the numbers take, and of each number its place and row.
fn numbers(events: &[Event], scale: &Scale) -> (usize, Vec<(f64, usize)>) {
    let mut ends = [f64::NEG_INFINITY; MOST_ROWS];
    let number = |event: &Event| {
        let x = scale.x(event.span.middle());
        let row = ends.iter().position(|end| x - NUMBER >= *end).unwrap_or(MOST_ROWS - 1);
        // Where all rows are full the number moves on.
        let x = ends.get(row).map_or(x, |end| x.max(end + NUMBER));
        if let Some(end) = ends.get_mut(row) {
            *end = x;
        }
        (x, row)
    };
    let placed: Vec<(f64, usize)> = events.iter().map(number).collect();
    (placed.iter().map(|(_, row)| row + 1).max().unwrap_or(0), placed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        model::time::Span,
        view_model::{bars::Tick, time::Period},
    };

    fn panel(joins: [Join; 2]) -> TimePanel {
        let period = |code: &str| Period {
            code: code.to_owned(),
            label: code.to_owned(),
            span: Span::of(code).expect("a year"),
            is_picked: code == "2020",
        };
        let point = |value: Option<f64>| Point { value, range: None, lines: Vec::new(), spoken: String::new() };
        TimePanel {
            ticks: [0.0, 50.0, 100.0].map(|value| Tick { value, label: String::new() }).to_vec(),
            periods: ["2018", "2019", "2020"].map(period).to_vec(),
            lines: vec![Line {
                code: String::new(),
                name: String::new(),
                points: [Some(0.0), Some(100.0), None].map(point).to_vec(),
                joins: joins.to_vec(),
            }],
            ..TimePanel::default()
        }
    }

    #[test]
    fn points_stand_where_their_numbers_are() {
        let picture = picture(&panel([Join::Next, Join::Not]), 600.0, 400.0);
        let [left, top, right, bottom] = picture.plot;
        let points = &picture.lines[0].points;
        assert_eq!((points[0].y, points[1].y, points[2].y), (bottom, top, bottom));
        assert!((points[1].x - f64::midpoint(left, right)).abs() < 1e-9);
        assert_eq!(points.iter().map(|it| it.is_known).collect::<Vec<_>>(), [true, true, false]);
        assert_eq!((picture.lines[0].next.matches('M').count(), picture.lines[0].across.as_str()), (1, ""));
        assert_eq!(picture.periods.last().map(|it| it.1), Some(right));
    }

    #[test]
    fn what_is_joined_across_is_a_line_of_its_own() {
        let picture = picture(&panel([Join::Across, Join::Not]), 600.0, 400.0);
        assert_eq!((picture.lines[0].next.as_str(), picture.lines[0].across.matches('L').count()), ("", 1));
    }

    #[test]
    fn names_do_not_run_into_each_other_and_the_picked_one_stays() {
        let narrow = picture(&panel([Join::Not; 2]), 150.0, 400.0);
        assert_eq!(narrow.names.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true]);
    }

    #[test]
    fn numbers_of_events_at_one_time_stand_in_rows() {
        let event = |number: &str| Event {
            span: Span::of("2019").expect("a year"),
            is_band: false,
            number: number.to_owned(),
            text: String::new(),
        };
        let panel = TimePanel { events: ["1", "2", "3", "4", "5"].map(event).to_vec(), ..panel([Join::Not; 2]) };
        let picture = picture(&panel, 600.0, 400.0);
        let mut places: Vec<(i64, i64)> =
            picture.events.iter().map(|it| (it.number.0.round() as i64, it.number.1.round() as i64)).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), 5);
        assert!(picture.events.iter().all(|it| it.number.1 < picture.plot[1]));
    }

    #[test]
    fn every_height_is_nearest_to_one_line() {
        let low = Line {
            points: vec![Point { value: Some(20.0), range: None, lines: Vec::new(), spoken: String::new() }; 3],
            ..panel([Join::Not; 2]).lines.remove(0)
        };
        let panel = panel([Join::Not; 2]);
        let panel = TimePanel { lines: vec![panel.lines[0].clone(), low], ..panel };
        let picture = picture(&panel, 600.0, 400.0);
        let [_, top, _, bottom] = picture.plot;
        let height = |line: usize, period: usize| picture.lines[line].points[period].y;
        for (period, strips) in picture.nearest.iter().enumerate() {
            assert_eq!((strips[0].1, strips[1].2), (top, bottom));
            assert_eq!(strips[0].2.to_bits(), strips[1].1.to_bits());
            for (line, from, until) in strips {
                assert!((*from..=*until).contains(&height(*line, period)));
            }
        }
        // 0 and 20, then 100 and 20: the higher stands above.
        assert_eq!([picture.nearest[0][0].0, picture.nearest[1][0].0], [1, 0]);
    }

    #[test]
    fn nothing_at_all_is_still_a_picture() {
        let picture = picture(&TimePanel::default(), 600.0, 400.0);
        assert!(picture.lines.is_empty() && picture.names.is_empty());
    }
}
