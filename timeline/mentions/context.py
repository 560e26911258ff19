"""What the features look at beyond the trigger: quotations, word classes of sentences, days, earlier mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from timeline.mentions.candidates import Candidate, find_candidates
from timeline.mentions.patterns import word_class
from timeline.mentions.tokens import Tokens, token_at, tokenize
from timeline.model import Document, Entity, Sentence, TimeExpression

#: Classes of ``data/events/classes.yml`` that are noted when a sentence has a word of them.
SENTENCE_CLASSES = ("court", "legislature", "agency", "money", "crime", "firm", "official", "bill", "norm", "probe")
#: Classes that say what kind of party stands nearest to a trigger, the first that fits counts.
PARTY_CLASSES = ("court", "legislature", "agency", "official", "firm", "authority")
_STEM = 6
_OPENING, _CLOSING = "“", "”"


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the features see it; ``quoted`` flags tokens inside quotation marks."""

    tokens: Tokens
    sentences: tuple[Sentence, ...]
    quoted: list[bool]
    day_at: list[int]
    entity_at: dict[int, str]
    named: frozenset[int]
    title_words: frozenset[str]
    title_leaves: frozenset[str]
    leaf_counts: dict[str, int]
    day_kind: dict[int, str]
    setting: str
    classes: dict[int, frozenset[str]] = field(default_factory=dict)


def build_context(
    document: Document,
    tokens: Tokens,
    sentences: tuple[Sentence, ...],
    entities: tuple[Entity, ...],
    times: tuple[TimeExpression, ...],
    candidates: list[Candidate],
) -> Context:
    """The context of a document, computed once for all its candidates."""
    kinds = {token_at(tokens, time.start): _day_kind(time, document.published) for time in times if time.first}
    at = {token_at(tokens, entity.start): entity.kind for entity in entities}
    named = {
        i
        for e in entities
        if e.mention == "name"
        for i in range(token_at(tokens, e.start), token_at(tokens, e.end - 1) + 1)
    }
    title = tokenize(document.title, (Sentence(0, len(document.title), 0, 0),))
    return Context(
        tokens=tokens,
        sentences=sentences,
        quoted=_quoted(tokens),
        day_at=sorted(kinds),
        entity_at=dict(at),
        named=frozenset(named),
        title_words=frozenset(w[:_STEM] for w in title.words if len(w) > _STEM - 2),
        title_leaves=frozenset(c.hits[0].trigger.leaf for c in find_candidates(title)),
        leaf_counts=Counter(c.hits[0].trigger.leaf for c in candidates),
        day_kind=kinds,
        setting=_setting(tokens.words),
    )


def _setting(words: list[str]) -> str:
    """Where a text plays: before a court, in a legislature, at an agency; the one whose words are most frequent."""
    counts = {name: sum(word in word_class(name) for word in words) for name in ("court", "legislature", "agency")}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 100 > len(words) else "none"


def _day_kind(time: TimeExpression, published: date | None) -> str:
    """How exactly a time expression names days, and on which side of the publication they lie."""
    if not time.first or not time.last:
        return "open"
    side = (
        ""
        if published is None
        else "later"
        if time.first > published
        else "earlier"
        if time.last < published
        else "same"
    )
    exact = "day" if time.first == time.last else "span"
    return f"{exact} {side}"


def sentence_classes(context: Context, number: int) -> frozenset[str]:
    """Which of :data:`SENTENCE_CLASSES` the sentence has a word of."""
    found = context.classes.get(number)
    if found is None:
        start, end = context.tokens.bounds[number]
        words = context.tokens.words[start:end]
        found = frozenset(name for name in SENTENCE_CLASSES if not word_class(name).isdisjoint(words))
        context.classes[number] = found
    return found


def day_in(context: Context, first: int, last: int) -> str:
    """What kind of day or date starts within the tokens ``first:last``; empty for none."""
    at = bisect_left(context.day_at, first)
    return context.day_kind[context.day_at[at]] if at < len(context.day_at) and context.day_at[at] < last else ""


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
