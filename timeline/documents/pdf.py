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
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|página|pagina)?\W*\d{1,4}(?:\W+(?:of|von|de|di|sur|/)?\W*\d{1,4})?\W*", re.IGNORECASE
)
#: What a browser prints around a page: the moment of printing and the title above, address and page number below.
_PRINTED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)? .*|(?:https?|file)://\S+ \d+/\d+")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-"}
_FEWEST_PAGES = 3
_FULL_LINE = 0.8  # of the usual width: letters are not all equally wide


def read_pdf(data: bytes, name: str) -> Reading:
    """The text of a PDF file, with words that a line end had cut joined again.

    The day a PDF file was made is no publication date: it is told as a note, never used. Ligatures become letters.
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
    hint = f"Its file was made on {made}; give --published {made} if that is the day it was published." if made else ""
    return Reading(Document(id=name, text=checked_text(text, name), title=title, language=""), undated_note=hint)


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
    kept = [[line for line in map(_plain, page.splitlines()) if not _is_furniture(line)] for page in pages]
    repeated = _repeated(kept)
    return _paragraphs([line for lines in kept for line in lines if line not in repeated])


def _plain(line: str) -> str:
    return "".join(_LIGATURES.get(letter, letter) for letter in line).strip()


def _is_furniture(line: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line) or _PRINTED.fullmatch(line))


def _repeated(pages: list[list[str]]) -> set[str]:
    """Lines that head or foot most pages."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    edges: Counter[str] = Counter()
    for page in pages:
        lines = [line for line in page if line]
        edges.update(set(lines[:1] + lines[-1:]))
    return {line for line, count in edges.items() if count > 0.6 * len(pages)}


def _paragraphs(lines: list[str]) -> str:
    """Lines joined where the first word of the next would not have fitted, or where it goes on in small letters."""
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return ""
    width = lengths[len(lengths) * 9 // 10]
    text = ""
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        text += line
        if not line or not after:
            text += "" if text.endswith("\n") else "\n\n"
        elif len(line) + 1 + len(after.split()[0]) < _FULL_LINE * width and not after[0].islower():
            text += "\n\n"
        elif line.endswith("-") and line[-2:-1].islower() and after[0].islower():
            word = f"{line.split()[-1]}{after.split()[0]}"
            text = text if any(word in other for other in lines) else text[:-1]  # "in-depth" stands elsewhere too
        else:
            text += " "
    return text.strip() + "\n"
