"""The project's own annotated news, ``tests/corpora/events/*.yml``, in the shape of the corpora's JSON lines.

Each file is one genre: texts written for this project, whose private parties and events are invented, and for each
text the events that a careful reader lists. A mention is given by its words; the words must stand in the text once,
or say which occurrence is meant.

>>> documents = own_gold()
>>> sorted(documents[0][0])
['id', 'published', 'source', 'text', 'title']
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "events"

Record = dict[str, Any]


def own_gold(folder: Path = FOLDER) -> list[tuple[Record, list[Record]]]:
    """Every document with its events, files and documents in order.

    A document is ``{"id", "published", "title", "text", "source"}``, ``published`` an ISO date or None; an event is
    ``{"spans", "quote", "types", "start", "end", "dated", "jurisdictions", "actors", "factuality", "optional"}``,
    spans in code points of the text, end exclusive, the main mention first. Raises ValueError, naming file and
    document, when the words of a mention are not found where they should be.
    """
    return [pair for path in sorted(folder.glob("*.yml")) for pair in read_genre(path)]


def read_genre(path: Path) -> list[tuple[Record, list[Record]]]:
    """The documents of one file with their events."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    return [_pair(record, path.stem) for record in content["documents"]]


def _pair(record: Record, genre: str) -> tuple[Record, list[Record]]:
    document = {
        "id": record["id"],
        "published": _iso(record["published"]),
        "title": record["title"],
        "text": record["text"].rstrip("\n"),
        "source": genre,
    }
    try:
        return document, [_event(event, document["text"]) for event in record["events"]]
    except ValueError as error:
        raise ValueError(f"{genre}.yml, {record['id']}: {error}") from error


def _event(event: Record, text: str) -> Record:
    mentions = [{"quote": event["quote"], "occurrence": event.get("occurrence")}, *event.get("more", [])]
    return {
        "spans": [_span(mention, text) for mention in mentions],
        "quote": event["quote"],
        "types": event["types"],
        "start": _iso(event["start"]),
        "end": _iso(event["end"]),
        "dated": event["dated"],
        "jurisdictions": event["jurisdictions"],
        "actors": event["actors"],
        "factuality": event["factuality"],
        "optional": event.get("optional", False),
    }


def _span(mention: str | Record, text: str) -> list[int]:
    """Where the words of a mention stand: their only place, or the occurrence (from 1) that the mention names."""
    words, occurrence = (mention, None) if isinstance(mention, str) else (mention["quote"], mention["occurrence"])
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    if occurrence is None and len(starts) != 1:
        raise ValueError(f"{words!r} stands {len(starts)} times in the text; say which occurrence is meant.")
    if occurrence is not None and not 1 <= occurrence <= len(starts):
        raise ValueError(f"{words!r} has no occurrence {occurrence}: it stands {len(starts)} times in the text.")
    start = starts[(occurrence or 1) - 1]
    return [start, start + len(words)]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def main() -> None:
    """Write the corpus as JSON lines for the scorer: ``own_gold.py DOCS.jsonl GOLD.jsonl``."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("documents", type=Path)
    parser.add_argument("gold", type=Path)
    arguments = parser.parse_args()
    pairs = own_gold()
    gold = [{"id": d["id"], "published": d["published"], "events": events} for d, events in pairs]
    _write(arguments.documents, [document for document, _ in pairs])
    _write(arguments.gold, gold)
    sys.stderr.write(f"{len(pairs)} documents, {sum(len(events) for _, events in pairs)} events\n")


def _write(path: Path, records: list[Record]) -> None:
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")


if __name__ == "__main__":
    main()
