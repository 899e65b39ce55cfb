//! The formulas of the methods. Where two would not fit a phone side by side, they are two.

use crate::view_model::formula::{Formula, bracketed, choose, foot, line, over, power, root, row};

/// α/2
fn tail() -> Formula {
    line("α / 2")
}

/// 1 − α/2
fn head() -> Formula {
    line("1 − α / 2")
}

/// (…)²
fn squared(of: Formula) -> Formula {
    row([line("("), of, line(")^2")])
}

pub(super) fn fisher_chance() -> Formula {
    let ways = row([choose("r", "a"), choose("s", "k − a")]);
    row([line("P ( a ) ="), over(ways, choose("r + s", "k"))])
}

pub(super) fn fisher_p() -> Formula {
    row([line("p ="), foot(line("∑"), line("P ( b ) ≤ P ( a )")), line("P ( b )")])
}

pub(super) fn conditional() -> Formula {
    row([line("x_1 ∼ Bin"), bracketed(row([line("x_1 + x_2 ,"), over(line("t_1"), line("t_1 + t_2"))]))])
}

pub(super) fn benjamini() -> Formula {
    let least = foot(line("min"), line("j ≥ i"));
    let adjusted = over(line("m p_j"), line("j"));
    row([line("q_i = min"), bracketed(row([line("1 ,"), least, adjusted]))])
}

pub(super) fn too_few() -> Formula {
    line("min ( p ( 0 ) , p ( n ) ) > g")
}

fn wilson_below() -> Formula {
    line("1 + z^2 / n")
}

pub(super) fn wilson_centre() -> Formula {
    row([line("c ="), over(line("p + z^2 / 2 n"), wilson_below())])
}

pub(super) fn wilson_half() -> Formula {
    let under = row([over(line("p ( 1 − p )"), line("n")), line("+"), over(line("z^2"), line("4 n^2"))]);
    row([line("h ="), over(line("z"), wilson_below()), root(under)])
}

pub(super) fn wilson_ends() -> Formula {
    line("c − h , c + h")
}

pub(super) fn garwood() -> Formula {
    let half = |tail: Formula, degrees: Formula| {
        let quantile = Formula::Marked {
            base: Box::new(line("χ")),
            foot: Some(Box::new(tail)),
            shoulder: Some(Box::new(line("2"))),
        };
        row([over(line("1"), line("2")), quantile, line("("), degrees, line(")")])
    };
    row([half(tail(), line("2 x")), line(","), half(head(), line("2 x + 2"))])
}

pub(super) fn byar() -> Formula {
    let last = over(line("z"), row([line("3"), root(line("x"))]));
    row([line("x"), power(bracketed(row([line("1 −"), over(line("1"), line("9 x")), line("−"), last])), line("3"))])
}

pub(super) fn newcombe_low() -> Formula {
    let squares = row([squared(line("p_1 − l_1")), line("+"), squared(line("u_2 − p_2"))]);
    row([line("d −"), root(squares)])
}

pub(super) fn newcombe_high() -> Formula {
    let squares = row([squared(line("u_1 − p_1")), line("+"), squared(line("p_2 − l_2"))]);
    row([line("d +"), root(squares)])
}

pub(super) fn ratio() -> Formula {
    row([line("R"), power(line("e"), line("± z s"))])
}

fn inverse(of: &'static str) -> Formula {
    over(line("1"), line(of))
}

pub(super) fn ratio_share() -> Formula {
    let one = |x, n| row([inverse(x), line("−"), inverse(n)]);
    row([line("s^2 ="), one("x_1", "n_1"), line("+"), one("x_2", "n_2")])
}

pub(super) fn ratio_rate() -> Formula {
    row([line("s^2 ="), inverse("x_1"), line("+"), inverse("x_2")])
}

pub(super) fn ratio_exact() -> Formula {
    row([over(line("q"), line("1 − q")), line("·"), over(line("t_2"), line("t_1"))])
}

pub(super) fn funnel_low() -> Formula {
    over(line("r − a"), line("n"))
}

pub(super) fn funnel_part() -> Formula {
    let above = row([line("F ( r ) −"), tail()]);
    row([line("a ="), over(above, line("F ( r ) − F ( r − 1 )"))])
}

pub(super) fn phi() -> Formula {
    row([line("φ ="), over(line("1"), line("I")), line("∑ z_i^2")])
}

pub(super) fn tau() -> Formula {
    let below = row([line("∑ w −"), over(line("∑ w^2"), line("∑ w"))]);
    row([line("τ^2 = max"), bracketed(row([line("0 ,"), over(line("I φ − ( I − 1 )"), below)]))])
}

pub(super) fn widened() -> Formula {
    row([line("θ ± z"), root(line("s^2 + τ^2"))])
}

pub(super) fn beta_binomial() -> Formula {
    over(line("x + α"), line("n + α + β"))
}

pub(super) fn marshall() -> Formula {
    row([line("m + C ( r − m ) , C ="), over(line("A"), line("A + m / t"))])
}

pub(super) fn rank_pair() -> Formula {
    let squares = row([squared(line("u_i − p_i")), line("+"), squared(line("p_j − l_j"))]);
    row([line("p_j − p_i >"), root(squares)])
}

pub(super) fn rank_places() -> Formula {
    line("1 + a , … , k − b")
}

pub(super) fn standard_rate() -> Formula {
    let rates = row([line("∑ w"), over(line("x"), line("n"))]);
    row([line("S ="), over(rates, line("∑ w"))])
}

pub(super) fn standard_dobson() -> Formula {
    row([line("S +"), root(over(line("v"), line("O"))), line("( O_± − O )")])
}

pub(super) fn expected() -> Formula {
    row([over(line("O"), line("E")), line(", E = ∑ n r")])
}

pub(super) fn similar_score() -> Formula {
    row([line("z ="), over(line("x − m"), line("s"))])
}

pub(super) fn similar_logarithm() -> Formula {
    line("x = ln ( 1 + a )")
}

pub(super) fn similar_distance() -> Formula {
    row([line("d ="), root(row([line("∑"), squared(line("z_i − z_j"))]))])
}

pub(super) fn trend() -> Formula {
    let below = root(row([line("p ( 1 − p ) ∑ n ( t − m )^2")]));
    row([line("z ="), over(line("∑ ( t − m ) x"), below)])
}

pub(super) fn spread_q() -> Formula {
    line("Q = ∑ w ( y − m )^2")
}

pub(super) fn spread_i() -> Formula {
    row([line("I^2 = max"), bracketed(row([line("0 ,"), over(line("Q − ( k − 1 )"), line("Q"))]))])
}

pub(super) fn spread_mor() -> Formula {
    let exponent = row([root(line("2 τ^2")), line("Φ^−1 ( 3 / 4 )")]);
    row([line("MOR ="), power(line("e"), exponent)])
}

pub(super) fn hidden() -> Formula {
    line("k , … , k + d g")
}
