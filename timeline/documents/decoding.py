"""Bytes to text: UTF-8, UTF-16 and UTF-32 by their marks, Windows-1252 as the last resort and never silently."""

from __future__ import annotations

import codecs
import re

from timeline.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE = 65_536
_BINARY_SHARE = 0.01


def decode(data: bytes, name: str, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """``data`` as text with line ends normalised to ``\\n``, and notes on anything that was not plain UTF-8.

    ``declared`` is the encoding that a header or meta element names; it is used when the bytes agree with it.
    Raises :class:`InputError` for binary data.

    >>> decode("Fine of €5".encode("cp1252"), "a.txt")[0]
    'Fine of €5'
    """
    text, notes = _decode(data, name, declared)
    return normalise_newlines(text), notes


def normalise_newlines(text: str) -> str:
    """``text`` with every line end as ``\\n``.

    >>> normalise_newlines("a\\r\\nb\\rc")
    'a\\nb\\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, name: str, declared: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return data.decode(unmarked, errors="replace"), (
            f"It has no byte order mark; it was read as {unmarked.upper()}.",
        )
    sample = data[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _BINARY_SHARE * len(sample):
        raise InputError(f"{name} holds binary data rather than text; convert it to text, HTML, PDF or DOCX first.")
    if declared:
        text = _declared(data, declared)
        if text is not None:
            return text, ()
    return _utf8_or_western(data)


def _marked(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    return text, (f"It has bytes that are not {encoding.upper()}; they were replaced.",) if "\ufffd" in text else ()


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of a Western text has a zero in every second byte, and only there."""
    sample = data[: _SAMPLE // 2 * 2]
    half = len(sample) // 2
    if half < 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else ""


def _declared(data: bytes, declared: str) -> str | None:
    try:
        return data.decode(codecs.lookup(declared).name)
    except (LookupError, UnicodeDecodeError, ValueError, AttributeError):
        return None  # a page that lies about its encoding is read as if it had said nothing


def _utf8_or_western(data: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and _MULTIBYTE.search(data):
            return data[: error.start].decode("utf-8"), ("It ends in the middle of a character; it may be cut short.",)
        text = data.decode("utf-8", errors="replace")
    if len(_MULTIBYTE.findall(data)) > text.count("\ufffd"):
        return text, ("It has bytes that are not UTF-8; they were replaced.",)
    return data.decode("cp1252", errors="replace"), ("It is not UTF-8; it was read as Windows-1252.",)
