"""Which codes an entity gives: where an act happens or applies, not what only describes a person, a goal, an origin."""

from __future__ import annotations

import re
from functools import cache

from timeline.jurisdictions import parent_code
from timeline.model import Entity, Sentence
from timeline.participants.reading import Reading
from timeline.participants.words import word_list

_NEXT_WORD = re.compile(r"(?:,\s*[A-Z][\w. ]*)?,?(?:\s+area)?[\s-]+(\w+)")
_DEMONYM = re.compile(r"(?:ians?|ans?|ese|ish|ch|ic|is?|ers?|m[ae]n)$")


_DAY = r"(?:[\w.]+\s+){0,2}\w*\d[\w./-]*(?:,?\s+\w*\d[\w./-]*)?"
_BEFORE_HEAD = re.compile(
    rf"(?:(?:on|from|as of|since)\s+)?(?:{_DAY}\s*[,:.]?\s*)?(?:in|across|throughout)?\s*(?:the\s+)?", re.I
)
_AFTER_HEAD = re.compile(r"\s*[:,.](?:\s|$)|\s*,?\s+(?:[A-Z][a-z]+\s+)?\d")
_CLOSED = re.compile(r"\s*,")
_WHERE = re.compile(r"\s*,?\s*(?:in which|where)\b[^,;:.]{0,60}")
_HEAD = 40  # characters of a text's start in which the head of a note stands


def heads_note(reading: Reading) -> tuple[Entity, ...]:
    """The place that a text opens with as the scene of what follows, and the part of it that is named next.

    "Ruritania, 3 May 2020: schools close", "On 3 May, in Ruritania, schools close"; not "Ruritania closes schools".
    """
    text = reading.text
    found: list[Entity] = []
    for entity in reading.entities_between(0, min(len(text), 2 * _HEAD)):
        if found and not (entity.kind == "place" and text[found[-1].end : entity.start] in (", ", " - ", "/")):
            break
        if not found and (entity.start > _HEAD or not _BEFORE_HEAD.fullmatch(text, 0, entity.start)):
            break
        if not is_state(entity) or not _AFTER_HEAD.match(text, entity.end):
            break
        found.append(entity)
    return tuple(found)


def scenes(reading: Reading, sentence: Sentence, start: int) -> list[Entity]:
    """Places that open ``sentence`` as the scene of all of it: "In Ruritania, a woman, who sold hats, was arrested"."""
    text = reading.text
    before = [e for e in reading.entities_between(sentence.start, start) if is_state(e)]
    return [e for e in before if _opening().fullmatch(text, sentence.start, e.start) and _CLOSED.match(text, e.end)]


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before the place that opens a sentence as its scene: "Late on Friday, in the "."""
    days = "|".join(sorted(word_list("opening_adverbs"), key=lambda n: (-len(n), n)))
    return re.compile(rf"\W*(?:(?:{days})\b[\w ,]{{0,30}}?\s)?(?:in|across|throughout)\s+(?:the\s+)?", re.IGNORECASE)


def told_of(reading: Reading, sentence: Sentence, start: int) -> Entity | None:
    """The place of which a clause that holds ``start`` is told: "sent to Ruritania, where he was charged"."""
    before = [e for e in reading.entities_between(sentence.start, start) if is_state(e)]
    return next((e for e in reversed(before) if _WHERE.fullmatch(reading.text, e.end, start)), None)


def is_located(entity: Entity, reading: Reading) -> bool:
    """Whether a place says where the act happens or applies: not a home ("an Ohio man"), a goal or an origin."""
    if not is_state(entity):
        return False
    link, _ = reading.standing_of(entity)
    if link and link not in word_list("locating"):
        return False
    before = reading.text[max(0, entity.start - 45) : entity.start].lower().split()
    if link and not word_list("dwelling").isdisjoint(before[-6:]):
        return False
    after = _NEXT_WORD.match(reading.text, entity.end)
    return after is None or after[1].lower() not in word_list("home_nouns")


def is_demonym(entity: Entity) -> bool:
    """Whether a place is named by its people ("Iranian", "Minnesotans"): no jurisdiction follows from that.

    >>> is_demonym(Entity(0, 7, "Iranian", "Iran", "place")), is_demonym(Entity(0, 4, "Iran", "Iran", "place"))
    (True, False)
    """
    words = entity.text
    return entity.kind == "place" and words != entity.name and not words.isupper() and bool(_DEMONYM.search(words))


def is_state(entity: Entity) -> bool:
    """Whether a place is named by its own name rather than by its people."""
    return entity.kind == "place" and not is_demonym(entity)


def codes_of(entity: Entity) -> tuple[str, ...]:
    """An entity's codes; for a court of a part also the nation's where the courts of both are one system."""
    if entity.kind != "court":
        return entity.jurisdictions
    nations = {nation for code in entity.jurisdictions if (nation := parent_code(code))}
    return tuple(dict.fromkeys((*sorted(nations & word_list("integrated_judiciaries")), *entity.jurisdictions)))
