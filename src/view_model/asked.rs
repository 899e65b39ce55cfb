//! The answers to the question at hand, with their verdicts: worked out once, shown by every panel.

use crate::{
    gate::Cleared,
    query::{
        judged::{self, Judged},
        question::Question,
    },
};

/// The answers to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Every area of the map; none where there is no map.
    pub areas: Option<Judged>,
    /// Every category of the chart.
    pub parts: Judged,
    /// The areas of the level that the picked area is on; none where the nation is picked.
    pub peers: Option<Judged>,
}

impl Asked {
    /// No answers: for panels that ask for their own.
    pub fn nothing(question: &Question) -> Self {
        let parts = Judged { dimension: question.by, level: None, rows: Vec::new(), judgement: None };
        Self { areas: None, parts, peers: None }
    }
}

/// The answers to a question.
pub fn asked(cleared: &Cleared, question: &Question) -> Asked {
    let areas = question.level.and_then(|level| judged::areas(cleared, question, level));
    let known = areas.as_slice();
    let parts = judged::parts(cleared, question, known);
    let peers = judged::picked_level(cleared, question, known);
    Asked { areas, parts, peers }
}
