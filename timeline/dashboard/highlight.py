"""Document text with the words behind an event marked; text stays text, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit

from dash import html

from timeline.model import Document
from timeline.sentences import split_sentences

#: Of overlapping spans the first named here wins.
FIELDS: Final = ("event", "date", "actor", "jurisdiction", "instrument", "amount")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` of a text that stand for ``field``."""

    start: int
    end: int
    field: str


def marked(text: str, start: int, end: int, spans: Iterable[Span]) -> list[Any]:
    """The characters from ``start`` to ``end`` as strings and ``html.Mark`` parts.

    >>> [type(part).__name__ for part in marked("The FTC sued Acme.", 0, 18, [Span(8, 12, "event")])]
    ['str', 'Mark', 'str']
    """
    parts: list[Any] = []
    at = start
    for span in _disjoint(spans):
        if span.start < at or span.end > end:
            continue
        if span.start > at:
            parts.append(text[at : span.start])
        parts.append(html.Mark(text[span.start : span.end], className=f"mark mark-{span.field}", title=span.field))
        at = span.end
    if at < end:
        parts.append(text[at:end])
    return parts


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (FIELDS.index(s.field) if s.field in FIELDS else len(FIELDS), s.start)):
        if span.end > span.start and all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def sentence_span(document: Document, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold the characters ``start`` to ``end``."""
    inside = [s for s in split_sentences(document) if s.start < max(end, start + 1) and s.end > start]
    return (inside[0].start, inside[-1].end) if inside else (start, end)


def web_address(url: str) -> str:
    """The address if it is one of the web; anything else (javascript:, file: ...) is no link.

    >>> web_address("javascript:alert(1)"), web_address("https://example.org/a")
    ('', 'https://example.org/a')
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""


def words_address(url: str, sentence: str) -> str:
    """The address with a text fragment, so that a browser opens the page at the words of the sentence."""
    address = web_address(url)
    words = sentence.split()
    if not address or "#" in address or not words:
        return address
    first = " ".join(words[:6])
    last = " ".join(words[-4:])
    fragment = quote(first, safe="") + ("," + quote(last, safe="") if len(words) > 12 else "")
    return f"{address}#:~:text={fragment.replace('-', '%2D')}"
