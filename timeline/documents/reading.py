"""What a reader of one format hands back, and the limits that all of them keep."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.errors import InputError
from timeline.model import Document

#: A file, page or line beyond these sizes is refused: an article or a law is far smaller, a bomb is not.
MAX_BYTES = 64 * 1024 * 1024
MAX_CHARACTERS = 5_000_000
MAX_LINE_BYTES = 24 * 1024 * 1024
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as one format gives it (``language`` empty: not said), with notes for the user.

    A note is a whole sentence without the document's name: "It is not UTF-8; it was read as Windows-1252."
    ``undated_note`` is one that matters only when no day of publication is found.
    """

    document: Document
    notes: tuple[str, ...] = ()
    undated_note: str = ""


def writable(text: str) -> str:
    """``text`` with halves of surrogate pairs, which no encoding can write, replaced one by one.

    >>> writable("a\\ud800b") == "a\\ufffdb"
    True
    """
    return _SURROGATE.sub("\ufffd", text)


def checked_text(text: str, name: str) -> str:
    """``text`` (made :func:`writable`), or an :class:`InputError` that says why nothing can be read in it."""
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"{name} holds more than {MAX_CHARACTERS:,} characters; split it into smaller documents.")
    if not text.strip():
        raise InputError(f"{name} is empty; there is nothing to read in it.")
    if not any(character.isalnum() for character in text):
        raise InputError(f"{name} holds no words; check that it is the file you meant.")
    return writable(text)


def too_large(name: str) -> InputError:
    """The refusal of a file beyond :data:`MAX_BYTES`."""
    return InputError(
        f"{name} is larger than {MAX_BYTES // 1024**2} MB; split it, or give it as a corpus in JSON lines."
    )
