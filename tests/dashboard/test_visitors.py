"""What one visitor adds is theirs: found by their cookie, few at a time, gone when unused."""

from __future__ import annotations

import pytest
from flask import Flask, Response

from tests.synthetic import make_synthetic
from timeline.dashboard import visitors as module
from timeline.dashboard.dataset import Dataset, make_dataset
from timeline.dashboard.selection import Workspace
from timeline.dashboard.visitors import IDLE_SECONDS, Visitors

SERVER = Flask(__name__)


def _data(rows: int) -> Dataset:
    table = make_synthetic(rows)
    return make_dataset(table.events, table.evidence, table.documents)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visitors(clock: Clock) -> Visitors:
    return Visitors(Workspace(_data(10)), lambda sources: None, clock=clock)  # type: ignore[arg-type, return-value]  # a bare stand-in for reading


def _come(visitors: Visitors) -> str:
    """The cookie of a new visitor."""
    answer = Response()
    with SERVER.test_request_context():
        visitors.open(answer)  # type: ignore[arg-type]  # all it needs of an answer
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    return cookie.split(";")[0]


def _workspace(visitors: Visitors, cookie: str) -> Workspace:
    with SERVER.test_request_context(headers={"Cookie": cookie}):
        return visitors.workspace


def test_each_has_a_workspace_of_their_own(visitors: Visitors) -> None:
    one, two = _come(visitors), _come(visitors)
    _workspace(visitors, one).replace(_data(12))
    assert _workspace(visitors, one).data.size == 12
    assert _workspace(visitors, two).data.size == 10
    for stranger in ("", "timeline-0=x", one[:-1]):
        assert _workspace(visitors, stranger) is visitors.base
    assert visitors.workspace is visitors.base


def test_unused_ones_go(visitors: Visitors, clock: Clock) -> None:
    one, two = _come(visitors), _come(visitors)
    clock.now = 0.7 * IDLE_SECONDS
    assert _workspace(visitors, one) is not visitors.base
    clock.now = 1.4 * IDLE_SECONDS
    assert _workspace(visitors, one) is not visitors.base
    assert _workspace(visitors, two) is visitors.base


def test_there_are_only_so_many(visitors: Visitors, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_VISITORS", 3)
    cookies = [_come(visitors) for _ in range(5)]
    assert [_workspace(visitors, cookie) is visitors.base for cookie in cookies] == [True, True, False, False, False]
    monkeypatch.setattr(module, "_MOST_ROWS", 30)
    for cookie in cookies[2:]:
        _workspace(visitors, cookie).replace(_data(12))
    assert [_workspace(visitors, cookie) is visitors.base for cookie in cookies[:1:-1]] == [False, False, True]
