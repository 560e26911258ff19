"""One function over many documents, in several processes, with results in the order in which the documents came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from timeline.model import Document

_AHEAD = 8  # documents a process that wait their turn: enough to keep it busy, few enough never to hold a large corpus

Result = TypeVar("Result")


def ordered_map(
    function: Callable[[Document], Result], documents: Iterable[Document], jobs: int
) -> Iterator[tuple[Document, Result]]:
    """Each document with ``function`` of it; the result is the same with any number of ``jobs``.

    >>> [length for _, length in ordered_map(lambda d: len(d.text), [Document("a", "one"), Document("b", "three")], 1)]
    [3, 5]
    """
    if jobs <= 1:
        for document in documents:
            yield document, function(document)
        return
    waiting: deque[tuple[Document, Future[Result]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver")) as pool:
        for document in documents:
            waiting.append((document, pool.submit(function, document)))
            if len(waiting) >= _AHEAD * jobs:
                done, result = waiting.popleft()
                yield done, result.result()
        while waiting:
            done, result = waiting.popleft()
            yield done, result.result()
