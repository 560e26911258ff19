"""The one-line title of an event: who did what to whom, in the words of its clause."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from timeline.errors import DataError
from timeline.knowledge import read_yaml
from timeline.model import ActorRole, Amount, CodedJurisdiction, EventMention, Factuality, Instrument, Role
from timeline.participants.clause import read_voice
from timeline.participants.frames import frame_of
from timeline.titles.phrase import phrase, shorten
from timeline.titles.verbs import base_of, is_auxiliary, tell_active, tell_noun, tell_passive

LONGEST = 90
_LONG_NAME = 60
_VERB = re.compile(r"<(-?)([a-z]+)>")
_WORD = re.compile(r"[\w'’-]+")
_AUXILIARY = re.compile(r"\s(?:has|have|had|is|are|was|were|be|been|being|will|would|may|might|to)\b", re.IGNORECASE)
_DOERS: frozenset[Role] = frozenset({"authority", "judge"})


def make_title(  # noqa: PLR0917 # an event has these parts
    text: str,
    mention: EventMention,
    actors: tuple[ActorRole, ...] = (),
    jurisdictions: tuple[CodedJurisdiction, ...] = (),
    instrument: Instrument | None = None,
    amount: Amount | None = None,
) -> str:
    """A headline of at most 90 characters for the event that ``mention`` tells in ``text``.

    It is made of the names of ``actors``, of words of the clause and of the verbs in ``data/titles/forms.yml``, never
    of anything else; factuality decides the tense. The same parts give the same title.

    >>> mention = EventMention(4, 8, 0, 13, 0, "lawsuit", "actual")
    >>> make_title("FTC sued Acme", mention, (ActorRole("FTC", "plaintiff"), ActorRole("Acme", "defendant")))
    'FTC sues Acme'
    """
    form = _form(mention.event_type)
    agents, patients = _sides(mention, actors)
    told = "" if form.get("canonical") else _own_words(text, mention, actors, agents, patients)
    title = told or _by_form(form, mention, agents, patients) or _by_noun(text, form, mention, actors, agents)
    title = shorten(" ".join(title.split()), LONGEST)
    if amount is not None and mention.event_type in _MONEY and not re.search(r"\d", title):
        title = _with(title, f", {amount.text.strip()}")
    if instrument is not None and instrument.name.lower() not in title.lower():
        title = _with(title, f" ({instrument.name})")
    return title[:1].upper() + title[1:]


_MONEY = frozenset({"fine", "settlement", "enforcement_action", "transaction"})


def _with(title: str, more: str) -> str:
    return title + more if len(title) + len(more) <= LONGEST else title


@cache
def _form(event_type: str) -> dict[str, Any]:
    forms = read_yaml("titles/forms.yml")["forms"]
    if event_type not in forms:
        raise DataError(f"data/titles/forms.yml has no forms for the event type {event_type!r}; add them.")
    found: dict[str, Any] = forms[event_type]
    return found


def _sides(mention: EventMention, actors: tuple[ActorRole, ...]) -> tuple[list[ActorRole], list[ActorRole]]:
    """Those who do it and those on the other side; where both have one role, the first is told as the doer."""
    roles = frame_of(mention.event_type).roles
    doer, other = roles["agent"], roles["patient"]
    agents = [a for a in actors if a.role == doer]
    if not agents and doer in _DOERS | {"judge"}:
        agents = [a for a in actors if a.role in _DOERS]
    if doer == other:
        sides = [a for a in actors if a.role == "authority"] + agents
        return sides[:1], sides[1:]
    return agents, [a for a in actors if a.role == other]


def _names(actors: list[ActorRole]) -> tuple[str, bool]:
    """One to two names or a name and how many others; and whether that is a plural."""
    names = [shorten(a.name, _LONG_NAME) for a in actors]
    if len(names) > 2 or sum(map(len, names)) > _LONG_NAME + 10:
        rest = len(names) - 1
        return (f"{names[0]} and {rest} {'others' if rest > 1 else 'other'}", True) if rest else (names[0], False)
    return " and ".join(names), len(names) > 1 or (bool(actors) and actors[0].kind == "group")


def _own_words(
    text: str, mention: EventMention, actors: tuple[ActorRole, ...], agents: list[ActorRole], patients: list[ActorRole]
) -> str:
    """The verb of the text in the present tense with what follows it; "" when the trigger is no verb we can tell."""
    words = [m for m in _WORD.finditer(text, mention.start, mention.end) if not is_auxiliary(m[0])]
    verb = base_of(words[0][0]) if words else ""
    left = max([mention.clause_start, *(a.end for a in actors if a.end <= mention.start)])
    voice = read_voice(text, mention, min(left, mention.start))
    if not verb or voice == "noun":
        return ""
    tail = phrase(text, words[0].end(), max(mention.clause_end, mention.end), actors)
    if voice == "passive" or not agents:
        subject = _names(patients)[0] if patients else ""
        subject = subject or phrase(text, mention.clause_start, _before_auxiliary(text, mention), actors)
        told = tell_passive if voice == "passive" else _tell_singular
        return f"{subject} {told(verb, mention.factuality)} {tail}" if subject else ""
    name, plural = _names(agents)
    return f"{name} {tell_active(verb, mention.factuality, plural)} {tail}"


def _tell_singular(verb: str, factuality: Factuality) -> str:
    return tell_active(verb, factuality, plural=False)


def _before_auxiliary(text: str, mention: EventMention) -> int:
    """Where the subject of a passive ends: before "has been", "was", "will be"."""
    found = _AUXILIARY.search(text, mention.clause_start, mention.start)
    return found.start() if found else mention.start


def _by_form(form: dict[str, Any], mention: EventMention, agents: list[ActorRole], patients: list[ActorRole]) -> str:
    key = "both" if agents and patients else "agent" if agents else "patient" if patients else ""
    pattern = form.get(key) or ""
    if not pattern:
        return ""
    (agent, several), (patient, many) = _names(agents), _names(patients)
    plural = several if pattern.startswith("{agent}") else many
    if pattern.startswith("{agent} and {patient}"):
        plural = True

    def told(found: re.Match[str]) -> str:
        passive, verb = found.groups()
        return tell_passive(verb, mention.factuality) if passive else tell_active(verb, mention.factuality, plural)

    return _VERB.sub(told, pattern).format(agent=agent, patient=patient)


def _by_noun(
    text: str, form: dict[str, Any], mention: EventMention, actors: tuple[ActorRole, ...], agents: list[ActorRole]
) -> str:
    """What the event is called, with what the clause says after it: "Lawsuit over data transfers"."""
    tail = phrase(text, mention.end, max(mention.clause_end, mention.end), actors)
    noun = tell_noun(form["noun"], mention.factuality)
    owner = _names(agents[:1])[0]
    if tail and _LINKED.match(tail):
        return f"{noun} {tail}"
    if owner:
        return f"{owner}: {noun[0].lower()}{noun[1:]}"
    clause = phrase(text, mention.clause_start, max(mention.clause_end, mention.end), actors)
    return f"{noun}: {clause}" if clause else noun


_LINKED = re.compile(r"(?:on|of|over|against|into|for|with|by|to|in|at|about|between|before)\b", re.IGNORECASE)
