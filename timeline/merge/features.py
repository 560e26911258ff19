"""What of a document's word on an event counts when two are compared: one :class:`Unit` per event and document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import groupby

from timeline.kinship import kin, once_only, stage
from timeline.knowledge import read_yaml
from timeline.merge.dates import days, is_fixed, preference
from timeline.merge.ids import mention_id, numbered
from timeline.merge.instrument_names import instrument_key, is_numbered
from timeline.merge.names import name_tokens, same_name
from timeline.merge.parts import take_apart, with_event
from timeline.merge.topics import named_measures
from timeline.model import ActorRole, Document, Event, EventDate, Mention

_OFFICIAL = frozenset({"authority", "court", "legislature", "government", "office", "place"})
_SIDES = {
    "plaintiff": "for", "defendant": "against", "target": "against", "appointee": "against",
    "sponsor": "acts", "judge": "acts", "speaker": "acts", "authority": "acts",
}  # fmt: skip
#: Types under which one and the same making of a numbered bill or order is told.
ISSUES = frozenset({"law_enacted", "executive_order", "rule_adopted", "ban"})
_MEASURES = frozenset({"bill", "law", "order", "regulation", "treaty"})
_LEAD = 24  # characters: "amendments that" stands before the clause that it is the subject of
#: Acts of a case, which a text that follows one case need not say again whom they are against.
_OF_A_CASE = frozenset(
    {"lawsuit", "injunction", "court_ruling", "fine", "settlement", "enforcement_action", "appeal", "hearing", "trial"}
)
#: Rules that give an act the place of its whole document, or of whatever its clause names.
_GUESSES = frozenset({"jurisdiction-of-document", "place-of-clause"})
_CAPITALISED = re.compile(r"\b[A-Z][\w’'&-]*[\w]")
_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Party:
    """A named actor as compared: its side, whether a firm, a person, a group or an official body, its names."""

    name: str
    id: str
    side: str  # "for" (plaintiff), "against" (defendant, target ...), "acts" (sponsor, judge ...), "" (party)
    kind: str  # "firm", "person", "group", "official"


class Unit:
    """One document's word on an event; ``order`` is a sort key made of content alone.

    What every comparison asks for is worked out at once, the rest when it is first asked for.
    """

    def __init__(self, identifier: str, mentions: tuple[Mention, ...], order: tuple[str, str, int, int, str, int]):
        main = mentions[0]
        self.id = identifier
        self.mentions = mentions
        self.order = order
        self.main = main
        self.document_id = main.document_id
        self.type = main.event.event_type
        self.kin = kin(self.type)
        self.date: EventDate = main.date
        self.span = days(main.date)
        self.fixed = is_fixed(main.date)
        self.topics: frozenset[str] = (
            frozenset()
        )  # its measure, else those its document tells of; set once all are known
        self.setting: frozenset[str] = frozenset()  # proper names of all that its document tells, likewise
        self.pursued: Party | None = None  # the one firm that its document tells of being pursued, likewise
        self.single = False  # whether its document tells no other event of its type, likewise
        self.codes = frozenset([j.code for m in mentions for j in m.jurisdictions])
        told = [j.rule_id for m in mentions for j in m.jurisdictions]
        self.guessed = bool(told) and _GUESSES.issuperset(told)
        self.parties = tuple([party_of(a) for a in unit_actors(mentions) if _is_named(a)])
        self.suing = tuple([p for p in self.parties if p.side == "for" and p.kind != "official"])
        self.opposed = tuple(
            [p for p in self.parties if p.side == "against" and p.kind != "official" and not _stands_in(p)]
        )
        self.firms = tuple([p for p in self.parties if p.kind == "firm"])
        self.instrument = next((m.instrument for m in mentions if m.instrument), None)
        self.instrument_key = instrument_key(self.instrument) if self.instrument else ""
        self.numbered = self.instrument is not None and is_numbered(self.instrument)
        self.issue = self.numbered and self.type in ISSUES
        self.amount = next((m.amount for m in mentions if m.amount), None)

    @cached_property
    def clause(self) -> str:
        return clause_words(self.main)

    @cached_property
    def stage(self) -> str:
        words = clause_words(self.main, _LEAD if self.type == "bill_introduced" else 0)
        return stage(self.type, trigger_words(self.main), words)

    @cached_property
    def names(self) -> frozenset[str]:
        """Proper names of the sentences, less calendar words, titles and the official actors."""
        officials = [p.name for p in self.parties if p.kind == "official"]
        known = {t for name in officials for t in (*name_tokens(name), initials(name))}
        found = {w for m in self.mentions for w in proper_names(m.sentence)}
        return frozenset(found - known)

    @cached_property
    def beside(self) -> frozenset[str]:
        """Proper names of the sentences that are no party's."""
        return self.names - self.party_words

    @cached_property
    def party_words(self) -> frozenset[str]:
        return frozenset(t for p in self.parties for t in name_tokens(p.name))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(t for t in _PLAIN.split(self.clause.casefold()) if len(t) > 3)


def make_units(events: Iterable[Event], documents: Mapping[str, Document]) -> list[Unit]:
    """The events taken apart again into what each document says, repeated input dropped, in content order.

    ``parts`` says how an event is taken apart.
    """
    seen: dict[tuple[Mention, ...], Unit] = {}
    for event in events:
        for mentions in take_apart(event):
            if mentions not in seen:
                seen[mentions] = _unit(mentions, documents.get(mentions[0].document_id))
    units = sorted(_restated(seen.values(), documents), key=lambda u: u.order)
    for place, told in groupby(units, key=lambda u: u.order):
        same = list(told)
        if len(same) > 1:  # one and the same words tell several events: "fined A and B"
            for number, unit in enumerate(sorted(same, key=lambda u: repr(u.mentions)), 1):
                unit.order = (*place[:5], number)
                unit.id = numbered(unit.id, number) if number > 1 else unit.id
    _set_topics(units, documents)
    return sorted(units, key=lambda u: u.order)


def _restated(units: Iterable[Unit], documents: Mapping[str, Document]) -> Iterable[Unit]:
    """The units, those of a document that tell the one signing of one bill, or the issue of one order, joined."""
    told: dict[tuple[str, ...], list[Unit]] = {}
    for unit in units:
        real = unit.main.event.factuality in {"actual", "scheduled"}
        if real and unit.numbered and (unit.issue or once_only(unit.type)):
            kind = "issue" if unit.issue else unit.type
            told.setdefault((unit.document_id, kind, unit.instrument_key), []).append(unit)
        else:
            yield unit
    for same in told.values():
        yield same[0] if len(same) == 1 else _joined(same, documents)


def _joined(same: Iterable[Unit], documents: Mapping[str, Document]) -> Unit:
    """One unit; the order of its mentions depends on what they are, not on who joined them when."""
    best, *others = sorted(same, key=lambda u: (not once_only(u.type), preference(u.date), u.order, repr(u.main)))
    rest = {m for u in (best, *others) for m in u.mentions} - {best.main}
    ordered = sorted(rest, key=lambda m: (m.event.start, m.event.end, m.event.event_type, repr(m)))
    return _unit((best.main, *ordered), documents.get(best.document_id))


def _set_topics(units: Iterable[Unit], documents: Mapping[str, Document]) -> None:
    """Give every unit the measures and the proper names of its whole document, and say whether it is its only such."""
    told: dict[str, list[Unit]] = {}
    for unit in units:
        told.setdefault(unit.document_id, []).append(unit)
    for identifier, page in told.items():
        measures = {u.instrument.name for u in page if u.instrument and u.instrument.kind in _MEASURES}
        if not measures and identifier in documents:
            measures = set(named_measures(documents[identifier].text))
        types = Counter(u.type for u in page)
        pursued = _one_pursued(page)
        names = frozenset().union(*(u.names for u in page))
        for unit in page:
            unit.pursued = pursued if unit.type in _OF_A_CASE and not (unit.firms or unit.opposed) else None
            own = {unit.instrument.name} if unit.instrument and unit.instrument.name in measures else measures
            unit.topics, unit.setting, unit.single = frozenset(own), names, types[unit.type] == 1


def _one_pursued(page: Iterable[Unit]) -> Party | None:
    """The firm that acts of a document are against or about, if they are about no other; its fullest name."""
    named = [p for u in page if u.type in _OF_A_CASE for p in u.firms if p.side in {"against", ""}]
    if not named:
        return None
    if len(named) == 1:
        return named[0]
    ours = max(named, key=lambda p: (len(p.name), p.name))
    return ours if all(same_name(ours.name, p.name) for p in named) else None


def merged_unit(event: Event) -> Unit:
    """All documents' word on an event as one unit, the event's own fields first."""
    return _unit((with_event(event), *event.mentions[1:]), None)


def _unit(mentions: tuple[Mention, ...], document: Document | None) -> Unit:
    main = mentions[0]
    published = document.published.isoformat() if document and document.published else "9999"
    event = main.event
    return Unit(mention_id(main), mentions, (published, main.document_id, event.start, event.end, event.event_type, 0))


def unit_actors(mentions: Iterable[Mention]) -> tuple[ActorRole, ...]:
    """Actors of several mentions, each once with its first role, in order."""
    found: dict[str, ActorRole] = {}
    for mention in mentions:
        for actor in mention.actors:
            found.setdefault(actor.id or actor.name, actor)
    return tuple(found.values())


def _is_named(actor: ActorRole) -> bool:
    """Whether an actor has a name: "the court" and "lawmakers" of two reports need not be the same; "creators" sue."""
    return (actor.kind == "group" and actor.role != "authority") or not actor.name.islower()


def _stands_in(party: Party) -> bool:
    """Whether a party is one that its text names elsewhere: "the landlord", not "landlords"."""
    return party.kind == "group" and party.name.islower() and " " not in party.name and not party.name.endswith("s")


def party_of(actor: ActorRole) -> Party:
    """The actor as compared."""
    return _party(actor.name, actor.id, actor.role, actor.kind)


@lru_cache(maxsize=65536)
def _party(name: str, identifier: str, role: str, kind: str) -> Party:
    side = _SIDES.get(role, "")
    if kind in _OFFICIAL or (role == "authority" and kind != "company"):
        return Party(name, identifier, side, "official")
    return Party(name, identifier, side, kind if kind in {"person", "group"} else "firm")


@lru_cache(maxsize=65536)
def initials(name: str) -> str:
    """The short form a body goes by, from the capitals of its name.

    >>> initials("Federal Trade Commission")
    'ftc'
    """
    return "".join(c for c in name if c.isupper()).casefold()


@cache
def _common_capitals() -> frozenset[str]:
    return frozenset(read_yaml("merge/words.yml")["common_capitals"])


@lru_cache(maxsize=65536)
def proper_names(sentence: str) -> frozenset[str]:
    """Capitalised words of a sentence, casefolded, less those that every report has.

    >>> sorted(proper_names("When Montana banned TikTok on Wednesday, Governor Greg Gianforte spoke."))
    ['gianforte', 'greg', 'montana', 'tiktok']
    """
    found = {w.replace("’", "'").removesuffix("'s") for w in _CAPITALISED.findall(sentence)}
    return frozenset(w.casefold() for w in found if w not in _common_capitals() and len(w) > 2)


def clause_words(mention: Mention, lead: int = 0) -> str:
    """The words of the clause a mention stands in, as far as its sentence holds them, and what leads up."""
    low = max(0, mention.event.clause_start - mention.sentence_start - lead)
    high = max(low, mention.event.clause_end - mention.sentence_start)
    return mention.sentence[low:high] or mention.sentence


def trigger_words(mention: Mention) -> str:
    """The words of the trigger itself."""
    low = mention.event.start - mention.sentence_start
    return mention.sentence[low : low + mention.event.end - mention.event.start] if low >= 0 else ""
