"""The learned part: is a candidate an event worth a row, and of which type.

Two linear models over named features (``data/events/model.npz``, described in ``data/events/MODEL.md``): a logistic
one for worth, a multinomial logistic one for the type. The features that speak loudest are their own explanation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from timeline.errors import DataError
from timeline.knowledge import bundled
from timeline.mentions.candidates import Candidate, leaf_weights

_MODEL = "events/model.npz"


@dataclass(frozen=True, slots=True)
class Judge:
    """The weights: ``worth`` by feature name, ``kinds[kind_rows[name]]`` a row of one weight a leaf."""

    worth: dict[str, float]
    bias: float
    threshold: float
    calibration: tuple[float, float]
    leaves: tuple[str, ...]
    kind_rows: dict[str, int]
    kinds: NDArray[np.float32]
    kind_bias: NDArray[np.float32]
    trust: float


@cache
def load_judge() -> Judge:
    """The shipped model.

    >>> len(load_judge().leaves)
    34
    """
    path = bundled("data") / _MODEL
    try:
        with np.load(path) as arrays:
            names = str(arrays["names"]).split("\n")
            kind_names = str(arrays["kind_names"]).split("\n")
            return Judge(
                worth=dict(zip(names, arrays["worth"].astype(float).tolist(), strict=True)),
                bias=float(arrays["bias"]),
                threshold=float(arrays["threshold"]),
                calibration=(float(arrays["calibration"][0]), float(arrays["calibration"][1])),
                leaves=tuple(str(arrays["leaves"]).split("\n")),
                kind_rows={name: row for row, name in enumerate(kind_names)},
                kinds=arrays["kinds"].astype(np.float32),
                kind_bias=arrays["kind_bias"].astype(np.float32),
                trust=float(arrays["trust"]),
            )
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"data/{_MODEL} cannot be read: {error}") from error


def worth(judge: Judge, features: Sequence[str]) -> float:
    """How much speaks for an event worth a row: a sum of weights, above ``judge.threshold`` when it is one."""
    weight_of = judge.worth.get
    return judge.bias + sum([weight_of(name, 0.0) for name in features])


def confidence(judge: Judge, score: float) -> float:
    """The share of candidates with this ``worth`` that are events, measured on documents held out of training."""
    scale, shift = judge.calibration
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, scale * score + shift))))


def best_leaf(judge: Judge, features: Sequence[str], candidate: Candidate) -> str:
    """The type that fits best; what the triggers propose counts by their weight times ``judge.trust``."""
    rows = [judge.kind_rows[name] for name in features if name in judge.kind_rows]
    scores = judge.kinds[rows].sum(axis=0) + judge.kind_bias
    for leaf, weight in leaf_weights(candidate).items():
        scores[judge.leaves.index(leaf)] += judge.trust * weight
    return judge.leaves[int(np.argmax(scores))]


def reasons(judge: Judge, features: Sequence[str], count: int = 3) -> tuple[str, ...]:
    """The features that speak loudest for or against, strongest first, as ``+name`` or ``-name``."""
    weight_of = judge.worth.get
    known = nlargest(count, ((abs(weight_of(name, 0.0)), name) for name in features))
    return tuple(f"{'+' if judge.worth[name] > 0 else '-'}{name}" for size, name in known if size)
