"""How well participants are found on event mentions that do match a gold event: jurisdiction, actors, by rule.

    python tests/evaluation/participants_eval.py SCORER_FOLDER DOCS.jsonl GOLD.jsonl [--errors N --what WHAT] [--rules]

Isolates this stage: mentions are those of the pipeline that overlap a required gold event of the same group; each gold
event is read through one mention only. SCORER_FOLDER holds score_events.py, whose definitions of agreement are used.
"""

from __future__ import annotations

import argparse
import collections
import importlib.util
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline.entities import find_entities
from timeline.instruments import find_amounts, find_instruments
from timeline.mentions import find_event_mentions
from timeline.model import Document, EventMention
from timeline.participants import Participants, find_participants
from timeline.pipeline import CANDIDATE
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions


def load_scorer(folder: Path) -> ModuleType:
    """The module score_events.py of ``folder``."""
    spec = importlib.util.spec_from_file_location("score_events", folder / "score_events.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder} holds no score_events.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_record(record: dict[str, Any]) -> Document:
    """A document of a corpus in JSON lines."""
    published = date.fromisoformat(record["published"]) if record.get("published") else None
    publisher = record.get("publisher") or record.get("source") or ""
    return Document(record["id"], record["text"], record.get("title") or "", publisher, published=published)


def read_pairs(scorer: Any, document: Document, gold: list[Any]) -> Iterator[tuple[Any, EventMention, Participants]]:
    """Each required gold event with the mention that tells it and what was found for that mention."""
    sentences = split_sentences(document)
    entities = find_entities(document, sentences)
    times = tuple(find_time_expressions(document.text, document.published, document.language))
    mentions = find_event_mentions(document, sentences, entities, times, least=CANDIDATE)
    instruments, amounts = find_instruments(document, sentences), find_amounts(document, sentences)
    found = find_participants(document, sentences, mentions, entities, instruments, amounts)
    for event, i in match_events(scorer, gold, mentions):
        yield event, mentions[i], found[i]


def match_events(scorer: Any, gold: list[Any], mentions: Sequence[EventMention]) -> Iterator[tuple[Any, int]]:
    """Each required gold event with the place of the mention that fits it best; no mention twice."""
    taken: set[int] = set()
    for event in gold:
        if event.get("optional"):
            continue
        fits = [(-_fit(scorer, event, m), i) for i, m in enumerate(mentions) if i not in taken]
        ranked = sorted(f for f in fits if f[0] < 0)
        if ranked:
            taken.add(ranked[0][1])
            yield event, ranked[0][1]


def _fit(scorer: Any, event: Any, mention: EventMention) -> float:
    groups = {scorer.GROUP_OF[t] for t in event["types"]}
    if scorer.GROUP_OF[mention.event_type] not in groups:
        return 0.0
    for rank, (a, b) in enumerate(event["spans"]):
        if scorer.overlaps([(a, b)], [(mention.start, mention.end)]):
            return 2.0 + 4.0 * (mention.event_type in event["types"]) + mention.confidence - 0.1 * rank
    return 0.0


def main() -> None:
    """Print the figures, and on request errors and the precision of each rule."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("scorer", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--what", choices=["jurisdiction", "named", "recall", "precision"], default="jurisdiction")
    parser.add_argument("--rules", action="store_true")
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    docs = {d["id"]: d for d in map(json.loads, args.docs.read_text(encoding="utf-8").splitlines())}
    tally = collections.Counter[str]()
    made, right = collections.Counter[str](), collections.Counter[str]()
    errors: list[str] = []
    for gold in map(json.loads, args.gold.read_text(encoding="utf-8").splitlines()):
        record = docs[gold["id"]]
        document = read_record(record)
        for event, mention, found in read_pairs(scorer, document, gold["events"]):
            wrong = _count(scorer, tally, event, found)
            for actor in found.actors:
                made[actor.rule_id] += 1
                right[actor.rule_id] += any(scorer.same_name(n, actor.name) for names in event["actors"] for n in names)
            if args.what in wrong:
                errors.append(_describe(document, event, mention, found))
    _report(tally)
    if args.rules:
        for rule, n in made.most_common():
            sys.stdout.write(f"  {rule:36s} {n:5d} {right[rule] / n:.2f}\n")
    sys.stdout.write("\n".join(errors[: args.errors]) + ("\n" if args.errors else ""))


def _count(scorer: Any, tally: collections.Counter[str], event: Any, found: Participants) -> set[str]:
    names, codes = [a.name for a in found.actors], [j.code for j in found.jurisdictions]
    hit, wanted, good, told = scorer.actor_counts(event["actors"], names)
    named = hit > 0 or not event["actors"]
    agrees = not event["jurisdictions"] or scorer.jurisdiction_agrees(event["jurisdictions"], codes)
    tally.update(events=1, named=named, agrees=agrees, hit=hit, wanted=wanted, good=good, told=told)
    checks = {"jurisdiction": agrees, "named": named, "recall": hit == wanted, "precision": good == told}
    return {name for name, fine in checks.items() if not fine}


def _report(tally: collections.Counter[str]) -> None:
    precision, recall = tally["good"] / max(1, tally["told"]), tally["hit"] / max(1, tally["wanted"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    events = max(1, tally["events"])
    rates = f"jurisdiction {tally['agrees'] / events:.3f}  actor named {tally['named'] / events:.3f}"
    sys.stdout.write(f"events {events}  {rates}  actors P {precision:.3f} R {recall:.3f} F1 {f1:.3f}\n")


def _describe(document: Document, event: Any, mention: EventMention, found: Participants) -> str:
    text = document.text
    words = f"{text[mention.clause_start : mention.start]}<<{text[mention.start : mention.end]}>>"
    words = f"{text[max(0, mention.clause_start - 150) : mention.clause_start]}{{{words}"
    words += f"{text[mention.end : mention.clause_end]}}}{text[mention.clause_end : mention.clause_end + 100]}"
    return "\n".join(
        [
            f"-- {document.id} {event['types'][0]}/{mention.event_type} | {' '.join(words.split())}",
            f"   gold {[names[:2] for names in event['actors']]} {event['jurisdictions']}",
            f"   told {[(a.name, a.role, a.rule_id) for a in found.actors]} "
            f"{[(j.code, j.words, j.rule_id) for j in found.jurisdictions]}",
        ]
    )


if __name__ == "__main__":
    main()
