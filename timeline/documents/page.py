"""HTML pages: the main text without menus, and what the page says of its title, publisher and day."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from timeline.documents.dates import iso_day
from timeline.documents.decoding import decode
from timeline.documents.reading import Reading, checked_text
from timeline.errors import InputError
from timeline.model import Document

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_LANGUAGE = re.compile(r"<html[^>]{0,300}\blang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
_WHOLE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"updat|modif|changed|revis|copyright|©|&copy;|mis(?:e)? à jour|aktualisiert|geändert|actualizad|aggiornat"
)
_PUBLISHED = re.compile(r"publi|posted|issued|created|released|veröffentlicht|pubblicat")
_BEFORE = 200
#: htmldate takes dates up to its ``max_date``; left out, that would be the clock.
_LAST_DAY = "2199-12-31"
_FIRST_DAY = "1990-01-01"


def read_page(data: bytes, name: str, url: str = "", declared: str = "") -> Reading:
    """The article in an HTML page. ``declared`` is the encoding an HTTP header names.

    Raises :class:`InputError` when the page holds no text of its own.
    """
    meta = _CHARSET.search(data[:4096])
    source, notes = decode(data, name, declared or (meta[1].decode("ascii", "ignore") if meta else ""))
    if not _WHOLE.search(source):
        source = f"<html><body>{source}</body></html>"  # a fragment, as mail and clipboards hold them
    page = _parse(source, url)
    if page is None or not (page.text or "").strip():
        raise InputError(
            f"{name} holds no article text (a page drawn by scripts?); save it as text or PDF and give that."
        )
    published, hint = _published(source, page.date, url)
    document = Document(
        id=name,
        text=checked_text(_paragraphs(page.text), name),
        title=(page.title or "").strip(),
        publisher=_publisher(page, url),
        url=url or page.url or "",
        published=published,
        published_basis="metadata" if published else "unknown",
        language=_language(source),
    )
    return Reading(document, notes, hint)


def _parse(source: str, url: str) -> Any:
    import trafilatura

    return trafilatura.bare_extraction(
        source,
        url=url or None,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "min_date": _FIRST_DAY,
            "max_date": _LAST_DAY,
        },
    )


def _paragraphs(text: str) -> str:
    """trafilatura gives a paragraph a line; a blank line between keeps them apart for every reader."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(line for line in lines if line) + "\n"


def _published(source: str, found: str | None, url: str) -> tuple[date | None, str]:
    """The day found, if the page says it, and says it of its publication; else a hint at what it does say.

    A day that was filled in from a mere year is none, and one that only tells of a change bounds the publication from
    above: both are left to the reader.
    """
    day = iso_day(found or "")
    if day is None:
        return None, ""
    numeric = rf"{day.year}[-/.]?0?{day.month}[-/.]?0?{day.day}(?!\d)"
    reversed_ = rf"(?<!\d)0?{day.day}[-/. ]+0?{day.month}[-/. ]+{day.year}|(?<!\d)0?{day.month}/0?{day.day}/{day.year}"
    worded = rf"(?<!\d)0?{day.day}(?:st|nd|rd|th|er|º|\.)?(?:,|\s|&nbsp;|de )[^<>]{{0,24}}{day.year}"
    place = f"{source} {url}"
    said = [match.start() for match in re.finditer(f"{numeric}|{reversed_}|{worded}", place)]
    if any(not _tells_of_change(place, at) for at in said):
        return day, ""
    hint = f"Its page says {day} only of a change; give --published {day} if that is the day it was published."
    return None, hint if said else ""


def _tells_of_change(source: str, at: int) -> bool:
    """Whether the words before a date, back to the tag they stand in, speak of an update and not of publication."""
    start = max(source.rfind("<", 0, at), at - _BEFORE)
    before = source[start:at].lower()
    changed = max((match.start() for match in _CHANGED.finditer(before)), default=-1)
    published = max((match.start() for match in _PUBLISHED.finditer(before)), default=-1)
    return changed > published


def _publisher(page: Any, url: str) -> str:
    return (page.sitename or "").strip() or (page.hostname or "") or (urlsplit(url).hostname or "")


def _language(source: str) -> str:
    found = _LANGUAGE.search(source[:4096])
    return found[1].lower() if found else ""
