"""The README names every command, format and column, so that none can be added in silence."""

from pathlib import Path

import pytest

from timeline.cli.main import commands
from timeline.exports.export import FORMATS
from timeline.table import EVENT_COLUMNS

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")

NAMES = {
    "command": [f"timeline {name}" for name in commands.commands],
    "format": list(FORMATS),
    "column": list(EVENT_COLUMNS),
}


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, names in NAMES.items() for name in names])
def test_the_readme_names_it(kind, name):
    assert name in README, f"add the {kind} {name} to README.md"
