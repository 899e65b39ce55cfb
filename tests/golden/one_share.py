"""Writes one_share.csv: intervals and tests of one share as scipy works them out, to be compared with ours.

pip install scipy==1.17.1; python one_share.py > one_share.csv
"""

from scipy.stats import beta, binom, binomtest

COUNTS = [
    (0, 1), (1, 1), (0, 5), (1, 5), (5, 5), (0, 20), (1, 29), (13, 48), (19, 52), (31, 118), (81, 263), (549, 819), (3, 4),
    (44, 290), (1, 290), (289, 290), (290, 290), (1, 1_000_000), (499_999, 1_000_000), (123_456, 10_000_000),
]


def mid_p(x, n, p):
    """Twice the smaller tail, with half the chance of the count."""
    half = binom.pmf(x, n, p) / 2
    return min(1.0, 2 * (min(binom.cdf(x - 1, n, p), binom.sf(x, n, p)) + half))


print("method,successes,n,confidence or share,low or p,high")
for confidence in (0.95, 0.998):
    tail = {0.95: 0.025, 0.998: 0.001}[confidence]
    for x, n in COUNTS:
        both = binomtest(x, n).proportion_ci(confidence, method="wilsoncc")
        print(f"wilson_corrected,{x},{n},{confidence},{float(both.low)!r},{float(both.high)!r}")
        low = beta.ppf(tail, x, n - x + 1) if x else 0.0
        high = beta.isf(tail, x + 1, n - x) if x < n else 1.0
        print(f"clopper_pearson,{x},{n},{confidence},{float(low)!r},{float(high)!r}")
for share in (0.002, 0.25, 0.5, 0.7):
    for x, n in COUNTS:
        print(f"exact,{x},{n},{share},{float(binomtest(x, n, share).pvalue)!r}")
        print(f"mid_p,{x},{n},{share},{float(mid_p(x, n, share))!r}")
