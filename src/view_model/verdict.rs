//! A verdict in words: the cell of a table, the line of a tooltip, the sentence of a card.

use super::{context::Context, figure::answer_words};
use crate::{
    model::{area::Level, dimension::DimensionKind},
    query::{
        against::Against,
        judged::{Judged, Judgement},
    },
    verdict::{Kind, NotComparable, Tone, Verdict, guard::Guard},
    words::{explore, verdict as words},
};

/// A verdict as texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictWords {
    /// Which it is, for a colour.
    pub kind: Kind,
    /// In a word or two: "högre (sämre)"; nothing where there is no figure, for the figure says so.
    pub short: String,
    /// What it is set against and what it rests on, in a sentence.
    pub sentence: String,
}

/// The texts of a verdict.
pub fn verdict_words(context: Context, judged: &Judged, verdict: &Verdict) -> VerdictWords {
    let language = context.language;
    let tone = tone(context, verdict);
    let kind = verdict.kind();
    let judgement = judged.judgement.as_ref();
    let reference = judgement.map(|it| reference(context, judged, it)).unwrap_or_default();
    let n_judged = judgement.map_or(0, |it| it.family.n_judged);
    let name = |place: usize| explore::lower_first(context.dimension(place).map_or("", |it| it.label.get(language)));
    let sentence = match verdict {
        Verdict::Higher(evidence) | Verdict::Lower(evidence) => {
            words::differs(language, kind, tone, &reference, evidence.adjusted_p, n_judged)
        }
        Verdict::NotApart(evidence) => words::is_not_apart(language, &reference, evidence.adjusted_p, n_judged),
        Verdict::TooFew(too_few) => words::are_too_few(language, too_few),
        Verdict::NotComparable(why) => words::why_not(language, why, name),
        Verdict::NoFigure(_) => String::new(),
    };
    VerdictWords { kind, short: in_short(context, verdict), sentence }
}

/// A verdict in a word or two, as in [`VerdictWords::short`].
pub fn in_short(context: Context, verdict: &Verdict) -> String {
    match verdict {
        Verdict::NoFigure(_) => String::new(),
        Verdict::NotComparable(NotComparable::IsAll) => "–".to_owned(),
        _ => words::with_tone(context.language, verdict.kind(), tone(context, verdict)),
    }
}

fn tone(context: Context, verdict: &Verdict) -> Tone {
    verdict.tone(context.measure().map(|measure| measure.polarity).unwrap_or_default())
}

/// What the rows are set against, as it stands in the header of their column: "riket".
pub fn yardstick(context: Context, judged: &Judged, judgement: &Judgement) -> String {
    let language = context.language;
    let is_area = context.dimension(judged.dimension).is_some_and(|it| it.kind == DimensionKind::Area);
    if !is_area {
        let it = context.dimension(judged.dimension);
        let total = it.and_then(|it| it.total).map(|total| context.category_label(judged.dimension, total));
        return explore::lower_first(total.unwrap_or(words::whole(language)));
    }
    match judgement.against {
        Against::Nation => {
            let nation = context.nation().map(|nation| context.category_label(judged.dimension, nation));
            let nation = nation.unwrap_or(words::against_name(language, Against::Nation));
            explore::within_a_sentence(language, nation)
        }
        against => words::against_name(language, against).to_owned(),
    }
}

/// The same with its figure: "riket (43,7 %)".
fn reference(context: Context, judged: &Judged, judgement: &Judgement) -> String {
    let figure = judgement.reference.as_ref().filter(|answer| answer.figure.value().is_some());
    let figure = figure.zip(context.measure()).map(|(answer, measure)| answer_words(measure, answer, context.language));
    words::named(
        context.language,
        &yardstick(context, judged, judgement),
        &figure.map(|texts| texts.value).unwrap_or_default(),
    )
}

/// What is to be said of all verdicts together: why there are none, what to mind, how many chance alone gives.
pub fn caution(context: Context, judged: &Judged, level: Option<Level>) -> Vec<String> {
    let language = context.language;
    let Some(judgement) = &judged.judgement else { return Vec::new() };
    let mut said = Vec::new();
    match &judgement.guard {
        Guard::Open => {}
        Guard::WithCare(reason) => said.push(reason.get(language).to_owned()),
        Guard::Closed(why) => {
            let name =
                |place: usize| explore::lower_first(context.dimension(place).map_or("", |it| it.label.get(language)));
            return vec![words::why_not(language, why, name)];
        }
    }
    let family = &judgement.family;
    if family.n_judged > 1 && level.is_some() {
        let differ = |verdict: &&Verdict| matches!(verdict.kind(), Kind::Higher | Kind::Lower);
        let n_apart = family.verdicts.iter().filter(differ).count();
        said.push(words::outside(language, family.n_judged, family.n_outside, family.n_by_chance, n_apart));
        if family.dispersion.is_some() {
            said.push(words::over_dispersed(language).to_owned());
        }
    }
    said
}
