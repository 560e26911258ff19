"""The command line called as a user would, in this process."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from timeline.cli.main import run

ARTICLE = """Regulator fines Orinoco

Published: 24 May 2023

The Federal Trade Commission fined Orinoco Corp. $5 million on 3 May 2023.

The governor of Montana signed a bill to ban the app on Monday. Orinoco sued the state.
"""


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


@pytest.fixture
def article(tmp_path, monkeypatch):
    """A folder, made the current one, with a small article in it; the article's name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    return "article.txt"


@pytest.fixture
def timeline(capsysbinary):
    """Run ``timeline`` with these arguments: status, standard output, standard error."""

    def call(*arguments: str) -> Result:
        capsysbinary.readouterr()
        status = run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        assert b"Traceback" not in err
        return Result(status, out.decode(), err.decode())

    return call
