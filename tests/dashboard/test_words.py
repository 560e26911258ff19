"""Dates in words, contrast of colours, links, markup."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from dash import html

from timeline.dashboard.highlight import Span, marked, web_address, words_address
from timeline.dashboard.markup import as_html, trees
from timeline.dashboard.palette import FIGURES, GROUP_STYLE, group_colour
from timeline.dashboard.words import date_words
from timeline.event_types import group_labels


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2023-05-24", "2023-05-24", "day", "24 May 2023"),
        ("2023-05-01", "2023-05-31", "month", "May 2023"),
        ("2023-01-01", "2023-12-31", "year", "2023"),
        ("2025-07-01", "2025-09-30", "quarter", "quarter 3 of 2025"),
        ("2024-01-01", "2024-06-30", "half", "first half of 2024"),
        ("2010-01-01", "2019-12-31", "decade", "the 2010s"),
        ("2024-06-03", "2024-06-09", "week", "week of 3 June 2024"),
        ("2024-01-01", "2024-04-30", "part", "between 1 January and 30 April 2024"),
        ("2023-05-01", "2023-05-23", "between", "between 1 and 23 May 2023"),
        ("2020-05-29", "2020-08-31", "interval", "29 May to 31 August 2020"),
        ("2019-12-30", "2020-01-02", "interval", "30 December 2019 to 2 January 2020"),
        (None, "2023-05-24", "open", "not after 24 May 2023"),
        ("2023-05-24", None, "open", "not before 24 May 2023"),
        ("2023-05-24", None, "interval", "since 24 May 2023"),
        (None, None, "unknown", "no date"),
    ],
)
def test_dates_in_words(start: str | None, end: str | None, precision: str, words: str) -> None:
    first, last = (date.fromisoformat(d) if d else None for d in (start, end))
    assert date_words(first, last, precision) == words


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_and_words_stand_out_from_their_ground(theme: str) -> None:
    look = FIGURES[theme]  # type: ignore[index]  # parametrize gives plain strings
    for ground in (look.paper, look.lane):
        for group in GROUP_STYLE:
            assert _contrast(group_colour(group, theme), ground) >= 3, (group, ground)  # type: ignore[arg-type]  # plain strings
        assert _contrast(look.ink, ground) >= 7
        assert _contrast(look.muted, ground) >= 4.5


def test_every_group_has_a_shape_of_its_own() -> None:
    assert GROUP_STYLE.keys() == group_labels().keys()
    assert all(a[0] != b[0] for a, b in combinations(GROUP_STYLE.values(), 2))


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://[", ""],
)
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    assert web_address(url) == ""
    assert words_address(url, "some words") == ""


def test_link_opens_the_source_at_the_words() -> None:
    assert (
        words_address("https://example.org/a", "A well-known case")
        == "https://example.org/a#:~:text=A%20well%2Dknown%20case"
    )


def test_marked_text_is_the_text_again() -> None:
    text = "The FTC sued Acme <b>Corp</b> on 3 May."
    spans = [Span(4, 7, "actor"), Span(8, 12, "event"), Span(8, 17, "actor"), Span(33, 38, "date"), Span(3, 3, "date")]
    parts = marked(text, 0, len(text), spans)
    assert "".join(p if isinstance(p, str) else p.children for p in parts) == text
    assert [p.className for p in parts if not isinstance(p, str)] == [
        "mark mark-actor",
        "mark mark-event",
        "mark mark-date",
    ]


def test_markup_escapes_words_and_values() -> None:
    node = html.A("<script>", href='" onclick="x', title="a & b")
    assert as_html(node) == '<a href="&quot; onclick=&quot;x" title="a &amp; b">&lt;script&gt;</a>'
    assert trees(node) == [["a", {"href": '" onclick="x', "title": "a & b"}, ["<script>"]]]
