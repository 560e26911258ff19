"""PDF files: their text, reflowed into paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from timeline.documents.reading import MAX_CHARACTERS, Reading, checked_text
from timeline.errors import InputError
from timeline.model import Document

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_PAGES = 5_000
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])[-\u00ad]\n(?=[a-zà-ÿ])")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|página|pagina)?\W*\d{1,4}(?:\W+(?:of|von|de|di|sur|/)?\W*\d{1,4})?\W*", re.IGNORECASE
)
_FEWEST_PAGES = 3


def read_pdf(data: bytes, name: str) -> Reading:
    """The text of a PDF file, with words that a line end had cut joined again.

    The day a PDF file was made is no publication date: it is told as a note, never used.
    Raises :class:`InputError` for broken or locked files and for scans without text.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name} is locked with a password; save an unlocked copy and give that.")
        pages = _pages(reader, name)
        title, made = _about(reader.metadata)
    except DependencyError as error:
        raise InputError(
            f"{name} is encrypted in a way this installation cannot open; save an unlocked copy."
        ) from error
    # a broken PDF surfaces as almost any of these, far below pypdf's own errors
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OSError) as error:
        raise InputError(
            f"{name} is not a PDF that can be read (damaged or cut short); save it again and retry."
        ) from error
    text = _reflow(pages)
    if not text.strip():
        raise InputError(f"{name} holds no text, only pictures of it; run text recognition (OCR) first.")
    notes = (
        (f"Its file was made on {made}; give --published {made} if that is the day it was published.",) if made else ()
    )
    return Reading(Document(id=name, text=checked_text(text, name), title=title, language=""), notes)


def _pages(reader: PdfReader, name: str) -> list[str]:
    if len(reader.pages) > _MAX_PAGES:
        raise InputError(f"{name} has more than {_MAX_PAGES:,} pages; split it into smaller files.")
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        size += len(pages[-1])
        if size > MAX_CHARACTERS:
            raise InputError(f"{name} holds more than {MAX_CHARACTERS:,} characters; split it into smaller files.")
    return pages


def _about(metadata: Any) -> tuple[str, str]:
    """Title and day of making as ISO text; either may be empty."""
    if metadata is None:
        return "", ""
    made = metadata.creation_date
    return str(metadata.title or "").strip(), made.date().isoformat() if made else ""


def _reflow(pages: list[str]) -> str:
    numbered = [[line.strip() for line in page.replace("\r", "\n").split("\n")] for page in pages]
    kept = [[line for line in lines if not _PAGE_NUMBER.fullmatch(line)] for lines in numbered]
    furniture = _furniture(kept)
    body = "\n".join("\n".join(line for line in lines if line not in furniture) for lines in kept)
    return _HYPHEN.sub("", body) + "\n"


def _furniture(pages: list[list[str]]) -> set[str]:
    """Lines that head or foot most pages."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        edges.update(set(lines[:1] + lines[-1:]))
    return {line for line, count in edges.items() if count > 0.6 * len(pages)}
