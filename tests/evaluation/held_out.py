"""Documents read by a mention model that never saw them.

What stands after the mentions (dating, merging, choosing) must learn from mentions as they will be on new documents,
not from the cleaner ones that a model finds in its own training texts.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

import train_mentions
from logistic import folds, labelled_documents
from mentions_gold import load_gold

from timeline.mentions import find
from timeline.mentions.judge import Judge, load_judge
from timeline.model import Document


def read_held_out(corpora: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each training document with its gold events; while it is yielded, the judge in force was trained without it."""
    gold = load_gold(corpora / "events", "train")
    raw = {d["id"]: (d, events) for d, events in labelled_documents(corpora)}
    for part in folds(sorted(raw)):
        model = train_mentions.fit([d for d in gold if d.document.id not in part])
        judge = _judge(model, load_judge())
        with patch.object(find, "load_judge", lambda judge=judge: judge):
            for name in sorted(part):
                yield _document(raw[name][0]), raw[name][1]


def read_dev(corpora: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """Each development document with its gold events, read by the shipped judge."""
    for raw, events in labelled_documents(corpora, "dev"):
        yield _document(raw), events


def _document(raw: dict[str, Any]) -> Document:
    published = date.fromisoformat(raw["published"])
    return Document(raw["id"], raw["text"], raw.get("title", ""), published=published, published_basis="corpus")


def _judge(model: train_mentions.Model, like: Judge) -> Judge:
    names = list(model.vocabulary)
    return replace(
        like,
        worth=dict(zip(names, model.worth.tolist(), strict=True)),
        bias=model.bias,
        kind_rows=model.vocabulary,
        kinds=model.kinds.astype(np.float32),
        kind_bias=model.kind_bias.astype(np.float32),
    )
