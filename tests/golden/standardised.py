"""Writes standardised.csv: directly standardised rates with fractions and scipy's quantiles, to be compared with ours.

pip install scipy==1.17.1; python standardised.py > standardised.csv
"""

from fractions import Fraction
from math import sqrt

from scipy.stats import gamma, norm

# Events, how many there are, and the weight of each stratum.
STRATA = [
    [(5, 100, 1000), (12, 250, 4000), (30, 300, 2500)],
    [(0, 40, 10), (10, 35, 1), (0, 12.5, 3)],
    [(107, 230_061, 0.18), (141, 329_449, 0.26), (60, 114_920, 0.2), (40, 39_487, 0.2), (39, 14_208, 0.1), (25, 3052, 0.06)],
    [(1_000_000, 1e9, 3), (2_000_000, 4e8, 1)],
    [(9, 20, 1), (1, 1000, 50), (4, 0, 0)],
]
TAIL = {0.95: 0.025, 0.998: 0.001}


def limits(kind, x, tail):
    if kind == "garwood":
        return gamma.ppf(tail, x), gamma.isf(tail, x + 1)
    z = norm.isf(tail)
    return x * max(0, 1 - 1 / (9 * x) - z / (3 * sqrt(x))) ** 3, (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * sqrt(x + 1))) ** 3


print("strata,limits,confidence,value,low,high")
for strata in STRATA:
    weighted = [tuple(map(Fraction, stratum)) for stratum in strata if stratum[2]]
    whole = sum(w for _, _, w in weighted)
    rate = float(sum(w * x / n for x, n, w in weighted) / whole)
    variance = float(sum(w**2 * x / n**2 for x, n, w in weighted) / whole**2)
    largest = float(max(w / n for _, n, w in weighted) / whole)
    events = int(sum(x for x, _, _ in weighted))
    text = ";".join(" ".join(map(str, stratum)) for stratum in strata)
    for confidence, tail in TAIL.items():
        for kind in ("garwood", "byar"):
            low, high = limits(kind, events, tail)
            scale = sqrt(variance / events)
            low, high = max(0.0, rate - scale * (events - low)), rate + scale * (high - events)
            print(f"{text},{kind},{confidence},{rate!r},{float(low)!r},{float(high)!r}")
        low = variance / rate * gamma.ppf(tail, rate**2 / variance)
        above, its = rate + largest, variance + largest**2
        high = its / above * gamma.isf(tail, above**2 / its)
        print(f"{text},fay_feuer,{confidence},{rate!r},{float(low)!r},{float(high)!r}")
