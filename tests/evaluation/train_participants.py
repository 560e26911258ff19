"""Train the weights that tell actors of a mention from mere bystanders.

    python -m tests.evaluation.train_participants CORPORA SCORER_FOLDER [--write]

CORPORA holds events/train.*.jsonl; the scorer's ``same_name`` says whether a candidate is one of the gold actors.
Prints cross-validated figures for several thresholds; --write replaces data/participants/weights.csv.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.evaluation.logistic import fit, folds, labelled_documents, write_weights
from tests.evaluation.participants_eval import load_scorer, match_events, read_record
from timeline.entities import find_entities
from timeline.instruments import find_instruments
from timeline.mentions import find_event_mentions
from timeline.participants.find import Telling
from timeline.participants.reading import Reading
from timeline.participants.select import candidate_features
from timeline.pipeline import CANDIDATE
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions
from timeline.weights import probability

_TARGET = Path(__file__).parents[2] / "data" / "participants" / "weights.csv"
Example = tuple[str, int, list[tuple[str, ...]], list[bool], list[set[int]], int]


def examples(corpora: Path, scorer: Any) -> Iterator[Example]:
    """(document, number, features of each candidate, right?, gold actors it names, gold actors) per matched mention."""
    for raw, gold in labelled_documents(corpora):
        document = read_record(raw)
        sentences = split_sentences(document)
        entities = find_entities(document, sentences)
        times = tuple(find_time_expressions(document.text, document.published, document.language))
        mentions = find_event_mentions(document, sentences, entities, times, least=CANDIDATE)
        wanted = {i: event for event, i in match_events(scorer, gold, mentions)}
        telling = Telling(Reading(document, sentences, entities, find_instruments(document, sentences)), mentions)
        for i in range(len(mentions)):
            candidates, scene = telling.candidates(i)
            telling.participants(i)
            if i not in wanted or not candidates:
                continue
            features = candidate_features(candidates, scene)
            names = [
                {
                    k
                    for k, aliases in enumerate(wanted[i]["actors"])
                    if any(scorer.same_name(a, c.entity.name) for a in aliases)
                }
                for c in candidates
            ]
            yield document.id, i, features, [bool(n) for n in names], names, len(wanted[i]["actors"])


def train(data: list[Example]) -> dict[str, float]:
    """Weights from all candidates of ``data``."""
    rows = [(f, label) for _, _, features, labels, _, _ in data for f, label in zip(features, labels, strict=True)]
    return fit([f for f, _ in rows], [label for _, label in rows], l2=7.0)


def figures(data: list[Example], weights: dict[str, float], threshold: float) -> list[int]:
    """Predicted, right, gold, found, mentions, mentions with an actor named."""
    total = [0] * 6
    for _, _, features, labels, names, wanted in data:
        chances = [probability(weights, f) for f in features]
        kept = [i for i, p in enumerate(chances) if p >= threshold or p == max(chances)]
        hit = set().union(*(names[i] for i in kept))
        row = [len(kept), sum(labels[i] for i in kept), wanted, len(hit), 1, bool(hit) or not wanted]
        total = [a + b for a, b in zip(total, row, strict=True)]
    return total


def main(arguments: list[str]) -> None:
    """Cross-validate, print, and write on request."""
    data = list(examples(Path(arguments[0]), load_scorer(Path(arguments[1]))))
    parts = folds(sorted({d[0] for d in data}))
    trained = [(part, train([d for d in data if d[0] not in part])) for part in parts]
    for threshold in (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55):
        total = [0] * 6
        for part, weights in trained:
            row = figures([d for d in data if d[0] in part], weights, threshold)
            total = [a + b for a, b in zip(total, row, strict=True)]
        told, right, wanted, hit, events, named = total
        p, r = right / told, hit / wanted
        print(f"{threshold}: P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f} named {named / events:.3f} of {events}")
    if "--write" in arguments:
        write_weights(_TARGET, train(data))


if __name__ == "__main__":
    main(sys.argv[1:])
