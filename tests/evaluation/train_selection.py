"""Train the weights that decide which events of a document are worth a row.

    python -m tests.evaluation.train_selection CORPORA [--write]

Every document is read by mention and coreference models that never saw it. An event counts as right when it meets a
required gold event of its group, is left out when it meets an optional one, and is wrong otherwise. Prints
cross-validated figures by threshold; --write replaces data/selection/weights.csv (an event by itself) and
data/selection/beside.csv (beside the surer events of its document). What the second learns of the others' chances comes
from models that did not see the document.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from tests.evaluation import train_coreference
from tests.evaluation.held_out import read_held_out
from tests.evaluation.logistic import fit, folds, overlap_share, write_weights
from timeline.coreference import cluster
from timeline.event_types import event_group
from timeline.pipeline import find_mentions
from timeline.selection.rivals import rival_signs
from timeline.selection.signs import event_signs
from timeline.weights import probability

_PENALTY = 8.0
_INNER = 7


def examples(corpora: Path):
    """(document id, events, signs of each, label of each) a document; None where only an optional gold event is met."""
    read = [(d, gold, *find_mentions(d)) for d, gold in read_held_out(corpora)]
    pairs = list(train_coreference.examples(corpora))
    for part in folds(sorted(d.id for d, *_ in read)):
        weights = train_coreference.train([p for p in pairs if p[0] not in part])
        with patch.object(cluster, "load_weights", lambda _, weights=weights: weights):
            for document, gold, sentences, mentions in (r for r in read if r[0].id in part):
                events = cluster.merge_mentions(document, sentences, mentions)
                kinds = Counter(e.event_type for e in events)
                signs = [event_signs(document, sentences, event, kinds) for event in events]
                yield document.id, events, signs, _labels(events, gold)


def _labels(events, gold) -> list[bool | None]:
    """One gold event a predicted one, best covered first; what only repeats a gold event already met is wrong."""
    candidates = []
    for i, event in enumerate(events):
        for j, g in enumerate(gold):
            share = max(overlap_share(g, m.event.start, m.event.end) for m in event.mentions)
            if share >= 0.15:
                same = event_group(event.event_type) in {event_group(t) for t in g["types"]}
                candidates.append((same, event.event_type in g["types"], share, -i, -j))
    labels: list[bool | None] = [False] * len(events)
    taken_events, taken_gold = set(), set()
    for same, _, _, i, j in sorted(candidates, reverse=True):
        if i in taken_events or j in taken_gold:
            continue
        taken_events.add(i)
        taken_gold.add(j)
        labels[-i] = None if gold[-j].get("optional") else same
    return labels


def train(data) -> dict[str, float]:
    """Weights of what holds of an event by itself."""
    return _fit([(names, label) for _, _, signs, labels in data for names, label in zip(signs, labels, strict=True)])


def train_beside(data, parts=_INNER) -> dict[str, float]:
    """Weights of both kinds of signs."""
    rows = []
    for part in folds(sorted({name for name, *_ in data}), parts):
        alone = train([d for d in data if d[0] not in part])
        rows += [row for d in data if d[0] in part for row in zip(_both(alone, d), d[3], strict=True)]
    return _fit(rows)


def _fit(rows) -> dict[str, float]:
    kept = [(names, label) for names, label in rows if label is not None]
    return fit([names for names, _ in kept], [label for _, label in kept], l2=_PENALTY)


def _both(alone: dict[str, float], row) -> list[list[str]]:
    """The signs of a document's events by themselves and beside the surer ones."""
    _, events, signs, _ = row
    rivals = rival_signs(events, [probability(alone, names) for names in signs])
    return [[*own, *beside] for own, beside in zip(signs, rivals, strict=True)]


def main(arguments: list[str]) -> None:
    corpora = Path(arguments[0])
    data = list(examples(corpora))
    judged = []
    for part in folds(sorted({name for name, *_ in data})):
        rest = [d for d in data if d[0] not in part]
        alone, weights = train(rest), train_beside(rest)
        for row in (d for d in data if d[0] in part):
            judged += [(probability(weights, s), label) for s, label in zip(_both(alone, row), row[3], strict=True)]
    good = sum(label is True for _, label in judged)
    print(f"events {len(judged)}, right {good}, optional {sum(label is None for _, label in judged)}")
    for least in (0.3, 0.36, 0.42, 0.48, 0.54):
        kept = [label for p, label in judged if p >= least and label is not None]
        right = sum(kept)
        print(f"kept from {least}: precision {right / max(1, len(kept)):.3f} recall {right / max(1, good):.3f}")
    if "--write" in arguments:
        folder = Path(__file__).parents[2] / "data" / "selection"
        write_weights(folder / "weights.csv", train(data))
        write_weights(folder / "beside.csv", train_beside(data))


if __name__ == "__main__":
    main(sys.argv[1:])
