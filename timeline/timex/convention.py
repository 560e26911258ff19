"""What a whole document says about its dates: the order of day and month in figures, and years told once for two dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.timex import periods
from timeline.timex.meanings import Find, Fixed, MonthDay, Named
from timeline.timex.tokens import Tokens

_YEAR_REACH = 4  # tokens between two dates of which the second tells the year of both: "May 29 through at least June 3, 2020"


def apply_conventions(finds: Sequence[Find], tokens: Tokens) -> list[Find]:
    """The finds with the document's own order of day and month, and shared years filled in."""
    return _share_years(_order_figures(finds, tokens), tokens)


def day_comes_first(tokens: Tokens) -> bool | None:
    """Whether dates in figures are day/month here: told by those with a part above 12; ``None`` when none or both kinds are.

    >>> from timeline.timex.tokens import tokenize
    >>> day_comes_first(tokenize("from 3/4/2021 to 25/4/2021"))
    True
    """
    seen = set()
    for word in tokens.words:
        sign = "/" if "/" in word else "-"
        pieces = word.split(sign)
        if word[0].isdigit() and len(pieces) == 3 and all(piece.isdigit() for piece in pieces) and len(pieces[0]) <= 2:
            if int(pieces[0]) > 12 >= int(pieces[1]):
                seen.add(True)
            elif int(pieces[1]) > 12 >= int(pieces[0]):
                seen.add(False)
    return seen.pop() if len(seen) == 1 else None


def _order_figures(finds: Sequence[Find], tokens: Tokens) -> list[Find]:
    if not any(isinstance(find.meaning, Fixed) and find.meaning.alternatives for find in finds):
        return list(finds)
    first = day_comes_first(tokens)
    return [_ordered(find, tokens, first) for find in finds]


def _ordered(find: Find, tokens: Tokens, day_first: bool | None) -> Find:
    meaning = find.meaning
    if day_first is None or not isinstance(meaning, Fixed) or not meaning.alternatives:
        return find
    word = next((word for word in tokens.words[find.start : find.end] if word[0].isdigit()), "")
    day = int(word.replace("-", "/").split("/")[0 if day_first else 1])
    fitting = [p for p in (meaning.period, *meaning.alternatives) if (limits := periods.bounds(p)) and limits[0].day == day]
    return replace(find, meaning=Fixed(fitting[0])) if fitting else find


def _share_years(finds: list[Find], tokens: Tokens) -> list[Find]:
    """ "between 29 May and 31 August 2020": the year of the later date is the earlier one's too."""
    result = list(finds)
    for at in range(len(result) - 2, -1, -1):
        here, after = result[at], result[at + 1]
        if after.start - here.end <= _YEAR_REACH and isinstance(after.meaning, Fixed) and _links(tokens, here.end, after.start):
            found = _with_year(here.meaning, after.meaning.period)
            result[at] = replace(here, meaning=found) if found else here
    return result


def _links(tokens: Tokens, start: int, end: int) -> bool:
    return all(word.isalpha() and word.islower() or word in ("-", "–", "—", ",") for word in tokens.words[start:end])


def _with_year(meaning: object, later: periods.Period) -> Fixed | None:
    limits = periods.bounds(later)
    if limits is None or later.unit not in ("day", "month"):
        return None
    end = limits[1]
    if isinstance(meaning, MonthDay) and meaning.pick is None:
        period = periods.day(end.year - ((meaning.month, meaning.day) > (end.month, end.day)), meaning.month, meaning.day)
        return Fixed(period) if period else None
    if isinstance(meaning, Named) and meaning.unit == "month" and meaning.pick is None:
        return Fixed(periods.in_year("month", end.year - (meaning.number > end.month), meaning.number))
    return None
