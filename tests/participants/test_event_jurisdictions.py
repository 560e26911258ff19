"""Whose law each event is: ``tests/corpora/event_jurisdictions.yml``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from timeline.participants import Participants

_CORPUS = Path(__file__).resolve().parents[1] / "corpora" / "event_jurisdictions.yml"


@pytest.mark.parametrize("case", yaml.safe_load(_CORPUS.read_text(encoding="utf-8")), ids=lambda c: c["text"][:60])
def test_corpus(cast: Callable[..., Participants], case: dict[str, Any]) -> None:
    found = cast(case["text"], case["type"], case.get("title", ""), publisher=case.get("publisher", ""))
    assert [j.code for j in found.jurisdictions] == case["codes"]
