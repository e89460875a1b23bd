"""Working days and due dates as chinese_calendar sees them.

The first question is the first and the last day, the second the numbers of days to a due date. The
answers are lines that begin with what they tell: a holiday, a make-up day, a day and whether it is
worked, or a day, a number and the due date.
"""

import datetime
import sys

NOT_HERE = 77
DAY = datetime.timedelta(days=1)
# Due dates of the last days lie here.
LAST = datetime.date(2026, 12, 31)

try:
    from chinese_calendar import is_workday
except ModuleNotFoundError as missing:
    if missing.name.split(".")[0] != "chinese_calendar":
        raise
    print("chinesecalendar is not installed", file=sys.stderr)
    sys.exit(NOT_HERE)

try:
    is_workday(LAST)
except NotImplementedError:
    print("chinesecalendar is too old to know 2026", file=sys.stderr)
    sys.exit(NOT_HERE)


def days(first, last):
    while first <= last:
        yield first
        first += DAY


def due(day, number):
    """The first working day on or after so many days."""
    day += number * DAY
    while not is_workday(day):
        day += DAY
    return day


def answers(first, last, numbers):
    for day in days(first, LAST):
        is_in_week = day.isoweekday() <= 5
        if is_in_week and not is_workday(day):
            yield f"holiday,{day}"
        if not is_in_week and is_workday(day):
            yield f"make-up,{day}"
    for day in days(first, last):
        yield f"worked,{day},{is_workday(day)}"
        for number in numbers:
            yield f"due,{day},{number},{due(day, number)}"


period, numbers = sys.stdin.read().split()
first, last = map(datetime.date.fromisoformat, period.split(","))
print("\n".join(answers(first, last, [int(number) for number in numbers.split(",")])))
