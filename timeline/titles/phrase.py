"""Words of a clause made fit for a title: one line, no articles, no dates, cut where a phrase ends."""

from __future__ import annotations

import re

from timeline.model import ActorRole

_STOP = re.compile(
    r"[;:!?](?=\s|$)|\s[–—-]{1,2}\s|[()\[\]“”\"\n]|,\s|\s(?:who|which|whose|after|while|when|although|though|because|"
    r"as well as|following|unless|until|since|where|said|according)\b|"
    r"\sand\s(?:\w+\s){1,4}(?:will|would|may|is|was|are|were|has|have|had)\b",  # another clause
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_FULL_MONTH = r"(?:january|february|march|april|june|july|august|september|october|november|december)"
_BEFORE = r"(?:(?:on|in|by|since|from|until|before|earlier|late|early|last|next|this|starting|beginning)\s+)*"
_WHEN = re.compile(
    r",?\s*\bin (?:early |mid-|late )?may\b(?:\s+\d{4})?|"
    rf",?\s*\b{_BEFORE}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|{_MONTH}\s+\d[\d,]*(?:\s+\d{{4}})?|"
    rf"{_FULL_MONTH}(?:\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?|(?:19|20)\d\d|today|yesterday|tomorrow|"
    r"(?:last|next|this)\s+(?:week|month|year))\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:a|an|the|its|his|her|their)\s+", re.IGNORECASE)
_LOOSE = re.compile(
    r"(?:\s+(?:a|an|the|of|to|in|on|for|with|by|from|at|and|or|that|as|is|was|be|its|his|her|their|not|into|over|"
    r"about|against|under|than|has|have|had|were|are|will|also|if|whether|how|such|both|any|all|some))+$",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s(?:of|to|in|on|for|with|by|from|at|and|that|into|over|about|against|under)\s")
_KEPT = 0.5  # a title cut at a joint keeps at least this share of its length
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|St|Bros)\.)$")
_LEFT_OVER = re.compile(r"^(?:and|or)\b.*")  # what stood beside a date that is gone
_DESCRIPTIONS = frozenset(["it", "its", "he", "him", "his", "she", "her", "they", "them", "their"])


def phrase(text: str, start: int, end: int, actors: tuple[ActorRole, ...] = ()) -> str:
    """``text[start:end]`` up to its first break, without articles and dates, names in place of pronouns.

    >>> phrase("signed a measure to prohibit downloads starting next year, users sued", 7, 69)
    'measure to prohibit downloads'
    """
    words = _named(text, start, end, actors)
    stop = _STOP.search(words)
    words = _WHEN.sub(" ", words[: stop.start()] if stop else words)
    return trim(_LEFT_OVER.sub("", " ".join(_ARTICLE.sub("", words).split())))


def trim(line: str) -> str:
    """``line`` without loose words and a full stop at its end.

    >>> trim("review by the board and")
    'review by the board'
    """
    line = _LOOSE.sub("", " " + line).strip(" ,;:-–—'’‘")
    return line if _ABBREVIATED.search(line) else line.rstrip(" .")


def _named(text: str, start: int, end: int, actors: tuple[ActorRole, ...]) -> str:
    parts, at = [], start
    for actor in sorted(actors, key=lambda a: a.start):
        vague = actor.words.lower() in _DESCRIPTIONS or actor.words[:4].lower() in {"the ", "this"}
        if vague and at <= actor.start < actor.end <= end and actor.name.lower() not in actor.words.lower():
            parts += [text[at : actor.start], actor.name]
            at = actor.end
    return "".join(parts) + text[at:end]


def shorten(line: str, limit: int) -> str:
    """``line`` cut to ``limit`` characters where a phrase ends, without a dangling word.

    >>> shorten("Court upholds order of the commission on trade", 30)
    'Court upholds order'
    """
    if len(line) <= limit:
        return line
    cut = line[: limit + 1].rsplit(" ", 1)[0]
    joint = max((m.start() for m in _JOINT.finditer(cut)), default=0)
    if joint > len(cut) * _KEPT:
        cut = cut[:joint]
    return trim(cut)
