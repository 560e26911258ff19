"""What each visitor has added: a workspace of their own beside the one that all see.

A visitor who adds documents gets a random token in a cookie of the browser session; all others, and calendars or feed
readers, see what the server was started with. Workspaces are few and go when they are not used.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Protocol

from flask import has_request_context, request

from timeline.dashboard.adding import Additions, Extract
from timeline.dashboard.selection import Workspace

IDLE_SECONDS: Final = 12 * 3600.0
_MOST_VISITORS: Final = 50
_MOST_ROWS: Final = 1_000_000  # of all visitors together; the newest of them may have more


class CookieJar(Protocol):
    """An answer that a cookie can be put on."""

    def set_cookie(self, key: str, value: str = "", **options: object) -> None:
        """Set it."""


@dataclass
class Own:
    """What belongs to one visitor."""

    workspace: Workspace
    additions: Additions
    seen: float


class Visitors:
    """Finds the workspace of whoever asks; safe for several threads. ``clock`` gives seconds that never go back."""

    def __init__(
        self, base: Workspace, extract: Extract | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.base = base
        self._extract = extract
        self._clock = clock
        self._lock = threading.Lock()
        self._own: OrderedDict[str, Own] = OrderedDict()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="timeline-add")
        # servers on other ports of this machine share the browser's cookies: each has a name of its own
        self._cookie = f"timeline-{secrets.token_hex(4)}"

    @property
    def can_add(self) -> bool:
        """Whether documents can be added at all."""
        return self._extract is not None

    @property
    def workspace(self) -> Workspace:
        """What the visitor who asks sees."""
        own = self._known()
        return own.workspace if own else self.base

    @property
    def additions(self) -> Additions | None:
        """What the visitor who asks has added, if anything."""
        own = self._known()
        return own.additions if own else None

    def open(self, answer: CookieJar) -> Additions:
        """The additions of the visitor who asks; at the first time their cookie is put on ``answer``."""
        known = self._known()
        if known:
            return known.additions
        if self._extract is None:
            raise TypeError("This app was made without a way to add documents.")
        each = getattr(self._extract, "for_visitor", None)
        extract = each() if callable(each) else self._extract
        workspace = Workspace(self.base.data)
        token, own = secrets.token_urlsafe(24), Own(workspace, Additions(workspace, extract, self._pool), self._clock())
        with self._lock:
            self._own[token] = own
            self._tidy()
        answer.set_cookie(self._cookie, token, httponly=True, samesite="Strict", secure=request.is_secure)
        return own.additions

    def _known(self) -> Own | None:
        token = request.cookies.get(self._cookie) if has_request_context() else None
        if token is None:
            return None
        with self._lock:
            self._tidy()
            own = self._own.get(token)
            if own is not None:
                own.seen = self._clock()
                self._own.move_to_end(token)
            return own

    def _tidy(self) -> None:
        """Let go of what was not used for long, and of the longest unused when there is too much."""
        now = self._clock()
        for token in [t for t, own in self._own.items() if now - own.seen > IDLE_SECONDS]:
            del self._own[token]
        while len(self._own) > 1 and (len(self._own) > _MOST_VISITORS or self._rows() > _MOST_ROWS):
            self._own.popitem(last=False)

    def _rows(self) -> int:
        """Rows held for visitors alone; those who have added nothing yet share the base."""
        return sum(own.workspace.data.size for own in self._own.values() if own.workspace.data is not self.base.data)
