"""What the linter finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong in ``file`` (a path below the folder), in ``record`` (an id or a line), in one sentence.

    >>> str(Problem("reference/tiktok.csv", "x-1", "has no source."))
    'reference/tiktok.csv: x-1: has no source.'
    """

    file: str
    record: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.record, self.message) if part)
