"""The event table made ready for questions: days as integers, categories as codes, lists as flat arrays.

A million rows are filtered and counted in milliseconds because no string is touched: each column is an array of small
integers, and a list column is a pair of arrays (row, code).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from timeline.dashboard.distinct import distinct
from timeline.dashboard.parties import Parties, make_parties
from timeline.dashboard.places import ancestors
from timeline.dashboard.wordindex import WordIndex
from timeline.model import Document, Issue

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
T = TypeVar("T")

#: Stand-ins for a side that is not known, far outside any date that pandas can hold.
OPEN_LOW, OPEN_HIGH = -10_000_000, 10_000_000

#: facet -> column of single values
SINGLE_FACETS = {
    "type": "event_type",
    "group": "event_group",
    "factuality": "factuality",
    "publisher": "publisher",
    "status": "status",
}
_TEXT_COLUMNS = ("title", "sentence", "instrument", "publisher", "event_type")


@dataclass(frozen=True)
class Codes:
    """One small integer per row; -1 where the row has no value."""

    codes: Ints
    names: list[str]

    def count(self, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.int64]:
        """How many of ``rows`` there are per name."""
        return self._totals if len(rows) == len(self.codes) else self._count(self.codes.take(rows))

    @cached_property
    def _totals(self) -> npt.NDArray[np.int64]:
        return self._count(self.codes)

    def _count(self, codes: Ints) -> npt.NDArray[np.int64]:
        return np.bincount(codes + 1, minlength=len(self.names) + 1)[1:]

    def match(self, wanted: set[str]) -> Mask:
        """Rows whose value is among ``wanted``."""
        chosen = np.array([name in wanted for name in self.names] + [False])
        return chosen[self.codes]


@dataclass(frozen=True)
class ListCodes:
    """Pairs (row, code), sorted by row, each pair once."""

    rows: Ints
    codes: Ints
    names: list[str]
    size: int

    def count(self, mask: Mask) -> npt.NDArray[np.int64]:
        """Rows of ``mask`` per name."""
        if mask.all():
            return self._totals
        return np.bincount(self.codes[mask.take(self.rows)], minlength=len(self.names))

    @cached_property
    def _totals(self) -> npt.NDArray[np.int64]:
        return np.bincount(self.codes, minlength=len(self.names))

    def match(self, wanted: set[str]) -> Mask:
        """Rows with at least one value among ``wanted``."""
        chosen = np.array([name in wanted for name in self.names], bool)
        mask = np.zeros(self.size, bool)
        if len(chosen):
            mask[self.rows[chosen[self.codes]]] = True
        return mask


@dataclass(frozen=True)
class Dataset:
    """Events in the order of time (undated last) with everything the dashboard asks of them.

    ``low`` is the first day on which an event can lie and ``high`` the day after the last, as days since 1970-01-01;
    OPEN_LOW and OPEN_HIGH stand for a side that is not known.
    """

    events: pd.DataFrame
    evidence: pd.DataFrame
    documents: Mapping[str, Document]
    issues: Sequence[Issue] = ()
    fresh: frozenset[str] = frozenset()
    low: Ints = field(default_factory=lambda: np.empty(0, np.int32))
    high: Ints = field(default_factory=lambda: np.empty(0, np.int32))
    single: Mapping[str, Codes] = field(default_factory=dict)

    @cached_property
    def _kept(self) -> dict[str, Any]:
        return {}

    def memo(self, name: str, make: Callable[[], T]) -> T:
        """What ``make`` gives, kept as long as the events are."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("T", self._kept[name])

    @property
    def size(self) -> int:
        """Number of events."""
        return len(self.events)

    @cached_property
    def drawable(self) -> Mask:
        """Events with a known day on at least one side."""
        return (self.low > OPEN_LOW) | (self.high < OPEN_HIGH)

    @cached_property
    def undated(self) -> Mask:
        """Events that no text dates: nothing is known, or bounds alone."""
        return ~self.drawable | self.events["date_basis"].isin(["bounded", "unknown"]).to_numpy(bool)

    @cached_property
    def coming(self) -> Mask:
        """Events of the kind that one waits for: deadlines, entries into force, whatever is scheduled or expected."""
        role = self.events["date_role"].isin(["deadline", "expected", "effective"]).to_numpy(bool)
        real = self.events["factuality"]
        return (role | (real == "scheduled").to_numpy(bool)) & (real != "denied").to_numpy(bool)

    @cached_property
    def is_fresh(self) -> Mask:
        """Events that were added last."""
        return self.events["event_id"].isin(self.fresh).to_numpy(bool)

    @cached_property
    def extent(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
        """First day to draw an event at and the day after the last; one with an open side stands at the known one."""
        low, high = self.low.astype(float), self.high.astype(float)
        return np.where(self.low == OPEN_LOW, high - 1, low), np.where(self.high == OPEN_HIGH, low + 1, high)

    @cached_property
    def reach(self) -> tuple[float, float] | None:
        """The first day of all events that can be drawn and the day after the last; None without any."""
        low, high = self.extent
        rows = np.flatnonzero(self.drawable)
        return (float(low[rows].min()), float(high[rows].max())) if len(rows) else None

    @cached_property
    def middle(self) -> npt.NDArray[np.float64]:
        """Where an event stands when one point must do: the middle of its days, or the side that is known."""
        low, high = self.low.astype(float), self.high.astype(float)
        return np.where(self.low == OPEN_LOW, high - 0.5, np.where(self.high == OPEN_HIGH, low + 0.5, (low + high) / 2))

    @cached_property
    def actors(self) -> ListCodes:
        """Actors by event."""
        return _list_codes(self.events["actors"])

    @cached_property
    def parties(self) -> Parties:
        """Actors by event with the roles they have in it."""
        return make_parties(self.events["actor_roles"])

    @cached_property
    def jurisdictions(self) -> ListCodes:
        """Jurisdiction codes by event, as they stand in the table."""
        return _list_codes(self.events["jurisdictions"])

    @cached_property
    def rollup(self) -> ListCodes:
        """Jurisdiction codes by event with all that stand above them, so that a whole counts its parts once."""
        exact = self.jurisdictions
        chains = [ancestors(name) for name in exact.names]
        names = sorted(set(chain.from_iterable(chains)))
        index = {name: i for i, name in enumerate(names)}
        pairs = [np.empty(0, np.int64)]
        for depth in range(max(map(len, chains), default=0)):
            above = np.array([index[c[depth]] if depth < len(c) else -1 for c in chains], np.int64)[exact.codes]
            pairs.append((exact.rows.astype(np.int64) * len(names) + above)[above >= 0])
        keys = distinct(np.concatenate(pairs))
        width = max(len(names), 1)
        return ListCodes((keys // width).astype(np.int32), (keys % width).astype(np.int32), names, self.size)

    @cached_property
    def matters(self) -> Codes:
        """Matter by event; -1 for an event that belongs to none."""
        return _codes(self.events["matter_id"])

    @cached_property
    def haystack(self) -> pa.ChunkedArray:
        """All words of an event in lower case, for free text."""
        columns = [
            pc.fill_null(pa.chunked_array([pa.array(self.events[name], pa.large_string())]), "")
            for name in _TEXT_COLUMNS
        ]
        lists = [
            pa.chunked_array([pa.array([" ".join(v) for v in self.events[name]], pa.large_string())])
            for name in ("actors", "jurisdiction_names")
        ]
        return pc.utf8_lower(pc.binary_join_element_wise(*columns, *lists, pa.scalar(" ", pa.large_string())))

    @cached_property
    def words(self) -> WordIndex:
        """Which events hold a part of a word."""
        return WordIndex(self.haystack)

    @cached_property
    def matter_names(self) -> list[str]:
        """What each matter is about: the instrument that its events name first, else the title of its first event."""
        codes = self.matters.codes
        titles, instruments = self.events["title"], self.events["instrument"]
        names = [""] * len(self.matters.names)
        for column, rows in (
            (titles, np.flatnonzero(codes >= 0)),
            (instruments, np.flatnonzero((codes >= 0) & (instruments != "").to_numpy(bool))),
        ):
            first = np.full(len(names), -1)
            first[codes[rows[::-1]]] = rows[::-1]  # the last one written is the first in time
            found = np.flatnonzero(first >= 0)
            for code, name in zip(found, column.iloc[first[found]], strict=True):
                names[code] = str(name)
        return names

    @cached_property
    def _ranks(self) -> dict[str, npt.NDArray[np.int64]]:
        return {}

    def ranks(self, column: str) -> npt.NDArray[np.int64]:
        """A number per row that sorts as the column does; lists sort by their words, empty values last."""
        if column == "date_start":
            return np.arange(self.size)
        if column not in self._ranks:
            values = self.events[column]
            if values.dtype == object:
                values = values.map(lambda v: ", ".join(map(str, v)) if isinstance(v, list) else v)
            codes, names = pd.factorize(values.where(values != ""), sort=True)
            self._ranks[column] = np.where(codes < 0, len(names), codes)
        return self._ranks[column]

    @cached_property
    def _positions(self) -> pd.Index[Any]:
        index: pd.Index[Any] = pd.Index(self.events["event_id"].to_numpy(object))
        return index

    def warm(self) -> None:
        """Make what the first questions need, so that with very many events no click has to wait for it."""
        for name in (
            "rollup",
            "actors",
            "parties",
            "matters",
            "undated",
            "coming",
            "middle",
            "extent",
            "words",
            "matter_names",
        ):
            getattr(self, name)

    def position(self, event_id: str) -> int | None:
        """The row of an event, or None when the table has no such event."""
        try:
            return int(np.asarray(self._positions.get_loc(event_id)).flat[0])
        except KeyError:
            return None

    @cached_property
    def _evidence_rows(self) -> dict[str, npt.NDArray[np.intp]]:
        groups = self.evidence.groupby("event_id", sort=False).indices
        return {str(key): np.asarray(rows, np.intp) for key, rows in groups.items()}

    def evidence_of(self, event_id: str) -> pd.DataFrame:
        """The evidence rows of an event, as they stand in the evidence table."""
        return self.evidence.iloc[self._evidence_rows.get(event_id, np.empty(0, np.intp))]


def make_dataset(
    events: pd.DataFrame,
    evidence: pd.DataFrame,
    documents: Mapping[str, Document],
    issues: Sequence[Issue] = (),
    fresh: frozenset[str] = frozenset(),
) -> Dataset:
    """Sort the events by time, undated last, and turn their columns into arrays."""
    low, high = _days(events["date_start"], OPEN_LOW), _days(events["date_end"], OPEN_HIGH - 1) + 1
    known = np.where(low > OPEN_LOW, low, np.where(high < OPEN_HIGH, high - 1, OPEN_HIGH))
    order = np.lexsort((high, known))
    events = events.iloc[order].reset_index(drop=True)
    single = {facet: _codes(events[column]) for facet, column in SINGLE_FACETS.items()}
    return Dataset(events, evidence, documents, issues, fresh, low[order], high[order].astype(np.int32), single)


def _days(column: pd.Series[Any], missing: int) -> Ints:
    values = column.to_numpy("datetime64[D]")
    days = values.astype(np.int64)
    days[np.isnat(values)] = missing
    return days.astype(np.int32)


def _codes(column: pd.Series[Any]) -> Codes:
    codes, names = pd.factorize(column.where(column != ""), sort=True)
    return Codes(codes.astype(np.int32), [str(name) for name in names])


def _list_codes(column: pd.Series[Any]) -> ListCodes:
    lists = column.to_numpy()
    lengths = np.fromiter((len(v) for v in lists), np.int64, len(lists))
    flat = np.empty(int(lengths.sum()), object)
    flat[:] = list(chain.from_iterable(lists))
    codes, names = pd.factorize(flat, sort=True)
    rows = np.repeat(np.arange(len(lists)), lengths)
    width = max(len(names), 1)
    keys = distinct(rows * width + codes)
    return ListCodes(
        (keys // width).astype(np.int32), (keys % width).astype(np.int32), [str(n) for n in names], len(lists)
    )
