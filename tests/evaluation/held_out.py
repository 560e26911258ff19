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
from mentions_gold import GoldDocument, load_articles, load_fields, load_gold, load_written

from timeline.mentions import find
from timeline.mentions import judge as shipped
from timeline.mentions.judge import Judge, load_judge
from timeline.mentions.triggers import triggers
from timeline.model import Document


def read_held_out(corpora: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each training document, the project's own texts included, with its gold events.

    While a document is yielded, the judge in force was trained without it.
    """
    for part, judge in _judges(corpora):
        with patch.object(find, "load_judge", lambda judge=judge: judge):
            for gold in _training(corpora):
                if gold.document.id in part:  # examples of triggers are in no part: they are no texts
                    yield gold.document, gold.events


@cache
def _training(corpora: Path) -> list[GoldDocument]:
    written = load_written(Path(__file__).resolve().parents[1] / "corpora")
    return [*load_gold(corpora / "events", "train"), *load_articles(), *load_fields(corpora / "weak"), *written]


@cache
def _judges(corpora: Path) -> list[tuple[set[str], Judge]]:
    """Parts of the training documents, each with a judge that was trained on all the others."""
    gold = _training(corpora)
    examples = {f"{trigger.id}-{number}" for trigger in triggers() for number in range(len(trigger.examples))}
    return [
        (part, _judge(train_mentions.fit([d for d in gold if d.document.id not in part])))
        for part in folds(sorted({d.document.id for d in gold if d.document.id not in examples}))
    ]


def read_dev(corpora: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each development document with its gold events, read by the shipped judge."""
    for raw, events in labelled_documents(corpora, "dev"):
        published = date.fromisoformat(raw["published"])
        yield Document(raw["id"], raw["text"], raw.get("title", ""), published=published), events


def _judge(model: train_mentions.Model) -> Judge:
    """The model as it would be shipped, threshold and calibration as they are."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "events" / "model.npz"
        path.parent.mkdir()
        train_mentions.save(model, load_judge().threshold, load_judge().calibration, path)
        with patch.object(shipped, "bundled", lambda _: Path(folder)):
            return shipped.load_judge.__wrapped__()
