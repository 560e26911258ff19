"""Who is what: the examples of the frames and ``tests/corpora/roles.yml``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from timeline.event_types import event_types
from timeline.knowledge import read_yaml
from timeline.participants import Participants

_CORPUS = yaml.safe_load((Path(__file__).resolve().parents[1] / "corpora" / "roles.yml").read_text(encoding="utf-8"))
_FRAMES = read_yaml("participants/frames.yml")["frames"]


def _example(line: str) -> tuple[str, dict[str, str]]:
    text, expected = line.split(" => ")
    return text, dict(pair.rsplit(": ", 1) for pair in expected.split(", "))


@pytest.mark.parametrize(
    ("event_type", "line"), [(f["id"], line) for f in _FRAMES for line in f["examples"]], ids=lambda v: v
)
def test_examples_of_frames(cast: Callable[..., Participants], event_type: str, line: str) -> None:
    text, expected = _example(line)
    assert {a.name: a.role for a in cast(f"{text}.", event_type).actors} == expected


def test_every_event_type_has_a_frame() -> None:
    assert {f["id"] for f in _FRAMES} == set(event_types())


@pytest.mark.parametrize("case", _CORPUS, ids=lambda c: c["text"][:60])
def test_corpus(cast: Callable[..., Participants], case: dict[str, object]) -> None:
    found = cast(case["text"], case["type"], case.get("title", ""), bool(case.get("anaphoric")))
    assert {a.name: a.role for a in found.actors} == case["actors"]
    if "instrument" in case:
        assert (found.instrument.name if found.instrument else None) == case["instrument"]
    if "amount" in case:
        assert (found.amount.value if found.amount else None) == case["amount"]
