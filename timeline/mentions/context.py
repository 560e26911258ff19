"""What the features look at beyond the trigger: quotations, word classes of sentences, days, earlier mentions."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from timeline.mentions.patterns import word_class
from timeline.mentions.tokens import Tokens, token_at
from timeline.model import Entity, Sentence, TimeExpression

#: Classes of ``data/events/classes.yml`` that are noted when a sentence has a word of them.
SENTENCE_CLASSES = ("court", "legislature", "agency", "money", "crime", "firm", "official", "bill", "norm", "probe")
#: Classes that say what kind of party stands nearest to a trigger, the first that fits counts.
PARTY_CLASSES = ("court", "legislature", "agency", "official", "firm", "authority")
_DAY_WORDS = frozenset(
    "today yesterday tomorrow tonight monday tuesday wednesday thursday friday saturday sunday week month".split()
)
_OPENING, _CLOSING = "“", "”"


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the features see it; ``quoted`` flags tokens inside quotation marks."""

    tokens: Tokens
    sentences: tuple[Sentence, ...]
    quoted: list[bool]
    day_at: list[int]
    entity_at: dict[int, str]
    classes: dict[int, frozenset[str]] = field(default_factory=dict)


def build_context(
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
) -> Context:
    """The context of a document, computed once for all its candidates."""
    days = {token_at(tokens, time.start) for time in times if time.type in ("DATE", "TIME")}
    if not times:
        days = {i for i, word in enumerate(tokens.words) if word in _DAY_WORDS or word in word_class("month")}
    at = {token_at(tokens, entity.start): entity.kind for entity in entities}
    return Context(tokens, sentences, _quoted(tokens), sorted(days), dict(at))


def sentence_classes(context: Context, number: int) -> frozenset[str]:
    """Which of :data:`SENTENCE_CLASSES` the sentence has a word of."""
    found = context.classes.get(number)
    if found is None:
        start, end = context.tokens.bounds[number]
        words = context.tokens.words[start:end]
        found = frozenset(name for name in SENTENCE_CLASSES if not word_class(name).isdisjoint(words))
        context.classes[number] = found
    return found


def has_day(context: Context, first: int, last: int) -> bool:
    """Whether a day or date starts within the tokens ``first:last``."""
    at = bisect_left(context.day_at, first)
    return at < len(context.day_at) and context.day_at[at] < last


def nearest_party(context: Context, at: int, low: int) -> str:
    """The kind of party that stands nearest left of ``at`` within the clause that starts at ``low``."""
    words = context.tokens.words
    for i in range(at - 1, max(low, at - 12) - 1, -1):
        if i in context.entity_at:
            return context.entity_at[i]
        for name in PARTY_CLASSES:
            if words[i] in word_class(name):
                return name
    return "none"


def _quoted(tokens: Tokens) -> list[bool]:
    """Curly marks pair up; a straight one toggles, and a sentence outside curly marks starts unquoted."""
    flags: list[bool] = []
    curly = straight = False
    last_sentence = -1
    for word, number in zip(tokens.words, tokens.sentence_of, strict=True):
        if number != last_sentence:
            last_sentence = number
        if word == _OPENING:
            curly = True
        elif word == _CLOSING:
            curly = False
        elif word == '"':
            straight = not straight
        flags.append(curly or straight)
    return flags
