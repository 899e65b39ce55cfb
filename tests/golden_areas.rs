//! Our statistics of many areas against numbers that other implementations worked out, and against chance itself; the scripts that made the numbers lie beside them.

use std::ops::Range;

use insyn::stats::{
    beta_binomial::{Prior, fit},
    binomial,
    funnel::{self, Limits, Side},
    heterogeneity::heterogeneity,
    interval::Confidence,
    intraclass,
    moran::{Weights, moran, permutation_p},
    overdispersion::{WINSORISED, Widening, dispersion, share_limits},
    random::Random,
    rank_interval::{Held, rank_intervals},
    scores::{Scale, ratio_scores, share_scores},
    several::benjamini_hochberg,
    smoothing::{marshall_rates, marshall_shares, posteriors},
    variation,
};

const P95: Confidence = Confidence::P95;

/// A row of `areas_many.csv`: lists of numbers.
struct Row(Vec<&'static str>);

impl Row {
    fn numbers(&self, cell: usize) -> Vec<f64> {
        self.0[cell].split_whitespace().map(|number| number.parse().expect("a number")).collect()
    }

    fn counts(&self, cell: usize) -> Vec<u64> {
        self.0[cell].split_whitespace().map(|number| number.parse().expect("a whole number")).collect()
    }

    fn number(&self, cell: usize) -> f64 {
        self.0[cell].parse().expect("a number")
    }

    fn neighbours(&self, cell: usize) -> Vec<Vec<usize>> {
        let list = |list: &str| list.split_whitespace().map(|area| area.parse().expect("an area")).collect();
        self.0[cell].split(';').map(list).collect()
    }

    fn all(&self, cells: Range<usize>) -> Vec<f64> {
        cells.map(|cell| self.number(cell)).collect()
    }
}

/// The rows of one kind.
fn rows(what: &str, n_rows: usize) -> Vec<Row> {
    let lines = include_str!("golden/areas_many.csv").lines().skip(1).map(|line| line.split(',').collect::<Vec<_>>());
    let rows: Vec<Row> = lines.filter(|cells| cells[0] == what).map(|cells| Row(cells[1..].to_vec())).collect();
    assert_eq!(rows.len(), n_rows, "rows of {what}");
    rows
}

/// Near enough, in parts of the number.
fn assert_near(ours: &[f64], theirs: &[f64], nearness: f64) {
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert!((ours - theirs).abs() <= nearness * theirs.abs(), "ours {ours}, theirs {theirs}");
    }
}

/// Near enough, where a 0 may come out as a last digit.
fn assert_nearly(ours: &[f64], theirs: &[f64], nearness: f64) {
    assert_eq!(ours.len(), theirs.len());
    for (ours, theirs) in ours.iter().zip(theirs) {
        assert!((ours - theirs).abs() <= nearness * theirs.abs().max(1e-3), "ours {ours}, theirs {theirs}");
    }
}

#[test]
fn adjusted_p_values_agree_with_statsmodels() {
    for row in rows("benjamini_hochberg", 3) {
        assert_near(&benjamini_hochberg(&row.numbers(0)).expect("p values"), &row.numbers(1), 1e-14);
    }
}

#[test]
fn heterogeneity_agrees_with_statsmodels() {
    for row in rows("heterogeneity", 5) {
        let got = heterogeneity(&row.numbers(0), &row.numbers(1)).expect("figures and variances");
        let ours = [got.mean, got.q, got.p, got.i_squared, got.tau_squared_dl, got.tau_squared_pm];
        assert_nearly(&ours, &row.all(2..8), 1e-10);
    }
}

#[test]
fn moran_agrees_with_numpy_and_so_with_esda() {
    for row in rows("moran", 8) {
        let weights = if row.number(2) == 1.0 { Weights::RowStandardised } else { Weights::Binary };
        let got = moran(&row.numbers(0), &row.neighbours(1), weights).expect("values that differ");
        assert_nearly(&[got.i, got.expected, got.variance_normal, got.variance_random], &row.all(3..7), 1e-10);
        assert_eq!(got.n_islands as f64, row.number(7));
    }
}

#[test]
fn the_permutations_are_those_of_an_independent_program() {
    for row in rows("permutation", 2) {
        let [n_permutations, seed] = [2, 3].map(|cell| row.counts(cell)[0]);
        let n_permutations = usize::try_from(n_permutations).expect("few");
        let got = permutation_p(&row.numbers(0), &row.neighbours(1), Weights::RowStandardised, n_permutations, seed);
        assert_eq!(got, Ok(row.number(4)));
    }
}

#[test]
fn over_dispersion_agrees_with_numpy() {
    for row in rows("dispersion", 6) {
        let (target, scale) = (row.number(2), if row.number(3) == 1.0 { Scale::Root } else { Scale::Plain });
        let scores = share_scores(&row.counts(0), &row.counts(1), target, scale).expect("the counts fit");
        let scores: Vec<_> = scores.into_iter().flatten().collect();
        let got = dispersion(&scores, WINSORISED).expect("there are areas");
        assert_nearly(&[got.phi, got.p, got.tau_squared], &row.numbers(4), 1e-10);
        for (widening, cell) in [(Widening::Additive(got.tau_squared), 5), (Widening::Multiplicative(got.phi), 6)] {
            let limits = share_limits(50, target, scale, widening, P95).expect("it can be worked out");
            assert_near(&[limits.low, limits.high], &row.numbers(cell), 1e-10);
        }
    }
    for row in rows("ratios", 1) {
        let (observed, expected) = (row.counts(0), row.numbers(1));
        let mut ours = Vec::new();
        for scale in [Scale::Plain, Scale::Root] {
            let scores = ratio_scores(&observed, &expected, scale).expect("the counts fit");
            let got =
                dispersion(&scores.into_iter().flatten().collect::<Vec<_>>(), WINSORISED).expect("there are areas");
            ours.extend([got.phi, got.tau_squared]);
        }
        assert_near(&ours, &row.numbers(2), 1e-10);
        assert_near(&[variation::systematic_component(&observed, &expected).expect("it fits")], &row.numbers(3), 1e-10);
    }
}

#[test]
fn marshall_agrees_with_numpy() {
    for row in rows("marshall", 3) {
        let (x, n) = (row.counts(0), row.counts(1));
        let shares = marshall_shares(&x, &n).expect("the counts fit");
        assert_near(&shares.iter().map(|area| area.figure).collect::<Vec<_>>(), &row.numbers(2), 1e-12);
        let exposure: Vec<f64> = n.iter().map(|n| *n as f64).collect();
        let rates = marshall_rates(&x, &exposure).expect("the counts fit");
        assert_near(&rates.iter().map(|area| area.figure).collect::<Vec<_>>(), &row.numbers(3), 1e-12);
    }
}

#[test]
fn the_beta_binomial_fit_agrees_with_scipy() {
    for row in rows("beta_binomial", 8) {
        let (x, n, theirs) = (row.counts(0), row.counts(1), row.numbers(2));
        let prior = fit(&x, &n).expect("it is found");
        match prior {
            Prior::Common { .. } => assert!(theirs.is_empty()),
            Prior::Beta { alpha, beta } => {
                assert_near(&[alpha, beta], &theirs, 1e-9);
                let got = posteriors(&x, &n, prior, P95).expect("the counts fit");
                assert_near(&got.iter().map(|area| area.interval.low).collect::<Vec<_>>(), &row.numbers(3), 1e-9);
                assert_near(&got.iter().map(|area| area.interval.high).collect::<Vec<_>>(), &row.numbers(4), 1e-9);
            }
        }
    }
}

#[test]
fn variation_agrees_with_numpy() {
    for row in rows("variation", 2) {
        let (x, n) = (row.counts(0), row.counts(1));
        let group: Vec<usize> = row.counts(2).iter().map(|group| usize::try_from(*group).expect("few")).collect();
        let theil = variation::theil(&x, &n, &group).expect("the counts fit");
        let gini = variation::gini(&x, &n).expect("the counts fit");
        let correlation = intraclass::intraclass_correlation(&x, &n).expect("the counts fit");
        assert_near(&[theil.total, theil.between, gini, correlation], &row.all(3..7), 1e-10);
    }
    for row in rows("values", 3) {
        let values = row.numbers(0);
        let quartiles = variation::quartiles(&values).expect("values");
        assert_near(&[quartiles.first, quartiles.median, quartiles.third], &row.numbers(1), 1e-12);
        let ours = [variation::coefficient_of_variation(&values), variation::extremal_quotient(&values)];
        assert_near(&ours.map(|number| number.expect("values above 0")), &row.all(2..4), 1e-12);
    }
    for row in rows("log_odds", 3) {
        let ours = [intraclass::median_odds_ratio, intraclass::latent_intraclass_correlation];
        assert_near(&ours.map(|of| of(row.number(0)).expect("a variance")), &row.all(1..3), 1e-12);
    }
}

#[test]
fn rank_intervals_agree_with_scipy() {
    for row in rows("ranks", 6) {
        let held = if row.number(2) == 1.0 { Held::AllAreas } else { Held::OneArea };
        let got = rank_intervals(&row.counts(0), &row.counts(1), P95, held).expect("the counts fit");
        let got: Vec<_> = got.into_iter().map(|interval| interval.expect("n is above 0")).collect();
        let theirs = |cell: usize| row.counts(cell);
        assert_eq!(got.iter().map(|area| area.rank as u64).collect::<Vec<_>>(), theirs(3));
        assert_eq!(got.iter().map(|area| area.first as u64).collect::<Vec<_>>(), theirs(4));
        assert_eq!(got.iter().map(|area| area.last as u64).collect::<Vec<_>>(), theirs(5));
    }
}

#[test]
fn funnel_limits_agree_with_scipy() {
    let mut n_compared = 0;
    for line in include_str!("golden/funnel.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |cell: usize| cells[cell].parse::<f64>().expect("a number");
        let count = |cell: usize| cells[cell].parse::<u64>().expect("a whole number");
        let (target, confidence) = (number(2), if number(3) == 0.025 { P95 } else { Confidence::P998 });
        n_compared += 1;
        let (limits, p): (Limits, f64) = match cells[0] {
            "share" => (
                funnel::share_limits(count(1), target, confidence).expect("the target is between 0 and 1"),
                funnel::share_p(count(8), count(1), target).expect("the counts fit"),
            ),
            "ratio" => (
                funnel::ratio_limits(number(1), confidence).expect("it is above 0"),
                funnel::ratio_p(count(8), number(1)).expect("it is above 0"),
            ),
            _ => {
                assert_eq!(funnel::smallest_n_to_judge(target, confidence), Ok(count(1)));
                continue;
            }
        };
        assert_eq!((limits.least_inside, limits.most_inside), (count(6), count(7)), "{line}");
        // Their chances of 10⁶ and more are good to ten digits.
        assert_near(&[limits.low, limits.high, p], &[number(4), number(5), number(9)], 1e-9);
    }
    assert_eq!(n_compared, 54);
}

/// Draws how many of n, by the distribution function: one random number each.
struct Draws {
    chances: Vec<f64>,
}

impl Draws {
    fn new(n: u64, share: f64) -> Self {
        Self { chances: (0..=n).map(|x| binomial::cdf(x, n, share).expect("a share")).collect() }
    }

    fn draw(&self, random: &mut Random) -> u64 {
        let place = random.unit();
        self.chances.partition_point(|chance| *chance <= place) as u64
    }
}

/// 290 areas of very different sizes: how many each counts.
fn sizes() -> Vec<u64> {
    (0..290).map(|area| 8 + (area * area) / 120).collect()
}

/// A table of p values by count, and of draws, for each area.
struct Nation {
    p: Vec<Vec<f64>>,
    limits: Vec<Limits>,
    draws: Vec<Draws>,
}

impl Nation {
    fn new(target: f64) -> Self {
        let p = |n: u64| (0..=n).map(|x| funnel::share_p(x, n, target).expect("the counts fit")).collect();
        let limits = |n: u64| funnel::share_limits(n, target, Confidence::P998).expect("a share");
        Self {
            p: sizes().into_iter().map(p).collect(),
            limits: sizes().into_iter().map(limits).collect(),
            draws: sizes().into_iter().map(|n| Draws::new(n, target)).collect(),
        }
    }
}

#[test]
fn with_no_true_difference_few_data_sets_have_a_finding_and_few_areas_are_flagged() {
    let (nation, mut random) = (Nation::new(0.27), Random::new(290));
    let (mut n_with_finding, mut n_flagged, n_sets) = (0, 0, 1000);
    for _ in 0..n_sets {
        let counts: Vec<u64> = nation.draws.iter().map(|draws| draws.draw(&mut random)).collect();
        let p: Vec<f64> = nation.p.iter().zip(&counts).map(|(p, x)| p[*x as usize]).collect();
        let adjusted = benjamini_hochberg(&p).expect("p values");
        n_with_finding += u32::from(adjusted.iter().any(|p| *p < 0.05));
        n_flagged += nation.limits.iter().zip(&counts).filter(|(limits, x)| limits.side(**x) != Side::Inside).count();
    }
    // 5 % of 1000 and three standard errors.
    assert!(n_with_finding <= 50 + 21, "{n_with_finding}");
    // What the limits themselves say, and three standard errors; at most 0.2 %, and not far below.
    let said: f64 = nation.limits.iter().map(|limits| limits.chance_outside).sum::<f64>() * f64::from(n_sets);
    assert!((n_flagged as f64 - said).abs() < 3.0 * said.sqrt(), "{n_flagged} of {said}");
    let at_most = 0.002 * 290.0 * f64::from(n_sets);
    assert!(said <= at_most && said > 0.6 * at_most, "{said} of {at_most}");
}

#[test]
fn in_large_areas_the_outer_limits_let_out_two_in_a_thousand() {
    let n = 200_000;
    let limits = funnel::share_limits(n, 0.27, Confidence::P998).expect("a share");
    let (draws, mut random) = (Draws::new(2_000, 0.27), Random::new(998));
    assert!((limits.chance_outside - 0.002).abs() < 0.00002, "{}", limits.chance_outside);
    let limits = funnel::share_limits(2_000, 0.27, Confidence::P998).expect("a share");
    let n_flagged = (0..100_000).filter(|_| limits.side(draws.draw(&mut random)) != Side::Inside).count();
    // 0.2 % of 100 000 and three standard errors.
    assert!((155..=243).contains(&n_flagged), "{n_flagged}");
}

#[test]
fn a_planted_difference_is_found_as_often_as_the_binomial_distribution_says() {
    let (n, target, planted) = (120, 0.27, 0.45);
    let limits = funnel::share_limits(n, target, Confidence::P998).expect("a share");
    let below = limits.least_inside.checked_sub(1).map_or(0.0, |x| binomial::cdf(x, n, planted).expect("a share"));
    let power = below + binomial::survival(limits.most_inside, n, planted).expect("a share");
    let (draws, mut random) = (Draws::new(n, planted), Random::new(120));
    let n_drawn = 20_000;
    let n_found = (0..n_drawn).filter(|_| limits.side(draws.draw(&mut random)) != Side::Inside).count();
    let expected = power * f64::from(n_drawn);
    assert!((0.5..0.99).contains(&power), "{power}");
    assert!((n_found as f64 - expected).abs() < 3.0 * (expected * (1.0 - power)).sqrt(), "{n_found} of {expected}");
}

#[test]
fn planted_differences_are_found_and_few_of_the_findings_are_false() {
    let (nation, mut random) = (Nation::new(0.27), Random::new(29));
    // Every tenth area is truly higher.
    let high: Vec<Draws> = sizes().into_iter().map(|n| Draws::new(n, 0.45)).collect();
    let (mut false_parts, mut n_true, n_sets) = (0.0, 0, 200);
    for _ in 0..n_sets {
        let is_high = |area: usize| area % 10 == 9;
        let draw = |area: usize| if is_high(area) { &high[area] } else { &nation.draws[area] };
        let p: Vec<f64> = (0..290).map(|area| nation.p[area][draw(area).draw(&mut random) as usize]).collect();
        let adjusted = benjamini_hochberg(&p).expect("p values");
        let found: Vec<usize> = (0..290).filter(|area| adjusted[*area] < 0.05).collect();
        let n_false = found.iter().filter(|area| !is_high(**area)).count();
        false_parts += n_false as f64 / found.len().max(1) as f64;
        n_true += found.len() - n_false;
    }
    assert!(false_parts / f64::from(n_sets) <= 0.05, "{false_parts}");
    assert!(n_true > 15 * n_sets as usize, "{n_true}");
}
