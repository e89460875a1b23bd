"""Measures of how evenly something is spread, and intervals for paired differences.

A question begins with what it asks; values are whole numbers:
even,X,X,... -> Jain, Gini, largest share, Hirschman and Herfindahl, each as a fraction, or none;
                then the spread and the mean
interval,D,D,... -> the ends of the two-sided interval at 95 % for the mean, with 12 decimals, and the
                    variance

The coefficient of Gini is worked out of all differences of two, and not of ranks.
"""

import statistics
import sys
from fractions import Fraction

NOT_HERE = 77

try:
    from mpmath import betainc, findroot, mp, mpf, nstr, sqrt
except ModuleNotFoundError as missing:
    if missing.name != "mpmath":
        raise
    print("mpmath is not installed", file=sys.stderr)
    sys.exit(NOT_HERE)

mp.dps = 40


def even(values):
    count, whole = len(values), sum(values)
    spread, mean = max(values) - min(values), statistics.mean(values)
    if whole == 0:
        return ["none"] * 4 + [spread, mean]
    shares = [Fraction(value, whole) for value in values]
    index = sum(share * share for share in shares)
    apart = sum(abs(one - other) for one in values for other in values)
    gini = Fraction(apart, 2 * count * whole)
    return [1 / (count * index), gini, max(shares), index, spread, mean]


QUANTILES = {}


def quantile(degrees):
    """The point of Student's t that it stays within, either way, with probability 0.95."""
    if degrees not in QUANTILES:

        def outside(at):
            half = mpf(degrees) / 2
            return betainc(half, mpf(1) / 2, 0, degrees / (degrees + at * at), regularized=True)

        near = mpf(13) if degrees == 1 else mpf(2)
        QUANTILES[degrees] = findroot(lambda at: outside(at) - mpf("0.05"), near)
    return QUANTILES[degrees]


def interval(values):
    count, mean = len(values), statistics.mean(values)
    variance = statistics.variance(values)
    exact = mpf(variance.numerator) / variance.denominator
    half = quantile(count - 1) * sqrt(exact / count)
    middle = mpf(mean.numerator) / mean.denominator
    ends = [nstr(end * 10**12, 30, strip_zeros=False) for end in (middle - half, middle + half)]
    return [end.split(".")[0] for end in ends] + [variance]


ASKED = {"even": even, "interval": interval}


def answer(question):
    kind, *values = question.split(",")
    return " ".join(str(of) for of in ASKED[kind]([Fraction(value) for value in values]))


print("\n".join(answer(question) for question in sys.stdin.read().split()))
