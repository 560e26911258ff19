"""Whose law or authority an event mention is: by who acts, by the law or case it is about, by where it applies."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from timeline.event_types import event_group
from timeline.jurisdictions import parent_code
from timeline.model import CodedJurisdiction, Entity, EventMention, Instrument
from timeline.participants.background import Background
from timeline.participants.places import codes_of, is_located, is_state, scenes, told_of
from timeline.participants.reading import Reading
from timeline.participants.roles import Cast, is_public
from timeline.participants.words import word_list

_ACTING = frozenset({"agent", "forum", "counterpart"})
_IN_COURT = frozenset({"enforcement", "litigation", "oversight"})
_OF_DEFENDANTS = frozenset({"criminal_charge", "conviction", "trial"})
_TRIED = frozenset({"person", "office"})
_MEASURE = re.compile(
    r"\b(?:the|this|that)(?: \w+)? (?:ban|law|measure|act|statute|bill|order|rules?|ordinance|prohibition)\b",
    re.IGNORECASE,
)
_HANDED_OVER = re.compile(r"\b(?:extradit|surrender|hand(?:s|ed)?\b.{0,60}\bover\b)", re.IGNORECASE)
#: What may follow a state that acts by its bare name; "by a Ruritanian state" and "by Ruritania farmers" are others.
_BY_ITSELF = re.compile(
    r"\s*(?:[.,;:)]|$)|\s(?:law enforcement|authorities|officials|police|forces|troops|security|military|in|on|over|"
    r"for|after|to|and|with|against|as|under|since|from|at|last|this)\b"
)
_BY_REACH = 40  # characters between an act and the state that it was done by
Codes = tuple[CodedJurisdiction, ...]


def infer_jurisdictions(
    casts: list[Cast],
    chosen: list[Cast],
    mention: EventMention,
    reading: Reading,
    background: Background,
    *,
    instrument: Instrument | None,
    earlier: Codes,
    measure: Codes = (),
) -> Codes:
    """Codes with the words that give them, the acting authority's first.

    Tried in order, the first that yields a code wins: public bodies that act in the clause; the law that it names;
    its other public bodies; where a firm's measure applies; its places; an earlier mention that this one points back
    to; for a case, the codes of the ``measure`` told last, where the sentence says "the ban", "the law"; public bodies
    of the sentence; the document's own jurisdiction (its publisher's where the text names none). A part of a nation
    that the clause names beside it (the district of the court, the state in which it happened) is added to the nation.
    """
    text, sentence = reading.text, reading.sentence_of(mention)
    start, end = min(mention.clause_start, mention.start), max(mention.clause_end, mention.end)
    where = told_of(reading, sentence, mention.start)
    if where is not None:  # whoever stands before "where" acts in another clause
        start = max(start, where.end)
        casts, chosen = ([c for c in group if c.entity.start >= start] for group in (casts, chosen))
    clause = reading.entities_between(start, end)
    located = (e for e in clause if is_located(e, reading))
    scene = [where] if where is not None else scenes(reading, sentence, start)
    states = _merge(_codes(text, located, "place-of-clause"), _codes(text, scene, "place-of-scene"))
    patients = {c.entity.name for c in casts if c.part == "patient" and c.entity.kind in _TRIED}
    tried = states and mention.event_type in _OF_DEFENDANTS  # where it is tried counts, not whose official is tried
    public = [e for e in clause if is_public(e) and not (tried and e.name in patients)]
    bodies = _codes(text, public, "jurisdiction-of-body")
    heads = _codes(text, background.heads, "place-of-head")
    law = _laws(text, [instrument] if instrument else reading.instruments_between(start, end))
    acting = _of_actors(casts, chosen, mention, reading)
    if acting:
        # who applies another's law acts for themselves; only in court is the law itself on trial
        at_issue = law if event_group(mention.event_type) == "litigation" else ()
        found = _merge(acting, at_issue)
        around = reading.entities_between(mention.end, sentence.end)
        beside = _merge(law, _merge(bodies, _merge(states, heads)))
        found = _merge(found, _goals(mention, around, reading))
        return _with_nation(_merge(found, _kin(found, beside)), mention, reading, background)
    default = _default(text, background)
    around = reading.entities_between(sentence.start, sentence.end)
    applied = mention.event_type == "compliance_measure"
    in_court = event_group(mention.event_type) == "litigation"
    found = (
        law
        or bodies
        or (_codes(text, filter(_is_market, around), "place-of-measure") if applied else ())
        or _merge(_nations(default, states), _in_reach(states, default, mention, background))
        or (earlier if mention.anaphoric else ())
        or (_in_question(measure, text, sentence.start, sentence.end) if in_court else ())
        or _codes(text, filter(is_public, around), "jurisdiction-of-sentence")
        or default
        or _codes(text, filter(is_state, around), "place-of-sentence")
    )
    return _with_nation(_merge(found, _kin(found, heads)), mention, reading, background)


def _of_actors(casts: list[Cast], chosen: list[Cast], mention: EventMention, reading: Reading) -> Codes:
    """The codes of whoever acts in the clause; of the subject that a comma parts from it where nobody does."""
    acting = (c.entity for c in casts if _acts(c, mention, reading.text))
    subjects = (c.entity for c in chosen if c.rule_id == "sentence-before" and _heads_sentence(c, reading))
    return _codes(reading.text, acting, "jurisdiction-of-actor") or _codes(
        reading.text, subjects, "jurisdiction-of-subject"
    )


@cache
def _federal_case() -> re.Pattern[str]:
    nouns = "|".join(sorted(word_list("federal_nouns"), key=lambda n: (-len(n), n)))
    return re.compile(rf"\b[Ff]ederal (?:[a-z-]+ ){{0,2}}(?:{nouns})\b")


def _goals(mention: EventMention, around: list[Entity], reading: Reading) -> Codes:
    """The state to which somebody is handed over is addressed as the state that hands over acts."""
    if not _HANDED_OVER.search(reading.text, mention.start, mention.end):
        return ()
    goals = [e for e in around if e.start >= mention.end and is_state(e) and reading.standing_of(e)[0] == "to"]
    return _codes(reading.text, goals[:1], "place-of-goal")


def _is_market(entity: Entity) -> bool:
    """Where a firm's measure applies: a place by its name, or the users there ("European users")."""
    return is_state(entity) or (entity.kind == "group" and bool(entity.jurisdictions))


def _in_question(measure: Codes, text: str, start: int, end: int) -> Codes:
    """The codes of ``measure`` for a case about it, with the words that point to it ("the statewide ban")."""
    words = _MEASURE.search(text, start, end)
    if words is None:
        return ()
    return tuple(CodedJurisdiction(m.code, words.start(), words.end(), words[0], "law-in-question") for m in measure)


def _acts(cast: Cast, mention: EventMention, text: str) -> bool:
    """Whether the cast gives the event its law: a public body that acts, or a state that acts by its bare name."""
    if is_public(cast.entity):
        return cast.part in _ACTING
    if cast.part != "agent" or not is_state(cast.entity):
        return False
    near = cast.entity.start - mention.end <= _BY_REACH  # "questioned the risk of access by Ruritania" is another's act
    by = cast.rule_id == "link-by" and near and bool(_BY_ITSELF.match(text, cast.entity.end))
    return by or cast.rule_id.startswith(("subject", "owner"))


def _heads_sentence(cast: Cast, reading: Reading) -> bool:
    """Whether an actor that stands before the clause, parted from it by a comma, can be its doer."""
    return cast.part == "agent" or (is_state(cast.entity) and not reading.standing_of(cast.entity)[0])


def _with_nation(found: Codes, mention: EventMention, reading: Reading, background: Background) -> Codes:
    """The nation beside its part, and the part beside its nation, where both have to do with the case.

    Crimes are under the nation's law where it alone makes criminal law, and wherever the sentence says "federal".
    """
    text = reading.text
    found = _with_district(found, mention, text, background)
    codes = {j.code for j in found}
    national = {parent: j for j in found if (parent := parent_code(j.code)) and parent not in codes}
    if not national or event_group(mention.event_type) not in _IN_COURT:
        return found
    sentence = reading.sentence_of(mention)
    federal = _federal_case().search(text, sentence.start, sentence.end)
    added = []
    for nation, part in national.items():
        if federal is not None:
            added.append(CodedJurisdiction(nation, federal.start(), federal.end(), federal[0], "federal-case"))
        elif mention.event_type in _OF_DEFENDANTS and nation in word_list("national_criminal_law"):
            added.append(replace(part, code=nation, rule_id="national-criminal-law"))
    return (*added, *found)


def _with_district(found: Codes, mention: EventMention, text: str, background: Background) -> Codes:
    """The federal district of the document's court or prosecutor beside a bare nation, for what courts decide."""
    district = background.district
    if district is None or event_group(mention.event_type) not in _IN_COURT:
        return found
    codes = {j.code for j in found}
    parts = [c for c in district.jurisdictions if parent_code(c) in codes]
    if not parts or any(parent_code(code) for code in codes):
        return found
    return found + _codes(text, [replace(district, jurisdictions=tuple(parts))], "district-of-document")


def _codes(text: str, entities: Iterable[Entity], rule: str) -> Codes:
    found: dict[str, CodedJurisdiction] = {}
    for e in entities:
        for code in codes_of(e):
            found.setdefault(code, CodedJurisdiction(code, e.start, e.end, text[e.start : e.end], rule))
    return tuple(found.values())


def _laws(text: str, instruments: Iterable[Instrument]) -> Codes:
    found: dict[str, CodedJurisdiction] = {}
    for i in instruments:
        for code in i.jurisdictions:
            words = text[i.start : i.end]
            found.setdefault(code, CodedJurisdiction(code, i.start, i.end, words, "jurisdiction-of-law"))
    return tuple(found.values())


def _merge(first: Codes, second: Codes) -> Codes:
    known = {j.code for j in first}
    return first + tuple(j for j in second if j.code not in known)


def _kin(found: Codes, others: Codes) -> Codes:
    """Those of ``others`` that are the nation, or a part, of one already found; not the sisters of a part."""
    codes = {j.code for j in found}
    nations = {parent_code(code) for code in codes}
    return tuple(j for j in others if j.code in codes | nations or parent_code(j.code) in codes)


def _nations(default: Codes, states: Codes) -> Codes:
    """The document's own code where a place of the clause is a part of it."""
    return default if _kin(default, states) else ()


def _in_reach(states: Codes, default: Codes, mention: EventMention, background: Background) -> Codes:
    """Places of the clause; in a case that a federal district prosecutes, a place abroad is only where it happened."""
    if background.district is None or event_group(mention.event_type) not in _IN_COURT:
        return states
    return _kin(default, states)


def _default(text: str, background: Background) -> Codes:
    """The document's own codes; one that only its publisher gives has no words of the text behind it."""
    entities = ((code, background.evidence[code]) for code in background.codes)
    return tuple(
        CodedJurisdiction(
            code, e.start, e.end, text[e.start : e.end], f"jurisdiction-of-{'document' if e.text else 'publisher'}"
        )
        for code, e in entities
    )
