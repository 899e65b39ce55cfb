"""Writes counts.csv: limits and tests of counts of events, worked out with 30 digits or by scipy, to be compared with ours.

pip install scipy==1.17.1 mpmath==1.4.1; python counts.py > counts.csv
"""

import mpmath as mp
from scipy.stats import gamma

mp.mp.dps = 30


def pmf(x, mean):
    return mp.exp(x * mp.log(mp.mpf(mean)) - mp.mpf(mean) - mp.loggamma(x + 1))


def exact(events, mean):
    """The sum of all chances that are not above that of the count, one by one."""
    most = pmf(events, mean) * (1 + mp.mpf("1e-7"))
    far = int(max(mean, events) + 60 * max(mean, events, 1) ** 0.5 + 60)
    return float(min(1, mp.fsum(chance for chance in (pmf(x, mean) for x in range(far)) if chance <= most)))


def mid_p(events, mean):
    below = mp.fsum(pmf(x, mean) for x in range(events))
    above = mp.fsum(pmf(x, mean) for x in range(events + 1, int(max(mean, events) + 60 * max(mean, events, 1) ** 0.5 + 60)))
    return float(min(1, 2 * (min(below, above) + pmf(events, mean) / 2)))


def byar(x, tail):
    z = mp.sqrt(2) * mp.erfinv(1 - 2 * mp.mpf(tail))
    ninth, third = mp.mpf(1) / 9, mp.mpf(1) / 3
    low = x * max(mp.mpf(0), 1 - ninth / x - third * z / mp.sqrt(x)) ** 3 if x else mp.mpf(0)
    return float(low), float((x + 1) * (1 - ninth / (x + 1) + third * z / mp.sqrt(x + 1)) ** 3)


print("method,events,confidence or expected,low or p,high")
for confidence, tail in ((0.95, "0.025"), (0.998, "0.001")):
    for x in (0, 1, 2, 3, 4, 5, 10, 17, 99, 100, 1000, 123_456, 10**9):
        low = gamma.ppf(float(tail), x) if x else 0.0
        print(f"garwood,{x},{confidence},{float(low)!r},{float(gamma.isf(float(tail), x + 1))!r}")
        low, high = byar(x, tail)
        print(f"byar,{x},{confidence},{low!r},{high!r}")
for expected in (0.01, 0.5, 1.0, 3.7, 10.0, 14.5, 123.25, 400.0):
    for x in (0, 1, 2, 3, 4, 9, 10, 11, 14, 15, 30, 100, 123, 150, 399, 400, 402):
        if abs(x - expected) < 12 * max(expected, 1) ** 0.5:
            print(f"exact,{x},{expected},{exact(x, expected)!r}")
            print(f"mid_p,{x},{expected},{mid_p(x, expected)!r}")
