"""Whether an event is a record of the catalogue: type, place, date, instrument, sum, parties and words must agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.event_types import event_group
from timeline.kinship import kinship, makes_measure, once_only, stage, targeted
from timeline.merge.dates import MAX_DAY, MIN_DAY, days, is_fixed, overlap, written
from timeline.merge.features import Party, Unit, initials, proper_names
from timeline.merge.instrument_names import has_number, same_instrument_name
from timeline.merge.names import name_tokens, same_name
from timeline.merge.reference import ReferenceEvent
from timeline.merge.score import places_agree, rounds_to
from timeline.model import Event

#: Points from which on an event is the catalogue's, and points of who and what among them.
THRESHOLD, IDENTITY = 4.5, 2.0
_MAX_WORDS = 3.0
_COMMONPLACE = ("type", "jurisdiction", "same company", "three weeks")
_DISTANCE_OF_CONFLICT = 31
_LAW = re.compile(r"^[A-Z]\D*\b(?:Act|Bill|Law|Code)\b")  # named, not numbered
_PLAIN = re.compile(r"[^a-z0-9$€£.]+")


@dataclass(slots=True)
class Fit:
    """How an event fits a catalogue record: points by reason, or why it does not."""

    points: list[tuple[str, float]] = field(default_factory=list)
    identity: float = 0.0
    veto: str = ""
    strong: bool = False
    conflict: str = ""
    identity_needed: float = IDENTITY

    @property
    def score(self) -> float:
        return sum(value for _, value in self.points)

    @property
    def accepted(self) -> bool:
        sure = self.strong or not self.conflict
        enough = self.identity >= self.identity_needed and self.score >= THRESHOLD
        return enough and sure and not self.veto and self.particular

    @property
    def particular(self) -> bool:
        """Whether more than the type, the place and a company of many affairs agree."""
        return any(value > 0 and not why.endswith(_COMMONPLACE) for why, value in self.points)

    def reason(self) -> str:
        """Why the event is the record's, and what speaks against it, in words."""
        fits = ", ".join(why for why, value in self.points if value > 0)
        against = ", ".join(why for why, value in self.points if value < 0)
        return f"it fits by {fits}" + (f"; against it: {against}" if against else "")

    def add(self, why: str, value: float, *, identity: bool = False) -> None:
        self.points.append((why, value))
        if identity:
            self.identity += value


@dataclass(slots=True)
class Candidate:
    """An event as compared with the catalogue."""

    event: Event
    unit: Unit
    published: int | None
    context: frozenset[str]  # codes of catalogue records that the event's documents already tell

    @property
    def text(self) -> str:
        return " ".join(dict.fromkeys(m.sentence for m in self.unit.mentions))


def fit(candidate: Candidate, record: ReferenceEvent) -> Fit:
    """Whether ``candidate`` tells of ``record``."""
    result = Fit()
    for step in (_fit_type, _fit_place, _fit_date, _fit_instrument, _fit_amount, _fit_sides, _fit_parties, _fit_words):
        step(candidate, record, result)
        if result.veto:
            break
    return result


def _fit_type(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    event_type = candidate.event.event_type
    near = kinship(event_type, record.event_type)
    if near not in {"same", "near"}:
        result.veto = f"{event_type} is not {record.event_type}"
        return
    result.add(f"{near} type", 2.0 if near == "same" else 1.0)
    if near != "same" and not is_fixed(candidate.event.date):
        result.identity_needed = IDENTITY + 1.0
    if candidate.event.factuality in {"denied", "hypothetical"}:
        result.veto = f"told as {candidate.event.factuality}"
        return
    if near == "same":
        ours, theirs = candidate.unit.stage, stage(record.event_type, "", record.title)
        if ours and theirs and ours != theirs:
            result.veto = f"{ours} is not {theirs}"


def _fit_place(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    codes = candidate.unit.codes
    if codes & record.jurisdictions:
        result.add("same jurisdiction", 1.0)
    elif codes and not places_agree(codes, record.jurisdictions):
        result.veto = f"{'/'.join(sorted(codes))} is not {'/'.join(sorted(record.jurisdictions))}"
    elif codes and event_group(record.event_type) != "litigation":
        result.add("another level of government", -1.0)
    elif not codes and candidate.context & record.jurisdictions:
        result.add("the document tells of this jurisdiction", 0.5)


def _fit_date(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    day = candidate.event.date
    if is_fixed(day):
        if overlap(day, record.date):
            (low, high), (first, last) = days(day), days(record.date)
            close = high - low <= 31 and last - first <= 31
            result.add("dates agree", 2.0 if high == low else 1.5 if close else 0.5)
        elif once_only(record.event_type) and (conflict := contradicts(candidate.event, record)):
            result.conflict = conflict
            result.add("dates differ", -1.0)
        else:
            result.veto = f"{written(day)} is not {written(record.date)}"
        return
    if not overlap(day, record.date):
        result.veto = f"outside {written(day)}"
        return
    if candidate.published is not None and candidate.event.factuality == "actual":
        age = candidate.published - days(record.date)[1]
        if age < -1:
            result.veto = "after the publication of what tells it as past"
        elif age <= 21:
            result.add("reported within three weeks", 1.0)
        elif age > 365:
            result.add("reported more than a year later", -1.0)
    elif candidate.published is not None and days(record.date)[0] - candidate.published > 365:
        result.add("more than a year ahead of what tells it as coming", -2.0)


def _fit_instrument(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    own = candidate.unit.instrument
    if not own:
        return
    name, other = own.name, record.instrument
    plain = {_squeeze(own.key), _squeeze(name)}
    called = {_squeeze(other), *(_squeeze(word) for word in record.search_words)} - {""}
    if plain & called or same_instrument_name(name, other):
        result.add(f"same instrument {name}", 3.0, identity=True)
        result.strong = True
        return
    if _LAW.search(name) and _LAW.search(other) and makes_measure(candidate.event.event_type):
        result.veto = f"{name} is not {other}"
        return
    both_cases = " v" in name and " v" in other
    numbered = has_number(name) and has_number(other) and _kind_of(name) == _kind_of(other)
    if both_cases or numbered:
        result.veto = f"{name} is not {other}"


def _fit_amount(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    own = candidate.unit.amount
    theirs = [value for value, currency in sorted(record.amounts) if own and currency == own.currency]
    if own is None or not theirs:
        return
    if any(value == own.value or rounds_to(value, own.value) for value in theirs):
        result.add(f"same amount {own.text}", 2.0, identity=True)
    elif own.qualifier == "":
        result.veto = f"{own.text} is not its amount"


@lru_cache(maxsize=4096)
def _squeeze(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.casefold())


def _kind_of(name: str) -> str:
    """The letters before an instrument's number: "sb", "executiveorder"."""
    return re.sub(r"[^a-z]", "", re.split(r"\d", name.casefold(), maxsplit=1)[0])


def _fit_sides(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    """In a suit the plaintiff must be the record's first actor (or named before its "sue"), the defendant another."""
    if record.event_type != "lawsuit" or candidate.event.event_type != "lawsuit" or not record.actors:
        return
    before_verb = re.split(r"\bsues?\b", record.title, maxsplit=1)[0]
    described = f"{before_verb} {' '.join(record.search_words)}".casefold()
    suers = [n for n in record.actors if n == record.actors[0] or n in before_verb]
    suing = [p for p in candidate.unit.parties if p.side == "for"]
    if any(_sues(party, suers, described) for party in suing):
        result.add("same plaintiff", 1.0, identity=True)
    elif suing:
        result.veto = f"{suing[0].name} is not the plaintiff"
        return
    for party in candidate.unit.parties:
        if party.side == "against" and party.kind == "firm" and any(_is(party, name) for name in suers):
            result.veto = f"{party.name} is the plaintiff"


def _sues(party: Party, suers: Sequence[str], described: str) -> bool:
    """Whether a plaintiff is one of the record's by name, or one of the kind of people it says ("creators")."""
    known = any(_is(party, name) for name in suers)
    return known or (party.kind in {"group", "person"} and _described(party, described))


def _described(party: Party, words: str) -> bool:
    """Whether the noun that says what they are ("creators") stands in the record's words."""
    head = name_tokens(party.name)[-1:]
    return bool(head) and head[0] in words


def _is(party: Party, name: str) -> bool:
    if party.kind == "group":  # "TikTok creators" are not TikTok
        return name_tokens(party.name) == name_tokens(name)
    return same_name(party.name, name, person=party.kind == "person")


def _fit_parties(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    title = _title_words(record.title)
    firms = persons = officials = 0.0
    missed: list[Party] = []
    own = {p.name: p for p in candidate.unit.parties}.values()
    for party in own:
        known = any(_is(party, name) for name in record.actors)
        if party.kind == "firm" and (known or title.issuperset(name_tokens(party.name))):
            firms += 1.5 if known else 1.0
        elif party.kind == "person" and known:
            persons += 1.5
        elif party.kind == "official" and (known or title.issuperset(name_tokens(party.name))):
            officials += 1.5
        elif party.kind in {"firm", "official"}:
            missed.append(party)
    aimed = targeted(record.event_type)
    if not firms and any(p.kind == "firm" and (aimed or p.side or len(own) <= 2) for p in missed):
        result.veto = f"{missed[0].name} has no part in it"
        return
    if firms:
        result.add("same company", min(firms, 2.0), identity=True)
    for why, value in (("person", persons), ("authority", officials)):
        if value:  # one who signs or fines does so every week: half of it says who, not what
            result.add(f"same {why}", min(value, 2.0) / 2, identity=True)
            result.add(f"{why} in office", min(value, 2.0) / 2)
    strangers = [p for p in missed if p.kind == "official"]
    if strangers and not officials:
        result.add(f"{strangers[0].name} has no part in it", -1.0)


def _fit_words(candidate: Candidate, record: ReferenceEvent, result: Fit) -> None:
    """Words that reports of the event use, found in the sentences that tell it; telling ones count more."""
    text = candidate.text
    tokens = _stems(text)
    partied = candidate.unit.party_words | {t for name in record.actors for t in (*name_tokens(name), initials(name))}
    if named := sorted((proper_names(record.title) & proper_names(text)) - partied):
        result.add(f"both name {named[0].title()}", 1.0, identity=True)
    own = candidate.unit.instrument
    counted = {_squeeze(name) for name in (*record.actors, record.instrument, own.name if own else "")}
    counted |= {initials(name) for name in record.actors}
    total, found = 0.0, []
    for phrase in record.search_words:
        if _squeeze(phrase) not in counted and _contains(tokens, _stems(phrase)):
            total += 1.0 if _telling(phrase) else 0.5
            found.append(phrase)
    if found:
        result.add(f"its words: {', '.join(found[:4])}", min(total, _MAX_WORDS), identity=True)


@lru_cache(maxsize=4096)
def _title_words(title: str) -> frozenset[str]:
    return frozenset(name_tokens(title))


def _telling(phrase: str) -> bool:
    return " " in phrase or phrase != phrase.casefold() or any(c.isdigit() for c in phrase)


@lru_cache(maxsize=16384)
def _stems(words: str) -> tuple[str, ...]:
    """Words without plural and past endings, so that "five-hour" holds "five hours".

    >>> _stems("Five hours")
    ('five', 'hour')
    """
    parts = (w.strip(".") for w in _PLAIN.split(words.casefold().replace("’", "'").replace("'s", "")))
    return tuple(re.sub(r"(?<=\w{3})(?:s|ed|ing)$", "", w) for w in parts if w)


def _contains(tokens: Sequence[str], phrase: Sequence[str]) -> bool:
    if not phrase:
        return False
    size = len(phrase)
    return any(tuple(tokens[i : i + size]) == tuple(phrase) for i in range(len(tokens) - size + 1))


def contradicts(event: Event, record: ReferenceEvent) -> str:
    """How the catalogue contradicts the date a text fixes; "" when it agrees or means another event."""
    (a1, a2), (b1, b2) = days(event.date), days(record.date)
    gap = max(a1, b1) - min(a2, b2)
    if not is_fixed(event.date) or gap <= 0 or gap > _DISTANCE_OF_CONFLICT or a1 == MIN_DAY or a2 == MAX_DAY:
        return ""
    return f"date: {written(event.date)} (text) | {written(record.date)} (catalogue {record.id})"
