"""Writes funnel.csv: exact funnel limits and doubled p values as SciPy works them out, to be compared with ours.

pip install scipy==1.17.1; python funnel.py > funnel.csv

The lower limit is that of Spiegelhalter (2005), A.1.1; the upper one is the lower one of the counts that are left over.
"""

from scipy.stats import binom, poisson


def interpolated(r, at_most, chance, tail):
    """r less the part of it that lies outside."""
    return r - (at_most - tail) / chance


def outer(quantile, at_most, tail):
    r = int(quantile(tail))
    while r > 0 and at_most(r - 1) >= tail:
        r -= 1
    while at_most(r) < tail:
        r += 1
    return r


print("kind,size,target,tail,low,high,least_inside,most_inside,count,p")
for n, target in [(1, 0.5), (2, 0.02), (7, 0.3), (20, 0.1), (29, 0.67), (60, 0.5), (118, 0.26), (290, 0.003), (1_000, 0.91), (25_000, 0.25), (1_000_000, 0.4), (1_000_000_000, 0.3)]:
    for tail in (0.025, 0.001):
        x = binom(n, target)
        low = outer(x.ppf, x.cdf, tail)
        # The highest count that it or more of have a chance of at least the tail.
        high = int(x.isf(tail))
        while high < n and x.sf(high) >= tail:
            high += 1
        while x.sf(high - 1) < tail:
            high -= 1
        bottom = max(0.0, interpolated(low, x.cdf(low), x.pmf(low), tail)) / n
        top = min(n, high + (x.sf(high - 1) - tail) / x.pmf(high)) / n
        count = max(0, low - 1)
        p = min(1.0, 2 * min(x.cdf(count), x.sf(count - 1)))
        print(f"share,{n},{target!r},{tail},{float(bottom)!r},{float(top)!r},{low},{high},{count},{float(p)!r}")
for expected in [0.01, 0.5, 1.0, 3.7, 6.9, 12.5, 100.0, 2_345.6, 1e6, 1e9]:
    for tail in (0.025, 0.001):
        x = poisson(expected)
        low = outer(x.ppf, x.cdf, tail)
        high = int(x.isf(tail))
        while x.sf(high) >= tail:
            high += 1
        while x.sf(high - 1) < tail:
            high -= 1
        bottom = max(0.0, interpolated(low, x.cdf(low), x.pmf(low), tail)) / expected
        top = (high + (x.sf(high - 1) - tail) / x.pmf(high)) / expected
        count = high + 1
        p = min(1.0, 2 * min(x.cdf(count), x.sf(count - 1)))
        print(f"ratio,{expected!r},1.0,{tail},{float(bottom)!r},{float(top)!r},{low},{high},{count},{float(p)!r}")
for target in [0.5, 0.1, 0.02, 0.97, 0.0001]:
    for tail in (0.025, 0.001):
        n = 1
        while (1 - target) ** n >= tail and target**n >= tail:
            n += 1
        print(f"smallest,{n},{target!r},{tail},,,,,,")
