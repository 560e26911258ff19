"""Train the weights that pair mentions with time expressions.

    python -m tests.evaluation.train_dating CORPORA [--write]

CORPORA holds events/train.docs.jsonl and events/train.gold.jsonl. Prints the cross-validated share of mentions
dated right, then fits on all of it; --write replaces data/dating/weights.csv.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from pathlib import Path

from tests.evaluation.held_out import read_dev, read_held_out
from tests.evaluation.logistic import fit, folds, overlap_share, write_weights
from timeline.dating.datelines import without_dateline
from timeline.dating.pairing import Setting, features, usable
from timeline.entities import find_entities
from timeline.event_types import event_group
from timeline.mentions import find_event_mentions
from timeline.pipeline import CANDIDATE
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions
from timeline.weights import probability


def examples(corpora: Path, part: str = "train"):
    """(document id, [(features, label), ...]) for every matched mention with a usable time in its sentence."""
    for document, gold in read_held_out(corpora) if part == "train" else read_dev(corpora):
        sentences = split_sentences(document)
        times = find_time_expressions(document.text, document.published, document.language)
        entities = find_entities(document, sentences)
        mentions = find_event_mentions(document, sentences, entities, times, least=CANDIDATE)
        starts = [t.start for t in times]
        for mention in mentions:
            sentence = sentences[mention.sentence]
            own = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            own = without_dateline(document.text, sentence, own, document.published)
            event = _gold_of(mention, gold)
            candidates = [t for t in own if usable(t)]
            if event is None or "dated" not in event or not candidates:
                continue
            near = [m for m in mentions if m.sentence == mention.sentence]
            setting = Setting(document.text, sentence.start, sentence.end, near, own, document.published)
            pairs = [(features(setting, mention, t), _right(t, event)) for t in candidates]
            # a restatement without the date in its own sentence teaches nothing about pairing
            if event["dated"] and not any(label for _, label in pairs) and len(event["spans"]) > 1:
                continue
            yield document.id, pairs


def _gold_of(mention, gold):
    """The gold event that ``mention`` tells: same group of types, best covered."""
    same = [(overlap_share(e, mention.start, mention.end), -i, e) for i, e in enumerate(gold)]
    same = [
        x for x in same if x[0] > 0.5 and event_group(mention.event_type) in {event_group(t) for t in x[2]["types"]}
    ]
    return max(same, key=lambda x: x[:2])[2] if same else None


def _right(time, event) -> bool:
    days = [str(day) if day else None for day in (time.first, time.last)]
    return bool(event["dated"]) and days == [event["start"], event["end"]]


def accuracy(data, weights) -> tuple[int, int]:
    right = 0
    for _, pairs in data:
        scored = [(probability(weights, names), -i, label) for i, (names, label) in enumerate(pairs)]
        best, _, label = max(scored)
        right += label if best >= 0.5 else not any(x[2] for x in scored)
    return right, len(data)


def train(data) -> dict[str, float]:
    flat = [pair for _, pairs in data for pair in pairs]
    return fit([names for names, _ in flat], [label for _, label in flat], l2=2.0)


def main(arguments: list[str]) -> None:
    data = list(examples(Path(arguments[0])))
    right = total = 0
    for part in folds(sorted({name for name, _ in data})):
        a, b = accuracy([d for d in data if d[0] in part], train([d for d in data if d[0] not in part]))
        right, total = right + a, total + b
    print(f"cross-validated: {right}/{total} = {right / total:.3f} of mentions given the right time, or rightly none")
    weights = train(data)
    dev = list(examples(Path(arguments[0]), "dev"))
    a, b = accuracy(dev, weights)
    print(f"dev: {a}/{b} = {a / max(1, b):.3f}")
    if "--write" in arguments:
        write_weights(Path(__file__).parents[2] / "data" / "dating" / "weights.csv", weights)


if __name__ == "__main__":
    main(sys.argv[1:])
