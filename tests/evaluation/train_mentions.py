"""Train the learned part of the event mentions and write its weights into ``data/events/model.npz``.

    python tests/evaluation/train_mentions.py ../shared/corpora/events [--dry-run]

Trains on the documents of ``train`` outside the unseen fifth and on the project's own texts, chooses the threshold and
the calibration on five-fold cross-validation by document, and prints the figures of ``data/events/MODEL.md``.
Deterministic.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))

from mentions_gold import GoldDocument, Labelled, load_articles, load_fields, load_gold, load_written
from mentions_learning import Floats, Matrix, calibrate, fit_binary, fit_multinomial, vocabulary_of

from timeline.event_types import event_group, event_types
from timeline.knowledge import bundled
from timeline.mentions.candidates import leaf_weights

_FOLDS = 5
_LEAST = 2
_PENALTY = 4.0
_KIND_PENALTY = 2.0
_TRUST = 8.0
_KIND_LEAST = 4
_SMALL = 0.03
_PLACE_FEATURES = (
    *("position", "share", "length", "rank", "siblings", "told", "leaf told", "leaf position", "same head", "kind "),
    *("title words", "leaf count", "most told", "opens", "capitals", "surest", "hits", "@"),
)
_LEAVES = tuple(event_types())


@dataclass(frozen=True, slots=True)
class Model:
    """Both linear models over one vocabulary."""

    vocabulary: dict[str, int]
    kind_vocabulary: dict[str, int]
    worth: Floats
    bias: float
    kinds: Floats
    kind_bias: Floats

    def scores(self, documents: Sequence[GoldDocument]) -> Floats:
        """Worth of every candidate, in order."""
        matrix = Matrix([c.finding.features for d in documents for c in d.candidates], self.vocabulary)
        return matrix.times(self.worth[:, None])[:, 0] + self.bias

    def leaves(self, documents: Sequence[GoldDocument]) -> list[str]:
        """Type of every candidate, in order."""
        candidates = [c for d in documents for c in d.candidates]
        matrix = Matrix([_about_kind(c) for c in candidates], self.kind_vocabulary)
        scores = matrix.times(self.kinds) + self.kind_bias + _priors(candidates)
        return [_LEAVES[k] for k in scores.argmax(axis=1)]


def fit(documents: Sequence[GoldDocument]) -> Model:
    """Train on the candidates of ``documents``; optional events count a little and half-way for worth."""
    candidates = [c for d in documents for c in d.candidates]
    rows = [c.finding.features for c in candidates]
    vocabulary = vocabulary_of(rows, _LEAST)
    target = np.array([c.required for c in candidates])
    weight = np.array([c.weight for c in candidates])
    worth, bias = fit_binary(Matrix(rows, vocabulary), target, weight, _PENALTY)
    told = [c for c in candidates if c.leaves]
    kind_vocabulary = vocabulary_of([_about_kind(c) for c in told], _KIND_LEAST)
    kinds, kind_bias = fit_multinomial(
        Matrix([_about_kind(c) for c in told], kind_vocabulary),
        np.array([[_preference(c, leaf) for leaf in _LEAVES] for c in told]),
        _priors(told),
        np.array([0.5 if c.required < 1.0 else 1.0 for c in told]),
        _KIND_PENALTY,
    )
    return Model(vocabulary, kind_vocabulary, worth, bias, kinds, kind_bias)


def _about_kind(candidate: Labelled) -> list[str]:
    """The features that can speak for a type: not where in the text a mention stands or how often it was told."""
    return [name for name in candidate.finding.features if not name.startswith(_PLACE_FEATURES)]


def _priors(candidates: Sequence[Labelled]) -> Floats:
    """What the triggers propose, as scores of the types."""
    weights = [leaf_weights(c.finding.candidate) for c in candidates]
    return _TRUST * np.array([[row.get(leaf, 0.0) for leaf in _LEAVES] for row in weights]).reshape(-1, len(_LEAVES))


def _preference(candidate: Labelled, leaf: str) -> float:
    """1 for the first of the right types, half of that for the others, 0 for a wrong one."""
    if leaf not in candidate.leaves:
        return 0.0
    return 1.0 if leaf == candidate.leaves[0] else 0.5


def cross_validate(
    documents: Sequence[GoldDocument], written: Sequence[GoldDocument]
) -> tuple[list[Floats], list[list[str]]]:
    """Worth and type of every candidate of every document, by models that did not see the document."""
    worth: list[Floats] = [np.zeros(0)] * len(documents)
    leaves: list[list[str]] = [[] for _ in documents]
    folds = [
        int(hashlib.md5(d.document.id.encode(), usedforsecurity=False).hexdigest(), 16) % _FOLDS for d in documents
    ]
    for fold in range(_FOLDS):
        model = fit([*(d for d, f in zip(documents, folds, strict=True) if f != fold), *written])
        for i in [i for i, f in enumerate(folds) if f == fold]:
            worth[i], leaves[i] = model.scores([documents[i]]), model.leaves([documents[i]])
    return worth, leaves


def figures(
    documents: Sequence[GoldDocument], worth: Sequence[Floats], leaves: Sequence[Sequence[str]], least: float
) -> dict[str, float]:
    """Precision, recall and F1 on required events, group and leaf, when mentions of one event are merged perfectly.

    Candidates within the words of no gold event of their group are false alarms, one for each trigger of a document.
    """
    right = typed = wrong = required = 0
    for document, scores, types in zip(documents, worth, leaves, strict=True):
        required += sum(not e.get("optional") for e in document.events)
        found: dict[int, bool] = {}
        alarms: set[tuple[str, str]] = set()
        for candidate, score, leaf in zip(document.candidates, scores, types, strict=True):
            if score < least:
                continue
            event: dict[str, Any] = document.events[candidate.gold] if candidate.gold >= 0 else {"types": []}
            if event_group(leaf) in {event_group(t) for t in event["types"]}:
                found[candidate.gold] = found.get(candidate.gold, False) or leaf in event["types"]
            else:
                alarms.add((event_group(leaf), candidate.finding.candidate.hits[0].trigger.id))
        hits = [k for k in found if not document.events[k].get("optional")]
        right, typed, wrong = right + len(hits), typed + sum(found[k] for k in hits), wrong + len(alarms)
    precision, recall = right / max(1, right + wrong), right / max(1, required)
    typed_f1 = 2 * typed / max(1, right + wrong + required)
    return {"P": precision, "R": recall, "F1": 2 * right / max(1, right + wrong + required), "typed F1": typed_f1}


def save(model: Model, threshold: float, calibration: tuple[float, float], path: Path) -> None:
    """Write what runs: weights too small to matter are left out."""
    names = list(model.vocabulary)
    keep = [i for i, w in enumerate(model.worth) if abs(w) >= _SMALL]
    kind_names = list(model.kind_vocabulary)
    keep_kinds = [i for i, row in enumerate(model.kinds) if np.abs(row).max() >= 5 * _SMALL]
    np.savez_compressed(
        path,
        names=np.array("\n".join(names[i] for i in keep)),
        worth=model.worth[keep].astype(np.float32),
        bias=np.float32(model.bias),
        threshold=np.float32(threshold),
        calibration=np.array(calibration, dtype=np.float32),
        leaves=np.array("\n".join(_LEAVES)),
        kind_names=np.array("\n".join(kind_names[i] for i in keep_kinds)),
        kinds=model.kinds[keep_kinds].astype(np.float16),
        kind_bias=model.kind_bias.astype(np.float32),
        trust=np.float32(_TRUST),
    )
    print(f"{path.name}: {len(keep)} + {len(keep_kinds)} features, {path.stat().st_size // 1024} KB")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    arguments = parser.parse_args()
    documents = load_gold(arguments.corpora, "train")
    written = [*load_written(Path(__file__).resolve().parents[1] / "corpora"), *load_articles()]
    written += load_fields(arguments.corpora.parent / "weak")
    worth, leaves = cross_validate(documents, written)
    table = {t: figures(documents, worth, leaves, t) for t in np.arange(-1.5, 1.51, 0.25).tolist()}
    for threshold, row in table.items():
        print(f"threshold {threshold:5.2f}  " + "  ".join(f"{name} {value:.3f}" for name, value in row.items()))
    best = max(table, key=lambda t: table[t]["F1"])
    labels: list[Labelled] = [c for d in documents for c in d.candidates]
    calibration = calibrate(np.concatenate(worth), np.array([float(c.required > 0) for c in labels]))
    model = fit([*documents, *written])
    for part, unseen in (("dev", False), ("train", True)):
        held_out = load_gold(arguments.corpora, part, unseen)
        row = figures(held_out, [model.scores([d]) for d in held_out], [model.leaves([d]) for d in held_out], best)
        print(
            f"{'unseen fifth' if unseen else part}: " + "  ".join(f"{name} {value:.3f}" for name, value in row.items())
        )
    if not arguments.dry_run:
        save(model, best, calibration, bundled("data") / "events" / "model.npz")


if __name__ == "__main__":
    main()
