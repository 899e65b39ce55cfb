"""Writes two_groups.csv: differences, ratios and tests of two groups as statsmodels and scipy work them out, to be compared with ours.

pip install scipy==1.17.1 statsmodels==0.15.0; python two_groups.py > two_groups.csv
"""

from math import exp, sqrt

from scipy.stats import beta, binomtest, norm
from scipy.stats.contingency import relative_risk
from statsmodels.stats.proportion import confint_proportions_2indep
from statsmodels.stats.rates import confint_poisson_2indep

SHARES = [
    (56, 70, 48, 80), (9, 10, 3, 10), (10, 10, 0, 20), (5, 56, 0, 29), (0, 10, 0, 20), (31, 118, 44, 290), (1, 29, 2, 31),
    (183, 368, 92, 368), (7, 7, 7, 7), (499_999, 1_000_000, 1_000, 2_000), (123_456, 10_000_000, 1, 9),
]
RATES = [
    (60, 51_477.5, 30, 54_308.7), (5, 100.0, 3, 300.5), (1, 12.25, 1, 90.0), (0, 10.0, 4, 25.0), (4, 25.0, 0, 10.0),
    (123, 1e6, 99, 2e6), (14_500, 1e9, 15_500, 1e9), (12, 50.0, 24, 100.0),
]
Z = {0.95: float(norm.isf(0.025)), 0.998: float(norm.isf(0.001))}
TAIL = {0.95: 0.025, 0.998: 0.001}

print("method,first,of,second,of,confidence,value or p,low,high")


def row(method, numbers, *found):
    print(",".join([method, *map(str, numbers), *(repr(float(number)) if number is not None else "none" for number in found)]))


for confidence in (0.95, 0.998):
    for x1, n1, x2, n2 in SHARES:
        low, high = confint_proportions_2indep(x1, n1, x2, n2, method="newcomb", compare="diff", alpha=1 - confidence)
        row("newcombe", (x1, n1, x2, n2, confidence), x1 / n1 - x2 / n2, low, high)
        if x1 and x2:
            ratio = relative_risk(x1, n1, x2, n2)
            both = ratio.confidence_interval(confidence)
            row("risk_ratio", (x1, n1, x2, n2, confidence), ratio.relative_risk, both.low, both.high)
    for x1, t1, x2, t2 in RATES:
        group = (x1, t1, x2, t2, confidence)
        low, high = confint_poisson_2indep(
            x1, t1, x2, t2, method="mover", compare="diff", alpha=1 - confidence, method_mover="exact-c")
        row("rate_difference", group, x1 / t1 - x2 / t2, low, high)
        if x1 and x2:
            value, width = x1 / t1 / (x2 / t2), Z[confidence] * sqrt(1 / x1 + 1 / x2)
            row("rate_ratio", group, value, value * exp(-width), value * exp(width))
        # The odds of a Beta number are a ratio of Gamma numbers, which need no 1 − p.
        low = beta.ppf(TAIL[confidence], x1, x2 + 1) if x1 else 0.0
        high = beta.isf(TAIL[confidence], x1 + 1, x2) if x2 else None
        row("rate_ratio_exact", group, x1 / t1 / (x2 / t2) if x2 else None, low / (1 - low) * t2 / t1,
            high / (1 - high) * t2 / t1 if x2 else None)
        if confidence == 0.95:
            row("rate_test", group, binomtest(x1, x1 + x2, t1 / (t1 + t2)).pvalue)
