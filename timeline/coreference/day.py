"""Whether a mention's date is a day of its act: what a complaint says happened in February is no day of the complaint.

The words are those of ``data/coreference/words.csv``.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from timeline.coreference.determiner import determiner
from timeline.knowledge import read_csv
from timeline.model import EventDate, Mention

_UNKNOWN = EventDate()
_WEEK = timedelta(days=7)
_POSSESSIVE = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}$")
_DONE = re.compile(r"\b(?:filed|dated|issued|entered|signed|announced|reached|made|unsealed|returned)\b", re.IGNORECASE)


def own_date(mention: Mention) -> EventDate:
    """The mention's date, or none where its words stand in what the act says rather than tell when it was done."""
    return _UNKNOWN if dates_the_content(mention) else mention.date


def dates_the_content(mention: Mention) -> bool:
    """Whether the date stands in what an act says, the clause naming the act: "the complaint alleges that in May"."""
    if mention.date.start == mention.date.end:
        return False
    start, end = (place - mention.sentence_start for place in (mention.event.start, mention.event.end))
    day = mention.date.start - mention.sentence_start
    if not end <= day < len(mention.sentence):
        return False
    named, own, rest = (
        mention.sentence[max(0, start - 60) : start],
        mention.sentence[start:end],
        mention.sentence[end:day],
    )
    if _source().search(named) or words("before").match(own):
        return not _DONE.search(rest)
    return _is_known_noun(mention) and not _DONE.search(own + rest) and _says(own, rest)


def _is_known_noun(mention: Mention) -> bool:
    """Whether the trigger is a noun for an act that the reader knows of: "the complaint", "its suit", "Ohio's suit"."""
    low = mention.event.start - mention.sentence_start
    owned = _POSSESSIVE.search(mention.sentence[max(0, low - 40) : low]) is not None
    return "fact-noun" in mention.event.rule_ids and (owned or determiner(mention) in {"definite", "owned"})


@cache
def words(place: str) -> re.Pattern[str]:
    """The words of ``data/coreference/words.csv`` that stand ``place``: after, before, apart."""
    found = "|".join(row["words"] for row in read_csv("coreference/words.csv") if row["place"] == place)
    return re.compile(rf"\b(?:{found})", re.IGNORECASE)


@cache
def _source() -> re.Pattern[str]:
    """The words that make a source of what follows, with at most a determiner and two words to the trigger."""
    return re.compile(rf"{words('before').pattern}\s+(?:[\w’'-]+\s+){{0,3}}$", re.IGNORECASE)


def _says(own: str, rest: str) -> bool:
    """Whether the trigger ends in a word that tells what the act says, or such a word follows it at once."""
    return words("after").search(own) is not None or _saying().match(rest) is not None


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:\w+ly\s+|also\s+)?{words('after').pattern}", re.IGNORECASE)


def same_weekday(a: Mention, b: Mention) -> bool:
    """Whether one day is only a weekday that owns the act ("Tuesday's hearing") and the other that weekday a week off.

    Such a name points to a day that the text has told; the nearest such day is only a guess.
    """
    for named, told in ((a, b), (b, a)):
        first, other = named.date.first, told.date.first
        if first and other and abs(first - other) == _WEEK and _owns(named) and not _owns(told):
            return named.date.last == first and told.date.last == other
    return False


def _owns(mention: Mention) -> bool:
    low, high = (place - mention.sentence_start for place in (mention.date.start, mention.event.start))
    return mention.date.rule_id == "weekday" and low < high and bool(_POSSESSIVE.search(mention.sentence[low:high]))
