"""How well events are merged: pairwise and B-cubed precision, recall and F1 on the project's own articles.

    python tests/evaluation/xdoc_scores.py             the merge alone, on the events as written beside the articles
    python tests/evaluation/xdoc_scores.py --pipeline  the whole extraction, mapped to the written events by overlap

Pairs are of mentions in different documents. B-cubed (Bagga and Baldwin 1998) averages over mentions.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.merge import support
from timeline.merge import merge_events
from timeline.model import Document, Event

FOLDER = Path(__file__).resolve().parents[1] / "corpora" / "merge"
FILES = ("tiktok.yml", "europe.yml", "courts_and_deals.yml", "orders_and_bills.yml")
#: Articles of which only place, type and cluster are written down: for the whole extraction.
TOLD = ("releases.yml",)
Place = tuple[str, int]


def load(files: tuple[str, ...] = FILES) -> tuple[dict[str, Document], list[Event], dict[Place, str]]:
    """Documents, events as written, and the gold cluster of each (document, start of trigger)."""
    documents: dict[str, Document] = {}
    told: list[Event] = []
    gold: dict[Place, str] = {}
    for name in files:
        for record in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))["documents"]:
            documents[record["id"]] = support.document(record)
            for event, item in zip(support.events(record), record["events"], strict=True):
                told.append(event)
                gold[event.mentions[0].document_id, event.mentions[0].event.start] = item["cluster"]
    return documents, told, gold


def predicted(events: list[Event] | tuple[Event, ...]) -> dict[Place, str]:
    return {(m.document_id, m.event.start): e.id for e in events for m in e.mentions}


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def pairwise(gold: dict[Place, str], found: dict[Place, str]) -> tuple[float, float, list[tuple[Place, Place]]]:
    """Precision, recall and the wrong pairs, over pairs of different documents."""
    pairs = [(a, b) for a, b in itertools.combinations(sorted(gold), 2) if a[0] != b[0]]
    want = {p for p in pairs if gold[p[0]] == gold[p[1]]}
    got = {p for p in pairs if found.get(p[0], p[0]) == found.get(p[1], p[1])}
    right = len(want & got)
    return right / len(got) if got else 1.0, right / len(want) if want else 1.0, sorted(got ^ want)


def bcubed(gold: dict[Place, str], found: dict[Place, str]) -> tuple[float, float]:
    """Precision and recall averaged over the mentions of the gold."""
    mine: dict[object, set[Place]] = defaultdict(set)
    theirs: dict[object, set[Place]] = defaultdict(set)
    for place, cluster in gold.items():
        theirs[cluster].add(place)
        mine[found.get(place, place)].add(place)
    shares = [(mine[found.get(p, p)], theirs[c]) for p, c in gold.items()]
    precision = sum(len(a & b) / len(a) for a, b in shares) / len(shares)
    recall = sum(len(a & b) / len(b) for a, b in shares) / len(shares)
    return precision, recall


def by_overlap(gold: dict[Place, str], documents: dict[str, Document]) -> dict[Place, str]:
    """The pipeline's event for each gold mention: its clause holds the gold trigger, nearest trigger first."""
    from timeline.pipeline import build_events

    run = build_events(documents.values())
    mentions = [(m, e.id) for e in run.events for m in e.mentions]
    found: dict[Place, str] = {}
    options = sorted(
        (abs(m.event.start - start), index, (document, start))
        for document, start in gold
        for index, (m, _) in enumerate(mentions)
        if m.document_id == document and m.event.clause_start <= start < m.event.clause_end
    )
    used: set[int] = set()
    for _, index, place in options:
        if place not in found and index not in used:
            found[place] = mentions[index][1]
            used.add(index)
    return found


def main() -> None:
    whole = "--pipeline" in sys.argv
    documents, told, gold = load(FILES + TOLD if whole else FILES)
    if whole:
        found = by_overlap(gold, documents)
        gold = {place: cluster for place, cluster in gold.items() if place in found}
        print(f"{len(found)} mentions found of {len(told)}")
    else:
        found = predicted(merge_events(told, documents))
    precision, recall, wrong = pairwise(gold, found)
    print(f"{len(documents)} articles, {len(gold)} mentions, {len(set(gold.values()))} occurrences")
    print(f"pairwise  P {precision:.3f}  R {recall:.3f}  F1 {f1(precision, recall):.3f}")
    b_precision, b_recall = bcubed(gold, found)
    print(f"B-cubed   P {b_precision:.3f}  R {b_recall:.3f}  F1 {f1(b_precision, b_recall):.3f}")
    for a, b in wrong:
        kind = "missed" if gold[a] == gold[b] else "WRONG "
        print(f"  {kind} {a} {gold[a]} | {b} {gold[b]}")


if __name__ == "__main__":
    main()
