"""The examples in the docstrings of the packages that read names."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import timeline.entities
import timeline.instruments
import timeline.jurisdictions

MODULES = [
    "timeline.jurisdictions",
    *(m.name for m in pkgutil.iter_modules(timeline.entities.__path__, "timeline.entities.")),
    *(m.name for m in pkgutil.iter_modules(timeline.instruments.__path__, "timeline.instruments.")),
]


@pytest.mark.parametrize("name", MODULES)
def test_docstring_examples(name: str) -> None:
    failed, _ = doctest.testmod(importlib.import_module(name))
    assert failed == 0
