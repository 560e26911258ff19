"""What publication and the word before a date leave of it, told as past or as coming."""

from __future__ import annotations

from datetime import date

import pytest

from timeline.dating.limits import within_limits
from timeline.model import EventDate, EventMention

PUBLISHED = date(2023, 5, 24)
# words before the date, event type, factuality, the date's days -> the days that are left
CASES = [
    ("The rule was adopted in ", "rule_adopted", "actual", ("2023-05-01", "2023-05-31"), ("2023-05-01", "2023-05-24")),
    ("The rule was adopted in ", "rule_adopted", "actual", ("2023-04-01", "2023-04-30"), ("2023-04-01", "2023-04-30")),
    ("A vote is due in ", "bill_advanced", "scheduled", ("2023-05-01", "2023-05-31"), ("2023-05-24", "2023-05-31")),
    ("A vote is due on ", "bill_advanced", "scheduled", ("2023-06-30", "2023-06-30"), ("2023-06-30", "2023-06-30")),
    ("A vote is due by ", "bill_advanced", "scheduled", ("2023-06-30", "2023-06-30"), ("2023-05-24", "2023-06-30")),
    ("Firms must comply by ", "in_force", "scheduled", ("2023-06-30", "2023-06-30"), ("2023-06-30", "2023-06-30")),
    (
        "Firms must comply by the end of ",
        "in_force",
        "scheduled",
        ("2023-06-30", "2023-06-30"),
        ("2023-05-24", "2023-06-30"),
    ),
    ("The curfew was in force until ", "in_force", "actual", ("2023-04-30", "2023-04-30"), (None, "2023-04-30")),
    ("The curfew was in force on ", "in_force", "actual", ("2023-04-30", "2023-04-30"), ("2023-04-30", "2023-04-30")),
    ("Exports are banned until ", "ban", "actual", ("2023-06-30", "2023-06-30"), (None, "2023-06-30")),
]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("before", "leaf", "factuality", "stated", "left"), CASES)
def test_publication_and_preposition_limit_a_date(before, leaf, factuality, stated, left):
    mention = EventMention(0, len(before), 0, len(before), 0, leaf, factuality, "past")
    day = EventDate(_day(stated[0]), _day(stated[1]), "day", start=len(before), end=len(before) + 4, text="then")
    found = within_limits(before + "then.", mention, day, PUBLISHED)
    assert (found.first, found.last) == (_day(left[0]), _day(left[1]))


def test_a_period_keeps_its_days():
    mention = EventMention(0, 6, 0, 6, 0, "ban", "actual", "past")
    day = EventDate(date(2023, 5, 1), date(2023, 8, 31), "interval")
    assert within_limits("banned from then to then", mention, day, PUBLISHED) == day


def test_an_unknown_day_of_publication_limits_nothing():
    mention = EventMention(0, 6, 0, 6, 0, "fine", "actual", "past")
    day = EventDate(date(2023, 5, 1), date(2023, 5, 31), "month", start=9, end=12)
    assert within_limits("fined in May", mention, day, None) == day
