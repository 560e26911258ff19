"""Train the weights that pair mentions with time expressions, and those that date a mention from outside its sentence.

    python -m tests.evaluation.train_dating CORPORA [--write]

CORPORA holds events/train.docs.jsonl and events/train.gold.jsonl. Prints the cross-validated share of mentions
dated right, then fits on all of it; --write replaces data/dating/weights.csv and data/dating/carried.csv.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.evaluation.held_out import read_dev, read_held_out
from tests.evaluation.logistic import fit, folds, overlap_share, write_weights
from timeline.dating.carrying import candidates
from timeline.dating.dates import possible_times, read_dates
from timeline.dating.stated import stated_date
from timeline.entities import find_entities
from timeline.event_types import event_group
from timeline.mentions import find_event_mentions
from timeline.model import Document, Entity, EventDate, EventMention, Sentence, TimeExpression
from timeline.pipeline import CANDIDATE
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions
from timeline.weights import probability

Gold = dict[str, Any]
Pairs = list[tuple[list[str], bool]]
Weights = dict[str, float]
_L2 = {"pairing": 4.0, "carried": 6.0}


@dataclass
class Read:
    """A training document as the stages before dating leave it, with the gold event of each mention (or None)."""

    document: Document
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[EventMention, ...]
    gold: list[Gold | None]


def read(document: Document, events: list[Gold]) -> Read:
    sentences = split_sentences(document)
    times = tuple(find_time_expressions(document.text, document.published, document.language))
    entities = find_entities(document, sentences)
    mentions = find_event_mentions(document, sentences, entities, times, least=CANDIDATE)
    return Read(document, sentences, times, entities, mentions, [_gold_of(m, events) for m in mentions])


def _gold_of(mention: EventMention, gold: Sequence[Gold]) -> Gold | None:
    """The gold event that ``mention`` tells: same group of types, best covered; without a word on its date, none."""
    same = [(overlap_share(e, mention.start, mention.end), -i, e) for i, e in enumerate(gold)]
    same = [
        x for x in same if x[0] > 0.5 and event_group(mention.event_type) in {event_group(t) for t in x[2]["types"]}
    ]
    best = max(same, key=lambda x: x[:2])[2] if same else None
    return best if best is not None and "dated" in best else None


def pairing_examples(one: Read) -> Iterable[tuple[int, Pairs]]:
    """(number, [(features, label), ...]) of every matched mention with a usable time in its sentence."""
    reading = read_dates(one.document, one.sentences, one.mentions, one.times, one.entities, {})
    for number, (mention, event) in enumerate(zip(one.mentions, one.gold, strict=True)):
        if event is None:
            continue
        sentence = one.sentences[mention.sentence]
        possible = possible_times(one.document, sentence, mention, one.mentions, reading.times[sentence.index])
        published = one.document.published
        pairs = [(names, _right(stated_date(one.document.text, mention, t, published), event)) for t, names in possible]
        # a restatement without the date in its own sentence teaches nothing about pairing
        if pairs and (not event["dated"] or any(label for _, label in pairs) or len(event["spans"]) == 1):
            yield number, pairs


def carried_examples(one: Read, pairing: Weights) -> Iterable[tuple[int, Pairs]]:
    """The same of every matched mention that no words of its sentence date, its candidates from outside it."""
    reading = read_dates(one.document, one.sentences, one.mentions, one.times, one.entities, pairing)
    for number, event in enumerate(one.gold):
        if event is not None and reading.dates[number] is None:
            pairs = [(names, _right(day, event)) for day, names in candidates(reading, number)]
            if pairs:
                yield number, pairs


def _right(day: EventDate, event: Gold) -> bool:
    """Whether both ends are gold's; a day of slack on each where gold spans two to eight days."""
    if not event["dated"]:
        return False
    ends = [date.fromisoformat(event[key]) if event[key] else None for key in ("start", "end")]
    slack = 1 if ends[0] and ends[1] and 0 < (ends[1] - ends[0]).days <= 7 else 0
    return all(
        (a is None) == (b is None) and (a is None or b is None or abs((a - b).days) <= slack)
        for a, b in zip(ends, (day.first, day.last), strict=True)
    )


def accuracy(data: Iterable[Pairs], weights: Weights) -> tuple[int, int]:
    right = total = 0
    for pairs in data:
        scored = [(probability(weights, names), -i, label) for i, (names, label) in enumerate(pairs)]
        best, _, label = max(scored)
        right += label if best >= 0.5 else not any(x[2] for x in scored)
        total += 1
    return right, total


def train(data: Iterable[Pairs], kind: str) -> Weights:
    flat = [pair for pairs in data for pair in pairs]
    return fit([names for names, _ in flat], [label for _, label in flat], l2=_L2[kind])


def fit_both(documents: Sequence[Read]) -> tuple[Weights, Weights]:
    """The two models, the second over what the first leaves undated."""
    pairing = train((pairs for one in documents for _, pairs in pairing_examples(one)), "pairing")
    return pairing, train((pairs for one in documents for _, pairs in carried_examples(one, pairing)), "carried")


def measure(documents: Sequence[Read], pairing: Weights, carried: Weights) -> dict[str, tuple[int, int]]:
    return {
        "pairing": accuracy((pairs for one in documents for _, pairs in pairing_examples(one)), pairing),
        "carried": accuracy((pairs for one in documents for _, pairs in carried_examples(one, pairing)), carried),
    }


def _print(name: str, figures: dict[str, tuple[int, int]]) -> None:
    for kind, (right, total) in figures.items():
        print(f"{name}, {kind}: {right}/{total} = {right / max(1, total):.3f} given the right date, or rightly none")


def main(arguments: list[str]) -> None:
    corpora = Path(arguments[0])
    data = [read(document, events) for document, events in read_held_out(corpora)]
    totals: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for part in folds(sorted({one.document.id for one in data})):
        weights = fit_both([one for one in data if one.document.id not in part])
        for kind, (right, total) in measure([one for one in data if one.document.id in part], *weights).items():
            totals[kind] = (totals[kind][0] + right, totals[kind][1] + total)
    _print("cross-validated", totals)
    pairing, carried = fit_both(data)
    _print("dev", measure([read(document, events) for document, events in read_dev(corpora)], pairing, carried))
    if "--write" in arguments:
        folder = Path(__file__).parents[2] / "data" / "dating"
        write_weights(folder / "weights.csv", pairing)
        write_weights(folder / "carried.csv", carried)


if __name__ == "__main__":
    main(sys.argv[1:])
