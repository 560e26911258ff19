"""What measures are called: bill numbers, short and popular names, and the cases about them (``data/matters``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.instruments import find_instruments
from timeline.knowledge import read_csv
from timeline.merge.instrument_names import instrument_key, instrument_kind
from timeline.merge.names import name_tokens
from timeline.model import Document, Instrument
from timeline.sentences import split_sentences

_VERSUS = re.compile(r"\s+v(?:s|ersus)?\.?\s+", re.IGNORECASE)
_APOSTROPHES = str.maketrans("’‘", "''")
_HYPHENS = re.compile(r"[-‐‑–]")


@dataclass(frozen=True, slots=True)
class KnownMeasure:
    """A measure that goes by several names; ``keys`` are theirs and those of the cases about it.

    ``names`` are the popular ones, to be found in a text: without numbers, for every state has its SB 5.
    """

    id: str
    instrument: Instrument
    place: str
    keys: frozenset[str]
    names: tuple[str, ...]


def key_of(instrument: Instrument) -> str:
    """A key that is the same for all spellings: a case by its parties without legal forms, the rest by its own key.

    >>> key_of(Instrument(0, 0, "", "TikTok Inc. v. Garland", "case"))
    'tiktokvgarland'
    """
    sides = _VERSUS.split(instrument.name)
    if instrument.kind == "case" and len(sides) == 2 and "(" not in instrument.name:
        return "v".join("".join(c for word in name_tokens(side) for c in word if c.isalnum()) for side in sides)
    return instrument_key(instrument)


@lru_cache(maxsize=4096)
def instrument_called(name: str) -> Instrument:
    """The bill, law or case that a name by itself means.

    >>> instrument_called("Senate Bill 419").key, instrument_called("DSA").name
    ('sb 419', 'Digital Services Act')
    """
    page = Document("", name)
    found = find_instruments(page, split_sentences(page))
    if found and found[0].end - found[0].start >= len(name) - 2:
        return found[0]
    return _unread(name)


@cache
def known_measures() -> tuple[KnownMeasure, ...]:
    """The measures of ``data/matters/names.csv``."""
    found = []
    for row in read_csv("matters/names.csv"):
        aliases = tuple(filter(None, row["aliases"].split(";")))
        cases = tuple(filter(None, row["cases"].split(";")))
        instrument = instrument_called(row["name"])
        called = (row["name"], *aliases, *cases)
        keys = frozenset(key_of(i) for name in called for i in (instrument_called(name), _unread(name)))
        names = tuple(_plain(name) for name in (row["name"], *aliases) if not any(c.isdigit() for c in name))
        found.append(KnownMeasure(row["id"], instrument, row["jurisdiction"], keys, names))
    return tuple(found)


def _unread(name: str) -> Instrument:
    """The name as one that does not know its law would write it."""
    return Instrument(0, 0, "", name, instrument_kind(name))


def known_measure(key: str, place: str) -> KnownMeasure | None:
    """The known measure with this key in this place: its own, the state it is part of, or none told.

    A number says little: every state has its SB 419, so that one must be told of its own place.

    >>> [found.id for found in (known_measure("sb419", "US-MT"), known_measure("sb419", "US-OR")) if found]
    ['montana-sb-419']
    """
    return next((m for m in known_measures() if key in m.keys and _fits(m, key, place)), None)


def _fits(measure: KnownMeasure, key: str, told: str) -> bool:
    if told == measure.place:
        return True
    state, _, part = measure.place.partition("-")
    return told in {state, ""} and not (part and any(c.isdigit() for c in key))


def _plain(words: str) -> str:
    return _HYPHENS.sub("-", words.translate(_APOSTROPHES).casefold())


@cache
def _popular() -> re.Pattern[str]:
    names = sorted({name for measure in known_measures() for name in measure.names}, key=lambda n: (-len(n), n))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)


def with_plain_words(text: str) -> str:
    """A text with the popular names of measures replaced by "the law", for rules that ask what was done to a law.

    >>> with_plain_words("The court upheld PAFACA.")
    'The court upheld the law.'
    """
    return _popular().sub("the law", text.translate(_APOSTROPHES))


def measures_named(text: str) -> tuple[Instrument, ...]:
    """The bills, laws and orders that a text names, by number, title or popular name; each once.

    >>> [i.name for i in measures_named("A court upheld the divest-or-ban law, PAFACA.")]
    ['Protecting Americans from Foreign Adversary Controlled Applications Act']
    """
    page = Document("", text)
    told = [i for i in find_instruments(page, split_sentences(page)) if i.kind not in {"case", "docket"}]
    called = {match[0] for match in _popular().finditer(_plain(text))}
    told += [m.instrument for m in known_measures() if called & set(m.names)]
    return tuple({_one_key(i): i for i in told}.values())


def _one_key(instrument: Instrument) -> str:
    key = key_of(instrument)
    return next((m.id for m in known_measures() if key in m.keys), key)
