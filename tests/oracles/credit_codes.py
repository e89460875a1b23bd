"""Credit codes as python-stdnum sees them.

A question is a text. The answer has, split by tabs: the text without what stdnum passes over,
whether stdnum calls it valid, whether the last character is the check digit of the others, and the
check digit of the first seventeen characters.
"""

import sys

NOT_HERE = 77

try:
    from stdnum.cn import uscc
    from stdnum.exceptions import InvalidComponent, InvalidFormat, InvalidLength
except ModuleNotFoundError as missing:
    if missing.name.split(".")[0] != "stdnum":
        raise
    print("python-stdnum is not installed", file=sys.stderr)
    sys.exit(NOT_HERE)


def check_digit(text):
    """The check digit, or a dash where a letter has no value."""
    try:
        return uscc.calc_check_digit(text)
    except (ValueError, InvalidComponent, InvalidFormat, InvalidLength):
        return "-"


def answer(text):
    compact = uscc.compact(text)
    check = check_digit(compact[:17])
    fits = len(compact) == 18 and compact[17] == check
    return "\t".join([compact, str(uscc.is_valid(text)), str(fits), check])


questions = sys.stdin.read().split("\n")[:-1]
print("\n".join(answer(text) for text in questions))
