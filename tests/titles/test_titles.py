"""Titles: the corpus, and what holds for all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.participants.conftest import mention_of, parse
from timeline.event_types import event_types
from timeline.knowledge import read_yaml
from timeline.model import ActorRole, EventMention
from timeline.participants import find_participants
from timeline.sentences import split_sentences
from timeline.titles import LONGEST, make_title

_CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "titles.yml"
_FACTUALITY = ["actual", "scheduled", "proposed", "hypothetical", "denied"]


def _title(case: dict[str, Any]) -> str:
    parts = parse(case["text"])
    sentences = split_sentences(parts.document)
    mention = replace(mention_of(parts, sentences, case["type"]), factuality=case.get("told", "actual"))
    found = find_participants(parts.document, sentences, [mention], parts.entities, parts.instruments, parts.amounts)[0]
    text = parts.document.text
    return make_title(text, mention, found.actors, found.jurisdictions, found.instrument, found.amount)


@pytest.mark.parametrize("case", yaml.safe_load(_CORPUS.read_text(encoding="utf-8")), ids=lambda c: c["title"])
def test_corpus(case: dict[str, Any]) -> None:
    assert _title(case) == case["title"]


def test_every_event_type_has_forms() -> None:
    assert set(read_yaml("titles/forms.yml")["forms"]) == set(event_types())


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(event_types())),
    st.sampled_from(_FACTUALITY),
    st.text("abAB ,.\n(-", min_size=3, max_size=200),
    st.lists(st.sampled_from(["Acme Corp.", "Commission for " + "Very " * 12 + "Long Names", "Jane Doe"]), max_size=4),
    st.sampled_from(["authority", "target", "plaintiff", "defendant", "party", "judge", "speaker"]),
)
def test_one_short_line(kind: str, told: str, text: str, names: list[str], role: str) -> None:
    mention = EventMention(1, 2, 0, len(text), 0, kind, told)  # type: ignore[arg-type]  # plain strings of YAML
    actors = tuple(ActorRole(name, role) for name in names)  # type: ignore[arg-type]  # plain strings of YAML
    title = make_title(text, mention, actors)
    assert title
    assert len(title) <= LONGEST
    assert title == " ".join(title.split())
    assert title == make_title(text, mention, actors)
