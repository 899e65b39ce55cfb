"""Writes cross_tables.csv: tests of tables of counts as scipy works them out, the trend with fractions, to be compared with ours.

pip install scipy==1.17.1 mpmath==1.4.1; python cross_tables.py > cross_tables.csv
"""

from fractions import Fraction
from math import comb

import mpmath as mp
from scipy.stats import chi2_contingency

mp.mp.dps = 30

TWO_BY_TWO = [
    [[8, 2], [1, 5]], [[3, 1], [1, 3]], [[10, 10], [10, 10]], [[0, 9], [7, 2]], [[9, 0], [2, 7]], [[1, 0], [0, 1]],
    [[1, 1], [1, 0]], [[83, 3], [90, 3]], [[56, 14], [48, 32]], [[2, 100], [9, 120]], [[500, 480], [520, 530]], [[12, 5], [29, 2]],
    [[1, 9_999], [11, 29_989]], [[100, 900], [260, 1740]], [[1000, 1], [1, 1000]], [[40, 0], [1, 2]],
]
# Too large for a sum of fractions: the sum is taken with 30 digits, outwards from the most probable table.
LARGE = [[[300_500, 199_500], [299_000, 201_000]], [[120, 999_880], [170, 999_830]], [[500_000, 500_000], [500_000, 500_000]]]
LARGER_TABLES = [
    [[10, 20, 30], [6, 9, 17]], [[4, 0, 3, 9], [11, 2, 0, 1], [5, 5, 5, 6]], [[1, 2], [3, 4], [5, 60]],
    [[1_000_000, 1_000_100], [2_000_000, 2_000_000], [3, 5]],
]
TRENDS = [
    ([(83, 86), (90, 93), (129, 136), (70, 82)], [1, 2, 3, 4]),
    ([(12, 100), (15, 110), (22, 120)], [2021, 2022, 2024]),
    ([(40, 41), (30, 50), (0, 0), (3, 60)], [0, 1, 5, 2.5]),
    ([(5, 10), (10, 20), (50, 100)], [3, 2, 1]),
    ([(400_000, 1_000_000), (399_000, 1_000_000), (401_500, 1_000_000)], [-1, 0, 1]),
]


def fisher(table):
    """The two-sided sum, exactly."""
    (a, b), (c, d) = table
    row, other, column = a + b, c + d, a + c
    ways = {x: comb(row, x) * comb(other, column - x) for x in range(max(0, column - other), min(row, column) + 1)}
    most = ways[a] * (10**7 + 1)
    return float(Fraction(sum(way for way in ways.values() if way * 10**7 <= most), comb(row + other, column)))


def fisher_of_large(table):
    """The same in floating point of 30 digits, from the logarithm of each chance."""
    (a, b), (c, d) = table
    row, other, column = a + b, c + d, a + c
    ln = lambda n, k: mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)  # noqa: E731
    lowest, highest = max(0, column - other), min(row, column)
    mode = (row + 1) * (column + 1) // (row + other + 2)
    first = mp.exp(ln(row, mode) + ln(other, column - mode) - ln(row + other, column))
    chances = {mode: first}
    for step in (1, -1):
        x, chance = mode, first
        while lowest <= x + step <= highest and chance > mp.mpf(10) ** -40:
            if step == 1:
                chance *= mp.mpf((row - x) * (column - x)) / ((x + 1) * (other - column + x + 1))
            else:
                chance *= mp.mpf(x * (other - column + x)) / ((row - x + 1) * (column - x + 1))
            x += step
            chances[x] = chance
    most = chances[a] * (1 + mp.mpf("1e-7"))
    return float(min(1, mp.fsum(chance for chance in chances.values() if chance <= most)))


def trend(groups, scores):
    """χ² with one degree of freedom by the formula with sums of products, exactly."""
    t = [Fraction(score) for score in scores]
    found, all_ = sum(x for x, _ in groups), sum(n for _, n in groups)
    slope = sum(ti * (x * (all_ - found) - (n - x) * found) for ti, (x, n) in zip(t, groups))
    twice = sum(2 * t[i] * t[j] * groups[i][1] * groups[j][1] for i in range(len(t)) for j in range(i + 1, len(t)))
    variance = Fraction(found * (all_ - found), all_) * (sum(ti**2 * n * (all_ - n) for ti, (_, n) in zip(t, groups)) - twice)
    square = slope**2 / variance
    square = mp.mpf(square.numerator) / square.denominator
    return float(mp.sqrt(square)) * (-1 if slope < 0 else 1), float(mp.erfc(mp.sqrt(square / 2)))


def cells(table):
    return ";".join(" ".join(map(str, row)) for row in table)


print("method,table,statistic or p,degrees,p")
for table in TWO_BY_TWO + LARGER_TABLES + LARGE:
    found = chi2_contingency(table, correction=False)
    print(f"chi_squared,{cells(table)},{float(found.statistic)!r},{found.dof},{float(found.pvalue)!r}")
for table in TWO_BY_TWO + LARGE:
    found = chi2_contingency(table, correction=True)
    print(f"yates,{cells(table)},{float(found.statistic)!r},{found.dof},{float(found.pvalue)!r}")
    print(f"fisher,{cells(table)},{fisher_of_large(table) if table in LARGE else fisher(table)!r}")
for groups, scores in TRENDS:
    z, p = trend(groups, scores)
    print(f"trend,{cells([(x, n, t) for (x, n), t in zip(groups, scores)])},{z!r},{p!r}")
