"""What a person asked for, and which events answer it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from timeline.dashboard.dataset import OPEN_HIGH, OPEN_LOW, Dataset, Mask
from timeline.dashboard.places import wanted_codes

_EPOCH = date(1970, 1, 1)
_LISTS = {
    "j": "jurisdictions",
    "a": "actors",
    "r": "roles",
    "t": "types",
    "f": "factuality",
    "p": "publishers",
    "s": "status",
}
_MAX_CHOICES, _MAX_TEXT = 200, 200


@dataclass(frozen=True, slots=True)
class Filters:
    """A choice in each facet (an empty one leaves everything in) and a period, in days since 1970-01-01.

    ``union_counts``: acts of the Union count for a member state that was chosen. ``surely``: only events that lie
    within the period whatever their exact day; else those that may lie in it. ``roles`` are those of the chosen
    actors, or of any actor when none is chosen.
    """

    jurisdictions: tuple[str, ...] = ()
    union_counts: bool = False
    actors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    factuality: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    surely: bool = False
    text: str = ""
    fresh: bool = False

    @property
    def active(self) -> bool:
        """Whether anything is asked for at all."""
        return self != Filters(union_counts=self.union_counts, surely=self.surely)


def read_filters(value: Mapping[str, Any] | None) -> Filters:
    """Filters from the page's JSON; what does not fit is left out, because anyone can write an address.

    >>> read_filters({"j": ["US-MT"], "from": "2023-05", "bad": 1}).since == (date(2023, 5, 1) - date(1970, 1, 1)).days
    True
    """
    value = value if isinstance(value, Mapping) else {}
    lists = {name: _strings(value.get(key)) for key, name in _LISTS.items()}
    since, until = partial_date(str(value.get("from") or "")), partial_date(str(value.get("to") or ""))
    return Filters(
        **lists,
        union_counts=value.get("eu") is True,
        since=(since[0] - _EPOCH).days if since else None,
        until=(until[1] - _EPOCH).days if until else None,
        surely=value.get("sure") is True,
        text=str(value.get("q") or "")[:_MAX_TEXT].strip().lower(),
        fresh=value.get("new") is True,
    )


def _strings(value: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(v) for v in value[:_MAX_CHOICES])) if isinstance(value, list) else ()


def partial_date(text: str) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day in ISO form; None for anything else.

    >>> partial_date("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    parts = text.strip().split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isascii() and p.isdigit() for p in parts) or len(parts[0]) != 4:
        return None
    year, month, day = (int(p) for p in [*parts, "0", "0"][:3])
    try:
        if len(parts) == 3:
            return date(year, month, day), date(year, month, day)
        if len(parts) == 2:
            following = date(year + month // 12, month % 12 + 1, 1)
            return date(year, month, 1), following - timedelta(days=1)
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def facet_masks(data: Dataset, filters: Filters) -> dict[str, Mask]:
    """For each thing that was asked for, the events that answer it; what was not asked for is absent."""
    masks: dict[str, Mask] = {}
    if filters.jurisdictions:
        known = data.jurisdictions
        masks["jurisdiction"] = known.match(
            wanted_codes(filters.jurisdictions, known.names, union_counts=filters.union_counts)
        )
    if filters.roles:
        masks["actor"] = data.parties.match(filters.actors, filters.roles)
    elif filters.actors:
        masks["actor"] = data.actors.match(set(filters.actors))
    for facet, chosen in (
        ("type", filters.types),
        ("factuality", filters.factuality),
        ("publisher", filters.publishers),
        ("status", filters.status),
    ):
        if chosen:
            masks[facet] = data.single[facet].match(set(chosen))
    if filters.since is not None or filters.until is not None:
        masks["period"] = within(data, filters.since, filters.until, surely=filters.surely)
    if filters.text:
        masks["text"] = contains(data, filters.text)
    if filters.fresh:
        masks["fresh"] = data.is_fresh
    return masks


def within(data: Dataset, since: int | None, until: int | None, *, surely: bool) -> Mask:
    """Events that lie in a period (both days inclusive), surely or possibly; an event without any day does neither."""
    first = OPEN_LOW + 1 if since is None else since
    end = OPEN_HIGH - 1 if until is None else until + 1
    mask = (data.low >= first) & (data.high <= end) if surely else (data.low < end) & (data.high > first)
    return mask & data.drawable


def contains(data: Dataset, text: str) -> Mask:
    """Events whose words hold every word of ``text``, in any order; a part in quotes counts as one."""
    mask = np.ones(data.size, bool)
    for part in dict.fromkeys(" ".join(_search_words(text)).split()):
        mask &= data.words.find(part)
    for phrase in (word for word in _search_words(text) if len(word.split()) > 1):
        rows = np.flatnonzero(mask)
        mask[rows] = pc.match_substring(data.haystack.take(pa.array(rows)), phrase).to_numpy()
    return mask


def _search_words(text: str) -> list[str]:
    """The words to look for.

    >>> _search_words('fine "app store" eu')
    ['app store', 'fine', 'eu']
    """
    parts = text.split('"')
    quoted = [p.strip() for p in parts[1::2] if p.strip()]
    return quoted + " ".join(parts[::2]).split()
