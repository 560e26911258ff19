"""What holds for every text: one answer a mention, evidence that is there, the same answer twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.event_types import event_types
from timeline.model import Amount, Document, Entity, EventMention, Instrument
from timeline.participants import find_participants
from timeline.sentences import split_sentences

_WORDS = [
    "Acme",
    "the",
    "FTC",
    "sued",
    "fined",
    "was",
    "by",
    "against",
    "of",
    "and",
    "which",
    ",",
    ".",
    "in",
    "Ohio",
    "judge",
]
_KINDS = [
    "company",
    "authority",
    "court",
    "legislature",
    "government",
    "office",
    "person",
    "organisation",
    "place",
    "group",
]


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, list[EventMention], list[Entity], list[Instrument], list[Amount]]:
    """A text of words from a short list, with spans of it as values of the earlier stages, placed at random."""
    text = " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40)))
    document = Document("d", text, title=draw(st.sampled_from(["", "Acme"])))
    sentences = split_sentences(document)

    def span(low: int, high: int) -> tuple[int, int]:
        a = draw(st.integers(low, high - 1))
        return a, draw(st.integers(a + 1, high))

    mentions = []
    for sentence in sentences:
        for _ in range(draw(st.integers(0, 2))):
            low, high = span(sentence.start, sentence.end)
            start, end = span(low, high)
            kind = draw(st.sampled_from(sorted(event_types())))
            mentions.append(
                EventMention(start, end, low, high, sentence.index, kind, "actual", anaphoric=draw(st.booleans()))
            )
    entities = []
    for _ in range(draw(st.integers(0, 5))):
        a, b = span(0, len(text))
        codes = draw(st.sampled_from([(), ("US",), ("US", "US-OH"), ("FR",)]))
        entities.append(
            Entity(a, b, text[a:b], text[a:b].strip() or "x", draw(st.sampled_from(_KINDS)), jurisdictions=codes)
        )
    a, b = span(0, len(text))
    instruments = [Instrument(a, b, text[a:b], text[a:b], "law", jurisdictions=("US",))]
    amounts = [Amount(a, b, text[a:b], 1.0, "USD")]
    return document, sorted(mentions, key=lambda m: (m.start, m.end)), entities, instruments, amounts


@settings(max_examples=120, deadline=None)
@given(documents())
def test_answers_are_parallel_evident_and_stable(case: tuple) -> None:  # type: ignore[type-arg]  # a row of YAML
    document, mentions, entities, instruments, amounts = case
    sentences = split_sentences(document)
    found = find_participants(document, sentences, mentions, entities, instruments, amounts)
    assert len(found) == len(mentions)
    for answer in found:
        for value in (*answer.actors, *answer.jurisdictions):
            assert document.text[value.start : value.end] == value.words
            assert value.rule_id
        assert len({a.name for a in answer.actors}) == len(answer.actors)
        assert len({j.code for j in answer.jurisdictions}) == len(answer.jurisdictions)
    assert find_participants(document, sentences, mentions, reversed_order(entities), instruments, amounts) == found


def reversed_order(entities: list[Entity]) -> list[Entity]:
    """The same entities, last first."""
    return list(reversed(entities))


def test_nothing_to_read() -> None:
    assert find_participants(Document("d", ""), (), (), ()) == ()
