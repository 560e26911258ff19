"""Train the weights that join mentions of one document into events.

    python -m tests.evaluation.train_coreference CORPORA [--write]

CORPORA holds events/train.docs.jsonl and events/train.gold.jsonl. Prints cross-validated pair figures,
then fits on all of it; --write replaces data/coreference/weights.csv.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

from tests.evaluation.held_out import read_dev, read_held_out
from tests.evaluation.logistic import fit, folds, overlap_share, write_weights
from timeline.coreference.exclusion import forbidden
from timeline.coreference.pairs import Reading, pair_features
from timeline.event_types import event_group
from timeline.pipeline import find_mentions
from timeline.weights import probability


def examples(corpora: Path, part: str = "train"):
    """(document id, features, same event?) for every two matched mentions of a document."""
    for document, gold in read_held_out(corpora) if part == "train" else read_dev(corpora):
        sentences, mentions = find_mentions(document)
        ordered = sorted(mentions, key=lambda m: (m.event.start, m.event.end))
        reading = Reading.of(sentences, ordered)
        matched = [(m, _gold_of(m.event, gold)) for m in ordered]
        matched = [(m, g) for m, g in matched if g is not None]
        for (a, first), (b, second) in combinations(matched, 2):
            if not forbidden(a, b):
                yield document.id, pair_features(a, b, reading), first == second


def _gold_of(event, gold):
    """The gold event of the same group that covers the mention best; a noun in another event's clause tells nothing."""
    group = event_group(event.event_type)
    scored = [
        (event.event_type in e["types"], overlap_share(e, event.start, event.end), -i)
        for i, e in enumerate(gold)
        if overlap_share(e, event.start, event.end) > 0.5 and group in {event_group(t) for t in e["types"]}
    ]
    return -max(scored)[2] if scored else None


def train(data) -> dict[str, float]:
    return fit([names for _, names, _ in data], [label for _, _, label in data], l2=3.0)


def main(arguments: list[str]) -> None:
    data = list(examples(Path(arguments[0])))
    tp = fp = fn = 0
    for part in folds(sorted({name for name, _, _ in data})):
        weights = train([d for d in data if d[0] not in part])
        for _, names, label in (d for d in data if d[0] in part):
            said = probability(weights, names) >= 0.5
            tp, fp, fn = tp + (said and label), fp + (said and not label), fn + (label and not said)
    print(f"pairs {len(data)}, cross-validated: precision {tp / max(1, tp + fp):.3f} recall {tp / max(1, tp + fn):.3f}")
    if "--write" in arguments:
        write_weights(Path(__file__).parents[2] / "data" / "coreference" / "weights.csv", train(data))


if __name__ == "__main__":
    main(sys.argv[1:])
