"""Documents read by a mention model that never saw them.

What stands after the mentions (dating, merging, choosing) must learn from mentions as they will be on new documents,
not from the cleaner ones that a model finds in its own training texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parent))

import train_mentions
from logistic import folds, labelled_documents
from mentions_gold import load_articles, load_gold, load_written
from own_gold import own_gold

from timeline.mentions import find
from timeline.mentions import judge as shipped
from timeline.mentions.judge import Judge, load_judge
from timeline.model import Document


def read_held_out(corpora: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each training document, the project's own included, with its gold events.

    While a document is yielded, the judge in force was trained without it.
    """
    raw = {d["id"]: (d, events) for d, events in (*labelled_documents(corpora), *own_gold())}
    for part, judge in _judges(corpora):
        with patch.object(find, "load_judge", lambda judge=judge: judge):
            for name in sorted(part):
                yield _document(raw[name][0]), raw[name][1]


@cache
def _judges(corpora: Path) -> list[tuple[set[str], Judge]]:
    """Parts of the training documents, each with a judge that was trained on all the others."""
    written = load_written(Path(__file__).resolve().parents[1] / "corpora")
    gold = [*load_gold(corpora / "events", "train"), *load_articles()]
    return [
        (part, _judge(train_mentions.fit([*(d for d in gold if d.document.id not in part), *written])))
        for part in folds(sorted(d.document.id for d in gold))
    ]


def read_dev(corpora: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each development document with its gold events, read by the shipped judge."""
    for raw, events in labelled_documents(corpora, "dev"):
        yield _document(raw), events


def _document(raw: dict[str, Any]) -> Document:
    published = date.fromisoformat(raw["published"]) if raw["published"] else None
    return Document(raw["id"], raw["text"], raw.get("title", ""), published=published)


def _judge(model: train_mentions.Model) -> Judge:
    """The model as it would be shipped, threshold and calibration as they are."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events" / "model.npz"
        path.parent.mkdir()
        train_mentions.save(model, load_judge().threshold, load_judge().calibration, path)
        with patch.object(shipped, "bundled", lambda _: Path(folder)):
            return shipped.load_judge.__wrapped__()
