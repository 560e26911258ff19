"""What a writer of a format gets: the rows, their evidence, and what to say of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from timeline.exports.statement import Statement


@dataclass(frozen=True, slots=True)
class Content:
    """The event table in :data:`timeline.table.EVENT_COLUMNS`, and what goes with it."""

    events: pd.DataFrame
    statement: Statement
    evidence: pd.DataFrame | None = None
