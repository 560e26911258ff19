"""Who is in which event in what role: triples of numbers, so that an actor and a role are asked of the same person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from timeline.dashboard.distinct import distinct

Ints = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Parties:
    """Triples (row, actor, role), sorted and each once; ``actor_names`` and ``role_names`` say what the codes mean."""

    rows: Ints
    actors: Ints
    roles: Ints
    actor_names: list[str]
    role_names: list[str]
    size: int

    def match(self, actors: Iterable[str], roles: Iterable[str]) -> Mask:
        """Rows in which one of ``actors`` (of all, when none is given) has one of ``roles`` (any, when none is)."""
        mask = np.zeros(self.size, bool)
        mask[self.rows[self.chosen(actors, roles)]] = True
        return mask

    def chosen(self, actors: Iterable[str], roles: Iterable[str]) -> Mask:
        """The triples of these actors in these roles; a choice that is empty lets all through."""
        keep = np.ones(len(self.rows), bool)
        for wanted, names, codes in (
            (set(actors), self.actor_names, self.actors),
            (set(roles), self.role_names, self.roles),
        ):
            if wanted and names:
                keep &= np.array([name in wanted for name in names])[codes]
        return keep

    def pairs(self, roles: Iterable[str]) -> tuple[Ints, Ints]:
        """(rows, actors) in one of ``roles``, each pair once."""
        keep = self.chosen((), roles)
        rows, actors = self.rows[keep], self.actors[keep]
        new = np.ones(len(rows), bool)
        new[1:] = (rows[1:] != rows[:-1]) | (actors[1:] != actors[:-1])
        return rows[new], actors[new]

    def count_actors(self, mask: Mask, roles: Iterable[str]) -> dict[str, int]:
        """Rows of ``mask`` per actor who has one of ``roles`` in them."""
        rows, actors = self.pairs(roles)
        return _named(self.actor_names, np.bincount(actors[mask[rows]], minlength=len(self.actor_names)))

    def count_roles(self, mask: Mask, actors: Sequence[str]) -> dict[str, int]:
        """Rows of ``mask`` per role that one of ``actors`` has in them."""
        rows, roles = self._of(actors) if actors else self._of_all
        return _named(self.role_names, np.bincount(roles[mask.take(rows)], minlength=len(self.role_names)))

    @cached_property
    def _of_all(self) -> tuple[Ints, Ints]:
        return self._of(())

    def _of(self, actors: Iterable[str]) -> tuple[Ints, Ints]:
        """(rows, roles) of ``actors``, each pair once."""
        keep = self.chosen(actors, ())
        width = max(len(self.role_names), 1)
        keys = distinct(self.rows[keep].astype(np.int64) * width + self.roles[keep])
        return (keys // width).astype(np.int32), (keys % width).astype(np.int32)


def _named(names: list[str], counts: npt.NDArray[Any]) -> dict[str, int]:
    return {name: int(number) for name, number in zip(names, counts, strict=False) if number}


def make_parties(actor_roles: pd.Series[Any]) -> Parties:
    """Triples from the column ``actor_roles``: lists of {"name", "role"}, as ``timeline.table`` has them."""
    lists = actor_roles.to_numpy()
    lengths = np.fromiter(map(len, lists), np.int64, len(lists))
    actors, actor_names = _coded([actor["name"] for actor in chain.from_iterable(lists)])
    roles, role_names = _coded([actor["role"] for actor in chain.from_iterable(lists)])
    rows = np.repeat(np.arange(len(lists)), lengths)
    wide, deep = max(len(actor_names), 1), max(len(role_names), 1)
    keys = distinct((rows * wide + actors) * deep + roles)
    pairs = keys // deep
    return Parties(
        (pairs // wide).astype(np.int32),
        (pairs % wide).astype(np.int32),
        (keys % deep).astype(np.int32),
        actor_names,
        role_names,
        len(lists),
    )


def _coded(values: list[str]) -> tuple[npt.NDArray[np.int64], list[str]]:
    flat = np.empty(len(values), object)
    flat[:] = values
    codes, names = pd.factorize(flat, sort=True)
    return codes.astype(np.int64), [str(name) for name in names]
