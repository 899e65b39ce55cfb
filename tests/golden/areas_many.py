"""Writes areas_many.csv: what is worked out of many areas at once, as SciPy, statsmodels and NumPy work it out, to be compared with ours.

pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0; python areas_many.py > areas_many.csv

Each row: what it is, the numbers that go in, the numbers that come out; numbers in a cell have spaces between them.
"""

import warnings

import numpy as np
from scipy import optimize, special, stats
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests

warnings.filterwarnings("ignore")
rng = np.random.default_rng(20261122)


def row(what, *cells):
    print(",".join([what, *(" ".join(repr(float(v)) if isinstance(v, (float, np.floating)) else str(v) for v in np.atleast_1d(c).tolist()) for c in cells)]))


def areas(k, most, spread, mean=0.3):
    n = rng.integers(2, most, k)
    share = rng.beta(mean / spread, (1 - mean) / spread, k) if spread else np.full(k, mean)
    return rng.binomial(n, share), n


print("what,a,b,c,d,e,f,g,h")

# Benjamini and Hochberg: p, adjusted.
for p in (rng.uniform(0, 1, 7), rng.beta(0.3, 2, 40), np.array([0.01, 0.01, 0.2, 0.2, 1.0, 0.0, 1e-300])):
    row("benjamini_hochberg", p, multipletests(p, method="fdr_bh")[1])

# Heterogeneity: figures, variances; mean, Q, p, I², DerSimonian–Laird, Paule–Mandel.
for k, tau in ((2, 0.5), (8, 0.0), (12, 0.4), (60, 1.0), (290, 0.1)):
    v = rng.uniform(0.05, 0.5, k)
    y = rng.normal(0.2, np.sqrt(v + tau**2))
    dl = combine_effects(y, v, method_re="dl")
    q = float(dl.q)

    def excess(t):
        w = 1 / (v + t)
        return (w * (y - (w * y).sum() / w.sum()) ** 2).sum() - (k - 1)

    pm = optimize.brentq(excess, 0, 100, xtol=1e-15, rtol=1e-15) if excess(0) > 0 else 0.0
    row("heterogeneity", y, v, float(dl.mean_effect_fe), q, stats.chi2.sf(q, k - 1), max(0.0, (q - (k - 1)) / q), max(0.0, float(dl.tau2)), pm)

# Moran: values, neighbours (areas separated by ;), row-standardised; I, E, variance normal, variance random.
def grid(side):
    at = lambda r, c: r * side + c
    return {at(r, c): [at(r + i, c + j) for i, j in ((0, 1), (1, 0), (0, -1), (-1, 0)) if 0 <= r + i < side and 0 <= c + j < side]
            for r in range(side) for c in range(side)}


one_way = {i: sorted(rng.choice([j for j in range(25) if j != i], int(rng.integers(0, 5)), replace=False).tolist()) for i in range(25)}
islands = grid(6)
for lonely in (0, 17):
    islands[lonely] = []
    islands = {i: [j for j in n if j != lonely] for i, n in islands.items()}
for neighbours in (grid(3), grid(8), one_way, islands):
    values = rng.normal(50, 10, len(neighbours)) + 3 * np.arange(len(neighbours)) % 17
    k = len(values)
    z = values - values.mean()
    for row_standardised in (1, 0):
        w = np.array([[float(j in neighbours[i]) for j in range(k)] for i in range(k)])
        if row_standardised:
            w /= np.maximum(1, w.sum(axis=1, keepdims=True))
        s0, s1, s2 = w.sum(), ((w + w.T) ** 2).sum() / 2, ((w.sum(axis=0) + w.sum(axis=1)) ** 2).sum()
        b2 = (z**4).mean() / (z**2).mean() ** 2
        normal = (k * k * s1 - k * s2 + 3 * s0**2) / ((k * k - 1) * s0**2) - 1 / (k - 1) ** 2
        dealt = k * ((k * k - 3 * k + 3) * s1 - k * s2 + 3 * s0**2) - b2 * ((k * k - k) * s1 - 2 * k * s2 + 6 * s0**2)
        row("moran", values, ";".join(" ".join(map(str, neighbours[i])) for i in range(k)), row_standardised,
            k / s0 * (z @ w @ z) / (z @ z), -1 / (k - 1), normal, dealt / ((k - 1) * (k - 2) * (k - 3) * s0**2) - 1 / (k - 1) ** 2, int((w.sum(axis=1) == 0).sum()))

# The same shuffles as ours, drawn by SplitMix64: values, neighbours, permutations, seed; p.
def splitmix(state):
    while True:
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        yield z ^ (z >> 31)


for seed in (1, 290):
    neighbours = islands
    values = rng.normal(0, 1, len(neighbours)) + np.arange(len(neighbours)) * 0.03
    z = values - values.mean()
    w = np.array([[1 / max(1, len(neighbours[i])) if j in neighbours[i] else 0 for j in range(len(z))] for i in range(len(z))])
    moran_i = lambda z: len(z) / w.sum() * (z @ w @ z) / (z @ z)
    expected, draws, dealt, count = -1 / (len(z) - 1), splitmix(seed), z.copy(), 0
    for _ in range(499):
        for last in range(len(z) - 1, 0, -1):
            other = next(draws) * (last + 1) >> 64
            dealt[last], dealt[other] = dealt[other], dealt[last]
        count += abs(moran_i(dealt) - expected) >= abs(moran_i(z) - expected) * (1 - 1e-9)
    row("permutation", values, ";".join(" ".join(map(str, neighbours[i])) for i in range(len(neighbours))), 499, seed, (1 + count) / 500)

# Over-dispersion: x, n, target, root scale; φ, p, τ², additive and multiplicative 95 % limits at n = 50.
for k, most, spread in ((12, 60, 0.0), (40, 300, 0.05), (290, 120, 0.02)):
    x, n = areas(k, most, spread)
    for root in (0, 1):
        to, back = (lambda p: np.arcsin(np.sqrt(p)), lambda a: np.sin(np.clip(a, 0, np.pi / 2)) ** 2) if root else (lambda p: p, lambda a: np.clip(a, 0, 1))
        target = 0.28
        error = lambda n: 1 / (2 * np.sqrt(n)) if root else np.sqrt(target * (1 - target) / n)
        z = (to(x / n) - to(target)) / error(n)
        z = np.clip(z, *np.quantile(z, [0.1, 0.9]))
        phi, w = (z**2).mean(), error(n) ** -2.0
        tau2 = max(0.0, (k * phi - (k - 1)) / (w.sum() - (w**2).sum() / w.sum()))
        reach = stats.norm.isf(0.025) * np.array([np.hypot(error(50), np.sqrt(tau2)), error(50) * np.sqrt(max(1, phi))])
        row("dispersion", x, n, target, root, [phi, stats.chi2.sf(k * phi, k), tau2], [back(to(target) - reach[0]), back(to(target) + reach[0])],
            [back(to(target) - reach[1]), back(to(target) + reach[1])])

# Ratios: observed, expected; φ and τ² on the plain and on the root scale, the systematic component of variation.
expected = rng.uniform(0.5, 60, 50)
observed = rng.poisson(expected * rng.gamma(10, 0.1, 50))
cells = []
for z, e in (((observed / expected - 1) * np.sqrt(expected), 1 / np.sqrt(expected)), (2 * (np.sqrt(observed) - np.sqrt(expected)), 0.5 / np.sqrt(expected))):
    z, w = np.clip(z, *np.quantile(z, [0.1, 0.9])), e**-2.0
    cells += [(z**2).mean(), max(0.0, ((z**2).sum() - 49) / (w.sum() - (w**2).sum() / w.sum()))]
scv = (((observed - expected) ** 2 / expected**2).sum() - (1 / expected).sum()) / 50
row("ratios", observed, expected, cells, scv)

# Marshall: x, n; shares, and rates with n as exposure.
for k, most, spread in ((10, 40, 0.1), (290, 200, 0.03), (30, 30, 0.0)):
    x, n = areas(k, most, spread)
    m, nbar = x.sum() / n.sum(), n.mean()
    s2 = (n * (x / n - m) ** 2).sum() / n.sum()
    a = max(0.0, (nbar * s2 - m * (1 - m)) / (nbar - 1))
    shares = m + (a / (a + (m * (1 - m) - a) / n)) * (x / n - m)
    a = max(0.0, s2 - m / nbar)
    row("marshall", x, n, shares, m + a / (a + m / n) * (x / n - m))

# Beta-binomial of highest likelihood: x, n; α, β (both empty where one share is best), then low and high 95 % posterior limits.
def likelihood(x, n, a, b):
    return (special.betaln(x + a, n - x + b) - special.betaln(a, b)).sum()


def score(x, n, a, b):
    d = special.digamma
    common = (d(n + a + b) - d(a + b)).sum()
    return [(d(x + a) - d(a)).sum() - common, (d(n - x + b) - d(b)).sum() - common]


drawn = [areas(*how) for how in ((10, 40, 0.2), (20, 15, 0.5), (40, 100, 0.05), (290, 60, 0.05), (290, 300, 0.01), (30, 2000, 0.002), (25, 20, 3.0))]
for x, n in drawn + [(np.array([3, 3, 4, 3, 2, 3]), np.full(6, 10))]:
    m = x.sum() / n.sum()
    slope_at_0 = ((x - n * m) ** 2).sum() / (m * (1 - m)) - n.sum()
    if slope_at_0 <= 0:
        row("beta_binomial", x, n, [], [], [])
        continue
    start = optimize.minimize(lambda t: -likelihood(x, n, *np.exp(t)), np.log([m * 10, (1 - m) * 10]), method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 4000}).x
    a, b = np.exp(optimize.root(lambda t: score(x, n, *np.exp(t)), start, tol=1e-14).x)
    row("beta_binomial", x, n, [a, b], stats.beta.ppf(0.025, x + a, n - x + b), stats.beta.isf(0.025, x + a, n - x + b))

# Variation: x, n, group; Theil's T, between; Gini; ICC(1).
for k, most, spread in ((12, 50, 0.1), (290, 400, 0.05)):
    x, n = areas(k, most, spread)
    group = np.arange(k) % 5
    s, rho = n / n.sum(), (x / n) / (x.sum() / n.sum())
    xg, ng = np.bincount(group, x), np.bincount(group, n)
    sg, rhog = ng / n.sum(), (xg / ng) / (x.sum() / n.sum())
    # Half the mean difference of all pairs of children, in parts of the mean.
    gini = (s[:, None] * s[None, :] * np.abs(rho[:, None] - rho[None, :])).sum() / 2
    # One-way analysis of variance of the answers themselves.
    answers = [np.r_[np.ones(a), np.zeros(b - a)] for a, b in zip(x, n)]
    every = np.concatenate(answers)
    msb = sum(len(a) * (a.mean() - every.mean()) ** 2 for a in answers) / (k - 1)
    msw = sum(((a - a.mean()) ** 2).sum() for a in answers) / (len(every) - k)
    n0 = (len(every) - (n**2).sum() / len(every)) / (k - 1)
    row("variation", x, n, group, special.xlogy(s * rho, rho).sum(), special.xlogy(sg * rhog, rhog).sum(), gini, (msb - msw) / (msb + (n0 - 1) * msw))

# Values: quartiles, coefficient of variation, extremal quotient; log-odds variance: median odds ratio, latent ICC.
for values in (rng.uniform(1, 9, 4), rng.gamma(2, 3, 21), rng.gamma(2, 3, 290)):
    row("values", values, np.quantile(values, [0.25, 0.5, 0.75]), values.std(ddof=1) / values.mean(), values.max() / values.min())
for variance in (0.01, 0.3, 2.0):
    row("log_odds", variance, np.exp(np.sqrt(2 * variance) * stats.norm.ppf(0.75)), variance / (variance + np.pi**2 / 3))

# Rank intervals: x, n, all at once; ranks of the own shares, first and last places.
for k, most, spread in ((6, 400, 0.3), (40, 2000, 0.2), (290, 300, 0.1)):
    x, n = areas(k, most, spread)
    for at_once in (0, 1):
        level = 0.025 / (k * (k - 1) / 2 if at_once else k - 1)
        p = x / n
        low = np.where(x > 0, stats.beta.ppf(level, np.maximum(x, 1), n - x + 1), 0)
        high = np.where(x < n, stats.beta.isf(level, x + 1, np.maximum(n - x, 1)), 1)
        above = p[:, None] - p[None, :] > np.sqrt(((p - low) ** 2)[:, None] + ((high - p) ** 2)[None, :])
        row("ranks", x, n, at_once, stats.rankdata(-p, method="min").astype(int), 1 + above.sum(axis=0), k - above.sum(axis=1))
