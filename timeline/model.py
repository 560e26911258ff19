"""The values that travel between the stages: frozen, plain, and free of behaviour.

All offsets count code points of ``Document.text``; ``end`` is exclusive; ``text[start:end] == words`` holds for every
value that carries words. All dates are days (``datetime.date``); a ``first``/``last`` pair is inclusive on both
sides, and ``None`` on a side means that nothing is known there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Factuality = Literal["actual", "scheduled", "proposed", "hypothetical", "denied"]
Precision = Literal[
    "day", "week", "month", "quarter", "season", "half", "part", "year", "decade", "century",
    "interval", "between", "open", "unknown",
]  # fmt: skip
DateRole = Literal["occurred", "effective", "deadline", "expected"]
Basis = Literal["explicit", "relative", "inherited", "bounded", "reference", "unknown"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
EntityKind = Literal[
    "company", "authority", "court", "legislature", "government", "office", "person", "organisation", "place", "group"
]  # fmt: skip
Role = Literal["authority", "target", "plaintiff", "defendant", "sponsor", "speaker", "judge", "party", "appointee"]
Tense = Literal["past", "present", "future", "none"]


@dataclass(frozen=True, slots=True)
class Document:
    """One text to read. ``published`` is ``None`` when nothing says it; ``published_basis`` says where it was found."""

    id: str
    text: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    published_basis: Literal["corpus", "given", "metadata", "text", "unknown"] = "unknown"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text that is read as one: a sentence, a heading, a list item, a dateline."""

    start: int
    end: int
    index: int
    paragraph: int
    kind: Literal["title", "heading", "text", "dateline"] = "text"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 (ISO-TimeML) with, for those that name days, the interval they can mean and its EDTF (ISO 8601-2)."""

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    edtf: str = ""
    anchor: date | None = None
    basis: Literal["explicit", "relative", "inherited", "unknown"] = "unknown"
    rule_id: str = ""
    alternatives: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or some place the text names: ``name`` is its usual name, ``text`` the words that stand there.

    ``jurisdictions`` holds the codes under whose law an authority, court or office acts, or the place's own code.
    It is empty for companies and persons unless their office says it. ``mention`` tells a full name from a short
    form, a description ("the company") or a pronoun that was resolved to it.
    """

    start: int
    end: int
    text: str
    name: str
    kind: EntityKind
    id: str = ""
    jurisdictions: tuple[str, ...] = ()
    mention: Literal["name", "short", "description", "pronoun"] = "name"
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A bill, law, case, docket or order that the text names; ``key`` is its normal form for comparison."""

    start: int
    end: int
    text: str
    name: str
    kind: Literal["bill", "law", "case", "docket", "order", "regulation", "treaty"]
    key: str = ""
    jurisdictions: tuple[str, ...] = ()
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money that the text names: ``value`` in units of ``currency`` (ISO 4217)."""

    start: int
    end: int
    text: str
    value: float
    currency: str
    qualifier: Literal["", "up_to", "at_least", "about", "per_day"] = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class EventMention:
    """A place in the text that tells of an event: the trigger's words, the clause around it, what kind, how real.

    ``anaphoric`` marks mentions that point back ("the ban", "the ruling"). ``confidence`` is in 0..1.
    """

    start: int
    end: int
    clause_start: int
    clause_end: int
    sentence: int
    event_type: str
    factuality: Factuality
    tense: Tense = "none"
    anaphoric: bool = False
    confidence: float = 0.5
    rule_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorRole:
    """An actor in an event, with the words that name it (``start == end`` only when no words of this text do)."""

    name: str
    role: Role
    id: str = ""
    kind: EntityKind = "organisation"
    start: int = 0
    end: int = 0
    words: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class CodedJurisdiction:
    """A jurisdiction code of an event, with the words that give it."""

    code: str
    start: int = 0
    end: int = 0
    words: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event can lie: the interval, what kind of interval, how it was found and from which words.

    ``reason`` is one sentence for people ("told as past in a text of 24 May 2023"). ``start``/``end`` are offsets of
    ``text`` in the document named by ``document_id`` (empty: the mention's own document); both 0 when no words say it.
    """

    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    edtf: str = ""
    role: DateRole = "occurred"
    basis: Basis = "unknown"
    text: str = ""
    start: int = 0
    end: int = 0
    anchor: date | None = None
    reason: str = ""
    rule_id: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """An event mention with everything its document says of it: one source's word on one event."""

    document_id: str
    event: EventMention
    date: EventDate
    actors: tuple[ActorRole, ...] = ()
    jurisdictions: tuple[CodedJurisdiction, ...] = ()
    instrument: Instrument | None = None
    amount: Amount | None = None
    sentence_start: int = 0
    sentence_end: int = 0
    sentence: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world occurrence: ``mentions`` are its evidence, the first is the main one."""

    id: str
    title: str
    event_type: str
    factuality: Factuality
    date: EventDate
    mentions: tuple[Mention, ...]
    actors: tuple[ActorRole, ...] = ()
    jurisdictions: tuple[CodedJurisdiction, ...] = ()
    instrument: Instrument | None = None
    amount: Amount | None = None
    confidence: float = 0.5
    conflicts: tuple[str, ...] = ()
    matter_id: str = ""
    reference_id: str = ""
    rule_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """Something a run could not do, for the user to see: which document, which stage, what."""

    document_id: str
    stage: str
    message: str
