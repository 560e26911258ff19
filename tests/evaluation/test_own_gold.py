"""The own annotated news keep to the annotation guide's form, so that a slip of the pen does not become a figure."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from own_gold import FOLDER, Record, own_gold, read_genre

from timeline.event_types import event_types
from timeline.jurisdictions import jurisdiction_name

PAIRS = own_gold()
FACTUALITIES = {"actual", "scheduled", "proposed", "hypothetical", "denied"}

each_document = pytest.mark.parametrize(("document", "events"), [pytest.param(d, e, id=d["id"]) for d, e in PAIRS])


def test_identifiers_are_unique_and_name_their_genre() -> None:
    identifiers = Counter(document["id"] for document, _ in PAIRS)
    assert [i for i, count in identifiers.items() if count > 1] == []
    assert [d["id"] for d, _ in PAIRS if not d["id"].startswith(f"{d['source']}-")] == []


@each_document
def test_texts_are_short_articles(document: Record, events: list[Record]) -> None:
    assert 100 <= len(document["text"].split()) <= 380
    assert document["text"] == document["text"].strip()
    assert document["title"].strip()
    assert len({tuple(event["spans"][0]) for event in events}) == len(events)


@each_document
def test_types_are_leaves(document: Record, events: list[Record]) -> None:
    leaves = set(event_types())
    assert [e["quote"] for e in events if not e["types"] or not leaves.issuperset(e["types"])] == []
    assert [e["quote"] for e in events if len(e["types"]) != len(set(e["types"]))] == []


@each_document
def test_jurisdictions_are_known_codes(document: Record, events: list[Record]) -> None:
    codes = {code for event in events for code in event["jurisdictions"]}
    assert [code for code in sorted(codes) if jurisdiction_name(code) == code] == []
    assert [e["quote"] for e in events if not e["jurisdictions"]] == []


@each_document
def test_what_may_or_did_not_happen_is_never_asked_for(document: Record, events: list[Record]) -> None:
    assert [e["quote"] for e in events if e["factuality"] not in FACTUALITIES] == []
    assert [e["quote"] for e in events if e["factuality"] in ("hypothetical", "denied") and not e["optional"]] == []


@each_document
def test_spans_point_at_the_words(document: Record, events: list[Record]) -> None:
    text = document["text"]
    assert [e["quote"] for e in events if text[slice(*e["spans"][0])] != e["quote"]] == []
    assert [e["quote"] for e in events if len(e["spans"]) != len({tuple(span) for span in e["spans"]})] == []
    assert all(0 <= start < end <= len(text) for event in events for start, end in event["spans"])


@each_document
def test_dates_are_ordered_and_bounded_by_publication(document: Record, events: list[Record]) -> None:
    assert [e["quote"] for e in events if e["start"] and e["end"] and e["start"] > e["end"]] == []
    assert [e["quote"] for e in events if e["dated"] and not (e["start"] or e["end"])] == []
    if published := document["published"]:
        happened = [e for e in events if e["factuality"] == "actual"]
        coming = [e for e in events if e["factuality"] == "scheduled"]
        assert [e["quote"] for e in happened if e["end"] is None or e["end"] > published] == []
        assert [e["quote"] for e in coming if e["end"] is not None and e["end"] < published] == []


@each_document
def test_actors_stand_in_title_or_text(document: Record, events: list[Record]) -> None:
    text = f"{document['title']}\n{document['text']}".casefold()
    actors = [names for event in events for names in event["actors"]]
    assert [names for names in actors if not any(name.casefold() in text for name in names)] == []


def test_every_type_and_factuality_occurs() -> None:
    events = [event for _, found in PAIRS for event in found]
    assert set(event_types()) <= {leaf for event in events for leaf in event["types"]}
    assert {event["factuality"] for event in events} == FACTUALITIES


MINIMAL = """
documents:
  - id: x
    published: null
    title: A fine
    text: A fine. And a fine.
    events:
      - {{quote: fine, {extra} types: [fine], start: null, end: null, dated: false,
         jurisdictions: [US], actors: [], factuality: actual}}
"""


@pytest.mark.parametrize(
    ("extra", "message"),
    [("", "stands 2 times"), ("occurrence: 3,", "no occurrence 3"), ("more: [penalty],", "stands 2 times")],
)
def test_ambiguous_words_are_refused(tmp_path: Path, extra: str, message: str) -> None:
    path = tmp_path / "genre.yml"
    path.write_text(MINIMAL.format(extra=extra), encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_genre(path)


def test_an_occurrence_is_counted_from_one(tmp_path: Path) -> None:
    path = tmp_path / "genre.yml"
    path.write_text(MINIMAL.format(extra="occurrence: 2,"), encoding="utf-8")
    [(_, [event])] = read_genre(path)
    assert event["spans"] == [[14, 18]]


def test_the_folder_holds_one_file_a_genre() -> None:
    assert {path.stem for path in FOLDER.glob("*.yml")} == {document["source"] for document, _ in PAIRS}
