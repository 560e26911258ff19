"""Checks of single values: each says what is wrong, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from timeline.event_types import event_types
from timeline.jurisdictions import is_jurisdiction

#: A value in, a complaint out (a clause without subject: "is no date."), empty when it is in order.
Check = Callable[[str], str]

_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_URL = re.compile(r"https?://[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)


def text(value: str) -> str:
    """Any words, without stray white space."""
    if value != value.strip():
        return f"{value!r} begins or ends with white space."
    return f"{value!r} holds several spaces in a row." if "  " in value else ""


def verbatim(value: str) -> str:
    """Beginnings of words to find, where a space at the end has its meaning."""
    return "" if value.strip() else "is only white space."


def identifier(value: str) -> str:
    """Lower-case words joined by hyphens.

    >>> identifier("tiktok-v-knudsen"), identifier("TikTok")
    ('', "'TikTok' is no id (lower-case words joined by hyphens).")
    """
    return "" if _ID.fullmatch(value) else f"{value!r} is no id (lower-case words joined by hyphens)."


def day(value: str) -> str:
    """A day as YYYY-MM-DD."""
    try:
        return "" if date.fromisoformat(value).isoformat() == value else f"{value!r} is no day as YYYY-MM-DD."
    except ValueError:
        return f"{value!r} is no day as YYYY-MM-DD."


def url(value: str) -> str:
    """A web address."""
    return "" if _URL.fullmatch(value) else f"{value!r} is no web address."


def number(value: str) -> str:
    """A decimal number."""
    try:
        float(value)
    except ValueError:
        return f"{value!r} is no number."
    return ""


def pattern(value: str) -> str:
    """A regular expression that compiles."""
    try:
        re.compile(value)
    except re.error as error:
        return f"{value!r} is no regular expression ({error})."
    return ""


@cache
def jurisdiction(value: str) -> str:
    """A code of ISO 3166, or EU."""
    return "" if is_jurisdiction(value) else f"{value!r} is no code of ISO 3166 (nor EU)."


@cache
def currency(value: str) -> str:
    """A code of ISO 4217."""
    import pycountry

    return "" if pycountry.currencies.get(alpha_3=value) else f"{value!r} is no code of ISO 4217."


def default_jurisdiction(value: str) -> str:
    """A question mark, alone or before a code.

    >>> default_jurisdiction("?US"), default_jurisdiction("?")
    ('', '')
    """
    code = value.removeprefix("?")
    return "" if value == "?" else jurisdiction(code)


def event_type(value: str) -> str:
    """A leaf of the event types."""
    return "" if value in event_types() else f"{value!r} is no event type."


def one_of(choices: Iterable[str]) -> Check:
    """One of a few words."""
    allowed = frozenset(choices)
    listed = ", ".join(sorted(allowed))

    def check(value: str) -> str:
        return "" if value in allowed else f"{value!r} is none of {listed}."

    return check


def optional(check: Check) -> Check:
    """The same, or nothing at all."""
    return lambda value: check(value) if value else ""


def required(check: Check) -> Check:
    """The same, and never empty."""
    return lambda value: check(value) if value else "is empty."


def listed(check: Check, separator: str = ";") -> Check:
    """Values joined by a separator, none twice and without stray white space; nothing at all is fine.

    >>> listed(identifier)("a;b; c")
    "' c' begins or ends with white space."
    """

    def each(value: str) -> str:
        items = value.split(separator) if value else []
        for item in items:
            stray = "" if check is verbatim else required(text)(item)
            if complaint := (stray or check(item)):
                return complaint
        twice = {item for item in items if items.count(item) > 1}
        return f"{min(twice)!r} stands there twice." if twice else ""

    return each
