"""The clause around a trigger: which names stand before and after it, and by what word each is tied to it."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from typing import Literal

from timeline.model import Entity, EventMention
from timeline.participants.frames import frame_of
from timeline.participants.reading import Reading
from timeline.participants.words import word_list

Voice = Literal["active", "passive", "noun", "versus"]

_NOMINAL = frozenset({"noun", "versus"})
_BE = r"(?:am|is|are|was|were|be|been|being|get|gets|got|getting)"
_ADVERB = (
    r"(?:\s+(?:not|also|then|now|later|again|since|once|first|already|ever|never|finally|further|both|all|each|jointly|"
    r"earlier|subsequently|still|thus|\w+ly))*"
)
_DONE = r"(?:\w+(?:ed|en|wn|orn)|sold|found|held|struck|shut|brought|put|sent|told|set|cut|hit|met|bought|sought)\b"
_SHARED = r"(?:\s+\w+(?:ed|en|wn)\s+(?:and|or|then)(?:\s+\w+ly)?)?"  # "was challenged and overturned"
_AUXILIARY = re.compile(rf"\b{_BE}{_ADVERB}{_SHARED}\s+$", re.IGNORECASE)
_PASSIVE_TRIGGER = re.compile(rf"\b{_BE}{_ADVERB}\s+{_DONE}", re.IGNORECASE)
_PARTICIPLE = re.compile(_DONE, re.IGNORECASE)
_OBJECTLESS = re.compile(r"\w+\s+(?:with|in|for|to|by|on|at|over|from|after|as)\b|\w+\s*[.,;]")
_BEFORE_BASE = re.compile(
    r"\b(?:to|will|would|may|might|could|can|shall|should|must|not)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_RELATIVE = re.compile(r"(?:\s*\([^()]*\))?,?\s+(?:which|who|that)\b(?:\s+[\w-]+){0,3}\s+")
_BY = re.compile(r"(?:\s+[\w-]+){0,2}?\s+by\b")
_GERUND = re.compile(r"[a-z]+ing\b(?! of\b)")
_THIRD = re.compile(r"[a-z]+[^s\W]s\s+\w")  # a verb in the third person with something after it
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|this|that|its|his|her|their|our|any|no)\s+(?:[\w-]+\s+)?|['’]s?\s+)$")
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_MODIFIERS = re.compile(r"(?:['’]s?)?\s+(?:[\w$€£%.,-]+\s+){0,4}$")
_OPENING_PHRASE = re.compile(
    r"(?:.{0,200}?[,;:.—–)]\s*)??(?:(?:and|but|that|then)\s+)?"
    rf"(?:{'|'.join(w.capitalize() + '|' + w for w in sorted(word_list('phrase_openers')))})\b[^,;:]{{2,80}},\s+"
    r"(?:(?:the|a|an|its|his|her|their|former|then|state|federal|U\.S\.)\s+|[A-Z][\w.'’-]*\s+)*",
    re.DOTALL,
)
_LIST_GOES_ON = re.compile(r"(?:,| and\b| or\b| &)(?!\s+(?:who|which|whose)\b)")
_BRACKETS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_COORDINATION = re.compile(
    r"\.?(?:\s*\([^()]*\))?(?:,|;|\s+(?:and|or|&|plus)\b|,?\s+(?:as well as|along with|together with)\b)"
    r"(?:\s+(?:and|or))?(?:\s+(?:the|its|his|her|their|a|an|former|then|state|federal|fellow|and|of|[A-Z][\w.'’&-]*))*\s*"
)
_REPORTS = re.compile(
    r"(?:,[^,.]{0,60},)?(?:\s+(?:also|has|have|had|today|first|then|\w+ly))*\s+(?:said|says|say|told|tells|tweeted|added|"
    r"wrote|noted|reported|reports|commented|explained|argued|remarked|stated|claimed|claims|recalled|observed)\b"
)
_REPORTED_BY = re.compile(
    r"(?:according to|said|says|added|reported by|told|told by|wrote|noted|stated|explained)\s+(?:the\s+)?$"
)
_UNLINKED = frozenset({"", ",", "object"})
_SEATS = frozenset({"in", "of", "at", "for", "from"})
_LEAD = 60  # characters before the trigger in which a verb such as "faces" governs it
_JOINT = 90  # longest text between two coordinated names
_OWNED = 45  # longest text between an owner and what it owns


@dataclass(frozen=True, slots=True)
class Placed:
    """An entity of the sentence: on which side of the trigger, and tied to it how.

    ``link`` is the linking word before it ("against"); "" for the first name of its side without one; "object" or ","
    for a later name without one; "to-do" after an infinitive ("asked the court to block Acme"). ``owner``: it
    possesses the trigger or stands right before it as its modifier ("Acme's lawsuit", "FTC investigation").
    ``reports``: it is only the source of what is told. ``near``: it stands in the trigger's own clause, or is
    coordinated with one that does. ``reach``: characters from the trigger's end to the link.
    """

    entity: Entity
    before: bool
    link: str
    owner: bool = False
    possessive: bool = False
    reports: bool = False
    joined: bool = False
    near: bool = True
    inside: bool = False
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Clause:
    """The reading of one trigger's surroundings. ``lead``: lower-case text from the subject to the trigger's end."""

    voice: Voice
    placed: tuple[Placed, ...]
    subject: tuple[Placed, ...]
    lead: str


def read_clause(reading: Reading, mention: EventMention, right: int, spent: Set[int] = frozenset()) -> Clause:
    """Place the entities of the mention's sentence, up to ``right`` (where the next event begins), around its trigger.

    ``spent`` holds the starts of entities that an earlier trigger of the sentence has as its object: they are the
    subject of nothing.

    >>> from timeline.model import Document, Sentence
    >>> text = "The FTC sued Acme."
    >>> names = [Entity(4, 7, "FTC", "FTC", "authority"), Entity(13, 17, "Acme", "Acme", "company")]
    >>> clause = read_clause(Reading(Document("d", text), [Sentence(0, 18, 0, 0)], names),
    ...                      EventMention(8, 12, 0, 18, 0, "lawsuit", "actual"), 18)
    >>> clause.voice, [p.entity.name for p in clause.subject]
    ('active', ['FTC'])
    """
    sentence = reading.sentence_of(mention)
    entities = reading.entities_between(sentence.start, max(right, mention.end))
    before = [e for e in entities if e.start < mention.start]
    inside = [e for e in entities if mention.start <= e.start < mention.end]
    after = [e for e in entities if e.start >= mention.end]
    left = max([sentence.start, *(e.end for e in before)])
    voice = read_voice(reading.text, mention, min(left, mention.start))
    placed = _place(reading, mention, before, sentence.start, voice in _NOMINAL)
    placed += [Placed(e, voice in _NOMINAL, "", owner=voice in _NOMINAL, inside=True) for e in inside]
    placed += _place(reading, mention, after, mention.end, None)
    subject = _antecedent(reading.text, mention, placed)
    subject = subject or _subject([p for p in placed if p.entity.start not in spent])
    start = subject[-1].entity.end if subject else left
    lead = reading.text[max(min(start, mention.start), mention.start - _LEAD) : mention.end].lower()
    return Clause(voice, tuple(placed), subject, lead)


def read_voice(text: str, mention: EventMention, left: int) -> Voice:
    """Whether the trigger is a verb in the active or passive, or a noun; ``left``: where the name before it ends.

    >>> read_voice("Acme was fined", EventMention(9, 14, 0, 14, 0, "fine", "actual", "past"), 4)
    'passive'
    """
    trigger, lead = text[mention.start : mention.end], text[max(left, mention.start - 40) : mention.start]
    if trigger.rstrip(".") in {"v", "vs"}:
        return "versus"
    if _PARTICIPLE.match(trigger):
        helped = _AUXILIARY.search(lead) or _BY.match(text, mention.end) or _PASSIVE_TRIGGER.search(trigger)
        bare = frame_of(mention.event_type).transitive and _OBJECTLESS.match(text, mention.start)
        return "passive" if helped or bare else "active"
    if _PASSIVE_TRIGGER.search(trigger):
        return "passive"
    return "noun" if _is_noun(trigger, lead, mention) else "active"


def _is_noun(trigger: str, lead: str, mention: EventMention) -> bool:
    if mention.anaphoric or _names_event(trigger):
        return True
    determined = bool(_DETERMINED.search(lead))
    if _BEFORE_BASE.search(lead) or (_GERUND.match(trigger) and not determined):
        return False
    return mention.tense == "none" or (determined and not _THIRD.match(trigger))


def _names_event(trigger: str) -> bool:
    """Whether the trigger is a noun by its words alone: "hearing", "data breach"."""
    words = trigger.lower().split() or [""]
    return words[0] in word_list("noun_triggers") or (
        words[-1] in word_list("noun_triggers") and not _GERUND.match(trigger) and not _THIRD.match(trigger)
    )


def _place(
    reading: Reading, mention: EventMention, entities: list[Entity], left: int, owners: bool | None
) -> list[Placed]:
    """``owners``: whether an entity can own the trigger; None for those after it."""
    text = reading.text
    placed: list[Placed] = []
    boundary = left
    before: Placed | None = None
    for entity in entities:
        if before is not None and _in_brackets(text, boundary, entity.start):
            placed.append(_bracketed(entity, before, owners is not None))
            continue
        between = _BRACKETS.sub("", text[boundary : entity.start])
        joined = before is not None and len(between) <= _JOINT and bool(_COORDINATION.fullmatch(between))
        link, reach = _link(reading, mention, boundary, entity.start, before)
        if joined and owners is not None and _begins_anew(text, left, entity, between):
            joined, link = False, ","
        elif owners is not None and _opening_over(text, boundary, entity.start, link):
            link = "" if before is None else ","
        if before and (joined or (link in _UNLINKED and _modifies(before, between))):
            link, reach = before.link, before.reach
        placed.append(
            Placed(
                entity,
                owners is not None,
                link,
                owner=bool(owners) and _owns(text, entity, mention),
                possessive=bool(_POSSESSIVE.match(text, entity.end, entity.end + 3)) or reading.describes(entity),
                reports=_is_source(text, entity, mention),
                joined=joined,
                near=mention.clause_start <= entity.start < mention.clause_end
                or (joined and bool(before and before.near)),
                reach=reach,
            )
        )
        boundary, before = entity.end, placed[-1]
    return placed


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether a bracket that opens after ``start`` is still open at ``end``."""
    return text.count("(", start, end) > text.count(")", start, end)


def _bracketed(entity: Entity, before: Placed, leading: bool) -> Placed:
    """A name in brackets belongs to the name before them: its short form goes with it, anything else describes it."""
    same = entity.name == before.entity.name
    if same:
        return replace(before, entity=entity, joined=True)
    return Placed(entity, leading, "of", near=False)


def _link(reading: Reading, mention: EventMention, start: int, end: int, before: Placed | None) -> tuple[str, int]:
    """The word that ties what stands at ``end`` to what stands before, and how far after the trigger it stands."""
    link = reading.last_link(reading.sentence_of(mention), start, end)
    if link is None:
        return ("" if before is None else "," if "," in reading.text[start:end] else "object"), 0
    link_start, link_end, word = link
    light = word_list("light_modifiers")
    if word == "to" and any(w.islower() and w not in light for w in reading.text[link_end:end].split()):
        word = "to-do"
    return word, max(0, link_start - mention.end)


def _begins_anew(text: str, left: int, entity: Entity, between: str) -> bool:
    """Whether a comma that could join a list ends the opening phrase: "In the suit before Judge Doe, Acme paid"."""
    if "," not in between or re.search(r"\b(?:and|or)\b|&", between) or _LIST_GOES_ON.match(text, entity.end):
        return False
    return bool(_OPENING_PHRASE.fullmatch(text, left, entity.start))


def _opening_over(text: str, start: int, end: int, link: str) -> bool:
    """Whether the linking word only opens a phrase that a comma has closed: "On Monday, Acme", "In addition, Acme"."""
    return link not in _UNLINKED and bool(_OPENING_PHRASE.fullmatch(text, start, end))


def _modifies(before: Placed, between: str) -> bool:
    """Whether the entity before only describes the next one: "Ohio man John Roe", "Acme's owner, Jane Doe"."""
    return (before.entity.kind == "place" or before.possessive) and len(between) <= _OWNED and between.count(",") <= 1


def _owns(text: str, entity: Entity, mention: EventMention) -> bool:
    """Whether the entity possesses the trigger ("Acme's second lawsuit") or modifies it ("FTC investigation")."""
    between = text[entity.end : mention.start]
    if len(between) > _OWNED or not _MODIFIERS.fullmatch(between):
        return False
    return bool(_POSSESSIVE.match(between)) or between.strip() == ""


def _is_source(text: str, entity: Entity, mention: EventMention) -> bool:
    said = _REPORTS.match(text, entity.end, min(len(text), entity.end + 90))
    if said and not mention.start < said.end() <= mention.end:
        return True
    return bool(_REPORTED_BY.search(text, max(0, entity.start - 30), entity.start))


def _antecedent(text: str, mention: EventMention, placed: list[Placed]) -> tuple[Placed, ...]:
    """The name that a relative pronoun right after it stands for: "the court, which affirmed the order"."""
    before = [p for p in placed if p.before and p.entity.end <= mention.start]
    if not before or not _RELATIVE.fullmatch(text, before[-1].entity.end, mention.start):
        return ()
    while len(before) > 1 and before[-1].entity.kind == "place" and before[-1].link in _SEATS:
        before.pop()  # "the court in Springfield, which ruled": the court did
    return (before[-1],)


def _subject(placed: list[Placed]) -> tuple[Placed, ...]:
    """The last group before the trigger that no preposition governs; failing that, one after "of" ("the head of X").

    A source ("the agency said that") is the subject only when nothing else is.
    """
    heads = [i for i, p in enumerate(placed) if p.before and not p.joined and not p.possessive and not p.owner]
    free = {"", ","} | word_list("openers")
    for links, sources in ((free, False), ({"object"}, False), (free, True), ({"of"}, False)):
        for i in reversed(heads):
            if placed[i].link in links and placed[i].reports == sources:
                group = [placed[i]]
                for p in placed[i + 1 :]:
                    if not (p.joined and p.before):
                        break
                    group.append(p)
                return tuple(group)
    return ()
