"""Bills, laws, cases and orders written differently: keys of letters and digits, full titles and short ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from timeline.merge.names import name_tokens, same_name
from timeline.model import Instrument

InstrumentKind = Literal["bill", "law", "case", "docket", "order", "regulation", "treaty"]
_PLAIN = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"(?<=[a-z]{3} )(?:19|20)\d\d$", re.IGNORECASE)  # "… Act 2018"; not "HR 2023"
_VERSUS = re.compile(r"\s+v(?:s|ersus)?\.?\s+", re.IGNORECASE)


def instrument_key(instrument: Instrument) -> str:
    """The instrument's key for comparison, of letters and digits only.

    >>> instrument_key(Instrument(0, 6, "SB 419", "SB 419", "bill"))
    'sb419'
    """
    return _plain(instrument.key or instrument.name)


@lru_cache(maxsize=65536)
def _plain(words: str) -> str:
    return _PLAIN.sub("", words.casefold())


def has_number(name: str) -> bool:
    """Whether an instrument is known by a number rather than by a name with or without its year.

    >>> has_number("SB 419"), has_number("Online Safety Act 2023"), has_number("Executive Order 20-99")
    (True, False, True)
    """
    return _NUMBER.search(_YEAR.sub("", name)) is not None


def is_numbered(instrument: Instrument) -> bool:
    """The same of an instrument, by its key where it has one.

    >>> is_numbered(Instrument(0, 6, "SB 419", "SB 419", "bill"))
    True
    """
    return has_number(instrument.key or instrument.name)


@lru_cache(maxsize=65536)
def same_instrument_name(first: str, second: str) -> bool:
    """Whether one name's words all stand in the other ("Assistance and Access Bill" in the full title).

    >>> same_instrument_name("TikTok v. Knudsen", "TikTok Inc. v. Austin Knudsen")
    True
    """
    sides = [_VERSUS.split(name, maxsplit=1) for name in (first, second)]
    if all(len(pair) == 2 for pair in sides):
        pairs = list(zip(*sides, strict=True))
        return all(same_name(a, b) or same_name(a, b, person=True) for a, b in pairs)
    short, long = sorted((set(name_tokens(first)), set(name_tokens(second))), key=len)
    return len(short) >= 2 and short <= long


_KINDS: tuple[tuple[str, InstrumentKind], ...] = (
    (r" v\.? |^C[-‑]\d", "case"),
    (r"^(?:[HS]\.?[BRF]|[HS]\.? ?(?:J|Con)\. ?Res|AB|LD|LB|A|S)\.? ?\d|\bBill\b", "bill"),
    (r"\b(?:Executive )?Order\b", "order"),
    (r"\b(?:Regulation|Directive|Decision|Rule)\b", "regulation"),
)


def instrument_kind(name: str) -> InstrumentKind:
    """What kind of instrument a name says it is; a law when nothing else.

    >>> instrument_kind("Alario v. Knudsen"), instrument_kind("SB 419"), instrument_kind("Digital Services Act")
    ('case', 'bill', 'law')
    """
    return next((kind for pattern, kind in _KINDS if re.search(pattern, name)), "law")
