"""Thirds, deposits and shares, by Python's own exact numbers.

A question begins with what it asks; amounts are in yuan, shares in basis points:
third,AMOUNT -> the third to the nearest fen
deposit,PRICE,MONTHS,COVERED,LIMIT,MARGIN,CEILING -> the deposit, or none
share,OWN,WHOLE,SHARE -> below, at or above
"""

import decimal
import sys
from fractions import Fraction

FEN = decimal.Decimal("0.01")
decimal.getcontext().prec = 60


def third(amount):
    exact = decimal.Decimal(amount) / 3
    return str(exact.quantize(FEN, rounding=decimal.ROUND_HALF_UP))


def deposit(price, months, covered, limit, margin, ceiling):
    price, covered, ceiling = Fraction(price), Fraction(covered), Fraction(ceiling)
    amounts = []
    if int(months) > int(limit):
        # A third of whole fen is never half-way between two.
        amounts.append(Fraction(round(price * 100 / 3), 100))
    if price - covered > covered * Fraction(int(margin), 10_000):
        amounts.append(price - covered)
    if not amounts:
        return "none"
    fen = min(max(amounts), ceiling) * 100
    assert fen.denominator == 1
    yuan, rest = divmod(fen.numerator, 100)
    return f"{yuan}.{rest:02}"


def share(own, whole, points):
    own, limit = Fraction(int(own), int(whole)), Fraction(int(points), 10_000)
    if own == limit:
        return "at"
    return "above" if own > limit else "below"


ASKED = {"third": third, "deposit": deposit, "share": share}


def answer(question):
    kind, *fields = question.split(",")
    return ASKED[kind](*fields)


print("\n".join(answer(question) for question in sys.stdin.read().split()))
