"""The one-line title of an event: who did what to whom, in the words of its clause."""

from __future__ import annotations

import re
from functools import cache
from string import Formatter
from typing import Any

from timeline.errors import DataError
from timeline.jurisdictions import jurisdiction_name
from timeline.knowledge import read_yaml
from timeline.model import ActorRole, Amount, CodedJurisdiction, EventMention, Instrument
from timeline.titles.own_words import tell_clause
from timeline.titles.phrase import phrase, shorten, trim
from timeline.titles.sides import join_names, read_sides
from timeline.titles.verbs import no_subjects, tell_active, tell_noun, tell_passive

LONGEST = 90
_FILE = "titles/forms.yml"
_TERM = re.compile(
    r"(?:by|until|within|due|no later than|not later than|deadline|has until|have until)\b", re.IGNORECASE
)
_VERB = re.compile(r"<([-~]?)([A-Za-z ]+)>")
_LINKED = re.compile(r"(?:on|of|over|against|into|for|with|by|to|in|at|about|between|before)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|may|might|could|can|must|should|did|does|do|began|begins|lasted|said|"
    r"found|ended|remains|continues|came|went|alleges|alleged|seeks|sought)\b"
)
_MEASURE = re.compile(r"\b(?:law|bill|measure|ban|act|statute|ordinance|regulation|legislation|prohibition)\b")
_MONEY = frozenset({"fine", "settlement", "enforcement_action", "transaction"})


def make_title(
    text: str,
    mention: EventMention,
    actors: tuple[ActorRole, ...] = (),
    jurisdictions: tuple[CodedJurisdiction, ...] = (),
    instrument: Instrument | None = None,
    amount: Amount | None = None,
) -> str:
    """A headline of at most 90 characters for the event that ``mention`` tells in ``text``.

    It is made of the names of ``actors``, of words of the clause and of the verbs and nouns in
    ``data/titles/forms.yml``, never of anything else; factuality decides the tense. The same parts give the same title.

    >>> mention = EventMention(4, 8, 0, 13, 0, "lawsuit", "actual")
    >>> make_title("FTC sued Acme", mention, (ActorRole("FTC", "plaintiff"), ActorRole("Acme", "defendant")))
    'FTC sues Acme'
    """
    form = _form(mention.event_type)
    sides = read_sides(mention, actors)
    told = "" if form.get("canonical") else tell_clause(text, mention, actors, sides, form.get("subject", ""))
    if form.get("deadline") and _TERM.match(text[mention.start : mention.end]):
        told = _deadline(text, form["deadline"], mention, actors)
    title = told or _by_form(text, form, mention, actors, jurisdictions, instrument) or _by_noun(text, form, mention)
    title = shorten(" ".join(title.split()), LONGEST)
    if amount is not None and mention.event_type in _MONEY and not re.search(r"\d", title):
        title = _with(title, f", {amount.text.strip()}")
    if instrument is not None and instrument.name.lower() not in title.lower():
        title = _with(title, f" ({instrument.name})")
    return title[:1].upper() + title[1:]


def _with(title: str, more: str) -> str:
    return title + more if len(title) + len(more) <= LONGEST else title


@cache
def _form(event_type: str) -> dict[str, Any]:
    forms = read_yaml(_FILE)["forms"]
    if event_type not in forms:
        raise DataError(f"data/{_FILE} has no forms for the event type {event_type!r}; add them.")
    found: dict[str, Any] = forms[event_type]
    return found


def _by_form(
    text: str,
    form: dict[str, Any],
    mention: EventMention,
    actors: tuple[ActorRole, ...],
    jurisdictions: tuple[CodedJurisdiction, ...],
    instrument: Instrument | None,
) -> str:
    """The first form whose parts are all there."""
    agents, patients = read_sides(mention, actors)
    tail = phrase(text, mention.end, _clause_end(mention), actors)
    parts = {
        "agent": join_names(agents)[0],
        "patient": join_names(patients)[0],
        "instrument": instrument.name if instrument else "",
        "place": jurisdiction_name(jurisdictions[0].code) if jurisdictions else "",
        "measure": _measure(text, mention, actors),
        "words": _several(_FINITE.split(phrase(text, mention.start, _clause_end(mention), actors), maxsplit=1)[0]),
        "tail": trim(_FINITE.split(tail, maxsplit=1)[0]) if _LINKED.match(tail) else "",
    }
    for pattern in form["forms"]:
        names = [name for _, name, _, _ in Formatter().parse(pattern) if name]
        if all(parts[name] for name in names):
            first = pattern.split("}")[0].lstrip("{")
            plural = {"agent": join_names(agents)[1], "patient": join_names(patients)[1]}.get(first, False)
            return _tell(pattern, mention, plural or "} and {" in pattern).format(**parts)
    return ""


def _measure(text: str, mention: EventMention, actors: tuple[ActorRole, ...]) -> str:
    """The measure that the clause names before a mention of its start: "measure to prohibit downloads"."""
    nouns = list(_MEASURE.finditer(text, mention.clause_start, mention.start))
    return phrase(text, nouns[-1].start(), mention.start, actors) if nouns else ""


def _tell(pattern: str, mention: EventMention, plural: bool) -> str:
    """The form with its verbs and nouns told by the mention's factuality."""

    def told(found: re.Match[str]) -> str:
        mark, word = found.groups()
        if mark == "~":
            return tell_noun(word, mention.factuality)
        return tell_passive(word, mention.factuality) if mark else tell_active(word, mention.factuality, plural)

    return _VERB.sub(told, pattern)


def _clause_end(mention: EventMention) -> int:
    return max(mention.clause_end, mention.end)


def _several(words: str) -> str:
    """``words`` where they say something: two or more of them, the first no name that stands there by accident."""
    return trim(words) if len(trim(words).split()) > 1 and words[:1].islower() else ""


def _deadline(text: str, noun: str, mention: EventMention, actors: tuple[ActorRole, ...]) -> str:
    """A day to act by, with what is to be done: "Deadline: comments on it are due"; "" where the clause says little."""
    words = phrase(text, mention.clause_start, mention.start, actors)
    first = words.split(" ", 1)[0].casefold()
    return f"{noun}: {words}" if len(words.split()) > 3 and first not in {*no_subjects(), "please", "including"} else ""


def _by_noun(text: str, form: dict[str, Any], mention: EventMention) -> str:
    """What the event is called, with the clause: "Bill: proposal on tolls"."""
    noun = tell_noun(form["noun"], mention.factuality)
    clause = phrase(text, mention.clause_start, max(mention.clause_end, mention.end))
    return f"{noun}: {clause}" if clause else noun
