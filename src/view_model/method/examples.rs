//! Worked examples: invented counts go in, and the code that serves the rest of the page says what comes out.

pub(super) mod areas;
pub(super) mod figures;
pub(super) mod judging;
pub(super) mod likeness;

use super::Phrase;
use crate::{
    model::text::Language,
    stats::interval::{Confidence, Interval},
    words::{number, verdict},
};

const P95: Confidence = Confidence::P95;

/// Numbers and sentences in the reader's language.
#[derive(Clone, Copy)]
struct Say(Language);

impl Say {
    /// The sentence with each value in its place.
    fn fill(self, sentence: Phrase, values: &[(&str, String)]) -> String {
        let put = |text: String, (name, value): &(&str, String)| text.replace(&format!("{{{name}}}"), value);
        values.iter().fold(sentence(self.0).to_owned(), put)
    }

    fn count(self, count: u64) -> String {
        number::count(count, self.0)
    }

    fn number(self, value: f64, decimals: u8) -> String {
        number::number(value, decimals, self.0)
    }

    fn range(self, it: Interval, decimals: u8) -> String {
        number::range(it.low, it.high, decimals, self.0)
    }

    /// A proportion as per cent, with one decimal.
    fn share(self, proportion: f64) -> String {
        number::percent(proportion * 100.0, 1, self.0)
    }

    fn share_range(self, it: Interval) -> String {
        number::percent_range(it.low * 100.0, it.high * 100.0, 1, self.0)
    }

    fn p(self, p: f64) -> String {
        verdict::p_is(self.0, p)
    }

    /// "0,001; 0,010": a semicolon, for a comma may be a decimal sign.
    fn list(self, values: &[f64], decimals: u8) -> String {
        let said: Vec<String> = values.iter().map(|value| self.number(*value, decimals)).collect();
        said.join("; ")
    }
}

/// x through n.
fn part((x, n): (u64, u64)) -> f64 {
    x as f64 / n as f64
}

#[cfg(test)]
mod tests {
    use super::{
        areas::{FOUND, HOMES},
        *,
    };
    use crate::{
        stats::{
            beta_binomial::fit,
            cochran_armitage::cochran_armitage,
            fisher::fisher_exact,
            funnel::share_limits,
            heterogeneity::{heterogeneity, log_odds},
            interval::Undefined,
            nearest::{self, Taken},
            newcombe::newcombe,
            poisson_interval::{CountLimits, garwood},
            rank_interval::{Held, rank_intervals},
            risk_ratio::risk_ratio,
            several::benjamini_hochberg,
            smoothing::posteriors,
            standardised::{StandardisedLimits, Stratum, standardised_rate},
            wilson::wilson,
        },
        view_model::method::sections,
    };

    /// What the example of a section says in all.
    fn said(id: &str, language: Language) -> String {
        let section = sections(language).into_iter().find(|section| section.id == id).expect("there is such a section");
        section.example.join(" ")
    }

    /// What the code makes of the counts of each example, written as a reader of the language writes it.
    fn worked_out(say: Say) -> Result<Vec<(&'static str, String)>, Undefined> {
        let homes = nearest::standardised(&[7.0, 15.0, 31.0, 3.0, 63.0].map(Some), Taken::Logarithm)?;
        let shares = nearest::standardised(&[20.0, 10.0, 30.0, 50.0, 40.0].map(Some), Taken::Plain)?;
        let far = nearest::distance(&[homes, shares], 0, 2).ok_or(Undefined::NotANumber)?;
        let limits = share_limits(100, 0.3, P95)?;
        let strata = [Stratum { events: 36, n: 90.0, weight: 1.0 }, Stratum { events: 6, n: 60.0, weight: 1.0 }];
        let standardised = standardised_rate(&strata, StandardisedLimits::Dobson(CountLimits::Byar), P95)?;
        let smoothed = posteriors(&FOUND, &HOMES, fit(&FOUND, &HOMES)?, P95)?;
        let ranks = rank_intervals(&[120, 4, 54, 15, 30], &[200, 10, 150, 50, 200], P95, Held::AllAreas)?;
        let (figures, variances) = log_odds(&FOUND, &HOMES)?;
        let trend = cochran_armitage(&[(20, 100), (25, 100), (30, 100), (36, 100)], &[1.0, 2.0, 3.0, 4.0])?;
        // The first number of homes of which all would lie beyond the outer limit.
        let needed = (1..99).find(|n| fisher_exact([[*n, 0], [3000, 7000]]).is_ok_and(|p| p <= 0.002));
        let mut all = vec![
            ("wilson", say.share_range(wilson(12, 40, P95)?)),
            ("counts", say.range(garwood(10, P95)?, 1)),
            ("difference", say.range(newcombe((30, 100), (20, 100), P95)?.interval.times(100.0), 1)),
            ("ratio", say.range(risk_ratio((30, 100), (20, 100), P95)?.interval, 2)),
            ("exact", say.p(fisher_exact([[30, 70], [20, 80]])?)),
            ("many", say.list(&benjamini_hochberg(&[0.001, 0.010, 0.035, 0.045, 0.500])?, 3)),
            ("too-few", format!(" {} ", needed.expect("there is such a number"))),
            ("funnel", say.share_range(Interval { low: limits.low, high: limits.high })),
            ("standardisation", say.range(standardised.interval, 2)),
            ("spread", say.share(heterogeneity(&figures, &variances)?.i_squared)),
            ("trend", say.p(trend.p)),
            ("similar", format!("C {}", say.number(far, 2))),
        ];
        all.extend(smoothed.first().map(|it| ("smoothing", say.share_range(it.interval))));
        for rank in ranks.into_iter().flatten() {
            all.push(("rank", say.range(Interval { low: rank.first as f64, high: rank.last as f64 }, 0)));
        }
        Ok(all)
    }

    #[test]
    fn an_example_says_what_the_code_works_out() {
        for language in Language::ALL {
            for (id, text) in worked_out(Say(language)).expect("it can be worked out") {
                assert!(said(id, language).contains(&text), "{id} says {text}: {}", said(id, language));
            }
        }
    }

    #[test]
    fn reference_numbers_stand_in_the_sentences() {
        // From the literature and from R: Newcombe (1998) of 30/100 and 20/100, Garwood of 10 and 0.
        let swedish = said("counts", Language::Swedish);
        assert!(swedish.contains("4,8–18,4") && swedish.contains("3,7"), "{swedish}");
        let swedish = said("wilson", Language::Swedish);
        assert!(swedish.contains("18,1–45,4") && swedish.contains("16,1"), "{swedish}");
        // By hand: one more than the homes are powers of two, so that both measures are −√2, −√½, 0, √½ or √2.
        let swedish = said("similar", Language::Swedish);
        let by_hand =
            ["ort A −0,71 och −0,71, ort B 0,00 och −1,41", "B 1,00; C 1,58; D 2,24; E 2,55", "De 2", "är B, C."];
        assert!(by_hand.iter().all(|text| swedish.contains(text)), "{swedish}");
    }

    #[test]
    fn the_verdicts_show_what_they_explain() {
        for language in Language::ALL {
            let text = said("verdict", language);
            let words = [verdict::higher, verdict::lower, verdict::not_apart, verdict::too_few, verdict::no_figure];
            assert!(words.iter().all(|word| text.contains(word(language))), "{text}");
            let text = said("hidden", language);
            assert!(text.contains(verdict::higher(language)) && text.contains(verdict::no_figure(language)), "{text}");
        }
    }
}
