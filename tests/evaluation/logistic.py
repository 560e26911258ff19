"""Training of the small logistic models whose weights stand in data/ as tables of named features."""

from __future__ import annotations

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

LEAST_SEEN = 5  # a feature seen less often says more about the corpus than about language


def unseen(document_id: str) -> bool:
    """The fifth of the training documents that no training may look at."""
    return int(hashlib.sha1(document_id.encode()).hexdigest(), 16) % 5 == 0


def labelled_documents(corpora: Path, part: str = "train") -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """(document, its gold events) of ``corpora/events``, the unseen fifth of train left out."""
    folder = corpora / "events"
    gold = {row["id"]: row["events"] for row in _lines(folder / f"{part}.gold.jsonl")}
    for document in _lines(folder / f"{part}.docs.jsonl"):
        if part != "train" or not unseen(document["id"]):
            yield document, gold[document["id"]]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as handle:
        yield from (json.loads(line) for line in handle if line.strip())


def fit(rows: Sequence[Sequence[str]], labels: Sequence[bool], l2: float = 1.0) -> dict[str, float]:
    """Feature -> weight by Newton's method on the penalised log likelihood; "bias" is not penalised."""
    seen = Counter(name for row in rows for name in set(row))
    names = ["bias", *sorted(name for name, count in seen.items() if count >= LEAST_SEEN)]
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    x[:, 0] = 1.0
    for i, row in enumerate(rows):
        for name in row:
            if name in index:
                x[i, index[name]] = 1.0
    y = np.asarray(labels, dtype=float)
    penalty = np.full(len(names), l2)
    penalty[0] = 1e-6
    w = np.zeros(len(names))
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x * (p * (1 - p) + 1e-9)[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return {name: round(float(value), 4) for name, value in zip(names, w, strict=True)}


def folds(documents: Sequence[str], count: int = 5) -> list[set[str]]:
    """Document ids in ``count`` parts, by a hash of the id that is not the one which sets the unseen part aside."""
    parts: list[set[str]] = [set() for _ in range(count)]
    for name in documents:
        parts[int(hashlib.blake2b(name.encode(), digest_size=4).hexdigest(), 16) % count].add(name)
    return parts


def write_weights(path: Path, weights: dict[str, float]) -> None:
    """One feature a line, sorted by name, "bias" first."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerow(["bias", weights["bias"]])
        writer.writerows([name, value] for name, value in sorted(weights.items()) if name != "bias")


def overlap_share(gold: dict[str, Any], start: int, end: int) -> float:
    """The largest share of [start, end) that a span of ``gold`` covers."""
    return max((max(0, min(e, end) - max(s, start)) / max(1, end - start) for s, e in gold["spans"]), default=0.0)
