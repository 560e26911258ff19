"""Sparse logistic regression, binary and multinomial, with numpy alone: full gradients and Adam, deterministic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Matrix:
    """Rows of named features that hold, as a compressed 0/1 matrix over a vocabulary."""

    def __init__(self, rows: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> None:
        columns = [[vocabulary[name] for name in row if name in vocabulary] for row in rows]
        self.columns = np.array([c for row in columns for c in row], dtype=np.int64)
        self.lengths = np.array([len(row) for row in columns], dtype=np.int64)
        self.rows = np.repeat(np.arange(len(rows)), self.lengths)
        self.width = len(vocabulary)
        self._by_column = np.argsort(self.columns, kind="stable")
        self._column_starts = np.searchsorted(self.columns[self._by_column], np.arange(self.width + 1))
        self._row_starts = np.concatenate([[0], np.cumsum(self.lengths)])

    def times(self, weights: Floats) -> Floats:
        """The product with ``weights`` (width x outputs)."""
        if weights.shape[1] == 1:
            return np.bincount(self.rows, weights[self.columns, 0], minlength=len(self.lengths))[:, None]
        sums = np.vstack([np.zeros((1, weights.shape[1])), np.cumsum(weights[self.columns], axis=0)])
        return sums[self._row_starts[1:]] - sums[self._row_starts[:-1]]

    def transposed_times(self, values: Floats) -> Floats:
        """The transpose times ``values`` (rows x outputs)."""
        if values.shape[1] == 1:
            return np.bincount(self.columns, values[self.rows, 0], minlength=self.width)[:, None]
        picked = values[self.rows[self._by_column]]
        sums = np.vstack([np.zeros((1, values.shape[1])), np.cumsum(picked, axis=0)])
        return sums[self._column_starts[1:]] - sums[self._column_starts[:-1]]


def vocabulary_of(rows: Sequence[Sequence[str]], least: int) -> dict[str, int]:
    """Every feature that holds in at least ``least`` rows, numbered in the order of its name."""
    counts = Counter(name for row in rows for name in row)
    return {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= least))}


def fit_binary(matrix: Matrix, target: Floats, weight: Floats, penalty: float) -> tuple[Floats, float]:
    """Weights and bias of a logistic model; ``target`` may lie between 0 and 1."""

    def residual(scores: Floats) -> Floats:
        return (1 / (1 + np.exp(-scores[:, 0])) - target)[:, None] * weight[:, None]

    weights = _adam(matrix, 1, residual, penalty, steps=150, rate=0.05)
    return weights[:-1, 0], float(weights[-1, 0])


def fit_multinomial(
    matrix: Matrix, allowed: Floats, prior: Floats, weight: Floats, penalty: float
) -> tuple[Floats, Floats]:
    """Weights (features x classes) and biases of a multinomial logistic model.

    ``allowed`` (rows x classes) has a positive number for each class that is right for a row, larger where preferred;
    the loss is the logarithm of their summed odds, so that either of two natural types will do. ``prior`` (rows x
    classes) is added to the scores: what is known before anything is learned.
    """

    def residual(learned: Floats) -> Floats:
        scores = learned + prior
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        share = odds * allowed + 1e-12
        share /= share.sum(axis=1, keepdims=True)
        return (odds / odds.sum(axis=1, keepdims=True) - share) * weight[:, None]

    weights = _adam(matrix, allowed.shape[1], residual, penalty, steps=45, rate=0.08)
    return weights[:-1], weights[-1]


def _adam(
    matrix: Matrix,
    outputs: int,
    residual: Callable[[Floats], Floats],
    penalty: float,
    *,
    steps: int,
    rate: float,
) -> Floats:
    weights = np.zeros((matrix.width + 1, outputs))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        rest = residual(matrix.times(weights[:-1]) + weights[-1])
        slope = np.vstack([matrix.transposed_times(rest) + penalty * weights[:-1], rest.sum(axis=0, keepdims=True)])
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        pace = rate if step < 0.6 * steps else rate / 5
        weights -= pace * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def calibrate(scores: Floats, right: Floats) -> tuple[float, float]:
    """Scale and shift that turn ``scores`` into shares of ``right`` (Platt 1999), by Newton's method."""
    scale, shift = 1.0, 0.0
    for _ in range(30):
        share = 1 / (1 + np.exp(-(scale * scores + shift)))
        bend = share * (1 - share)
        slope = np.array([((share - right) * scores).sum(), (share - right).sum()])
        curve = np.array([[(bend * scores**2).sum(), (bend * scores).sum()], [(bend * scores).sum(), bend.sum()]])
        step = np.linalg.solve(curve + 1e-6 * np.eye(2), slope)
        scale, shift = scale - float(step[0]), shift - float(step[1])
    return scale, shift
