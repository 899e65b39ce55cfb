"""Writes special.csv: chances and quantiles worked out with 40 and more digits, to be compared with ours.

pip install mpmath==1.4.1 scipy==1.17.1; python special.py > special.csv
"""

import mpmath as mp
from scipy import stats as sp  # only for a place to start from

mp.mp.dps = 40


def beta_tails(a, b, x):
    """Lower and upper tail of Beta(a, b) at x, by the continued fraction of the smaller one."""
    a, b, x = mp.mpf(a), mp.mpf(b), mp.mpf(x)

    def fraction(a, b, x):
        n, c = a + b, mp.mpf(1)
        d = 1 / (1 - n * x / (a + 1))
        h = d
        for m in range(1, 1_000_000):
            even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d, c = 1 / (1 + even * d), 1 + even / c
            h *= c * d
            odd = -(a + m) * (n + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d, c = 1 / (1 + odd * d), 1 + odd / c
            h *= c * d
            if abs(c * d - 1) < mp.mpf(10) ** -32:
                break
        else:
            raise ArithmeticError("no end")
        power = a * mp.log(x) + b * mp.log1p(-x) + mp.loggamma(n) - mp.loggamma(a + 1) - mp.loggamma(b)
        return mp.exp(power) * h

    if x * (a + b + 2) <= a + 1:
        low = fraction(a, b, x)
        return low, 1 - low
    high = fraction(b, a, 1 - x)
    return 1 - high, high


def gamma_tails(a, x):
    """Lower and upper tail of Gamma(a, 1) at x, by series or continued fraction."""
    a, x = mp.mpf(a), mp.mpf(x)
    power = a * mp.log(x) - x - mp.loggamma(a + 1)
    if x < a + 1:
        total = term = mp.mpf(1)
        k = 0
        while term > total * mp.mpf(10) ** -34:
            k += 1
            term *= x / (a + k)
            total += term
        low = mp.exp(power) * total
        return low, 1 - low
    b = x + 1 - a
    c, d = mp.mpf(10) ** 50, 1 / b
    h = d
    k = 0
    while True:
        k += 1
        b += 2
        d = 1 / (-k * (k - a) * d + b)
        c = b - k * (k - a) / c
        h *= c * d
        if abs(c * d - 1) < mp.mpf(10) ** -32:
            break
    high = mp.exp(power) * a * h
    return 1 - high, high


def row(name, *numbers):
    print(",".join([name] + [mp.nstr(mp.mpf(number), 17, min_fixed=0, max_fixed=0) for number in numbers]))


print("function,first,second,third,value")
for z in (-38, -30.5, -12, -5, -1.96, -0.1, 0, 0.3, 2, 6.5):
    row("normal_cdf", z, 0, 0, mp.ncdf(z))
for p in (1e-300, 1e-50, 1e-12, 0.001, 0.025, 0.1, 0.49, 0.5, 0.8, 0.975, 0.999):
    row("normal_quantile", p, 0, 0, mp.findroot(lambda z: mp.log(mp.ncdf(z)) - mp.log(mp.mpf(p)),
        -mp.sqrt(-2 * mp.log(p)) if p < 0.01 else mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1)))
for x in (1e-10, 0.3, 1.5, 14.9, 15.1, 171, 1e6, 1e12):
    row("ln_gamma", x, 0, 0, mp.loggamma(x))
for n, k in ((1, 1), (10, 3), (60, 30), (1000, 2), (10**6, 499_999), (10**9, 1), (10**9, 123_456_789)):
    row("ln_binomial", n, k, 0, mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1))

# a, b and how many standard deviations from the mean.
PARAMETERS = [(0.01, 3), (0.5, 0.5), (1, 1), (1, 10**9), (2, 30), (5, 2e7), (13, 36), (800, 300), (3e4, 2e5), (1e6, 1e9),
              (2e7, 2e7), (1.2e7, 9e8), (5e8, 3e8)]
for a, b in PARAMETERS:
    mean, spread = a / (a + b), (a * b / (a + b) ** 2 / (a + b + 1)) ** 0.5
    for z in (-30, -8, -3, -0.7, 0, 0.4, 2, 6, 25):
        x = mean + z * spread
        if 0 < x < 1:
            low, high = beta_tails(a, b, x)
            if low > 1e-290:
                row("beta_cdf", a, b, x, low)
            if high > 1e-290:
                row("beta_survival", a, b, x, high)
for a in (0.01, 0.5, 1, 2, 11, 16, 500, 3e4, 1e6, 2e7, 1e9):
    for z in (-30, -8, -3, -0.7, 0, 0.4, 2, 6, 25):
        x = a + z * a ** 0.5
        if x > 0:
            low, high = gamma_tails(a, x)
            if low > 1e-290:
                row("gamma_cdf", a, x, 0, low)
            if high > 1e-290:
                row("gamma_survival", a, x, 0, high)
for n, p in ((1, 0.3), (20, 0.02), (290, 0.27), (10**4, 0.5), (10**6, 1e-5), (10**9, 0.27)):
    for z in (-20, -3, 0, 1, 30):
        x = round(n * p + z * (n * p * (1 - p)) ** 0.5)
        if 0 <= x <= n:
            ways = mp.loggamma(n + 1) - mp.loggamma(x + 1) - mp.loggamma(n - x + 1)
            row("binomial_pmf", x, n, p, mp.exp(ways + x * mp.log(mp.mpf(p)) + (n - x) * mp.log1p(-mp.mpf(p))))
            row("binomial_cdf", x, n, p, 1 if x == n else beta_tails(x + 1, n - x, p)[1])
for mean in (0.01, 1, 14.5, 400, 1e6, 1e9):
    for z in (-20, -3, 0, 1, 30):
        x = round(mean + z * mean ** 0.5)
        if x >= 0:
            row("poisson_pmf", x, mean, 0, mp.exp(x * mp.log(mp.mpf(mean)) - mean - mp.loggamma(x + 1)))
            row("poisson_survival", x, mean, 0, gamma_tails(x + 1, mean)[0])


def solved(tail, start, p):
    """Where the tail is p, near a place."""
    return mp.findroot(lambda t: mp.log(tail(t)) - mp.log(mp.mpf(p)), (start - 1e-6, start + 1e-6), solver="anderson",
                       tol=1e-22, maxsteps=60, verify=False)


def share(t):
    return 1 / (1 + mp.exp(-t))


for a, b in [(1, 1e9), (2, 30), (13, 36), (0.5, 0.5), (800, 300), (3e4, 2e5)]:
    for p in (1e-12, 0.001, 0.025, 0.5, 0.9, 0.999):
        x = mp.mpf(float(sp.beta.ppf(p, a, b)))
        t = solved(lambda t: beta_tails(a, b, share(t))[0], mp.log(x / (1 - x)), p)
        row("beta_quantile", a, b, p, share(t))
for a in (0.5, 1, 11, 16.5, 500, 3e4, 1e6):
    for p in (1e-12, 0.001, 0.025, 0.5, 0.9, 0.999):
        t = solved(lambda t: gamma_tails(a, mp.exp(t))[0], mp.log(float(sp.gamma.ppf(p, a))), p)
        row("gamma_quantile", a, p, 0, mp.exp(t))
