"""Candidates of the corpora with the hand-made gold laid over them: which are events, which type, how firmly."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from field_gold import read_fields
from own_gold import own_gold

from timeline.entities import find_entities
from timeline.event_types import event_group
from timeline.mentions.survey import Finding, survey
from timeline.mentions.tokens import Tokens
from timeline.mentions.triggers import triggers
from timeline.model import Document
from timeline.sentences import split_sentences
from timeline.timex import find_time_expressions

_SURE = 0.4  # weight of a trigger from which its examples are used in training
_EXAMPLE_WEIGHT = 0.3
_NEGATIVE_COPIES = 3  # the corpora hold hardly a text without events; these must weigh enough to be heard
_SHARE = 0.15  # of a prediction that must lie within gold, as the scorer has it


@dataclass(frozen=True, slots=True)
class Labelled:
    """A candidate with its gold: ``required`` 1, 0 or 0.5 for optional; ``gold`` the event's number or -1."""

    finding: Finding
    start: int
    end: int
    required: float
    weight: float
    leaves: tuple[str, ...]
    gold: int


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of a corpus with its gold events and its labelled candidates."""

    document: Document
    events: list[dict[str, Any]]
    candidates: list[Labelled]


def load_written(corpora: Path) -> list[GoldDocument]:
    """The project's own texts (``tests/corpora``) as labelled documents: marked words are events, all else is none."""
    cases = yaml.safe_load((corpora / "mentions.yml").read_text(encoding="utf-8"))["cases"]
    cases += [{"text": text, "events": {}} for text in _negatives(corpora)] * _NEGATIVE_COPIES
    written = [_written(number, case["text"], case["events"]) for number, case in enumerate(cases)]
    return [*written, *_examples()]


def _examples() -> list[GoldDocument]:
    """The examples of the surer triggers: what a trigger was written for counts a little before any text shows it."""
    documents = []
    for trigger in triggers():
        for number, text in enumerate(trigger.examples if trigger.weight >= _SURE else ()):
            document = _labelled(Document(f"{trigger.id}-{number}", text), [])
            event = {"types": [trigger.leaf], "spans": [[0, len(text)]], "factuality": "actual"}
            told = [
                replace(candidate, required=1.0, weight=_EXAMPLE_WEIGHT, leaves=(trigger.leaf,), gold=0)
                for candidate in document.candidates
                if any(hit.trigger.id == trigger.id for hit in candidate.finding.candidate.hits)
            ]
            documents.append(GoldDocument(document.document, [event], told))
    return documents


def _negatives(corpora: Path) -> list[str]:
    data = yaml.safe_load((corpora / "negative.yml").read_text(encoding="utf-8"))
    return [*data["texts"], *data["states"]]


def _written(number: int, text: str, marked: dict[str, str]) -> GoldDocument:
    events = []
    for words, types in marked.items():
        start = text.index(words)
        events.append({"spans": [[start, start + len(words)]], "types": types.split("/"), "factuality": "actual"})
    return _labelled(Document(f"written-{number}", text), events)


def load_articles() -> list[GoldDocument]:
    """The project's own annotated news (``tests/corpora/events``) as labelled documents."""
    return [_labelled(_document(record), events) for record, events in own_gold()]


def load_fields(texts: Path) -> list[GoldDocument]:
    """Short notices and releases of other corpora that this project's readers annotated (``tests/corpora/fields``)."""
    return [_labelled(_document(record), events) for record, events in read_fields(texts)]


def is_unseen(identifier: str) -> bool:
    """Whether a document belongs to the fifth that is neither read nor trained on."""
    return int(hashlib.sha1(identifier.encode(), usedforsecurity=False).hexdigest(), 16) % 5 == 0


def load_gold(folder: Path, part: str, unseen: bool = False) -> list[GoldDocument]:
    """The documents of ``part`` ("dev" or "train") of the corpus in ``folder``; of train only the allowed part."""
    gold = {g["id"]: g["events"] for g in _lines(folder / f"{part}.gold.jsonl")}
    wanted = [d for d in _lines(folder / f"{part}.docs.jsonl") if part != "train" or is_unseen(d["id"]) == unseen]
    return [_labelled(_document(d), gold[d["id"]]) for d in wanted]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _document(record: dict[str, Any]) -> Document:
    published = date.fromisoformat(record["published"]) if record.get("published") else None
    return Document(record["id"], record["text"], title=record.get("title") or "", published=published)


def _labelled(document: Document, events: list[dict[str, Any]]) -> GoldDocument:
    sentences = split_sentences(document)
    entities = find_entities(document, sentences)
    times = find_time_expressions(document.text, document.published, document.language)
    tokens, findings = survey(document, sentences, entities, times)
    return GoldDocument(document, events, label(tokens, findings, events))


def label(tokens: Tokens, findings: Sequence[Finding], events: Sequence[dict[str, Any]]) -> list[Labelled]:
    """Each candidate takes the gold event whose words it shares, one of its own types first, required ones first.

    A candidate of another type within the words of an event that a better candidate tells is a false alarm, lightly.
    """
    spans = [(tokens.starts[f.candidate.first], tokens.ends[f.candidate.last - 1]) for f in findings]
    shared = [[k for k, e in enumerate(events) if overlaps(span, e["spans"])] for span in spans]
    told = {k for f, ks in zip(findings, shared, strict=True) for k in ks if _fit(f, events[k]) > 0}
    labelled = []
    for finding, span, ks in zip(findings, spans, shared, strict=True):
        ranked = sorted(ks, key=lambda k: (-_fit(finding, events[k]), bool(events[k].get("optional")), k))
        best = ranked[0] if ranked else -1
        if best < 0 or (_fit(finding, events[best]) == 0 and best in told):
            labelled.append(Labelled(finding, *span, 0.0, 0.3 if ranked else _against(finding, events), (), -1))
        else:
            required, weight = _required(events[best])
            labelled.append(Labelled(finding, *span, required, weight, _leaves(finding, events[best]), best))
    return labelled


def _against(finding: Finding, events: Sequence[dict[str, Any]]) -> float:
    """How much a candidate outside all gold counts: half where it may tell once more of an event that gold has."""
    leaf = finding.candidate.hits[0].trigger.leaf
    return 0.5 if any(leaf in event["types"] for event in events) else 1.0


def _required(event: dict[str, Any]) -> tuple[float, float]:
    """How firmly an event is wanted, and how much its mentions count in training.

    Optional events say little; what is merely possible or denied had better not become a row.
    """
    if not event.get("optional"):
        return 1.0, 1.0
    return (0.25, 0.4) if event.get("factuality") in ("hypothetical", "denied") else (0.5, 0.3)


def overlaps(span: tuple[int, int], gold: Sequence[Sequence[int]]) -> bool:
    """Whether ``span`` shares enough of itself with one of the gold spans."""
    need = max(1, _SHARE * (span[1] - span[0]))
    return any(min(span[1], g[1]) - max(span[0], g[0]) >= need for g in gold)


def _fit(finding: Finding, event: dict[str, Any]) -> int:
    leaves = {hit.trigger.leaf for hit in finding.candidate.hits}
    if leaves & set(event["types"]):
        return 2
    return int(bool({event_group(leaf) for leaf in leaves} & {event_group(leaf) for leaf in event["types"]}))


def _leaves(finding: Finding, event: dict[str, Any]) -> tuple[str, ...]:
    """The right types, those that a trigger proposes first."""
    own = {hit.trigger.leaf for hit in finding.candidate.hits}
    return tuple(sorted(event["types"], key=lambda leaf: (leaf not in own, event["types"].index(leaf))))
