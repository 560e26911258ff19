"""A logistic model as a table one can read: a CSV of feature names and weights, one weight a line.

Features are named by what they mean ("clause: same", "preposition: on"), so that the names of those that spoke for a
choice are its explanation.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from timeline.knowledge import read_csv


@cache
def load_weights(name: str) -> dict[str, float]:
    """Feature -> weight of ``data/NAME``; "bias" is the constant."""
    return {row["feature"]: float(row["weight"]) for row in read_csv(name)}


def probability(weights: dict[str, float], features: Iterable[str]) -> float:
    """The model's probability, 0..1, when ``features`` hold.

    >>> probability({"bias": 0.0}, [])
    0.5
    """
    total = weights.get("bias", 0.0) + sum(weights.get(f, 0.0) for f in features)
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
