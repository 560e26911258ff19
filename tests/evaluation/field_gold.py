"""Events of short notices and releases whose texts stand elsewhere, ``tests/corpora/fields/*.jsonl``.

The texts have licences of their own and are no part of the project; what stands here is what a careful reader lists for
them: types, dates, jurisdictions, and where each mention stands, in code points. Without the texts the trainers go on
with what they have.

>>> sorted(next(iter(field_gold().values()))[0])[:3]
['actors', 'dated', 'end']
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "fields"

Record = dict[str, Any]


def field_gold(folder: Path = FOLDER) -> dict[str, list[Record]]:
    """Document id -> its events, in the shape of :func:`own_gold.own_gold` without the words."""
    return {row["id"]: row["events"] for path in sorted(folder.glob("*.jsonl")) for row in _lines(path)}


def read_fields(texts: Path) -> list[tuple[Record, list[Record]]]:
    """The annotated documents among the JSON lines of the folder ``texts``, each with its events; [] without them."""
    gold = field_gold()
    documents = [row for path in sorted(texts.glob("*.jsonl")) for row in _lines(path) if row["id"] in gold]
    return [(document, gold[document["id"]]) for document in documents]


def _lines(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as handle:
        yield from (json.loads(line) for line in handle if line.strip())
