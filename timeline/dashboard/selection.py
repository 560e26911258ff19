"""Filters applied: the events left, and how many each choice would leave, kept for the next question."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from timeline.dashboard.dataset import Dataset, Mask
from timeline.dashboard.filters import Filters, facet_masks
from timeline.dashboard.places import ONLY, ancestors

_KEPT = 24
T = TypeVar("T")


@dataclass
class _Kept:
    """Something that is made once."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    made: bool = False
    value: Any = None


@dataclass(frozen=True)
class Selection:
    """The events that answer ``filters``.

    The page asks several things at once about the same events: what one thread works out, the others wait for.
    """

    data: Dataset
    filters: Filters
    kept: dict[Hashable, _Kept] = field(default_factory=dict)

    def memo(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once and kept as long as this answer is."""
        kept = self.kept.setdefault(key, _Kept())
        with kept.lock:
            if not kept.made:
                kept.value, kept.made = make(), True
        return cast("T", kept.value)

    @property
    def masks(self) -> Mapping[str, Mask]:
        """The answer to each part of the question."""
        return self.memo("masks", lambda: facet_masks(self.data, self.filters))

    @property
    def mask(self) -> Mask:
        """Events that answer everything."""
        return self.but("")

    @property
    def rows(self) -> npt.NDArray[np.intp]:
        """Their rows, in the order of time."""
        return self._rows_but("")

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.rows)

    def but(self, facet: str) -> Mask:
        """Events that answer everything except the question about ``facet``."""
        facet = facet if facet in self.masks else ""
        return self.memo(("but", facet), lambda: self._but(facet))

    def _but(self, facet: str) -> Mask:
        mask = np.ones(self.data.size, bool)
        for name, answer in self.masks.items():
            if name != facet:
                mask &= answer
        return mask

    def _rows_but(self, facet: str) -> npt.NDArray[np.intp]:
        facet = facet if facet in self.masks else ""
        return self.memo(("rows but", facet), lambda: np.flatnonzero(self.but(facet)))

    def counts(self, facet: str) -> dict[str, int]:
        """Events per choice of a facet under all other filters; choices that would leave nothing are absent."""
        return self.memo(("counts", facet), lambda: self._counts(facet))

    def _counts(self, facet: str) -> dict[str, int]:
        if facet == "role":
            return self.data.parties.count_roles(self.but("actor"), self.filters.actors)
        if facet == "actor" and self.filters.roles:
            return self.data.parties.count_actors(self.but(facet), self.filters.roles)
        if facet == "actor":
            return _named(self.data.actors.names, self.data.actors.count(self.but(facet)))
        codes = self.data.single[facet]
        return _named(codes.names, codes.count(self._rows_but("type" if facet == "group" else facet)))

    def place_counts(self) -> dict[str, int]:
        """Events per jurisdiction with its parts, and per "=CODE" at that level alone, under all other filters."""
        return self.memo("place counts", self._place_counts)

    def _place_counts(self) -> dict[str, int]:
        mask = self.but("jurisdiction")
        data = self.data
        counts = _named(data.rollup.names, data.rollup.count(mask))
        exact = _named(data.jurisdictions.names, data.jurisdictions.count(mask))
        if self.filters.union_counts and "EU" in exact:
            union = data.jurisdictions.match({"EU"}) & mask
            both = _named(data.rollup.names, data.rollup.count(union))
            for code in counts:
                if code != "EU" and "EU" in ancestors(code):
                    counts[code] += exact["EU"] - both.get(code, 0)
        return counts | {ONLY + code: n for code, n in exact.items()}


def _named(names: list[str], counts: npt.NDArray[np.int64]) -> dict[str, int]:
    return {names[i]: int(counts[i]) for i in np.flatnonzero(counts)}


class Workspace:
    """The events an app shows, and the answers to recent questions; safe for several threads."""

    def __init__(self, data: Dataset) -> None:
        self._lock = threading.Lock()
        self._data = data
        self._version = 1
        self._answers: OrderedDict[tuple[int, Filters], Selection] = OrderedDict()

    @property
    def data(self) -> Dataset:
        """The events as they are now."""
        return self._data

    @property
    def version(self) -> int:
        """Raised by one with each change of the events."""
        return self._version

    def replace(self, data: Dataset) -> int:
        """Show other events from now on; returns the new version."""
        with self._lock:
            self._data = data
            self._version += 1
            self._answers.clear()
            return self._version

    def select(self, filters: Filters) -> Selection:
        """The events that answer ``filters``."""
        with self._lock:
            key = (self._version, filters)
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
            answer = self._answers[key] = Selection(self._data, filters)
            while len(self._answers) > _KEPT:
                self._answers.popitem(last=False)
        return answer
