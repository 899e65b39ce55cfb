//! Where things are: municipalities with a size of their own, and the counties with a planted truth, drawn by lot.

use super::{super::plan, homes::Home};
use crate::publish::{
    data::{areas, demo::draw::Draw},
    demo::records::Sheet,
};

/// The municipalities.
#[derive(Clone, Debug, Default)]
pub struct Country {
    /// Code, and size: how many homes it has, and how often it places a child.
    pub municipalities: Vec<(String, u32)>,
    /// The counties, in an order drawn by lot.
    counties: Vec<String>,
    /// The sizes added up, for lots.
    heaped: Vec<u32>,
}

/// Where a truth is planted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planted {
    /// The county where more children truly meet violence or abuse.
    pub higher: String,
    /// The county where fewer do.
    pub lower: String,
}

impl Country {
    /// Draws the sizes of the municipalities, and the order of the counties.
    pub fn draw(draw: &mut Draw) -> Self {
        let codes = || areas::known().into_iter().map(|area| area.code);
        let municipalities: Vec<(String, u32)> =
            codes().filter(|code| code.len() == 4).map(|code| (code.clone(), size(draw, &code))).collect();
        let mut counties: Vec<String> = codes().filter(|code| code.len() == 2 && code != "00").collect();
        // Each of the orders is as likely as any other.
        for last in (1..counties.len()).rev() {
            let other = draw.below(u32::try_from(last + 1).unwrap_or(u32::MAX)) as usize;
            counties.swap(last, other);
        }
        let heap = |sum: &mut u32, (_, size): &(String, u32)| {
            // Who has no home places children too.
            *sum += size + 1;
            Some(*sum)
        };
        let heaped = municipalities.iter().scan(0, heap).collect();
        Self { municipalities, counties, heaped }
    }

    /// A municipality, the large ones more often.
    pub fn any(&self, draw: &mut Draw) -> &str {
        let lot = draw.below(self.heaped.last().copied().unwrap_or(0));
        let at = self.heaped.partition_point(|sum| *sum <= lot);
        self.municipalities.get(at).map_or("", |(code, _)| code)
    }

    /// The counties with the state's homes.
    pub fn state_counties(&self) -> &[String] {
        self.counties.get(..plan::STATE_HOMES.0).unwrap_or_default()
    }

    /// The counties with a planted truth: the first two in the order drawn by lot that have homes enough, and none of the state's.
    pub fn planted(&self, homes: &[Home]) -> Planted {
        let n_homes = |county: &str| homes.iter().filter(|home| home.municipality.starts_with(county)).count();
        let drawn = self.counties.iter().skip(plan::STATE_HOMES.0);
        let mut large = drawn.filter(|county| plan::HOMES.contains(&n_homes(county))).cloned();
        Planted { higher: large.next().unwrap_or_default(), lower: large.next().unwrap_or_default() }
    }

    /// The records of places.
    pub fn sheet(&self) -> Sheet {
        let rows = self.municipalities.iter().map(|(code, _)| vec![code.clone()]).collect();
        Sheet { name: "places", columns: &["municipality"], rows }
    }
}

/// How many homes a municipality has. It is guessed from the code alone: the three largest cities, the seats of the counties (…80),
/// the old towns (…81 and on), the suburbs of Stockholm, the rest.
fn size(draw: &mut Draw, code: &str) -> u32 {
    match code.split_at(2) {
        ("01", "80") => 70,
        ("14", "80") => 55,
        ("12", "80") => 40,
        (_, "80") => 9 + draw.below(14),
        (_, number) if number > "80" => 2 + draw.below(7).min(draw.below(7)),
        ("01", _) => 2 + draw.below(9),
        _ => draw.below(6).min(draw.below(6)),
    }
}
