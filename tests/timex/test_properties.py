"""What holds for any text: words at their place, order, no overlap, same answer twice, no crash."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import ArgumentError
from timeline.model import TimeExpression
from timeline.timex import find_time_expressions, in_relation

LANGUAGES = ["en", "de", "es", "fr", "it"]
PIECES = [
    "March", "May", "3", "31", "2021", "1999", "last", "next", "this", "the", "Monday", "week",
    "weeks", "year", "years", "ago", "later", "of", "in", "on", "end", "early", "mid", "-",
    ",", ".", ":", "/", "'", "s", "\n\n", "to", "from", "between", "and", "quarter",
    "third", "a", "30", "10:30", "p.m.", "1980s", "3/4/2021", "2021-03-04", "every", "two", "hundred", "half",
    "vor", "zwei", "Jahren", "am", "il", "y", "deux", "ans", "el", "lunes", "due", "anni",
    "fa", "é", "\u200b", "𝟑", "٣", "Ⅻ", "\x00", "0000", "99999999999999999999", "00/00/0000", "32", "24:60",
    "9999", "Feb. 30", "29 February", "decade", "century",
]  # fmt: skip
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
)
anchors = st.one_of(st.none(), st.dates())


def check(text: str, found: list[TimeExpression]) -> None:
    end = 0
    for expression in found:
        assert text[expression.start : expression.end] == expression.text != ""
        assert expression.start >= end
        end = expression.end
        assert expression.value
        assert (expression.first is None) == (expression.last is None) == (expression.edtf == "")
        assert expression.first is None or expression.first <= expression.last  # type: ignore[operator]  # None here fails the test


@settings(max_examples=400, deadline=None)
@given(text=texts, anchor=anchors, language=st.sampled_from(LANGUAGES))
def test_words_stand_where_they_are_said_to_stand(text: str, anchor: date | None, language: str) -> None:
    found = find_time_expressions(text, anchor, language)
    check(text, found)
    assert found == find_time_expressions(text, anchor, language)
    for expression in in_relation(text, found, language):
        assert text[expression.start : expression.end] == expression.text


@settings(max_examples=100, deadline=None)
@given(texts)
def test_without_an_anchor_only_what_the_text_says_is_dated(text: str) -> None:
    for expression in find_time_expressions(text):
        assert expression.first is None or expression.basis in ("explicit", "inherited", "relative")


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2900, 1, 1)))
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    written = [
        f"{months[day.month - 1]} {day.day}, {day.year}",
        f"{day.day} {months[day.month - 1]} {day.year}",
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
    ]
    for text in written if 1000 <= day.year < 2200 else written[2:]:
        (found,) = find_time_expressions(text)
        assert (found.text, found.first, found.last, found.value) == (text, day, day, day.isoformat())


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_within_a_week_on_the_side_of_its_tense(anchor: date, number: int) -> None:
    name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][number]
    (past,) = find_time_expressions(f"The court ruled on {name}.", anchor)
    (future,) = find_time_expressions(f"The court will rule on {name}.", anchor)
    assert past.first is not None
    assert future.first is not None
    assert past.first.weekday() == future.first.weekday() == number
    assert 0 <= (anchor - past.first).days < 7
    assert 0 <= (future.first - anchor).days < 7


def test_an_anchor_must_be_a_date() -> None:
    with pytest.raises(ArgumentError, match="2023-05-24"):
        find_time_expressions("today", "soon")
    assert find_time_expressions("today", "")[0].value == "XXXX-XX-XX"
    assert find_time_expressions("today", "2023-05-24T10:00:00Z")[0].value == "2023-05-24"
