"""Entities of short texts, after tests/corpora/entities.yml and jurisdictions.yml."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.entities import find_entities
from timeline.knowledge import read_yaml
from timeline.model import Document, Entity
from timeline.sentences import split_sentences

CORPORA = Path(__file__).resolve().parents[1] / "corpora"


def load(name: str) -> list[Any]:
    groups = yaml.safe_load((CORPORA / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{group}: {case['text'][:50]}") for group, cases in groups.items() for case in cases]


def read(text: str) -> tuple[Entity, ...]:
    document = Document("d", text)
    return find_entities(document, split_sentences(document))


def by_words(found: tuple[Entity, ...], words: str) -> list[Entity]:
    return [e for e in found if " ".join(e.text.split()) == words]


@pytest.mark.parametrize("case", load("entities.yml"))
def test_who_is_named(case: dict[str, Any]) -> None:
    found = read(case["text"])
    for words, wanted in case.get("expect", {}).items():
        rest, _, mention = wanted.partition("~")
        rest, _, name = rest.partition("=")
        kind, *codes = rest.split()
        told = [(e.kind, e.jurisdictions, e.name, e.mention) for e in by_words(found, words)]
        assert told, f"{words!r} not found among {[e.text for e in found]}"
        assert (kind, tuple(codes), name.strip() or words, mention.strip() or "name") in told
    for words in case.get("absent", ()):
        assert not by_words(found, words)
    for code in case.get("absent_codes", ()):
        assert code not in {c for e in found for c in e.jurisdictions}


def listed() -> list[Any]:
    return [
        pytest.param(case, id=f"{record['id']}: {case['text'][:50]}")
        for record in read_yaml("entities/lists.yml")
        for case in (*record["examples"], *record["not_examples"])
    ]


@pytest.mark.parametrize("case", [*load("jurisdictions.yml"), *listed()])
def test_where(case: dict[str, Any]) -> None:
    found = read(case["text"])
    for words, codes in case.get("expect", {}).items():
        entities = by_words(found, words)
        assert entities, f"{words!r} not found among {[e.text for e in found]}"
        assert entities[0].jurisdictions == tuple(codes.split())
        if "rule" in case:
            assert entities[0].rule_id == case["rule"]
    for words in case.get("absent", ()):
        assert not by_words(found, words)
    for code in case.get("absent_codes", ()):
        assert code not in {c for e in found for c in e.jurisdictions}


PIECES = (
    "the of and for Attorney General U.S. District Court v. Georgia Acme Inc. , . ( ) Senator Jane Doe's Commission "
    "Member Members Office Law President City Bank Police coalition attorneys general SAINT PAUL (FTC) Jr & - we We "
    "in Act , Inc. said FBIs Department Justice company he 22 states’ New York "
    "Bill\n\n “ ” — Trump FTC Ministry Mr. Texas,"
)
WORDS = st.sampled_from(PIECES.split(" "))


@given(st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=200)))
def test_spans_hold_on_any_text(text: str) -> None:
    found = read(text)
    after = 0
    for entity in found:
        assert text[entity.start : entity.end] == entity.text
        assert entity.start >= after
        assert entity.end > entity.start
        assert entity.name
        assert not any(code.startswith("?") for code in entity.jurisdictions)
        after = entity.end
    assert read(text) == found


SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpora"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development corpora are not on this machine")
def test_spans_hold_on_real_documents() -> None:
    for line in (SHARED / "events" / "dev.docs.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        for entity in read(text):
            assert text[entity.start : entity.end] == entity.text


def test_we_is_the_publisher_outside_quotations() -> None:
    text = "We filed a case. Our lawyers met. We won. “We are glad,” said Jane Doe. Nobody asked us. The EFF is small."
    document = Document("d", text, publisher="Electronic Frontier Foundation")
    found = find_entities(document, split_sentences(document))
    ours = [e for e in found if e.mention == "pronoun"]
    assert [e.text for e in ours] == ["We", "We"]
    assert {e.name for e in ours} == {"Electronic Frontier Foundation"}
    assert {e.name for e in found if e.text == "EFF"} == {"Electronic Frontier Foundation"}
    anonymous = Document("d", text)
    assert not [e for e in find_entities(anonymous, split_sentences(anonymous)) if e.mention == "pronoun"]


def test_publisher_tells_whose_attorney_general_it_is() -> None:
    text = "The Attorney General today sued Acme Widgets, Inc."
    document = Document("d", text, publisher="Nebraska Attorney General press releases")
    found = find_entities(document, split_sentences(document))
    assert [e.jurisdictions for e in found if e.text == "Attorney General"] == [("US-NE",)]


def test_a_societys_country_decides_whose_government_is_meant() -> None:
    text = "The Government tabled its bill. Dutch authorities had warned."
    document = Document("d", text, publisher="Digital Rights Watch")
    found = find_entities(document, split_sentences(document))
    assert [e.jurisdictions for e in found if e.text == "Government"] == [("AU",)]


def test_a_plural_without_apostrophe_that_opens_no_known_head() -> None:
    text = "The board met again. " * 60 + "It read the attorneys complaint."
    document = Document("d", text)
    assert all(text[e.start : e.end] == e.text for e in find_entities(document, split_sentences(document)))


VOICE = yaml.safe_load((CORPORA.parents[1] / "data" / "entities" / "voice.yml").read_text(encoding="utf-8"))
ASKING = [pytest.param(e, id=e) for r in VOICE if r["id"] != "papers" for e in r["examples"]]


@pytest.mark.parametrize("example", ASKING)
def test_voice_examples(example: str) -> None:
    told = example.replace("<", "").replace(">", "")
    text = f"The agency met in May. We asked for a rule. We think it is fair. We went home. {told}."
    assert {e.name for e in read(text) if e.text == "We"} == {"Lantern Society"}
